import { requireForm, TEXT } from "../../geometry/form.ts";
import { readClause, type Spoken } from "./_clause.ts";
import { NOTHING_STATED } from "./_words.ts";
import type { CaptionStatement } from "./caption_statement.ts";

/** What was read of a caption. */
export interface CaptionReading {
  /** What it states. */
  readonly statements: readonly CaptionStatement[];
  /** What was left out, and why: each part in its own words. */
  readonly declined: readonly { readonly words: string; readonly why: string }[];
  /** The share of its clauses that were read, from 0 to 1. */
  readonly coverage: number;
}

/**
 * Reads what a caption states of places, and nothing that it could not mean: a clause that is not
 * read whole states nothing, and is given back with the reason.
 *
 * Where it is open what a phrase belongs to ("a dog on a rug in front of a fireplace"), the things
 * it may be are listed; words that are told from a viewer, by gravity, or in a frame that nobody
 * states, say so. "It" is read only where one thing alone was spoken of in its place.
 *
 * @param text one or more sentences in English
 * @returns the statements, what was declined, and the coverage
 *
 * Cost: linear in the text; some 20 us a sentence.
 *
 * @example
 * ```ts
 * import { readCaption } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * const { statements } = readCaption("Between the sofa and the bookshelf stands a tall plant.");
 * assertEquals(statements, [{
 *   relation: "between",
 *   args: ["tall plant", "sofa", "bookshelf"],
 *   truth: true,
 *   frame: "none",
 * }]);
 * assertEquals(readCaption("The cup might be under the box.").statements, []);
 * ```
 */
export function readCaption(text: string): CaptionReading {
  requireForm(text, TEXT, "text");
  const statements: CaptionStatement[] = [];
  const declined: { words: string; why: string }[] = [];
  let [clauses, read] = [0, 0];
  let spoken: Spoken | null = null;
  for (const sentence of sentencesOf(text)) {
    const nothing = NOTHING_STATED.find(([form]) => form.test(sentence));
    if (nothing !== undefined) {
      clauses++;
      declined.push({ words: sentence, why: nothing[1] });
      spoken = null;
      continue;
    }
    for (const clause of clausesOf(sentence)) {
      clauses++;
      if (clause.length > LONGEST) {
        declined.push({ words: `${clause.slice(0, 40)}...`, why: "a clause too long to be plain" });
        spoken = null;
        continue;
      }
      const reading = readClause(clause, spoken);
      if (reading.statements.length > 0) read++;
      statements.push(...reading.statements);
      declined.push(...reading.declined);
      spoken = reading.spoken;
    }
  }
  return { statements, declined, coverage: clauses === 0 ? 1 : read / clauses };
}

/** Characters of a clause: what is longer is no plain one, and is not looked into. */
const LONGEST = 400;

function sentencesOf(text: string): string[] {
  return text.replaceAll("’", "'").split(/(?<=[.!?])\s+/).map((s) => s.trim()).filter((s) =>
    s !== ""
  );
}

/** Clauses that state something of their own: parted by semicolons, and by commas before "but". */
function clausesOf(sentence: string): string[] {
  return sentence.replace(/[.!]+$/, "").split(
    /\s*;\s*|,?\s+but\s+|,\s+(?:and|while)\s+(?=(?:it|the|a|an)\b)/i,
  )
    .map((clause) => clause.trim()).filter((clause) => clause !== "");
}
