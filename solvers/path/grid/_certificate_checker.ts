import {
  arrayOf,
  BIG,
  type Form,
  list,
  NULL,
  NUMBER,
  record,
  tuple,
  wholeFrom,
} from "../../../geometry/form.ts";
import { compareOctiles, type Octile } from "../../../geometry/octile.ts";
import type { GridCertificate } from "./grid_instance.ts";
import type { CornerRule, GridInstance } from "./grid_instance.ts";
import type { Cell, GridMap } from "./grid_map.ts";
import { stepFault } from "./_legal_step.ts";

const LABELS = { straight: arrayOf(wholeFrom(-1)), diagonal: arrayOf(wholeFrom(0)) };

/** What labels are. */
export const CERTIFICATE_FORM: Form = record(LABELS);

/** What labels with counts are. */
export const COUNT_CERTIFICATE_FORM: Form = record({ ...LABELS, counts: list(BIG) });

const CELLS: Form = list(tuple(2, NUMBER, "[column, row]"));

/** What a claimed way is, or the claim that there is none. */
export const CLAIMED_WAY: Form = (value) => NULL(value) && CELLS(value);

/** Checks labels against the rules of the steps alone. */
export class CertificateChecker {
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
    const first = this.labelOf(start);
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
    return this.labelOf(goal) === null ? null : "the goal has a label, though no way is claimed";
  }

  wayFault({ start, goal }: GridInstance, cells: readonly Cell[]): string | null {
    if (!isSame(cells[0], start)) return "the way does not begin at the start";
    if (!isSame(cells.at(-1), goal)) return "the way does not end at the goal";
    let length: Octile = { straight: 0, diagonal: 0 };
    for (let i = 1; i < cells.length; i++) {
      const fault = stepFault(this.#map, this.#corners, cells[i - 1]!, cells[i]!);
      if (fault !== null) return `step ${i} of the way ${fault}`;
      length = this.after(length, cells[i - 1]!, cells[i]!);
    }
    // a round of cells that cost nothing is as long as no round, but no way
    const visited = new Set(cells.map(([x, y]) => y * this.#map.width + x));
    if (visited.size < cells.length) return "the way visits a cell twice";
    const label = this.labelOf(goal);
    if (label !== null && compareOctiles(length, label) === 0) return null;
    return "the way is not as long as the label of its goal";
  }

  /** Looks at the steps that leave a cell in reach. */
  #cellFault(from: Cell): string | null {
    const label = this.labelOf(from);
    if (label === null) return null;
    const [x, y] = from;
    if (!this.#map.isFree(x, y)) return `the blocked cell (${x}, ${y}) has a label`;
    for (let v = y - 1; v <= y + 1; v++) {
      for (let u = x - 1; u <= x + 1; u++) {
        if (stepFault(this.#map, this.#corners, from, [u, v]) !== null) continue;
        const there = this.labelOf([u, v]);
        if (there === null) return `(${u}, ${v}) has no label, though (${x}, ${y}) leads to it`;
        if (compareOctiles(there, this.after(label, from, [u, v])) > 0) {
          return `the label of (${u}, ${v}) is greater than that of (${x}, ${y}) and the step`;
        }
      }
    }
    return null;
  }

  /** A cell's label; null where it is out of reach. */
  labelOf([x, y]: Cell): Octile | null {
    if (!this.#map.isInside(x, y)) return null;
    const i = y * this.#map.width + x;
    const straight = this.#labels.straight[i] ?? -1;
    return straight < 0 ? null : { straight, diagonal: this.#labels.diagonal[i]! };
  }

  /** The length after a step. */
  after({ straight, diagonal }: Octile, [x, y]: Cell, [u, v]: Cell): Octile {
    const cost = this.#map.costAt(u, v)!;
    return x === u || y === v
      ? { straight: straight + cost, diagonal }
      : { straight, diagonal: diagonal + cost };
  }

  /**
   * Looks whether counts add up: each cell's is the sum of those of the cells from which a step
   * leads to it at just its label, and there is one such at least, so that the label is a length.
   */
  countsFault(start: Cell, counts: readonly bigint[]): string | null {
    const { width, height } = this.#map;
    if (counts.length !== width * height) return `the counts are not ${width} x ${height}`;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (this.labelOf([x, y]) === null) continue;
        const isStart = x === start[0] && y === start[1];
        const sum = isStart ? 1n : this.#sumOf([x, y], counts);
        if (sum === 0n) return `the label of (${x}, ${y}) is not the length of any way`;
        if (counts[y * width + x] !== sum) return `the count of (${x}, ${y}) is not ${sum}`;
      }
    }
    return null;
  }

  #sumOf(to: Cell, counts: readonly bigint[]): bigint {
    const [x, y] = to;
    let sum = 0n;
    for (let v = y - 1; v <= y + 1; v++) {
      for (let u = x - 1; u <= x + 1; u++) {
        const label = this.labelOf([u, v]);
        if (label === null || !this.#map.isFree(u, v)) continue;
        if (stepFault(this.#map, this.#corners, [u, v], to) !== null) continue;
        const there = this.after(label, [u, v], to);
        if (compareOctiles(there, this.labelOf(to)!) === 0) sum += counts[v * this.#map.width + u]!;
      }
    }
    return sum;
  }
}

function isSame(a: Cell | undefined, b: Cell): boolean {
  return a !== undefined && a[0] === b[0] && a[1] === b[1];
}
