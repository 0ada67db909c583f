import { requireForm, TEXT } from "../../geometry/form.ts";
import { saidText } from "./_outer.ts";
import { BOX, HASHES, UNBOX } from "./_plain.ts";

const LEAD =
  /^(?:so,? |thus,? |therefore,? )?(?:(?:the|my) )?(?:(?:final|correct) )?(?:answer|antwort)(?: is| ist)?\s*[:=]?\s+/i;

/**
 * The words in the frame that a reply consists of: `\boxed{...}`, `<answer>...</answer>`,
 * "the answer is: ...", thoughts left out. For readers of words that know no frames.
 *
 * @param reply the whole reply
 * @returns the words; null where the reply is no single frame
 *
 * @example
 * ```ts
 * import { unframed } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(unframed("<think>7?</think>\\boxed{\\text{7 knots}}"), "7 knots");
 * assertEquals(unframed("\\boxed{7} or \\boxed{8}"), null);
 * ```
 */
export function unframed(reply: string): string | null {
  requireForm(reply, TEXT, "reply");
  let words = saidText(reply)?.trim() ?? "";
  let isFramed = words !== reply.trim();
  for (let last = ""; last !== words;) {
    last = words;
    words = words.replace(LEAD, "").trim();
    if (words.startsWith(HASHES)) words = words.slice(1).trim();
    const frame = /^\uE000([^\uE000\uE001]*)\uE001[.!]?$/.exec(words);
    if (frame !== null) words = frame[1]!.trim();
    isFramed ||= last !== words;
  }
  const isWhole = words !== "" && !words.includes(BOX) && !words.includes(UNBOX);
  return isFramed && isWhole ? words : null;
}
