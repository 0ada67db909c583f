/** One member of a JSON object or list, not yet parsed. */
export interface JsonMember {
  /** Its name in an object, its index in a list. */
  readonly key: string;
  /** Its JSON text; cut off where the file is. */
  readonly text: string;
  /** The line it begins on, from 1. */
  readonly line: number;
  /** Whether an earlier member has its name. */
  readonly repeated: boolean;
  /** Whether it has a name: a member of a list has none, nor what stands outside of an object. */
  readonly isNamed?: true;
}

/** Refuses the second member of a name: whoever looks it up would find but one of the two. */
export function requireOnce({ key, repeated }: JsonMember): void {
  if (!repeated) return;
  throw new SyntaxError(
    `Cannot read the record: a second one is named ${JSON.stringify(key)}, must be one`,
  );
}

/** Text that comes in pieces and is one JSON object or list. */
interface Pieces {
  /** The path, for errors. */
  readonly path: string;
  /** The text. */
  chunks(): AsyncIterable<string>;
}

/**
 * Yields the members of a file that is one JSON object or list, each by itself, so that a faulty
 * record does not take the others along; only one of them is held, and the names of all. What is
 * left open at the end of a cut file, and what follows the closing bracket, comes as a last member
 * that does not parse.
 *
 * @throws SyntaxError when the file is no object or list
 */
export async function* jsonMembers(file: Pieces): AsyncIterable<JsonMember> {
  for await (const members of memberBatches(file)) yield* members;
}

/** {@link jsonMembers}, as many at a time as a piece of the file has. */
export async function* memberBatches(file: Pieces): AsyncIterable<readonly JsonMember[]> {
  const scanner = new Scanner(file.path, 1);
  for await (const chunk of file.chunks()) yield* batchOf(scanner.push(chunk));
  yield* batchOf(scanner.end());
}

/** One list of what is yielded; a list of what came before it where there is an error on the way. */
function* batchOf(members: Iterable<JsonMember>): Iterable<readonly JsonMember[]> {
  const batch: JsonMember[] = [];
  try {
    for (const member of members) batch.push(member);
  } catch (error) {
    yield batch;
    throw error;
  }
  yield batch;
}

/** The lines of a file that holds one record a line, the key of each its line; blank ones left out. */
export async function* lineMembers(file: {
  lines(): AsyncIterable<string>;
}): AsyncIterable<JsonMember> {
  let line = 0;
  for await (const text of file.lines()) {
    line++;
    if (text.trim() !== "") yield { key: String(line), text, line, repeated: false };
  }
}

/**
 * The records of a file that is one JSON list, or has one object a line: what its first bracket says,
 * for many sets are passed on in either form.
 *
 * @param file the file
 * @param otherwise how it is read where it begins with neither bracket, so that the error fits
 */
export async function* recordMembers(
  file: Pieces & { lines(): AsyncIterable<string> },
  otherwise: "lines" | "list",
): AsyncIterable<JsonMember> {
  let start = "";
  for await (const chunk of file.chunks()) {
    start = chunk.trimStart();
    if (start !== "") break;
  }
  const isList = start.startsWith("[") || (otherwise === "list" && !start.startsWith("{"));
  yield* isList ? jsonMembers(file) : lineMembers(file);
}

/** The members of a member that is itself an object or a list. */
export function* innerMembers(outer: JsonMember): Iterable<JsonMember> {
  const scanner = new Scanner(`"${outer.key}"`, outer.line);
  yield* scanner.push(outer.text);
  yield* scanner.end();
}

/**
 * The members of the list that a file's one object holds by a name.
 *
 * @throws SyntaxError when there is no such list, or something stands beside the object's members
 */
export async function* membersNamed(file: Pieces, name: string): AsyncIterable<JsonMember> {
  let found = false;
  for await (const member of jsonMembers(file)) {
    if (member.isNamed === undefined && found) {
      const stray = JSON.stringify(member.text.slice(0, 20));
      throw new SyntaxError(
        `Cannot read ${file.path}: ${stray} stands at line ${member.line}, must be one JSON object`,
      );
    }
    if (member.isNamed === undefined || member.key !== name) continue;
    found = true;
    yield* innerMembers(member);
  }
  if (!found) throw new SyntaxError(`Cannot read ${file.path}: no "${name}", must have that list`);
}

