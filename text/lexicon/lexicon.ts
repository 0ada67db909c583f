import { requireForm, TEXT } from "../../geometry/form.ts";
import { PhraseFinder } from "./phrase_finder.ts";
import { type Relation, RELATIONS } from "./relations.ts";
import { SPARE_GROUPS } from "./spare_groups.ts";
import { VSR_CLASSES } from "./vsr_classes.ts";

/** A word or phrase that means a relation. */
export interface Keyword {
  /** The words, in small letters. */
  readonly words: string;
  /** The relations that it may mean; several where it has several meanings. */
  readonly relations: readonly Relation[];
  /** The groups of SpaRE that have it; most words have one, some none. */
  readonly groups: readonly string[];
  /** Its class in Visual Spatial Reasoning; null where it has none. */
  readonly visualClass: string | null;
}

const BY_ID: ReadonlyMap<string, Relation> = new Map(RELATIONS.map((r) => [r.id, r]));

/** Every keyword of the lexicon: those of SpaRE and VSR, and what both lack. */
export const KEYWORDS: readonly Keyword[] = makeKeywords();

function makeKeywords(): Keyword[] {
  const meanings = new Map<string, Relation[]>();
  for (const relation of RELATIONS) {
    for (const words of relation.words) {
      meanings.set(words, [...meanings.get(words) ?? [], relation]);
    }
  }
  const containing = (lists: Readonly<Record<string, readonly string[]>>, words: string) =>
    Object.keys(lists).filter((name) => lists[name]!.includes(words));
  return [...meanings].map(([words, relations]) => {
    const visualClass = containing(VSR_CLASSES, words)[0] ?? null;
    return { words, relations, groups: containing(SPARE_GROUPS, words), visualClass };
  });
}

const BY_WORDS: ReadonlyMap<string, Keyword> = new Map(KEYWORDS.map((k) => [k.words, k]));

/**
 * The keyword of some words.
 *
 * @param words a phrase; capitals do not matter
 * @returns the keyword, or null where the lexicon has none
 *
 * @example
 * ```ts
 * import { keywordOf } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(keywordOf("on top of")?.relations[0]?.id, "on_top_of");
 * ```
 */
export function keywordOf(words: string): Keyword | null {
  requireForm(words, TEXT, "words");
  return BY_WORDS.get(words.toLowerCase()) ?? null;
}

/**
 * A relation of the lexicon by its name.
 *
 * @param id the name, such as `"left_of"`
 * @returns the relation
 * @throws RangeError for a name that is none
 */
export function relationNamed(id: string): Relation {
  const relation = BY_ID.get(id);
  if (relation !== undefined) return relation;
  throw new RangeError(
    `Cannot use relation ${JSON.stringify(id)}: the lexicon has none, must be one of ${
      [...BY_ID.keys()].join(", ")
    }`,
  );
}

/** A keyword found in a text. */
export interface FoundKeyword {
  /** The keyword. */
  readonly keyword: Keyword;
  /** Where it begins. */
  readonly from: number;
  /** Behind its last character. */
  readonly to: number;
}

const FINDER = new PhraseFinder(KEYWORDS.map(({ words }) => words));

/**
 * The relation words of a text by longest match: "on top of" is one word and not "on" as well.
 *
 * @param text the text
 * @returns the words from left to right
 *
 * @example
 * ```ts
 * import { findKeywords } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * const found = findKeywords("A cat on top of a box in front of the door");
 * assertEquals(found.map(({ keyword }) => keyword.words), ["on top of", "in front of"]);
 * ```
 */
export function findKeywords(text: string): FoundKeyword[] {
  requireForm(text, TEXT, "text");
  const found: FoundKeyword[] = [];
  FINDER.each(text, (phrase, from, to) => found.push({ keyword: KEYWORDS[phrase]!, from, to }));
  return found;
}

/**
 * The relation words of a text as SpaRE counts them: every keyword that stands in it as a
 * substring, inside words and longer keywords too.
 *
 * @param text the text
 * @returns the keywords, in the order of the lexicon
 *
 * Cost: one search a keyword.
 */
export function substringKeywords(text: string): Keyword[] {
  requireForm(text, TEXT, "text");
  const small = text.toLowerCase();
  return KEYWORDS.filter(({ words }) => small.includes(words));
}
