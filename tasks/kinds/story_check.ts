import { exact, impossible, type Outcome, tie } from "../../solvers/outcome.ts";
import {
  canAllHold,
  checkModel,
  type RelationsOutcome,
  solveRelations,
} from "../../solvers/relations/mod.ts";
import type { Kind } from "../kind.ts";
import { statementsOf, STORY, type Story } from "../stories/story.ts";
import { STORY_CALCULI, STORY_WORDS } from "../stories/words.ts";
import { languageOf, readWords } from "./story_relation.ts";

const YES_NO = ["yes", "no"] as const;

/** Whether all sentences of a story can be true together. */
export const storyCheckKind: Kind<Story, string> = {
  name: "story-check",
  schema: STORY,
  solve: (story) => {
    const holds = canAllHold(statementsOf(story));
    return holds === null ? limit() : exact(holds ? "yes" : "no");
  },
  check: (story, outcome) => {
    const found = solveRelations(statementsOf(story));
    const fault = found.status === "consistent"
      ? checkModel(statementsOf(story), found.models)
      : null;
    const isYes = outcome.status === "exact" && outcome.value === "yes";
    return fault ?? (isYes === (found.status === "consistent") ? null : "the answer is another");
  },
  frame: ({ calculus }) => STORY_CALCULI[calculus].frame.en,
  say: (answer, _story, wording) => STORY_WORDS[languageOf(wording)][answer as "yes" | "no"],
  read: (words, story, wording) =>
    readWords(words, YES_NO, (answer) => storyCheckKind.say(answer, story, wording)),
  answers: () => YES_NO,
  explain: (story) => derivation(solveRelations(statementsOf(story))),
};

function limit(): Outcome<never> {
  return { status: "limit", lower: 0, upper: null, best: null };
}

function derivation(outcome: RelationsOutcome): { says: string }[] {
  return outcome.status === "inconsistent" ? outcome.derivation.map(({ says }) => ({ says })) : [];
}

/** Which sentence of a story breaks it: without it, the others can all be true. */
export const storyCulpritKind: Kind<Story, number> = {
  name: "story-culprit",
  schema: STORY,
  solve: (story) => {
    const statements = statementsOf(story);
    const whole = canAllHold(statements);
    if (whole === null) return limit();
    if (whole) return impossible("the sentences can all be true");
    const without = statements.map((_, i) => canAllHold(statements.filter((_, k) => k !== i)));
    if (without.includes(null)) return limit();
    const able = without.flatMap((holds, i) => holds === true ? [i] : []);
    if (able.length === 0) return impossible("no sentence alone breaks the story");
    return able.length === 1 ? exact(able[0]! + 1) : tie(able.map((i) => i + 1));
  },
  frame: ({ calculus }) => STORY_CALCULI[calculus].frame.en,
  say: (answer) => String(answer),
  read: (words, { sentences }) => {
    const found = /^\(?(\d{1,3})\)?\.?$/.exec(words.trim());
    const number = found === null ? 0 : Number(found[1]);
    return number >= 1 && number <= sentences.length ? number : null;
  },
  answers: ({ sentences }) => sentences.map((_, i) => i + 1),
  explain: (story) => derivation(solveRelations(statementsOf(story))),
};
