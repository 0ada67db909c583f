import {
  type Calculus,
  judgeStatement,
  type RelationsOutcome,
  type RelationStatement,
  type Rule,
  rulesCalculus,
  type RulesMeaning,
  solveRelations,
  type Standing,
} from "../solvers/relations/mod.ts";
import { relationNamed } from "./lexicon/lexicon.ts";
import { POLICIES, type Policy, policyName } from "./lexicon/policies.ts";
import { RELATIONS } from "./lexicon/relations.ts";
import type { Statement } from "./statement.ts";

/** The name of the calculus of words. */
const WORDS = "words";

/** How statements in words are taken. */
export interface PolicyOptions {
  /** The policies; those of the lexicon when left out. */
  readonly policies?: readonly Policy[];
}

/**
 * How a frame serves: one orientation for all things (`common`), each reference its own front
 * (`own`), or one that is not told.
 */
type FrameUse = "common" | "own" | "unknown";

function useOf({ frame, args }: Statement): FrameUse {
  if (frame === "unknown") return "unknown";
  return frame.startsWith("object:") && args.slice(1).includes(frame.slice(7)) ? "own" : "common";
}

/** What of a statement's frame tells it from others: nothing where it needs none. */
function suffixOf(statement: Statement): string {
  if (relationNamed(statement.relation).frame !== "projective") return "";
  const use = useOf(statement);
  return use === "common" ? `@${statement.frame}` : `@${use}`;
}

/**
 * A statement in words as one of the calculus of words.
 *
 * @throws RangeError for a relation that is unknown, not decidable by places, or of other things
 */
function toRelation(statement: Statement, i: number): RelationStatement {
  const { relation, args, truth, source } = statement;
  const { arity, undecidable } = relationNamed(relation);
  if (undecidable !== undefined) {
    throw new RangeError(`Cannot decide ${relation}: ${undecidable}, must be left out`);
  }
  if (arity !== args.length) {
    throw new RangeError(`Cannot decide ${relation} of ${args.length} things, must be of ${arity}`);
  }
  return {
    calculus: WORDS,
    relation: relation + suffixOf(statement),
    args,
    truth,
    id: source?.text ?? `statement ${i + 1}`,
  };
}

/** The rules of policies in the frames that statements use. */
function calculusFor(
  statements: readonly Statement[],
  policies: readonly Policy[],
): Calculus<RulesMeaning> {
  const suffixes = [...new Set(statements.map(suffixOf))].filter((s) => s !== "").sort();
  const kept = policies === POLICIES ? KEPT.get(suffixes.join()) : undefined;
  if (kept !== undefined) return kept;
  const relations: Record<string, number> = {};
  const isProjective = new Set<string>();
  for (const { id, arity, frame } of RELATIONS) {
    if (frame === "projective") isProjective.add(id);
    for (const suffix of frame === "projective" ? suffixes : [""]) relations[id + suffix] = arity;
  }
  const rules = policies.flatMap((policy) => {
    const inFrames = isProjective.has(policy.relation) ? suffixes : [""];
    return inFrames.flatMap((suffix) => rulesOf(policy, suffix, relations, isProjective));
  });
  const summary = "what is said with words, by the policies of the lexicon";
  const calculus = rulesCalculus({ name: WORDS, summary, relations, rules });
  if (policies === POLICIES && KEPT.size < 256) KEPT.set(suffixes.join(), calculus);
  return calculus;
}

const KEPT = new Map<string, Calculus<RulesMeaning>>();

function rulesOf(
  policy: Policy,
  suffix: string,
  relations: Readonly<Record<string, number>>,
  isProjective: ReadonlySet<string>,
): Rule[] {
  // Where each thing has its own front, only what is said of one pair meets; else nothing does.
  if (suffix === "@unknown" || suffix === "@own" && policy.kind !== "excludes") return [];
  const { kind, relation, other = relation } = policy;
  const name = policyName(policy);
  const [r, s] = [relation, other].map((id) => isProjective.has(id) ? id + suffix : id) as [
    string,
    string,
  ];
  const of = (relation: string, ...args: number[]) => ({ relation, args });
  const things = Array.from({ length: relations[r] ?? 2 }, (_, i) => i);
  switch (kind) {
    case "converse":
      return [
        { name, when: [of(r, 0, 1)], then: of(s, 1, 0) },
        { name, when: [of(s, 0, 1)], then: of(r, 1, 0) },
      ];
    case "symmetric":
      return [{ name, when: [of(r, 0, 1)], then: of(r, 1, 0) }];
    case "transitive":
      return [{ name, when: [of(r, 0, 1), of(r, 1, 2)], then: of(r, 0, 2) }];
    case "irreflexive":
      return [{ name, when: [of(r, 0, 0)], then: null }];
    case "excludes":
      return [{ name, when: [of(r, ...things), of(s, ...things)], then: null }];
    case "implies":
      return [{ name, when: [of(r, ...things)], then: of(s, ...things) }];
    case "carries":
      return [
        { name, when: [of(r, 0, 1), of(s, 1, 2)], then: of(s, 0, 2) },
        { name, when: [of(s, 0, 1), of(r, 2, 1)], then: of(s, 0, 2) },
      ];
  }
}

/**
 * Whether statements in words can all hold, by the policies of the lexicon: a contradiction comes
 * with the fewest sentences that make it, and with the policies by which it follows.
 *
 * @param statements the statements
 * @param options the policies
 * @returns as `solveRelations`; the core names the sentences
 * @throws RangeError for a relation that the lexicon lacks or that places do not decide
 *
 * @example
 * ```ts
 * import { solveStatements } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * const says = (relation: string, a: string, b: string) =>
 *   ({ relation, args: [a, b], truth: true, frame: "viewer" }) as const;
 * const story = [says("left_of", "cup", "jug"), says("left_of", "jug", "pot"), says("right_of", "cup", "pot")];
 * assertEquals(solveStatements(story).status, "inconsistent");
 * ```
 */
export function solveStatements(
  statements: readonly Statement[],
  { policies = POLICIES }: PolicyOptions = {},
): RelationsOutcome {
  const calculi = [calculusFor(statements, policies)];
  return solveRelations(statements.map(toRelation), { calculi });
}

/**
 * Whether a statement follows from others, is ruled out by them, or left open, by the policies of
 * the lexicon.
 *
 * @param statements what is known
 * @param statement what is asked
 * @param options the policies
 * @returns as `judgeStatement`; the premises are named by their sentences
 * @throws RangeError as {@link solveStatements}
 */
export function judgeWords(
  statements: readonly Statement[],
  statement: Statement,
  { policies = POLICIES }: PolicyOptions = {},
): Standing {
  const calculi = [calculusFor([...statements, statement], policies)];
  const asked = toRelation(statement, statements.length);
  return judgeStatement(statements.map(toRelation), asked, { calculi });
}
