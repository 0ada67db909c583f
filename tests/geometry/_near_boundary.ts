import { multiplesBelow } from "./_power_oracle.ts";

/**
 * Vectors that hug the ray at k * 180 / m degrees, 0 < k * 180 / m < 90: the fractions y / x of
 * the Stern-Brocot walk towards its tangent that end a run in one direction, and their
 * predecessors, as long as both coordinates are below `limit`. These are the convergents, so no
 * smaller vector is nearer to the ray on its side.
 */
export function nearBoundary(k: number, m: number, limit: bigint): [bigint, bigint][] {
  const found: [bigint, bigint][] = [];
  let low: [bigint, bigint] = [1n, 0n];
  let high: [bigint, bigint] = [0n, 1n];
  let lastBelow: boolean | null = null;
  for (;;) {
    const middle: [bigint, bigint] = [low[0] + high[0], low[1] + high[1]];
    if (middle[0] >= limit || middle[1] >= limit) return found;
    const { k: at, on } = multiplesBelow(middle[0], middle[1], m);
    if (on && at === k) return [...found, middle];
    const below = at < k;
    if (below !== lastBelow) found.push(low, high);
    found.push(middle);
    lastBelow = below;
    if (below) low = middle;
    else high = middle;
  }
}
