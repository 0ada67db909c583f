import { formatScaled, parseDecimal } from "../../geometry/decimal.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import { acceptsLength } from "../_accepts_length.ts";
import { tiedBoundary } from "../../geometry/sector_classifier.ts";
import type { NamedPoint } from "../_instance.ts";
import { roundedRoot } from "../_rounded_root.ts";
import { classifierOf, type SectorName } from "./sectors.ts";

/** Distances in a description have so many decimals. */
export const PLACES = 2;

/** A statement of where a point is. */
export interface PlaceFact {
  readonly of: string;
  readonly x: string;
  readonly y: string;
}

/** A statement of where one point lies from another, and how far. */
export interface PairFact {
  readonly of: string;
  readonly from: string;
  readonly direction: string;
  readonly distance: string;
}

/** The statements of a description. */
export interface Description {
  readonly places: readonly PlaceFact[];
  readonly pairs: readonly PairFact[];
}

/** What a description is about. */
export interface Described {
  readonly of: readonly NamedPoint[];
  readonly scale: number;
  readonly sectors: SectorName;
  readonly frame: PlaneFrame;
}

/**
 * The right descriptions: every point, and every pair in the order of the points. Each pair that
 * lies on a boundary of the directions has two; none is right where two points are one.
 */
export function describe(described: Described): Description[] {
  const { of, scale } = described;
  const places = of.map(({ name, x, y }) => ({
    of: name,
    x: formatScaled(BigInt(x), scale),
    y: formatScaled(BigInt(y), scale),
  }));
  let all: (readonly PairFact[])[] = [[]];
  for (const [a, b] of pairsOf(of)) {
    const [length] = roundedRoot(square(a, b), PLACES - scale);
    const distance = formatScaled(length!, PLACES);
    const facts = directionsOf(described, a, b).map((direction): PairFact => ({
      ...{ of: b.name, from: a.name, direction, distance },
    }));
    all = all.flatMap((pairs) => facts.map((fact) => [...pairs, fact]));
  }
  return all.map((pairs) => ({ places, pairs }));
}

/** Whether every statement is right, and none is missing. */
export function isRightDescription(described: Described, said: Description): boolean {
  const { of, scale } = described;
  const point = (name: string) => of.find((p) => p.name === name);
  const placesRight = said.places.every((fact) => {
    const p = point(fact.of);
    return p !== undefined && isNumber(fact.x, p.x, scale) && isNumber(fact.y, p.y, scale);
  });
  const pairsRight = said.pairs.every((fact) => {
    const a = point(fact.from), b = point(fact.of);
    return a !== undefined && b !== undefined && a !== b &&
      directionsOf(described, a, b).includes(fact.direction) &&
      acceptsLength(fact.distance, { squares: [square(a, b)], scale, places: PLACES });
  });
  const key = (a: string, b: string) => JSON.stringify([a, b].sort());
  const placed = new Set(said.places.map((f) => f.of));
  const paired = new Set(said.pairs.map((f) => key(f.of, f.from)));
  return placesRight && pairsRight && of.every((p) => placed.has(p.name)) &&
    pairsOf(of).every(([a, b]) => paired.has(key(a.name, b.name)));
}

/** The directions that are right, none where both points are one. */
function directionsOf(
  { sectors, frame }: Pick<Described, "sectors" | "frame">,
  a: NamedPoint,
  b: NamedPoint,
): readonly string[] {
  const classifier = classifierOf(sectors, frame);
  const { labels } = classifier.system;
  const code = classifier.code(b.x - a.x, b.y - a.y);
  const boundary = tiedBoundary(code);
  if (boundary >= 0) return [labels.at(boundary - 1)!, labels[boundary]!];
  return code < 0 ? [] : [labels[code]!];
}

function isNumber(text: string, x: number, scale: number): boolean {
  const said = parseDecimal(text);
  return said.digits * 10n ** BigInt(scale) === BigInt(x) * 10n ** BigInt(said.scale);
}

function pairsOf(of: readonly NamedPoint[]): (readonly [NamedPoint, NamedPoint])[] {
  return of.flatMap((a, i) => of.slice(i + 1).map((b) => [a, b] as const));
}

function square(a: NamedPoint, b: NamedPoint): bigint {
  return BigInt((a.x - b.x) ** 2) + BigInt((a.y - b.y) ** 2);
}
