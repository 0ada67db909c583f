import type { CornerRule } from "./grid_instance.ts";
import type { GridBits, GridMap } from "./grid_map.ts";

/**
 * Where straight jumps end, as bitmaps over ids: in rows by the map's own ids, in columns by those
 * of the transposed map, `(x + 1) * columnStride + y + 1`.
 *
 * A jump along a row ends at a blocked cell, or where a shortest way may have to turn. Where corners
 * must not be cut that is beside a free cell behind a blocked one; else one cell before it.
 */
export interface JumpBits {
  /** The ids between a cell and the one to its right in the transposed map. */
  columnStride: number;
  /** 1 where the cell is free, transposed. */
  readonly columnBits: Int32Array;
  /** Ends of jumps to the right. */
  readonly east: Int32Array;
  /** Ends of jumps to the left. */
  readonly west: Int32Array;
  /** Ends of jumps down, transposed. */
  readonly south: Int32Array;
  /** Ends of jumps up, transposed. */
  readonly north: Int32Array;
  /** 1 where a step leads right and down from the cell, and so back. */
  readonly falling: Int32Array;
  /** 1 where a step leads from the cell on its right to the one below it, and so back. */
  readonly rising: Int32Array;
}

const MADE = new WeakMap<GridMap, Map<CornerRule, JumpBits>>();

/** The bitmaps of a map; made once per map and rule, in time linear in its words. */
export function jumpBits(map: GridMap, corners: CornerRule): JumpBits {
  let made = MADE.get(map);
  if (made === undefined) MADE.set(map, made = new Map());
  let bits = made.get(corners);
  if (bits === undefined) {
    bits = roomForBits(map.width, map.height);
    fillBits(map, corners, bits);
    made.set(corners, bits);
  }
  return bits;
}

/** Empty bitmaps with room for a map of such a size, and for every smaller one. */
export function roomForBits(width: number, height: number): JumpBits {
  const rows = new Array<Int32Array>(5);
  for (let i = 0; i < 5; i++) rows[i] = new Int32Array((width + 33 >> 5) * (height + 2));
  const columns = new Array<Int32Array>(3);
  for (let i = 0; i < 3; i++) columns[i] = new Int32Array((height + 33 >> 5) * (width + 2));
  const [east, west, falling, rising] = rows as [Int32Array, Int32Array, Int32Array, Int32Array];
  const [columnBits, south, north] = columns as [Int32Array, Int32Array, Int32Array];
  return { columnStride: 0, columnBits, east, west, south, north, falling, rising };
}

/** Makes the bitmaps of a map, in time linear in its words. */
function fillBits(map: GridBits, corners: CornerRule, into: JumpBits): void {
  transpose(map, into.columnBits);
  fillTransposed(map, corners, into);
}

/** {@link fillBits} where `columnBits` holds the transposed map already. */
export function fillTransposed(map: GridBits, corners: CornerRule, into: JumpBits): void {
  const { width, height, bits } = map;
  const isStrict = corners === "both-free";
  const rowWords = width + 33 >> 5;
  const columnWords = height + 33 >> 5;
  into.columnStride = columnWords << 5;
  const rows = { bits, words: rowWords, lines: height + 2, isStrict };
  writeEnds(rows, into.east, into.west);
  const columns = { bits: into.columnBits, words: columnWords, lines: width + 2, isStrict };
  writeEnds(columns, into.south, into.north);
  writeDiagonals(map, corners, into);
}

const BLOCK = new Int32Array(32);

/** Mirrors at the diagonal, 32 x 32 bits at a time. */
function transpose({ width, height, bits }: GridBits, into: Int32Array): void {
  const rowWords = width + 33 >> 5;
  const columnWords = height + 33 >> 5;
  for (let by = 0; by < columnWords; by++) {
    for (let bx = 0; bx < rowWords; bx++) {
      const rows = Math.min(32, height + 2 - by * 32);
      for (let i = 0; i < rows; i++) BLOCK[i] = bits[(by * 32 + i) * rowWords + bx]!;
      for (let i = rows; i < 32; i++) BLOCK[i] = 0;
      transposeBlock(BLOCK);
      const columns = Math.min(32, width + 2 - bx * 32);
      for (let i = 0; i < columns; i++) into[(bx * 32 + i) * columnWords + by] = BLOCK[i]!;
    }
  }
}

