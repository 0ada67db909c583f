import * as schema from "../../geometry/schema.ts";
import { exact, impossible, type Outcome, tie } from "../../solvers/outcome.ts";
import { judgeStatement, type RelationStatement, standingOf } from "../../solvers/relations/mod.ts";
import type { Kind } from "../kind.ts";
import {
  type Fault,
  relationOf,
  sentenceFault,
  statementsOf,
  type Story,
  STORY_FIELDS,
  storyFault,
  type StorySentence,
} from "../stories/story.ts";
import { STORY_CALCULI, STORY_WORDS } from "../stories/words.ts";
import { languageOf, readWords } from "./story_relation.ts";

/** A story, and statements of which some follow. */
export interface StoryFollowsInstance extends Story {
  readonly candidates: readonly StorySentence[];
}

function fault(instance: StoryFollowsInstance): Fault | null {
  const story = storyFault(instance);
  if (story !== null) return story;
  for (const [i, candidate] of instance.candidates.entries()) {
    const found = sentenceFault(instance.calculus, candidate, `.candidates[${i}]`);
    if (found !== null) return found;
  }
  return null;
}

/** A candidate as the solver takes it. */
export function candidateOf(
  calculus: Story["calculus"],
  [a, relation, b]: StorySentence,
): RelationStatement {
  const { answered } = relationOf(calculus, relation);
  return { calculus: STORY_CALCULI[calculus].calculus, relation: answered, args: [a, b] };
}

function solve(instance: StoryFollowsInstance): Outcome<number> {
  const { calculus, candidates } = instance;
  const statements = statementsOf(instance);
  const standings = candidates.map((candidate) =>
    standingOf(statements, candidateOf(calculus, candidate))
  );
  if (standings.includes("limit")) return { status: "limit", lower: 0, upper: null, best: null };
  if (standings.includes("inconsistent")) return impossible("the story contradicts itself");
  const follow = standings.flatMap((status, i) => status === "entailed" ? [i] : []);
  if (follow.length === 0) return impossible("none of the statements follows");
  return follow.length === 1 ? exact(follow[0]!) : tie(follow);
}

function say(answer: number, { calculus, candidates }: StoryFollowsInstance, wording: string) {
  const language = languageOf(wording);
  const [a, relation, b] = candidates[answer]!;
  return STORY_WORDS[language].seen.replace("{a}", a).replace("{b}", b)
    .replace("{answer}", relationOf(calculus, relation).words[language][1]);
}

/** Which of some statements follows from a story; an answer is its place. */
export const storyFollowsKind: Kind<StoryFollowsInstance, number> = {
  name: "story-follows",
  schema: schema.refined(
    schema.object({
      ...STORY_FIELDS,
      candidates: schema.list(
        schema.tuple("[thing, relation, thing]", [schema.name, schema.name, schema.name]),
        2,
      ),
    }),
    fault,
  ),
  solve,
  frame: ({ calculus }) => STORY_CALCULI[calculus].frame.en,
  say,
  read: (words, instance, wording) =>
    readWords(words, instance.candidates.map((_, i) => i), (i) => say(i, instance, wording)),
  answers: ({ candidates }) => candidates.map((_, i) => i),
  explain: (instance) => {
    const outcome = solve(instance);
    if (outcome.status !== "exact") return [];
    const asked = candidateOf(instance.calculus, instance.candidates[outcome.value]!);
    const standing = judgeStatement(statementsOf(instance), asked);
    return standing.status === "entailed" ? standing.derivation.map(({ says }) => ({ says })) : [];
  },
};
