import { EUCLIDEAN_BITS } from "./_search_optima.ts";
import { canonicalOrder } from "./_canonical_order.ts";
import { compareSteps, toTour, type Tour } from "./length.ts";
import { toTourProblem, type TourInstance } from "./problem.ts";

/** A tour that a simple rule makes. */
export interface RuleTour {
  /** The tour, in the order the rule made it. */
  readonly tour: Tour;
  /** Whether the rule had to choose between equal steps at some point: the first point was taken. */
  readonly tied: boolean;
}

/**
 * The tour that always goes on to the nearest point not yet visited.
 *
 * @param instance points and a metric, or a table of weights, with the form of the tour
 * @param from where it begins, 0 when absent; an instance with a start begins there
 * @returns the tour, and whether it is the only one by this rule
 * @throws RangeError for a start that the instance does not allow, else as {@link toTourProblem}
 *
 * Cost: n^2.
 *
 * @example
 * ```ts
 * import { nearestNeighbourTour } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [[0, 0], [3, 0], [-2, 0], [9, 0]] as const;
 * const { tour, tied } = nearestNeighbourTour({ form: "open", points, metric: "euclidean" });
 * assertEquals([tour.order, tied], [[0, 2, 1, 3], false]);
 * ```
 */
export function nearestNeighbourTour(instance: TourInstance, from?: number): RuleTour {
  const problem = toTourProblem(instance, { sumBits: EUCLIDEAN_BITS });
  const { n, start, end } = problem;
  const first = from ?? (start >= 0 ? start : end === 0 ? 1 : 0);
  if (!Number.isInteger(first) || first < 0 || first >= n || first === end) {
    throw new RangeError(`Cannot begin tour at ${first}, must be a point that is not its end`);
  }
  if (start >= 0 && first !== start) {
    throw new RangeError(`Cannot begin tour at ${first}, must be ${start} as the instance says`);
  }
  const order = [first];
  const left = Array.from({ length: n }, (_, v) => v).filter((v) => v !== first && v !== end);
  let tied = false;
  while (left.length > 0) {
    const at = order.at(-1)!;
    const sorted = left.toSorted((a, b) => compareSteps(problem, [at, a], [at, b]) || a - b);
    const [next, second] = sorted;
    tied ||= second !== undefined && compareSteps(problem, [at, next!], [at, second]) === 0;
    order.push(next!);
    left.splice(left.indexOf(next!), 1);
  }
  if (end >= 0) order.push(end);
  return { tour: toTour(problem, order), tied };
}

/**
 * The tour that takes the shortest step left each time, as long as no point gets three and no cycle
 * closes early.
 *
 * @param instance points and a metric, or a table of weights in which both directions agree, with the
 * form of the tour
 * @returns the tour, and whether it is the only one by this rule
 * @throws RangeError for a directed instance, else as {@link toTourProblem}
 *
 * Cost: n^3 at most.
 *
 * @example
 * ```ts
 * import { greedyTour } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [[0, 0], [3, 0], [4, 0], [9, 0]] as const;
 * const { tour } = greedyTour({ form: "open", points, metric: "euclidean" });
 * assertEquals(tour.order, [0, 1, 2, 3]);
 * ```
 */
export function greedyTour(instance: TourInstance): RuleTour {
  const problem = toTourProblem(instance, { sumBits: EUCLIDEAN_BITS });
  const { n, closed, symmetric, start, end } = problem;
  if (!symmetric) throw new RangeError("Cannot join a greedy tour: directed, must not be");
  const joined = Array.from({ length: n }, (): number[] => []);
  const piece = Array.from({ length: n }, (_, v) => v);
  const room = (v: number) => v === start || v === end ? 1 : 2;
  const steps = allSteps(n).sort((p, q) => compareSteps(problem, p, q));
  let left = n - 1;
  const fits = ([a, b]: readonly [number, number]) => {
    if (piece[a] === piece[b] || joined[a]!.length === room(a) || joined[b]!.length === room(b)) {
      return false;
    }
    // A piece from start to end leaves no place for other points.
    const ends = [start, end].filter((v) => v >= 0);
    const closesEnds = ends.length === 2 && left > 1 &&
      ends.every((v) => piece[v] === piece[a] || piece[v] === piece[b]);
    return !closesEnds;
  };
  let tied = false;
  while (left > 0) {
    const place = steps.findIndex(fits);
    const [a, b] = steps[place]!;
    for (let k = place + 1; k < steps.length && !tied; k++) {
      if (compareSteps(problem, steps[k]!, [a, b]) > 0) break;
      tied = fits(steps[k]!);
    }
    joined[a]!.push(b);
    joined[b]!.push(a);
    const old = piece[b]!;
    for (let v = 0; v < n; v++) if (piece[v] === old) piece[v] = piece[a]!;
    left--;
  }
  const order = walk(joined, start >= 0 ? start : joined.findIndex((list) => list.length === 1));
  const turned = !closed && end >= 0 && order.at(-1) !== end ? order.toReversed() : order;
  return { tour: toTour(problem, canonicalOrder(problem, turned)), tied };
}

function allSteps(n: number): [number, number][] {
  const steps: [number, number][] = [];
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) steps.push([a, b]);
  return steps;
}

function walk(joined: readonly (readonly number[])[], from: number): number[] {
  const order = [from];
  for (let before = -1;;) {
    const at = order.at(-1)!;
    const next = joined[at]!.find((v) => v !== before);
    if (next === undefined) return order;
    before = at;
    order.push(next);
  }
}