/**
 * Mirrors the first bits of the first words, so many each: 32, 16 or 8.
 *
 * Source: H. S. Warren, Hacker's Delight (2nd ed.), section 7-3, with bit 0 first.
 */
export function transposeBlock(block: Int32Array, side = 32): void {
  let mask = -1 >>> 32 - (side >> 1);
  for (let size = side >> 1; size !== 0; size >>= 1, mask ^= mask << size) {
    for (let i = 0; i < side; i = (i + size + 1) & ~size) {
      const swap = (block[i]! >>> size ^ block[i + size]!) & mask;
      block[i]! ^= swap << size;
      block[i + size]! ^= swap;
    }
  }
}

/** Rows or columns as bits, the frame's first and last line of blocked cells included. */
interface Lines {
  readonly bits: Int32Array;
  /** Words a line. */
  readonly words: number;
  readonly lines: number;
  readonly isStrict: boolean;
}

/** Where jumps forward and backward along lines end, from the lines on both sides of each. */
function writeEnds(lines: Lines, forward: Int32Array, backward: Int32Array): void {
  const { bits, words, isStrict } = lines;
  const last = words * (lines.lines - 1);
  for (let word = 0; word < words; word++) {
    forward[word] = forward[last + word] = -1;
    backward[word] = backward[last + word] = -1;
    // Each word's turns are asked for by the line above it and by the one below.
    let aboveForward = turnsForward(bits, word, isStrict);
    let aboveBackward = turnsBackward(bits, word, isStrict);
    let hereForward = turnsForward(bits, word + words, isStrict);
    let hereBackward = turnsBackward(bits, word + words, isStrict);
    for (let i = word + words; i < last; i += words) {
      const belowForward = turnsForward(bits, i + words, isStrict);
      const belowBackward = turnsBackward(bits, i + words, isStrict);
      const blocked = ~bits[i]!;
      forward[i] = blocked | aboveForward | belowForward;
      backward[i] = blocked | aboveBackward | belowBackward;
      aboveForward = hereForward;
      aboveBackward = hereBackward;
      hereForward = belowForward;
      hereBackward = belowBackward;
    }
  }
}

/** Where jumps to the right along a line end for the cells of the next line. */
function turnsForward(bits: Int32Array, i: number, isStrict: boolean): number {
  return isStrict ? rises(bits, i) : before(rises(bits, i), rises(bits, i + 1));
}

/** Where jumps to the left do. */
function turnsBackward(bits: Int32Array, i: number, isStrict: boolean): number {
  return isStrict ? falls(bits, i) : behind(falls(bits, i), i > 0 ? falls(bits, i - 1) : 0);
}

/** The free cells of a word that stand behind a blocked one. */
function rises(bits: Int32Array, i: number): number {
  const word = bits[i]!;
  return word & ~(word << 1 | (i > 0 ? bits[i - 1]! >>> 31 : 0));
}

/** The free cells of a word that stand before a blocked one. */
function falls(bits: Int32Array, i: number): number {
  const word = bits[i]!;
  return word & ~(word >>> 1 | bits[i + 1]! << 31);
}

/** The bits of a word moved to the id before their own. */
function before(word: number, next: number): number {
  return word >>> 1 | next << 31;
}

/** The bits of a word moved to the id behind their own. */
function behind(word: number, last: number): number {
  return word << 1 | last >>> 31;
}

/** The diagonal steps within the block of a cell, those on its right and below, and the fourth. */
function writeDiagonals(
  { width, height, bits }: GridBits,
  corners: CornerRule,
  { falling, rising }: JumpBits,
): void {
  const words = width + 33 >> 5;
  const last = words * (height + 1);
  for (let i = 0; i < last; i++) {
    const word = bits[i]!;
    const below = bits[i + words]!;
    const right = before(word, bits[i + 1]!);
    const fourth = before(below, bits[i + words + 1]!);
    const [fall, rise] = [word & fourth, right & below];
    falling[i] = corners === "always" ? fall : fall & passes(corners, right, below);
    rising[i] = corners === "always" ? rise : rise & passes(corners, word, fourth);
  }
  for (let i = last; i < last + words; i++) falling[i] = rising[i] = 0;
}

function passes(corners: CornerRule, a: number, b: number): number {
  return corners === "both-free" ? a & b : a | b;
}
