import type { TourProblem } from "./problem.ts";

/** A tour from its promised end and in its promised direction, as `Tour` tells. */
export function canonicalOrder(
  { n, closed, symmetric, start, end }: TourProblem,
  tour: readonly number[],
): number[] {
  const at = closed ? tour.indexOf(0) : 0;
  const order = [...tour.slice(at), ...tour.slice(0, at)];
  if (!symmetric || start >= 0 || end >= 0 || order[closed ? 1 : 0]! < order[n - 1]!) return order;
  return closed ? [order[0]!, ...order.slice(1).reverse()] : order.reverse();
}
