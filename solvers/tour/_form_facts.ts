import type { ClosedForm } from "./closed_form.ts";

/** The largest weight, 1 at least. */
export function heaviestOf({ weights }: ClosedForm): number {
  let heaviest = 1;
  for (const w of weights) if (w !== Infinity) heaviest = Math.max(heaviest, w);
  return heaviest;
}

/** Fine enough that rounding duals costs little, coarse enough that every sum is exact. */
export function scaleFor(form: ClosedForm): number {
  return 2 ** Math.max(0, Math.min(20, Math.floor(45 - Math.log2(form.n * heaviestOf(form)))));
}

/**
 * What the lengths of all tours differ by multiples of: with b the last point, all
 * `w(i,j) - w(b,i) - w(b,j)` are congruent modulo the result.
 */
export function stepOfLengths({ n, weights }: ClosedForm): number {
  const b = n - 1;
  let step = 0;
  let first = NaN;
  for (let i = 1; i < b && step !== 1; i++) {
    for (let j = 0; j < i && step !== 1; j++) {
      const rest = weights[i * n + j]! - weights[b * n + i]! - weights[b * n + j]!;
      if (!Number.isSafeInteger(rest)) return 1;
      if (Number.isNaN(first)) first = rest;
      for (let r = Math.abs(rest - first); r !== 0;) [step, r] = [r, step % r];
    }
  }
  return step === 0 ? 1 : step;
}
