import {
  type Form,
  list,
  NUMBER,
  OBJECT,
  record,
  requireForm,
  tuple,
} from "../../geometry/form.ts";
import { formatOctile, type Octile, octileToNumber } from "../../geometry/octile.ts";
import { exact, impossible, type Margin, type Outcome, tie } from "../outcome.ts";
import { GridDistances } from "../path/grid/grid_distances.ts";
import type { GridMoves } from "../path/grid/grid_instance.ts";
import { type Cell, GridMap, type GridSource } from "../path/grid/grid_map.ts";
import type { SolveTourOptions } from "./tour_outcome.ts";
import type { Tour, TourLength } from "./length.ts";
import { octileWeights } from "./_octile_weights.ts";
import type { MatrixTour, TourShape } from "./problem.ts";
import { solveTourSync } from "./solve_tour_sync.ts";
import { unreachable } from "./_unreachable.ts";

/** Cells of a grid that are to be visited; with 4 neighbours unless said otherwise. */
export interface LandmarkTour extends TourShape, Partial<GridMoves> {
  /** The grid. */
  readonly map: GridSource;
  /** The cells to visit, in no order; `start` and `end` count them from 0. */
  readonly landmarks: readonly Cell[];
}

/** A shortest way through all landmarks. */
export interface LandmarkWay {
  /** The landmarks in the order of the visit, and the length: with 8 neighbours as `a + b*sqrt(2)`. */
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
 * import { solveLandmarkTour } from "@alidade/core";
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
  const { landmarks, map: source, neighbours = 4, corners, ...shape } = instance;
  const moves = corners === undefined ? { neighbours } : { neighbours, corners };
  const ways = distancesFrom({ map: GridMap.from(source), moves, landmarks });
  const known = landmarks.map((_, i) => landmarks.map((cell) => ways[i]!.lengthTo(cell)));
  // Where a step can be taken it can be taken back, so two cells without a way are enough.
  const gap = unreachable(landmarks.length, { form: "closed" }, (i, j) => known[i]![j] !== null);
  if (gap !== null) {
    const [from, to] = [landmarks[gap.from]!, landmarks[gap.to]!];
    return impossible(`no way leads from (${from.join(", ")}) to (${to.join(", ")})`);
  }
  const lengths = known as Octile[][];
  const { weights, unit, doubt } = neighbours === 4
    ? { weights: lengths.map((row) => row.map((l) => l.straight)), unit: 1, doubt: 0 }
    : octileWeights(lengths);
  const found = solveTourSync({ ...shape, ...tableOf(weights) }, options);
  const way = ({ order }: Tour): LandmarkWay => {
    const stops = shape.form === "closed" ? [...order, order[0]!] : order;
    return {
      tour: { order, length: lengthAlong(lengths, stops) },
      cells: join(ways, landmarks, stops),
    };
  };
  switch (found.status) {
    case "exact":
      return exact(way(found.value), found.margin && inSteps(found.margin, unit, doubt));
    case "tie":
      return tie(found.values.map(way));
    case "limit": {
      const best = found.best && way(found.best);
      if (unit === 1) return { ...found, best };
      const lower = Math.max(0, Number(found.lower) - doubt) / unit;
      return { status: "limit", lower, upper: best && best.tour.length.exact, best };
    }
    default:
      return found as Outcome<never>;
  }
}

function distancesFrom(
  { map, moves, landmarks }: {
    readonly map: GridMap;
    readonly moves: GridMoves;
    readonly landmarks: readonly Cell[];
  },
): GridDistances[] {
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
    return new GridDistances({ map, ...moves, start: cell });
  });
}

/** The table of a tour; where cells cost different amounts to enter, there and back differ. */
function tableOf(weights: MatrixTour["weights"]): Pick<MatrixTour, "weights" | "directed"> {
  return { weights, directed: weights.some((row, i) => row.some((w, j) => w !== weights[j]![i])) };
}

function lengthAlong(
  lengths: readonly (readonly Octile[])[],
  stops: readonly number[],
): TourLength {
  const sum = { straight: 0, diagonal: 0 };
  for (let i = 1; i < stops.length; i++) {
    const { straight, diagonal } = lengths[stops[i - 1]!]![stops[i]!]!;
    sum.straight += straight;
    sum.diagonal += diagonal;
  }
  return { approximate: octileToNumber(sum), exact: formatOctile(sum) };
}

/** A margin in weights as one in steps, rounded down. */
function inSteps({ value }: Margin, unit: number, doubt: number): Margin {
  return { value: (value - doubt) / unit, unit: "step" };
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
