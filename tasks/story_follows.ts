import { standingOf } from "../solvers/relations/mod.ts";
import { defineTask } from "./define_task.ts";
import { candidateOf, type StoryFollowsInstance, storyFollowsKind } from "./kinds/story_follows.ts";
import { languageOf } from "./kinds/story_relation.ts";
import type { Draft } from "./maker.ts";
import {
  answersOfChain,
  chainTo,
  distractors,
  eitherWay,
  pick,
  shuffle,
  statementsOf,
  storyNames,
  type StorySentence,
  storyWords,
} from "./stories/story.ts";
import { STORY_CALCULUS_NAMES, STORY_WORDINGS, STORY_WORDS } from "./stories/words.ts";
import type { Task } from "./task.ts";

const CANDIDATES = 4;

/** Which of four statements follows from a story. */
export const storyFollows: Task = defineTask({
  name: "story-follows",
  version: 1,
  summary: "Which of four statements follows from a story",
  kind: storyFollowsKind,
  knobs: {
    calculus: {
      type: "word",
      of: STORY_CALCULUS_NAMES,
      default: "compass",
      doc: "what the sentences tell",
    },
    hops: {
      type: "integer",
      least: 2,
      most: 12,
      default: 3,
      doc: "sentences from which it follows",
    },
    distractors: {
      type: "integer",
      least: 0,
      most: 12,
      default: 2,
      doc: "sentences that do not matter",
    },
  },
  forms: ["choice", "true-false"],
  wordings: STORY_WORDINGS,
  levels: {
    rises: "sentences of the story",
    easy: { hops: 2, distractors: 1 },
    medium: { hops: 4, distractors: 4 },
    hard: { hops: 8, distractors: 8 },
  },
  begin: ({ calculus, hops, distractors: more, wording }) => ({
    make({ chance, aim }): Draft<StoryFollowsInstance, number> | null {
      const answer = pick(aim, answersOfChain(calculus, hops));
      const place = aim.below(CANDIDATES);
      const names = storyNames(chance, hops + 1 + more);
      const things = names.slice(0, hops + 1);
      const chain = chainTo(chance, calculus, hops, answer);
      if (chain === null) return null;
      const told = chain.map((name, i): StorySentence => [things[i]!, name, things[i + 1]!])
        .concat(distractors(chance, calculus, things, names.slice(hops + 1)));
      const sentences = shuffle(chance, told.map((one) => eitherWay(chance, calculus, one)));
      const statements = statementsOf({ calculus, sentences });
      const candidates: StorySentence[] = [];
      for (let tries = 0; candidates.length < CANDIDATES - 1; tries++) {
        if (tries === 100) return null;
        const [a, b] = shuffle(chance, names) as [string, string];
        // The pair that is asked about tempts most.
        const wrong: StorySentence = tries === 0
          ? [things[0]!, pick(chance, answersOfChain(calculus, hops)), things[hops]!]
          : [a, pick(chance, answersOfChain(calculus, hops)), b];
        const isNew = !candidates.some((one) => one.join() === wrong.join());
        const standing = standingOf(statements, candidateOf(calculus, wrong));
        if (isNew && standing !== "entailed") candidates.push(wrong);
      }
      candidates.splice(place, 0, [things[0]!, answer, things[hops]!]);
      return { instance: { calculus, sentences, candidates } };
    },
    ask: (instance) => {
      const words = STORY_WORDS[languageOf(wording)];
      return {
        given: storyWords(instance, languageOf(wording)),
        question: words.follows,
        claim: (answer) => words.followsClaim.replace("{answer}", answer),
      };
    },
  }),
});
