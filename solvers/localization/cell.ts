import { requireForm } from "../../geometry/form.ts";
import { formatRatio, parseRatio, type Ratio } from "../../geometry/ratio.ts";
import { quotientDown } from "../../geometry/round_down.ts";
import { compareFractions, type Exact, type PlaneFrame } from "../../geometry/mod.ts";
import type { CutRule } from "../distance/bins.ts";
import { exact, impossible, type Outcome, tie } from "../outcome.ts";
import { CELL_FORM, QUADRANT_FORM } from "./_forms.ts";

/** A rectangle along the axes, exact as written; its edges belong to it. */
export interface ExactBox {
  /** The least x. */
  readonly minX: Exact;
  /** The least y. */
  readonly minY: Exact;
  /** The greatest x, at least `minX`. */
  readonly maxX: Exact;
  /** The greatest y, at least `minY`. */
  readonly maxY: Exact;
}

/** A point, and cuts that divide the plane into columns and rows. */
export interface CellInstance {
  /** x of the point. */
  readonly x: Exact;
  /** y of the point. */
  readonly y: Exact;
  /** Which way y points: rows are counted from the top. */
  readonly frame: PlaneFrame;
  /** Where columns meet, ascending: integers, decimal strings, or fractions such as `"1/3"`. */
  readonly xCuts: readonly Exact[];
  /** Where rows meet, likewise. */
  readonly yCuts: readonly Exact[];
  /** What holds exactly on a cut: `"upper"` is the cell of greater coordinates. */
  readonly onCut: CutRule;
  /** Where the outer cells end; they have no end when left out. */
  readonly box?: ExactBox;
  /** What coordinates are measured in; `"unit"` when left out. */
  readonly unit?: string;
}

/** A cell of a grid. */
export interface CutCell {
  /** Columns from the left, 0 to the number of cuts in x. */
  readonly column: number;
  /** Rows from the top, 0 to the number of cuts in y. */
  readonly row: number;
}

/**
 * In which cell of a grid a point lies.
 *
 * @param instance the point, the cuts, the rule on them, and which way y points
 * @returns `exact` with the cell and its distance to the nearest cut as margin, null where there
 * are no cuts; `tie` with two or four cells on cuts whose rule is `"tie"`, by row, then column;
 * `impossible` outside of the box
 * @throws RangeError, SyntaxError for numbers that are not exact, cuts that do not ascend, or a
 * box that is upside down
 *
 * Cost: some microseconds. Many points of integers: {@link cellsOf}.
 *
 * @example
 * ```ts
 * import { equalCuts, solveCell } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const thirds = equalCuts(0, 1, 3);
 * const grid = { frame: "y-up", xCuts: thirds, yCuts: thirds, onCut: "tie" } as const;
 * const outcome = solveCell({ x: "0.2", y: "0.9", ...grid });
 * assertEquals(outcome.status === "exact" && outcome.value, { column: 0, row: 0 });
 * ```
 */
export function solveCell(instance: CellInstance): Outcome<CutCell> {
  requireForm(instance, CELL_FORM);
  const { frame, xCuts, yCuts, onCut, box, unit = "unit" } = instance;
  const [x, y] = [parseRatio(instance.x, "x"), parseRatio(instance.y, "y")];
  if (box !== undefined && !holds(box, x, y)) return impossible("the point is outside of the box");
  const columns = bins(x, xCuts, onCut, "xCuts");
  const rows = bins(y, yCuts, onCut, "yCuts");
  const fromTop = (bin: number) => frame === "y-up" ? yCuts.length - bin : bin;
  const cells = rows.found.map(fromTop).sort((a, b) => a - b)
    .flatMap((row) => columns.found.map((column) => ({ column, row })));
  if (cells.length > 1) return tie(cells);
  const value = Math.min(columns.margin, rows.margin);
  return exact(cells[0]!, value === Infinity ? null : { value, unit });
}

/** A point, and the centre of the quadrants among which its own is asked. */
export interface QuadrantInstance {
  /** x of the point. */
  readonly x: Exact;
  /** y of the point. */
  readonly y: Exact;
  /** Where the axes cross; the origin when left out. */
  readonly centre?: readonly [x: Exact, y: Exact];
  /** Which way y points. */
  readonly frame: PlaneFrame;
  /** What coordinates are measured in; `"unit"` when left out. */
  readonly unit?: string;
}

/** 1 upper right, 2 upper left, 3 lower left, 4 lower right, as seen. */
export type Quadrant = 1 | 2 | 3 | 4;

