import { type Cue, CUES as PLAIN } from "./_cues.ts";
import { isName } from "./_letters.ts";
import { Lexicon, type Match } from "./_lexicon.ts";
import type { Meter } from "./meter.ts";
import { readAnswer, type Vocabulary } from "./_read.ts";
import type { Token } from "./_tokens.ts";

/** What may be named: a list, or a pattern that single words match as a whole. */
export type Labels = readonly string[] | RegExp;

/** How labels are read. */
export interface LabelOptions {
  /** More names of a label. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /** Names that may stand around, and are none of them. */
  readonly names?: readonly string[];
  /** Counts what reading costs, for tests. */
  readonly meter?: Meter;
}

const list = (text: string) => text.split("|");

/** Colours by other names. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  gray: list("grey|灰|灰色"),
  grey: list("gray|灰|灰色"),
  purple: list("violet|紫|紫色"),
  cyan: list("turquoise|aqua|青|青色"),
  pink: list("rosa|粉|粉色|粉红|粉红色"),
  red: list("红|红色"),
  green: list("绿|绿色"),
  blue: list("蓝|蓝色"),
  orange: list("橙|橙色|橘色"),
  brown: list("棕|棕色|褐色"),
  olive: list("橄榄|橄榄色|橄榄绿"),
  black: list("黑|黑色"),
  yellow: list("黄|黄色"),
  lila: list("violett"),
  rosa: list("pink"),
  oliv: list("olive|olivgrün"),
  türkis: list("cyan"),
  grau: list("gray|grey"),
};

/** Words between the labels of a list. */
const LINKS = new Lexicon<true>().add(
  true,
  list(
    ",|;|→|⇒|-|–|>|&|+|•|'|(|)|[|]|and|then|and then|to|next|after that|followed by|finally|lastly|" +
      "and finally|first|firstly|second|secondly|third|und|dann|danach|zu|nach|bis|zuerst|schließlich|" +
      "和|到|再|然后|接着|最后|先|与",
  ),
);

/** What spoils a list: it is to be read otherwise than it stands. */
const CUES = new Lexicon<Cue>()
  .add("plain", [
    "/",
    "missing",
    "fehlende",
    "visits",
    "via",
    "passes",
    "passed",
    "through",
    "over",
    "about",
  ])
  .add(
    "doubt",
    list("before|after|order reversed|not in this order|in any order|any order|vor|之前"),
  );

class Runs implements Vocabulary<readonly string[]> {
  readonly cues: Lexicon<Cue> = CUES;
  readonly names: Lexicon<true>;
  readonly #labels = new Lexicon<string>();
  readonly #pattern: RegExp | undefined;
  /** The letters of labels of one letter, for words like BCD. */
  readonly #letters: ReadonlyMap<string, string>;

