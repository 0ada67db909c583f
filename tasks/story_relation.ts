import { defineTask } from "./define_task.ts";
import {
  CLASH,
  languageOf,
  OPEN,
  type StoryRelationInstance,
  storyRelationKind,
} from "./kinds/story_relation.ts";
import type { Chance } from "./chance.ts";
import type { Draft } from "./maker.ts";
import {
  answersOfChain,
  anyStep,
  chainTo,
  distractors,
  eitherWay,
  pick,
  shuffle,
  storyNames,
  type StorySentence,
  storyWords,
} from "./stories/story.ts";
import { STORY_CALCULUS_NAMES, STORY_WORDINGS, STORY_WORDS } from "./stories/words.ts";
import type { Task } from "./task.ts";

const KNOBS = {
  calculus: {
    type: "word",
    of: STORY_CALCULUS_NAMES,
    default: "steps",
    doc: "what the sentences tell",
  },
  hops: {
    type: "integer",
    least: 1,
    most: 100,
    default: 3,
    doc: "sentences from one thing to the other",
  },
  distractors: {
    type: "integer",
    least: 0,
    most: 100,
    default: 0,
    doc: "sentences that do not matter",
  },
  open: {
    type: "integer",
    least: 0,
    most: 50,
    default: 10,
    doc: "of 100 stories, those that leave it open",
  },
  clash: {
    type: "integer",
    least: 0,
    most: 50,
    default: 10,
    doc: "of 100 stories, those that contradict themselves",
  },
  order: {
    type: "word",
    of: ["shuffled", "told"],
    default: "shuffled",
    doc: "the order of the sentences",
  },
} as const;

/** Where one thing of a story lies, seen from another. */
export const storyRelation: Task = defineTask({
  name: "story-relation",
  version: 1,
  summary:
    "Where one thing of a story lies from another, k sentences away; it may be open, or the " +
    "story contradict itself",
  kind: storyRelationKind,
  knobs: KNOBS,
  forms: ["open", "choice", "true-false"],
  wordings: STORY_WORDINGS,
  profiles: {
    told: { order: "told", open: 0, clash: 0 },
  },
  levels: {
    rises: "sentences of the story; sentences that do not matter",
    easy: { hops: 2 },
    medium: { hops: 5, distractors: 3 },
    hard: { hops: 10, distractors: 10 },
  },
  begin: ({ calculus, hops, distractors: more, open, clash, order, wording }) => ({
    make({ chance, aim }): Draft<StoryRelationInstance, string> | null {
      const lot = aim.below(100);
      const aimed = lot < open
        ? OPEN
        : lot < open + clash
        ? CLASH
        : pick(aim, answersOfChain(calculus, hops));
      const names = storyNames(chance, hops + 1 + more + 2);
      const things = names.slice(0, hops + 1);
      const [besides, spare] = [names.slice(hops + 1, -2), names.slice(-2)];
      const isPlain = aimed !== OPEN && aimed !== CLASH;
      const goal = isPlain ? aimed : pick(chance, answersOfChain(calculus, hops));
      const chain = chainTo(chance, calculus, hops, goal);
      if (chain === null) return null;
      const told = chain.map((
        relation,
        i,
      ): StorySentence => [things[i]!, relation, things[i + 1]!]);
      const asked = [things[0]!, things[hops]!] as const;
      const story = told.concat(distractors(chance, calculus, things, besides));
      if (aimed === OPEN) opened(chance, calculus, story, hops, spare);
      if (aimed === CLASH) story.push(other(chance, calculus, things));
      const ways = story.map((sentence) => eitherWay(chance, calculus, sentence));
      const sentences = order === "told" ? ways : shuffle(chance, ways);
      const instance = { calculus, sentences, asked };
      const outcome = storyRelationKind.solve(instance);
      return outcome.status === "exact" && outcome.value === aimed ? { instance } : null;
    },
    ask: (instance) => {
      const words = STORY_WORDS[languageOf(wording)];
      const [a, b] = instance.asked;
      const fill = (text: string) => text.replace("{a}", a).replace("{b}", b);
      return {
        given: storyWords(instance, languageOf(wording)),
        question: fill(words.where),
        claim: (answer) => fill(words.seen).replace("{answer}", answer),
      };
    },
  }),
});

type Calculus = StoryRelationInstance["calculus"];

/** Makes the chain tell less: a step of it leads back, or is not told. */
function opened(
  chance: Chance,
  calculus: Calculus,
  story: StorySentence[],
  hops: number,
  spare: readonly string[],
): void {
  const at = chance.below(hops);
  const [first, , next] = story[at]!;
  if (hops > 1 && calculus !== "steps" && chance.below(2) === 0) {
    story[at] = [first, anyStep(chance, calculus), next];
    return;
  }
  story.splice(at, 1);
  // Both its things are still spoken of.
  for (const [i, name] of [first, next].entries()) {
    if (story.some(([a, , b]) => a === name || b === name)) continue;
    story.push([name, anyStep(chance, calculus), spare[i]!]);
  }
}

/** A further sentence on two things of the chain. */
function other(chance: Chance, calculus: Calculus, things: readonly string[]): StorySentence {
  const [a, b] = shuffle(chance, things) as [string, string];
  return [a, anyStep(chance, calculus), b];
}
