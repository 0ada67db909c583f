import type { Cue, CueWords } from "./_cue_words.ts";
import { CHINESE } from "./_cues_chinese.ts";
import { ENGLISH } from "./_cues_english.ts";
import { GERMAN } from "./_cues_german.ts";
import { Lexicon } from "./_lexicon.ts";

/** A phrase that stands in several lists does what the first one says. */
const ORDER: readonly (keyof CueWords)[] = [
  "idiom",
  "junk",
  "retract",
  "wrong",
  "except",
  "deny",
  "if",
  "doubt",
  "or",
  "reason",
  "aside",
  "so",
  "yields",
  "but",
  "fresh",
  "answer",
  "noun",
  "is",
  "plain",
];

/** What marks do, whatever the language. */
const MARKS: Readonly<Partial<Record<keyof CueWords, readonly string[]>>> = {
  deny: ["≠", "¬"],
  doubt: [">", "<", ">=", "<=", "=<", "≥", "≤", "±"],
  or: ["/"],
  yields: ["→", "⇒"],
  but: [";", ":", "–"],
  is: ["=", "≈"],
  plain: [
    ",",
    "(",
    ")",
    "[",
    "]",
    "&",
    "+",
    "-",
    "'",
    "…",
    "•",
    "·",
    "°",
    "×",
    "←",
    "↑",
    "↓",
    "^",
    "_",
    "÷",
    "√",
    "%",
    "*",
    "@",
    "~",
  ],
};

/** What the words and marks of a reply do. */
export const CUES: Lexicon<Cue> = new Lexicon<Cue>();
for (const key of ORDER) {
  const cue = key === "idiom" ? "plain" : key;
  CUES.add(cue, MARKS[key] ?? []);
  for (const words of [ENGLISH, GERMAN, CHINESE]) {
    CUES.add(cue, (words[key] ?? "").split("|").map((p) => p.trim()).filter((p) => p !== ""));
  }
}
