import type { Calculus } from "./calculus.ts";
import { type Group, idOf, statementWords } from "./_groups.ts";
import { type Contradicts, type Core, quickXplain } from "./quick_xplain.ts";
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
  const test = (members: readonly number[]) => {
    const some = members.map((i) => group.constraints[i]!);
    return contradicts(calculus, ...renumbered(some), branches);
  };
  const core = smallCore(group, test) ?? quickXplain(group.constraints.length, test);
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

/** Constraints on no more things than they are on, and how many those are. */
function renumbered(
  constraints: Group["constraints"],
): [constraints: Group["constraints"], size: number] {
  const numbers = new Map<number, number>();
  const some = constraints.map(({ args, meaning }) => {
    const own = args.map((thing) => {
      const number = numbers.get(thing) ?? numbers.size;
      numbers.set(thing, number);
      return number;
    });
    return { args: own, meaning };
  });
  return [some, numbers.size];
}

/** Above so many statements a thing has, its triangles are not looked through. */
const MOST_NEIGHBOURS = 200;

/**
 * A core of one, two or three statements on up to three things, the smallest there is; null where
 * none is found. People read a triangle sooner than a longer circle.
 */
function smallCore({ constraints, things }: Group, test: Contradicts): Core | null {
  const small = constraints.map((_, i) => i).filter((i) => constraints[i]!.args.length === 2);
  const ofThing = things.map((): number[] => []);
  for (const i of small) for (const thing of constraints[i]!.args) ofThing[thing]!.push(i);
  if (small.length < constraints.length || ofThing.some((o) => o.length > MOST_NEIGHBOURS)) {
    return null;
  }
  const found = (members: readonly number[]) => test(members) === true ? members : null;
  const other = (i: number, thing: number) =>
    constraints[i]!.args[constraints[i]!.args[0] === thing ? 1 : 0]!;
  const triangles = function* (size: number): Iterable<readonly number[]> {
    for (const i of small) {
      if (size === 1) yield [i];
      const [a, b] = constraints[i]!.args as [number, number];
      for (const j of ofThing[b]!) {
        if (j === i || size === 1) continue;
        const c = other(j, b);
        if (c === a) {
          if (size === 2 && j > i) yield [i, j];
        } else if (size === 3) {
          for (const k of ofThing[c]!) if (k > i && other(k, c) === a) yield [i, j, k];
        }
      }
    }
  };
  for (const size of [1, 2, 3]) {
    for (const members of triangles(size)) {
      const core = found(members);
      if (core !== null) return { members: core.toSorted((a, b) => a - b), isMinimal: true };
    }
  }
  return null;
}
