import { list, oneOf, TEXT, tuple } from "../../geometry/form.ts";
import { Q, rootsApart } from "../_check_numbers.ts";
import { outcomeOf, requireClaim, unitFault } from "../_require_claim.ts";
import { mapOutcome } from "../map_outcome.ts";
import type { Margin, Outcome } from "../outcome.ts";
import { squareBetween, squareOf } from "./_check_squares.ts";
import { COMPARISON_FORM, EXTREME_PAIR_FORM, NEAREST_FORM, RANKING_FORM } from "./_forms.ts";
import type { ComparisonInstance } from "./comparison.ts";
import type { Extreme } from "./extreme.ts";
import type { ExtremePairInstance, NamePair } from "./extreme_pair.ts";
import type { NearestInstance } from "./nearest.ts";
import type { Ranking, RankingInstance } from "./ranking.ts";

const NAME_CLAIM = outcomeOf(TEXT);
const PAIR_CLAIM = outcomeOf(tuple(2, TEXT, "[name, name]"));
const CHOICE_CLAIM = outcomeOf(oneOf("first", "second"));
const RANKING_CLAIM = outcomeOf(list(list(TEXT)));

/**
 * Whether an outcome of `solveNearest` is right: every candidate is held against the claim, in
 * rational numbers.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * @example
 * ```ts
 * import { checkNearest, solveNearest } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const from = { name: "A", x: 0, y: 0 };
 * const points = [{ name: "B", x: 1, y: 1 }, { name: "C", x: 2, y: 0 }];
 * const instance = { from, points, metric: "euclidean", extreme: "nearest" } as const;
 * assertEquals(checkNearest(instance, solveNearest(instance)), null);
 * ```
 */
export function checkNearest(instance: NearestInstance, outcome: Outcome<string>): string | null {
  requireClaim(instance, NEAREST_FORM, outcome, NAME_CLAIM);
  const { from, points, metric, extreme } = instance;
  const squares = new Map(points.map((p) => [p.name, squareOf(metric, from, p)]));
  return checkExtreme(squares, extreme, outcome) ?? unitFault(outcome, instance.unit ?? "unit");
}

/**
 * Whether an outcome of `solveExtremePair` is right, as {@link checkNearest}.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * @example
 * ```ts
 * import { checkExtremePair, tie } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [{ name: "A", x: 0, y: 0 }, { name: "B", x: 1, y: 1 }, { name: "C", x: 2, y: 0 }];
 * const instance = { points, metric: "euclidean", extreme: "nearest" } as const;
 * assertEquals(checkExtremePair(instance, tie([["A", "B"], ["B", "C"]] as const)), null);
 * ```
 */
export function checkExtremePair(
  instance: ExtremePairInstance,
  outcome: Outcome<NamePair>,
): string | null {
  requireClaim(instance, EXTREME_PAIR_FORM, outcome, PAIR_CLAIM);
  const { points, metric, extreme } = instance;
  const squares = new Map<string, Q>();
  for (const [i, a] of points.entries()) {
    for (const b of points.slice(i + 1)) {
      squares.set(JSON.stringify([a.name, b.name]), squareOf(metric, a, b));
    }
  }
  return checkExtreme(squares, extreme, mapOutcome(outcome, (pair) => JSON.stringify(pair))) ??
    unitFault(outcome, instance.unit ?? "unit");
}

/**
 * Whether an outcome of `solveComparison` is right, as {@link checkNearest}.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * @example
 * ```ts
 * import { checkComparison, tie } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [{ name: "A", x: 0, y: 0 }, { name: "B", x: 1, y: 1 }, { name: "C", x: 2, y: 0 }];
 * const ends = { first: ["A", "B"], second: ["B", "C"] } as const;
 * const instance = { points, ...ends, asked: "longer", metric: "euclidean" } as const;
 * assertEquals(checkComparison(instance, tie(["first", "second"] as const)), null);
 * ```
 */
export function checkComparison(
  instance: ComparisonInstance,
  outcome: Outcome<"first" | "second">,
): string | null {
  requireClaim(instance, COMPARISON_FORM, outcome, CHOICE_CLAIM);
  const { points, first, second, asked, metric } = instance;
  const squares = new Map([
    ["first", squareBetween(metric, points, first)],
    ["second", squareBetween(metric, points, second)],
  ]);
  return checkExtreme(squares, asked === "shorter" ? "nearest" : "farthest", outcome) ??
    unitFault(outcome, instance.unit ?? "unit");
}

/**
 * Whether an outcome of `solveRanking` is right, as {@link checkNearest}.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * @example
 * ```ts
 * import { checkRanking, exact } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const from = { name: "A", x: 0, y: 0 };
 * const points = [{ name: "B", x: 1, y: 1 }, { name: "C", x: 2, y: 0 }];
 * const instance = { from, points, metric: "euclidean" } as const;
 * assertEquals(checkRanking(instance, exact([["B"], ["C"]], { value: 0.5, unit: "unit" })), null);
 * ```
 */
export function checkRanking(instance: RankingInstance, outcome: Outcome<Ranking>): string | null {
  requireClaim(instance, RANKING_FORM, outcome, RANKING_CLAIM);
  if (outcome.status !== "exact") return "a ranking is always exact";
  const { from, points, metric } = instance;
  const groups = outcome.value;
  const names = groups.flat();
  if (names.length !== points.length || new Set(names).size !== points.length) {
    return "the ranking does not name every point once";
  }
  let last: Q | null = null;
  for (const group of groups) {
    const squares = group.map((name) => {
      const point = points.find((p) => p.name === name);
      return point === undefined ? null : squareOf(metric, from, point);
    });
    const [square] = squares;
    if (square === undefined || square === null) return "a group is empty or names no point";
    if (squares.some((other) => other === null || other.against(square) !== 0)) {
      return `${group.join(", ")} are not equally far`;
    }
    if (last !== null && !clear(square, last, outcome.margin)) {
      return `${group.join(", ")} are not farther than the group before by the margin`;
    }
    last = square;
  }
  return groups.length > 1 === (outcome.margin !== null)
    ? unitFault(outcome, instance.unit ?? "unit")
    : "the margin is missing or idle";
}

function checkExtreme(
  squares: ReadonlyMap<string, Q>,
  extreme: Extreme,
  outcome: Outcome<string>,
): string | null {
  if (outcome.status !== "exact" && outcome.status !== "tie") return "an order has one end";
  const claimed = outcome.status === "exact" ? [outcome.value] : outcome.values;
  const best = squares.get(claimed[0]!);
  if (best === undefined) return `${claimed[0]} is no candidate`;
  for (const [name, square] of squares) {
    const equal = square.against(best) === 0;
    if (claimed.includes(name) !== equal) return `${name} is ${equal ? "left out" : "not equal"}`;
    if (equal) continue;
    const [longer, shorter] = extreme === "nearest" ? [square, best] : [best, square];
    if (!clear(longer, shorter, outcome.status === "exact" ? outcome.margin : null)) {
      return `${name} is not beaten by the margin`;
    }
  }
  if (outcome.status === "tie" && claimed.length < 2) return "one answer is no tie";
  if (outcome.status === "exact" && claimed.length < squares.size && outcome.margin === null) {
    return "the margin is missing";
  }
  return new Set(claimed).size === claimed.length ? null : "a candidate is claimed twice";
}

/** Whether one distance exceeds another, and by the margin where there is one. */
function clear(longer: Q, shorter: Q, margin: Margin | null): boolean {
  if (longer.against(shorter) <= 0) return false;
  return margin === null ||
    (margin.value >= 0 && rootsApart(longer, shorter, Q.ofDouble(margin.value)));
}
