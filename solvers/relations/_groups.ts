import {
  either,
  FLAG,
  type Form,
  list,
  optional,
  record,
  requireForm,
  TEXT,
} from "../../geometry/form.ts";
import type { Calculus, CalculusConstraint } from "./calculus.ts";
import { calculusNamed } from "./calculi.ts";
import type { RelationStatement } from "./statement.ts";

const STATEMENTS: Form = list(record({
  calculus: TEXT,
  relation: either("a string or a list of strings", TEXT, list(TEXT)),
  args: list(TEXT),
  truth: optional(FLAG),
  frame: optional(TEXT),
  id: optional(TEXT),
}));

/** Statements of one calculus and frame that hang together by their things. */
export interface Group {
  readonly calculus: Calculus;
  readonly frame: string | null;
  /** The places of the statements among all. */
  readonly statements: readonly number[];
  /** The names of the things, by number. */
  readonly things: readonly string[];
  /** What the statements say, in the same order. */
  readonly constraints: readonly CalculusConstraint[];
}

/** What a contradiction calls a statement. */
export function idOf(statements: readonly RelationStatement[], i: number): string {
  return statements[i]!.id ?? `statements[${i}]`;
}

/**
 * Reads statements and sorts them into groups, in the order of their first statement.
 *
 * @throws TypeError or RangeError that names the statement and what it must be
 */
export function groupStatements(
  statements: readonly RelationStatement[],
  more: readonly Calculus[] = [],
): Group[] {
  requireForm(statements, STATEMENTS, "statements");
  const byPart = new Map<string, number[]>();
  statements.forEach(({ calculus, frame }, i) => {
    const key = JSON.stringify([calculus, frame ?? null]);
    const part = byPart.get(key);
    if (part === undefined) byPart.set(key, [i]);
    else part.push(i);
  });
  const groups = [...byPart.values()].flatMap((part) => connected(statements, part));
  return groups.map((part) => toGroup(statements, part, more));
}

/** Statements in parts that have no thing in common. */
function connected(statements: readonly RelationStatement[], part: readonly number[]): number[][] {
  const leader = new Map<string, string>();
  const find = (name: string): string => {
    let at = name;
    for (let up = leader.get(at) ?? at; up !== at; up = leader.get(at) ?? at) {
      leader.set(at, leader.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const i of part) {
    const [first = "", ...rest] = statements[i]!.args;
    for (const name of rest) leader.set(find(name), find(first));
  }
  const groups = new Map<string, number[]>();
  for (const i of part) {
    const key = find(statements[i]!.args[0] ?? "");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [i]);
    else group.push(i);
  }
  return [...groups.values()];
}

function toGroup(
  all: readonly RelationStatement[],
  statements: readonly number[],
  more: readonly Calculus[],
): Group {
  const { calculus: name, frame = null } = all[statements[0]!]!;
  const calculus = calculusNamed(name, `statements[${statements[0]}].calculus`, more);
  const numbers = new Map<string, number>();
  const constraints = statements.map((i) => {
    const meaning = readStatement(calculus, all[i]!, `statements[${i}]`);
    const args = all[i]!.args.map((name) => {
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    });
    return { args, meaning };
  });
  return { calculus, frame, statements, things: [...numbers.keys()], constraints };
}

function readStatement(calculus: Calculus, statement: RelationStatement, at: string): unknown {
  const { relation, args, truth = true } = statement;
  if (!calculus.arity.includes(args.length)) {
    throw new RangeError(
      `Cannot use ${at}: ${calculus.name} relates ${calculus.arity.join(" or ")} things, ` +
        `it has ${args.length}`,
    );
  }
  const twice = repeated(args);
  if (twice !== undefined) {
    throw new RangeError(
      `Cannot use ${at}: it relates ${JSON.stringify(twice)} to itself, must relate other things`,
    );
  }
  const relations = typeof relation === "string" ? [relation] : relation;
  try {
    return calculus.read(relations, truth, args.length);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`Cannot use ${at}: ${error.message}`, { cause: error });
  }
}

/** A thing that is related to itself: four things are two pairs, which may share one. */
function repeated(args: readonly string[]): string | undefined {
  if (args.length === 4) return args.find((name, i) => i % 2 === 1 && args[i - 1] === name);
  return args.find((name, i) => args.indexOf(name) !== i);
}

/** A statement in words, as derivations quote it. */
export function statementWords(statement: RelationStatement): string {
  const { calculus, relation, args, truth = true } = statement;
  const relations = typeof relation === "string" ? relation : relation.join(" or ");
  const [first, ...rest] = args;
  return `${truth ? "" : "not "}${first} ${relations} ${rest.join(", ")} (${calculus})`;
}
