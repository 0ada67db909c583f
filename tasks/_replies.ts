import { COMMON_WORDS, type CommonWords, type WordingName } from "../text/wordings/common.ts";
import { SIDE_NAMES } from "../text/wordings/sides.ts";

/** What stands in `\boxed{}`, with one more pair of braces inside at most. */
const BOXED = /\\boxed\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g;

/** What a reply says at its end: in `\boxed{}`, behind "answer is" or "answer:", else all of it. */
export function essence(reply: string): string | null {
  const boxed = [...reply.matchAll(BOXED)].map((m) => plain(m[1]!));
  if (boxed.length > 0) return boxed.every((b) => b === boxed[0]) ? boxed[0]! : null;
  if (reply.includes("\\boxed")) return null;
  const stated = /\b(?:answer|antwort)\b\s*(?:is\b|ist\b|lautet\b|:|=)\s*:?\s*([\s\S]*)$/i.exec(
    reply,
  );
  return plain(stated?.[1] ?? reply);
}

/** Words without the marks around them: `\text{}`, `**`, quotes, a full stop at the end. */
function plain(words: string): string {
  return words
    .replace(/\\text\s*\{([^{}]*)\}/g, "$1")
    .replace(/[*`"“”]/g, "")
    .trim()
    .replace(/[.!]+$/, "")
    .trim();
}

/**
 * The one value whose word stands in a text. Longer words are found first, so that "top left" is
 * neither "top" nor "left"; null when there is none, when several differ, or when the text denies.
 */
export function onlyWord(
  words: string,
  values: readonly string[],
  names: readonly string[],
  common: CommonWords,
): string | null {
  const found = wordsIn(words, names);
  if (found === null || denies(words, common)) return null;
  const [first] = found;
  return first !== undefined && found.every((i) => values[i] === values[first])
    ? values[first]!
    : null;
}

/**
 * The one direction or part of a map that a text names, by the wording's word for it or by another
 * that means the same.
 *
 * @param names the wording's words, as many as there are values
 */
export function onlySide(
  words: string,
  values: readonly string[],
  names: readonly string[],
  wording: WordingName,
): string | null {
  const common = COMMON_WORDS[wording];
  const { clear, loose } = SIDE_NAMES[wording];
  const called = values.flatMap((value, i) =>
    [names[i]!, ...clear[names[i]!] ?? []].map((name) => ({ value, name }))
  );
  const all = called.map(({ name }) => name);
  if (wordsIn(words, all).length > 0) {
    return onlyWord(words, called.map(({ value }) => value), all, common);
  }
  const rest = values.flatMap((value, i) =>
    (loose[names[i]!] ?? []).map((name) => ({ value, name }))
  );
  if (rest.length === 0) return null;
  return onlyWord(words, rest.map(({ value }) => value), rest.map(({ name }) => name), common);
}

/** The numbers of the names that stand in a text, in order of appearance. */
export function wordsIn(text: string, names: readonly string[]): number[] {
  const longestFirst = [...names.keys()].sort((a, b) => names[b]!.length - names[a]!.length);
  const patterns = longestFirst.map((i) => loose(names[i]!));
  const finder = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${patterns.join("|")})(?![\\p{L}\\p{N}])`,
    "giu",
  );
  const key = (s: string) => s.toLowerCase().replace(/[\s-]+/g, "");
  const byKey = new Map([...names.keys()].reverse().map((i) => [key(names[i]!), i]));
  return [...text.matchAll(finder)].map((m) => byKey.get(key(m[0]))!);
}

/** Whether a text holds a word that denies. */
export function denies(text: string, common: CommonWords): boolean {
  return wordsIn(text.replace(/[’']/g, "'"), common.denials).length > 0;
}

/** The words of a name may be put together or joined by a hyphen: top-left, topleft, top left. */
function loose(name: string): string {
  const words = name.split(/[\s-]+/).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return words.join("[\\s-]*");
}

/** The one number of a text, as it is written; null when there is none, or several that differ. */
export function onlyNumber(words: string): string | null {
  const found = [
    ...words.matchAll(/(?<![\p{L}\p{N}.])[-+\u2212]?\d+(?:[.,]\d+)?(?![\p{L}\p{N}]|[.,]\d)/gu),
  ]
    .map((m) => m[0].replace("\u2212", "-").replace(",", "."));
  const [first] = found;
  return first !== undefined && found.every((n) => n === first) ? first : null;
}
