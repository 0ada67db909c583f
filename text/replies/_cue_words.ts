/**
 * What a word does to the answers around it.
 *
 * - `deny`: says no to what stands in its clause, `except` only to what follows it
 * - `wrong`: says no to what stands in its clause, or to what was said before
 * - `doubt`: leaves what stands in its clause open, `if` only what follows it
 * - `or`: offers another answer beside
 * - `but`: begins a clause of its own, `fresh` too where a comma stands before it
 * - `reason`: what follows explains; `aside`: all that follows does
 * - `so`: what follows is concluded; `yields` too, in the same clause
 * - `answer`, `result`, `noun`: what follows an "is" or a colon is the answer, a result less surely
 *   so, and a noun still less
 * - `is`: a verb or a mark that states
 * - `retract`: what was said before may not hold
 * - `junk`: words that hold no answer though they look like one
 * - `plain`: says nothing
 */
export type Cue =
  | "deny"
  | "except"
  | "wrong"
  | "doubt"
  | "if"
  | "or"
  | "but"
  | "fresh"
  | "reason"
  | "aside"
  | "so"
  | "yields"
  | "answer"
  | "result"
  | "noun"
  | "is"
  | "retract"
  | "junk"
  | "plain";

/** Phrases between bars, by what they do; `idiom` holds those that only look like another cue. */
export type CueWords = Readonly<Partial<Record<Cue | "idiom", string>>>;
