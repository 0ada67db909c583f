import { RootSum } from "../../geometry/root_sum.ts";
import { type Decimal, type Exact, parseDecimal } from "../../geometry/mod.ts";
import { requireDistinct } from "../_plane_points.ts";
import type { PlaceFact, PlaceInstance } from "./place_instance.ts";

/** A point (x/w, y/w) in scaled coordinates, w above 0. */
export interface Homogeneous {
  readonly x: RootSum;
  readonly y: RootSum;
  readonly w: RootSum;
}

/** a x + b y + c, zero on a line through the integer point `through`. */
export interface Line {
  readonly a: RootSum;
  readonly b: RootSum;
  readonly c: RootSum;
  /** A point of the line; null where it is that of two circles. */
  readonly through: Homogeneous | null;
}

/** The side of a line where it is 0 or more, or more than 0. */
export interface HalfPlane extends Line {
  readonly strict: boolean;
}

/** All points at a distance from a known point whose square is `square`, in scaled coordinates. */
export interface Circle {
  readonly x: bigint;
  readonly y: bigint;
  readonly square: bigint;
  readonly centre: string;
}

/** One fact as equations and inequalities. */
export interface Constraint {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly halfPlanes: readonly HalfPlane[];
  readonly circle: Circle | null;
  /** A known point that the place is not. */
  readonly not: Homogeneous | null;
}

/** All facts, in coordinates multiplied by `unit`. */
export interface Facts {
  readonly list: readonly Constraint[];
  readonly unit: bigint;
}

type Vector = readonly [RootSum, RootSum];

/** Reads an instance, bringing all its numbers to integers of one scale. */
export function readFacts(instance: PlaceInstance): Facts {
  requireDistinct(instance.points.map((p) => p.name), (i) => `points[${i}]`);
  const scale = scaleOf(instance);
  const unit = 10n ** BigInt(scale);
  const scaled = (x: Exact, what: string, power = 1) => {
    const d = parseDecimal(x, what);
    return d.digits * 10n ** BigInt(power * scale - d.scale);
  };
  const known = new Map(instance.points.map((p, i) => {
    return [p.name, [scaled(p.x, `points[${i}].x`), scaled(p.y, `points[${i}].y`)] as const];
  }));
  const list = instance.facts.map((fact, i): Constraint => {
    const what = `facts[${i}]`;
    const at = known.get(fact.from);
    if (at === undefined) {
      throw new RangeError(
        `Cannot use ${what}: no point is named ${JSON.stringify(fact.from)}, must be one of points`,
      );
    }
    const up = instance.frame === "y-up" ? 1n : -1n;
    return { ...read(fact, what, at, up, scaled), name: fact.id ?? what };
  });
  return { list, unit };
}

/** The least number of decimals at which every number, and every square, is an integer. */
function scaleOf({ points, facts }: PlaceInstance): number {
  const of = (x: Exact, what: string): Decimal => parseDecimal(x, what);
  let scale = 0;
  for (const [i, p] of points.entries()) {
    scale = Math.max(scale, of(p.x, `points[${i}].x`).scale, of(p.y, `points[${i}].y`).scale);
  }
  for (const [i, fact] of facts.entries()) {
    const what = `facts[${i}]`;
    if (fact.kind === "displacement") {
      scale = Math.max(scale, of(fact.dx, `${what}.dx`).scale, of(fact.dy, `${what}.dy`).scale);
    } else if (fact.kind === "distance") {
      scale = Math.max(scale, of(fact.distance, `${what}.distance`).scale);
    } else if (fact.kind === "squared-distance") {
      scale = Math.max(scale, Math.ceil(of(fact.squared, `${what}.squared`).scale / 2));
    }
  }
  return scale;
}

function read(
  fact: PlaceFact,
  what: string,
  [x, y]: readonly [bigint, bigint],
  up: bigint,
  scaled: (x: Exact, what: string, power?: number) => bigint,
): Omit<Constraint, "name"> {
  const none = { lines: [], halfPlanes: [], circle: null, not: null };
  const at = pointAt(x, y);
  switch (fact.kind) {
    case "displacement": {
      const [dx, dy] = [scaled(fact.dx, `${what}.dx`), scaled(fact.dy, `${what}.dy`)];
      return { ...none, lines: bothAxes(pointAt(x + dx, y + dy)) };
    }
    case "distance":
    case "squared-distance": {
      const square = fact.kind === "distance"
        ? requirePositive(scaled(fact.distance, `${what}.distance`), `${what}.distance`) ** 2n
        : requirePositive(scaled(fact.squared, `${what}.squared`, 2), `${what}.squared`);
      if (square === 0n) return { ...none, lines: bothAxes(at) };
      return { ...none, circle: { x, y, square, centre: fact.from } };
    }
    case "bearing": {
      const [dx, dy] = bearingVector(fact.toward, `${what}.toward`, up);
      const ahead = { ...halfPlane(at, dx, dy), strict: true };
      return { ...none, lines: [halfPlane(at, negative(dy), dx)], halfPlanes: [ahead], not: at };
    }
    case "sector":
      return { ...none, halfPlanes: sector(fact, what, at, up), not: at };
    default:
      throw new RangeError(
        `Cannot use ${what}: kind ${JSON.stringify((fact as PlaceFact).kind)}, must be ` +
          "displacement, distance, squared-distance, bearing or sector",
      );
  }
}

