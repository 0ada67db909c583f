import type { CornerRule } from "./grid_instance.ts";
import type { GridMap } from "./grid_map.ts";

/**
 * Where straight jumps end, as bitmaps over ids: in rows by the map's own ids, in columns by those
 * of the transposed map, `(x + 1) * columnStride + y + 1`.
 *
 * A jump along a row ends at a blocked cell, or where a shortest way may have to turn. Where corners
 * must not be cut that is beside a free cell behind a blocked one; else one cell before it.
 */
export interface JumpBits {
  /** The ids between a cell and the one to its right in the transposed map. */
  readonly columnStride: number;
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
  if (bits === undefined) made.set(corners, bits = makeBits(map, corners));
  return bits;
}

function makeBits(map: GridMap, corners: CornerRule): JumpBits {
  const rowWords = map.stride >> 5;
  const columnStride = (map.height + 33) & ~31;
  const columnWords = columnStride >> 5;
  const columnBits = transpose(map, columnWords);
  const isStrict = corners === "both-free";
  return {
    columnStride,
    columnBits,
    east: forwardEnds(map.bits, rowWords, isStrict),
    west: backwardEnds(map.bits, rowWords, isStrict),
    south: forwardEnds(columnBits, columnWords, isStrict),
    north: backwardEnds(columnBits, columnWords, isStrict),
    ...diagonals(map.bits, rowWords, corners),
  };
}

/** Mirrors at the diagonal, 32 x 32 bits at a time. */
function transpose(map: GridMap, columnWords: number): Int32Array {
  const rowWords = map.stride >> 5;
  const rows = map.height + 2;
  const turned = new Int32Array(columnWords * (map.width + 2));
  const block = new Int32Array(32);
  for (let by = 0; by < columnWords; by++) {
    for (let bx = 0; bx < rowWords; bx++) {
      for (let i = 0; i < 32; i++) {
        const y = by * 32 + i;
        block[i] = y < rows ? map.bits[y * rowWords + bx]! : 0;
      }
      transposeBlock(block);
      const columns = Math.min(32, map.width + 2 - bx * 32);
      for (let i = 0; i < columns; i++) turned[(bx * 32 + i) * columnWords + by] = block[i]!;
    }
  }
  return turned;
}

/** Source: H. S. Warren, Hacker's Delight (2nd ed.), section 7-3, with bit 0 first. */
function transposeBlock(block: Int32Array): void {
  for (let size = 16, mask = 0x0000ffff; size !== 0; size >>= 1, mask ^= mask << size) {
    for (let i = 0; i < 32; i = (i + size + 1) & ~size) {
      const swap = (block[i]! >>> size ^ block[i + size]!) & mask;
      block[i]! ^= swap << size;
      block[i + size]! ^= swap;
    }
  }
}

function forwardEnds(bits: Int32Array, words: number, isStrict: boolean): Int32Array {
  const rise = bits.map((word, i) => word & ~(word << 1 | (i > 0 ? bits[i - 1]! >>> 31 : 0)));
  return withNeighbours(bits, isStrict ? rise : before(rise), words);
}

function backwardEnds(bits: Int32Array, words: number, isStrict: boolean): Int32Array {
  const fall = bits.map((word, i) => word & ~(word >>> 1 | bits[i + 1]! << 31));
  return withNeighbours(bits, isStrict ? fall : behind(fall), words);
}

/** Each bit moved to the id before its own. */
function before(bits: Int32Array): Int32Array {
  return bits.map((word, i) => word >>> 1 | bits[i + 1]! << 31);
}

/** Each bit moved to the id behind its own. */
function behind(bits: Int32Array): Int32Array {
  return bits.map((word, i) => word << 1 | (i > 0 ? bits[i - 1]! >>> 31 : 0));
}

function withNeighbours(bits: Int32Array, turns: Int32Array, words: number): Int32Array {
  return bits.map((word, i) => ~word | (turns[i - words] ?? 0) | (turns[i + words] ?? 0));
}

/** The diagonal steps within the block of a cell, those on its right and below, and the fourth. */
function diagonals(
  bits: Int32Array,
  words: number,
  corners: CornerRule,
): Pick<JumpBits, "falling" | "rising"> {
  const right = before(bits);
  const below = bits.map((_, i) => bits[i + words] ?? 0);
  const fourth = right.map((_, i) => right[i + words] ?? 0);
  const passes = (a: number, b: number) =>
    corners === "both-free" ? a & b : corners === "one-free" ? a | b : -1;
  return {
    falling: bits.map((word, i) => word & fourth[i]! & passes(right[i]!, below[i]!)),
    rising: bits.map((word, i) => right[i]! & below[i]! & passes(word, fourth[i]!)),
  };
}
