import { Lexicon, type Match } from "./_lexicon.ts";
import type { Meter } from "./meter.ts";
import { readAnswer, type Vocabulary } from "./_read.ts";
import { isStop, type Token } from "./_tokens.ts";

const list = (text: string) => text.split("|");

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

class Truths implements Vocabulary<boolean> {
  at(tokens: readonly Token[], from: number): Match<boolean | null> | null {
    const token = tokens[from]!;
    const { raw } = token;
    if (raw === "T" || raw === "F") return { value: raw === "T", length: 1 };
    const found = TRUTHS.at(tokens, from);
    if (found === null || NOUNS.has(tokens[from + found.length]?.text ?? "")) return null;
    // "It is false that this is false": one truth about another.
    const that = tokens[from + found.length]?.text;
    if (that === "that" || that === "dass") {
      for (let i = from + found.length; i < tokens.length && !isStop(tokens[i]!); i++) {
        if (TRUTHS.at(tokens, i) !== null) return { value: null, length: found.length };
      }
    }
    return found;
  }

  key(value: boolean): string {
    return String(value);
  }
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
