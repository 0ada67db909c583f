import type { Calculus } from "./calculus.ts";
import { type Group, idOf, statementWords } from "./_groups.ts";
import { quickXplain } from "./quick_xplain.ts";
import type { InconsistentRelations, RelationsOutcome } from "./relations_outcome.ts";
import type { RelationStatement } from "./statement.ts";

/** Whether the statements of one group can all hold. */
export function solveGroup(
  statements: readonly RelationStatement[],
  group: Group,
  branches: number,
): RelationsOutcome {
  const { calculus, constraints, things, frame } = group;
  const decision = calculus.decide(constraints, things.length, { branches, model: true });
  if (decision.status === "limit") return decision;
  if (decision.status === "inconsistent") return contradiction(statements, group, branches);
  const values = Object.fromEntries(things.map((name, i) => [name, decision.model![i]!]));
  return { status: "consistent", models: [{ calculus: calculus.name, frame, values }] };
}

function contradiction(
  statements: readonly RelationStatement[],
  group: Group,
  branches: number,
): InconsistentRelations {
  const { calculus } = group;
  const size = group.things.length;
  const core = quickXplain(group.constraints.length, (members) => {
    const some = members.map((i) => group.constraints[i]!);
    return contradicts(calculus, some, size, branches);
  });
  const chosen = core.members.map((i) => group.statements[i]!);
  const constraints = core.members.map((i) => group.constraints[i]!);
  const derivation = calculus.explain(constraints, size, {
    name: (thing) => group.things[thing]!,
    constraint: (i) => statements[chosen[i]!]!.id ?? statementWords(statements[chosen[i]!]!),
  });
  return {
    status: "inconsistent",
    core: chosen.map((i) => idOf(statements, i)),
    statements: chosen,
    isMinimal: core.isMinimal,
    derivation,
    things: group.things,
  };
}

/** Whether constraints contradict each other; null where that could not be told. */
export function contradicts(
  calculus: Calculus,
  constraints: Group["constraints"],
  size: number,
  branches: number,
): boolean | null {
  const { status } = calculus.decide(constraints, size, { branches, model: false });
  return status === "limit" ? null : status === "inconsistent";
}
