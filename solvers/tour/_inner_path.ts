import type { TourProblem } from "./problem.ts";

/**
 * Every form of tour as one: an order of the `m` points that have no fixed place, with a price for
 * the first, for the last, and for each step between. `m` is 1 or more.
 */
export interface InnerPath {
  /** How many points have no fixed place. */
  readonly m: number;
  /** Their indices in the problem. */
  readonly nodes: readonly number[];
  /** The price of beginning at each. */
  readonly first: Float64Array;
  /** The price of ending at each. */
  readonly last: Float64Array;
  /** The price of each step, row by row. */
  readonly steps: Float64Array;
  /** Whether an order and its reverse are the same tour. */
  readonly reversible: boolean;
  /** The points before the first: the root of a closed tour, the start of an open one. */
  readonly head: readonly number[];
  /** The points after the last: the end of an open tour. */
  readonly tail: readonly number[];
}

/** Splits a problem into its fixed and its free places; a closed tour is cut at point 0. */
export function toInnerPath(problem: TourProblem): InnerPath {
  const { n, weights, closed, symmetric } = problem;
  const start = closed ? 0 : problem.start;
  const end = closed ? 0 : problem.end;
  const nodes: number[] = [];
  for (let i = 0; i < n; i++) if (i !== start && i !== end) nodes.push(i);
  const m = nodes.length;
  const first = Float64Array.from(nodes, (i) => start < 0 ? 0 : weights[start * n + i]!);
  const last = Float64Array.from(nodes, (i) => end < 0 ? 0 : weights[i * n + end]!);
  const steps = new Float64Array(m * m);
  for (let a = 0; a < m; a++) {
    for (let b = 0; b < m; b++) steps[a * m + b] = weights[nodes[a]! * n + nodes[b]!]!;
  }
  return {
    m,
    nodes,
    first,
    last,
    steps,
    reversible: symmetric && start === end,
    head: start < 0 ? [] : [start],
    tail: closed || end < 0 ? [] : [end],
  };
}
