import { phrase } from "../../text/phrase.ts";
import { COMMON_WORDS, type WordingName } from "../../text/wordings/common.ts";

/** What stands around a question in each form, filled from strings. */
export interface CommonPhrases {
  /** Asks for the mark of an option. */
  choose(question: string, options: readonly string[], marks: readonly string[]): string;
  /** Asks whether a claim is true. */
  judge(given: string, claim: string): string;
  /** Asks where things are. */
  find(names: string): string;
  /** False and true. */
  readonly truth: readonly [no: string, yes: string];
}

/** The common phrases of a wording. */
export function commonPhrases(wording: string): CommonPhrases {
  const words = COMMON_WORDS[wording as WordingName];
  const choose = phrase(words.choose, ["question", "options"]);
  const chooseNumber = phrase(words.chooseNumber, ["question", "options"]);
  const judge = phrase(words.judge, ["given", "claim"]);
  const find = phrase(words.find, ["names"]);
  return {
    choose(question, options, marks) {
      const list = options.map((option, i) => `${marks[i]}. ${option}`).join(", ");
      return (marks[0] === "A" ? choose : chooseNumber)(question, list);
    },
    judge,
    find,
    truth: words.truth,
  };
}
