import { list, NUMBER, OBJECT, oneOf, record, requireForm, TEXT } from "../../geometry/form.ts";
import { checkModel } from "./check_model.ts";
import type { DerivationStep } from "./calculus.ts";
import type { InconsistentRelations, RelationsOutcome } from "./relations_outcome.ts";
import { solveRelations } from "./solve_relations.ts";
import type { RelationStatement } from "./statement.ts";

const OUTCOME = record({ status: oneOf("consistent", "inconsistent", "limit") });
const INCONSISTENT = record({
  statements: list(NUMBER),
  core: list(TEXT),
  derivation: list(OBJECT),
  things: list(TEXT),
});

/**
 * Whether an outcome of {@link solveRelations} is right: models by what relations mean; a core by
 * models of all that is left without any one of it; and the derivation of the contradiction step by
 * step, by trying all small things rather than by tables, where the calculus is one of point, allen,
 * cardinal, rectangle and block.
 *
 * @param statements the statements
 * @param outcome what is claimed of them
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * Cost: as many solutions as the core has members; some milliseconds a step of Allen's algebra.
 *
 * @example
 * ```ts
 * import { checkRelations, solveRelations } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const before = (a: string, b: string) => ({ calculus: "allen", relation: "<", args: [a, b] });
 * const statements = [before("A", "B"), before("B", "C"), before("C", "A")];
 * assertEquals(checkRelations(statements, solveRelations(statements)), null);
 * ```
 */
export function checkRelations(
  statements: readonly RelationStatement[],
  outcome: RelationsOutcome,
): string | null {
  requireForm(statements, list(OBJECT), "statements");
  requireForm(outcome, OUTCOME, "outcome");
  if (outcome.status === "limit") return null;
  if (outcome.status === "consistent") return checkModel(statements, outcome.models);
  requireForm(outcome, INCONSISTENT, "outcome");
  const core = outcome.statements.map((i) => statements[i]!);
  if (
    core.length === 0 || core.some((statement) => statement === undefined) ||
    core.length !== outcome.core.length
  ) {
    return "the core names no statements";
  }
  return checkMinimal(core, outcome.isMinimal) ?? checkDerivation(core, outcome);
}

/** A model of all but each one proves that none can be left out. */
function checkMinimal(core: readonly RelationStatement[], isMinimal: boolean): string | null {
  for (const left of core) {
    const rest = core.filter((other) => other !== left);
    const found = solveRelations(rest);
    const fault = found.status === "consistent"
      ? checkModel(rest, found.models)
      : "it is not minimal";
    if (fault !== null && isMinimal) {
      return `the core without ${left.id ?? left.args.join(" ")}: ${fault}`;
    }
  }
  return null;
}

/** What things may be on one axis, and the names of their relations there. */
interface Line {
  /** How many axes a thing has. */
  readonly axes: number;
  /** Enough things that three of them can lie in every way. */
  readonly values: readonly (readonly number[])[];
  relation(a: readonly number[], b: readonly number[]): string;
}

const POINTS = [[0], [1], [2]];
const INTERVALS = Array.from({ length: 36 }, (_, i) => [Math.floor(i / 6), i % 6])
  .filter(([start, end]) => start! < end!);

function order([a]: readonly number[], [b]: readonly number[]): string {
  return a! < b! ? "<" : a! > b! ? ">" : "=";
}

/** By the order of the four ends, spelled out. */
function overlap([s, e]: readonly number[], [t, f]: readonly number[]): string {
  if (e! < t!) return "<";
  if (s! > f!) return ">";
  if (e === t) return "m";
  if (s === f) return "mi";
  if (s === t) return e === f ? "=" : e! < f! ? "s" : "si";
  if (e === f) return s! > t! ? "f" : "fi";
  if (s! > t!) return e! < f! ? "d" : "oi";
  return e! > f! ? "di" : "o";
}

const LINES: Readonly<Record<string, Line>> = {
  point: { axes: 1, values: POINTS, relation: order },
  cardinal: { axes: 2, values: POINTS, relation: order },
  allen: { axes: 1, values: INTERVALS, relation: overlap },
  rectangle: { axes: 2, values: INTERVALS, relation: overlap },
  block: { axes: 3, values: INTERVALS, relation: overlap },
};

