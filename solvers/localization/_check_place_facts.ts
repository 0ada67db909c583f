import { abs, div, fixed, mul, ONE, sineCosine, sqrt, TOLERANCE } from "./_fixed_point.ts";
import type { PlaceFact, PlaceInstance } from "./place_instance.ts";

/** A point or vector of fixed-point numbers. */
export type V = readonly [bigint, bigint];

/** A fact as a test, and the curves that bound it. */
export interface Tested {
  readonly name: string;
  /** Whether a point satisfies it; `closed` takes its edges, and where it starts, along. */
  holds(p: V, closed: boolean): boolean;
  /** How far a point is from its edges, for those that have some. */
  clearance(p: V): bigint | null;
  /** Lines, as a point and a vector of length 1. */
  readonly lines: readonly (readonly [V, V])[];
  readonly circles: readonly { readonly centre: V; readonly radius: bigint }[];
  readonly points: readonly V[];
}

/** Reads all facts into tests. */
export function testedFacts(instance: PlaceInstance): Tested[] {
  const known = new Map(instance.points.map((p) => [p.name, [fixed(p.x), fixed(p.y)] as const]));
  const up = instance.frame === "y-up" ? 1n : -1n;
  return instance.facts.map((fact, i) => {
    const at = known.get(fact.from)!;
    return { ...tested(fact, at, up), name: fact.id ?? `facts[${i}]` };
  });
}

export function minus([ax, ay]: V, [bx, by]: V): V {
  return [ax - bx, ay - by];
}

export function plus([ax, ay]: V, [bx, by]: V): V {
  return [ax + bx, ay + by];
}

export function scale([x, y]: V, by: bigint): V {
  return [mul(x, by), mul(y, by)];
}

export function dot([ax, ay]: V, [bx, by]: V): bigint {
  return mul(ax, bx) + mul(ay, by);
}

export function cross([ax, ay]: V, [bx, by]: V): bigint {
  return mul(ax, by) - mul(ay, bx);
}

export function norm(v: V): bigint {
  return sqrt(dot(v, v));
}

export function same(a: V, b: V): boolean {
  return abs(a[0] - b[0]) <= TOLERANCE && abs(a[1] - b[1]) <= TOLERANCE;
}

function tested(fact: PlaceFact, at: V, up: bigint): Omit<Tested, "name"> {
  const none = { lines: [], circles: [], points: [], clearance: () => null };
  const atDegrees = (degrees: string | number): V => {
    const [s, c] = sineCosine(Number(degrees));
    return [s, c * up];
  };
  if (fact.kind === "displacement") {
    const target: V = [at[0] + fixed(fact.dx), at[1] + fixed(fact.dy)];
    return { ...none, points: [target], holds: (p) => same(p, target) };
  }
  if (fact.kind === "distance" || fact.kind === "squared-distance") {
    const radius = fact.kind === "distance" ? fixed(fact.distance) : sqrt(fixed(fact.squared));
    const holds = (p: V) => abs(norm(minus(p, at)) - radius) <= TOLERANCE;
    if (radius === 0n) return { ...none, points: [at], holds };
    return { ...none, circles: [{ centre: at, radius }], holds };
  }
  const bound = (closed: boolean) => closed ? -TOLERANCE : TOLERANCE;
  if (fact.kind === "bearing") {
    const toward = fact.toward;
    const vector: V = typeof toward === "object"
      ? [fixed(toward[0]), fixed(toward[1])]
      : atDegrees(toward);
    const unit: V = [div(vector[0], norm(vector)), div(vector[1], norm(vector))];
    return {
      ...none,
      lines: [[at, unit]],
      points: [at],
      holds: (p, closed) =>
        abs(cross(unit, minus(p, at))) <= TOLERANCE && dot(unit, minus(p, at)) > bound(closed),
      clearance: (p) => abs(dot(unit, minus(p, at))),
    };
  }
  const [start, end] = [atDegrees(fact.start), atDegrees(fact.end)];
  const half = cross(start, end) * up >= -TOLERANCE && abs(cross(start, end)) <= TOLERANCE;
  const edges = half ? [start] : [start, end];
  return {
    ...none,
    lines: edges.map((edge) => [at, edge] as const),
    points: [at],
    holds: (p, closed) => {
      const d = minus(p, at);
      if (!closed && same(p, at)) return false;
      const least = bound(closed || fact.edges === "closed");
      // Clockwise of the start, and unless that is all, counter-clockwise of the end.
      const after = -up * cross(start, d);
      const before = half ? ONE : up * cross(end, d);
      return after > least && before > least;
    },
    clearance: (p) =>
      edges.map((edge) => abs(cross(edge, minus(p, at)))).reduce((a, b) => a < b ? a : b),
  };
}
