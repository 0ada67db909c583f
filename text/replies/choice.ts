import { list, OBJECT, requireForm, TEXT } from "../../geometry/form.ts";
import type { Cue } from "./_cue_words.ts";
import { CUES } from "./_cues.ts";
import { isName } from "./_letters.ts";
import { Lexicon, type Match } from "./_lexicon.ts";
import type { Meter } from "./meter.ts";
import { readAnswer, type Vocabulary } from "./_read.ts";
import { isStop, type Token } from "./_tokens.ts";

/** How a choice is read. */
export interface ChoiceOptions<V> {
  /** The marks of the options; A, B and so on when left out. */
  readonly marks?: readonly string[];
  /** Reads an answer from words: an option by another name is that option. */
  readonly read?: (words: string) => V | null;
  /** The same for answers that are the same; JSON when left out. */
  readonly key?: (value: V) => string;
  /** Counts what reading costs, for tests. */
  readonly meter?: Meter;
}

const LETTERS: readonly string[] = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const GERMAN_ORDINALS = "erste zweite dritte vierte fünfte sechste".split(" ");
const NOUNS = new Set("option choice answer one alternative möglichkeit antwort".split(" "));
const CAPTIONS = new Set("option choice letter answer no number 选 项 答".split(" "));

/** What is said of each option alike chooses none. */
const CHOICE_CUES = new Lexicon<Cue>().add(
  "doubt",
  ["a letter", "a mark", "an option", "one option", "a choice", "an answer", "a possible answer"]
    .flatMap((noun) => [`is ${noun}`, `as ${noun}`]).concat("one of", "one possibility"),
);

/** Options that stand in a reply; notes whether any was seen, denied or not. */
class Options<V> implements Vocabulary<number> {
  readonly cues: Lexicon<Cue> = CHOICE_CUES;
  /** Whether any option was seen, or a letter that is no mark. */
  hasAny = false;
  readonly keepsCounts: boolean;
  readonly #options: readonly string[];
  readonly #settings: ChoiceOptions<V>;
  readonly #marks: ReadonlyMap<string, number>;
  readonly #isLettered: boolean;
  readonly #texts = new Lexicon<number>();
  /** Every text, to stand behind its own mark. */
  readonly #own = new Lexicon<number>();
  #keys: readonly (string | null)[] | undefined;

  constructor(options: readonly string[], settings: ChoiceOptions<V>) {
    const { marks = LETTERS.slice(0, options.length) } = settings;
    this.#options = options;
    this.#settings = settings;
    this.#marks = new Map(marks.map((mark, i) => [mark.toLowerCase(), i]));
    this.#isLettered = marks.every((mark) => /^[a-z]$/i.test(mark));
    this.keepsCounts = !this.#isLettered;
    options.forEach((option, i) => {
      // An option that is a mark of another one can only be named by its own mark.
      if (!this.#marks.has(option.trim().toLowerCase())) this.#texts.add(i, [option]);
      this.#own.add(i, [option]);
    });
  }

  at(tokens: readonly Token[], from: number): Match<number | null> | null {
    const text = this.#texts.at(tokens, from);
    const mark = this.#mark(tokens, from);
    const isMark = mark !== null && (text === null || mark.length >= text.length);
    const found = isMark ? mark : text ?? this.#ordinal(tokens, from);
    this.hasAny ||= found !== null ||
      this.#isLettered && /^[B-Z]$/.test(tokens[from]!.raw) && isName(tokens, from);
    return found;
  }

  key(value: number): string {
    return String(value);
  }

  /** The option that words name; {@link OTHER} where they name an answer that is none of them. */
  named(words: string): number | null {
    const { read } = this.#settings;
    const said = read?.(words) ?? null;
    if (read === undefined || said === null) return null;
    const keyOf = this.#settings.key ?? ((value: V) => JSON.stringify(value));
    this.#keys ??= this.#options.map((option) => {
      const value = read(option);
      return value === null ? null : keyOf(value);
    });
    return this.#keys.indexOf(keyOf(said));
  }

  /** A mark; null as its value where the words beside it name another option: "A. left". */
  #mark(tokens: readonly Token[], at: number): Match<number | null> | null {
    const option = this.#marks.get(tokens[at]!.text);
    if (option === undefined) return null;
    const isNamed = this.#isLettered ? isName(tokens, at) : isNumbered(tokens, at);
    if (!isNamed) return null;
    if (isCorrect(tokens, at + 1)) return { value: option, length: 3 };
    const from = behindMark(tokens, at);
    const isOther = besides(tokens, at, from).some((words) => {
      const named = words === "" ? null : this.named(words);
      return named !== null && named !== option;
    });
    // "A. bottom" is one mention, though a stop stands in it.
    const text = from < tokens.length ? this.#own.at(tokens, from) : null;
    const isNamedTwice = text !== null && text.value === option && from > at + 1;
    return {
      value: isOther ? null : option,
      length: isNamedTwice ? from + text.length - at : 1,
    };
  }

  /** "the first option". */
  #ordinal(tokens: readonly Token[], at: number): Match<number> | null {
    const { text } = tokens[at]!;
    const option = Math.max(ORDINALS.indexOf(text), GERMAN_ORDINALS.indexOf(text));
    if (option < 0 || option >= this.#marks.size) return null;
    return NOUNS.has(tokens[at + 1]?.text ?? "") ? { value: option, length: 2 } : null;
  }
}

