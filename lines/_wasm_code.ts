/** The type of a parameter, local or result; addresses and counts need no other. */
const I32 = 0x7f;

const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** Opcodes that take no immediate. */
const PLAIN = {
  add: 0x6a,
  sub: 0x6b,
  mul: 0x6c,
  divide: 0x6e,
  remainder: 0x70,
  isZero: 0x45,
  isNegative: 0x48,
  isAbove: 0x4a,
  isBelow: 0x49,
  else: 0x05,
  end: 0x0b,
  return: 0x0f,
} as const;

/** An address: so many bytes behind the one that a local holds, or behind 0 where there is none. */
interface Place {
  readonly local?: number;
  readonly offset: number;
}

/**
 * The body of one WebAssembly function, put together instruction by instruction. Only what a
 * writer of records needs is here: 32-bit arithmetic, unsigned but for `isNegative` (a < b) and
 * `isAbove` (a > b), and copies of 16 bytes.
 */
export class WasmCode {
  readonly bytes: number[] = [];

  /** Instructions that take all they need from the stack. */
  op(...names: readonly (keyof typeof PLAIN)[]): this {
    for (const name of names) this.bytes.push(PLAIN[name]);
    return this;
  }

  /** Pushes a local. */
  get(local: number): this {
    return this.#with([0x20], local);
  }

  /** Pops a local. */
  set(local: number): this {
    return this.#with([0x21], local);
  }

  /** Pushes an integer. */
  constant(value: number): this {
    this.bytes.push(0x41, ...signed(value));
    return this;
  }

  /** Pops an address, pushes the 32 bits at `offset` behind it. */
  load(offset: number): this {
    return this.#with([0x28, 2], offset);
  }

  /** Pops an address, pushes the byte at `offset` behind it. */
  loadByte(offset: number): this {
    return this.#with([0x2d, 0], offset);
  }

  /** Pops an address, pushes the 16 bits at `offset` behind it. */
  loadShort(offset: number): this {
    return this.#with([0x2f, 1], offset);
  }

  /** Pops a value and an address, and stores 32 bits at `offset` behind it. */
  store(offset: number): this {
    return this.#with([0x36, 2], offset);
  }

  /** Pops a value and an address, and stores the lowest byte. */
  storeByte(): this {
    return this.#with([0x3a, 0], 0);
  }

  /** Copies 16 bytes from behind the address in one local to behind the one in another. */
  copy(from: Place, to: Place): this {
    this.#address(to).#address(from);
    this.#with([0xfd, 0x00, 0], from.offset);
    return this.#with([0xfd, 0x0b, 0], to.offset);
  }

  /** Begins a block that a branch leaves. */
  block(): this {
    this.bytes.push(0x02, 0x40);
    return this;
  }

  /** Begins a block that a branch repeats. */
  loop(): this {
    this.bytes.push(0x03, 0x40);
    return this;
  }

  /** Begins what is done where the popped condition holds. */
  if(): this {
    this.bytes.push(0x04, 0x40);
    return this;
  }

  /** Branches to the block so many levels out. */
  branch(level: number): this {
    return this.#with([0x0c], level);
  }

  /** Branches where the popped condition holds. */
  branchIf(level: number): this {
    return this.#with([0x0d], level);
  }

  /** Branches as many levels out as the popped value says, at most `most`. */
  branchBy(most: number): this {
    this.bytes.push(0x0e, ...unsigned(most));
    for (let level = 0; level <= most; level++) this.bytes.push(...unsigned(level));
    return this;
  }

  /** Does one of several things, by the 32 bits at a place. */
  choose(place: Place, cases: readonly (() => void)[]): this {
    const last = cases.length - 1;
    for (let i = 0; i <= cases.length; i++) this.block();
    this.#address(place).load(place.offset).branchBy(last);
    cases.forEach((act, i) => {
      this.op("end");
      act();
      this.branch(last - i);
    });
    return this.op("end");
  }

  /** Calls a function. */
  call(index: number): this {
    return this.#with([0x10], index);
  }

  #address({ local }: Place): this {
    return local === undefined ? this.constant(0) : this.get(local);
  }

  #with(opcode: readonly number[], immediate: number): this {
    this.bytes.push(...opcode, ...unsigned(immediate));
    return this;
  }
}

/** A function: its parameters come first among its locals; one integer is returned. */
export interface WasmFunction {
  readonly parameters: number;
  readonly locals: number;
  readonly code: WasmCode;
}

/**
 * A module of functions over an imported memory, `env.memory`.
 *
 * @param functions the functions
 * @param exported the names under which functions can be called from outside, each with its place
 * @param pages the least pages of the memory: what reads below needs no check that it is there
 */
export function wasmModule(
  functions: readonly WasmFunction[],
  exported: Readonly<Record<string, number>>,
  pages = 0,
): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [
    0x60,
    ...vector(Array.from({ length: parameters }, () => [I32])),
    ...vector([[I32]]),
  ]);
  const bodies = functions.map(({ locals, code }) => {
    const body = [...vector([[...unsigned(locals), I32]])];
    return [...unsigned(body.length + code.bytes.length + 1), ...body, ...code.bytes, PLAIN.end];
  });
  const sections: readonly (readonly number[])[][] = [
    types,
    [[...name("env"), ...name("memory"), 0x02, 0x00, ...unsigned(pages)]],
    functions.map((_, i) => unsigned(i)),
    Object.entries(exported).map(([key, i]) => [...name(key), 0x00, ...unsigned(i)]),
    bodies,
  ];
  const ids = [1, 2, 3, 7, 10];
  return Uint8Array.from([
    ...MAGIC,
    ...sections.flatMap((entries, i) => {
      const content = vector(entries);
      return [ids[i]!, ...unsigned(content.length), ...content];
    }),
  ]);
}

function vector(entries: readonly (readonly number[])[]): number[] {
  return [...unsigned(entries.length), ...entries.flat()];
}

function name(text: string): number[] {
  const bytes = new TextEncoder().encode(text);
  return [...unsigned(bytes.length), ...bytes];
}

/** LEB128, the least significant seven bits first. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push(128 | (rest % 128));
  return [...bytes, rest];
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (; rest < -64 || rest > 63; rest >>= 7) bytes.push(128 | (rest & 127));
  return [...bytes, rest & 127];
}
