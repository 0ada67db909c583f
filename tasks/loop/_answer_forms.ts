import type { Outcome } from "../../solvers/outcome.ts";
import type { Chance } from "../chance.ts";
import { answersOf, isRight, isSameAnswer, type Kind } from "../kind.ts";
import type { JsonValue } from "../../lines/template.ts";
import type { Draft, Maker } from "../maker.ts";
import { marksOf } from "../option_marks.ts";
import type { Form } from "../task.ts";

/** What a form is applied to: an instance, solved. */
export interface Solved {
  readonly draft: Draft<unknown, JsonValue>;
  readonly outcome: Outcome<JsonValue>;
  /** The right answer that is shown. */
  readonly shown: JsonValue;
}

/** What a form makes of a right answer. */
export interface Formed {
  /** The options of a choice, null in other forms; {@link Formed.answer} is the place of the right one. */
  readonly options: readonly JsonValue[] | null;
  /** The claim of a true-false question; undefined in other forms. */
  readonly claim: JsonValue | undefined;
  /** The place of the right option; 1 where a claim is true, 0 where it is false. */
  readonly answer: number;
}

/** Which form, and how it is written. */
export interface AnswerFormSettings {
  readonly form: Form;
  /** How many options, at most. */
  readonly count: number;
  readonly wording: string;
}

/** The form in which nothing is drawn. */
const OPEN: Formed = { options: null, claim: undefined, answer: 0 };

/** Applies one of the forms to right answers; no wrong option or claim is right, ties included. */
export class AnswerForms {
  readonly #kind: Kind;
  readonly #maker: Maker<unknown, JsonValue, unknown>;
  readonly #settings: AnswerFormSettings;

  /**
   * @param kind what is asked
   * @param maker what it offers as wrong answers
   */
  constructor(
    kind: Kind,
    maker: Maker<unknown, JsonValue, unknown>,
    settings: AnswerFormSettings,
  ) {
    this.#kind = kind;
    this.#maker = maker;
    this.#settings = settings;
  }

  /** Draws what the form adds; null where no question of this form has just one right answer. */
  draw(chance: Chance, solved: Solved): Formed | null {
    const { form } = this.#settings;
    if (form === "open") return OPEN;
    return form === "choice" ? this.#choose(chance, solved) : this.#claim(chance, solved);
  }

  #claim(chance: Chance, solved: Solved): Formed | null {
    const { shown } = solved;
    const truth = chance.below(2);
    const wrong = this.#maker.offers?.claim(chance, shown) ?? this.#wrongOne(chance, solved);
    if (wrong === undefined || this.#isRight(solved, wrong)) return null;
    return { options: null, claim: truth === 1 ? shown : wrong, answer: truth };
  }

  #wrongOne(chance: Chance, solved: Solved): JsonValue | undefined {
    const lures = this.#wrongOf(solved, solved.draft.lures ?? []);
    const wrong = lures.length > 0 ? lures : this.#wrongOf(solved, this.#closed(solved));
    return wrong.length === 0 ? undefined : wrong[chance.below(wrong.length)];
  }

  #choose(chance: Chance, solved: Solved): Formed | null {
    const { order, offers } = this.#maker;
    const { count, wording } = this.#settings;
    const options = order ?? offers?.options(chance, solved.shown, count) ??
      this.#drawn(chance, solved);
    if (options === null || options.length < 2) return null;
    const right = options.flatMap((option, i) => this.#isRight(solved, option) ? [i] : []);
    if (right.length !== 1) return null;
    const { instance } = solved.draft;
    const words = options.map((option) => this.#kind.say(option, instance, wording));
    // Two options of the same words, or of words that no mark can be told from, are no choice.
    if (new Set(words).size < words.length || marksOf(words) === null) return null;
    return { options, claim: undefined, answer: right[0]! };
  }

  /** The right place is drawn first; the others are drawn without putting back, lures first. */
  #drawn(chance: Chance, solved: Solved): JsonValue[] | null {
    const lures = this.#wrongOf(solved, solved.draft.lures ?? []);
    const pool = this.#pool(solved).filter((a) => !lures.some((lure) => isSameAnswer(lure, a)));
    const count = Math.min(this.#settings.count, 1 + lures.length + pool.length);
    if (count < 2) return null;
    const place = chance.below(count);
    const options: JsonValue[] = [];
    let [left, taken] = [pool.length, 0];
    for (let i = 0; i < count; i++) {
      if (i === place) options.push(solved.shown);
      else if (taken < lures.length) options.push(lures[taken++]!);
      else {
        const pick = chance.below(left);
        options.push(pool[pick]!);
        pool[pick] = pool[--left]!;
      }
    }
    // Lures stand in an order of their own, which must not tell them from the others.
    if (lures.length > 0) shuffle(chance, options, place);
    return options;
  }

  /** The wrong ones of a closed list: the last stands where the one that is shown stood. */
  #pool(solved: Solved): JsonValue[] {
    const all = [...this.#closed(solved)];
    const at = all.findIndex((answer) => isSameAnswer(answer, solved.shown));
    if (at >= 0) {
      const last = all.pop()!;
      if (at < all.length) all[at] = last;
    }
    return this.#wrongOf(solved, all);
  }

  #closed({ draft }: Solved): readonly JsonValue[] {
    return this.#kind.answers?.(draft.instance) ?? [];
  }

  #wrongOf(solved: Solved, answers: readonly JsonValue[]): JsonValue[] {
    return answers.filter((answer) => !this.#isRight(solved, answer));
  }

  #isRight({ draft: { instance }, outcome, shown }: Solved, answer: JsonValue): boolean {
    return isSameAnswer(answer, shown) || isRight({ kind: this.#kind, instance }, answer, outcome);
  }
}

/** Shuffles what stands at other places than one. */
function shuffle(chance: Chance, list: JsonValue[], fixed: number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const other = chance.below(i + 1);
    if (i === fixed || other === fixed) continue;
    [list[i], list[other]] = [list[other]!, list[i]!];
  }
}

/** The answer that an item shows: the draft's own, which must be right, or the first there is. */
export function shownAnswer(
  kind: Kind,
  draft: Draft<unknown, JsonValue>,
  outcome: Outcome<JsonValue>,
): JsonValue | undefined {
  const { instance, shown } = draft;
  if (shown === undefined) return answersOf(outcome)[0];
  if (isRight({ kind, instance }, shown, outcome)) return shown;
  throw new TypeError(
    `Cannot show ${JSON.stringify(shown)} as an answer of ${kind.name}: it is wrong, must be right`,
  );
}
