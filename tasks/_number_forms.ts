import type { Chance } from "./chance.ts";
import { type Asked, type FormParts, lettered, openParts } from "./loop/forms.ts";
import { LETTERS } from "./option_marks.ts";
import type { Offers } from "./maker.ts";
import type { Form, Plan } from "./task.ts";
import { choice, decimal, fill, type Text, text } from "../lines/template.ts";

/** What a question for a number needs to know. */
export interface NumberSettings {
  readonly form: Form;
  /** How many options. */
  readonly options: number;
  /** The greatest answer, in units of the last digit shown; the least is 0. */
  readonly most: number;
  /** How many digits of the answer stand behind the point. */
  readonly scale: number;
}

/** The words around a number. */
export type AskedNumber = Omit<Asked, "answers">;

/** The three forms of a question whose answer is a number. */
export class NumberForms {
  /** The columns they take. */
  readonly width: number;
  readonly #settings: NumberSettings;
  readonly #base: number;

  /**
   * @param settings which form, and how large answers can be
   * @param base the first of their columns
   */
  constructor(settings: NumberSettings, base: number) {
    const options = Math.min(settings.options, 10);
    this.#settings = { ...settings, options };
    this.#base = base;
    this.width = settings.form === "open" ? 1 : settings.form === "true-false" ? 3 : 2 + options;
  }

  /** The column of the answer. */
  get answer(): number {
    return this.#base;
  }

  /** Draws what the form adds to an answer that stands in its column. */
  draw(chance: Chance, rows: Int32Array, at: number): void {
    const { form } = this.#settings;
    if (form === "open") return;
    const base = at + this.#base;
    const answer = rows[base]!;
    if (form === "choice") {
      rows[base + 1] = this.#drawOptions(chance, answer, rows, base + 2);
      return;
    }
    const truth = chance.below(2);
    const wrong = this.#drawWrong(chance, answer);
    rows[base + 1] = truth === 1 ? answer : wrong;
    rows[base + 2] = truth;
  }

  /** Half of the false claims are above the answer, where there is room below it. */
  #drawWrong(chance: Chance, answer: number): number {
    const step = this.#step(answer);
    const down = answer > 2 * step ? chance.below(2) : 0;
    return down === 1 ? answer - 2 * step : answer + 2 * step;
  }

  /**
   * Options are an even ladder, so that neither their spread nor their middle tells the answer.
   * Returns the answer's letter.
   */
  #drawOptions(chance: Chance, answer: number, into: Int32Array, first: number): number {
    const { options } = this.#settings;
    const step = this.#step(answer);
    const lowest = Math.min(options - 1, Math.floor(answer / step));
    const below = chance.below(lowest + 1);
    const letter = chance.below(options);
    for (let i = 0; i < options; i++) into[first + i] = answer + (i - below) * step;
    // The answer's rung goes to its letter, and the others are shuffled around it.
    swap(into, first + below, first + letter);
    for (let i = options - 1; i > 0; i--) {
      const other = chance.below(i + 1);
      if (i !== letter && other !== letter) swap(into, first + i, first + other);
    }
    return letter;
  }

  /** {@link NumberForms.draw} from a stream of its own, for a plan whose rows a kernel samples. */
  completion(): Pick<Plan, "complete"> {
    if (this.#settings.form === "open") return {};
    return { complete: (chance, rows, at) => this.draw(chance, rows, at) };
  }

  /** The same wrong answers for items that are made as objects, of whole numbers. */
  offers(): Offers<number> {
    return {
      claim: (chance, shown) => this.#drawWrong(chance, shown),
      options: (chance, shown) => {
        const options = new Int32Array(this.#settings.options);
        this.#drawOptions(chance, shown, options, 0);
        return [...options];
      },
    };
  }

  /** The parts of the record that the form makes. */
  parts(asked: AskedNumber): FormParts {
    const { form, options } = this.#settings;
    const { given, question, words } = asked;
    const base = this.#base;
    if (form === "open") return openParts([given, question], this.#number(base));
    if (form === "true-false") {
      const claim = this.#number(base + 1);
      return {
        form,
        question: fill(words.judge, { given, claim: asked.claim(claim) }),
        answer: choice(base + 2, words.truth),
        choices: null,
        claim,
      };
    }
    const choices = Array.from({ length: options }, (_, i) => this.#number(base + 2 + i));
    return {
      form,
      question: fill(words.choose, { question: [given, question], options: lettered(choices) }),
      answer: choice(base + 1, LETTERS.slice(0, options)),
      choices: choices.map((c) => text(c)),
      claim: null,
    };
  }

  /** How far apart options are: a fifth of the answer, or a few units where it is small. */
  #step(answer: number): number {
    return Math.max(1, Math.floor(answer / 5));
  }

  #number(column: number): Text {
    const { most, scale } = this.#settings;
    // Options lie at most nine steps above the answer.
    return decimal(column, { least: 0, most: 3 * most + 10 }, { scale, form: "fixed" }) as Text;
  }
}

function swap(rows: Int32Array, i: number, j: number): void {
  const other = rows[i]!;
  rows[i] = rows[j]!;
  rows[j] = other;
}
