import { HeldKarp } from "../_held_karp.ts";
import { type InnerPath, toInnerPath } from "../_inner_path.ts";
import {
  type BatchKernel,
  KEPT,
  KEPT_FROM,
  KEPT_WORDS,
  LANES,
  RESULT_WORDS,
  WIDE_LANES,
} from "./_batch_layout.ts";

/** Prices from here on are as good as none in 16 bits. */
const MOST_16 = 65535;

/** The batch kernel in plain TypeScript, one instance after the other. */
export class BatchTwin implements BatchKernel {
  readonly weights = new Int32Array(LANES * 169);
  readonly points = new Float64Array(LANES * 27);
  readonly windows = new Int32Array(LANES);
  readonly words = new Int32Array(LANES * RESULT_WORDS);
  readonly bytes = new Uint8Array(this.words.buffer);

  solve16(n: number, head: number, tail: number, symmetric: boolean): void {
    for (let lane = 0; lane < LANES; lane++) {
      this.#solve(lane, n, { head, tail, symmetric }, MOST_16);
    }
  }

  solve32(n: number, head: number, tail: number, symmetric: boolean): void {
    for (let lane = 0; lane < WIDE_LANES; lane++) {
      this.#solve(lane, n, { head, tail, symmetric }, Infinity);
    }
  }

  solvePoints(n: number, head: number, tail: number): void {
    const { points } = this;
    for (let lane = 0; lane < LANES; lane++) {
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          const dx = points[(2 * i + 1) * LANES + lane]! - points[(2 * j + 1) * LANES + lane]!;
          const dy = points[(2 * i + 2) * LANES + lane]! - points[(2 * j + 2) * LANES + lane]!;
          const length = Math.sqrt(dx * dx + dy * dy) * points[lane]!;
          this.weights[(lane * n + i) * n + j] = roundHalfEven(length);
        }
      }
    }
    this.solve16(n, head, tail, true);
  }

  #solve(lane: number, n: number, form: Form, most: number): void {
    const square = n * n;
    const weights = Float64Array.from(
      this.weights.subarray(lane * square, (lane + 1) * square),
      (w) => Math.min(w, most),
    );
    const path = pathOf(n, weights, form);
    const search = new HeldKarp(path);
    const result = lane * RESULT_WORDS;
    const { words } = this;
    const { least } = search.solve();
    words[result] = Math.min(least, most);
    words[result + 1] = 0;
    if (least >= most) return;
    const limit = Math.min(least + this.windows[lane]!, most - 1);
    search.within(limit, (order, price) => {
      const count = words[result + 1]!++;
      if (count === KEPT) return -Infinity;
      const to = result + KEPT_FROM + count * KEPT_WORDS;
      words[to] = price;
      const inner = path.nodes.map((_, i) => order[i + path.head.length]! - form.head);
      this.bytes.set(inner, (to + 1) * 4);
      return limit;
    });
  }
}

interface Form {
  readonly head: number;
  readonly tail: number;
  readonly symmetric: boolean;
}

function pathOf(n: number, weights: Float64Array, { head, tail, symmetric }: Form): InnerPath {
  return toInnerPath({
    n,
    weights,
    symmetric,
    closed: tail === 1,
    start: head === 1 ? 0 : -1,
    end: tail === 2 ? n - 1 : -1,
    scale: 0,
    euclidean: null,
    offset: 0,
    barred: Infinity,
    refuted: null,
  });
}

function roundHalfEven(x: number): number {
  const nearest = Math.round(x);
  return nearest - x === 0.5 && nearest % 2 === 1 ? nearest - 1 : nearest;
}
