import type { Cue } from "./_cue_words.ts";
import { Lexicon, type Match } from "./_lexicon.ts";
import { numeralAt } from "./_numerals.ts";
import type { Meter } from "./meter.ts";
import { readAnswer, type Vocabulary } from "./_read.ts";
import type { Token } from "./_tokens.ts";

/** A step on a grid. */
export type Move = "up" | "right" | "down" | "left";

const list = (text: string) => text.split("|");

const MOVES = new Lexicon<Move>()
  .add(
    "up",
    list("up|upward|upwards|north|northward|northwards|top|oben|hoch|rauf|norden|nord|上|北|↑|u"),
  )
  .add(
    "down",
    list("down|downward|downwards|south|southward|bottom|unten|runter|süden|süd|下|南|↓|d"),
  )
  .add("left", list("left|leftward|leftwards|west|westward|westwards|links|westen|左|西|←|l"))
  .add(
    "right",
    list("right|rightward|rightwards|east|eastward|eastwards|rechts|osten|ost|右|东|東|r"),
  );

const TIMES = new Lexicon<number>()
  .add(1, list("once|einmal|一次")).add(2, list("twice|zweimal|doubly|两次|二次"))
  .add(3, list("thrice|dreimal|三次")).add(4, list("viermal|四次")).add(5, list("fünfmal|五次"));

/** What may stand between moves. */
const LINKS = new Lexicon<true>().add(
  true,
  list(
    ",|;|→|⇒|-|–|&|+|•|'|(|)|[|]|:|×|x|*|and|then|and then|to|next|after that|followed by|finally|" +
      "lastly|first|firstly|again|go|going|move|moving|walk|head|step|steps|times|time|cell|cells|" +
      "square|squares|spaces|space|unit|units|the|a|more|by|und|dann|danach|nach|zuerst|schließlich|" +
      "gehe|geh|schritt|schritte|mal|felder|feld|向|往|步|格|次|再|然后|接着|最后|先|走|移动|和|到",
  ),
);

/** Words that make another thing of the moves: a turn is no step. */
const CUES = new Lexicon<Cue>()
  .add("doubt", list("turn|turning|rotate|face|dreh|drehe|转|before|after|any order|in any order"))
  .add(
    "junk",
    list("to the left of|to the right of|left of|right of|on the left|on the right|up to"),
  );

/** More steps than this are no way. */
const MOST = 10_000;

/** The ways in one reply. */
class Ways implements Vocabulary<readonly Move[]> {
  readonly cues: Lexicon<Cue> = CUES;
  #hasGlyphs: boolean | undefined;
  /** How many moves may still be read. */
  #left = MOST;

  at(tokens: readonly Token[], from: number): Match<readonly Move[] | null> | null {
    const joined = joinedMoves(tokens[from]!);
    if (joined !== null) return { value: joined, length: 1 };
    this.#hasGlyphs ??= hasGlyphs(tokens);
    const found = new Run(tokens, this.#hasGlyphs, this.#left).read(from);
    this.#left -= found?.value?.length ?? 0;
    return found;
  }

  key(value: readonly Move[]): string {
    return value.map((move) => move[0]).join("");
  }
}

/** Moves written as one word: RURUUL. */
function joinedMoves({ raw }: Token): readonly Move[] | null {
  if (raw.length < 2 || !/^[URDL]+$/.test(raw)) return null;
  return [...raw].map((c) => MOVE_OF[c]!);
}

const MOVE_OF: Readonly<Record<string, Move>> = { U: "up", R: "right", D: "down", L: "left" };

/** Whether arrows are moves: where one of them points up, down or left, or no word does. */
function hasGlyphs(tokens: readonly Token[]): boolean {
  let hasWords = false;
  for (const { text } of tokens) {
    if (text === "↑" || text === "↓") return true;
    if (WORDS.has(text)) hasWords = true;
  }
  return !hasWords;
}

const WORDS = new Set(
  list("up|down|left|right|north|south|east|west|oben|unten|links|rechts|上|下|左|右|东|西|南|北"),
);

/** A run of moves with their counts, as one list. */
class Run {
  readonly #tokens: readonly Token[];
  readonly #hasGlyphs: boolean;
  readonly #most: number;
  readonly #moves: Move[] = [];
  /** How many of the moves that are named bear a count behind them. */
  #counted = 0;
  #named = 0;

  constructor(tokens: readonly Token[], hasGlyphs: boolean, most: number) {
    this.#tokens = tokens;
    this.#hasGlyphs = hasGlyphs;
    this.#most = most;
  }

  read(from: number): Match<readonly Move[] | null> | null {
    const tokens = this.#tokens;
    const moves = this.#moves;
    let at = from;
    let end = from;
    let isRead = true;
    /** A count that stands in front of its move. */
    let ahead: number | null = null;
    // "2 up 1 left" counts in front, "up 2 left 1" behind.
    const countsAhead = this.#move(from) === null;
    while (at < tokens.length) {
      const move = this.#move(at);
      if (move !== null) {
        const count = ahead ?? 1;
        at += move.length;
        const behind = ahead === null ? this.#countBehind(at, countsAhead) : null;
        isRead &&= this.#put(move.value, behind?.value ?? count);
        this.#named++;
        if (behind !== null) this.#counted++;
        at += behind?.length ?? 0;
        ahead = null;
        end = at;
        continue;
      }
      const count = this.#count(at);
      if (count !== null && this.#leadsToMove(at + count.length)) {
        // Two counts for one move.
        if (ahead !== null) isRead = false;
        ahead = count.value;
        at += count.length;
        continue;
      }
      // "four moves down"
      if (ahead !== null && MEASURES.has(tokens[at]!.text)) {
        at++;
        continue;
      }
      if (moves.length === 0) return null;
      const next = this.#link(at);
      if (next === at) break;
      at = next;
    }
    if (moves.length === 0) return null;
    return { value: isRead ? moves : null, length: end - from };
  }

