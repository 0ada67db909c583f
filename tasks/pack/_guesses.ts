import type { Item } from "../item.ts";
import { marksOf } from "../option_marks.ts";

/** Different answers that are counted for one task and form; beyond these all are rare. */
const MOST_ANSWERS = 10_000;

interface Guessed {
  items: number;
  /** Items in which the first option is right, and in which the longest is. */
  first: number;
  longest: number;
  /** The sum of one over the number of options. */
  chance: number;
  readonly answers: Map<string, number>;
}

/** Counts how often guesses are right that never look at what is asked. */
export class Guesses {
  readonly #counts = new Map<string, Guessed>();

  /** Counts an item. */
  add({ task, form, answer, choices }: Item): void {
    const key = `${task} ${form}`;
    const made: Guessed = { items: 0, first: 0, longest: 0, chance: 0, answers: new Map() };
    const count = this.#counts.get(key) ?? made;
    this.#counts.set(key, count);
    count.items++;
    if (count.answers.has(answer) || count.answers.size < MOST_ANSWERS) {
      count.answers.set(answer, (count.answers.get(answer) ?? 0) + 1);
    }
    if (form === "true-false") count.chance += 0.5;
    if (choices === null || choices.length === 0) return;
    const right = (marksOf(choices) ?? []).indexOf(answer);
    const lengths = choices.map(({ length }) => length);
    count.chance += 1 / choices.length;
    if (right === 0) count.first++;
    if (right >= 0 && lengths.indexOf(Math.max(...lengths)) === right) count.longest++;
  }

  /** A row for each task and form: what is guessed, and how often it is right, in percent. */
  rows(): readonly (readonly string[])[] {
    return [...this.#counts].map(([key, { items, first, longest, chance, answers }]) => {
      const share = (times: number): string => `${(100 * times / items).toFixed(1)} %`;
      const isChoice = key.endsWith(" choice");
      const [answer, times] = [...answers].reduce((most, one) => one[1] > most[1] ? one : most);
      const shown = answer.length <= 40 ? answer : `${answer.slice(0, 40)}...`;
      return [
        ...key.split(" "),
        chance === 0 ? "-" : share(chance),
        `${shown}: ${share(times)}`,
        isChoice ? share(first) : "-",
        isChoice ? share(longest) : "-",
      ];
    });
  }
}
