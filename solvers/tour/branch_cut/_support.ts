import { crossings, type Cut } from "./_cut.ts";

/** Values below this count as 0. */
const NOISE = 1e-7;

/** The edges that a fractional solution uses, with the neighbours of each point. */
export class Support {
  readonly n: number;
  readonly us: Int32Array;
  readonly vs: Int32Array;
  readonly xs: Float64Array;
  /** The neighbours of v stand at `starts[v]` to `starts[v + 1]`. */
  readonly starts: Int32Array;
  readonly heads: Int32Array;
  readonly values: Float64Array;

  constructor(n: number, us: readonly number[], vs: readonly number[], x: Float64Array) {
    this.n = n;
    let count = 0;
    for (let e = 0; e < x.length; e++) if (x[e]! > NOISE) count++;
    this.us = new Int32Array(count);
    this.vs = new Int32Array(count);
    this.xs = new Float64Array(count);
    this.starts = new Int32Array(n + 2);
    for (let e = 0, k = 0; e < x.length; e++) {
      if (x[e]! <= NOISE) continue;
      const u = us[e]!;
      const v = vs[e]!;
      this.us[k] = u;
      this.vs[k] = v;
      this.xs[k++] = Math.min(1, x[e]!);
      this.starts[u + 2]!++;
      this.starts[v + 2]!++;
    }
    for (let v = 2; v < n + 2; v++) this.starts[v]! += this.starts[v - 1]!;
    this.heads = new Int32Array(2 * count);
    this.values = new Float64Array(2 * count);
    for (let k = 0; k < count; k++) {
      this.#link(this.us[k]!, this.vs[k]!, this.xs[k]!);
      this.#link(this.vs[k]!, this.us[k]!, this.xs[k]!);
    }
  }

  #link(u: number, v: number, x: number): void {
    const at = this.starts[u + 1]!++;
    this.heads[at] = v;
    this.values[at] = x;
  }

  get size(): number {
    return this.us.length;
  }

  /** By how much a cut is violated. */
  violation({ code, rhs }: Cut): number {
    let sum = 0;
    for (let k = 0; k < this.us.length; k++) {
      const a = code[this.us[k]!]!;
      const b = code[this.vs[k]!]!;
      if (a !== b) sum += crossings(a, b) * this.xs[k]!;
    }
    return rhs - sum;
  }

  /** The components that the edges of values within (low, high) leave: a number for each point. */
  components(low: number, high: number): { of: Int32Array; count: number } {
    const of = new Int32Array(this.n).fill(-1);
    const stack = new Int32Array(this.n);
    let count = 0;
    for (let s = 0; s < this.n; s++) {
      if (of[s]! >= 0) continue;
      let size = 0;
      stack[size++] = s;
      of[s] = count;
      while (size > 0) {
        const u = stack[--size]!;
        for (let k = this.starts[u]!; k < this.starts[u + 1]!; k++) {
          const x = this.values[k]!;
          const v = this.heads[k]!;
          if (x <= low || x >= high || of[v]! >= 0) continue;
          of[v] = count;
          stack[size++] = v;
        }
      }
      count++;
    }
    return { of, count };
  }
}

/** The points of each component. */
export function membersOf({ of, count }: { of: Int32Array; count: number }): number[][] {
  const members: number[][] = Array.from({ length: count }, () => []);
  of.forEach((c, v) => members[c]!.push(v));
  return members;
}
