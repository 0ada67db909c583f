import { requireForm, TEXT } from "../../../geometry/form.ts";
import { TsplibSyntaxError } from "./syntax_error.ts";

/** A line of a file that is not blank. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** What the lines of a TSPLIB file say: `KEY: value` entries, and sections of data. */
export interface Sections {
  readonly entries: ReadonlyMap<string, { readonly value: string; readonly line: number }>;
  readonly sections: ReadonlyMap<
    string,
    { readonly lines: readonly Line[]; readonly line: number }
  >;
  /** The number of the last line. */
  readonly last: number;
}

const KEY = /^([A-Za-z][A-Za-z0-9_]*)\s*(?::\s*(.*))?$/;

/** Keys that some files write without the colon. */
const BARE_KEY = new RegExp(
  "^(NAME|TYPE|COMMENT|DIMENSION|CAPACITY|EDGE_WEIGHT_TYPE|EDGE_WEIGHT_FORMAT|EDGE_DATA_FORMAT|" +
    "NODE_COORD_TYPE|DISPLAY_DATA_TYPE)\\s+(.*)$",
  "i",
);

/** What begins a comment behind data. */
const REMARK = /[#!%;(]|\/\//;

/** Splits a file into entries and sections; what stands behind `EOF` is not read. */
export function readSections(text: string): Sections {
  requireForm(text, TEXT, "text");
  const entries = new Map<string, { value: string; line: number }>();
  const sections = new Map<string, { lines: Line[]; line: number }>();
  const all = text.split(/\r\n|\r|\n/);
  let open: Line[] | null = null;
  for (const [index, raw] of all.entries()) {
    const number = index + 1;
    const line = raw.trim();
    if (line === "") continue;
    const match = KEY.exec(line) ?? BARE_KEY.exec(line);
    if (match === null) {
      if (open === null) {
        throw new TsplibSyntaxError(number, `"${shorten(line)}", must be KEY: value or a section`);
      }
      const remark = line.search(REMARK);
      const data = remark < 0 ? line : line.slice(0, remark).trimEnd();
      if (data !== "") open.push({ number, text: data });
      continue;
    }
    const key = match[1]!.toUpperCase();
    if (key === "EOF") break;
    const section = key.endsWith("_SECTION");
    if (entries.has(key) || sections.has(key)) {
      if (key === "COMMENT") continue;
      throw new TsplibSyntaxError(number, `${key} is given twice, must be given once`);
    }
    if (section) {
      open = [];
      sections.set(key, { lines: open, line: number });
    } else if (match[2] !== undefined) {
      entries.set(key, { value: match[2].trim(), line: number });
      open = null;
    } else {
      throw new TsplibSyntaxError(number, `"${shorten(line)}", must be KEY: value or a section`);
    }
  }
  return { entries, sections, last: lastLine(all) };
}

/** The first word of an entry: what follows is a comment, unless it is a number. */
export function wordOf({ value }: { readonly value: string }): string {
  const [word, rest] = [value.split(/[\s(#!%;]|\/\//, 1)[0]!, value.replace(/^\S*\s*/, "")];
  return /^[\d.+-]/.test(rest) ? value : word;
}

/** More nodes than this no file of the library has: the number is damaged. */
const MOST_NODES = 10_000_000;

/** The value of `DIMENSION`, or the error that names its line. */
export function readDimension({ entries, last }: Sections): number {
  const entry = entries.get("DIMENSION");
  if (entry === undefined) {
    throw new TsplibSyntaxError(last, "the file ends without a DIMENSION, must have one");
  }
  const word = wordOf(entry);
  const n = Number(word);
  if (/^\d+$/.test(word) && n >= 1 && n <= MOST_NODES) return n;
  throw new TsplibSyntaxError(
    entry.line,
    `DIMENSION is "${shorten(entry.value)}", must be a whole number from 1 to ${MOST_NODES}`,
  );
}

/** A piece of the file that fits into an error. */
export function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}...`;
}

function lastLine(lines: readonly string[]): number {
  let last = lines.length;
  while (last > 1 && lines[last - 1]!.trim() === "") last--;
  return last;
}
