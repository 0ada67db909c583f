import { compareSqrtSums } from "../../../geometry/sqrt_sum.ts";
import { HeldKarp } from "../_held_karp.ts";
import { toInnerPath } from "../_inner_path.ts";
import { tourMargin } from "../length.ts";
import { listOptima } from "../_optima.ts";
import { toTourProblem, type TourInstance } from "../problem.ts";
import type { BatchForm } from "./_batch_form.ts";
import { CLOSE, TIED, UNIQUE, UNPROVEN } from "./_batch_into.ts";

/** What was found of one instance. */
export interface PointVerdict {
  /** UNPROVEN, UNIQUE, TIED or CLOSE. */
  readonly verdict: number;
  /** The points of a shortest tour in order. */
  readonly order: ArrayLike<number>;
}

/** The sum of up to 12 rounded roots is wrong by less than this, relatively. */
const ROUNDING = 2 ** -48;

/** Decides among tours that rounded weights left in doubt, by their true lengths. */
export class CandidateJudge {
  /** The candidates, n points each, one behind the other. */
  readonly orders: Uint8Array;
  /** The number of a shortest one, once judged. */
  best = 0;
  readonly #form: BatchForm;
  readonly #lengths: Float64Array;

  /** @param most how many candidates there may be */
  constructor(form: BatchForm, most: number) {
    this.#form = form;
    this.orders = new Uint8Array(most * form.n);
    this.#lengths = new Float64Array(most);
  }

  /**
   * Judges.
   *
   * @param count how many candidates there are
   * @param points x and y of each point in turn
   * @param from where the instance begins in them
   * @param gap how much longer every other tour must be for UNIQUE
   * @returns UNIQUE, TIED or CLOSE
   */
  judge(count: number, points: ArrayLike<number>, from: number, gap: number): number {
    const lengths = this.#lengths;
    this.best = 0;
    for (let k = 0; k < count; k++) {
      lengths[k] = this.#measure(k, points, from);
      if (k > 0 && this.#compare(k, this.best, points, from) < 0) this.best = k;
    }
    let verdict = UNIQUE;
    const least = lengths[this.best]!;
    for (let k = 0; k < count; k++) {
      if (k === this.best) continue;
      if (this.#compare(k, this.best, points, from) === 0) return TIED;
      if (gap > 0 && lengths[k]! - least - ROUNDING * lengths[k]! < gap) verdict = CLOSE;
    }
    return verdict;
  }

  #measure(k: number, points: ArrayLike<number>, from: number): number {
    const { n, tail } = this.#form;
    let length = 0;
    for (let i = tail === 1 ? 0 : 1; i < n; i++) {
      length += Math.sqrt(this.#square(k, i, points, from));
    }
    return length;
  }

  /** The square of the step to the i-th point of a candidate. */
  #square(k: number, i: number, points: ArrayLike<number>, from: number): number {
    const { n } = this.#form;
    const a = from + 2 * this.orders[k * n + i]!;
    const b = from + 2 * this.orders[k * n + (i === 0 ? n : i) - 1]!;
    return (points[a]! - points[b]!) ** 2 + (points[a + 1]! - points[b + 1]!) ** 2;
  }

  /** The sign of the difference of two lengths, from square-root sums where doubles are too near. */
  #compare(j: number, k: number, points: ArrayLike<number>, from: number): number {
    const a = this.#lengths[j]!, b = this.#lengths[k]!;
    if (Math.abs(a - b) > ROUNDING * (a + b)) return a - b;
    const { n, tail } = this.#form;
    const squares = (candidate: number) =>
      Array.from(
        { length: tail === 1 ? n : n - 1 },
        (_, i) => this.#square(candidate, tail === 1 ? i : i + 1, points, from),
      );
    return compareSqrtSums(squares(j), squares(k));
  }
}

/** Solves one instance that the kernel could not, by the general search. */
export function judgeAlone(
  { n, head, tail }: BatchForm,
  points: ArrayLike<number>,
  gap: number,
): PointVerdict {
  const pairs = Array.from({ length: n }, (_, i) => [points[2 * i]!, points[2 * i + 1]!] as const);
  const ends = { ...(head === 1 ? { start: 0 } : {}), ...(tail === 2 ? { end: n - 1 } : {}) };
  const shape: TourInstance = tail === 1
    ? { form: "closed", points: pairs, metric: "euclidean" }
    : { form: "open", points: pairs, metric: "euclidean", ...ends };
  const problem = toTourProblem(shape);
  const search = new HeldKarp(toInnerPath(problem));
  const found = listOptima(problem, search, search.solve(), { cap: 2, second: true });
  const order = found.orders[0]!;
  if (!found.proven) return { verdict: UNPROVEN, order };
  if (found.orders.length > 1) return { verdict: TIED, order };
  const margin = found.second && tourMargin(problem, order, found.second).value;
  return { verdict: margin !== null && margin < gap ? CLOSE : UNIQUE, order };
}
