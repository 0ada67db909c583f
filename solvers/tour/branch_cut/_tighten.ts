import { combCut, type Cut, subtourCut } from "./_cut.ts";
import type { Support } from "./_support.ts";

/** A cut must be violated by this much to be worth a row. */
const WORTH = 0.01;

/**
 * Moves single points into and out of the sets of a cut as long as that brings its two sides
 * together, and gives the cut back if it then is violated.
 */
export function tighten(support: Support, cut: Cut): Cut | null {
  let violation = support.violation(cut);
  if (violation < -1.5) return null;
  const state = new Tightening(support, cut);
  const { n } = support;
  for (let quiet = 0, v = 0; quiet < n; v = v + 1 === n ? 0 : v + 1) {
    const gain = state.improve(v);
    violation += gain;
    quiet = gain > 0 ? 0 : quiet + 1;
  }
  if (violation < WORTH) return null;
  if (cut.teeth > 0) return combCut(state.code, cut.teeth);
  return subtourCut(n, Array.from({ length: n }, (_, v) => v).filter((v) => state.code[v]! & 1));
}

/** A cut on its way. */
class Tightening {
  readonly code: Int32Array;
  readonly #support: Support;
  /** How many points each tooth has inside and outside the handle; 0 counts the free ones. */
  readonly #sizes: Int32Array;
  /** Values of the edges from a point into each tooth. */
  readonly #into: Float64Array;

  constructor(support: Support, { code, teeth }: Cut) {
    this.#support = support;
    this.code = code.slice();
    this.#sizes = new Int32Array(2 * (teeth + 1));
    this.#into = new Float64Array(teeth + 1);
    for (const c of code) this.#sizes[c]!++;
  }

  /** Gives point v its best sets; what that gains. */
  improve(v: number): number {
    const { starts, heads, values } = this.#support;
    const into = this.#into;
    const old = this.code[v]!;
    let total = 0;
    let inHandle = 0;
    into.fill(0);
    for (let k = starts[v]!; k < starts[v + 1]!; k++) {
      const c = this.code[heads[k]!]!;
      total += values[k]!;
      if (c & 1) inHandle += values[k]!;
      into[c >> 1]! += values[k]!;
    }
    // an edge costs 1 in each set that just one of its ends lies in
    const cost = (c: number) => {
      const t = c >> 1;
      const handle = c & 1 ? total - inHandle : inHandle;
      return handle + (t > 0 ? total - into[t]! - into[t]! : 0);
    };
    if (!this.#mayLeave(old)) return 0;
    let best = old;
    let least = cost(old) - 1e-6;
    for (let t = 0; t < into.length; t++) {
      if (t > 0 && into[t] === 0 && t !== old >> 1) continue;
      for (let c = 2 * t; c <= 2 * t + 1; c++) {
        if (cost(c) < least) {
          least = cost(c);
          best = c;
        }
      }
    }
    if (best === old) return 0;
    const gain = cost(old) - least;
    this.#sizes[old]!--;
    this.#sizes[best]!++;
    this.code[v] = best;
    return gain;
  }

  /** A tooth keeps a point on either side; a lone handle keeps one in and one out. */
  #mayLeave(c: number): boolean {
    return (c < 2 && this.#into.length > 1) || this.#sizes[c]! > 1;
  }
}
