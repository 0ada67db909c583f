import { numberThat, record } from "../../geometry/form.ts";
import { outcomeOf, requireClaim, unitFault } from "../_require_claim.ts";
import type { Outcome } from "../outcome.ts";
import { CHAIN_FORM } from "./_forms.ts";
import type { ChainFact, ChainInstance, GridRelation, StepRange } from "./chain.ts";

const SIGN = numberThat("-1, 0 or 1", (x) => [-1, 0, 1].includes(x));
const CLAIM = outcomeOf(record({ x: SIGN, y: SIGN }));

/**
 * Whether an outcome of {@link solveChain} is right, by another method: the closure of all pairs
 * (Floyd 1962) instead of shortest paths from two nodes; a core is checked by leaving out each
 * of its facts in turn.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * Cost: the cube of the number of objects, and that times the core.
 *
 * @example
 * ```ts
 * import { checkChain } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const facts = [{ subject: "A", reference: "B", dx: 1, dy: 0 }];
 * const instance = { facts, subject: "A", reference: "B" };
 * const margin = { value: 1, unit: "step" };
 * assertEquals(checkChain(instance, { status: "exact", value: { x: 1, y: 0 }, margin }), null);
 * ```
 */
export function checkChain(
  instance: ChainInstance,
  outcome: Outcome<GridRelation>,
): string | null {
  requireClaim(instance, CHAIN_FORM, outcome, CLAIM);
  const { facts, subject, reference } = instance;
  const x = closure(facts, "dx", subject, reference);
  const y = closure(facts, "dy", subject, reference);
  if (outcome.status === "impossible") {
    if (x !== null && y !== null) return "the facts do not contradict each other";
    return checkCore(facts, outcome.core ?? []);
  }
  if (x === null || y === null) return "the facts contradict each other";
  if (outcome.status !== "exact" && outcome.status !== "undetermined") {
    return "a chain has no such outcome";
  }
  const claimed = outcome.status === "exact" ? [outcome.value] : outcome.possible;
  const allowed: string[] = [];
  for (const sx of [-1, 0, 1]) {
    for (const sy of [-1, 0, 1]) if (allows(x, sx) && allows(y, sy)) allowed.push(`${sx} ${sy}`);
  }
  if (claimed.map((r) => `${r.x} ${r.y}`).join() !== allowed.join()) {
    return `the facts allow ${allowed.join(", ")}`;
  }
  if (outcome.status === "exact") {
    const slack = Math.min(away(x, outcome.value.x), away(y, outcome.value.y));
    if (!(outcome.margin !== null && outcome.margin.value <= slack)) return "margin is too large";
  }
  if ((outcome.status === "exact") !== (allowed.length === 1)) return "one relation is exact";
  return unitFault(outcome, "step");
}

type Range = readonly [number, number];

function allows([low, high]: Range, sign: number): boolean {
  return sign < 0 ? low < 0 : sign > 0 ? high > 0 : low <= 0 && 0 <= high;
}

function away([low, high]: Range, sign: number): number {
  return sign === 0 ? 1 : sign > 0 ? low : -high;
}

/** The bounds of one displacement, or null where the facts contradict each other. */
function closure(
  facts: readonly ChainFact[],
  axis: "dx" | "dy",
  subject: string,
  reference: string,
): Range | null {
  const names = [
    ...new Set([...facts.flatMap((f) => [f.subject, f.reference]), subject, reference]),
  ];
  const most = names.map((a) => names.map((b) => a === b ? 0 : Infinity));
  for (const fact of facts) {
    const [s, r] = [names.indexOf(fact.subject), names.indexOf(fact.reference)];
    const [low, high] = ends(fact[axis]);
    most[s]![r] = Math.min(most[s]![r]!, high);
    most[r]![s] = Math.min(most[r]![s]!, -low);
  }
  for (const k of names.keys()) {
    for (const i of names.keys()) {
      for (const j of names.keys()) {
        most[i]![j] = Math.min(most[i]![j]!, most[i]![k]! + most[k]![j]!);
      }
    }
  }
  if (names.some((_, i) => most[i]![i]! < 0)) return null;
  const [s, r] = [names.indexOf(subject), names.indexOf(reference)];
  return [-most[r]![s]!, most[s]![r]!];
}

function ends(range: StepRange): Range {
  if (typeof range === "number") return [range, range];
  return [range[0] ?? -Infinity, range[1] ?? Infinity];
}

function checkCore(facts: readonly ChainFact[], core: readonly string[]): string | null {
  const chosen = facts.filter((fact, i) => core.includes(fact.id ?? `facts[${i}]`));
  const clashes = (some: readonly ChainFact[]) =>
    (["dx", "dy"] as const).some((axis) => closure(some, axis, "", "") === null);
  if (chosen.length !== core.length) return "the core names what is no fact, or one twice";
  if (!clashes(chosen)) return "the core does not contradict itself";
  for (const fact of chosen) {
    if (clashes(chosen.filter((other) => other !== fact))) {
      return `the core is not minimal: ${fact.id ?? `${fact.subject}, ${fact.reference}`}`;
    }
  }
  return null;
}