  #move(at: number): Match<Move> | null {
    const token = this.#tokens[at]!;
    if (token.text === "→") {
      return this.#hasGlyphs ? { value: "right", length: 1 } : null;
    }
    if (token.text.length === 1 && /[a-z]/.test(token.text) && !this.#isLetter(at)) return null;
    if (CUES.at(this.#tokens, at)?.value === "junk") return null;
    return MOVES.at(this.#tokens, at);
  }

  /** A letter is a move as a capital, or in a list. */
  #isLetter(at: number): boolean {
    const { raw, text } = this.#tokens[at]!;
    const isAlone = (t: Token | undefined) =>
      t === undefined || t.kind !== "word" || t.text.length === 1;
    return isAlone(this.#tokens[at - 1]) && isAlone(this.#tokens[at + 1]) ||
      raw !== text && isAlone(this.#tokens[at + 1]);
  }

  /** Behind a move: 2, x2, (2), (x2), 2x, twice, 2 times, two steps. */
  #countBehind(at: number, countsAhead: boolean): Match<number> | null {
    let from = at;
    while (from < this.#tokens.length && from < at + 4 && OPENS.has(this.#tokens[from]!.text)) {
      from++;
    }
    if (from >= this.#tokens.length) return null;
    const count = this.#count(from);
    if (count === null) return null;
    // "up, 2 right": the number belongs to what follows; "up 2, right 1" does not.
    const isApart = this.#tokens[at]!.text === "," || this.#tokens[at]!.text === ";";
    if (isApart || countsAhead && from === at && this.#leadsToMove(from + count.length)) {
      return null;
    }
    let length = from + count.length - at;
    while (CLOSES.has(this.#tokens[at + length]?.text ?? "")) length++;
    // "up, up, left (3 steps)" counts all of them.
    const isTotal = this.#tokens[at]!.text === "(" && this.#named > 0 &&
      this.#counted < this.#named && count.value === this.#moves.length + 1 &&
      STEPS.has(this.#tokens[from + count.length]?.text ?? "");
    return { value: isTotal ? 1 : count.value, length };
  }

  #count(at: number): Match<number> | null {
    const token = this.#tokens[at]!;
    const times = TIMES.at(this.#tokens, at);
    if (times !== null) return times;
    const written = /^x?(\d{1,4})$/.exec(token.text);
    if (written !== null) return { value: Number(written[1]), length: 1 };
    return numeralAt(this.#tokens, at);
  }

  /** Adds a move so many times; false where that are too many, or none. */
  #put(move: Move, count: number): boolean {
    if (count < 1 || this.#moves.length + count > this.#most) return false;
    for (let i = 0; i < count; i++) this.#moves.push(move);
    return true;
  }

  /** Whether a move follows a count, with only words like "steps" between. */
  #leadsToMove(at: number): boolean {
    for (let i = at; i < this.#tokens.length && i < at + 5; i++) {
      if (this.#move(i) !== null) return true;
      if (!MEASURES.has(this.#tokens[i]!.text)) return false;
    }
    return false;
  }

  /** Behind what joins moves; a sentence goes on where the next one moves on. */
  #link(from: number): number {
    let at = from;
    for (let links = 0; at < this.#tokens.length && links < 12; links++) {
      const { text, kind } = this.#tokens[at]!;
      const link = LINKS.at(this.#tokens, at);
      const isArrow = text === "→" || text === "⇒";
      if (link === null && kind !== "line" && text !== "." && !isArrow) break;
      at += link?.length ?? 1;
      if (at < this.#tokens.length && (this.#move(at) !== null || this.#count(at) !== null)) {
        return at;
      }
    }
    return from;
  }
}

const STEPS = new Set("steps step moves move cells schritte schritt züge 步".split(" "));
const OPENS = new Set(["(", "×", "x", "*", "by", "for", ":", "="]);
const CLOSES = new Set([
  ")",
  "time",
  "move",
  "moves",
  "x",
  "×",
  "times",
  "steps",
  "step",
  "cells",
  "units",
  "mal",
  "次",
  "步",
  "格",
]);
const MEASURES = new Set(
  "step steps cell cells square squares unit units times x × * to the move moves schritt schritte nach 步 格 次 向"
    .split(" "),
);

/**
 * The way that a reply gives, move by move: `up, up, left`, `↑ ↑ ←`, `UUL`, `Up twice, then left`,
 * `up x2, left 1`, in English, German or Chinese, or by the compass, north being up.
 *
 * @param reply the whole reply
 * @returns the moves; null where there are none, or more than one way, or where it is denied
 *
 * Cost: linear in the reply's length, and in the moves, of which there are at most 10,000.
 *
 * @example
 * ```ts
 * import { readMoves } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(readMoves("Down x2, then left."), ["down", "down", "left"]);
 * assertEquals(readMoves("up or left"), null);
 * ```
 */
export function readMoves(reply: string, meter?: Meter): readonly Move[] | null {
  return readAnswer(reply, new Ways(), meter);
}
