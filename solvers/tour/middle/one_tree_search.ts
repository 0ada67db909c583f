import { type ClosedForm, fromClosedTour, toClosedForm, toClosedTour } from "../closed_form.ts";
import { LinKernighan } from "../local_search/lin_kernighan.ts";
import { canonicalOrder } from "../_canonical_order.ts";
import { tourWeight } from "../length.ts";
import type { TourProblem } from "../problem.ts";
import type { Meter } from "../_meter.ts";
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

  constructor(problem: TourProblem, meter: Meter) {
    this.#problem = problem;
    this.#meter = meter;
    this.#form = toClosedForm(problem);
    meter.best = goodTour(problem, this.#form);
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
    const proof = this.#search.within(meter.upper - 1, (cycle, weight) => {
      meter.best = canonicalOrder(this.#problem, fromClosedTour(this.#problem, cycle));
      meter.upper = weight;
      return weight - 1;
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

/** A short tour by local search, for an upper bound. */
function goodTour(problem: TourProblem, { n, weights, forced }: ClosedForm): readonly number[] {
  const first = firstTour(problem);
  const penalty = weights.reduce((most, w) => w === Infinity ? most : Math.max(most, w), 1) * n;
  const prices = weights.map((w) => w === Infinity ? penalty : w);
  for (const [u, v] of forced) prices[u * n + v] = prices[v * n + u] = -penalty;
  const search = new LinKernighan(prices, n, { tour: toClosedTour(problem, first) });
  if (n > 24) search.kick(n >> 1);
  const cycle = search.tour;
  let price = 0;
  for (let i = 0; i < n; i++) price += prices[cycle[i]! * n + cycle[(i + 1) % n]!]!;
  // A tour that lacks a forced edge or uses a forbidden one is none.
  const wanted = tourWeight(problem, first) - forced.length * penalty;
  if (price > wanted) return canonicalOrder(problem, first);
  return canonicalOrder(problem, fromClosedTour(problem, [...cycle]));
}

/** The tour to the nearest point each time. */
function firstTour({ n, weights, start, end }: TourProblem): number[] {
  const order = [Math.max(0, end === 0 && start < 0 ? 1 : start)];
  const left = Array.from({ length: n }, (_, i) => i).filter((i) => i !== order[0] && i !== end);
  while (left.length > 0) {
    const row = order.at(-1)! * n;
    let best = 0;
    for (let k = 1; k < left.length; k++) {
      if (weights[row + left[k]!]! < weights[row + left[best]!]!) best = k;
    }
    order.push(left.splice(best, 1)[0]!);
  }
  return end >= 0 ? [...order, end] : order;
}

/** A power of two that makes whole-number potentials fine enough, and keeps sums exact. */
function scaleFor({ n, weights }: TourProblem, length: number): number {
  const most = weights.reduce((a, b) => Math.max(a, b), 1);
  const wanted = Math.min(FINENESS * n / Math.max(1, length), SUM_LIMIT / (n * most));
  return 2 ** Math.max(0, Math.floor(Math.log2(wanted)));
}
