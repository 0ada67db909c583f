import type { Feature } from "../../geometry/features/feature.ts";
import { Plane } from "./_plane.ts";

/** The least and greatest x and y of some corners. */
export type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** The edges of a feature, and what beside edges it is made of. */
export interface Rim {
  /** The corner where each edge begins, as a corner of the plane. */
  readonly from: Int32Array;
  /** The corner where each edge ends. */
  readonly to: Int32Array;
  /** 1 where the inside of an area lies left of an edge, 0 where it lies right, 2 for lines. */
  readonly left: Uint8Array;
  /** Which line or ring each edge belongs to, counted from 0. */
  readonly chain: Int32Array;
  /** The first corner of each line and ring. */
  readonly chainStart: readonly number[];
  /** The first edge of each line and ring. */
  readonly chainEdge: readonly number[];
  /** The points on their own, lines of no length among them. */
  readonly points: readonly number[];
  /** The ends of lines that end an odd number of times: the boundary of the lines. */
  readonly ends: readonly number[];
  /** Whether it has areas. */
  readonly isArea: boolean;
  /** A box around all: rounding is monotone, so that what is apart from it is apart. */
  readonly box: Box;
  /** The boxes of every {@link BLOCK} edges in a row: least x and y, greatest x and y. */
  readonly blocks: Float64Array;
}

/** So many edges share a box. */
export const BLOCK = 16;

/** A line's edge has no inside beside it. */
export const OF_LINE = 2;

/** Rims that were made once, of features that stand alone in their plane. */
const KNOWN = new WeakMap<Feature, Rim>();

/** The edges of a feature that stands alone in its plane; they are kept with it. */
export function rimOf(feature: Feature): Rim {
  let rim = KNOWN.get(feature);
  if (rim === undefined) {
    rim = makeRim(Plane.of([feature]), feature);
    KNOWN.set(feature, rim);
  }
  return rim;
}

/** The same edges in a plane in which the feature's corners begin at `base`. */
export function movedRim(rim: Rim, base: number): Rim {
  const moved = (corners: Int32Array): Int32Array => {
    const result = new Int32Array(corners.length);
    for (let i = 0; i < result.length; i++) result[i] = corners[i]! + base;
    return result;
  };
  return {
    ...rim,
    from: moved(rim.from),
    to: moved(rim.to),
    chainStart: rim.chainStart.map((i) => i + base),
    points: rim.points.map((i) => i + base),
    ends: rim.ends.map((i) => i + base),
  };
}

function makeRim(plane: Plane, feature: Feature): Rim {
  const count = feature.parts.reduce(
    (sum, { kind, start, end }) => sum + countOf(kind, end - start),
    0,
  );
  const [from, to, chain] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const left = new Uint8Array(count);
  const chainStart: number[] = [], chainEdge: number[] = [], points: number[] = [];
  const open: number[] = [];
  let at = 0;
  for (const { kind, start, end, ring, isClosed } of feature.parts) {
    const [first, last] = [start, end - 1];
    if (kind === "point" || first === last) {
      points.push(first);
      continue;
    }
    const side = kind === "line" ? OF_LINE : Number(turnsLeft(plane, first, last) === (ring === 0));
    chainEdge.push(at);
    for (let i = first; i < last; i++, at++) {
      from[at] = i;
      to[at] = i + 1;
    }
    if (kind === "ring") {
      from[at] = last;
      to[at++] = first;
    } else if (!isClosed) open.push(first, last);
    left.fill(side, chainEdge.at(-1)!, at);
    chain.fill(chainStart.length, chainEdge.at(-1)!, at);
    chainStart.push(first);
  }
  const isArea = feature.parts.some(({ kind }) => kind === "ring");
  const ends = oddOnes(plane, open);
  const blocks = blocksOf(plane, from, to);
  const box = boxOf(plane);
  return { from, to, left, chain, chainStart, chainEdge, points, ends, isArea, box, blocks };
}

function boxOf({ x, y }: Plane): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    const px = x[i]!, py = y[i]!;
    if (px < minX) minX = px;
    if (px > maxX) maxX = px;
    if (py < minY) minY = py;
    if (py > maxY) maxY = py;
  }
  return [minX, minY, maxX, maxY];
}

function blocksOf({ x, y }: Plane, from: Int32Array, to: Int32Array): Float64Array {
  const blocks = new Float64Array(4 * Math.ceil(from.length / BLOCK));
  for (let e = 0; e < from.length; e++) {
    const at = 4 * Math.floor(e / BLOCK);
    if (e % BLOCK === 0) blocks.set([Infinity, Infinity, -Infinity, -Infinity], at);
    for (const i of [from[e]!, to[e]!]) {
      blocks[at] = Math.min(blocks[at]!, x[i]!);
      blocks[at + 1] = Math.min(blocks[at + 1]!, y[i]!);
      blocks[at + 2] = Math.max(blocks[at + 2]!, x[i]!);
      blocks[at + 3] = Math.max(blocks[at + 3]!, y[i]!);
    }
  }
  return blocks;
}

function countOf(kind: "point" | "line" | "ring", corners: number): number {
  return corners < 2 || kind === "point" ? 0 : kind === "ring" ? corners : corners - 1;
}

/** Whether a simple ring runs with its inside to the left, y up: so it turns at its lowest corner. */
function turnsLeft(plane: Plane, first: number, last: number): boolean {
  let low = first;
  for (let i = first + 1; i <= last; i++) {
    const below = plane.compareY(i, low);
    if (below < 0 || (below === 0 && plane.compareX(i, low) > 0)) low = i;
  }
  const before = low === first ? last : low - 1;
  const behind = low === last ? first : low + 1;
  return plane.turn(before, low, behind) > 0;
}

function oddOnes(plane: Plane, corners: number[]): number[] {
  corners.sort((i, j) => plane.compareX(i, j) || plane.compareY(i, j));
  const odd: number[] = [];
  for (let i = 0, j = 0; i < corners.length; i = j) {
    for (j = i + 1; j < corners.length && plane.same(corners[i]!, corners[j]!);) j++;
    if ((j - i) % 2 === 1) odd.push(corners[i]!);
  }
  return odd;
}
