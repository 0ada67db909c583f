import { fuse } from "./_fuse.ts";
import { writeDecimal, writeInteger } from "./_digits.ts";
import {
  type LineOptions,
  type LineProgram,
  type LineRecord,
  type LinkedLines,
  longestOf,
  type MixedLines,
} from "./line_program.ts";
import { lineSteps, type Step, type WordStep } from "./_steps.ts";

/** A compiled function: writes `count` rows from `at` on; returns the position behind them. */
type WriteRows = (
  rows: Int32Array,
  at: number,
  count: number,
  first: number,
  position: number,
) => number;

/** A store takes eight bytes; how long a text is stands in a table of its own. */
const STORES = { unit: 8, reserved: 0 };

/** A table's word is stored whole, eight bytes at a time, up to so many bytes. */
const WHOLE_LIMIT = 64;

/** Fragments longer than this are copied by the engine, shorter ones stored word by word. */
const INLINE_LIMIT = 192;

/** Alternatives up to so many words are stored whole, longer ones by a loop. */
const UNROLL_LIMIT = WHOLE_LIMIT / 8;

/** Branches with more steps than this become functions, so that each stays small enough to optimise. */
const BRANCH_LIMIT = 4;

/**
 * Compiles records to JavaScript: straight-line code in which fragments are constants and slots
 * are table look-ups. The source holds numbers only, never a template's text. It is the twin of the
 * WebAssembly writer, for engines that have none.
 *
 * @param records what is written
 * @param options how many rows there are, and the order of records
 */
export function compileScriptLines(
  records: readonly LineRecord[],
  { batch, base, order = [0] }: LineOptions,
): LineProgram {
  const steps = records.map(({ shape }) => lineSteps(shape));
  let room = 0;
  const rowsAt = records.map(({ width }) => {
    const at = room;
    room += 4 * width * batch;
    return at;
  });
  return {
    longest: Math.max(...steps.map(longestOf)),
    room,
    link(memory) {
      const rows = records.map(({ width }, i) =>
        new Int32Array(memory.buffer, base + rowsAt[i]!, width * batch)
      );
      const writers = records.map(({ width }, i) => linked(fuse(steps[i]!, STORES), width, memory));
      const write: LinkedLines["write"] = (record, { from, count, index }, position) =>
        writers[record]!(rows[record]!, from * records[record]!.width, count, index, position);
      return { rows, write, mixed: mixed(write, order, records.length) };
    },
  };
}

/** Writes items of several records in turn, each by a call of its own. */
function mixed(
  write: LinkedLines["write"],
  order: readonly number[],
  records: number,
): MixedLines {
  const next = Array.from({ length: records }, () => ({ from: 0, count: 1, index: 0 }));
  return {
    begin(starts) {
      next.forEach((items, record) => {
        items.from = 0;
        items.index = starts[record]!;
      });
    },
    next(slot, count, position) {
      let at = position;
      for (let i = slot, left = count; left > 0; left--) {
        const record = order[i]!;
        const items = next[record]!;
        at = write(record, items, at);
        items.from++;
        items.index++;
        if (++i === order.length) i = 0;
      }
      return at;
    },
  };
}

function linked(steps: readonly Step[], width: number, { buffer }: WebAssembly.Memory): WriteRows {
  const emitter = new Emitter();
  const body = emitter.block(steps);
  const bound = {
    view: new DataView(buffer),
    buffer: new Uint8Array(buffer),
    pieces: emitter.pieces,
    words: Float64Array.from(emitter.words),
    lengths: Int32Array.from(emitter.lengths),
    writeInteger,
    writeDecimal,
  };
  const source = `${emitter.functions.join("\n")}
    return function (rows, at, count, first, pos) {
      for (let i = 0; i < count; i++, at += ${width}) {
        const index = first + i;
        ${body}
      }
      return pos;
    };`;
  return new Function(...Object.keys(bound), source)(...Object.values(bound));
}

const encoder = new TextEncoder();

/** Turns steps into source and gathers the tables that the source reads. */
class Emitter {
  readonly words: number[] = [];
  readonly lengths: number[] = [];
  readonly pieces: Uint8Array[] = [];
  readonly functions: string[] = [];
  readonly #tables = new Map<readonly string[], Table>();

