import { compareSqrtSums } from "../../../geometry/sqrt_sum.ts";
import { HeldKarp } from "../_held_karp.ts";
import { toInnerPath } from "../_inner_path.ts";
import { tourMargin } from "../length.ts";
import { listOptima } from "../_optima.ts";
import { toTourProblem, type TourInstance } from "../problem.ts";
import type { BatchForm } from "./_batch_form.ts";
import { CLOSE, TIED, UNIQUE, UNPROVEN } from "./_batch_into.ts";

/** What was found of one instance. */
export interface PointVerdict {
  /** UNPROVEN, UNIQUE, TIED or CLOSE. */
  readonly verdict: number;
  /** The points of a shortest tour in order. */
  readonly order: ArrayLike<number>;
}

/** The sum of up to 12 rounded roots is wrong by less than this, relatively. */
const ROUNDING = 2 ** -48;

/** Decides among the tours that rounded weights left in doubt, by their true lengths. */
export function judgeCandidates(
  form: BatchForm,
  points: ArrayLike<number>,
  orders: readonly Uint8Array[],
  gap: number,
): PointVerdict {
  const tours = orders.map((order) => measure(form, points, order));
  let best = tours[0]!;
  for (const tour of tours) if (compare(tour, best) < 0) best = tour;
  const others = tours.filter((tour) => tour !== best);
  const { order } = best;
  if (others.some((tour) => compare(tour, best) === 0)) return { verdict: TIED, order };
  const close = others.some((tour) =>
    gap > 0 && tour.length - best.length - ROUNDING * tour.length < gap
  );
  return { verdict: close ? CLOSE : UNIQUE, order };
}

/** Solves one instance that the kernel could not, by the general search. */
export function judgeAlone(
  { n, head, tail }: BatchForm,
  points: ArrayLike<number>,
  gap: number,
): PointVerdict {
  const pairs = Array.from({ length: n }, (_, i) => [points[2 * i]!, points[2 * i + 1]!] as const);
  const ends = { ...(head === 1 ? { start: 0 } : {}), ...(tail === 2 ? { end: n - 1 } : {}) };
  const shape: TourInstance = tail === 1
    ? { form: "closed", points: pairs, metric: "euclidean" }
    : { form: "open", points: pairs, metric: "euclidean", ...ends };
  const problem = toTourProblem(shape);
  const search = new HeldKarp(toInnerPath(problem));
  const found = listOptima(problem, search, search.solve(), { cap: 2, second: true });
  const order = found.orders[0]!;
  if (!found.proven) return { verdict: UNPROVEN, order };
  if (found.orders.length > 1) return { verdict: TIED, order };
  const margin = found.second && tourMargin(problem, order, found.second).value;
  return { verdict: margin !== null && margin < gap ? CLOSE : UNIQUE, order };
}

interface Measured {
  readonly order: Uint8Array;
  readonly squares: readonly number[];
  readonly length: number;
}

function measure({ n, tail }: BatchForm, points: ArrayLike<number>, order: Uint8Array): Measured {
  const squares: number[] = [];
  let length = 0;
  for (let i = tail === 1 ? 0 : 1; i < n; i++) {
    const a = 2 * order[i]!;
    const b = 2 * order[(i + n - 1) % n]!;
    const square = (points[a]! - points[b]!) ** 2 + (points[a + 1]! - points[b + 1]!) ** 2;
    squares.push(square);
    length += Math.sqrt(square);
  }
  return { order, squares, length };
}

function compare(a: Measured, b: Measured): number {
  const difference = a.length - b.length;
  if (Math.abs(difference) > ROUNDING * (a.length + b.length)) return difference;
  return a === b ? 0 : compareSqrtSums(a.squares, b.squares);
}
