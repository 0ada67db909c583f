import { angleAtLeast, halfTangentAtLeast } from "./_angle_bound.ts";
import { toCommonIntegers } from "./dyadic.ts";
import type { Ratio } from "./ratio.ts";
import { readBoundaries, readRules } from "./_read_sectors.ts";
import { type SectorCells, sectorCells, SIDE_ERROR } from "./_sector_cells.ts";
import { SectorBoundary, type Turned } from "./_sector_boundary.ts";
import type { PlaneFrame } from "./frame.ts";
import { DOUBLE_MAX, DOUBLE_MIN } from "./range.ts";
import type { SectorSystem } from "./sectors.ts";

/** The code of the zero vector, which has no direction. */
export const NO_DIRECTION: number = -1;

/** The code of a direction on a boundary that belongs to no sector. */
export const NO_SECTOR: number = -2;

const FIRST_TIE = -3;

/** A margin from doubles is given when it is this many errors wide, else it is computed exactly. */
const CLEAR = 2 ** 34;

/**
 * The boundary a tie code stands for: the direction lies exactly between the sectors
 * `boundary - 1` (for 0 the last one) and `boundary`.
 *
 * @param code what a {@link SectorClassifier} returned
 * @returns the index of the boundary, or -1 when the code is no tie
 *
 * @example
 * ```ts
 * import { FOUR_WINDS, SectorClassifier, tiedBoundary } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const winds = new SectorClassifier(FOUR_WINDS, "y-up");
 * assertEquals(tiedBoundary(winds.code(5, 5)), 1); // between 0, north, and 1, east
 * assertEquals(tiedBoundary(winds.code(5, 4)), -1);
 * ```
 */
export function tiedBoundary(code: number): number {
  return code <= FIRST_TIE ? FIRST_TIE - code : -1;
}

/**
 * A sector system made ready for the vectors of one frame.
 *
 * Its methods answer by a code: the sector's index, 0 or more; {@link NO_DIRECTION};
 * {@link NO_SECTOR}; or a tie, read by {@link tiedBoundary}. Where 0 degrees is `"front"`, the
 * vector is (dot product, cross product) of the facing with the vector to the target, both in the
 * frame's own coordinates.
 *
 * A table finds the boundary b that a vector may be near to, and the sign of
 * `cos(b) * v - sin(b) * u` tells its side: at multiples of 45 degrees exactly, else in doubles
 * with a stated error bound, or by integer cosines and sines of 128, 256, ... bits. The last
 * ends, for the tangent of a rational angle in degrees is rational at multiples of 45 alone
 * (Niven), so that a vector with rational coordinates lies on no other boundary.
 *
 * @example
 * ```ts
 * import { EIGHT_WINDS, SectorClassifier } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const winds = new SectorClassifier(EIGHT_WINDS, "y-down");
 * assertEquals(EIGHT_WINDS.labels[winds.code(3, -2)], "northeast");
 * ```
 */
export class SectorClassifier {
  /** The system as it was given. */
  readonly system: SectorSystem;
  /** Which way y points in the vectors. */
  readonly frame: PlaneFrame;

  readonly #edges: readonly SectorBoundary[];
  /** The code exactly on each boundary. */
  readonly #codeOn: Int32Array;
  /** The boundaries before and behind each sector beyond which its label ends. */
  readonly #firsts: Int32Array;
  readonly #lasts: Int32Array;
  readonly #cells: SectorCells;
  /** The boundaries in each closed quadrant in turning order, an axis being in two quadrants. */
  readonly #runs: readonly Run[];

