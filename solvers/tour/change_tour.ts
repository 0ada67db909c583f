import { type Form, list, NUMBER, requireForm } from "../../geometry/form.ts";
import { exact, type Outcome, tie } from "../outcome.ts";
import { EUCLIDEAN_BITS } from "./_search_optima.ts";
import { compareTours, toTour, type Tour, tourMargin } from "./length.ts";
import { toTourProblem, type TourInstance, type TourProblem } from "./problem.ts";

/** A tour after one point came in or was left out. */
export interface ChangedTour {
  /** The point. */
  readonly point: number;
  /** Where it stands, or stood, in the order: 0 is first. */
  readonly place: number;
  /** The tour that results; one point short where the point was left out. */
  readonly tour: Tour;
}

const ORDER: Form = list(NUMBER);

/**
 * Where a point comes into a tour at the least cost.
 *
 * @param instance all the points, the one to come in too
 * @param order the tour without that point, its other points in their order, which is kept
 * @returns `exact` with the place and the tour that results; `tie` where several places cost the same
 * @throws RangeError when the order does not lack just one point, or breaks the instance's ends; else
 * as {@link toTourProblem}
 *
 * Cost: n^2.
 *
 * @example
 * ```ts
 * import { insertIntoTour } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [[0, 0], [4, 0], [4, 3], [0, 3], [2, -1]] as const;
 * const found = insertIntoTour({ form: "closed", points, metric: "euclidean" }, [0, 1, 2, 3]);
 * assertEquals(found.status === "exact" && found.value.tour.order, [0, 4, 1, 2, 3]);
 * ```
 */
export function insertIntoTour(
  instance: TourInstance,
  order: readonly number[],
): Outcome<ChangedTour> {
  requireForm(order, ORDER, "order");
  const problem = toTourProblem(instance, { sumBits: EUCLIDEAN_BITS });
  const { n, closed, start, end } = problem;
  requirePart(problem, order, n - 1);
  const point = Array.from({ length: n }, (_, v) => v).find((v) => !order.includes(v))!;
  const changes: Change[] = [];
  for (let place = closed ? 1 : 0; place < n; place++) {
    const tour = order.toSpliced(place, 0, point);
    if (keepsEnds(tour, start, end)) changes.push({ point, place, order: tour });
  }
  if (changes.length === 0) {
    throw new RangeError(`Cannot insert point ${point}: the tour must begin and end where it must`);
  }
  return least(problem, changes);
}

/**
 * Which point, left out of a tour, shortens it most.
 *
 * @param instance the points
 * @param order a tour through all of them; the order of the others is kept
 * @returns `exact` with the point and the tour that results; `tie` where several save the same
 * @throws RangeError when the order is no tour of the instance, or no point may be left out; else as
 * {@link toTourProblem}
 *
 * Cost: n^2.
 *
 * @example
 * ```ts
 * import { removeFromTour } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [[0, 0], [9, 0], [1, 0], [1, 1]] as const;
 * const found = removeFromTour({ form: "closed", points, metric: "manhattan" }, [0, 1, 2, 3]);
 * assertEquals(found.status === "exact" && found.value.point, 1);
 * ```
 */
export function removeFromTour(
  instance: TourInstance,
  order: readonly number[],
): Outcome<ChangedTour> {
  requireForm(order, ORDER, "order");
  const problem = toTourProblem(instance, { sumBits: EUCLIDEAN_BITS });
  const { n, start, end } = problem;
  requirePart(problem, order, n);
  const changes = order
    .map((point, place) => ({ point, place, order: order.toSpliced(place, 1) }))
    .filter(({ order }) => keepsEnds(order, start, end));
  if (changes.length === 0) {
    throw new RangeError("Cannot remove a point: the tour must begin and end where it must");
  }
  return least(problem, changes);
}

interface Change {
  readonly point: number;
  readonly place: number;
  readonly order: readonly number[];
}

function keepsEnds(order: readonly number[], start: number, end: number): boolean {
  return (start < 0 || order[0] === start) && (end < 0 || order.at(-1) === end);
}

function least(problem: TourProblem, changes: readonly Change[]): Outcome<ChangedTour> {
  const ranked = changes.toSorted((a, b) => compareTours(problem, a.order, b.order));
  const [best, ...others] = ranked;
  const equal = ranked.filter((c) => compareTours(problem, c.order, best!.order) === 0);
  const changed = ({ point, place, order }: Change): ChangedTour => {
    return { point, place, tour: toTour(problem, order) };
  };
  if (equal.length > 1) return tie(equal.map(changed));
  const [next] = others;
  return exact(changed(best!), next ? tourMargin(problem, best!.order, next.order) : null);
}

function requirePart({ n }: TourProblem, order: readonly number[], size: number): void {
  const within = order.every((v) => Number.isInteger(v) && v >= 0 && v < n);
  if (within && order.length === size && new Set(order).size === size) return;
  throw new RangeError(
    `Cannot change tour: [${order.join(", ")}], must be ${size} different points from 0 to ${
      n - 1
    }`,
  );
}
