import { stepOfLengths } from "../_form_facts.ts";
import { type ClosedForm, fromClosedTour, toClosedForm } from "../closed_form.ts";
import { goodTour } from "../local_search/good_tour.ts";
import { canonicalOrder } from "../_canonical_order.ts";
import { tourWeight } from "../length.ts";
import type { TourProblem } from "../problem.ts";
import type { Meter } from "../meter.ts";
import type { LeastTour, TourSearch, TourVisitor } from "../_search.ts";
import { BranchBound, type SearchProof } from "./branch_bound.ts";

/** Potentials resolve an average edge into about so many parts. */
const FINENESS = 2 ** 13;

/** Scaled sums stay below this. */
const SUM_LIMIT = 2 ** 48;

/** Solves a problem of some dozens of points by branch and bound over 1-trees. */
export class OneTreeSearch implements TourSearch {
  readonly #problem: TourProblem;
  readonly #form: ClosedForm;
  readonly #search: BranchBound;
  readonly #meter: Meter;
  /** By what weights are multiplied in the proof. */
  readonly scale: number;

  /**
   * Prepares a search.
   *
   * @param problem the problem
   * @param meter counts the nodes, and is told what is known
   * @param known a tour to begin with; one by local search when absent
   */
  constructor(problem: TourProblem, meter: Meter, known?: readonly number[]) {
    this.#problem = problem;
    this.#meter = meter;
    this.#form = toClosedForm(problem);
    meter.best = known ?? goodTour(problem, this.#form);
    meter.upper = tourWeight(problem, meter.best);
    this.scale = scaleFor(problem, meter.upper);
    this.#search = new BranchBound(this.#form, this.scale, meter);
  }

  /**
   * A tour of least weight.
   *
   * @throws OutOfBudget when the meter ends the search
   */
  solve(): LeastTour {
    this.prove(false);
    return { least: this.#meter.upper, order: this.#meter.best! };
  }

  /**
   * Finds a tour of least weight.
   *
   * @param keep whether to keep the proof
   * @returns the proof that no tour weighs less
   * @throws OutOfBudget when the meter ends the search
   */
  prove(keep = true): SearchProof | null {
    const meter = this.#meter;
    const step = stepOfLengths(this.#form);
    const proof = this.#search.within(meter.upper - step, (cycle, weight) => {
      meter.best = canonicalOrder(this.#problem, fromClosedTour(this.#problem, cycle));
      meter.upper = weight;
      return weight - step;
    }, keep);
    meter.lower = meter.upper;
    return proof;
  }

  /** Visits every tour of weight `limit` at most, once. */
  within(limit: number, visit: TourVisitor): void {
    this.#search.within(
      limit,
      (cycle, weight) =>
        visit(canonicalOrder(this.#problem, fromClosedTour(this.#problem, cycle)), weight),
    );
  }
}

/** A power of two that makes whole-number potentials fine enough, and keeps sums exact. */
function scaleFor({ n, weights }: TourProblem, length: number): number {
  const most = weights.reduce((a, b) => Math.max(a, b), 1);
  const wanted = Math.min(FINENESS * n / Math.max(1, length), SUM_LIMIT / (n * most));
  return 2 ** Math.max(0, Math.floor(Math.log2(wanted)));
}
