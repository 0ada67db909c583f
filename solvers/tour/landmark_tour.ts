import {
  type Form,
  list,
  NUMBER,
  OBJECT,
  record,
  requireForm,
  tuple,
} from "../../geometry/_form.ts";
import { exact, impossible, type Outcome, tie } from "../outcome.ts";
import { GridDistances } from "../path/grid/grid_distances.ts";
import { type Cell, GridMap, type GridSource } from "../path/grid/grid_map.ts";
import type { SolveTourOptions } from "./_tour_outcome.ts";
import type { Tour } from "./length.ts";
import type { MatrixTour, TourShape } from "./problem.ts";
import { solveTourSync } from "./solve_tour_sync.ts";

/** Cells of a grid that are to be visited, moving to one of 4 neighbours at a time. */
export interface LandmarkTour extends TourShape {
  /** The grid. */
  readonly map: GridSource;
  /** The cells to visit, in no order; `start` and `end` count them from 0. */
  readonly landmarks: readonly Cell[];
}

/** A shortest way through all landmarks. */
export interface LandmarkWay {
  /** The landmarks in the order of the visit, and the number of moves. */
  readonly tour: Tour;
  /** One shortest way with that order, cell by cell, its first cell and its last included. */
  readonly cells: readonly Cell[];
}

const CELL: Form = tuple(2, NUMBER, "[column, row]");
const FORM: Form = record({ map: OBJECT, landmarks: list(CELL) });

/**
 * The shortest way through a grid that visits every landmark: from landmark to landmark by
 * shortest ways, in the best order.
 *
 * @param instance the grid, the landmarks and the form of the tour
 * @param options what is asked, as of {@link solveTourSync}: ties are between orders of landmarks
 * @returns `exact`, `tie` or `limit` as {@link solveTourSync}; `impossible` when there is no way
 * between two landmarks
 * @throws RangeError for a landmark that is blocked, outside or named twice, and as
 * {@link toTourProblem}
 *
 * Cost: the cells of the grid for each landmark, and the tour's.
 *
 * @example
 * ```ts
 * import { solveLandmarkTour } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const map = { rows: ["....", ".##.", "...."] };
 * const landmarks = [[0, 0], [3, 2], [3, 0]] as const;
 * const found = solveLandmarkTour({ form: "open", start: 0, map, landmarks });
 * assertEquals(found.status === "exact" && found.value.tour, {
 *   order: [0, 2, 1],
 *   length: { approximate: 5, exact: "5" },
 * });
 * ```
 */
export function solveLandmarkTour(
  instance: LandmarkTour,
  options: SolveTourOptions = {},
): Outcome<LandmarkWay> {
  requireForm(instance, FORM);
  const map = GridMap.from(instance.map);
  const ways = distancesFrom(map, instance.landmarks);
  const table = toTable(instance, ways);
  if (typeof table === "string") return impossible(table);
  const found = solveTourSync(table, options);
  const { landmarks, form } = instance;
  const way = (tour: Tour): LandmarkWay => {
    return { tour, cells: join(ways, landmarks, form === "closed" ? loop(tour) : tour.order) };
  };
  switch (found.status) {
    case "exact":
      return exact(way(found.value), found.margin && { ...found.margin, unit: "step" });
    case "tie":
      return tie(found.values.map(way));
    case "limit":
      return { ...found, best: found.best && way(found.best) };
    default:
      return found as Outcome<never>;
  }
}

function distancesFrom(map: GridMap, landmarks: readonly Cell[]): GridDistances[] {
  const names = new Map<string, number>();
  return landmarks.map((cell, i) => {
    const [x, y] = cell;
    if (!map.isFree(x, y)) {
      throw new RangeError(`Cannot visit landmarks[${i}]: (${x}, ${y}), must be a free cell`);
    }
    const other = names.get(`${x},${y}`);
    if (other !== undefined) {
      throw new RangeError(
        `Cannot visit landmarks[${i}]: (${x}, ${y}), must differ from landmarks[${other}]`,
      );
    }
    names.set(`${x},${y}`, i);
    return new GridDistances({ map, neighbours: 4, start: cell });
  });
}

/** The table of moves between landmarks; in words what keeps it from being one. */
function toTable(
  { landmarks, map: _map, ...shape }: LandmarkTour,
  ways: readonly GridDistances[],
): MatrixTour | string {
  const weights: number[][] = [];
  for (const [i, distances] of ways.entries()) {
    weights.push([]);
    for (const cell of landmarks) {
      const length = distances.lengthTo(cell);
      if (length === null) {
        const [[ax, ay], [bx, by]] = [landmarks[i]!, cell];
        return `no way leads from (${ax}, ${ay}) to (${bx}, ${by})`;
      }
      weights[i]!.push(length.straight);
    }
  }
  // Where cells cost different amounts to enter, there and back differ.
  const directed = weights.some((row, i) => row.some((w, j) => w !== weights[j]![i]));
  return { ...shape, weights, directed };
}

function loop({ order }: Tour): readonly number[] {
  return [...order, order[0]!];
}

function join(
  ways: readonly GridDistances[],
  landmarks: readonly Cell[],
  order: readonly number[],
): Cell[] {
  const cells: Cell[] = [landmarks[order[0]!]!];
  for (let i = 1; i < order.length; i++) {
    const leg = ways[order[i - 1]!]!.pathTo(landmarks[order[i]!]!)!;
    cells.push(...leg.cells.slice(1));
  }
  return cells;
}
