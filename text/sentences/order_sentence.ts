import { requireForm, TEXT } from "../../geometry/form.ts";

/** What a sentence says of two points of a line. */
export interface OrderSentence {
  /** Who is placed. */
  readonly subject: string;
  /** By whom. */
  readonly reference: string;
  /** `<` left of, `>` right of, `=` at the same place. */
  readonly order: "<" | "=" | ">";
  /** False where the sentence denies it. */
  readonly truth: boolean;
}

const SENTENCE =
  /^(.+?) (is|are|does|do)( not|n't)? ?(?:(?:on|to|at) the (left|right) of|(left|right) of|overlaps?(?: with)?|at the same place as) (.+?)\.?$/;
const OVERLAPS = /^(.+?) overlaps?(?: with)? (.+?)\.?$/;

/**
 * Reads a sentence on two points of a line: "A is on the left of B", "A overlaps with B", which
 * says that they are the same point.
 *
 * @param text one sentence
 * @returns what it says; null where it is not understood
 *
 * @example
 * ```ts
 * import { readOrderSentence } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(readOrderSentence("R is not on the right of B."), {
 *   subject: "R",
 *   reference: "B",
 *   order: ">",
 *   truth: false,
 * });
 * ```
 */
export function readOrderSentence(text: string): OrderSentence | null {
  requireForm(text, TEXT, "text");
  const [, subject, , not, ofA, ofB, reference] = SENTENCE.exec(text) ?? [];
  if (subject === undefined) {
    const [, one, other] = OVERLAPS.exec(text) ?? [];
    return one === undefined ? null : named(one, other!, "=", true);
  }
  const side = ofA ?? ofB;
  const order = side === undefined ? "=" : side === "left" ? "<" : ">";
  return named(subject, reference!, order, not === undefined);
}

/** Words that no name has: with one of them the sentence says more than is read. */
const GRAMMAR = /\b(?:is|are|does|do|not|and|or|if|that|of|overlaps?)\b/;

function named(
  subject: string,
  reference: string,
  order: "<" | "=" | ">",
  truth: boolean,
): OrderSentence | null {
  if (GRAMMAR.test(subject) || GRAMMAR.test(reference)) return null;
  return { subject: bare(subject), reference: bare(reference), order, truth };
}

/** A name without its article. */
function bare(name: string): string {
  return name.replace(/^(?:the|an?) (?=\S)/i, "");
}
