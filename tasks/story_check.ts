import { defineTask } from "./define_task.ts";
import { storyCheckKind, storyCulpritKind } from "./kinds/story_check.ts";
import { languageOf } from "./kinds/story_relation.ts";
import type { Draft } from "./maker.ts";
import { eitherWay, shuffle, type Story, storyWords } from "./stories/story.ts";
import { broken, requirePairs, shuffledWith, web } from "./stories/web.ts";
import { STORY_CALCULUS_NAMES, STORY_WORDINGS, STORY_WORDS } from "./stories/words.ts";
import type { Task } from "./task.ts";

const KNOBS = {
  calculus: {
    type: "word",
    of: STORY_CALCULUS_NAMES,
    default: "line",
    doc: "what the sentences tell",
  },
  things: { type: "integer", least: 3, most: 12, default: 5, doc: "things of the story" },
  more: {
    type: "integer",
    least: 1,
    most: 8,
    default: 2,
    doc: "sentences beyond those that join the things",
  },
} as const;

/** Whether all sentences of a story can be true together. */
export const storyCheck: Task = defineTask({
  name: "story-check",
  version: 1,
  summary: "Whether all sentences of a story can be true together",
  kind: storyCheckKind,
  knobs: KNOBS,
  forms: ["open", "choice", "true-false"],
  wordings: STORY_WORDINGS,
  levels: {
    rises: "sentences of the story",
    easy: { things: 4, more: 1 },
    medium: { things: 7, more: 2 },
    hard: { things: 12, more: 4 },
  },
  begin({ calculus, things, more, wording }) {
    requirePairs(things, more);
    return {
      make({ chance, aim }): Draft<Story, string> | null {
        const canHold = aim.below(2) === 0;
        const whole = web(chance, calculus, things, more);
        const told = whole === null || canHold ? whole : broken(chance, calculus, whole)?.sentences;
        if (told === null || told === undefined) return null;
        const sentences = shuffle(chance, told.map((one) => eitherWay(chance, calculus, one)));
        return { instance: { calculus, sentences } };
      },
      ask: (story) => {
        const words = STORY_WORDS[languageOf(wording)];
        return {
          given: storyWords(story, languageOf(wording)),
          question: words.holds,
          claim: (answer) => words.verdict.replace("{answer}", answer),
        };
      },
    };
  },
});

/** Which sentence of a story breaks it. */
export const storyCulprit: Task = defineTask({
  name: "story-culprit",
  version: 1,
  summary: "Which one sentence of a contradictory story, left out, lets all others be true",
  kind: storyCulpritKind,
  knobs: {
    // Steps close few circles: one sentence alone seldom breaks them.
    calculus: { ...KNOBS.calculus, of: ["line", "compass", "regions"] },
    things: { ...KNOBS.things, least: 4, most: 8 },
    more: { ...KNOBS.more, least: 2, most: 5, default: 3 },
  },
  forms: ["open", "choice", "true-false"],
  wordings: STORY_WORDINGS,
  levels: {
    rises: "sentences of the story",
    easy: { things: 4, more: 2 },
    medium: { things: 6, more: 3 },
    hard: { things: 8, more: 5 },
  },
  begin({ calculus, things, more, wording }) {
    requirePairs(things, more);
    return {
      make({ chance, aim }): Draft<Story, number> | null {
        const place = aim.below(things - 1 + more);
        const whole = web(chance, calculus, things, more);
        const changed = whole === null ? null : broken(chance, calculus, whole);
        if (changed === null) return null;
        const told = shuffledWith(chance, changed.sentences, changed.at, place);
        return {
          instance: { calculus, sentences: told.map((one) => eitherWay(chance, calculus, one)) },
        };
      },
      ask: (story) => {
        const words = STORY_WORDS[languageOf(wording)];
        return {
          given: storyWords(story, languageOf(wording), true),
          question: words.culprit,
          claim: (answer) => words.culpritClaim.replace("{answer}", answer),
        };
      },
    };
  },
});
