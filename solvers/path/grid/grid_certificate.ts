import { compareOctiles, type Octile } from "../../../geometry/octile_pair.ts";
import type { CornerRule, GridInstance } from "./grid_instance.ts";
import { type Cell, GridMap } from "./grid_map.ts";
import { GridLabels } from "./_labels.ts";
import { stepFault } from "./_legal_step.ts";
import { requireCorners, toGridQuery } from "./_query.ts";

/**
 * A proof of a shortest length: a label for each cell, no step of the map leading to a label
 * greater than the one before plus its cost. So no way to a cell is shorter than its label.
 */
export interface GridCertificate {
  /** The integer part of each cell's label, row by row; -1 where the cell is out of reach. */
  readonly straight: Float64Array;
  /** The multiple of sqrt(2) in each label. */
  readonly diagonal: Int32Array;
}

/**
 * Makes the certificate of an instance's shortest length, or of there being no way.
 *
 * @param instance the map, the moves and the two ends
 * @returns the labels of all cells
 * @throws RangeError or SyntaxError when the instance is not well formed
 *
 * Cost: one labelling of the map.
 *
 * @example
 * ```ts
 * import { gridCertificate } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const map = { rows: ["..", "#."] };
 * const { straight } = gridCertificate({ map, neighbours: 4, start: [0, 0], goal: [1, 1] });
 * assertEquals([...straight], [0, 1, -1, 2]);
 * ```
 */
export function gridCertificate(instance: GridInstance): GridCertificate {
  const { map, corners, start } = toGridQuery(instance);
  const labels = new GridLabels(map, corners).spread(start);
  const straight = new Float64Array(map.width * map.height).fill(-1);
  const diagonal = new Int32Array(map.width * map.height);
  for (let i = 0; i < labels.count; i++) {
    const id = labels.order[i]!;
    const cell = map.rowOf(id) * map.width + map.columnOf(id);
    straight[cell] = labels.straight[id]!;
    diagonal[cell] = labels.diagonal[id]!;
  }
  return { straight, diagonal };
}

/**
 * Checks a way and a certificate, sharing no search with the solver: that the way is allowed and
 * as long as its goal's label, and that the labels allow no shorter one; or, for no way, that the
 * labels close off the goal.
 *
 * @param instance the map, the moves and the two ends
 * @param cells the way that is claimed to be a shortest one; null when there is claimed to be none
 * @param certificate the labels
 * @returns the first fault in words; null when the claim is proven
 * @throws RangeError or SyntaxError when the instance is not well formed
 *
 * Cost: every step of the map once.
 *
 * @example
 * ```ts
 * import { checkGridPath, gridCertificate } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const instance = {
 *   map: { rows: ["..", "#."] },
 *   neighbours: 4,
 *   start: [0, 0],
 *   goal: [1, 1],
 * } as const;
 * const labels = gridCertificate(instance);
 * assertEquals(checkGridPath(instance, [[0, 0], [1, 0], [1, 1]], labels), null);
 * ```
 */
export function checkGridPath(
  instance: GridInstance,
  cells: readonly Cell[] | null,
  certificate: GridCertificate,
): string | null {
  const checker = new Checker(GridMap.from(instance.map), requireCorners(instance), certificate);
  return checker.labelsFault(instance.start) ??
    (cells === null ? checker.reachFault(instance.goal) : checker.wayFault(instance, cells));
}

class Checker {
  readonly #map: GridMap;
  readonly #corners: CornerRule | null;
  readonly #labels: GridCertificate;

  constructor(map: GridMap, corners: CornerRule | null, labels: GridCertificate) {
    this.#map = map;
    this.#corners = corners;
    this.#labels = labels;
  }

  labelsFault(start: Cell): string | null {
    const { width, height } = this.#map;
    const { straight, diagonal } = this.#labels;
    if (straight.length !== width * height || diagonal.length !== width * height) {
      return `the labels are not ${width} x ${height}`;
    }
    const first = this.#labelOf(start);
    if (first?.straight !== 0 || first.diagonal !== 0) return "the start is not labelled 0";
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const fault = this.#cellFault([x, y]);
        if (fault !== null) return fault;
      }
    }
    return null;
  }

  reachFault(goal: Cell): string | null {
    return this.#labelOf(goal) === null ? null : "the goal has a label, though no way is claimed";
  }

  wayFault({ start, goal }: GridInstance, cells: readonly Cell[]): string | null {
    if (cells[0]?.join() !== start.join()) return "the way does not begin at the start";
    if (cells.at(-1)!.join() !== goal.join()) return "the way does not end at the goal";
    let length: Octile = { straight: 0, diagonal: 0 };
    for (let i = 1; i < cells.length; i++) {
      const fault = stepFault(this.#map, this.#corners, cells[i - 1]!, cells[i]!);
      if (fault !== null) return `step ${i} of the way ${fault}`;
      length = this.#after(length, cells[i - 1]!, cells[i]!);
    }
    const label = this.#labelOf(goal);
    if (label !== null && compareOctiles(length, label) === 0) return null;
    return "the way is not as long as the label of its goal";
  }

  /** Looks at the steps that leave a cell in reach. */
  #cellFault(from: Cell): string | null {
    const label = this.#labelOf(from);
    if (label === null) return null;
    const [x, y] = from;
    if (!this.#map.isFree(x, y)) return `the blocked cell (${x}, ${y}) has a label`;
    for (let v = y - 1; v <= y + 1; v++) {
      for (let u = x - 1; u <= x + 1; u++) {
        if (stepFault(this.#map, this.#corners, from, [u, v]) !== null) continue;
        const there = this.#labelOf([u, v]);
        if (there === null) return `(${u}, ${v}) has no label, though (${x}, ${y}) leads to it`;
        if (compareOctiles(there, this.#after(label, from, [u, v])) > 0) {
          return `the label of (${u}, ${v}) is greater than that of (${x}, ${y}) and the step`;
        }
      }
    }
    return null;
  }

  #labelOf([x, y]: Cell): Octile | null {
    const i = y * this.#map.width + x;
    const straight = this.#labels.straight[i] ?? -1;
    return straight < 0 ? null : { straight, diagonal: this.#labels.diagonal[i]! };
  }

  /** The length after a step. */
  #after({ straight, diagonal }: Octile, [x, y]: Cell, [u, v]: Cell): Octile {
    const cost = this.#map.costAt(u, v)!;
    return x === u || y === v
      ? { straight: straight + cost, diagonal }
      : { straight, diagonal: diagonal + cost };
  }
}
