import { numberThat, record, TEXT, wholeFrom } from "../../geometry/form.ts";
import { Q } from "../_check_numbers.ts";
import { outcomeOf, requireClaim, unitFault } from "../_require_claim.ts";
import type { Outcome } from "../outcome.ts";
import { CELL_FORM, COORDINATES_FORM, QUADRANT_FORM } from "./_forms.ts";
import type { CellInstance, CutCell, Quadrant, QuadrantInstance } from "./cell.ts";
import type { Coordinates, CoordinatesInstance } from "./coordinates.ts";

const CELL_CLAIM = outcomeOf(record({ column: wholeFrom(0), row: wholeFrom(0) }));
const QUADRANT_CLAIM = outcomeOf(numberThat("1, 2, 3 or 4", (x) => [1, 2, 3, 4].includes(x)));
const COORDINATES_CLAIM = outcomeOf(record({ x: TEXT, y: TEXT }));

/**
 * Whether an outcome of `solveCell` is right: every cell of the grid is asked whether it holds
 * the point, in rational numbers.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * @example
 * ```ts
 * import { checkCell, exact } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const grid = { frame: "y-down", xCuts: ["0.5"], yCuts: ["0.5"], onCut: "upper" } as const;
 * const outcome = exact({ column: 1, row: 0 }, { value: 0.09, unit: "unit" });
 * assertEquals(checkCell({ x: "0.6", y: "0.2", ...grid }, outcome), null);
 * ```
 */
export function checkCell(instance: CellInstance, outcome: Outcome<CutCell>): string | null {
  requireClaim(instance, CELL_FORM, outcome, CELL_CLAIM);
  const { frame, xCuts, yCuts, onCut, box } = instance;
  const [x, y] = [Q.read(instance.x), Q.read(instance.y)];
  if (box !== undefined) {
    const out = x.against(Q.read(box.minX)) < 0 || x.against(Q.read(box.maxX)) > 0 ||
      y.against(Q.read(box.minY)) < 0 || y.against(Q.read(box.maxY)) > 0;
    if (out) return outcome.status === "impossible" ? null : "the point is outside of the box";
  }
  if (outcome.status !== "exact" && outcome.status !== "tie") return "the point is in some cell";
  const claimed = outcome.status === "exact" ? [outcome.value] : outcome.values;
  const expected: string[] = [];
  for (let row = 0; row <= yCuts.length; row++) {
    const up = frame === "y-up" ? yCuts.length - row : row;
    for (let column = 0; column <= xCuts.length; column++) {
      if (inBin(x, xCuts, column, onCut) && inBin(y, yCuts, up, onCut)) {
        expected.push(`column ${column}, row ${row}`);
      }
    }
  }
  const said = claimed.map(({ column, row }) => `column ${column}, row ${row}`);
  if ((outcome.status === "exact") !== (expected.length === 1)) return "one cell is exact";
  if (said.join("; ") !== expected.join("; ")) return `the point is in ${expected.join("; ")}`;
  if (outcome.status === "tie" || outcome.margin === null) return null;
  const margin = Q.ofDouble(outcome.margin.value);
  const near = [
    ...xCuts.map((cut) => x.minus(Q.read(cut))),
    ...yCuts.map((cut) => y.minus(Q.read(cut))),
  ]
    .some((gap) => gap.abs().against(margin) < 0);
  return near ? "a cut is nearer than the margin" : unitFault(outcome, instance.unit ?? "unit");
}

/**
 * Whether an outcome of `solveQuadrant` is right, by the signs of two differences.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * @example
 * ```ts
 * import { checkQuadrant, tie } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(checkQuadrant({ x: 0, y: 3, frame: "y-up" }, tie([1, 2] as const)), null);
 * ```
 */
export function checkQuadrant(
  instance: QuadrantInstance,
  outcome: Outcome<Quadrant>,
): string | null {
  requireClaim(instance, QUADRANT_FORM, outcome, QUADRANT_CLAIM);
  const { x, y, centre = [0, 0], frame } = instance;
  const right = Q.read(x).minus(Q.read(centre[0]));
  const along = Q.read(y).minus(Q.read(centre[1]));
  const up = frame === "y-up" ? along.sign : -along.sign;
  const expected = ([[1, 1], [-1, 1], [-1, -1], [1, -1]] as const)
    .flatMap(([sx, sy], i) => right.sign * sx >= 0 && up * sy >= 0 ? [i + 1] : []);
  const claimed = outcome.status === "exact"
    ? [outcome.value]
    : outcome.status === "tie"
    ? outcome.values
    : [];
  if ((outcome.status === "exact") !== (expected.length === 1)) return "one quadrant is exact";
  if (claimed.join() !== expected.join()) return `the point is in ${expected.join(", ")}`;
  if (outcome.status !== "exact") return null;
  const margin = Q.ofDouble(outcome.margin?.value ?? 0);
  const clear = right.abs().against(margin) >= 0 && along.abs().against(margin) >= 0;
  return clear ? unitFault(outcome, instance.unit ?? "unit") : "an axis is nearer than the margin";
}

/**
 * Whether an outcome of `solveCoordinates` is right.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * @example
 * ```ts
 * import { checkCoordinates, exact } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const instance = { x: "0.5", y: 2, frame: "y-up", origin: [1, 0] } as const;
 * assertEquals(checkCoordinates(instance, exact({ x: "-0.5", y: "2" })), null);
 * ```
 */
export function checkCoordinates(
  instance: CoordinatesInstance,
  outcome: Outcome<Coordinates>,
): string | null {
  requireClaim(instance, COORDINATES_FORM, outcome, COORDINATES_CLAIM);
  if (outcome.status !== "exact") return "coordinates are always exact";
  const { x, y, frame, origin = [0, 0], answerFrame = frame } = instance;
  const back = new Q(answerFrame === frame ? 1n : -1n);
  const sameX = Q.read(outcome.value.x).plus(Q.read(origin[0])).against(Q.read(x)) === 0;
  const sameY =
    Q.read(outcome.value.y).times(back).plus(Q.read(origin[1])).against(Q.read(y)) === 0;
  return sameX ? sameY ? unitFault(outcome, null) : "y is wrong" : "x is wrong";
}

/** Whether a bin between two neighbouring cuts holds x, its ends as the rule says. */
function inBin(
  x: Q,
  cuts: CellInstance["xCuts"],
  bin: number,
  onCut: CellInstance["onCut"],
): boolean {
  if (bin > 0) {
    const low = x.against(Q.read(cuts[bin - 1]!));
    if (low < 0 || (low === 0 && onCut === "lower")) return false;
  }
  if (bin === cuts.length) return true;
  const high = x.against(Q.read(cuts[bin]!));
  return high < 0 || (high === 0 && onCut !== "upper");
}
