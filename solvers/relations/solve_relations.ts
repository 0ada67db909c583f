import { list, numberThat, OBJECT, optional, record, requireForm } from "../../geometry/form.ts";
import { exact, impossible, type Outcome, undetermined } from "../outcome.ts";
import { calculusNamed } from "./calculi.ts";
import type { Calculus } from "./calculus.ts";
import { type Group, groupStatements, idOf } from "./_groups.ts";
import type {
  InconsistentRelations,
  RelationsLimit,
  RelationsModel,
  RelationsOptions,
  RelationsOutcome,
  Standing,
} from "./relations_outcome.ts";
import { contradicts, solveGroup } from "./_solve_group.ts";
import type { RelationStatement } from "./statement.ts";

const BRANCHES = 100_000;

/** Each is looked at as its calculus reads it. */
const STATEMENTS = list(OBJECT);

const OPTIONS = optional(record({
  branches: optional(numberThat("a number of 0 or more", (value) => value >= 0)),
  calculi: optional(list(OBJECT)),
}));

/**
 * Whether statements on relations can all hold, with things that show it or with a smallest part
 * that contradicts itself.
 *
 * Statements of different calculi or frames of reference do not meet: what one implies in another
 * is for the caller to state as well.
 *
 * @param statements the statements
 * @param options how much a search may do
 * @returns `consistent` with a model a group; `inconsistent` with a minimal core and a derivation;
 * `limit` where neither was found
 * @throws TypeError or RangeError for a statement that is none, named by its place
 *
 * Cost: cubic in the things of a group for what path consistency decides; exponential at worst.
 *
 * @example
 * ```ts
 * import { solveRelations } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const outcome = solveRelations([
 *   { calculus: "rcc8", relation: "NTPP", args: ["pond", "park"], id: "the pond is in the park" },
 *   { calculus: "rcc8", relation: "DC", args: ["park", "town"], id: "the park is out of town" },
 *   { calculus: "rcc8", relation: "PO", args: ["pond", "town"], id: "the pond is partly in town" },
 *   { calculus: "rcc8", relation: "EC", args: ["town", "river"] },
 * ]);
 * assertEquals(outcome.status === "inconsistent" && outcome.core.length, 3);
 * ```
 */
export function solveRelations(
  statements: readonly RelationStatement[],
  options: RelationsOptions = {},
): RelationsOutcome {
  requireForm(options, OPTIONS, "options");
  const { branches = BRANCHES, calculi } = options;
  const models: RelationsModel[] = [];
  let limit: RelationsLimit | null = null;
  for (const group of groupStatements(statements, calculi)) {
    const found = solveGroup(statements, group, branches);
    if (found.status === "inconsistent") return found;
    if (found.status === "limit") limit ??= found;
    else models.push(...found.models);
  }
  return limit ?? { status: "consistent", models };
}

/** Which things are asked about. */
export interface RelationQuestion {
  /** The calculus, by name. */
  readonly calculus: string;
  /** The things. */
  readonly args: readonly string[];
  /** The frame of reference. */
  readonly frame?: string;
}

/**
 * Which base relations some things may have, by statements that hang together with them; what else
 * is stated does not matter, be it contradictory or not.
 *
 * @param statements what is known
 * @param question the things, in a calculus that has base relations
 * @param options how much a search may do
 * @returns `exact` where one is left; `undetermined` with all that are left, in the calculus's
 * order; `impossible` with a minimal core where the statements contradict each other; `limit`
 * @throws TypeError or RangeError as {@link solveRelations}, and for a calculus without base relations
 *
 * Cost: one decision a base relation.
 *
 * @example
 * ```ts
 * import { possibleRelations } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const statements = [
 *   { calculus: "allen", relation: "m", args: ["lunch", "walk"] },
 *   { calculus: "allen", relation: "di", args: ["walk", "rain"] },
 * ];
 * const question = { calculus: "allen", args: ["lunch", "rain"] };
 * assertEquals(possibleRelations(statements, question), {
 *   status: "exact",
 *   value: "<",
 *   margin: null,
 * });
 * ```
 */
export function possibleRelations(
  statements: readonly RelationStatement[],
  question: RelationQuestion,
  options: RelationsOptions = {},
): Outcome<string> {
  requireForm(options, OPTIONS, "options");
  requireForm(statements, STATEMENTS, "statements");
  requireForm(question, OBJECT, "question");
  const { branches = BRANCHES, calculi } = options;
  const calculus = calculusNamed(question.calculus, "the question", calculi);
  if (calculus.relations.length === 0) {
    throw new RangeError(
      `Cannot list the relations of ${calculus.name}: it has no base relations, must be judged`,
    );
  }
  const held = { ...question, relation: calculus.relations };
  const group = groupWith(statements, held, calculi);
  const outcome = solveGroup([...statements, held], group, branches);
  if (outcome.status === "inconsistent") {
    const core = outcome.core.filter((_, i) => outcome.statements[i]! < statements.length);
    return impossible("the statements contradict each other", core);
  }
  if (outcome.status === "limit") return LIMIT;
  const size = group.things.length;
  const possible: string[] = [];
  for (const relation of calculus.relations) {
    const meaning = calculus.read([relation], true, question.args.length);
    const constraints = [...group.constraints, { args: group.constraints.at(-1)!.args, meaning }];
    const found = contradicts(calculus, constraints, size, branches);
    if (found === null) return LIMIT;
    if (!found) possible.push(relation);
  }
  return possible.length === 1 ? exact(possible[0]!) : undetermined(possible);
}

