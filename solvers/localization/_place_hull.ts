import { RootSum } from "../../geometry/root_sum.ts";
import type { HalfPlane, Homogeneous } from "./_place_facts.ts";
import { crossing, sameLine, samePoint, valueAt } from "./_place_lines.ts";

/** A vector, of any length but 0. */
export type Direction = readonly [RootSum, RootSum];

/**
 * A set of points with a x + b y + c >= 0 for all sides, not empty: the convex hull of its
 * corners, extended without end along its directions.
 */
export interface Hull {
  readonly sides: readonly HalfPlane[];
  /** Where no two sides cross, one point of each edge instead. */
  readonly corners: readonly Homogeneous[];
  readonly directions: readonly Direction[];
}

/** The hull of some sides, all taken as closed; null where it is empty. */
export function hullOf(sides: readonly HalfPlane[]): Hull | null {
  if (sides.length === 0) return { sides, corners: [], directions: compass() };
  const inside = (p: Homogeneous) => sides.every((side) => valueAt(side, p).sign() >= 0);
  const crossings = sides.flatMap((side, i) =>
    sides.slice(i + 1).flatMap((other) => crossing(side, other) ?? [])
  );
  const parallel = crossings.length === 0;
  const corners = (parallel ? onePointAnEdge(sides) : crossings).filter(inside);
  // What contains no whole line has a corner unless it is empty; parallel sides bound what they
  // leave by one of them.
  if (corners.length === 0) return null;
  const ways = sides.flatMap(({ a, b }): Direction[] => {
    const along: Direction[] = [[negative(b), a], [b, negative(a)]];
    return parallel ? [...along, [a, b], [negative(a), negative(b)]] : along;
  });
  const endless = ways.filter(([dx, dy]) =>
    sides.every(({ a, b }) => a.times(dx).plus(b.times(dy)).sign() >= 0)
  );
  return {
    sides,
    corners: corners.filter((p, i) => corners.findIndex((q) => samePoint(p, q)) === i),
    directions: endless.filter((d, i) => endless.findIndex((e) => sameDirection(d, e)) === i),
  };
}

function onePointAnEdge(sides: readonly HalfPlane[]): Homogeneous[] {
  return sides.filter((side, i) => sides.findIndex((other) => sameLine(side, other)) === i)
    .flatMap((side) => side.through ?? []);
}

function sameDirection([ax, ay]: Direction, [bx, by]: Direction): boolean {
  return ax.times(by).minus(ay.times(bx)).sign() === 0 &&
    ax.times(bx).plus(ay.times(by)).sign() > 0;
}

function compass(): Direction[] {
  const [zero, one, minus] = [0n, 1n, -1n].map((n) => RootSum.of(n)) as [RootSum, RootSum, RootSum];
  return [[one, zero], [zero, one], [minus, zero], [zero, minus]];
}

function negative(x: RootSum): RootSum {
  return x.times(RootSum.of(-1n));
}
