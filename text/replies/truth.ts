import type { Cue } from "./_cue_words.ts";
import { Lexicon, type Match } from "./_lexicon.ts";
import type { Meter } from "./meter.ts";
import { readAnswer, type Vocabulary } from "./_read.ts";
import { namesAnd } from "./_side_names.ts";
import { list } from "./_side_words.ts";
import { isStop, type Token } from "./_tokens.ts";

const TRUTHS = new Lexicon<boolean>()
  .add(true, list("true|yes|correct|wahr|richtig|ja|stimmt|对|正确|是的|真|属实"))
  .add(
    false,
    list(
      "false|no|nope|incorrect|wrong|untrue|falsch|nein|unwahr|stimmt nicht|错|错误|不对|不正确|否|假|不是",
    ),
  );

/** The nouns that "correct" may stand in front of. */
const NOUNS = new Set("answer option choice letter antwort 答 选".split(" "));

/** Words that may stand in an explanation. */
const SIDES = namesAnd();

const NOT = ["not true", "not correct", "isn't true", "isn't correct", "not false", "isn't false"];
const CUES = new Lexicon<Cue>()
  // Not true: what is true then must be said.
  .add("junk", ["true north"])
  .add("plain", NOT)
  .add("deny", NOT.flatMap((not) => [`${not} that`, `${not} to`]));

class Truths implements Vocabulary<boolean> {
  readonly cues: Lexicon<Cue> = CUES;
  readonly names: readonly Lexicon<true>[] = SIDES;
  readonly leads = true;

  at(tokens: readonly Token[], from: number): Match<boolean | null> | null {
    const { raw, text } = tokens[from]!;
    if (raw === "T" || raw === "F") return { value: raw === "T", length: 1 };
    const found = TRUTHS.at(tokens, from);
    const next = from + (found?.length ?? 0);
    if (found === null || NOUNS.has(tokens[next]?.text ?? "")) return null;
    // "It is false that this is false": one truth about another.
    const isNested = !PARTICLES.has(text) && hasTruth(tokens, next);
    return isNested ? { value: null, length: found.length } : found;
  }

  key(value: boolean): string {
    return String(value);
  }
}

const PARTICLES = new Set(["yes", "no", "nope", "ja", "nein"]);
const PAUSES = new Set([",", ";", ":", "–", "(", ")", "but", "and", "or", "/"]);

/** Whether a truth stands in the rest of a clause. */
function hasTruth(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < tokens.length; i++) {
    if (isStop(tokens[i]!) || PAUSES.has(tokens[i]!.text)) return false;
    if (TRUTHS.at(tokens, i) !== null) return true;
  }
  return false;
}

const OWN = new Truths();

/**
 * Whether a reply says that a claim is true: yes or no, true or false, in English, German or
 * Chinese. A denial of either is not read: "not true" may mean that nobody knows.
 *
 * @param reply the whole reply
 * @returns null where it says neither, or both
 *
 * Cost: linear in the reply's length.
 *
 * @example
 * ```ts
 * import { readTruth } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(readTruth("Not true; it is **false**."), false);
 * assertEquals(readTruth("I don't think it is false"), null);
 * ```
 */
export function readTruth(reply: string, meter?: Meter): boolean | null {
  return readAnswer(reply, OWN, meter);
}
