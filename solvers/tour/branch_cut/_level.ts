import type { ClosedForm } from "../closed_form.ts";
import { heaviestOf } from "../_form_facts.ts";

/** What is taken off the weights of a point's edges; it takes the same off every tour, twice over. */
export interface Level {
  /** Integers; all 0 where weights are small enough as they are. */
  readonly potentials: Float64Array;
  /** The largest size of `w(u,v) - p(u) - p(v)`, 1 at least. */
  readonly heaviest: number;
}

/** Weights up to here differ by enough of themselves for the tolerances of a linear program. */
const SMALL = 2 ** 36;

const ROUNDS = 8;

/**
 * Potentials that bring large weights near 0, where a linear program sees their differences: each
 * point's is the mean of what its edges have left, some rounds over.
 */
export function levelOf(form: ClosedForm): Level {
  const { n, weights } = form;
  const potentials = new Float64Array(n);
  const heaviest = heaviestOf(form);
  if (heaviest <= SMALL) return { potentials, heaviest };
  for (let round = 0; round < ROUNDS; round++) {
    for (let u = 0; u < n; u++) {
      let sum = 0;
      let count = 0;
      for (let v = 0; v < n; v++) {
        const w = weights[u * n + v]!;
        if (v === u || w === Infinity) continue;
        sum += w - potentials[v]!;
        count++;
      }
      potentials[u] = Math.round(sum / count);
    }
  }
  return { potentials, heaviest: widest(form, potentials) };
}

function widest({ n, weights }: ClosedForm, potentials: Float64Array): number {
  let most = 1;
  for (let u = 0; u < n; u++) {
    for (let v = 0; v < u; v++) {
      const w = weights[u * n + v]!;
      if (w !== Infinity) most = Math.max(most, Math.abs(w - potentials[u]! - potentials[v]!));
    }
  }
  return most;
}
