import { COLOURS, isGeneric, SHAPES, single, SIZES } from "./_blocks_words.ts";

/** How some words name things. */
export interface NounPhrase {
  /** `a` brings a thing in, `the` takes one up; `all` and `any` are of several. */
  readonly determiner: "a" | "the" | "all" | "any" | "other" | "none" | "count";
  readonly isPlural: boolean;
  readonly size: string | null;
  readonly colour: string | null;
  readonly shape: string | null;
  /** The block that the words name the thing in. */
  readonly block: string | null;
}

/** What one thing is to another. */
export interface SpatialPhrase {
  /** -1 left, 1 right. */
  readonly x: -1 | 0 | 1;
  /** -1 below, 1 above. */
  readonly y: -1 | 0 | 1;
  readonly distance: "near" | "far" | null;
  readonly touches: boolean;
  /** Whether it is an edge that is touched. */
  readonly edge: boolean;
}

/** A place in tokens, moved by what is read. */
export class Cursor {
  at = 0;
  readonly tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  peek(offset = 0): string {
    return this.tokens[this.at + offset] ?? "";
  }

  /** Goes past some words where they come next. */
  take(...words: readonly string[]): boolean {
    if (!words.every((word, i) => this.peek(i) === word)) return false;
    this.at += words.length;
    return true;
  }

  get isEnd(): boolean {
    return this.at >= this.tokens.length;
  }
}

const COUNTS = new Set(["two", "three", "four", "five"]);

/** Reads how things are named; null, and nothing read, where the next words do not. */
export function readNoun(cursor: Cursor, blocks: ReadonlySet<string>): NounPhrase | null {
  const start = cursor.at;
  const determiner = readDeterminer(cursor);
  let size: string | null = null;
  let colour: string | null = null;
  for (;; cursor.at++) {
    const word = cursor.peek();
    if (SIZES.has(word) && size === null) size = word;
    else if (COLOURS.has(word) && colour === null) colour = word;
    else break;
  }
  const word = cursor.peek();
  const isShape = SHAPES.has(single(word));
  const isKind = isShape || isGeneric(word);
  if (!isKind && size === null && colour === null) {
    cursor.at = start;
    return null;
  }
  if (isKind) cursor.at++;
  const block = readBlock(cursor, blocks);
  const shape = isShape ? single(word) : null;
  const isPlural = isKind && single(word) !== word;
  return { determiner, isPlural, size, colour, shape, block };
}

function readDeterminer(cursor: Cursor): NounPhrase["determiner"] {
  if (cursor.take("all")) {
    cursor.take("of");
    cursor.take("the");
    return "all";
  }
  if (cursor.take("any")) {
    cursor.take("of");
    cursor.take("the");
    return "any";
  }
  if (cursor.take("the", "other") || cursor.take("other")) return "other";
  if (cursor.take("the")) return "the";
  if (cursor.take("a") || cursor.take("an") || cursor.take("another")) return "a";
  if (COUNTS.has(cursor.peek())) {
    cursor.at++;
    return "count";
  }
  return "none";
}

/** `in A`, `in block A`, `that is in A`; null where the next words are not such. */
export function readBlock(cursor: Cursor, blocks: ReadonlySet<string>): string | null {
  const start = cursor.at;
  if (cursor.take("that", "is") || cursor.take("which", "is")) { /* "that is in A" */ }
  if (cursor.take("in") || cursor.take("inside") || cursor.take("inside", "of")) {
    cursor.take("the");
    cursor.take("block");
    if (blocks.has(cursor.peek())) return cursor.tokens[cursor.at++]!;
  }
  cursor.at = start;
  return null;
}

const SIDES: Readonly<Record<string, readonly [-1 | 0 | 1, -1 | 0 | 1]>> = {
  left: [-1, 0],
  right: [1, 0],
  top: [0, 1],
  bottom: [0, -1],
};

const ABOVE = new Set(["above", "over"]);
const BELOW = new Set(["below", "under", "beneath", "underneath"]);

/**
 * Reads what one thing is to another, `near and to the left of`; null, and nothing read, where the
 * next words tell none or tell two sides of one axis.
 */
export function readSpatial(cursor: Cursor): SpatialPhrase | null {
  const start = cursor.at;
  const found = { x: 0, y: 0, distance: null, touches: false, edge: false } as {
    -readonly [K in keyof SpatialPhrase]: SpatialPhrase[K];
  };
  let count = 0;
  for (;;) {
    const before = cursor.at;
    if (count > 0) { while (cursor.take("and") || cursor.take(",")) { /* several parts */ } }
    if (!readPart(cursor, found)) {
      cursor.at = before;
      break;
    }
    count++;
  }
  if (count > 0) return found;
  cursor.at = start;
  return null;
}

type Found = { -readonly [K in keyof SpatialPhrase]: SpatialPhrase[K] };

function readPart(cursor: Cursor, found: Found): boolean {
  if (cursor.take("near") || cursor.take("close")) {
    if (found.distance !== null) return false;
    found.distance = "near";
    if (cursor.peek() === "to" && cursor.peek(1) !== "the") cursor.take("to");
    else if (cursor.peek() === "to" && !(cursor.peek(2) in SIDES)) cursor.take("to");
    return true;
  }
  if (cursor.take("far")) {
    if (found.distance !== null) return false;
    found.distance = "far";
    cursor.take("away");
    cursor.take("from");
    return true;
  }
  if (cursor.take("touching")) return readTouch(cursor, found);
  const word = cursor.peek();
  if (ABOVE.has(word) || BELOW.has(word)) {
    cursor.at++;
    return turn(found, 0, ABOVE.has(word) ? 1 : -1);
  }
  const start = cursor.at;
  if (cursor.take("to") || cursor.take("on")) { /* "to the left of" */ }
  cursor.take("the");
  const side = SIDES[cursor.peek()];
  if (side !== undefined && side[0] !== 0) {
    cursor.at++;
    cursor.take("side");
    // "to the left and far from": the "of" stands behind the other.
    if (cursor.take("of") || ["and", ","].includes(cursor.peek())) return turn(found, ...side);
  }
  cursor.at = start;
  return false;
}

function turn(found: Found, x: -1 | 0 | 1, y: -1 | 0 | 1): boolean {
  if (x !== 0 && found.x !== 0 || y !== 0 && found.y !== 0) return false;
  if (x !== 0) found.x = x;
  if (y !== 0) found.y = y;
  return true;
}

const PARTS = ["edge", "edges", "side", "sides", "corner"];

/** `touching the left side of`, `touching the bottom and right edges of`, `touching`. */
function readTouch(cursor: Cursor, found: Found): boolean {
  found.touches = true;
  const start = cursor.at;
  if (!cursor.take("the") && !cursor.take("an")) return true;
  let sides = 0;
  const told = { x: 0, y: 0 } as { x: -1 | 0 | 1; y: -1 | 0 | 1 };
  while (cursor.peek() in SIDES || sides > 0 && ["and", ","].includes(cursor.peek())) {
    const side = SIDES[cursor.peek()];
    cursor.at++;
    if (side === undefined) continue;
    sides++;
    if (side[0] !== 0) told.x = side[0];
    if (side[1] !== 0) told.y = side[1];
  }
  const hasPart = PARTS.includes(cursor.peek());
  if (hasPart) {
    found.edge = true;
    cursor.at++;
  }
  if (!hasPart && sides === 0 || !cursor.take("of")) {
    cursor.at = start;
    return true;
  }
  return sides !== 1 || turn(found, told.x, told.y);
}
