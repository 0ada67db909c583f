import type { ExactOutcome, Margin } from "./outcome.ts";

/**
 * An exact outcome whose margin is found when it is first read, for where that takes a search of
 * its own. It is plain all the same: in JSON, spread, cloned, compared or printed.
 *
 * @param value the answer
 * @param find finds the margin
 * @returns an outcome of status `exact`
 *
 * @example
 * ```ts
 * import { exact, exactLater } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const outcome = exactLater("north", () => ({ value: 3, unit: "degree" }));
 * assertEquals(outcome, exact("north", { value: 3, unit: "degree" }));
 * ```
 */
export function exactLater<V>(value: V, find: () => Margin | null): ExactOutcome<V> {
  const outcome = { status: "exact", value };
  new Finder(outcome, find);
  // One getter for all, so that all outcomes have one shape.
  Object.defineProperty(outcome, "margin", MARGIN);
  return Object.defineProperty(outcome, INSPECT, PRINTED) as unknown as ExactOutcome<V>;
}

/** A class whose constructor is given the object that it makes. */
const Given = function (object: object) {
  return object;
} as unknown as new (object: object) => object;

/** Gives a plain object private fields: what finds its margin, and what was found. */
class Finder extends Given {
  #find: (() => Margin | null) | null;
  #margin: Margin | null = null;

  constructor(outcome: object, find: () => Margin | null) {
    super(outcome);
    this.#find = find;
  }

  static marginOf(outcome: Finder): Margin | null {
    if (outcome.#find !== null) {
      outcome.#margin = outcome.#find();
      outcome.#find = null;
    }
    return outcome.#margin;
  }
}

const MARGIN: PropertyDescriptor = {
  enumerable: true,
  get(this: Finder) {
    return Finder.marginOf(this);
  },
};

/** Consoles show what a property holds, not that it has a getter. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");
const PRINTED: PropertyDescriptor = {
  value(this: object) {
    return { ...this };
  },
};
