import { arrayOf, type Form, OBJECT, requireForm, TEXT } from "../../geometry/form.ts";
import type { Cue } from "./_cue_words.ts";
import { CUES } from "./_cues.ts";
import { COLOUR_NAMES } from "./_colour_names.ts";
import { isName } from "./_letters.ts";
import { Lexicon, type Match } from "./_lexicon.ts";
import { namesAnd, NOT_RIGHT } from "./_side_names.ts";
import { list } from "./_side_words.ts";
import type { Meter } from "./meter.ts";
import { readAnswer, type Vocabulary } from "./_read.ts";
import type { Token } from "./_tokens.ts";

/** What may be named: a list, or a pattern that single words match as a whole. */
export type Labels = readonly string[] | RegExp;

const NAMES = arrayOf(TEXT);
const LABELS: Form = (value) => value instanceof RegExp ? null : NAMES(value);

/** How labels are read. */
export interface LabelOptions {
  /** More names of a label. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /** Names that may stand around, and are none of them. */
  readonly names?: readonly string[];
  /** Counts what reading costs, for tests. */
  readonly meter?: Meter;
}

/** Words between the labels of a list. */
const LINKS = new Lexicon<true>().add(
  true,
  list(
    ",|;|→|⇒|-|–|>|&|+|•|'|(|)|[|]|/|\\||and|then|and then|to|next|after that|followed by|finally|last|" +
      "lastly|and finally|first|firstly|second|secondly|third|fourth|fifth|sixth|with|go to|go on to|" +
      "on to|moving to|visit|end at|and end at|ends at|ending at|finish at|start|end|goal|landmark|" +
      "node|point|und|dann|danach|zu|nach|bis|mit|zuerst|schließlich|" +
      "和|到|再|后|之后|然后|接着|最后|先|与|→",
  ),
);

const KIND_CUES = new Lexicon<Cue>()
  .add("wrong", NOT_RIGHT)
  .add(
    "plain",
    list(
      "/|→|missing|fehlende|visit|visits|via|pass|passes|passed|through|over|about|them|with|end up|" +
        "ends up|ended up|second|third|fourth|fifth|sixth|in that order|in this order",
    ),
  )
  // What makes another list of it.
  .add("doubt", list("order reversed|not in this order|in any order|any order"));

/** Between two labels these say that the list does not stand in its order. */
const ORDERS = new Set("before after vor 之前".split(" "));

/** Marks between the labels of a list. */
const LISTS = /^[,;→–>|-]$/;

const COLOURS = new Set(
  Object.entries(COLOUR_NAMES).flatMap(([name, more]) => [name, ...more]),
);

/** Behind an I these make it a pronoun. */
const PRONOUN = new Set("think believe guess would am have can cannot will say choose".split(" "));

class Runs implements Vocabulary<readonly string[]> {
  readonly cues: Lexicon<Cue> = KIND_CUES;
  readonly names: readonly Lexicon<true>[];
  readonly #labels = new Lexicon<string>();
  readonly #pattern: RegExp | undefined;
  /** The letters of labels of one letter, for words like BCD. */
  readonly #letters: ReadonlyMap<string, string>;

