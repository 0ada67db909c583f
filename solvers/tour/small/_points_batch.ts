import type { BatchForm } from "./_batch_form.ts";
import { type BatchInto, CLOSE, UNIQUE } from "./_batch_into.ts";
import { type BatchKernel, KEPT, LANES } from "./_batch_layout.ts";
import { BatchReader } from "./_batch_reader.ts";
import { CandidateJudge, judgeAlone, type PointVerdict } from "./_judge_points.ts";

/** Coordinates at most in size, so that squared distances are exact. */
const COORDINATE_LIMIT = 2 ** 25;

/** Prices stay below this in 16 bits. */
const MOST_16 = 65535;

/** x and y of each point in turn. */
export type Coordinates = Int32Array | Float64Array;

/** Solves instances given by their points, by Euclidean length. */
export class PointsBatch {
  readonly #form: BatchForm;
  readonly #kernel: BatchKernel;
  readonly #reader: BatchReader;
  readonly #judge: CandidateJudge;
  /** Instances that the kernel shall look at again. */
  readonly #again = new Int32Array(LANES);
  /** Whether all lanes but the first have nothing to do. */
  #isParked = false;

  constructor(form: BatchForm, kernel: BatchKernel) {
    this.#form = form;
    this.#kernel = kernel;
    this.#reader = new BatchReader(form, kernel);
    this.#judge = new CandidateJudge(form, KEPT);
  }

  /** Solves `into.verdicts.length` instances of n points, x and y in turn. */
  solve(points: Coordinates, into: BatchInto, gap: number): void {
    const count = into.verdicts.length;
    const { n, head, tail } = this.#form;
    for (let from = 0; from < count; from += LANES) {
      const lanes = Math.min(LANES, count - from);
      for (let lane = 0; lane < LANES; lane++) {
        this.#loadPoints(points, from + Math.min(lane, lanes - 1), lane, gap);
      }
      this.#kernel.solvePoints(n, head, tail);
      let again = 0;
      for (let lane = 0; lane < lanes; lane++) {
        if (!this.#takePoints(lane, from + lane, points, into, gap)) {
          // Only where more tours are near than are kept another try is of use.
          this.#again[again++] = this.#reader.count(lane) > KEPT ? from + lane : ~(from + lane);
        }
      }
      if (again > 0) this.#solveCrowded(points, again, gap, into);
    }
  }

  /**
   * Solves one instance alone; for a batch that is used for nothing else.
   *
   * @returns the verdict, 0 where the kernel and the tours it keeps do not settle it
   */
  solveOne(points: Coordinates, into: BatchInto): number {
    const { n, head, tail } = this.#form;
    if (!this.#isParked) this.#park();
    this.#loadPoints(points, 0, 0, 0);
    this.#kernel.solvePoints(n, head, tail);
    return this.#takePoints(0, 0, points, into, 0) ? into.verdicts[0]! : 0;
  }

  /** Fills all lanes but the first with steps so long that no tour of theirs is ever listed. */
  #park(): void {
    const to = this.#kernel.points;
    for (let lane = 1; lane < LANES; lane++) {
      to[lane] = MOST_16;
      for (let k = 0; k < 2 * this.#form.n; k++) to[(k + 1) * LANES + lane] = k;
    }
    this.#isParked = true;
  }

  /** Copies an instance into a lane, with a scale that makes the most of 16 bits. */
  #loadPoints(points: Coordinates, index: number, lane: number, gap: number): void {
    const { n } = this.#form;
    const to = this.#kernel.points;
    const from = index * 2 * n;
    let left = points[from]!;
    let right = left;
    let low = points[from + 1]!;
    let high = low;
    let whole = true;
    for (let k = 0, at = LANES; k < 2 * n; k += 2, at += 2 * LANES) {
      const x = points[from + k]!;
      const y = points[from + k + 1]!;
      left = Math.min(left, x);
      right = Math.max(right, x);
      low = Math.min(low, y);
      high = Math.max(high, y);
      // What is beyond 32 bits fails here as well as what is not whole.
      whole &&= (x | 0) === x && (y | 0) === y;
      to[at + lane] = x;
      to[at + LANES + lane] = y;
    }
    const size = Math.max(-left, right, -low, high);
    if (!whole || !(size <= COORDINATE_LIMIT)) refusePoints(points, from, n, index);
    // Almost every shortest tour is shorter than this; the others are solved one by one.
    const usual = (1.6 + 0.1 * n) * (right - left + high - low);
    const scale = MOST_16 / Math.max(1, usual);
    to[lane] = scale;
    // A tour as short as the shortest may weigh k more for its k rounded steps, and no more.
    const window = this.#form.steps + Math.ceil(gap * scale);
    this.#kernel.windows[lane] = Math.min(window, MOST_16);
  }

