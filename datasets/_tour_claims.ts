import {
  isTsplibMetric,
  measureTour,
  proveTour,
  solveTour,
  type Tour,
  type TourInstance,
  tsplibDistance,
  type TsplibProblem,
} from "../solvers/tour/mod.ts";
import type { Outcome } from "../solvers/outcome.ts";
import type { Judgement } from "./dataset.ts";

/** Beyond so many nodes there is no table of weights: then the claims are only bounded. */
const TABLE_LIMIT = 5000;

/** Up to so many nodes a search that needs no known tour is as fast, or faster. */
const SMALL = 40;

/** What is known of the shortest tour. */
interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** Why there is no tour. */
interface NoTour {
  readonly reason: string;
}

/** The length of a claimed tour, or why it is none. */
export type ClaimedLength =
  | { readonly valid: true; readonly length: number }
  | { readonly valid: false; readonly reason: string };

/** Proves the shortest tour of one file, once for all claims about it. */
export class TourClaims {
  readonly #problem: TsplibProblem;
  readonly #budget: number | null;
  readonly #tour: readonly number[] | null;
  #bounds: Promise<Bounds | NoTour> | null = null;

  constructor(problem: TsplibProblem, tour: readonly number[] | null, budget: number | null) {
    this.#problem = problem;
    this.#tour = tour;
    this.#budget = budget;
  }

  /** The length of a claimed tour, or why it is none. */
  measure(order: readonly number[]): ClaimedLength {
    const { instance, dimension } = this.#problem;
    if (dimension < 3 || dimension > TABLE_LIMIT) {
      return { valid: true, length: tourLengthOf(instance, order) };
    }
    const measured = measureTour(instance, order);
    if (!measured.valid) return measured;
    return { valid: true, length: Number(measured.tour.length.exact) };
  }

  /** Judges a claimed length of the shortest tour. */
  async judge(claim: ClaimedLength): Promise<Judgement> {
    if (!claim.valid) {
      const reason = `the claimed tour is none: ${claim.reason}`;
      return { answer: null, margin: null, verdict: "disagree", reason };
    }
    this.#bounds ??= this.#prove();
    const bounds = await this.#bounds;
    if ("reason" in bounds) {
      const reason = `claimed ${claim.length}, but no tour is allowed: ${bounds.reason}`;
      return { answer: null, margin: null, verdict: "disagree", reason };
    }
    const { lower, upper } = bounds;
    const claimed = claim.length;
    const answer = lower === upper ? String(lower) : null;
    const judgement = { answer, margin: null };
    if (lower === upper && claimed === lower) {
      return { ...judgement, verdict: "agree", reason: null };
    }
    if (claimed < lower) {
      const reason = `claimed ${claimed}, but no tour is shorter than ${lower}`;
      return { ...judgement, verdict: "disagree", reason };
    }
    if (claimed > upper) {
      const reason = `claimed ${claimed}, but a tour of ${upper} was found`;
      return { ...judgement, verdict: "disagree", reason };
    }
    const reason = `the shortest tour is proven to be from ${lower} to ${upper} long; ` +
      "the budget ended there";
    return { ...judgement, verdict: "undetermined", reason };
  }

  async #prove(): Promise<Bounds | NoTour> {
    const { instance, dimension } = this.#problem;
    const isOrdered = (instance.precedence ?? []).length > 0;
    if (dimension < 3) return { lower: this.#trivial(), upper: this.#trivial() };
    if (dimension > TABLE_LIMIT) return this.#roughly();
    const seconds = this.#budget === null ? {} : { seconds: this.#budget };
    if (dimension <= SMALL || isOrdered) {
      return boundsOf(await solveTour(instance, { asks: "length", ...seconds }));
    }
    const tour = this.#tour === null ? {} : { tour: this.#tour };
    const { outcome } = await proveTour(instance, { ...seconds, ...tour });
    return boundsOf(outcome);
  }

  /** There and back, or not at all. */
  #trivial(): number {
    const { instance, dimension } = this.#problem;
    return dimension === 1 ? 0 : tourLengthOf(instance, [0, 1]);
  }

  /** Half the sum of the two shortest edges at each node, rounded up, and the tour that is known. */
  #roughly(): Bounds {
    const { instance, dimension } = this.#problem;
    const order = this.#tour ?? Array.from({ length: dimension }, (_, i) => i);
    return { lower: halfDegreeSum(instance, dimension), upper: tourLengthOf(instance, order) };
  }
}

/** The length of a closed tour, without a table of weights. */
function tourLengthOf(instance: TourInstance, order: readonly number[]): number {
  const step = stepOf(instance);
  return order.reduce((sum, a, k) => sum + step(a, order[(k + 1) % order.length]!), 0);
}

function boundsOf(outcome: Outcome<Tour>): Bounds | NoTour {
  if (outcome.status === "impossible") return { reason: outcome.reason };
  if (outcome.status === "exact") {
    const length = Number(outcome.value.length.exact);
    return { lower: length, upper: length };
  }
  if (outcome.status !== "limit") throw new Error(`Cannot judge a tour: ${outcome.status}`);
  const upper = outcome.upper === null ? Infinity : Number(outcome.upper);
  return { lower: Number(outcome.lower), upper };
}

function halfDegreeSum(instance: TourInstance, n: number): number {
  const step = stepOf(instance);
  const first = new Float64Array(n).fill(Infinity);
  const second = new Float64Array(n).fill(Infinity);
  const meet = (v: number, w: number) => {
    if (w < first[v]!) {
      second[v] = first[v]!;
      first[v] = w;
    } else if (w < second[v]!) second[v] = w;
  };
  for (let u = 1; u < n; u++) {
    for (let v = 0; v < u; v++) {
      const w = step(u, v);
      meet(u, w);
      meet(v, w);
    }
  }
  const sum = first.reduce((total, w, v) => total + w + second[v]!, 0);
  return Math.ceil(sum / 2);
}

function stepOf(instance: TourInstance): (a: number, b: number) => number {
  if ("weights" in instance) return (a, b) => Number(instance.weights[a]![b]);
  const { metric } = instance;
  if (!isTsplibMetric(metric)) throw new RangeError(`Cannot measure ${metric}, must be TSPLIB's`);
  const xs = Float64Array.from(instance.points, ([x]) => Number(x));
  const ys = Float64Array.from(instance.points, ([, y]) => Number(y));
  return (a, b) => tsplibDistance(metric, xs[a]!, ys[a]!, xs[b]!, ys[b]!);
}
