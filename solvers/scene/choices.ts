import { exact, type Outcome, tie } from "../outcome.ts";
import { compareQuantities, type Measured, type Quantity, quantityGap } from "./quantity.ts";

/**
 * A measured quantity as an answer.
 *
 * @param quantity the quantity
 * @returns always exact, without a margin: a measurement has no boundary
 *
 * @example
 * ```ts
 * import { Rational } from "@alidade/core/geometry";
 * import { measuredOutcome, Quantity } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const outcome = measuredOutcome(Quantity.root(Rational.of(4n)));
 * assertEquals(outcome.status === "exact" && outcome.value.exact, "2");
 * ```
 */
export function measuredOutcome(quantity: Quantity): Outcome<Measured> {
  return exact(quantity.measured);
}

/** Something with a name and a measure. */
export interface Candidate {
  /** The name. */
  readonly name: string;
  /** The measure. */
  readonly quantity: Quantity;
}

/**
 * Which candidate has the least or greatest measure.
 *
 * @param candidates one or more
 * @param which `"least"` or `"greatest"`
 * @param unit what the margin measures
 * @returns the name, with the gap to the second as margin; those that tie
 *
 * @example
 * ```ts
 * import { Rational } from "@alidade/core/geometry";
 * import { extremeOf, Quantity } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const of = (name: string, n: bigint) => ({ name, quantity: Quantity.rational(Rational.of(n)) });
 * assertEquals(extremeOf([of("a", 1n), of("b", 1n), of("c", 2n)], "least", "metre"), {
 *   status: "tie",
 *   values: ["a", "b"],
 * });
 * ```
 */
export function extremeOf(
  candidates: readonly Candidate[],
  which: "least" | "greatest",
  unit: string,
): Outcome<string> {
  const sense = which === "least" ? 1 : -1;
  let best = candidates.slice(0, 1);
  for (const candidate of candidates.slice(1)) {
    const sign = sense * compareQuantities(candidate.quantity, best[0]!.quantity);
    if (sign < 0) best = [candidate];
    else if (sign === 0) best.push(candidate);
  }
  if (best.length > 1) return tie(best.map((c) => c.name));
  const others = candidates.filter((c) => c !== best[0]);
  if (others.length === 0) return exact(best[0]!.name);
  const value = Math.min(...others.map((c) => quantityGap(c.quantity, best[0]!.quantity)));
  return exact(best[0]!.name, { value, unit });
}

/**
 * The candidates from the least measure to the greatest, those that tie together.
 *
 * @param candidates one or more
 * @param unit what the margin measures
 * @returns groups of names in order, with the least gap between neighbours as margin
 *
 * @example
 * ```ts
 * import { Rational } from "@alidade/core/geometry";
 * import { Quantity, rankOf } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const of = (name: string, n: bigint) => ({ name, quantity: Quantity.rational(Rational.of(n)) });
 * const outcome = rankOf([of("a", 2n), of("b", 1n), of("c", 2n)], "metre");
 * assertEquals(outcome.status === "exact" && outcome.value, [["b"], ["a", "c"]]);
 * ```
 */
export function rankOf(candidates: readonly Candidate[], unit: string): Outcome<string[][]> {
  const sorted = [...candidates].sort((a, b) => compareQuantities(a.quantity, b.quantity));
  const groups: Candidate[][] = [];
  let value = Infinity;
  for (const candidate of sorted) {
    const last = groups.at(-1);
    if (last !== undefined && compareQuantities(candidate.quantity, last[0]!.quantity) === 0) {
      last.push(candidate);
      continue;
    }
    if (last !== undefined) {
      value = Math.min(value, quantityGap(candidate.quantity, last[0]!.quantity));
    }
    groups.push([candidate]);
  }
  const names = groups.map((group) => group.map((c) => c.name));
  return exact(names, value === Infinity ? null : { value, unit });
}

/**
 * Whether a quantity is at most a limit.
 *
 * @param quantity the quantity
 * @param limit the limit, which is within
 * @param unit what the margin measures
 * @returns true or false, with how far the limit is as margin
 *
 * @example
 * ```ts
 * import { Rational } from "@alidade/core/geometry";
 * import { Quantity, withinLimit } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const root = Quantity.root(Rational.of(25n));
 * assertEquals(withinLimit(root, Quantity.rational(Rational.of(5n)), "metre"), {
 *   status: "exact",
 *   value: true,
 *   margin: { value: 0, unit: "metre" },
 * });
 * ```
 */
export function withinLimit(quantity: Quantity, limit: Quantity, unit: string): Outcome<boolean> {
  const sign = compareQuantities(quantity, limit);
  return exact(sign <= 0, { value: quantityGap(quantity, limit), unit });
}

/**
 * How one quantity stands to another, in words.
 *
 * @param a a quantity
 * @param b another
 * @param words what to say where `a` is less, where both are equal, where `a` is greater
 * @param unit what the margin measures
 * @returns the word, with the gap as margin; equality is an answer of its own
 *
 * @example
 * ```ts
 * import { Rational } from "@alidade/core/geometry";
 * import { comparedAs, Quantity } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const [one, two] = [1n, 2n].map((n) => Quantity.rational(Rational.of(n)));
 * const outcome = comparedAs(one!, two!, ["below", "level", "above"], "metre");
 * assertEquals(outcome.status === "exact" && outcome.value, "below");
 * ```
 */
export function comparedAs(
  a: Quantity,
  b: Quantity,
  words: readonly [less: string, equal: string, greater: string],
  unit: string,
): Outcome<string> {
  const sign = compareQuantities(a, b);
  return exact(words[sign + 1]!, { value: quantityGap(a, b), unit });
}
