import type { ConstraintNetwork } from "./network.ts";
import { RCC8 } from "./rcc8.ts";

/** A closed rectangle with integer corners. */
export type Rectangle = readonly [minX: number, minY: number, maxX: number, maxY: number];

const mask = (...names: string[]) => RCC8.mask(names);
const INSIDE = mask("NTPP", "TPP", "EQ");
const DEEP = mask("NTPP");
const TANGENT = mask("TPP");
const EXTERNAL = mask("EC");
const PARTIAL = mask("PO");

/**
 * Regions of the plane, each a union of rectangles, that stand in the base relations of a closed
 * scenario (after Renz 1998). Each fact that something exists gets a spot of its own: a wall with a
 * cell on either side. What holds a cell holds a box there that is larger the deeper it is nested,
 * and all boxes of a cell end at the wall.
 */
export function realiseRegions(scenario: ConstraintNetwork): Rectangle[][] {
  const { size } = scenario;
  const things = Array.from({ length: size }, (_, i) => i);
  const is = (a: number, b: number, relation: number) =>
    a === b ? (relation & mask("EQ")) !== 0 : (scenario.get(a, b) & relation) !== 0;
  const around = things.map((a) => things.filter((b) => is(a, b, INSIDE)));
  const beyond = things.map((a) => things.filter((b) => is(a, b, DEEP)));
  const spots: (readonly [left: readonly number[], right: readonly number[]])[] = [];
  for (const a of things) {
    spots.push([around[a]!, around[a]!]);
    for (const b of things) {
      if (a === b) continue;
      if (is(a, b, TANGENT)) spots.push([around[a]!, beyond[a]!]);
      if (b < a) continue;
      const both = [...around[a]!, ...around[b]!];
      if (is(a, b, PARTIAL)) spots.push([both, both]);
      if (is(a, b, EXTERNAL)) {
        spots.push([[...around[a]!, ...beyond[b]!], [...around[b]!, ...beyond[a]!]]);
      }
    }
  }
  const radius = depths(things, is);
  const step = 2 * Math.max(...radius, 0) + 2;
  const regions = things.map((): Rectangle[] => []);
  spots.forEach(([left, right], i) => {
    for (const a of new Set([...left, ...right])) {
      const r = radius[a]!;
      const x = i * step;
      regions[a]!.push([left.includes(a) ? x - r : x, -r, right.includes(a) ? x + r : x, r]);
    }
  });
  return regions;
}

/** How deep each region must be able to nest others: at least as deep as its parts, more than what it holds inside. */
function depths(
  things: readonly number[],
  is: (a: number, b: number, relation: number) => boolean,
): number[] {
  const depth = things.map(() => 1);
  const inner = things.map((a) => things.filter((b) => a !== b && is(b, a, INSIDE)).length);
  // Whoever has fewer parts comes first; equal regions have the same parts.
  for (const a of things.toSorted((a, b) => inner[a]! - inner[b]!)) {
    for (const b of things) {
      if (a === b || !is(b, a, INSIDE)) continue;
      depth[a] = Math.max(depth[a]!, depth[b]! + (is(b, a, DEEP) ? 1 : 0));
    }
  }
  return depth;
}
