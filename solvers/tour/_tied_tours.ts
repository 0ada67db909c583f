import { canonicalOrder } from "./_canonical_order.ts";
import { compareTours, tourSlack } from "./length.ts";
import type { TourProblem } from "./problem.ts";

/**
 * Tours exactly as long as a shortest one, met from it by exchanging two or three steps over and
 * over: at most `most` of them, the given one first. There may be others that such moves do
 * not reach.
 *
 * Cost: n^3 / 6 for each tour that is met.
 */
export function tiedTours(
  problem: TourProblem,
  shortest: readonly number[],
  most: number,
): (readonly number[])[] {
  const slack = tourSlack(problem);
  const first = canonicalOrder(problem, shortest);
  const seen = new Set([first.join()]);
  const tied: (readonly number[])[] = [first];
  for (const order of tied) {
    eachMove(problem, order, (change, moved) => {
      if (Math.abs(change) > slack) return false;
      const tour = canonicalOrder(problem, moved());
      const key = tour.join();
      if (seen.has(key)) return false;
      seen.add(key);
      if (compareTours(problem, tour, shortest) === 0) tied.push(tour);
      return tied.length >= most;
    });
    if (tied.length >= most) break;
  }
  return tied;
}

/** Offers each move with the change of weight and the tour it leads to, until one is `enough`. */
function eachMove(
  { n, weights, closed, symmetric, start, end }: TourProblem,
  order: readonly number[],
  enough: (change: number, moved: () => number[]) => boolean,
): void {
  const from = closed || start >= 0 ? 1 : 0;
  const to = end >= 0 ? n - 1 : n;
  const at = (k: number) => closed ? order[(k + n) % n]! : order[k] ?? -1;
  const step = (a: number, b: number) => a < 0 || b < 0 ? 0 : weights[a * n + b]!;
  for (let i = from; i < to; i++) {
    const before = at(i - 1);
    const head = at(i);
    for (let k = i + 1; k < to; k++) {
      const tail = at(k);
      const after = at(k + 1);
      const open = step(before, head) + step(tail, after);
      const rejoin = (runs: readonly (readonly number[])[]) => [
        ...order.slice(0, i),
        ...runs.flat(),
        ...order.slice(k + 1),
      ];
      if (symmetric) {
        const turned = () => rejoin([order.slice(i, k + 1).reverse()]);
        if (enough(step(before, tail) + step(head, after) - open, turned)) return;
      }
      for (let j = i; j < k; j++) {
        const [left, right] = [at(j), at(j + 1)];
        const lost = open + step(left, right);
        const a = () => order.slice(i, j + 1);
        const b = () => order.slice(j + 1, k + 1);
        const ba = step(before, right) + step(tail, head) + step(left, after) - lost;
        if (enough(ba, () => rejoin([b(), a()]))) return;
        if (!symmetric) continue;
        const turnedA = step(before, right) + step(tail, left) + step(head, after) - lost;
        if (enough(turnedA, () => rejoin([b(), a().reverse()]))) return;
        const turnedB = step(before, tail) + step(right, head) + step(left, after) - lost;
        if (enough(turnedB, () => rejoin([b().reverse(), a()]))) return;
        const both = step(before, left) + step(head, tail) + step(right, after) - lost;
        if (enough(both, () => rejoin([a().reverse(), b().reverse()]))) return;
      }
    }
  }
}
