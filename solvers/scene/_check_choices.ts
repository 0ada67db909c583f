import { Q, rootsApart } from "../_check_numbers.ts";
import type { Outcome } from "../outcome.ts";
import type { F, Truth } from "./_truth.ts";
import type { Measured } from "./quantity.ts";

// Checks of answers that follow from numbers; they share no code with `choices.ts`.

/** The square root of a fraction of squared integers, `one` of which are a metre. */
export function rootOf({ n, d }: F, one: bigint): Truth {
  return { value: new Q(n, d * one * one), isRoot: true };
}

/** A number itself. */
export function plain(value: Q): Truth {
  return { value, isRoot: false };
}

/** The sign of a - b. */
export function order(a: Truth, b: Truth): number {
  if (!a.isRoot && !b.isRoot) return a.value.against(b.value);
  const [x, y] = [signed(a), signed(b)];
  return x.against(y);
}

/** The square with the sign of the number. */
function signed({ value, isRoot }: Truth): Q {
  return isRoot ? value : value.times(value.abs());
}

/** Whether two numbers are at least `margin` apart. */
export function isApart(a: Truth, b: Truth, margin: number): boolean {
  const m = Q.ofDouble(margin);
  if (margin === 0) return true;
  if (!a.isRoot && !b.isRoot) return a.value.minus(b.value).abs().against(m) >= 0;
  const [high, low] = order(a, b) > 0 ? [a, b] : [b, a];
  if (!low.isRoot && low.value.sign < 0) {
    const rest = m.minus(low.value.abs());
    return rest.sign <= 0 || high.value.against(rest.times(rest)) >= 0;
  }
  return rootsApart(signed(high), signed(low), m);
}

/** What is wrong with a measured answer. */
export function faultOfMeasured(truth: Truth, outcome: Outcome<unknown>): string | null {
  if (outcome.status !== "exact") return "the answer is a number";
  if (outcome.margin !== null) return "a measurement has no boundary, so there is no margin";
  const { exact, squared, approximate } = outcome.value as Measured;
  const claimed = truth.isRoot ? squared : exact;
  if (claimed === null || Q.read(claimed).against(truth.value) !== 0) {
    return `the answer ${truth.isRoot ? "squared " : ""}is ${truth.value.n}/${truth.value.d}`;
  }
  if (truth.isRoot && exact !== null) {
    const root = Q.read(exact);
    if (root.times(root).against(truth.value) !== 0) return "the root is another number";
  }
  const near = Q.ofDouble(approximate);
  const room = new Q(1n, 1n << 45n);
  const isNear = truth.isRoot
    ? near.times(near).minus(truth.value).abs().against(truth.value.times(room)) <= 0
    : near.minus(truth.value).abs().against(truth.value.abs().times(room)) <= 0;
  return isNear ? null : "the double is not near the number";
}

/** A name and its number. */
export interface Named {
  readonly name: string;
  readonly truth: Truth;
}

/** What is wrong with the claim that one is the least or greatest. */
export function faultOfExtreme(
  list: readonly Named[],
  which: "least" | "greatest",
  outcome: Outcome<unknown>,
): string | null {
  const sense = which === "least" ? 1 : -1;
  const isBest = (a: Named) => list.every((b) => sense * order(a.truth, b.truth) <= 0);
  const best = list.filter(isBest).map((a) => a.name).sort();
  const claimed = outcome.status === "exact"
    ? [outcome.value as string]
    : outcome.status === "tie"
    ? [...outcome.values as string[]].sort()
    : [];
  if (JSON.stringify(best) !== JSON.stringify(claimed)) return `the answer is ${best.join(", ")}`;
  if (outcome.status !== "exact" || outcome.margin === null) return null;
  const { value } = outcome.margin;
  const top = list.find((a) => a.name === best[0])!;
  const isSure = list.every((b) => b === top || isApart(top.truth, b.truth, value));
  return isSure ? null : "the margin is too large";
}

/** What is wrong with an order. */
export function faultOfRank(list: readonly Named[], outcome: Outcome<unknown>): string | null {
  if (outcome.status !== "exact") return "there is an order";
  const groups = outcome.value as string[][];
  const truth = new Map(list.map((a) => [a.name, a.truth]));
  if (groups.flat().sort().join("\n") !== [...truth.keys()].sort().join("\n")) {
    return "the order holds other names";
  }
  const margin = outcome.margin?.value ?? 0;
  for (const [i, group] of groups.entries()) {
    const first = truth.get(group[0]!)!;
    if (group.some((name) => order(truth.get(name)!, first) !== 0)) return "no tie is there";
    if (i === 0) continue;
    const before = truth.get(groups[i - 1]![0]!)!;
    if (order(before, first) >= 0) return `${group[0]} stands too late`;
    if (!isApart(before, first, margin)) return "the margin is too large";
  }
  return null;
}

/** What is wrong with a comparison in words. */
export function faultOfCompared(
  a: Truth,
  b: Truth,
  words: readonly [string | boolean, string | boolean, string | boolean],
  outcome: Outcome<unknown>,
): string | null {
  const right = words[order(a, b) + 1]!;
  if (outcome.status !== "exact" || outcome.value !== right) return `the answer is ${right}`;
  return isApart(a, b, outcome.margin?.value ?? 0) ? null : "the margin is too large";
}

/** What is wrong with an answer that has no margin, such as a name or a list. */
export function faultOfPlain(right: unknown, outcome: Outcome<unknown>): string | null {
  const isRight = outcome.status === "exact" &&
    JSON.stringify(outcome.value) === JSON.stringify(right);
  return isRight ? null : `the answer is ${JSON.stringify(right)}`;
}
