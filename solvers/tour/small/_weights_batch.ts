import type { BatchForm } from "./_batch_form.ts";
import { type BatchInto, CLOSE, TIED, UNIQUE } from "./_batch_into.ts";
import { type BatchKernel, KEPT, LANES, WIDE_LANES } from "./_batch_layout.ts";
import { BatchReader } from "./_batch_reader.ts";

/** Sums of weights stay below this in 32-bit lanes, and so do gaps. */
export const WIDE_LIMIT = 2 ** 29;

/** A price from here on means that 16 bits were not enough. */
const MOST_16 = 65535;

/** Solves instances given by their weights. */
export class WeightsBatch {
  readonly #form: BatchForm;
  readonly #kernel: BatchKernel;
  readonly #reader: BatchReader;
  /** Instances that the kernel shall look at again. */
  readonly #again = new Int32Array(LANES);
  /** Whether all lanes but the first have nothing to do. */
  #isParked = false;

  constructor(form: BatchForm, kernel: BatchKernel) {
    this.#form = form;
    this.#kernel = kernel;
    this.#reader = new BatchReader(form, kernel);
  }

  /** Solves `into.verdicts.length` instances of n * n weights. */
  solve(weights: Int32Array, into: BatchInto, gap: number): void {
    const count = into.verdicts.length;
    const window = Math.max(0, Math.ceil(gap) - 1);
    for (let from = 0; from < count; from += LANES) {
      const lanes = Math.min(LANES, count - from);
      let bits = 0;
      for (let lane = 0; lane < LANES; lane++) {
        bits |= this.#loadWeights(weights, from + Math.min(lane, lanes - 1), lane);
      }
      let again = 0;
      if (bits < MOST_16) this.#solve16(window);
      for (let lane = 0; lane < lanes; lane++) {
        const solved = bits < MOST_16 && this.#reader.price(lane) + window < MOST_16;
        if (!solved || !this.#takeWeights(lane, from + lane, into, 0)) {
          this.#again[again++] = from + lane;
        }
      }
      if (again > 0) this.#solveWide(weights, again, window, into);
    }
  }

  /**
   * Solves one instance alone; for a batch that is used for nothing else.
   *
   * @returns the verdict, 0 where several tours are shortest
   */
  solveOne(weights: Int32Array, into: BatchInto): number {
    const { n, head, tail, symmetric } = this.#form;
    if (!this.#isParked) this.#park();
    const bits = this.#loadWeights(weights, 0, 0);
    if (bits < MOST_16) {
      this.#solve16(0);
      if (this.#reader.price(0) < MOST_16) return this.#takeOne(into);
    }
    this.#kernel.windows.fill(0);
    this.#kernel.solve32(n, head, tail, symmetric);
    return this.#takeOne(into);
  }

  #takeOne(into: BatchInto): number {
    return this.#takeWeights(0, 0, into, 0) && into.verdicts[0] === UNIQUE ? UNIQUE : 0;
  }

  /** Fills all lanes but the first with steps of which no 16-bit lane lists a tour. */
  #park(): void {
    const { n } = this.#form;
    this.#kernel.weights.fill(MOST_16, n * n, LANES * n * n);
    this.#isParked = true;
  }

  #solve16(window: number): void {
    const { n, head, tail, symmetric } = this.#form;
    this.#kernel.windows.fill(Math.min(window, MOST_16));
    this.#kernel.solve16(n, head, tail, symmetric);
  }

  /** Copies an instance into a lane; the bits of all its weights together. */
  #loadWeights(weights: Int32Array, index: number, lane: number): number {
    const { n } = this.#form;
    const to = this.#kernel.weights;
    const source = index * n * n;
    const target = lane * n * n;
    let bits = 0;
    let skew = 0;
    for (let i = 0; i < n; i++) {
      to[target + i * n + i] = 0;
      for (let j = 0; j < i; j++) {
        const a = weights[source + i * n + j]!;
        const b = weights[source + j * n + i]!;
        to[target + i * n + j] = a;
        to[target + j * n + i] = b;
        bits |= a | b;
        skew |= a ^ b;
      }
    }
    if (bits < 0 || bits * n >= WIDE_LIMIT || (skew !== 0 && this.#form.symmetric)) {
      this.#refuse(weights.subarray(source, source + n * n), index);
    }
    return bits;
  }

  /** Throws if a weight of the instance cannot be used. */
  #refuse(weights: Int32Array, index: number): void {
    const { n } = this.#form;
    const most = Math.floor(WIDE_LIMIT / n);
    for (let k = 0; k < n * n; k++) {
      const [i, j] = [Math.floor(k / n), k % n];
      const [a, b] = [weights[k]!, weights[j * n + i]!];
      if (i === j) continue;
      const what = `Cannot solve tours: instance ${index}, weight ${i} to ${j} is ${a}`;
      if (a < 0 || a > most) throw new RangeError(`${what}, must be 0 to ${most}`);
      if (a === b || !this.#form.symmetric) continue;
      throw new RangeError(`${what}, must be ${b} as in the other direction unless directed`);
    }
  }

  /** Takes one result by weights; false when the kept tours do not settle it. */
  #takeWeights(lane: number, index: number, into: BatchInto, crowded: number): boolean {
    const reader = this.#reader;
    const count = reader.count(lane);
    const at = index * this.#form.n;
    if (count === 1) {
      reader.writeOrder(lane, 0, into.orders, at);
      into.verdicts[index] = crowded === 0 ? UNIQUE : CLOSE;
      return true;
    }
    const { count: cheapest, first } = reader.cheapest(lane);
    if (cheapest < 2 && count > KEPT) return false;
    reader.writeOrder(lane, first, into.orders, at);
    into.verdicts[index] = cheapest > 1 ? TIED : CLOSE;
    return true;
  }

  /** Solves again, in 32 bits, then where more tours were near than are kept, those alone. */
  #solveWide(weights: Int32Array, again: number, window: number, into: BatchInto): void {
    const { n, head, tail, symmetric } = this.#form;
    for (let from = 0; from < again; from += WIDE_LANES) {
      const lanes = Math.min(WIDE_LANES, again - from);
      for (let lane = 0; lane < WIDE_LANES; lane++) {
        this.#loadWeights(weights, this.#again[from + Math.min(lane, lanes - 1)]!, lane);
      }
      this.#kernel.windows.fill(window);
      this.#kernel.solve32(n, head, tail, symmetric);
      const crowded = (lane: number) => {
        return !this.#takeWeights(lane, this.#again[from + lane]!, into, 0);
      };
      const open = Array.from({ length: lanes }, (_, lane) => lane).filter(crowded);
      if (open.length === 0) continue;
      this.#kernel.windows.fill(0);
      this.#kernel.solve32(n, head, tail, symmetric);
      for (const lane of open) this.#takeWeights(lane, this.#again[from + lane]!, into, 1);
    }
  }
}