/** A fact on one axis: which relations are left of two things. */
interface AxisFact {
  readonly args: readonly number[];
  readonly axis: number;
  readonly relations: readonly string[];
}

function checkDerivation(
  core: readonly RelationStatement[],
  { derivation, things }: InconsistentRelations,
): string | null {
  const line = LINES[core[0]!.calculus];
  // Cases over the axes are not followed: they stand for a search.
  if (line === undefined || derivation.some(({ rule }) => rule === "cases")) return null;
  const last = derivation.at(-1);
  if (last?.rule !== "clash") return "the derivation does not end in a contradiction";
  for (const [i, step] of derivation.entries()) {
    const fault = step.rule === "given"
      ? checkGiven(core[step.constraint ?? -1], step, things, line)
      : checkStep(step, step.from.map((from) => derivation[from]!), line);
    if (fault !== null || step.from.some((from) => from >= i)) {
      return `step ${i + 1} (${step.says}): ${fault ?? "it follows from later ones"}`;
    }
  }
  return null;
}

function factOf({ args = [], axis = 0, relations = [] }: DerivationStep): AxisFact {
  return { args, axis, relations };
}

/** A given step says no more than its statement does: every two things that fit it fit the step. */
function checkGiven(
  statement: RelationStatement | undefined,
  step: DerivationStep,
  things: readonly string[],
  line: Line,
): string | null {
  const { args, axis, relations } = factOf(step);
  if (
    statement === undefined || args.map((thing) => things[thing]).join() !== statement.args.join()
  ) {
    return "it is on other things than its statement";
  }
  const values = (a: readonly number[], b: readonly number[]) => line.relation(a, b);
  for (const a of line.values) {
    for (const b of line.values) {
      const seen = values(a, b);
      if (relations.includes(seen)) continue;
      if (canBe(statement, axis, [a, b], line)) return `its statement allows ${seen}`;
    }
  }
  return null;
}

/** Whether a statement may hold of two things that lie so on one axis, whatever they do on the others. */
function canBe(
  statement: RelationStatement,
  axis: number,
  pair: readonly (readonly number[])[],
  { axes, values }: Line,
): boolean {
  const plain = (value: readonly number[]) => value.length === 1 ? value[0]! : value;
  const holds = (rest: readonly (readonly (readonly number[])[])[]) => {
    const [a, b] = [0, 1].map((side) => {
      const own = Array.from(
        { length: axes },
        (_, k) => plain(k === axis ? pair[side]! : rest[k < axis ? k : k - 1]![side]!),
      );
      return axes === 1 ? own[0]! : own;
    });
    const [first, second] = statement.args as [string, string];
    const model = {
      calculus: statement.calculus,
      frame: statement.frame ?? null,
      values: { [first]: a!, [second]: b! },
    };
    return checkModel([statement], [model]) === null;
  };
  const pairs = values.flatMap((a) => values.map((b) => [a, b] as const));
  if (axes === 1) return holds([]);
  if (axes === 2) return pairs.some((one) => holds([one]));
  return pairs.some((one) => pairs.some((two) => holds([one, two])));
}

/** Every three things that fit the steps before fit this one; a clash has none that do. */
function checkStep(
  step: DerivationStep,
  from: readonly DerivationStep[],
  { values, relation }: Line,
): string | null {
  const known = from.map(factOf);
  const claim = factOf(step);
  if (known.some(({ axis }) => axis !== claim.axis)) return "it mixes axes";
  const things = [...new Set([claim, ...known].flatMap(({ args }) => [...args]))];
  if (things.length > 3) return "it is on more than three things";
  const placed = new Map<number, readonly number[]>();
  const fits = ({ args, relations }: AxisFact) =>
    relations.includes(relation(placed.get(args[0]!)!, placed.get(args[1]!)!));
  const visit = (i: number): boolean => {
    if (i === things.length) return !known.every(fits) || step.rule !== "clash" && fits(claim);
    return values.every((value) => {
      placed.set(things[i]!, value);
      return visit(i + 1);
    });
  };
  return visit(0) ? null : "it does not follow";
}
