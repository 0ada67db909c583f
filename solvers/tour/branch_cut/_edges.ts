import type { ClosedForm } from "../closed_form.ts";
import { crossings } from "./_cut.ts";
import { dualFits, type IntegerDual, ReducedCosts } from "./_exact_bound.ts";
import type { TourLp } from "./_lp.ts";

/** An edge that lies outside of the program. */
export interface OutsideEdge {
  readonly u: number;
  readonly v: number;
  readonly rc: number;
}

/** What integer duals prove, over all edges that are not eliminated. */
export interface ExactBound {
  /** No tour has a smaller `K * length`; -Infinity where the numbers are too large. */
  readonly bound: number;
  /** Reduced costs of the program's columns. */
  readonly reduced: Float64Array;
  /** Edges outside of the program with a negative reduced cost. */
  readonly negative: readonly OutsideEdge[];
}

/** An edge is open to be priced, a column of the program, or eliminated. */
const OUTSIDE = 0;
const COLUMN = 1;
const GONE = 2;

/** Keeps account of all edges: which are columns, which are outside, which can be in no tour. */
export class Edges {
  readonly #form: ClosedForm;
  readonly #scale: number;
  readonly #state: Uint8Array;
  readonly #heaviest: number;
  /** Pairs u, v of the edges outside, once they are few enough to list. */
  #outside: Int32Array | null = null;

  constructor(form: ClosedForm, scale: number) {
    const { n, weights } = form;
    this.#form = form;
    this.#scale = scale;
    this.#state = new Uint8Array(n * n);
    let heaviest = 0;
    for (let u = 0; u < n; u++) {
      for (let v = 0; v < n; v++) {
        const w = weights[u * n + v]!;
        if (u === v || w === Infinity) this.#state[u * n + v] = GONE;
        else heaviest = Math.max(heaviest, w);
      }
    }
    this.#heaviest = heaviest;
  }

  isOutside(u: number, v: number): boolean {
    return this.#state[u * this.#form.n + v] === OUTSIDE;
  }

  isGone(u: number, v: number): boolean {
    return this.#state[u * this.#form.n + v] === GONE;
  }

  markColumn(u: number, v: number): void {
    this.#mark(u, v, COLUMN);
  }

  #mark(u: number, v: number, state: number): void {
    const { n } = this.#form;
    this.#state[u * n + v] = state;
    this.#state[v * n + u] = state;
  }

  #eachOutside(visit: (u: number, v: number) => void): void {
    const { n } = this.#form;
    const list = this.#outside;
    if (list === null) {
      for (let u = 1; u < n; u++) {
        for (let v = 0; v < u; v++) if (this.#state[u * n + v] === OUTSIDE) visit(u, v);
      }
      return;
    }
    for (let k = 0; k < list.length; k += 2) {
      if (this.#state[list[k]! * n + list[k + 1]!] === OUTSIDE) visit(list[k]!, list[k + 1]!);
    }
  }

  /** The bound of integer duals under the column bounds of the program. */
  bound(lp: TourLp, dual: IntegerDual): ExactBound {
    const { n, weights } = this.#form;
    const costs = new ReducedCosts(weights, n, this.#scale, dual);
    const reduced = new Float64Array(lp.size);
    let bound = costs.constant;
    for (let e = 0; e < lp.size; e++) {
      reduced[e] = this.#scale * lp.costs[e]! - dual.y[lp.us[e]!]! - dual.y[lp.vs[e]!]!;
    }
    const multiplier = new Map(dual.cuts.map((cut, k) => [cut, dual.mu[k]!]));
    for (const { cut, columns, entries } of lp.rows) {
      const m = multiplier.get(cut);
      if (m === undefined) continue;
      multiplier.delete(cut);
      for (let i = 0; i < columns.length; i++) reduced[columns[i]!]! -= m * entries[i]!;
    }
    // a cut that has left the program since
    for (const [{ code }, m] of multiplier) {
      for (let e = 0; e < lp.size; e++) {
        const times = crossings(code[lp.us[e]!]!, code[lp.vs[e]!]!);
        reduced[e]! -= m * times;
      }
    }
    for (let e = 0; e < lp.size; e++) {
      if (lp.lower[e] === 1) bound += reduced[e]!;
      else if (lp.upper[e] === 1 && reduced[e]! < 0) bound += reduced[e]!;
    }
    const negative: OutsideEdge[] = [];
    this.#eachOutside((u, v) => {
      if (costs.least(u, v) >= 0) return;
      const rc = costs.of(u, v);
      if (rc >= 0) return;
      bound += rc;
      negative.push({ u, v, rc });
    });
    const fits = dualFits(dual, this.#scale, this.#heaviest) && Math.abs(bound) < 2 ** 52;
    return { bound: fits ? bound : -Infinity, reduced, negative };
  }

  /**
   * Takes away every edge that lifts the bound beyond the target.
   *
   * @returns how many outside and which columns go, and which columns every short tour uses
   */
  eliminate(
    lp: TourLp,
    dual: IntegerDual,
    { bound, reduced }: ExactBound,
    target: number,
  ): { gone: number; columns: number[]; used: number[] } {
    const { n, weights } = this.#form;
    const costs = new ReducedCosts(weights, n, this.#scale, dual);
    const columns: number[] = [];
    const used: number[] = [];
    for (let e = 0; e < lp.size; e++) {
      if (lp.lower[e] === lp.upper[e]) continue;
      if (reduced[e]! > 0 && bound + reduced[e]! > target) columns.push(e);
      else if (reduced[e]! < 0 && bound - reduced[e]! > target) used.push(e);
    }
    let gone = 0;
    const rest: number[] = [];
    this.#eachOutside((u, v) => {
      const least = costs.least(u, v);
      if (bound + least > target || bound + costs.of(u, v) > target) {
        this.#mark(u, v, GONE);
        gone++;
      } else rest.push(u, v);
    });
    for (const e of columns) this.#mark(lp.us[e]!, lp.vs[e]!, GONE);
    this.#outside = Int32Array.from(rest);
    return { gone, columns, used };
  }

  /** The edges outside, where they are listed. */
  outside(): readonly (readonly [number, number])[] {
    const pairs: [number, number][] = [];
    this.#eachOutside((u, v) => pairs.push([u, v]));
    return pairs;
  }
}
