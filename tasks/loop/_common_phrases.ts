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
  const choose = filler(words.choose, ["question", "options"]);
  const chooseNumber = filler(words.chooseNumber, ["question", "options"]);
  const judge = filler(words.judge, ["given", "claim"]);
  const find = filler(words.find, ["names"]);
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

/**
 * A phrase with named places, as a function of what they hold.
 *
 * @param phrase plain text with `{name}`; `{{` and `}}` stand for braces
 * @param names the places, in the order of the arguments
 */
export function filler(
  phrase: string,
  names: readonly string[],
): (...held: readonly string[]) => string {
  const pieces = phrase.split(/(\{\{|\}\}|\{\w+\})/).map((piece) => {
    if (piece === "{{" || piece === "}}") return piece[0]!;
    const place = /^\{\w+\}$/.test(piece) ? names.indexOf(piece.slice(1, -1)) : -1;
    return place < 0 ? piece : place;
  });
  return (...held) => {
    let text = "";
    for (const piece of pieces) text += typeof piece === "string" ? piece : held[piece]!;
    return text;
  };
}