/** An answer that is none of the options. */
export const OTHER: number = -1;

/** "A is right." praises A, whatever side an option may be. */
function isCorrect(tokens: readonly Token[], at: number): boolean {
  const end = tokens[at + 2];
  return tokens[at]?.text === "is" && tokens[at + 1]?.text === "right" &&
    (end === undefined || isStop(end));
}

/** So many words beside a mark may say what it marks. */
const BESIDE = 12;

/** The words behind a mark, and those in front of a mark in brackets. */
function besides(tokens: readonly Token[], at: number, from: number): readonly string[] {
  const behind = rawOf(tokens, from, from + BESIDE);
  if (tokens[at - 1]?.text !== "(") return [behind];
  let first = at - 1;
  while (first > at - 4 && first > 0 && !isStop(tokens[first - 1]!)) first--;
  return [behind, rawOf(tokens, first, at - 1)];
}

/** Where what a mark marks would stand: behind a stop, a bracket, a colon. */
function behindMark(tokens: readonly Token[], at: number): number {
  let from = at + 1;
  while (from < at + 4 && /^[.):,(–-]$/.test(tokens[from]?.text ?? "")) from++;
  return from;
}

/** Tokens as they are written, up to the end of the sentence. */
function rawOf(tokens: readonly Token[], from: number, to: number): string {
  let words = "";
  for (let i = from; i < to && i < tokens.length;) {
    // "i.e." ends no sentence.
    const phrase = CUES.at(tokens, i)?.length ?? 1;
    if (phrase === 1 && isStop(tokens[i]!)) break;
    for (const end = i + phrase; i < end; i++) {
      words += (tokens[i]!.isTight ? "" : " ") + tokens[i]!.raw;
    }
  }
  return words.trim();
}

/** Whether a number stands for an option: alone, in brackets, or behind "option". */
function isNumbered(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return tokens.length <= 2 || before?.text === "(" && after?.text === ")" ||
    CAPTIONS.has(before?.text ?? "") || before === undefined && /^[.):]$/.test(after?.text ?? "") ||
    before !== undefined && /^(is|:|=|是|为|\uE000)$/.test(before.text);
}

const OPTIONS = list(TEXT);

/**
 * The option that a reply chooses: by its mark, its mark and its words, its words, or another name
 * of what they say.
 *
 * @param reply the whole reply
 * @param options the options in order
 * @returns the option's number from 0, {@link OTHER} for an answer that is no option; null where
 * there is none, or more than one, or where it is denied, or where mark and words differ
 *
 * Cost: linear in the reply's length and in the options.
 *
 * @example
 * ```ts
 * import { readChoice } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * const options = ["left", "right"];
 * assertEquals(readChoice("<think>B?</think> The answer is (A) left.", options), 0);
 * assertEquals(readChoice("A. right", options), null);
 * assertEquals(readChoice("A or B", options), null);
 * ```
 */
export function readChoice<V>(
  reply: string,
  options: readonly string[],
  settings: ChoiceOptions<V> = {},
): number | null {
  requireForm(options, OPTIONS, "options");
  requireForm(settings, OBJECT, "settings");
  const vocabulary = new Options(options, settings);
  const option = readAnswer(reply, vocabulary, settings.meter);
  return option === null && !vocabulary.hasAny ? vocabulary.named(reply) : option;
}
