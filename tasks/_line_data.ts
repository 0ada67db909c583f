import { numberText } from "./_steps.ts";

/** Texts of one length in memory, a table: the last two bytes of each hold how long it is. */
export interface TextTable {
  /** Where the first begins. */
  readonly at: number;
  /** The bytes of each, a multiple of {@link UNIT}. */
  readonly stride: number;
}

/** Memory is copied so many bytes at a time. */
export const UNIT = 16;

/** Numbers are written three digits at a time. */
export const DIGITS = 3;

/** What three digits count to. */
export const THOUSAND: number = 10 ** DIGITS;

/** The length of an entry takes so many bytes, and can be no greater. */
const LENGTH_BYTES = 2, LONGEST_TEXT = 2 ** 16 - 1;

const encoder = new TextEncoder();

/** The constants of a writer of records: what stands in every record, and tables of words. */
export class LineData {
  readonly #pieces: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  readonly #known = new Map<string, TextTable>();
  #size = 0;

  /** The bytes in use. */
  get size(): number {
    return this.#size;
  }

  /** Makes room for so many bytes, at a multiple of {@link UNIT}. */
  reserve(bytes: number): number {
    const at = this.#size;
    this.#size += Math.ceil(bytes / UNIT) * UNIT;
    return at;
  }

  /** Keeps a text; returns where. */
  literal(bytes: Uint8Array): number {
    const at = this.reserve(bytes.length);
    this.#pieces.push({ at, bytes });
    return at;
  }

  /** Keeps texts as a table; equal tables are kept once. */
  table(texts: readonly string[]): TextTable {
    const key = JSON.stringify(texts);
    const known = this.#known.get(key) ?? this.#newTable(texts.map((t) => encoder.encode(t)));
    this.#known.set(key, known);
    return known;
  }

  /** Every number of 0 to 999 in three digits, or in as few as it takes. */
  digits(form: "padded" | "plain"): TextTable {
    return this.table(thousand((i) => String(i).padStart(form === "padded" ? DIGITS : 1, "0")));
  }

  /** Every number of 0 to 999 in three digits without the zeros at the end. */
  endings(): TextTable {
    return this.table(thousand((i) => String(i).padStart(DIGITS, "0").replace(/0+$/, "")));
  }

  /** What stands behind the whole number in a decimal with so many digits, its point included. */
  fractions(scale: number, form: "fixed" | "short"): TextTable {
    const slot = { kind: "decimal", column: 0, scale, form, least: 0, most: 0 } as const;
    return this.table(
      Array.from({ length: 10 ** scale }, (_, i) => numberText(slot, i).slice("0".length)),
    );
  }

  /** Writes all into a memory. */
  copyTo(memory: Uint8Array, base: number): void {
    for (const { at, bytes } of this.#pieces) memory.set(bytes, base + at);
  }

  #newTable(texts: readonly Uint8Array[]): TextTable {
    const longest = Math.max(0, ...texts.map((t) => t.length));
    if (longest > LONGEST_TEXT) {
      throw new RangeError(
        `Cannot compile a choice of ${longest} bytes, must be at most ${LONGEST_TEXT}`,
      );
    }
    const stride = Math.ceil((longest + LENGTH_BYTES) / UNIT) * UNIT;
    const bytes = new Uint8Array(stride * texts.length);
    texts.forEach((text, i) => writeEntry(bytes, { at: i * stride, stride }, text));
    return { at: this.literal(bytes), stride };
  }
}

/** Writes a text as the only entry of a table. */
export function writeEntry(memory: Uint8Array, { at, stride }: TextTable, text: Uint8Array): void {
  memory.set(text, at);
  memory[at + stride - 2] = text.length & 255;
  memory[at + stride - 1] = text.length >> 8;
}

function thousand(text: (i: number) => string): string[] {
  return Array.from({ length: THOUSAND }, (_, i) => text(i));
}
