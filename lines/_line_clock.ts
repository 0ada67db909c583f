import { type LineData, type TextTable, THOUSAND, UNIT, writeEntry } from "./line_data.ts";

/** Where a counter has the digits above its last three. */
export const HEAD_ENTRY: TextTable = { at: 0, stride: UNIT, lengthBytes: 1 };
/** Where a counter has the address of the table of its last digits. */
export const HEAD_TABLE = UNIT;
/** The last three digits of the number of a batch's first item. */
export const LOW = UNIT + 4;
/** How many items of the same number stand before it. */
export const REST = UNIT + 8;
/** The bytes of a counter. */
export const COUNTER_SIZE = 2 * UNIT;

/**
 * The index divided by `divisor`. Its last three digits come from a table, those above are
 * written by the caller, who ends a batch where they change.
 */
export interface Counter {
  readonly divisor: number;
  /** What stands behind the digits. */
  readonly tail: string;
  readonly at: number;
}

/** A counter in memory, as the caller sees it. */
export class Clock {
  readonly #divisor: number;
  readonly #bytes: Uint8Array;
  readonly #words: Int32Array;
  readonly #tables: { readonly padded: number; readonly plain: number };
  /** The first item with the upper digits that stand in memory. */
  #from = NaN;

  constructor(
    { divisor, tail, at }: Counter,
    { buffer }: WebAssembly.Memory,
    data: LineData,
  ) {
    this.#divisor = divisor;
    this.#bytes = new Uint8Array(buffer, at, COUNTER_SIZE);
    this.#words = new Int32Array(buffer, at, COUNTER_SIZE / 4);
    this.#tables = {
      padded: data.digits("padded", tail).at,
      plain: data.digits("plain", tail).at,
    };
  }

  /** Sets the counter to an item; returns how many items from it on share the upper digits. */
  start(index: number): number {
    const divisor = this.#divisor;
    const span = THOUSAND * divisor;
    if (!(index >= this.#from && index < this.#from + span)) {
      const head = Math.floor(index / span);
      this.#from = head * span;
      this.#setHead(head);
    }
    const at = (index - this.#from) | 0;
    const low = divisor === 1 ? at : (at / divisor) | 0;
    this.#words[LOW / 4] = low;
    this.#words[REST / 4] = at - low * divisor;
    return span - at;
  }

  #setHead(head: number): void {
    const digits = head === 0 ? "" : String(head);
    writeEntry(this.#bytes, HEAD_ENTRY, new TextEncoder().encode(digits));
    this.#words[HEAD_TABLE / 4] = head === 0 ? this.#tables.plain : this.#tables.padded;
  }
}
