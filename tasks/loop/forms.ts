import type { Chance } from "../chance.ts";
import type { IntegerKnob, WordKnob } from "../knobs.ts";
import { LETTERS } from "../option_marks.ts";
import type { Form, Parts, Plan } from "../task.ts";
import { choice, fill, type Text, text } from "../../lines/template.ts";
import type { CommonWords } from "../../text/wordings/common.ts";

/** The knobs of every task that can be asked in three forms. */
export const FORM_KNOBS: {
  readonly form: WordKnob<Form>;
  readonly options: IntegerKnob;
} = {
  form: {
    type: "word",
    of: ["open", "choice", "true-false"],
    default: "open",
    doc: "how the question is put",
  },
  options: {
    type: "integer",
    least: 2,
    most: 26,
    default: 4,
    doc: "the options of a choice; as many as there are answers at most",
  },
};

/** The parts of a record that a form makes. */
export type FormParts = Pick<Parts, "form" | "question" | "answer" | "choices" | "claim">;

/** What a form needs to know. */
export interface FormSettings {
  readonly form: Form;
  /** How many options. */
  readonly options: number;
  /** Options in this order, all of them, rather than drawn. */
  readonly order?: readonly number[];
  /** How many answers there are. */
  readonly answers: number;
}

/** The words around an answer. */
export interface Asked {
  /** What is given, in front of the question. */
  readonly given: Text;
  /** The open question. */
  readonly question: Text;
  /** The claim of a true-false question, made from the words of its answer. */
  claim(answer: Text): Text;
  /** The words of the answers. */
  readonly answers: readonly Text[];
  readonly words: CommonWords;
}

/** The three forms of a question whose answer is one of a few, by number. */
export class Forms {
  /** The columns they take. */
  readonly width: number;
  readonly #settings: FormSettings;
  readonly #base: number;
  readonly #scratch: Int32Array;

  /**
   * @param settings which form, and how many answers
   * @param base the first of their columns
   */
  constructor(settings: FormSettings, base: number) {
    const { form, answers, order } = settings;
    const options = order?.length ?? Math.min(settings.options, answers);
    this.#settings = { ...settings, options };
    this.#base = base;
    this.#scratch = new Int32Array(answers);
    // The answer; then a claim and its truth, or a letter and the options.
    this.width = form === "open" ? 1 : form === "true-false" ? 3 : 2 + options;
  }

  /** The column of the answer. */
  get answer(): number {
    return this.#base;
  }

  /** Draws what the form adds to an answer that stands in its column. */
  draw(chance: Chance, rows: Int32Array, at: number): void {
    const { form, answers, order } = this.#settings;
    if (form === "open") return;
    const base = at + this.#base;
    const answer = rows[base]!;
    if (form === "true-false") {
      const truth = chance.below(2);
      const other = chance.below(answers - 1);
      rows[base + 1] = truth === 1 ? answer : other < answer ? other : other + 1;
      rows[base + 2] = truth;
    } else if (order !== undefined) rows[base + 1] = order.indexOf(answer);
    else this.#drawOptions(chance, rows, base);
  }

  /** {@link Forms.draw} from a stream of its own, for a plan whose rows a kernel samples. */
  completion(): Pick<Plan, "complete"> {
    if (this.#settings.form === "open") return {};
    return { complete: (chance, rows, at) => this.draw(chance, rows, at) };
  }

  /** The parts of the record that the form makes. */
  parts(asked: Asked): FormParts {
    const { form, order, options } = this.#settings;
    const { given, question, answers, words } = asked;
    const base = this.#base;
    if (form === "open") {
      const answer = choice(base, answers);
      return openParts([given, question], answer);
    }
    if (form === "true-false") {
      const claim = choice(base + 1, answers);
      return {
        form,
        question: fill(words.judge, { given, claim: asked.claim(claim) }),
        answer: choice(base + 2, words.truth),
        choices: null,
        claim,
      };
    }
    const choices = order?.map((i) => answers[i]!) ??
      Array.from({ length: options }, (_, i) => choice(base + 2 + i, answers));
    return {
      form,
      question: fill(words.choose, { question: [given, question], options: lettered(choices) }),
      answer: choice(base + 1, LETTERS.slice(0, choices.length)),
      choices: choices.map((c) => text(c)),
      claim: null,
    };
  }

  /** The right letter is drawn first; the other options are drawn without putting back. */
  #drawOptions(chance: Chance, rows: Int32Array, base: number): void {
    const { options, answers } = this.#settings;
    const pool = this.#scratch;
    const answer = rows[base]!;
    for (let i = 0; i < answers; i++) pool[i] = i;
    pool[answer] = answers - 1;
    const letter = chance.below(options);
    rows[base + 1] = letter;
    for (let i = 0, left = answers - 1; i < options; i++) {
      if (i === letter) {
        rows[base + 2 + i] = answer;
        continue;
      }
      const pick = chance.below(left);
      rows[base + 2 + i] = pool[pick]!;
      pool[pick] = pool[--left]!;
    }
  }
}

/** The parts of a question that is answered in words. */
export function openParts(question: Text, answer: Text): FormParts {
  return { form: "open", question, answer, choices: null, claim: null };
}

/** `A. right, B. top, ...` */
export function lettered(choices: readonly Text[]): Text {
  return choices.flatMap((c, i) => [`${i === 0 ? "" : ", "}${LETTERS[i]}. `, c]);
}
