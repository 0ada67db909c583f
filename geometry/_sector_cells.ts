import type { SectorBoundary } from "./_sector_boundary.ts";

/** Cells a quadrant at first; twice as many until no cell holds two boundaries, or `MOST`. */
const FEWEST = 16;
const MOST = 1024;

/** Far more than a computed position is off, 2^-50. */
const SLACK = 2 ** -40;

/** The filter's error, relative to |x| + |y|: coefficient, product and sum lose 3 * 2^-53. */
export const SIDE_ERROR = 2 ** -50;

/**
 * The circle of directions cut into cells of equal length in `position`, so that a vector finds
 * the one boundary it can be near to without search.
 *
 * `position` is 1 - x / (|x| + |y|) above the x axis and 4 minus that below: 0 to 4, growing
 * from +x to +y. In a cell with one boundary, `sideX * x + sideY * y` is positive for the sector
 * `after` and negative for `before`, within `error` times |x| + |y|. A cell without boundary
 * has a side that is always positive; a crowded one has 0, which decides nothing.
 */
export interface SectorCells {
  readonly perQuadrant: number;
  readonly sideX: Float64Array;
  readonly sideY: Float64Array;
  readonly error: Float64Array;
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** The cell's boundary; -1 for none or several. */
  readonly boundary: Int32Array;
}

/**
 * Builds the cells.
 *
 * @param edges the boundaries
 * @param codeOf the sector of a direction; asked only half a cell or more from every boundary
 */
export function sectorCells(
  edges: readonly SectorBoundary[],
  codeOf: (x: number, y: number) => number,
): SectorCells {
  const positions = edges.map(({ alongX, alongY }) => position(alongX, alongY));
  let perQuadrant = FEWEST;
  let inside = boundariesByCell(positions, perQuadrant);
  while (perQuadrant < MOST && inside.some((list) => list.length > 1)) {
    perQuadrant *= 2;
    inside = boundariesByCell(positions, perQuadrant);
  }
  const cells = emptyCells(perQuadrant);
  inside.forEach((list, cell) => {
    if (list.length > 1) return;
    const [i] = list;
    const [x, y] = directionAt((cell + 0.5) / perQuadrant);
    cells.sideX[cell] = i === undefined ? x : edges[i]!.sideX;
    cells.sideY[cell] = i === undefined ? y : edges[i]!.sideY;
    cells.error[cell] = i === undefined || edges[i]!.isPlain ? 0 : SIDE_ERROR;
    cells.boundary[cell] = i ?? -1;
    cells.after[cell] = i ?? codeOf(x, y);
    cells.before[cell] = i === undefined ? cells.after[cell]! : (i || edges.length) - 1;
  });
  return cells;
}

function emptyCells(perQuadrant: number): SectorCells {
  // One cell more, for a position of exactly 4.
  const count = 4 * perQuadrant + 1;
  return {
    perQuadrant,
    sideX: new Float64Array(count),
    sideY: new Float64Array(count),
    error: new Float64Array(count),
    before: new Int32Array(count),
    after: new Int32Array(count),
    boundary: new Int32Array(count).fill(-1),
  };
}

/** The boundaries that vectors of each cell may be on, rounding included. */
function boundariesByCell(positions: readonly number[], perQuadrant: number): number[][] {
  const lists = Array.from({ length: 4 * perQuadrant + 1 }, (): number[] => []);
  positions.forEach((at, i) => {
    for (const turned of [at - 4, at, at + 4]) {
      const first = Math.max(0, Math.floor((turned - SLACK) * perQuadrant));
      const last = Math.min(lists.length - 1, Math.floor((turned + SLACK) * perQuadrant));
      for (let cell = first; cell <= last; cell++) lists[cell]!.push(i);
    }
  });
  return lists;
}

function position(x: number, y: number): number {
  const upper = 1 - x / (Math.abs(x) + Math.abs(y));
  return y < 0 ? 4 - upper : upper;
}

function directionAt(at: number): [x: number, y: number] {
  const turned = at > 4 ? at - 4 : at;
  const x = turned <= 2 ? 1 - turned : turned - 3;
  return [x, turned <= 2 ? 1 - Math.abs(x) : Math.abs(x) - 1];
}
