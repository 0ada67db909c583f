import type { CalculusConstraint, DecideOptions, Decision } from "./calculus.ts";

/** Constraints each of which means one of some parts. */
export type PartConstraints<P> = readonly CalculusConstraint<readonly P[]>[];

/** How parts of one alone are decided. */
export interface PartDecider<P> {
  /** Whether constraints of one part each can hold together. */
  isPossible(fixed: PartConstraints<P>): boolean;
  /** Coordinates that constraints of one part each allow. */
  model(
    chosen: PartConstraints<P>,
  ): NonNullable<Extract<Decision, { status: "consistent" }>["model"]>;
}

/** Decides constraints by choosing a part of each, those with one alone first. */
export function decideByParts<P>(
  constraints: PartConstraints<P>,
  decider: PartDecider<P>,
  { branches, model }: DecideOptions,
): Decision {
  const chosen = choose(constraints, decider, { branches });
  if (chosen === null) {
    return { status: "limit", reason: `the search looked at ${branches} branches` };
  }
  if (chosen === false) return { status: "inconsistent" };
  return { status: "consistent", model: model ? decider.model(chosen) : null };
}

/** One part a constraint; false where none can hold, null when the budget ran out. */
function choose<P>(
  constraints: PartConstraints<P>,
  decider: PartDecider<P>,
  budget: { branches: number },
): PartConstraints<P> | false | null {
  if (!decider.isPossible(constraints.filter(({ meaning }) => meaning.length === 1))) return false;
  const at = constraints.findIndex(({ meaning }) => meaning.length !== 1);
  if (at < 0) return constraints;
  const { args, meaning } = constraints[at]!;
  for (const part of meaning) {
    if (budget.branches-- <= 0) return null;
    const found = choose(constraints.with(at, { args, meaning: [part] }), decider, budget);
    if (found !== false) return found;
  }
  return false;
}