/** Nothing is known of how many relations are possible. */
const LIMIT: Outcome<string> = { status: "limit", lower: 0, upper: null, best: null };

/** The group of one more statement, which comes last in it. */
function groupWith(
  statements: readonly RelationStatement[],
  last: RelationStatement,
  calculi: readonly Calculus[] | undefined,
): Group {
  const all = [...statements, last];
  return groupStatements(all, calculi).find((group) =>
    group.statements.includes(statements.length)
  )!;
}

/**
 * Whether a statement follows from others, is ruled out by them, or left open.
 *
 * @param statements what is known
 * @param statement what is asked
 * @param options how much a search may do
 * @returns `entailed` or `refuted` with a minimal set of premises, `open`, `inconsistent` where what
 * hangs together with it contradicts itself, `limit`
 * @throws TypeError or RangeError as {@link solveRelations}
 *
 * @example
 * ```ts
 * import { judgeStatement } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const point = (a: string, b: string) => ({ calculus: "point", relation: "<", args: [a, b] });
 * const standing = judgeStatement([point("A", "B"), point("B", "C"), point("A", "D")], point("C", "A"));
 * assertEquals(standing.status === "refuted" && standing.because, ["statements[0]", "statements[1]"]);
 * ```
 */
export function judgeStatement(
  statements: readonly RelationStatement[],
  statement: RelationStatement,
  options: RelationsOptions = {},
): Standing {
  requireForm(options, OPTIONS, "options");
  requireForm(statements, STATEMENTS, "statements");
  requireForm(statement, OBJECT, "statement");
  const denied = { ...statement, truth: !(statement.truth ?? true) };
  const held = test(statements, statement, options);
  const opposed = test(statements, denied, options);
  if (held.status === "inconsistent" && opposed.status === "inconsistent") {
    const alone = groupWith(statements, statement, options.calculi).statements.slice(0, -1);
    const found = solveRelations(alone.map((i) => withId(statements, i)), options);
    if (found.status === "inconsistent") {
      return { ...found, statements: found.statements.map((i) => alone[i]!) };
    }
  }
  if (opposed.status === "inconsistent") return standing("entailed", statements, opposed);
  if (held.status === "inconsistent") return standing("refuted", statements, held);
  if (held.status === "limit") return held;
  if (opposed.status === "limit") return opposed;
  return { status: "open" };
}

function withId(statements: readonly RelationStatement[], i: number): RelationStatement {
  return { ...statements[i]!, id: idOf(statements, i) };
}

function test(
  statements: readonly RelationStatement[],
  last: RelationStatement,
  { branches = BRANCHES, calculi }: RelationsOptions,
): RelationsOutcome {
  const group = groupWith(statements, last, calculi);
  return solveGroup([...statements, last], group, branches);
}

function standing(
  status: "entailed" | "refuted",
  statements: readonly RelationStatement[],
  { core, statements: places, isMinimal, derivation, things }: InconsistentRelations,
): Standing {
  const because = core.filter((_, i) => places[i]! < statements.length);
  return { status, because, isMinimal, derivation, things };
}

/**
 * As {@link judgeStatement}, without proof: how a statement stands to others.
 *
 * @param statements what is known
 * @param statement what is asked
 * @param options how much a search may do
 * @returns how it stands; `inconsistent` where what hangs together with it contradicts itself
 * @throws TypeError or RangeError as {@link solveRelations}
 *
 * Cost: two decisions.
 *
 * @example
 * ```ts
 * import { standingOf } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const point = (a: string, b: string) => ({ calculus: "point", relation: "<", args: [a, b] });
 * assertEquals(standingOf([point("A", "B"), point("B", "C")], point("A", "C")), "entailed");
 * ```
 */
export function standingOf(
  statements: readonly RelationStatement[],
  statement: RelationStatement,
  options: RelationsOptions = {},
): Standing["status"] {
  requireForm(options, OPTIONS, "options");
  requireForm(statements, STATEMENTS, "statements");
  requireForm(statement, OBJECT, "statement");
  const { branches = BRANCHES, calculi } = options;
  const [held, opposed] = [true, false].map((isHeld) => {
    const truth = (statement.truth ?? true) === isHeld;
    const { calculus, constraints, things } = groupWith(
      statements,
      { ...statement, truth },
      calculi,
    );
    return contradicts(calculus, constraints, things.length, branches);
  });
  if (held === true && opposed === true) return "inconsistent";
  if (opposed === true) return "entailed";
  if (held === true) return "refuted";
  return held === null || opposed === null ? "limit" : "open";
}

/**
 * As {@link solveRelations}, without model or proof: whether statements can all hold.
 *
 * @param statements the statements
 * @param options how much a search may do
 * @returns whether they can; null where that could not be told
 * @throws TypeError or RangeError as {@link solveRelations}
 *
 * Cost: one decision a group.
 *
 * @example
 * ```ts
 * import { canAllHold } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const inside = (a: string, b: string) => ({ calculus: "rcc8", relation: "NTPP", args: [a, b] });
 * assertEquals(canAllHold([inside("A", "B"), inside("B", "A")]), false);
 * ```
 */
export function canAllHold(
  statements: readonly RelationStatement[],
  options: RelationsOptions = {},
): boolean | null {
  requireForm(options, OPTIONS, "options");
  const { branches = BRANCHES, calculi } = options;
  let isKnown = true;
  for (const { calculus, constraints, things } of groupStatements(statements, calculi)) {
    const found = contradicts(calculus, constraints, things.length, branches);
    if (found === true) return false;
    if (found === null) isKnown = false;
  }
  return isKnown ? true : null;
}
