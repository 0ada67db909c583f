import type { Cue } from "./_cue_words.ts";
import { CUES } from "./_cues.ts";
import { BOX, isStop, type Token } from "./_tokens.ts";

/** Marks behind which a small letter names something. */
const OPENS = new Set([
  "(",
  "[",
  ",",
  ";",
  "→",
  "-",
  "–",
  ">",
  "'",
  ":",
  "=",
  "&",
  "+",
  "•",
  "/",
  "|",
  BOX,
]);
/** Words in front of a letter that names something. */
const NAMERS = new Set(
  ("option choice letter answer landmark point place node label is are it's then and or to at from " +
    "antwort option buchstabe wegmarke ist und oder nach zu von 选 项 是 为 案 到 和").split(" "),
);
/** What states about a letter in front of it. */
const STATES = new Set(
  ("is was would must can cannot can't isn't wasn't and or then to because since as but not seems " +
    "looks ist war und oder dann nach weil 是 项 到 和 对 正 因 选 最 更 才 就").split(" "),
);

/** Words behind which an article or a pronoun may stand in front of: "a path", "I can't". */
const QUIET: ReadonlySet<Cue> = new Set([
  "plain",
  "noun",
  "answer",
  "junk",
  "deny",
  "wrong",
  "doubt",
  "if",
]);

/**
 * Whether a token that is a single letter names something, rather than being an article or a
 * pronoun. Capital letters do, but for "A point" and "I think"; small ones where they stand alone,
 * in a list, or behind a word like "option".
 */
export function isName(tokens: readonly Token[], at: number): boolean {
  const { raw, text } = tokens[at]!;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  // A capital behind it begins no noun: A B C.
  const isSpaced = after !== undefined && /^[A-Z]$/.test(after.raw);
  // A grade: A+, B-.
  const isGrade = after?.isTight === true && (after.text === "+" || after.text === "-");
  if (isGrade && !(tokens[at + 2]?.isTight ?? false)) return false;
  const isFree = after === undefined || after.kind !== "word" || isStop(after) || isSpaced;
  if (raw !== text) {
    if (raw !== "A" && raw !== "I") return true;
    if (isFree || STATES.has(after.text) || raw === "A" && isNamed(before)) return true;
    const cue = CUES.at(tokens, at + 1)?.value;
    return cue !== undefined && !QUIET.has(cue);
  }
  const isListed = /^[b-hj-z]$/.test(after?.raw ?? "") || /^[a-z]$/.test(before?.raw ?? "");
  if (isListed && text !== "a" && text !== "i") return true;
  const isOpen = before === undefined || isStop(before) || OPENS.has(before.text) ||
    isNamed(before);
  const isShut = isFree ? after?.text !== "'" : text !== "a" && CUES.at(tokens, at + 1) !== null;
  return isOpen && (isShut || isNamed(before) && text !== "a");
}

function isNamed(before: Token | undefined): boolean {
  return before !== undefined && NAMERS.has(before.text);
}