function sector(
  fact: Extract<PlaceFact, { kind: "sector" }>,
  what: string,
  at: Homogeneous,
  up: bigint,
): HalfPlane[] {
  const start = tenths(fact.start, `${what}.start`);
  const end = tenths(fact.end, `${what}.end`);
  const width = ((end - start) % 3600 + 3600) % 3600;
  if (width === 0 || width > 1800) {
    throw new RangeError(
      `Cannot use ${what}: ${fact.start} to ${fact.end} degrees, must be more than 0 and at most 180 wide`,
    );
  }
  const strict = fact.edges === "open";
  // Clockwise of the start and counter-clockwise of the end, as seen; with y down, areas flip.
  const flip = RootSum.of(up);
  const [sx, sy] = compassVector(start, `${what}.start`, up);
  const [ex, ey] = compassVector(end, `${what}.end`, up);
  const after = halfPlane(at, sy.times(flip), negative(sx).times(flip));
  const before = halfPlane(at, negative(ey).times(flip), ex.times(flip));
  const both = [{ ...after, strict }, { ...before, strict }];
  return width === 1800 ? both.slice(0, 1) : both;
}

/** The side of the line through p towards which (a, b) points. */
function halfPlane(p: Homogeneous, a: RootSum, b: RootSum): Line {
  const c = negative(a.times(p.x).plus(b.times(p.y)));
  return { a, b, c, through: p };
}

function bothAxes(p: Homogeneous): Line[] {
  const [zero, one] = [RootSum.of(0n), RootSum.of(1n)];
  return [halfPlane(p, one, zero), halfPlane(p, zero, one)];
}

function pointAt(x: bigint, y: bigint): Homogeneous {
  return { x: RootSum.of(x), y: RootSum.of(y), w: RootSum.of(1n) };
}

function negative(x: RootSum): RootSum {
  return x.times(RootSum.of(-1n));
}

function requirePositive(x: bigint, what: string): bigint {
  if (x >= 0n) return x;
  throw new RangeError(`Cannot use ${what}: it is negative, must be 0 or more`);
}

function bearingVector(
  toward: Extract<PlaceFact, { kind: "bearing" }>["toward"],
  what: string,
  up: bigint,
): Vector {
  if (typeof toward === "number" || typeof toward === "string") {
    const angle = tenths(toward, what);
    if (angle % 450 === 0) return compassVector(angle, what, up);
    throw new RangeError(`Cannot use ${what}: ${toward} degrees, must be a multiple of 45`);
  }
  const [dx, dy] = toward.map((part, i) => parseDecimal(part, `${what}[${i}]`)) as [
    Decimal,
    Decimal,
  ];
  if (dx.digits === 0n && dy.digits === 0n) {
    throw new RangeError(`Cannot use ${what}: (0, 0), must be a direction`);
  }
  return [
    RootSum.of(dx.digits * 10n ** BigInt(Math.max(0, dy.scale - dx.scale))),
    RootSum.of(dy.digits * 10n ** BigInt(Math.max(0, dx.scale - dy.scale))),
  ];
}

/** Degrees as a whole number of tenths. */
function tenths(degrees: Exact, what: string): number {
  const { digits, scale } = parseDecimal(degrees, what);
  if (scale <= 1) return Number(digits * 10n ** BigInt(1 - scale) % 3600n);
  throw new RangeError(`Cannot use ${what}: ${degrees} degrees, must be a multiple of 15 or 22.5`);
}

/** Along the circle from north to 45 degrees: (tangent, 1), or (1, cotangent). */
const FIRST_OCTANT: Readonly<Record<number, Vector>> = {
  0: [RootSum.of(0n), RootSum.of(1n)],
  150: [RootSum.of(2n).minus(RootSum.of(1n, 3n)), RootSum.of(1n)],
  225: [RootSum.of(1n, 2n).minus(RootSum.of(1n)), RootSum.of(1n)],
  300: [RootSum.of(1n), RootSum.of(1n, 3n)],
  450: [RootSum.of(1n), RootSum.of(1n)],
};

/** A vector at a compass angle, exactly, for multiples of 15 and 22.5 degrees. */
function compassVector(angle: number, what: string, up: bigint): Vector {
  const turned = (angle % 3600 + 3600) % 3600;
  const rest = turned % 900;
  const known = FIRST_OCTANT[rest <= 450 ? rest : 900 - rest];
  if (known === undefined) {
    throw new RangeError(
      `Cannot use ${what}: ${angle / 10} degrees, must be a multiple of 15 or 22.5`,
    );
  }
  let [right, ahead]: Vector = rest <= 450 ? known : [known[1], known[0]];
  for (let quarter = 900; quarter <= turned; quarter += 900) {
    [right, ahead] = [ahead, negative(right)];
  }
  return [right, ahead.times(RootSum.of(up))];
}
