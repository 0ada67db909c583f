import type { TourBudget, TourProgress } from "./tour_budget.ts";
import { ACTION, numberThat, optional, record, requireForm } from "../../geometry/form.ts";
import type { TourProblem } from "./problem.ts";
import { unitOf } from "./length.ts";

const AMOUNT = numberThat("a number of 0 or more", (value) => value >= 0);

/** What a budget may say. */
export const BUDGET_FIELDS = {
  seconds: optional(AMOUNT),
  nodes: optional(AMOUNT),
  onProgress: optional(ACTION),
};
const BUDGET_FORM = record(BUDGET_FIELDS);

/** Thrown inside a search whose budget ran out; what was proven stands in its meter. */
export class OutOfBudget extends Error {}

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 300;

/** Counts down a budget, and reports now and then. */
export class Meter {
  /** Nodes so far. */
  nodes = 0;
  /** No tour weighs less. */
  lower = 0;
  /** The weight of the shortest tour found. */
  upper = Infinity;
  /** That tour. */
  best: readonly number[] | null = null;
  readonly #budget: { readonly seconds: number; nodes: number };
  readonly #tell: ReturnType<typeof progressIn> | undefined;
  readonly #begin = performance.now();
  #nextReport = this.#begin + REPORT_EVERY;

  /** @throws RangeError for a budget that is negative, TypeError for one that is no number */
  constructor(problem: TourProblem, budget: TourBudget = {}) {
    requireForm(budget, BUDGET_FORM, "options");
    const { seconds = Infinity, nodes = Infinity, onProgress } = budget;
    this.#budget = { seconds, nodes };
    this.#tell = onProgress && progressIn(problem, onProgress);
  }

  /** Allows more nodes. */
  extend(nodes: number): void {
    this.#budget.nodes += nodes;
  }

  /**
   * Counts a node.
   *
   * @throws OutOfBudget when it is one too many, or too late
   */
  count(): void {
    if (++this.nodes > this.#budget.nodes) throw new OutOfBudget();
    this.tick();
  }

  /**
   * Looks at the clock.
   *
   * @throws OutOfBudget when it is too late
   */
  tick(): void {
    const now = performance.now();
    const seconds = (now - this.#begin) / 1000;
    if (seconds > this.#budget.seconds) throw new OutOfBudget();
    if (this.#tell === undefined || now < this.#nextReport) return;
    this.#nextReport = now + REPORT_EVERY;
    const { nodes, lower, upper } = this;
    // The search goes depth first: how many nodes wait is not known.
    this.#tell({ lower, upper, nodes, open: NaN, seconds });
  }
}

/** A callback for bounds in integer weights that passes them on in the instance's unit. */
export function progressIn(
  problem: TourProblem,
  tell: (progress: TourProgress) => void,
): (progress: Omit<TourProgress, "gap">) => void {
  const unit = unitOf(problem);
  const { offset, barred } = problem;
  const length = (weight: number) => Math.max(0, weight - offset) / unit;
  return ({ lower, upper, ...rest }) => {
    const [least, most] = [length(lower), upper < barred ? length(upper) : Infinity];
    tell({ ...rest, lower: least, upper: most, gap: (most - least) / least });
  };
}
