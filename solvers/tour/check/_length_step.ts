import type { ClosedForm } from "../closed_form.ts";

/**
 * A step g such that the lengths of any two tours differ by a multiple of it, as on a lattice with
 * Manhattan lengths, where all are even or all odd.
 *
 * With `d(i,j) = w(i,j) - w(0,i) - w(0,j)` a tour of n points is
 * `2 * sum of w(0,i) + sum of d` over its n - 2 steps that avoid point 0; when all d are congruent
 * modulo g, so are all tours.
 */
export function lengthStep({ n, weights }: ClosedForm): number {
  const excess = (i: number, j: number) => weights[i * n + j]! - weights[i]! - weights[j]!;
  if (n < 4) return 1;
  const first = excess(1, 2);
  let step = 0;
  for (let i = 2; i < n; i++) {
    for (let j = 1; j < i; j++) {
      const difference = Math.abs(excess(i, j) - first);
      // a forbidden edge makes it infinite or no number
      if (!Number.isSafeInteger(difference)) return 1;
      step = divisor(step, difference);
      if (step === 1) return 1;
    }
  }
  // every tour is equally long: any step will do, and 1 is as good
  return step === 0 ? 1 : step;
}

function divisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
