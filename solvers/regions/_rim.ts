import type { Feature } from "../../geometry/features/feature.ts";
import type { Plane } from "./_plane.ts";

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
}

/** A line's edge has no inside beside it. */
export const OF_LINE = 2;

/** The edges of a feature whose first corner is a corner `base` of the plane. */
export function rimOf(plane: Plane, feature: Feature, base: number): Rim {
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
    const [first, last] = [base + start, base + end - 1];
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
  return { from, to, left, chain, chainStart, chainEdge, points, ends, isArea };
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