  /**
   * Makes the tables: a fraction of a millisecond for a dozen sectors, some for hundreds.
   *
   * @param system the division into sectors
   * @param frame which way y points in the vectors
   * @throws RangeError, SyntaxError when the system is not as {@link SectorSystem} says
   */
  constructor(system: SectorSystem, frame: PlaneFrame) {
    this.system = system;
    this.frame = frame;
    const angles = readBoundaries(system);
    const turned = orient(system, frame);
    this.#edges = angles.map((angle) => new SectorBoundary(angle, turned));
    this.#codeOn = Int32Array.from(readRules(system), (rule, i) => {
      if (rule === "tie") return FIRST_TIE - i;
      if (rule === "none") return NO_SECTOR;
      return rule === "next" ? i : this.#previous(i);
    });
    const { labels } = system;
    this.#firsts = Int32Array.from(labels, (label, i) => {
      let first = i;
      while (labels[this.#previous(first)] === label && this.#previous(first) !== i) {
        first = this.#previous(first);
      }
      return first;
    });
    this.#lasts = Int32Array.from(labels, (label, i) => {
      let last = this.#next(i);
      while (labels[last] === label && last !== i) last = this.#next(last);
      return last;
    });
    this.#runs = [0, 1, 2, 3].map((i) => boundariesIn(angles, firstAngle(i, turned)));
    this.#cells = sectorCells(this.#edges, (x, y) => {
      const quadrant = (x < 0 ? 1 : 0) + (y < 0 ? 2 : 0);
      return this.#search(quadrant, (edge) => edge.sideX * x + edge.sideY * y);
    });
  }

  /**
   * The code of a vector, exactly.
   *
   * @param x its x, or the dot product
   * @param y its y, or the cross product
   * @returns the code
   * @throws RangeError unless both are 0 or the larger is of magnitude 2^-140 to 2^140
   *
   * Cost: some nanoseconds; some microseconds within a relative 2^-50 of a boundary.
   */
  code(x: number, y: number): number {
    const size = Math.abs(x) + Math.abs(y);
    if (!(size >= DOUBLE_MIN && size <= 2 * DOUBLE_MAX)) return extreme(x, y);
    const cells = this.#cells;
    const upper = 1 - x / size;
    const cell = ((y < 0 ? 4 - upper : upper) * cells.perQuadrant) | 0;
    const side = cells.sideX[cell]! * x + cells.sideY[cell]! * y;
    const error = cells.error[cell]! * size;
    if (side > error) return cells.after[cell]!;
    if (side < -error) return cells.before[cell]!;
    const boundary = cells.boundary[cell]!;
    if (error === 0 && boundary >= 0) return this.#codeOn[boundary]!;
    return this.#exactCode(x, y);
  }

  /**
   * The codes of many vectors.
   *
   * @param x their x, or dot products
   * @param y their y, or cross products, as many
   * @param codes where the codes are written, as many
   * @throws RangeError when the lengths differ, and as {@link SectorClassifier.code}
   */
  codes(x: ArrayLike<number>, y: ArrayLike<number>, codes: Int16Array | Int32Array): void {
    if (x.length !== codes.length || y.length !== codes.length) {
      throw new RangeError(
        `Cannot classify ${x.length} x and ${y.length} y into ${codes.length} codes, must be as many`,
      );
    }
    for (let i = 0; i < codes.length; i++) codes[i] = this.code(x[i]!, y[i]!);
  }

  /**
   * The code of an integer vector of any size, exactly.
   *
   * @param x its x, or the dot product
   * @param y its y, or the cross product
   * @returns the code
   *
   * Cost: some hundred nanoseconds for each halving of the boundaries in a quadrant.
   */
  bigCode(x: bigint, y: bigint): number {
    if (x === 0n && y === 0n) return NO_DIRECTION;
    return this.#search((x < 0n ? 1 : 0) + (y < 0n ? 2 : 0), (edge) => edge.sign(x, y));
  }

  /**
   * A lower bound, in degrees, of the angle to the nearest boundary behind which another label is.
   *
   * @param x the vector's x, or the dot product
   * @param y the vector's y, or the cross product
   * @returns the bound, less than a billionth below the angle; 0 on a boundary and for no direction
   * @throws RangeError as {@link SectorClassifier.code}
   */
  margin(x: number, y: number): number {
    return this.marginOf(this.code(x, y), x, y);
  }

  /**
   * {@link SectorClassifier.margin} of a vector whose code is known already.
   *
   * @param code what {@link SectorClassifier.code} gave
   * @param x the vector's x, or the dot product
   * @param y the vector's y, or the cross product
   * @returns the bound in degrees
   */
  marginOf(code: number, x: number, y: number): number {
    if (code < 0) return 0;
    const error = SIDE_ERROR * (Math.abs(x) + Math.abs(y));
    const length = Math.sqrt(x * x + y * y) * (1 + SIDE_ERROR);
    const first = this.#edges[this.#firsts[code]!]!;
    const last = this.#edges[this.#lasts[code]!]!;
    const side = Math.abs(first.unitSideX * x + first.unitSideY * y);
    const other = Math.abs(last.unitSideX * x + last.unitSideY * y);
    if (Math.min(side, other) < CLEAR * error) {
      const [bigX, bigY] = toCommonIntegers([x, y]);
      return this.bigMargin(bigX!, bigY!);
    }
    const toFirst = halfTangentAtLeast(side, first.alongX * x + first.alongY * y, length, error);
    const toLast = halfTangentAtLeast(other, last.alongX * x + last.alongY * y, length, error);
    return angleAtLeast(Math.min(toFirst, toLast));
  }

  /**
   * {@link SectorClassifier.margin} of an integer vector of any size.
   *
   * @param x its x, or the dot product
   * @param y its y, or the cross product
   * @returns the bound in degrees
   */
  bigMargin(x: bigint, y: bigint): number {
    const code = this.bigCode(x, y);
    if (code < 0) return 0;
    const first = this.#edges[this.#firsts[code]!]!;
    const last = this.#edges[this.#lasts[code]!]!;
    return Math.min(first.angleAtLeast(x, y), last.angleAtLeast(x, y));
  }

  /** Halves the boundaries of a quadrant by the sign of a vector's side of them. */
  #search(quadrant: number, signOf: (edge: SectorBoundary) => number): number {
    const { run, next } = this.#runs[quadrant]!;
    let low = 0;
    let high = run.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const sign = signOf(this.#edges[run[middle]!]!);
      if (sign === 0) return this.#codeOn[run[middle]!]!;
      if (sign > 0) low = middle + 1;
      else high = middle;
    }
    return low > 0 ? run[low - 1]! : this.#previous(next);
  }

  #exactCode(x: number, y: number): number {
    const [bigX, bigY] = toCommonIntegers([x, y]);
    return this.bigCode(bigX!, bigY!);
  }

  #next(i: number): number {
    return i + 1 < this.#edges.length ? i + 1 : 0;
  }

  #previous(i: number): number {
    return i > 0 ? i - 1 : this.#edges.length - 1;
  }
}

