import { byKind, type Form, list, NULL, NUMBER, record, TEXT, tuple } from "../../geometry/form.ts";
import { outcomeOf, requireClaim, unitFault } from "../_require_claim.ts";
import type { Outcome } from "../outcome.ts";
import { same, type Tested, testedFacts, type V } from "./_check_place_facts.ts";
import { samplesOf } from "./_check_place_samples.ts";
import { abs, evaluate, fixed, ONE, TOLERANCE } from "./_fixed_point.ts";
import { PLACE_FORM } from "./_forms.ts";
import type { Place, PlaceInstance, PlaceNumber, PointPlace } from "./place_instance.ts";

const TERM = "(?:\\d+(?:\\.\\d+)?(?:\\*sqrt\\(\\d+\\))?|sqrt\\(\\d+\\))";
const SUM = `-?${TERM}(?:[+-]${TERM})*`;
const WRITTEN = new RegExp(`^(?:${SUM}|-?${TERM}/0*[1-9]\\d*|\\(${SUM}\\)/0*[1-9]\\d*)$`);
const ROOTS: Form = (value) => {
  const isRange = typeof value === "string";
  if (isRange && WRITTEN.test(value)) return null;
  return { path: "", value, must: 'written as "(3-2*sqrt(5))/7"', isRange };
};
/** Beyond it doubles are infinite. */
const LARGEST = fixed(Number.MAX_VALUE);

const PLACE_NUMBER = record({ text: ROOTS, approximate: NUMBER });
const POINT_PLACE = record({ x: PLACE_NUMBER, y: PLACE_NUMBER });
const CIRCLE = record({ centre: TEXT, radius: PLACE_NUMBER });
const CLAIM = outcomeOf(byKind({
  point: POINT_PLACE,
  region: record({
    corners: list(POINT_PLACE),
    directions: list(tuple(2, NUMBER, "[dx, dy]")),
    circle: (value) => NULL(value) && CIRCLE(value),
  }),
}));

/**
 * Whether an outcome of `solvePlace` is right, by other means: in numbers of 100 decimals, places
 * where curves cross and between are tried, and must be just those that are claimed; a core is
 * checked by leaving out each of its facts in turn.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * Cost: some milliseconds.
 *
 * @example
 * ```ts
 * import { checkPlace, type PlaceInstance, solvePlace } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const instance: PlaceInstance = {
 *   points: [{ name: "A", x: 0, y: 0 }],
 *   facts: [
 *     { kind: "distance", from: "A", distance: 5 },
 *     { kind: "bearing", from: "A", toward: [3, 4] },
 *   ],
 *   frame: "y-up",
 * };
 * assertEquals(checkPlace(instance, solvePlace(instance)), null);
 * ```
 */
export function checkPlace(instance: PlaceInstance, outcome: Outcome<Place>): string | null {
  requireClaim(instance, PLACE_FORM, outcome, CLAIM);
  const facts = testedFacts(instance);
  if (outcome.status === "limit" || outcome.status === "between") {
    return "a place has no such outcome";
  }
  if (outcome.status === "impossible") return checkCore(facts, outcome.core ?? []);
  const samples = samplesOf(facts);
  if (outcome.status === "undetermined") {
    const [place] = outcome.possible;
    if (outcome.possible.length > 1) return "what is left open is one region";
    if (place === undefined || place.kind !== "region") return "what is left open is a region";
    // A circle and a line have two places in common at most; two of a convex set make it endless.
    const least = place.circle === null ? 2 : 3;
    if (samples.length < least) return "there are not endlessly many places";
    if (!place.corners.every((p) => isCorner(facts, read(p)))) return "a corner is none";
    const numbers = place.corners.flatMap((p) => [p.x, p.y]);
    return numbers.every(isShown) ? null : "an approximation is too far off";
  }
  const claimed = outcome.status === "exact" ? [outcome.value] : outcome.values;
  const points: V[] = [];
  for (const place of claimed) {
    if (place.kind !== "point") return "one answer is one point";
    if (![place.x, place.y].every(isShown)) return "an approximation is too far off";
    points.push(read(place));
  }
  const broken = facts.find((fact) => points.some((p) => !fact.holds(p, false)));
  if (broken !== undefined) return `a place does not satisfy ${broken.name}`;
  if (samples.some((p) => !points.some((q) => same(p, q)))) return "a place is left out";
  if (points.some((p, i) => points.slice(0, i).some((q) => same(p, q)))) return "a place is double";
  if (outcome.status === "tie") return points.length < 2 ? "one place is no tie" : null;
  return checkMargin(facts, points[0]!, outcome.margin?.value) ??
    unitFault(outcome, instance.unit ?? "unit");
}

function read({ x, y }: PointPlace): V {
  return [evaluate(x.text), evaluate(y.text)];
}

function isShown({ text, approximate }: PlaceNumber): boolean {
  const value = evaluate(text);
  if (!Number.isFinite(approximate)) {
    return abs(value) > LARGEST && approximate === (value > 0n ? Infinity : -Infinity);
  }
  // A double's shortest decimal is itself within half a unit of it.
  return abs(fixed(String(approximate)) - value) <= abs(value) / 2n ** 49n + TOLERANCE;
}

function isCorner(facts: readonly Tested[], p: V): boolean {
  return facts.every((fact) => fact.circles.length > 0 || fact.holds(p, true));
}

function checkMargin(facts: readonly Tested[], p: V, margin: number | undefined): string | null {
  const clear = facts.flatMap((fact) => fact.clearance(p) ?? []);
  if (clear.length === 0) return margin === undefined ? null : "there is nothing to keep clear of";
  if (margin === undefined) return "the margin is missing";
  const least = clear.reduce((a, b) => a < b ? a : b);
  return fixed(String(margin)) <= least + ONE / 10n ** 17n + least / 2n ** 53n
    ? null
    : "the margin is too large";
}

function checkCore(facts: readonly Tested[], core: readonly string[]): string | null {
  const chosen = facts.filter((fact) => core.includes(fact.name));
  if (chosen.length !== core.length) return "the core names what is no fact, or one twice";
  if (samplesOf(chosen).length > 0) return "the core does not contradict itself";
  const idle = chosen.find((fact) =>
    samplesOf(chosen.filter((other) => other !== fact)).length === 0
  );
  return idle === undefined ? null : `the core is not minimal: ${idle.name}`;
}
