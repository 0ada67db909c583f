import { formatScaled, parseDecimal } from "../../geometry/decimal.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import { acceptsLength } from "../_accepts_length.ts";
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

/** The right description: every point, and every pair in the order of the points. */
export function describe({ of, scale, sectors, frame }: Described): Description {
  const places = of.map(({ name, x, y }) => ({
    of: name,
    x: formatScaled(BigInt(x), scale),
    y: formatScaled(BigInt(y), scale),
  }));
  const pairs = pairsOf(of).map(([a, b]) => {
    const direction = directionOf({ sectors, frame }, a, b);
    if (direction === null) {
      throw new RangeError(
        `Cannot describe ${b.name} from ${a.name}: it lies on a boundary of the directions`,
      );
    }
    const [length] = roundedRoot(square(a, b), PLACES - scale);
    return { of: b.name, from: a.name, direction, distance: formatScaled(length!, PLACES) };
  });
  return { places, pairs };
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
      directionOf(described, a, b) === fact.direction &&
      acceptsLength(fact.distance, { squares: [square(a, b)], scale, places: PLACES });
  });
  const key = (a: string, b: string) => JSON.stringify([a, b].sort());
  const placed = new Set(said.places.map((f) => f.of));
  const paired = new Set(said.pairs.map((f) => key(f.of, f.from)));
  return placesRight && pairsRight && of.every((p) => placed.has(p.name)) &&
    pairsOf(of).every(([a, b]) => paired.has(key(a.name, b.name)));
}

function directionOf(
  { sectors, frame }: Pick<Described, "sectors" | "frame">,
  a: NamedPoint,
  b: NamedPoint,
): string | null {
  const classifier = classifierOf(sectors, frame);
  const code = classifier.code(b.x - a.x, b.y - a.y);
  return code < 0 ? null : classifier.system.labels[code]!;
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
