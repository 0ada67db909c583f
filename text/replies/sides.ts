import { OBJECT, requireForm } from "../../geometry/form.ts";
import type { Cue } from "./_cue_words.ts";
import { COLOUR_NAMES } from "./_colour_names.ts";
import { Lexicon, type Match } from "./_lexicon.ts";
import { DOWN, LEFT, list, MIDDLE, RIGHT, UP } from "./_side_words.ts";
import type { Meter } from "./meter.ts";
import { readAnswer, type Vocabulary } from "./_read.ts";
import { isStop, type Token } from "./_tokens.ts";

/** A side of something: -1, 0 or 1 to the right, and as much upwards; 0, 0 is the middle. */
export type Side = readonly [right: number, up: number];

/** How a side is read. */
export interface SideOptions {
  /** Whether single letters count: U, D, L and R, or N, NE and so on. */
  readonly letters?: "moves" | "compass";
  /** Names that may stand around it. */
  readonly names?: readonly string[];
  /** From what the side is asked: that it lies left of something says that this lies right. */
  readonly from?: string;
  /** Counts what reading costs, for tests. */
  readonly meter?: Meter;
}

/** A part of a side: to the right, upwards, or null where it says nothing. */
type Part = readonly [right: number | null, up: number | null];

/** Words that join a height and a side. */
const JOINED = list(
  "northeast:1,1|northwest:-1,1|southeast:1,-1|southwest:-1,-1|nordost:1,1|nordosten:1,1|" +
    "nordöstlich:1,1|nordwest:-1,1|nordwesten:-1,1|nordwestlich:-1,1|südost:1,-1|südosten:1,-1|" +
    "südöstlich:1,-1|südwest:-1,-1|südwesten:-1,-1|südwestlich:-1,-1|northeastern:1,1|" +
    "northwestern:-1,1|southeastern:1,-1|southwestern:-1,-1|↗:1,1|↖:-1,1|↘:1,-1|↙:-1,-1|" +
    "linksoben:-1,1|rechtsoben:1,1|linksunten:-1,-1|rechtsunten:1,-1|obenlinks:-1,1|" +
    "obenrechts:1,1|untenlinks:-1,-1|untenrechts:1,-1|topleft:-1,1|topright:1,1|bottomleft:-1,-1|" +
    "bottomright:1,-1|upperleft:-1,1|upperright:1,1|lowerleft:-1,-1|lowerright:1,-1|" +
    "upleft:-1,1|upright:1,1|downleft:-1,-1|downright:1,-1",
).map((entry) => {
  const [word, right, up] = entry.split(/[:,]/);
  return [word!, [Number(right), Number(up)]] as const;
});

const PARTS = new Lexicon<Part>()
  .add([null, 1], UP).add([null, -1], DOWN).add([-1, null], LEFT).add([1, null], RIGHT)
  .add([null, null], MIDDLE);
for (const [word, part] of JOINED) PARTS.add(part, [word]);

/** What may stand between a height and a side. */
const LINKS = new Set(
  ("- & and to the of on in und auf der dem row column edge side third part half rank line zeile " +
    "spalte seite rand reihe 边 侧 方 角 的 偏 且 并").split(" "),
);
const BANDS = new Set(
  "row column edge side third part half line zeile spalte seite rand reihe".split(" "),
);

/** Behind a name they say where it lies. */
const VERBS = new Set("is lies was sits stands would must liegt ist befindet 在 位".split(" "));

/** So far in front of a side its subject may stand. */
const FARTHEST = 10;

/** So many tokens behind a part another may still belong to it. */
const LONGEST = 6;

const LETTERS: Readonly<Record<string, readonly (readonly [string, Part])[]>> = {
  moves: [["u", [null, 1]], ["d", [null, -1]], ["l", [-1, null]], ["r", [1, null]]],
  compass: [
    ["n", [0, 1]],
    ["s", [0, -1]],
    ["w", [-1, 0]],
    ["e", [1, 0]],
    ["ne", [1, 1]],
    ["nw", [-1, 1]],
    ["se", [1, -1]],
    ["sw", [-1, -1]],
  ],
};

function partAt(tokens: readonly Token[], at: number): Match<Part> | null {
  return at < tokens.length ? PARTS.at(tokens, at) : null;
}

class Sides implements Vocabulary<Side> {
  readonly names: readonly Lexicon<true>[];
  readonly cues = new Lexicon<Cue>();
  readonly #letters: ReadonlyMap<string, Part>;
  /** Names of what may lie on a side; true for that from which the side is asked. */
  readonly #subjects = new Lexicon<boolean>();

  constructor({ letters, names = [], from }: SideOptions) {
    this.#letters = new Map(letters === undefined ? [] : LETTERS[letters]);
    this.names = [new Lexicon<true>().add(true, names)];
    for (const name of names) {
      this.#subjects.add(name === from, [name, ...COLOUR_NAMES[name.toLowerCase()] ?? []]);
    }
  }