/**
 * In which quadrant a point lies.
 *
 * @param instance the point, the centre, and which way y points
 * @returns `exact` with the quadrant and the distance to the nearer axis as margin; `tie` with the
 * two it borders on an axis, and with all four in the centre
 * @throws RangeError, SyntaxError for numbers that are not exact
 *
 * @example
 * ```ts
 * import { solveQuadrant } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(solveQuadrant({ x: -2, y: 3, frame: "y-up" }), {
 *   status: "exact",
 *   value: 2,
 *   margin: { value: 2, unit: "unit" },
 * });
 * ```
 */
export function solveQuadrant(instance: QuadrantInstance): Outcome<Quadrant> {
  requireForm(instance, QUADRANT_FORM);
  const { x, y, centre = [0, 0], frame, unit = "unit" } = instance;
  const [xCut, yCut] = centre;
  const outcome = solveCell({ x, y, frame, xCuts: [xCut], yCuts: [yCut], onCut: "tie", unit });
  const numbers = [[2, 1], [3, 4]] as const;
  const number = ({ column, row }: CutCell) => numbers[row]![column]!;
  if (outcome.status === "exact") return exact(number(outcome.value), outcome.margin);
  if (outcome.status !== "tie") throw new RangeError("a plane of four cells has no other outcome");
  return tie(outcome.values.map(number).sort((a, b) => a - b));
}

/**
 * Cuts that divide a range into equal parts.
 *
 * @param from where the range begins
 * @param to where it ends, above `from`
 * @param parts how many parts, 1 or more
 * @returns the cuts between them, exact
 * @throws RangeError, SyntaxError for numbers that are not exact, an empty range, or parts that are
 * not a whole number of 1 or more
 *
 * @example
 * ```ts
 * import { equalCuts } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(equalCuts(0, 1, 3), ["1/3", "2/3"]);
 * assertEquals(equalCuts("-0.5", "0.5", 4), ["-0.25", "0", "0.25"]);
 * ```
 */
export function equalCuts(from: Exact, to: Exact, parts: number): readonly string[] {
  const [low, high] = [parseRatio(from, "from"), parseRatio(to, "to")];
  if (compareFractions(low, high) >= 0) {
    throw new RangeError(`Cannot cut ${from} to ${to}, must ascend`);
  }
  if (!Number.isSafeInteger(parts) || parts < 1) {
    throw new RangeError(`Cannot cut into ${parts} parts, must be a whole number of 1 or more`);
  }
  const den = low.den * high.den * BigInt(parts);
  return Array.from({ length: parts - 1 }, (_, i) => {
    const [before, after] = [BigInt(parts - 1 - i), BigInt(i + 1)];
    return formatRatio({ num: low.num * high.den * before + high.num * low.den * after, den });
  });
}

/** The bins that are right on one axis, and the distance to the nearest cut. */
function bins(
  x: Ratio,
  cuts: readonly Exact[],
  onCut: CutRule,
  what: string,
): { readonly found: readonly number[]; readonly margin: number } {
  let bin = 0;
  let margin = Infinity;
  let on = -1;
  let before: Ratio | null = null;
  for (const [i, cut] of cuts.entries()) {
    const at = parseRatio(cut, `${what}[${i}]`);
    if (before !== null && compareFractions(before, at) >= 0) {
      throw new RangeError(`Cannot use ${what}[${i}]: ${cut}, must be above ${cuts[i - 1]}`);
    }
    before = at;
    const gap = x.num * at.den - at.num * x.den;
    margin = Math.min(margin, quotientDown(gap < 0n ? -gap : gap, x.den * at.den));
    if (gap === 0n) on = i;
    if (gap > 0n || (gap === 0n && onCut === "upper")) bin = i + 1;
  }
  return { found: on >= 0 && onCut === "tie" ? [on, on + 1] : [bin], margin };
}

function holds(box: ExactBox, x: Ratio, y: Ratio): boolean {
  const [minX, minY, maxX, maxY] = (["minX", "minY", "maxX", "maxY"] as const)
    .map((side) => parseRatio(box[side], `box.${side}`)) as [Ratio, Ratio, Ratio, Ratio];
  if (compareFractions(minX, maxX) > 0 || compareFractions(minY, maxY) > 0) {
    throw new RangeError(
      `Cannot use box (${box.minX}, ${box.minY}) to (${box.maxX}, ${box.maxY}), ` +
        "must have min <= max",
    );
  }
  return compareFractions(minX, x) <= 0 && compareFractions(x, maxX) <= 0 &&
    compareFractions(minY, y) <= 0 && compareFractions(y, maxY) <= 0;
}