  /** Takes one result by points; false when too many tours are near to be kept. */
  #takePoints(
    lane: number,
    index: number,
    points: Coordinates,
    into: BatchInto,
    gap: number,
  ): boolean {
    const { n } = this.#form;
    const reader = this.#reader;
    const count = reader.count(lane);
    // Beyond 16 bits the window is cut off: a tour found alone need not be alone in all of it.
    const cut = reader.price(lane) + this.#kernel.windows[lane]! >= MOST_16;
    if (count === 1 && !cut) {
      reader.writeOrder(lane, 0, into.orders, index * n);
      into.verdicts[index] = UNIQUE;
      return true;
    }
    if (count < 2 || count > KEPT) return false;
    const judge = this.#judge;
    for (let k = 0; k < count; k++) reader.writeOrder(lane, k, judge.orders, k * n);
    const verdict = judge.judge(count, points, index * 2 * n, gap);
    if (cut && verdict === UNIQUE) return false;
    into.verdicts[index] = verdict;
    for (let i = 0, at = judge.best * n; i < n; i++) {
      into.orders[index * n + i] = judge.orders[at++]!;
    }
    return true;
  }

  /** Solves again without a gap, where many tours were near; the rest one by one. */
  #solveCrowded(
    points: Coordinates,
    again: number,
    gap: number,
    into: BatchInto,
  ): void {
    const { n, head, tail } = this.#form;
    if (gap > 0) {
      for (let lane = 0; lane < LANES; lane++) {
        const index = this.#again[Math.min(lane, again - 1)]!;
        this.#loadPoints(points, index < 0 ? ~index : index, lane, 0);
      }
      this.#kernel.solvePoints(n, head, tail);
    }
    for (let lane = 0; lane < again; lane++) {
      const marked = this.#again[lane]!;
      const index = marked < 0 ? ~marked : marked;
      const crowded = gap > 0 && marked >= 0;
      const mine = points.subarray(index * 2 * n, (index + 1) * 2 * n);
      if (crowded && this.#takePoints(lane, index, points, into, 0)) {
        // More tours than are kept were within the gap, so a single shortest one is close.
        if (into.verdicts[index] === UNIQUE) into.verdicts[index] = CLOSE;
      } else {
        writeVerdict(judgeAlone(this.#form, mine, gap), index, into);
      }
    }
  }
}

function refusePoints(points: ArrayLike<number>, from: number, n: number, index: number): void {
  for (let k = 0; k < 2 * n; k++) {
    const value = points[from + k]!;
    if (Number.isInteger(value) && Math.abs(value) <= COORDINATE_LIMIT) continue;
    throw new RangeError(
      `Cannot solve tours: instance ${index}, ${k % 2 === 0 ? "x" : "y"} of point ${k >> 1} is ` +
        `${value}, must be an integer of at most 2^25 in size`,
    );
  }
}

function writeVerdict({ verdict, order }: PointVerdict, index: number, into: BatchInto): void {
  into.verdicts[index] = verdict;
  into.orders.set(Array.from(order), index * order.length);
}
