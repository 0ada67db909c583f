import { denies, onlyWord } from "./_replies.ts";
import { COMMON_WORDS, type WordingName } from "../text/wordings/common.ts";

/** What can be true of a route that is given: a shortest way, a longer one, or no way at all. */
export const ROUTE_VERDICTS = ["shortest", "longer", "none"] as const;

/** One of {@link ROUTE_VERDICTS}. */
export type RouteVerdict = typeof ROUTE_VERDICTS[number];

/**
 * The verdict that a text gives. The words for none deny by themselves: only what stands beside a
 * verdict may not.
 *
 * @param names the wording's words, as many as there are verdicts
 */
export function onlyVerdict(
  words: string,
  names: readonly string[],
  wording: WordingName,
): string | null {
  const common = COMMON_WORDS[wording];
  const beside = names.reduce(
    (text, name) => text.replaceAll(name.toLowerCase(), " "),
    words.toLowerCase(),
  );
  if (denies(beside, common)) return null;
  return onlyWord(words, ROUTE_VERDICTS, names, { ...common, denials: ["neither"] });
}
