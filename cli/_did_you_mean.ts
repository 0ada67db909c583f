import { closest, distance } from "fastest-levenshtein";

/** Words farther apart than this, by letters changed, are not meant for one another. */
const NEAR = 3;

/**
 * What to say behind a word that is unknown: the known word nearest to it, where one is near.
 *
 * @returns for example ` (did you mean verify?)`; empty where none is near
 */
export function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0) return "";
  const nearest = closest(word, known);
  return distance(word, nearest) <= Math.min(NEAR, word.length / 2)
    ? ` (did you mean ${nearest}?)`
    : "";
}
