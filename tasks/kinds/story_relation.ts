import * as schema from "../../geometry/schema.ts";
import { exact, type Outcome } from "../../solvers/outcome.ts";
import {
  canAllHold,
  judgeStatement,
  possibleRelations,
  solveChain,
  solveRelations,
} from "../../solvers/relations/mod.ts";
import type { Kind, Step } from "../kind.ts";
import {
  type Fault,
  relationOf,
  statementsOf,
  type Story,
  STORY_FIELDS,
  storyFault,
} from "../stories/story.ts";
import { STORY_CALCULI, STORY_WORDINGS, STORY_WORDS, type StoryWording } from "../stories/words.ts";

/** A story, and two of its things. */
export interface StoryRelationInstance extends Story {
  readonly asked: readonly [thing: string, from: string];
}

/** Beside the relations: the story leaves it open, or contradicts itself. */
export const OPEN = "open";
export const CLASH = "clash";

function fault(instance: StoryRelationInstance): Fault | null {
  const [a, b] = instance.asked;
  const isTold = (name: string) => instance.sentences.some(([p, , q]) => p === name || q === name);
  const isAsked = a !== b && isTold(a) && isTold(b);
  return storyFault(instance) ??
    (isAsked ? null : { path: ".asked", value: instance.asked, must: "two things of the story" });
}

/** Steps are summed up along the chain rather than tried relation by relation. */
function solveSteps({ sentences, asked }: StoryRelationInstance): Outcome<string> {
  const facts = sentences.map(([subject, relation, reference]) => {
    const [dx, dy] = relationOf("steps", relation).stated.split(",").map(Number) as [
      number,
      number,
    ];
    return { subject, reference, dx, dy };
  });
  const outcome = solveChain({ facts, subject: asked[0], reference: asked[1] });
  if (outcome.status === "impossible") return exact(CLASH);
  if (outcome.status !== "exact") return exact(OPEN);
  const { x, y } = outcome.value;
  const signs = `${x},${y}`;
  const { relations } = STORY_CALCULI.steps;
  return exact(relations.find(({ stated }) => stated === signs)!.name);
}

function solve(instance: StoryRelationInstance): Outcome<string> {
  const { calculus, asked } = instance;
  if (calculus === "steps") return solveSteps(instance);
  const statements = statementsOf(instance);
  const whole = canAllHold(statements);
  if (whole === null) return { status: "limit", lower: 0, upper: null, best: null };
  if (!whole) return exact(CLASH);
  const name = STORY_CALCULI[calculus].calculus;
  const outcome = possibleRelations(statements, { calculus: name, args: asked });
  if (outcome.status === "undetermined") return exact(OPEN);
  if (outcome.status !== "exact") return outcome;
  const { relations } = STORY_CALCULI[calculus];
  return exact(relations.find(({ answered }) => answered === outcome.value)!.name);
}

function say(answer: string, { calculus }: StoryRelationInstance, wording: string): string {
  const language = languageOf(wording);
  if (answer === OPEN || answer === CLASH) return STORY_WORDS[language][answer];
  return relationOf(calculus, answer).words[language][1];
}

/** The language of a wording. */
export function languageOf(wording: string): StoryWording {
  return STORY_WORDINGS.find((known) => wording === known || wording.startsWith(`${known}-`)) ??
    "en";
}

function answers({ calculus }: StoryRelationInstance): string[] {
  return [...STORY_CALCULI[calculus].relations.map(({ name }) => name), OPEN, CLASH];
}

/** The answer that some words say, of those there are. */
export function readWords<I, A>(
  words: string,
  answers: readonly A[],
  say: (answer: A) => string,
): A | null {
  const plain = (text: string) => text.trim().replace(/\.$/, "").toLowerCase();
  return answers.find((answer) => plain(say(answer)) === plain(words)) ?? null;
}

function explain(instance: StoryRelationInstance): Step[] {
  const { calculus, asked } = instance;
  const statements = statementsOf(instance);
  const outcome = solve(instance);
  if (outcome.status !== "exact" || outcome.value === OPEN) return [];
  if (outcome.value === CLASH) {
    const whole = solveRelations(statements);
    return whole.status === "inconsistent" ? whole.derivation.map(({ says }) => ({ says })) : [];
  }
  const { answered } = relationOf(calculus, outcome.value);
  const statement = { calculus: STORY_CALCULI[calculus].calculus, relation: answered, args: asked };
  const standing = judgeStatement(statements, statement);
  return standing.status === "entailed" ? standing.derivation.map(({ says }) => ({ says })) : [];
}

/** What relation two things of a story have; it may be open, or the story contradict itself. */
export const storyRelationKind: Kind<StoryRelationInstance, string> = {
  name: "story-relation",
  schema: schema.refined(
    schema.object({
      ...STORY_FIELDS,
      asked: schema.tuple("[thing, thing]", [schema.name, schema.name]),
    }),
    fault,
  ),
  solve,
  frame: ({ calculus }) => STORY_CALCULI[calculus].frame.en,
  say,
  read: (words, instance, wording) =>
    readWords(words, answers(instance), (answer) => say(answer, instance, wording)),
  answers,
  explain,
};
