import { requireForm } from "../../geometry/_form.ts";
import type { Exact, PlaneFrame } from "../../geometry/mod.ts";
import { exact, impossible, type Outcome, tie, undetermined } from "../outcome.ts";
import type { PlanePoint } from "../plane_point.ts";
import { PLACE_FORM } from "./_forms.ts";
import { type Facts, readFacts } from "./_place_facts.ts";
import { marginOf, showPoint, showRegion } from "./_place_show.ts";
import { solutionsOf } from "./_place_solutions.ts";

/** What every fact on a place has. */
export interface PlaceFactBase {
  /** The name of the known point it starts from. */
  readonly from: string;
  /** What a contradiction calls the fact; `facts[i]` when left out. */
  readonly id?: string;
}

/** The place is the known point, moved. */
export interface DisplacementFact extends PlaceFactBase {
  /** Tells the kinds of facts apart. */
  readonly kind: "displacement";
  /** By how much along x. */
  readonly dx: Exact;
  /** By how much along y, in the frame of the instance. */
  readonly dy: Exact;
}

/** The place is at a Euclidean distance from the known point. */
export interface DistanceFact extends PlaceFactBase {
  /** Tells the kinds of facts apart. */
  readonly kind: "distance";
  /** The distance, 0 or more; an integer or decimal. */
  readonly distance: Exact;
}

/** The place is at a Euclidean distance from the known point whose square is given. */
export interface SquaredDistanceFact extends PlaceFactBase {
  /** Tells the kinds of facts apart. */
  readonly kind: "squared-distance";
  /** The square of the distance, 0 or more; an integer or decimal. */
  readonly squared: Exact;
}

/** The place is straight ahead, looking from the known point in a direction; not that point. */
export interface BearingFact extends PlaceFactBase {
  /** Tells the kinds of facts apart. */
  readonly kind: "bearing";
  /**
   * The direction: degrees clockwise from north (up, as seen), a multiple of 45; or a vector
   * [dx, dy] of any length but 0, in the frame of the instance.
   */
  readonly toward: Exact | readonly [dx: Exact, dy: Exact];
}

/**
 * The place is in a sector of directions from the known point; not that point itself. "C is
 * north-east of A" on a compass of eight is start 22.5, end 67.5.
 */
export interface SectorFact extends PlaceFactBase {
  /** Tells the kinds of facts apart. */
  readonly kind: "sector";
  /** Where the sector begins: degrees clockwise from north, a multiple of 15 or 22.5. */
  readonly start: Exact;
  /** Where it ends, clockwise from the start by more than 0 and at most 180 degrees. */
  readonly end: Exact;
  /** Whether its edges belong to it. */
  readonly edges: "closed" | "open";
}

/** A fact on an unknown place, seen from a known point. */
export type PlaceFact =
  | DisplacementFact
  | DistanceFact
  | SquaredDistanceFact
  | BearingFact
  | SectorFact;

/** Known points, and facts on a place that is asked. */
export interface PlaceInstance {
  /** The known points. */
  readonly points: readonly PlanePoint[];
  /** The facts, in any order; with none the place may be anywhere. */
  readonly facts: readonly PlaceFact[];
  /** Which way y points. */
  readonly frame: PlaneFrame;
  /** What coordinates are measured in; `"unit"` when left out. */
  readonly unit?: string;
}

/** A number exactly, and for show. */
export interface PlaceNumber {
  /** An integer, decimal or fraction, or a form such as `"(3+2*sqrt(5))/7"`. */
  readonly text: string;
  /** A double within 2^-50 of it, relatively. */
  readonly approximate: number;
}

/** One point. */
export interface PointPlace {
  /** Tells the kinds of places apart. */
  readonly kind: "point";
  /** Its x. */
  readonly x: PlaceNumber;
  /** Its y. */
  readonly y: PlaceNumber;
}

/**
 * Infinitely many points: a convex region, or the part of a circle that lies in one. The region is
 * the hull of its corners, extended without end along its directions; without either it is the
 * whole plane. Open edges are not told apart here: the facts tell them.
 */
export interface RegionPlace {
  /** Tells the kinds of places apart. */
  readonly kind: "region";
  /** The corners, or where there are none, points of the edges. */
  readonly corners: readonly PointPlace[];
  /** Along which vectors [dx, dy], for show, the region has no end. */
  readonly directions: readonly (readonly [dx: number, dy: number])[];
  /** The circle all points lie on, by a known point as centre; null where there is none. */
  readonly circle: { readonly centre: string; readonly radius: PlaceNumber } | null;
}

/** What facts leave of the plane. */
export type Place = PointPlace | RegionPlace;

/**
 * Where a place is, given displacements, distances, bearings and sectors from known points.
 *
 * All arithmetic is exact: coordinates are integers, and square roots where circles meet or edges
 * of sectors are no multiples of 45 degrees.
 *
 * @param instance the known points, the facts, and which way y points
 * @returns `exact` with the only point, and a lower bound of its distance to the nearest edge of a
 * sector or end of a bearing as margin (null where there are none); `tie` with all points where
 * there are several; `undetermined` with the region where there are infinitely many;
 * `impossible` with a minimal set of facts that contradict each other
 * @throws RangeError, SyntaxError for numbers that are not exact, names no point has, directions
 * that are no multiples as stated, or where two sectors share just an edge at other than a multiple
 * of 45 degrees and a circle meets it
 *
 * Cost: the cube of the number of facts, some 10 us each; that again for each fact where they clash.
 *
 * @example
 * ```ts
 * import { solvePlace } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [{ name: "A", x: 0, y: 0 }, { name: "B", x: 4, y: 0 }];
 * const outcome = solvePlace({
 *   points,
 *   facts: [
 *     { kind: "distance", from: "A", distance: 3 },
 *     { kind: "distance", from: "B", distance: 3 },
 *     { kind: "sector", from: "A", start: 0, end: 90, edges: "closed" },
 *   ],
 *   frame: "y-up",
 * });
 * assertEquals(outcome.status === "exact" && outcome.value, {
 *   kind: "point",
 *   x: { text: "2", approximate: 2 },
 *   y: { text: "sqrt(5)", approximate: 2.23606797749979 },
 * });
 * ```
 */
export function solvePlace(instance: PlaceInstance): Outcome<Place> {
  requireForm(instance, PLACE_FORM);
  const { unit = "unit" } = instance;
  const facts = readFacts(instance);
  const solutions = solutionsOf(facts.list);
  if (solutions.kind === "unwritable") {
    throw new RangeError(
      "Cannot write where a circle meets the edge of a sector, must be at a multiple of 45 degrees",
    );
  }
  if (solutions.kind === "region") return undetermined([showRegion(facts, solutions)]);
  const { points } = solutions;
  if (points.length === 0) return impossible("no place satisfies all facts", coreOf(facts));
  if (points.length > 1) return tie(points.map((point) => showPoint(facts, point)));
  const margin = marginOf(facts, points[0]!);
  return exact(showPoint(facts, points[0]!), margin === null ? null : { value: margin, unit });
}

/** The facts without which, one at a time, the rest would not clash. */
function coreOf({ list }: Facts): string[] {
  let core = list;
  for (const fact of list) {
    const rest = core.filter((other) => other !== fact);
    const left = solutionsOf(rest);
    if (left.kind === "points" && left.points.length === 0) core = rest;
  }
  return core.map((fact) => fact.name);
}
