import type { TourShape } from "../problem.ts";
import { readForm } from "./_batch_form.ts";
import { openBatchKernel } from "./_batch_kernel.ts";
import { PointsBatch } from "./_points_batch.ts";
import { WeightsBatch, WIDE_LIMIT } from "./_weights_batch.ts";

/** Which tours a {@link TourBatch} solves. */
export interface TourBatchOptions {
  /** `closed` tours come back to where they began. */
  readonly form: TourShape["form"];
  /** Whether point 0 must come first in an open tour. */
  readonly fixedStart?: boolean;
  /** Whether point n - 1 must come last in an open tour. */
  readonly fixedEnd?: boolean;
  /** Whether weights may differ in the two directions of a step. */
  readonly directed?: boolean;
  /** Whether to use the WASM kernel or its twin in TypeScript. */
  readonly wasm?: boolean;
}

/** Where a {@link TourBatch} writes, one instance after the other. */
export interface TourBatchInto {
  /** n bytes an instance: the points of a shortest tour in order. */
  readonly orders: Uint8Array;
  /**
   * A byte an instance. 1: one tour is shortest, every other longer by the gap at least; 2: several
   * are proven equally short; 3: one is shortest, but another is not proven longer by the gap;
   * 0: more than 100,000 tours through points are too near the shortest to compare them all.
   */
  readonly verdicts: Uint8Array;
}

/**
 * Solves many small tours of one form at once, each answer proven.
 *
 * Whole-number weights decide exactly. Points are solved by their Euclidean lengths, unrounded:
 * rounded weights propose, every tour that rounding leaves in doubt is listed, and sums of square
 * roots decide among those.
 *
 * Cost: about 0.1, 0.3, 0.8, 3 us an instance at n = 5, 8, 10, 12.
 * Source: M. Held, R. M. Karp, A Dynamic Programming Approach to Sequencing Problems (1962), over
 * subsets of up to half the points, two halves meeting at the point they share.
 *
 * @example
 * ```ts
 * import { TourBatch } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const batch = new TourBatch(4, { form: "open", fixedStart: true });
 * const points = Int32Array.of(0, 0, 2, 0, 1, 0, 3, 0, 0, 0, 2, 0, -2, 0, 0, 9);
 * const into = { orders: new Uint8Array(8), verdicts: new Uint8Array(2) };
 * batch.solvePoints(points, into);
 * assertEquals([...into.orders.subarray(0, 4)], [0, 2, 1, 3]);
 * assertEquals([...into.verdicts], [1, 2]);
 * ```
 */
export class TourBatch {
  /** How many points each instance has. */
  readonly n: number;
  readonly #weights: WeightsBatch;
  readonly #points: PointsBatch;

  /**
   * Opens a batch, with scratch memory of its own.
   *
   * @param n how many points each instance has: up to 12, from 2 for open tours, from 3 for closed
   * ones and those with both ends fixed
   * @param options the form of the tours
   * @throws RangeError for another n, or a closed tour with a fixed start or end
   */
  constructor(n: number, options: TourBatchOptions) {
    const { wasm = true } = options;
    const form = readForm(n, options);
    const kernel = openBatchKernel(form.inner, wasm);
    this.n = n;
    this.#weights = new WeightsBatch(form, kernel);
    this.#points = new PointsBatch(form, kernel);
  }

  /**
   * Solves instances given by their weights.
   *
   * @param weights n * n whole numbers from 0 an instance, row by row; the diagonal is not read
   * @param into where the answers go; there are as many instances as verdicts
   * @param gap how much longer than the shortest every other tour must be for verdict 1, 0 or more
   * @throws RangeError for arrays that do not fit, a weight that is negative or beyond 2^29 / n, or,
   * unless directed, one that differs from that of the other direction
   */
  solveWeights(weights: Int32Array, into: TourBatchInto, gap = 0): void {
    this.#requireFit(into, weights.length, this.n * this.n, "weights");
    requireGap(gap);
    this.#weights.solve(weights, into, gap);
  }

  /**
   * Solves instances given by their points, by Euclidean length.
   *
   * @param points x and y of each point, n points an instance; integers up to 2^25 in size
   * @param into where the answers go; there are as many instances as verdicts
   * @param gap how much longer than the shortest every other tour must be for verdict 1, 0 or more,
   * in the unit of the coordinates
   * @throws RangeError for arrays that do not fit, or a coordinate that is not such an integer
   */
  solvePoints(points: Int32Array | Float64Array, into: TourBatchInto, gap = 0): void {
    this.#requireFit(into, points.length, 2 * this.n, "coordinates");
    requireGap(gap);
    this.#points.solve(points, into, gap);
  }

  #requireFit(into: TourBatchInto, length: number, size: number, what: string): void {
    const count = into.verdicts.length;
    if (length === count * size && into.orders.length === count * this.n) return;
    throw new RangeError(
      `Cannot solve tours: ${length} ${what}, ${into.orders.length} bytes of orders and ${count} ` +
        `verdicts, must be ${size}, ${this.n} and 1 an instance`,
    );
  }
}

function requireGap(gap: number): void {
  if (gap >= 0 && gap < WIDE_LIMIT) return;
  throw new RangeError(`Cannot solve tours: gap ${gap}, must be from 0 to 2^29`);
}
