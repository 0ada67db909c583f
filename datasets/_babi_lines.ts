import type { SourceFile } from "./dataset.ts";

/** One question of a file of bAbI lines, with the sentences of its story before it. */
export interface BabiQuestion {
  /** The sentences, each with the number it has in its story. */
  readonly story: readonly BabiSentence[];
  /** The question. */
  readonly question: string;
  /** The claimed answer. */
  readonly answer: string;
  /** The line of the question, from 1. */
  readonly line: number;
}

/** A sentence of a story. */
export interface BabiSentence {
  /** Its number, from 1. */
  readonly number: number;
  /** The sentence. */
  readonly text: string;
}

/** A line that is neither. */
export interface BadLine {
  /** The line, from 1. */
  readonly line: number;
  /** What is wrong, and what it must be. */
  readonly bad: string;
}

const LINE = /^(\d+) (.+)$/;

/**
 * Reads bAbI lines, `number sentence` or `number question TAB answer TAB supporting numbers`; a
 * story begins at number 1. Questions behind a line that cannot be read are bad too, for their
 * story is not whole; so is a story without a question.
 */
export async function* babiQuestions(file: SourceFile): AsyncIterable<BabiQuestion | BadLine> {
  const state = new Story();
  for await (const text of file.lines()) {
    const found = state.push(text);
    if (found !== null) yield* found;
  }
  yield* state.end();
}

class Story {
  #sentences: BabiSentence[] = [];
  #line = 0;
  #number = 0;
  #asked = true;
  /** The line that broke the story, 0 for none. */
  #broken = 0;

  push(text: string): (BabiQuestion | BadLine)[] | null {
    this.#line++;
    if (text.trim() === "") return null;
    const [, digits, rest] = LINE.exec(text) ?? [];
    const number = Number(digits);
    if (number === 1) return [...this.end(), ...this.#take(number, rest!)];
    if (rest !== undefined && number === this.#number + 1) return this.#take(number, rest);
    this.#broken = this.#line;
    this.#asked = true;
    const must = `${this.#number + 1} or 1, and a sentence`;
    if (rest !== undefined) this.#number = number;
    return [this.#bad(`is ${JSON.stringify(text)}, must be ${must}`)];
  }

  /** Ends the story; one that asks nothing is reported. */
  end(): BadLine[] {
    const cut = !this.#asked;
    this.#asked = true;
    this.#sentences = [];
    this.#broken = 0;
    const bad = `Cannot read the story that ends here: it asks nothing, must end with a question`;
    return cut ? [{ line: this.#line, bad }] : [];
  }

  #take(number: number, rest: string): (BabiQuestion | BadLine)[] {
    this.#number = number;
    const [question, answer, ...more] = rest.split("\t");
    if (answer === undefined) {
      this.#asked = this.#broken > 0;
      this.#sentences.push({ number, text: rest.trim() });
      return [];
    }
    this.#asked = true;
    if (more.length > 1 || answer.trim() === "") {
      return [this.#bad("must be a question, an answer and its facts with tabs between")];
    }
    if (this.#broken > 0) return [this.#bad(`line ${this.#broken} of its story must be readable`)];
    const story = [...this.#sentences];
    return [{ story, question: question!.trim(), answer: answer.trim(), line: this.#line }];
  }

  #bad(why: string): BadLine {
    return { line: this.#line, bad: `Cannot read the line: ${why}` };
  }
}