const QUOTE = 34, COMMA = 44, BACKSLASH = 92, OPEN_LIST = 91, CLOSE_LIST = 93;
const OPEN_OBJECT = 123, CLOSE_OBJECT = 125;
const LEAD = /^\s*/;
const NAME = /^\s*("(?:[^"\\]|\\.)*")\s*:/s;

class Scanner {
  #depth = 0;
  #inString = false;
  #escaped = false;
  #state: "before" | "inside" | "behind" = "before";
  #isList = false;
  #count = 0;
  readonly #names = new Set<string>();
  /** What was read of the member that is still open. */
  #held = "";
  readonly #path: string;
  #line: number;

  constructor(path: string, line: number) {
    this.#path = path;
    this.#line = line;
  }

  *push(chunk: string): Iterable<JsonMember> {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      if (this.#inString) {
        i = this.#endOfString(chunk, i);
        if (i < 0) break;
        continue;
      }
      const code = chunk.charCodeAt(i);
      if (code === QUOTE) {
        this.#inString = true;
      } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
        if (this.#depth++ === 0 && this.#state === "before") {
          this.#begin(this.#held + chunk.slice(from, i), code === OPEN_LIST);
          from = i + 1;
        }
      } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
        if (--this.#depth === 0 && this.#state === "inside") {
          const raw = this.#take(chunk.slice(from, i));
          // An empty last member is right in [] and wrong behind a comma.
          if (raw.trim() !== "" || this.#count > 0) yield this.#member(raw);
          this.#state = "behind";
          from = i + 1;
        }
      } else if (code === COMMA && this.#depth === 1 && this.#state === "inside") {
        yield this.#member(this.#take(chunk.slice(from, i)));
        from = i + 1;
      }
    }
    this.#held += chunk.slice(from);
  }

  *end(): Iterable<JsonMember> {
    if (this.#state === "before") this.#begin(this.#held, false);
    if (this.#state === "inside" || this.#held.trim() !== "") yield this.#member(this.#held);
  }

  /** The place of the quote that ends the string at hand; -1 where it is not in this chunk. */
  #endOfString(chunk: string, from: number): number {
    for (let at = from;;) {
      const quote = chunk.indexOf('"', at);
      const end = quote < 0 ? chunk.length : quote;
      let backslashes = 0;
      while (end - backslashes > from && chunk.charCodeAt(end - backslashes - 1) === BACKSLASH) {
        backslashes++;
      }
      // A backslash that ended the last chunk goes on with those this one begins with.
      const before = this.#escaped && end - backslashes === from ? 1 : 0;
      const escapes = (backslashes + before) % 2 === 1;
      if (quote < 0) {
        this.#escaped = escapes;
        return -1;
      }
      if (!escapes) {
        this.#escaped = false;
        this.#inString = false;
        return quote;
      }
      at = quote + 1;
    }
  }

  #begin(before: string, isList: boolean): void {
    if (this.#depth !== 1 || before.trim() !== "") {
      const start = JSON.stringify(before.trim().slice(0, 20));
      throw new SyntaxError(
        `Cannot read ${this.#path}: it begins with ${start}, must be one JSON object or list`,
      );
    }
    this.#line += newlines(before);
    this.#state = "inside";
    this.#isList = isList;
    this.#held = "";
  }

  #take(rest: string): string {
    const raw = this.#held + rest;
    this.#held = "";
    return raw;
  }

  #member(raw: string): JsonMember {
    const line = this.#line + newlines(LEAD.exec(raw)![0]);
    this.#line += newlines(raw);
    const index = String(this.#count++);
    const name = this.#isList ? null : NAME.exec(raw);
    const key = name === null ? null : parseName(name[1]!);
    // Without its name a member of an object does not parse, and so is told as bad.
    if (key === null) return { key: index, text: raw.trim(), line, repeated: false };
    const repeated = this.#names.has(key);
    this.#names.add(key);
    return { key, text: raw.slice(name![0].length).trim(), line, repeated, isNamed: true };
  }
}

/** A string of JSON that stands for itself. */
const PLAIN_NAME = /^"[^"\\\p{Cc}]*"$/u;

function parseName(json: string): string | null {
  if (PLAIN_NAME.test(json)) return json.slice(1, -1);
  try {
    return JSON.parse(json) as string;
  } catch {
    return null;
  }
}

function newlines(text: string): number {
  let found = 0;
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) found++;
  return found;
}