function extreme(x: number, y: number): number {
  if (x === 0 && y === 0) return NO_DIRECTION;
  throw new RangeError(
    `Cannot tell the direction of (${x}, ${y}): the larger must be of magnitude 2^-140 to 2^140`,
  );
}

/** How the vectors of a frame turn into (along 0 degrees, along 90 degrees). */
function orient({ zero, turn }: SectorSystem, frame: PlaneFrame): Turned {
  const up = sign("frame", frame, "y-up", "y-down");
  const left = sign("turn", turn, "counter-clockwise", "clockwise");
  if (zero === "north") return { ux: 0, uy: up, vx: -left, vy: 0 };
  if (zero === "east" || zero === "front") return { ux: 1, uy: 0, vx: 0, vy: left * up };
  throw new RangeError(
    `Cannot use sectors: zero is ${JSON.stringify(zero)}, must be "east", "north" or "front"`,
  );
}

function sign(what: string, value: string, plus: string, minus: string): number {
  if (value === plus) return 1;
  if (value === minus) return -1;
  throw new RangeError(
    `Cannot use sectors: ${what} is ${JSON.stringify(value)}, must be "${plus}" or "${minus}"`,
  );
}

/** The angle, a multiple of 90, at which a quadrant of the vectors starts in turning order. */
function firstAngle(quadrant: number, { ux, uy, vx, vy }: Turned): bigint {
  const right = quadrant & 1 ? -1 : 1;
  const up = quadrant & 2 ? -1 : 1;
  const onX = quarter(ux * right, vx * right);
  const onY = quarter(uy * up, vy * up);
  return 90n * BigInt((onX + 1) % 4 === onY ? onX : onY);
}

function quarter(u: number, v: number): number {
  return u > 0 ? 0 : v > 0 ? 1 : u < 0 ? 2 : 3;
}

/** The boundaries of a quadrant, and the first one from its start on, be it inside or not. */
interface Run {
  readonly run: readonly number[];
  readonly next: number;
}

/** The boundaries from `start` to `start + 90` in turning order. */
function boundariesIn(angles: readonly Ratio[], start: bigint): Run {
  const offsets = angles.map(({ num, den }) => {
    const turn = 360n * den;
    return { num: ((num - start * den) % turn + turn) % turn, den };
  });
  const first = offsets.findIndex((o, i) => {
    const before = offsets.at(i - 1)!;
    return o.num * before.den < before.num * o.den;
  });
  const order = angles.map((_, i) => (first + i) % angles.length);
  return { run: order.filter((i) => offsets[i]!.num <= 90n * offsets[i]!.den), next: first };
}
