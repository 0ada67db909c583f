import type { LineData } from "./_line_data.ts";
import type { MixedLines } from "./_line_program.ts";
import { WasmCode, type WasmFunction } from "./_wasm_code.ts";
import { HELPERS } from "./_wasm_emitter.ts";

/** How the writer of a record in WebAssembly is called. */
export interface RecordKernel {
  /**
   * Writes rows one behind the other; returns the address behind the last line.
   *
   * @param base where the program begins
   * @param row the address of the first row
   * @param item its item, counted from where `start` set the counters
   * @param end the item behind the last
   * @param position the address to begin at
   */
  write(base: number, row: number, item: number, end: number, position: number): number;
  /** Where the program begins. */
  readonly base: number;
  /** Where the rows begin. */
  readonly row: number;
  /** The bytes of a row. */
  readonly rowBytes: number;
  /** Sets the counters to an item; returns for how many items from it on they hold. */
  start(index: number): number;
}

/** The function that {@link WasmMixer.caller} makes. */
export type MixFunction = (base: number, slot: number, count: number, position: number) => number;

/** What the caller of the writers keeps for each: the address of its next row, and its item. */
const STATE_BYTES = 8, ITEM_OFFSET = 4;

/** The locals of the function. */
const BASE = 0, SLOT = 1, COUNT = 2, POSITION = 3;

/**
 * Calls the writers of a module in the order of a cycle: a call from JavaScript for each item
 * would cost more than its line does.
 */
export class WasmMixer {
  readonly #order: readonly number[];
  readonly #stateAt: number;
  readonly #orderAt: number;

  constructor(data: LineData, order: readonly number[], records: number) {
    this.#order = order;
    this.#stateAt = data.reserve(STATE_BYTES * records);
    this.#orderAt = data.literal(new Uint8Array(Int32Array.from(order).buffer));
  }

  /** The function (base, slot, count, position) that writes items; `slot` counts bytes of the order. */
  caller(rowBytes: readonly number[]): WasmFunction {
    const code = new WasmCode();
    code.get(BASE).get(SLOT).op("add").set(SLOT);
    code.block().loop().get(COUNT).op("isZero").branchIf(1);
    code.choose(
      { local: SLOT, offset: this.#orderAt },
      rowBytes.map((bytes, record) => () => this.#call(code, record, bytes)),
    );
    code.get(SLOT).constant(4).op("add").set(SLOT);
    code.get(SLOT).get(BASE).op("sub").constant(4 * this.#order.length).op("isBelow", "isZero")
      .if();
    code.get(BASE).set(SLOT).op("end");
    code.get(COUNT).constant(1).op("sub").set(COUNT);
    code.branch(0).op("end", "end").get(POSITION);
    return { parameters: 4, locals: 0, code };
  }

  /** Writes the next row of a record. */
  #call(code: WasmCode, record: number, rowBytes: number): void {
    const row = this.#stateAt + STATE_BYTES * record;
    const item = row + ITEM_OFFSET;
    code.get(BASE).get(BASE).load(row).get(BASE).load(item);
    code.get(BASE).load(item).constant(1).op("add").get(POSITION);
    code.call(HELPERS + record).set(POSITION);
    code.get(BASE).get(BASE).load(row).constant(rowBytes).op("add").store(row);
    code.get(BASE).get(BASE).load(item).constant(1).op("add").store(item);
  }

  /** What calls the function of a linked module. */
  link(
    kernels: readonly RecordKernel[],
    memory: WebAssembly.Memory,
    mix: MixFunction,
  ): MixedLines {
    const { base } = kernels[0]!;
    const order = this.#order;
    const state = new Int32Array(memory.buffer, base + this.#stateAt, 2 * kernels.length);
    const items = new Float64Array(kernels.length);

    /** Sets all counters; returns for how many items they hold, whichever records those are of. */
    function start(): number {
      let span = Infinity;
      for (let i = 0; i < kernels.length; i++) {
        span = Math.min(span, kernels[i]!.start(items[i]!));
        state[2 * i + 1] = 0;
      }
      return span;
    }

    return {
      begin(starts) {
        items.set(starts);
        kernels.forEach(({ row }, i) => state[2 * i] = row);
      },
      next(slot, count, position) {
        let at = position;
        for (let done = 0; done < count;) {
          const some = Math.min(count - done, start());
          at = mix(base, 4 * ((slot + done) % order.length), some, at);
          for (let i = 0; i < kernels.length; i++) items[i]! += state[2 * i + 1]!;
          done += some;
        }
        return at;
      },
    };
  }
}
