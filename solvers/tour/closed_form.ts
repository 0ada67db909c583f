import type { TourProblem } from "./problem.ts";

/**
 * A tour problem as a closed symmetric one, which bounds and certificates speak of.
 *
 * - A closed symmetric problem is its own form.
 * - An open tour of three points or more with start and end is closed by the edge between them: its
 *   weight is 0 and it must be used. Any other open tour gets one point more, after the others, whose edges weigh 0;
 *   the edge to a given start or end must be used.
 * - A directed problem (made closed first) has points i and n + i: a step from i to j is the edge
 *   from i to n + j, and the edge from i to n + i weighs 0 and must be used. Other edges are
 *   forbidden.
 */
export interface ClosedForm {
  /** How many points the closed form has. */
  readonly n: number;
  /** `weights[i * n + j]`, symmetric; Infinity where the edge is forbidden. */
  readonly weights: Float64Array;
  /** Edges that every tour uses. */
  readonly forced: readonly (readonly [number, number])[];
}

/**
 * Brings a tour problem to its closed symmetric form.
 *
 * @param problem any tour problem
 * @returns the form; its tours stand for the problem's, with the same lengths
 *
 * Cost: n^2.
 *
 * @example
 * ```ts
 * import { toClosedForm, toTourProblem } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [[0, 0], [3, 0], [3, 4]] as const;
 * const problem = toTourProblem({ form: "open", start: 0, points, metric: "manhattan" });
 * const { n, forced } = toClosedForm(problem);
 * assertEquals([n, forced], [4, [[0, 3]]]);
 * ```
 */
export function toClosedForm(problem: TourProblem): ClosedForm {
  const { n, weights, forced } = problem.closed
    ? { n: problem.n, weights: problem.weights, forced: [] }
    : close(problem);
  return problem.symmetric ? { n, weights, forced } : undirect(n, weights, forced);
}

/**
 * A tour of a problem as a tour of its closed form.
 *
 * @param problem the problem
 * @param tour its points in order
 * @returns the points of the closed form in order
 *
 * @example
 * ```ts
 * import { toClosedTour, toTourProblem } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const weights = [[0, 1, 2], [1, 0, 3], [2, 3, 0]];
 * const problem = toTourProblem({ form: "open", weights });
 * assertEquals(toClosedTour(problem, [2, 0, 1]), [2, 0, 1, 3]);
 * ```
 */
export function toClosedTour(problem: TourProblem, tour: readonly number[]): number[] {
  const dummy = hasDummy(problem);
  const cycle = dummy ? [...tour, problem.n] : [...tour];
  if (problem.symmetric) return cycle;
  const n = problem.n + (dummy ? 1 : 0);
  return cycle.flatMap((i) => [n + i, i]);
}

/**
 * A tour of the closed form as a tour of the problem: the inverse of {@link toClosedTour}.
 *
 * @param problem the problem
 * @param cycle the points of its closed form in order, from any point and in either direction
 * @returns the problem's points in order
 *
 * @example
 * ```ts
 * import { fromClosedTour, toTourProblem } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const weights = [[0, 1, 2], [1, 0, 3], [2, 3, 0]];
 * const problem = toTourProblem({ form: "open", start: 2, weights });
 * assertEquals(fromClosedTour(problem, [0, 2, 3, 1]), [2, 0, 1]);
 * ```
 */
export function fromClosedTour(problem: TourProblem, cycle: readonly number[]): number[] {
  const dummy = hasDummy(problem);
  const n = problem.n + (dummy ? 1 : 0);
  let tour = problem.symmetric ? [...cycle] : direct(cycle, n);
  if (dummy) tour = rotate(tour, (tour.indexOf(problem.n) + 1) % n).filter((i) => i !== problem.n);
  if (problem.closed || !problem.symmetric) return openAt(problem, tour);
  if (problem.start < 0 && problem.end < 0) return tour;
  return openAt(problem, tour);
}

function hasDummy({ n, closed, symmetric, start, end }: TourProblem): boolean {
  // Two points have but one edge, which cannot be the step and close the tour too.
  return !closed && (start < 0 || end < 0 || !symmetric || n === 2);
}

/** The steps of a doubled tour in their direction. */
function direct(cycle: readonly number[], n: number): number[] {
  const size = cycle.length;
  const at = cycle.findIndex((i) => i < n);
  const before = cycle[(at + size - 1) % size]!;
  const forward = before === cycle[at]! + n;
  const ordered = forward ? cycle : [...cycle].reverse();
  return ordered.filter((i) => i < n);
}

/** Turns an open tour so that it begins or ends where it must. */
function openAt({ closed, start, end }: TourProblem, tour: number[]): number[] {
  if (closed) return tour;
  const last = tour.length - 1;
  if (start >= 0 && end >= 0) {
    const turned = rotate(tour, tour.indexOf(start));
    return turned[last] === end ? turned : [start, ...turned.slice(1).reverse()];
  }
  const wrong = (start >= 0 && tour[0] !== start) || (end >= 0 && tour[last] !== end);
  return wrong ? tour.reverse() : tour;
}

function rotate(tour: readonly number[], at: number): number[] {
  return [...tour.slice(at), ...tour.slice(0, at)];
}

type Edges = [number, number][];

function close(problem: TourProblem): { n: number; weights: Float64Array; forced: Edges } {
  const { n, weights, start, end, symmetric } = problem;
  if (!hasDummy(problem)) {
    const closed = Float64Array.from(weights);
    closed[start * n + end] = 0;
    closed[end * n + start] = 0;
    return { n, weights: closed, forced: [[start, end]] };
  }
  const size = n + 1;
  const closed = new Float64Array(size * size);
  for (let i = 0; i < n; i++) closed.set(weights.subarray(i * n, i * n + n), i * size);
  const forced: Edges = [];
  for (const one of [start, end]) if (one >= 0 && symmetric) forced.push([one, n]);
  for (let i = 0; i < n && !symmetric; i++) {
    if (start >= 0 && i !== start) closed[n * size + i] = Infinity;
    if (end >= 0 && i !== end) closed[i * size + n] = Infinity;
  }
  return { n: size, weights: closed, forced };
}

function undirect(n: number, weights: Float64Array, forced: Edges): ClosedForm {
  const size = 2 * n;
  const doubled = new Float64Array(size * size).fill(Infinity);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const w = i === j ? 0 : weights[i * n + j]!;
      doubled[i * size + n + j] = w;
      doubled[(n + j) * size + i] = w;
    }
    doubled[i * size + i] = 0;
    doubled[(n + i) * size + n + i] = 0;
  }
  const links = Array.from({ length: n }, (_, i): [number, number] => [i, n + i]);
  return { n: size, weights: doubled, forced: [...links, ...forced] };
}
