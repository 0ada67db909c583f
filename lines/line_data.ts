import { fractionTexts } from "./_steps.ts";

/** Texts in memory in entries of one length, a table: how long a text is stands last in its entry. */
export interface TextTable {
  /** Where the first begins. */
  readonly at: number;
  /** The bytes of each, a multiple of {@link UNIT}. */
  readonly stride: number;
  /** The bytes that a length takes, 1 or 2. */
  readonly lengthBytes: number;
}

/** Memory is copied so many bytes at a time. */
export const UNIT = 16;

/** Numbers are written three digits at a time. */
export const DIGITS = 3;

/** What three digits count to. */
export const THOUSAND: number = 10 ** DIGITS;

/** The greatest length of a text, and the greatest that takes one byte. */
const LONGEST_TEXT = 2 ** 16 - 1, LONGEST_SHORT_TEXT = 2 ** 8 - 1;

const encoder = new TextEncoder();

/** The constants of a writer of records: what stands in every record, and tables of words. */
export class LineData {
  readonly #pieces: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  readonly #tables = new Map<readonly string[], TextTable>();
  readonly #keyed = new Map<string, TextTable>();
  readonly #base: number;
  #end: number;

  /**
   * Begins without any.
   *
   * @param base where the first is put, a multiple of {@link UNIT}; 0 when left out
   */
  constructor(base = 0) {
    this.#base = base;
    this.#end = base;
  }

  /** The bytes in use. */
  get size(): number {
    return this.#end - this.#base;
  }

  /** Makes room for so many bytes; returns the address, a multiple of {@link UNIT}. */
  reserve(bytes: number): number {
    const at = this.#end;
    this.#end += Math.ceil(bytes / UNIT) * UNIT;
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
    // The same array comes often, and is found without a look at its texts.
    const known = this.#tables.get(texts) ?? this.#table(JSON.stringify(texts), () => texts);
    this.#tables.set(texts, known);
    return known;
  }

  /** Every number of 0 to 999 in three digits, or in as few as it takes, and a text behind it. */
  digits(form: "padded" | "plain", tail = ""): TextTable {
    const least = form === "padded" ? DIGITS : 1;
    const text = (i: number) => String(i).padStart(least, "0") + tail;
    return this.#table(`${form} ${tail}`, () => thousand(text));
  }

  /** Every number of 0 to 999 in three digits without the zeros at the end. */
  endings(): TextTable {
    const text = (i: number) => String(i).padStart(DIGITS, "0").replace(/0+$/, "");
    return this.#table("endings", () => thousand(text));
  }

  /** What stands behind the whole number in a decimal with so many digits, its point included. */
  fractions(scale: number, form: "fixed" | "short"): TextTable {
    return this.#table(`${scale} ${form}`, () => fractionTexts(scale, form));
  }

  /** Writes all into a memory, so far behind where each was put. */
  copyTo(memory: Uint8Array, shift = 0): void {
    for (const { at, bytes } of this.#pieces) memory.set(bytes, shift + at);
  }

  #table(key: string, texts: () => readonly string[]): TextTable {
    const table = this.#keyed.get(key) ?? this.#newTable(texts().map((t) => encoder.encode(t)));
    this.#keyed.set(key, table);
    return table;
  }

  #newTable(texts: readonly Uint8Array[]): TextTable {
    const longest = Math.max(0, ...texts.map((t) => t.length));
    if (longest > LONGEST_TEXT) {
      throw new RangeError(
        `Cannot compile a choice of ${longest} bytes, must be at most ${LONGEST_TEXT}`,
      );
    }
    const lengthBytes = longest > LONGEST_SHORT_TEXT ? 2 : 1;
    const stride = Math.ceil((longest + lengthBytes) / UNIT) * UNIT;
    const bytes = new Uint8Array(stride * texts.length);
    texts.forEach((text, i) => writeEntry(bytes, { at: i * stride, stride, lengthBytes }, text));
    return { at: this.literal(bytes), stride, lengthBytes };
  }
}

/** Writes a text as the only entry of a table. */
export function writeEntry(memory: Uint8Array, table: TextTable, text: Uint8Array): void {
  const { at, stride, lengthBytes } = table;
  const end = at + stride;
  memory.set(text, at);
  memory[end - lengthBytes] = text.length & 255;
  if (lengthBytes === 2) memory[end - 1] = text.length >> 8;
}

function thousand(text: (i: number) => string): string[] {
  return Array.from({ length: THOUSAND }, (_, i) => text(i));
}