  constructor(all: Labels, { aliases = {}, names = [] }: LabelOptions) {
    this.names = new Lexicon<true>().add(true, names);
    this.#pattern = all instanceof RegExp ? all : undefined;
    const labels = all instanceof RegExp ? [] : all;
    for (const label of labels) this.#labels.add(label, [label]);
    for (const label of labels) {
      this.#labels.add(label, [...aliases[label] ?? [], ...ALIASES[label.toLowerCase()] ?? []]);
    }
    this.#letters = new Map(
      labels.filter((l) => /^[A-Z]$/i.test(l)).map((l) => [l.toLowerCase(), l]),
    );
  }

  at(tokens: readonly Token[], from: number): Match<readonly string[] | null> | null {
    const joined = this.#joined(tokens, from);
    if (joined !== null) return { value: joined, length: 1 };
    const values: string[] = [];
    let end = from;
    for (let at = from; at < tokens.length;) {
      const label = this.#label(tokens, at);
      if (label === null) break;
      values.push(label.value);
      end = at + label.length;
      at = this.#link(tokens, end);
    }
    if (values.length === 0) return null;
    const goesOn = this.#goesOn(tokens, end);
    return { value: goesOn ? null : values, length: end - from };
  }

  key(value: readonly string[]): string {
    return value.join("\n");
  }

  #label(tokens: readonly Token[], at: number): Match<string> | null {
    if (at >= tokens.length) return null;
    if (this.#pattern?.test(tokens[at]!.raw) === true) {
      return { value: tokens[at]!.raw.toUpperCase(), length: 1 };
    }
    const found = this.#labels.at(tokens, at);
    if (found === null) return null;
    const isLetter = found.length === 1 && tokens[at]!.text.length === 1 &&
      /^[a-z]$/.test(tokens[at]!.text);
    return isLetter && !isName(tokens, at) ? null : found;
  }

  /** Where the next label would stand: behind commas, arrows, "then", a new line, (3), or nothing. */
  #link(tokens: readonly Token[], end: number): number {
    let at = end;
    for (let links = 0; at < tokens.length && links < 8; links++) {
      const link = LINKS.at(tokens, at);
      const isLine = tokens[at]!.kind === "line";
      if (tokens[at]!.kind === "number" && tokens[at - 1]?.text === "(") at++;
      else if (link === null && !isLine) break;
      else at += link?.length ?? 1;
    }
    return at;
  }

  /** Whether a list goes on with a word that is no label. */
  #goesOn(tokens: readonly Token[], end: number): boolean {
    const at = this.#link(tokens, end);
    const token = tokens[at];
    const isListed = at > end && token?.kind === "word" && tokens[at - 1]!.kind !== "line" &&
      tokens.slice(end, at).some((t) => /^[,;→–-]$/.test(t.text));
    return isListed && PLAIN.at(tokens, at) === null && CUES.at(tokens, at) === null &&
      this.names.at(tokens, at) === null;
  }

  /** Letters written as one word: BCD. */
  #joined(tokens: readonly Token[], at: number): readonly string[] | null {
    const { raw, text } = tokens[at]!;
    if (text.length < 2 || text.length > 26 || raw === text || !/^[A-Z]+$/.test(raw)) return null;
    const letters = [...text].map((c) => this.#letters.get(c));
    return letters.every((l) => l !== undefined) ? letters as string[] : null;
  }
}

/**
 * The labels that a reply lists, in its order: `B, C, D`, `B -> C -> D`, a numbered list, or words
 * with "then" between. All of the list counts: a list that goes on is another list.
 *
 * @param reply the whole reply
 * @param labels the names that may be listed
 * @returns the list; null where there is none, or more than one
 *
 * Cost: linear in the reply's length, and in the labels.
 *
 * @example
 * ```ts
 * import { readLabels } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * const labels = ["red", "gray", "blue"];
 * assertEquals(readLabels("Red -> grey -> blue", labels), ["red", "gray", "blue"]);
 * assertEquals(readLabels("red or gray", labels), null);
 * ```
 */
export function readLabels(
  reply: string,
  labels: Labels,
  options: LabelOptions = {},
): readonly string[] | null {
  const found = readAnswer(reply, new Runs(labels, options), options.meter);
  return found === null ? null : joinedLegs(found);
}

/** Steps that join, B-C, C-D, as the way they make. */
function joinedLegs(labels: readonly string[]): readonly string[] {
  const isLegs = labels.length >= 4 && labels.length % 2 === 0 &&
    labels.every((label, i) => i === 0 || i % 2 === 1 || label === labels[i - 1]);
  return isLegs ? labels.filter((_, i) => i === 0 || i % 2 === 1) : labels;
}

class Names implements Vocabulary<string> {
  readonly cues: Lexicon<Cue> = CUES;
  readonly names: Lexicon<true>;
  readonly #runs: Runs;

  constructor(labels: Labels, options: LabelOptions) {
    this.#runs = new Runs(labels, options);
    this.names = this.#runs.names;
  }

  at(tokens: readonly Token[], from: number): Match<string | null> | null {
    const found = this.#runs.at(tokens, from);
    if (found === null) return null;
    const first = found.value?.[0];
    const isOne = first !== undefined && found.value!.every((v) => v === first);
    return { value: isOne ? first : null, length: found.length };
  }

  key(value: string): string {
    return value;
  }
}

/**
 * The one label that a reply names.
 *
 * @param reply the whole reply
 * @param labels the names that may be named
 * @returns the label; null where there is none, or more than one, or where it is denied
 *
 * Cost: linear in the reply's length, and in the labels.
 *
 * @example
 * ```ts
 * import { readLabel } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(readLabel("The landmark is **F**.", ["B", "F"]), "F");
 * assertEquals(readLabel("B or F", ["B", "F"]), null);
 * ```
 */
export function readLabel(
  reply: string,
  labels: Labels,
  options: LabelOptions = {},
): string | null {
  return readAnswer(reply, new Names(labels, options), options.meter);
}
