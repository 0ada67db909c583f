import type { Cue } from "./_cue_words.ts";
import { Lexicon, type Match } from "./_lexicon.ts";
import type { Meter } from "./meter.ts";
import { readAnswer, type Vocabulary } from "./_read.ts";
import type { Token } from "./_tokens.ts";

/** A closed list of answers, each with what it may be called. */
export type Called = Readonly<Record<string, readonly string[]>>;

class Words implements Vocabulary<string> {
  readonly #called: Lexicon<string>;
  readonly cues: Lexicon<Cue>;

  constructor(called: Called, plain: readonly string[]) {
    this.#called = new Lexicon<string>();
    for (const [value, names] of Object.entries(called)) this.#called.add(value, names);
    this.cues = new Lexicon<Cue>().add("plain", plain);
  }

  at(tokens: readonly Token[], from: number): Match<string> | null {
    return this.#called.at(tokens, from);
  }

  key(value: string): string {
    return value;
  }
}

/** A reader of one closed list; make it once, and use it for every reply. */
export class WordReader {
  readonly #words: Words;

  /**
   * Makes a reader of a closed list.
   *
   * @param called the answers, each with what it may be called
   * @param plain words that say nothing in this kind of question
   */
  constructor(called: Called, plain: readonly string[] = []) {
    this.#words = new Words(called, plain);
  }

  /**
   * The one answer that a reply gives.
   *
   * @param reply the whole reply
   * @returns null where there is none, or more than one, or where it is denied
   *
   * @example
   * ```ts
   * import { WordReader } from "@alidade/core/text";
   * import { assertEquals } from "@std/assert";
   *
   * const reader = new WordReader({ near: ["near", "close"], far: ["far", "distant"] });
   * assertEquals(reader.read("The answer is: **close**."), "near");
   * assertEquals(reader.read("near or far"), null);
   * ```
   */
  read(reply: string, meter?: Meter): string | null {
    return readAnswer(reply, this.#words, meter);
  }
}