  at(tokens: readonly Token[], from: number): Match<Side | null> | null {
    const first = partAt(tokens, from) ?? this.#letter(tokens, from);
    // An arrow to the right concludes, where words say the side.
    const isArrow = tokens[from]!.text === "→" && tokens.length > 3;
    if (first === null || isArrow) return null;
    const { value: [right, up], length } = joined(tokens, from, first);
    const turn = this.#isTurned(tokens, from) ? -1 : 1;
    // Adding 0 leaves no -0.
    return { value: [turn * (right ?? 0) + 0, turn * (up ?? 0) + 0], length };
  }

  /** Whether the side is said of that from which it is asked: "olive is left of green". */
  #isTurned(tokens: readonly Token[], at: number): boolean {
    for (let i = at - 1; i > at - FARTHEST && i >= 0 && !isStop(tokens[i]!); i--) {
      const name = VERBS.has(tokens[i + 1]!.text) ? this.#subjectTo(tokens, i) : null;
      if (name !== null) return name;
    }
    return false;
  }

  /** What {@link Sides.#subjects} says of the name that ends with a token; null where none does. */
  #subjectTo(tokens: readonly Token[], last: number): boolean | null {
    for (let first = last; first > last - LONGEST && first >= 0; first--) {
      const name = this.#subjects.at(tokens, first);
      if (name !== null && first + name.length === last + 1) return name.value;
    }
    return null;
  }

  key([right, up]: Side): string {
    return `${right},${up}`;
  }

  /** A capital letter, or one that stands alone. */
  #letter(tokens: readonly Token[], at: number): Match<Part> | null {
    const { text, raw } = tokens[at]!;
    const part = this.#letters.get(text);
    if (part === undefined) return null;
    return raw !== text || tokens.length <= 2 ? { value: part, length: 1 } : null;
  }
}

/**
 * A part with the second one that belongs to it: "top and to the left", "bottom row, left column".
 * A middle joins only a part beside it, or where rows and columns are named.
 */
function joined(tokens: readonly Token[], from: number, first: Match<Part>): Match<Part> {
  const [right, up] = first.value;
  let hasBand = false;
  const behind = from + first.length;
  for (let next = behind; next < tokens.length && next < behind + LONGEST; next++) {
    const second = partAt(tokens, next);
    if (second === null) {
      hasBand ||= BANDS.has(tokens[next]!.text);
      if (isLink(tokens, next, hasBand)) continue;
      return first;
    }
    const [r, u] = second.value;
    const fits = (right === null || r === null) && (up === null || u === null);
    const isBeside = next === behind || hasBand || tokens[next - 1]!.text === "-";
    const hasMiddle = right === null && up === null || r === null && u === null;
    if (!fits || hasMiddle && !isBeside) return first;
    return { value: [right ?? r, up ?? u], length: next + second.length - from };
  }
  return first;
}

/** Whether a word may stand between two parts; a comma only behind a word like "row". */
function isLink(tokens: readonly Token[], at: number, hasBand: boolean): boolean {
  const { text } = tokens[at]!;
  if (text === ",") return BANDS.has(tokens[at - 1]!.text);
  if (text === "of") return hasBand || tokens[at + 1]?.text === "and";
  return LINKS.has(text);
}

const OWN = new Map<string, Sides>();

function sidesFor(options: SideOptions): Sides {
  const { letters = "", names = [] } = options;
  if (names.length > 0) return new Sides(options);
  let sides = OWN.get(letters);
  if (sides === undefined) OWN.set(letters, sides = new Sides(options));
  return sides;
}

/**
 * The side that a reply gives, in English, German or Chinese, or by the compass, north being up.
 *
 * @param reply the whole reply
 * @returns the side; null where there is none, or more than one, or where it is denied
 *
 * Cost: linear in the reply's length; a few microseconds for a sentence.
 *
 * @example
 * ```ts
 * import { readSide } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(readSide("It lies below and to the left of red."), [-1, -1]);
 * assertEquals(readSide("nicht links, sondern im Osten"), [1, 0]);
 * assertEquals(readSide("It isn't left."), null);
 * ```
 */
export function readSide(reply: string, options: SideOptions = {}): Side | null {
  requireForm(options, OBJECT, "options");
  return readAnswer(reply, sidesFor(options), options.meter);
}

/**
 * The one of some labels that means the side which a reply gives.
 *
 * @param reply the whole reply
 * @param labels words for sides, in English: `"top left"`, `"down"`, `"center"`
 * @returns the label; null where none of them is meant
 *
 * @example
 * ```ts
 * import { readSideLabel } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(readSideLabel("upper left", ["top left", "top"]), "top left");
 * assertEquals(readSideLabel("Norden", ["top left", "top"]), "top");
 * ```
 */
export function readSideLabel<L extends string>(
  reply: string,
  labels: readonly L[],
  options: SideOptions = {},
): L | null {
  const side = readSide(reply, options);
  return side === null ? null : labels.find((label) => sideKey(label) === side.join()) ?? null;
}

const KEYS = new Map<string, string>();

/** The side of a label, as a key. */
function sideKey(label: string): string {
  let key = KEYS.get(label);
  if (key === undefined) {
    key = readSide(label)?.join() ?? "";
    // Labels come from a few lists; what does not is not kept.
    if (KEYS.size < 256) KEYS.set(label, key);
  }
  return key;
}