  constructor(all: Labels, { aliases = {}, names = [] }: LabelOptions) {
    this.names = namesAnd(names);
    this.#pattern = all instanceof RegExp ? all : undefined;
    const labels = all instanceof RegExp ? [] : all;
    for (const label of labels) this.#labels.add(label, [label]);
    for (const label of labels) {
      this.#labels.add(label, [
        ...aliases[label] ?? [],
        ...COLOUR_NAMES[label.toLowerCase()] ?? [],
      ]);
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
      const label = this.#label(tokens, at, values.length > 0);
      if (label === null) break;
      values.push(label.value);
      end = at + label.length;
      at = this.#link(tokens, end);
    }
    if (values.length === 0) return null;
    const isPart = this.#comesAfter(tokens, from) || this.#goesOn(tokens, end);
    return { value: isPart ? null : values, length: end - from };
  }

  key(value: readonly string[]): string {
    return value.join("\n");
  }

  #label(tokens: readonly Token[], at: number, isListed: boolean): Match<string> | null {
    const token = tokens[at];
    if (token === undefined) return null;
    if (this.#pattern?.test(token.raw) === true) {
      return { value: token.raw.toUpperCase(), length: 1 };
    }
    const found = this.#labels.at(tokens, at);
    if (found === null) return null;
    if (found.length > 1 || !/^[a-z]$/i.test(token.raw)) return found;
    // In a list even an I is a label: B, C, I.
    const isInList = isListed && token.raw !== token.text &&
      !PRONOUN.has(tokens[at + 1]?.text ?? "");
    return isInList || isName(tokens, at) ? found : null;
  }

  /** Where the next label would stand: behind commas, arrows, "then", a new line, (3), 2., or nothing. */
  #link(tokens: readonly Token[], end: number): number {
    let at = end;
    for (let links = 0; at < tokens.length && links < 8; links++) {
      const link = LINKS.at(tokens, at);
      const { kind } = tokens[at]!;
      if (kind === "number" && tokens[at - 1]?.text === "(") at++;
      else if (kind === "number" && /^[.)]$/.test(tokens[at + 1]?.text ?? "")) at += 2;
      else if (link === null && kind !== "line") break;
      else at += link?.length ?? 1;
    }
    return at;
  }

  /** Whether a list began in front of a label, with a name that is none. */
  #comesAfter(tokens: readonly Token[], from: number): boolean {
    return LISTS.test(tokens[from - 1]?.text ?? "") && this.#isStranger(tokens, from - 2);
  }

  /** Whether a list goes on with a word that is no label, or stands in another order. */
  #goesOn(tokens: readonly Token[], end: number): boolean {
    if (ORDERS.has(tokens[end]?.text ?? "") && this.#label(tokens, end + 1, true) !== null) {
      return true;
    }
    const at = this.#link(tokens, end);
    const isListed = at > end && tokens[at]?.kind === "word" && tokens[at - 1]!.kind !== "line" &&
      tokens.slice(end, at).some((t) => LISTS.test(t.text));
    if (!isListed) return false;
    return this.#isStranger(tokens, at) ||
      CUES.at(tokens, at) === null && this.cues.at(tokens, at) === null &&
        !this.#isName(tokens, at);
  }

  #isName(tokens: readonly Token[], at: number): boolean {
    return this.names.some((names) => names.at(tokens, at) !== null);
  }

  /** Whether a token is a colour or a letter that is no label here. */
  #isStranger(tokens: readonly Token[], at: number): boolean {
    const token = tokens[at];
    if (token === undefined || this.#label(tokens, at, true) !== null) return false;
    const isLetter = /^[A-Z]$/.test(token.raw) && this.#letters.size > 0;
    return (isLetter || COLOURS.has(token.text)) && !this.#isName(tokens, at) &&
      !PRONOUN.has(tokens[at + 1]?.text ?? "");
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
  requireForm(labels, LABELS, "labels");
  requireForm(options, OBJECT, "options");
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
  readonly cues: Lexicon<Cue> = KIND_CUES;
  readonly names: readonly Lexicon<true>[];
  readonly #runs: Runs;

  constructor(labels: Labels, options: LabelOptions) {
    this.#runs = new Runs(labels, options);
    this.names = this.#runs.names;
  }

  at(tokens: readonly Token[], from: number): Match<string | null> | null {
    const found = this.#runs.at(tokens, from);
    if (found === null) return null;
    const first = found.value?.[0];
    // FF is no F.
    if (found.length === 1 && (found.value?.length ?? 0) > 1) {
      return { value: null, length: 1 };
    }
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
  requireForm(labels, LABELS, "labels");
  requireForm(options, OBJECT, "options");
  return readAnswer(reply, new Names(labels, options), options.meter);
}
