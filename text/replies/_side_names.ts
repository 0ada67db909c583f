import { Lexicon } from "./_lexicon.ts";
import { SIDE_WORDS } from "./_side_words.ts";

const SIDES = new Lexicon<true>().add(true, SIDE_WORDS);

/** Names that may stand around an answer, and the words for sides, where no side is asked for. */
export function namesAnd(names: readonly string[] = []): readonly Lexicon<true>[] {
  return names.length === 0 ? [SIDES] : [new Lexicon<true>().add(true, names), SIDES];
}

/** Where no side is asked for, these deny. */
export const NOT_RIGHT: readonly string[] = ["not right", "isn't right", "isn't the right one"];
