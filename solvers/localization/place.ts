import type { Place, PlaceInstance } from "./place_instance.ts";
import { requireForm } from "../../geometry/form.ts";
import { exact, impossible, type Outcome, tie, undetermined } from "../outcome.ts";
import { PLACE_FORM } from "./_forms.ts";
import { type Facts, readFacts } from "./_place_facts.ts";
import { marginOf, showPoint, showRegion } from "./_place_show.ts";
import { solutionsOf } from "./_place_solutions.ts";

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
 * import { solvePlace } from "@alidade/core";
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
