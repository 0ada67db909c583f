import type { Step } from "../text/sentences/direction_phrase.ts";

/** Who stands where, seen from whom, in a sentence or a question of bAbI. */
export interface Placing {
  readonly subject: string;
  readonly landmark: string;
  /** From the landmark to the subject. */
  readonly step: Step;
}

const STEPS: Readonly<Record<string, Step>> = {
  "left of": [-1, 0],
  "right of": [1, 0],
  "above": [0, 1],
  "below": [0, -1],
  "west of": [-1, 0],
  "east of": [1, 0],
  "north of": [0, 1],
  "south of": [0, -1],
};

/** What stands between names: with such a word a name is the rest of what was not read whole. */
const BETWEEN = new Set("above below is left never not right to".split(" "));
/** What a name can have inside, but not at its ends. */
const INSIDE = new Set("and but no of or the".split(" "));

/** Reads "The cat is to the left of the dog."; null for anything else. */
export function readPlacing(text: string): Placing | null {
  const words = wordsOf(text, ".");
  if (words === null) return null;
  const is = words.indexOf("is");
  return is < 0 ? null : placing(words, is, is + 1);
}

/** Reads "Is the cat left of the dog?"; null for anything else. */
export function readWhether(text: string): Placing | null {
  const words = wordsOf(text, "?");
  if (words?.shift() !== "Is") return null;
  const at = words.findIndex((_, i) => relationAt(words, i) !== null);
  const isTo = words[at - 2] === "to" && words[at - 1] === "the";
  return at < 0 ? null : placing(words, isTo ? at - 2 : at, at);
}

/** Reads "How do you go from the hall to the attic?"; null for anything else. */
export function readHow(text: string): { readonly from: string; readonly to: string } | null {
  const words = wordsOf(text, "?");
  if (words?.splice(0, 5).join(" ") !== "How do you go from") return null;
  const at = words.indexOf("to");
  const [from, to] = [name(words.slice(0, Math.max(at, 0))), name(words.slice(at + 1))];
  return at < 0 || from === null || to === null ? null : { from, to };
}

/**
 * Reads "What is north of the hall?" and "What is the hall north of?": a name, and the step from it
 * to what is asked; null for anything else.
 */
export function readWhat(text: string): { readonly from: string; readonly step: Step } | null {
  const words = wordsOf(text, "?");
  if (words?.splice(0, 2).join(" ") !== "What is") return null;
  const first = relationAt(words, 0);
  if (first !== null) {
    const from = name(words.slice(first.size));
    return from === null ? null : { from, step: first.step };
  }
  const at = words.findIndex((_, i) => {
    const relation = relationAt(words, i);
    return relation !== null && i + relation.size === words.length;
  });
  const from = at < 0 ? null : name(words.slice(0, at));
  if (from === null) return null;
  const [dx, dy] = relationAt(words, at)!.step;
  return { from, step: [0 - dx, 0 - dy] };
}

/** The words before the mark that ends a text; null where it has another end. */
function wordsOf(text: string, mark: string): string[] | null {
  return text.endsWith(mark) ? text.slice(0, -1).trim().split(/ +/) : null;
}

/** A name before one place, a relation at another and the second name behind it. */
function placing(words: readonly string[], end: number, at: number): Placing | null {
  const from = words[at] === "to" && words[at + 1] === "the" ? at + 2 : at;
  const relation = relationAt(words, from);
  if (relation === null) return null;
  const subject = name(words.slice(0, end));
  const landmark = name(words.slice(from + relation.size));
  if (subject === null || landmark === null) return null;
  return { subject, landmark, step: relation.step };
}

function relationAt(
  words: readonly string[],
  at: number,
): { readonly step: Step; readonly size: number } | null {
  const [one, two] = [words[at] ?? "", `${words[at]} ${words[at + 1]}`];
  if (Object.hasOwn(STEPS, two)) return { step: STEPS[two]!, size: 2 };
  return Object.hasOwn(STEPS, one) ? { step: STEPS[one]!, size: 1 } : null;
}

/** A name without its article; null where it has none of its own, or words of the grammar. */
function name(words: readonly string[]): string | null {
  const own = /^the$/i.test(words[0] ?? "") ? words.slice(1) : words;
  const isOff = (word: string, i: number) =>
    BETWEEN.has(word) || INSIDE.has(word) && (i === 0 || i === own.length - 1);
  if (own.length === 0 || own.some((word, i) => isOff(word.toLowerCase(), i))) return null;
  return own.join(" ");
}
