import { requireForm, TEXT } from "../../geometry/form.ts";
import { findKeywords } from "../lexicon/lexicon.ts";
import type { Relation } from "../lexicon/relations.ts";

/** What a plain sentence says: "The key is not under the fridge". */
export interface PlainSentence {
  /** What is placed, without its article. */
  readonly subject: string;
  /** The relations that its word may mean. */
  readonly relations: readonly Relation[];
  /** By what, without its article. */
  readonly reference: string;
  /** False where the sentence denies it. */
  readonly truth: boolean;
  /** The verb: `is`, `are`, `was` or `were`. */
  readonly verb: string;
}

const SENTENCE = /^(.+?) (is|are|was|were)( not|n't|n\u2019t)? (.+?)\.?$/;
const ARTICLE = /^(?:the|an?) (?=\S)/i;

/** A short name of one thing: no word that joins, denies or places. */
const NAME =
  /^(?!(?:i|you|he|she|it|we|they|this|that|there|here|who|what)$)[\p{L}\d'\u2019-]+(?: [\p{L}\d'\u2019-]+){0,3}$/u;
const NO_NAME =
  /\b(?:and|or|not|no|than|with|without|both|either|neither|each|every|all|some|any|if|when|while|but|just|still|only|almost|nearly)\b/i;

/**
 * Reads a plain sentence: a thing, a form of "be", one relation word of the lexicon right behind
 * it, and another thing. Whatever has more than that is not read.
 *
 * @param text one sentence
 * @returns what it says; null where it is not understood
 *
 * @example
 * ```ts
 * import { readPlainSentence } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * const read = readPlainSentence("The key is not under the fridge.")!;
 * assertEquals([read.subject, read.relations[0]!.id, read.reference], ["key", "below", "fridge"]);
 * assertEquals(read.truth, false);
 * ```
 */
export function readPlainSentence(text: string): PlainSentence | null {
  requireForm(text, TEXT, "text");
  const [, before, verb, not, rest] = SENTENCE.exec(text.trim()) ?? [];
  if (before === undefined || rest === undefined) return null;
  const placed = readPlace(rest);
  const subject = nameOf(before);
  if (placed === null || subject === null || findKeywords(before).length > 0) return null;
  return { subject, ...placed, truth: not === undefined, verb: verb! };
}

/** How a thing may be somewhere without a motion. */
const POSTURE =
  /^(?:located|positioned|situated|placed|sitting|standing|lying|seated|resting|parked) /;

/**
 * Reads a relation word and a thing, and nothing else: "to the left of the lamp".
 *
 * @param text the words
 * @returns the relations that the word may mean and the name of the thing; null where the words are
 * more or less than that
 */
export function readPlace(
  text: string,
): { readonly relations: readonly Relation[]; readonly reference: string } | null {
  requireForm(text, TEXT, "text");
  // "sitting on" is a word of its own; "sitting next to" tells a posture and a word.
  const whole = findKeywords(text);
  const rest = whole[0]?.from === 0 ? text : text.replace(POSTURE, "");
  const words = rest === text ? whole : findKeywords(rest);
  const [first] = words;
  if (words.length !== 1 || first === undefined || first.from !== 0) return null;
  const reference = nameOf(rest.slice(first.to));
  return reference === null ? null : { relations: first.keyword.relations, reference };
}

/** The name of one thing without its article; null where the words are more than that. */
export function nameOf(words: string): string | null {
  requireForm(words, TEXT, "words");
  const name = words.trim().replace(/[.?!]$/, "").replace(ARTICLE, "");
  return NAME.test(name) && !NO_NAME.test(name) ? name : null;
}
