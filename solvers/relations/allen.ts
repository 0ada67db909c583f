import { RelationAlgebra } from "./algebra.ts";
import { tablesFrom } from "./_tables.ts";

/** An interval of the line, its start before its end. */
export type Interval = readonly [start: number, end: number];

/** Where a point lies, by an interval: 0 before it, 1 at its start, 2 inside, 3 at its end, 4 after. */
function zone(x: number, [start, end]: Interval): number {
  return Math.sign(x - start) + Math.sign(x - end) + 2;
}

/** Each base relation with the zones of the start and of the end of a, by b. */
const ZONES: readonly (readonly [name: string, start: number, end: number])[] = [
  ["<", 0, 0],
  [">", 4, 4],
  ["d", 2, 2],
  ["di", 0, 4],
  ["o", 0, 2],
  ["oi", 2, 4],
  ["m", 0, 1],
  ["mi", 3, 4],
  ["s", 1, 2],
  ["si", 1, 4],
  ["f", 2, 3],
  ["fi", 0, 3],
  ["=", 1, 3],
];

/** The base relation of two intervals, as its number. */
export function allenRelation(a: Interval, b: Interval): number {
  const [start, end] = [zone(a[0], b), zone(a[1], b)];
  return ZONES.findIndex(([, s, e]) => s === start && e === end);
}

/** All intervals between six points: three intervals have no more ends than that. */
function intervals(): Interval[] {
  const all: Interval[] = [];
  for (let start = 0; start < 5; start++) {
    for (let end = start + 1; end < 6; end++) all.push([start, end]);
  }
  return all;
}

/** 2 less the number of ends that meet: 2, 1 or 0. */
function dimension([, start, end]: (typeof ZONES)[number]): number {
  return 2 - start % 2 - end % 2;
}

/**
 * Whether a relation is pre-convex, which is to say ORD-Horn: what its convex closure has beside it
 * is of lower dimension (Ligozat 1996; Nebel & Burckert 1995).
 */
function isPreConvex(mask: number): boolean {
  const chosen = ZONES.filter((_, i) => mask >> i & 1);
  const range = (of: (zone: (typeof ZONES)[number]) => number) => {
    const all = chosen.map(of);
    return [Math.min(...all), Math.max(...all)] as const;
  };
  const [lowS, highS] = range(([, start]) => start);
  const [lowE, highE] = range(([, , end]) => end);
  const most = Math.max(...chosen.map(dimension));
  return ZONES.every((zone, i) => {
    const [, start, end] = zone;
    const isInside = lowS <= start && start <= highS && lowE <= end && end <= highE;
    return !isInside || Boolean(mask >> i & 1) || dimension(zone) < most;
  });
}

/** Allen's interval algebra: how two intervals lie on a line, of 13 ways (Allen 1983). */
export const ALLEN: RelationAlgebra = new RelationAlgebra({
  name: "allen",
  relations: ZONES.map(([name]) => name),
  identity: ZONES.length - 1,
  ...tablesFrom(intervals(), ZONES.length, allenRelation),
  isTractable: memo(isPreConvex, 1 << ZONES.length),
  preference: ZONES.map((_, i) => i).sort((a, b) => dimension(ZONES[b]!) - dimension(ZONES[a]!)),
});

/** Keeps what was found of each mask. */
function memo(test: (mask: number) => boolean, size: number): (mask: number) => boolean {
  const known = new Uint8Array(size);
  return (mask) => {
    if (known[mask] === 0) known[mask] = test(mask) ? 2 : 1;
    return known[mask] === 2;
  };
}