  block(steps: readonly Step[]): string {
    return steps.map((step) => this.#step(step)).join("\n");
  }

  #step(step: Step): string {
    switch (step.kind) {
      case "bytes":
        return this.#bytes(encoder.encode(step.text));
      case "word":
        return this.#word(step);
      case "index": {
        const number = step.divisor === 1 ? "index" : `Math.floor(index / ${step.divisor})`;
        const tail = this.#bytes(encoder.encode(step.tail));
        return `pos = writeInteger(view, pos, ${number}); ${tail}`;
      }
      case "number": {
        const { slot } = step;
        const value = `view, pos, rows[at + ${slot.column}]`;
        if (slot.kind === "integer") return `pos = writeInteger(${value});`;
        return `pos = writeDecimal(${value}, ${slot.scale}, ${slot.form === "short"});`;
      }
      case "above":
        return `if (rows[at + ${step.column}] > ${step.bound}) { ${this.#part(step.steps)} }`;
      case "branch": {
        const cases = step.cases.map((c, i) => `case ${i}: ${this.#part(c)} break;`);
        return `switch (rows[at + ${step.column}]) { ${cases.join("\n")} }`;
      }
    }
  }

  #part(steps: readonly Step[]): string {
    if (steps.length <= BRANCH_LIMIT) return this.block(steps);
    const body = this.block(steps);
    const name = `part${this.functions.length}`;
    this.functions.push(`function ${name}(rows, at, index, pos) { ${body} return pos; }`);
    return `pos = ${name}(rows, at, index, pos);`;
  }

  #bytes(text: Uint8Array): string {
    if (text.length > INLINE_LIMIT) {
      this.pieces.push(text);
      return `buffer.set(pieces[${this.pieces.length - 1}], pos); pos = pos + ${text.length} | 0;`;
    }
    const stores = wordsOf(text, Math.ceil(text.length / 8)).map((word, i) =>
      `view.setFloat64(pos + ${8 * i}, ${word}, true);`
    );
    return `${stores.join(" ")} pos = pos + ${text.length} | 0;`;
  }

  #word(step: WordStep): string {
    const { column, least, unit, part, past } = step;
    const value = `rows[at + ${column}] - ${least}`;
    const operator = part === "quotient" ? "/" : "%";
    const entry = unit === 0 ? value : `(${value}) ${operator} ${unit}`;
    const table = this.#tables.get(step.words) ?? this.#table(step.words);
    this.#tables.set(step.words, table);
    return `{ const e = ${entry} | 0; ${put(table, past)} }`;
  }

  #table(words: readonly string[]): Table {
    const texts = words.map((word) => encoder.encode(word));
    const stride = Math.max(1, ...texts.map((t) => Math.ceil(t.length / 8)));
    const table = { words: this.words.length, lengths: this.lengths.length, stride };
    for (const text of texts) {
      this.words.push(...wordsOf(text, stride));
      this.lengths.push(text.length);
    }
    return table;
  }
}

/** Where the texts of a table begin, and their lengths; each text has `stride` words. */
interface Table {
  readonly words: number;
  readonly lengths: number;
  readonly stride: number;
}

/** Writes the entry e of a table, of which so many bytes at its end do not count. */
function put({ words, lengths, stride }: Table, past: number): string {
  const behind = `pos + lengths[${lengths} + e] - ${past} | 0`;
  if (stride > UNROLL_LIMIT) {
    return `const end = ${behind};
      for (let p = pos, w = ${words} + e * ${stride} | 0; p < end; p += 8, w++) {
        view.setFloat64(p, words[w], true);
      }
      pos = end;`;
  }
  const stores = Array.from(
    { length: stride },
    (_, i) => `view.setFloat64(pos + ${8 * i}, words[${words + i} + e * ${stride} | 0], true);`,
  );
  return `${stores.join(" ")} pos = ${behind};`;
}

/** Text as doubles of eight bytes each. None of them is NaN: that takes a byte UTF-8 never has. */
function wordsOf(text: Uint8Array, count: number): number[] {
  const padded = new Uint8Array(8 * count);
  padded.set(text);
  const view = new DataView(padded.buffer);
  return Array.from({ length: count }, (_, i) => view.getFloat64(8 * i, true));
}
