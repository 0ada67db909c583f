import { formatScaled, integerSqrt, SectorClassifier, toScaled } from "../geometry/mod.ts";
import { compareDistanceTo, SPARKLE_FOUR } from "../geometry/mod.ts";
import type { Margin } from "../solvers/outcome.ts";

/** How many directions a set tells apart. */
export type DirectionCount = 4 | 8;

/** A relation of the scene and how far the next one is. */
export interface Told {
  readonly words: string;
  readonly margin: Margin;
}

/** Sparkle's directions; exactly 180 degrees, which its program gives no name, is left. */
const DIRECTIONS = {
  4: new SectorClassifier({ ...SPARKLE_FOUR, onBoundary: "next" }, "y-up"),
  8: new SectorClassifier({
    zero: "east",
    turn: "counter-clockwise",
    boundaries: ["-11.25", "11.25", "78.75", "101.25", "168.75", "191.25", "258.75", "281.25"],
    labels: ["right", "top right", "top", "top left", "left", "down left", "down", "down right"],
    onBoundary: "next",
  }, "y-up"),
} as const;

const POSITIONS = [
  ["down left", "left", "top left"],
  ["down", "center", "top"],
  ["down right", "right", "top right"],
] as const;

/** The picture is 10 wide and high; its middle bands run from 4 to 6. */
const SIZE = 10n;
const CUTS = [4n, 6n] as const;

interface Point {
  readonly x: bigint;
  readonly y: bigint;
}

/** The points of one picture, exact as written: integers over 10^scale, y up. */
export class SparkleScene {
  /** The names, in the order of the file. */
  readonly names: readonly string[];
  readonly #points: ReadonlyMap<string, Point>;
  readonly #scale: number;

  /**
   * @param points coordinates as decimal strings, by name
   * @throws RangeError for a coordinate outside 0 to 10, SyntaxError for one that is no number
   */
  constructor(points: Readonly<Record<string, readonly [string, string]>>) {
    this.names = Object.keys(points);
    const flat = this.names.flatMap((name) => points[name]!);
    const { values, scale } = toScaled(flat, "coordinates");
    const unit = 10n ** BigInt(scale);
    const outside = values.findIndex((v) => v < 0n || v > SIZE * unit);
    if (outside >= 0) {
      const what = `points.${this.names[outside >> 1]}`;
      throw new RangeError(`Cannot use ${what}: ${flat[outside]}, must be from 0 to ${SIZE}`);
    }
    this.#scale = scale;
    this.#points = new Map(
      this.names.map((name, i) => [name, { x: values[2 * i]!, y: values[2 * i + 1]! }] as const),
    );
  }

  /** Whether a point of that name is in the scene. */
  has(name: string): boolean {
    return this.#points.has(name);
  }

  /** Which way one goes from a to b; null when they are one point. */
  direction(a: string, b: string, count: DirectionCount): Told | null {
    const [p, q] = [this.#point(a), this.#point(b)];
    const sectors = DIRECTIONS[count];
    const [dx, dy] = [q.x - p.x, q.y - p.y];
    const words = sectors.system.labels[sectors.bigCode(dx, dy)];
    if (words === undefined) return null;
    return { words, margin: { value: sectors.bigMargin(dx, dy), unit: "degree" } };
  }

  /** In which of the nine cells a point is; a cell holds its lower and left edge. */
  position(name: string): Told {
    const { x, y } = this.#point(name);
    const cuts = CUTS.map((cut) => cut * 10n ** BigInt(this.#scale));
    const band = (v: bigint) => cuts.filter((cut) => v >= cut).length;
    const gaps = [x, y].flatMap((v) => cuts.map((cut) => v < cut ? cut - v : v - cut));
    const least = gaps.reduce((a, b) => a < b ? a : b);
    const value = Number(least) / 10 ** this.#scale;
    return { words: POSITIONS[band(x)]![band(y)]!, margin: { value, unit: "unit" } };
  }

  /** The squared distance of two points, in units of 10^-scale. */
  squaredDistance(a: string, b: string): bigint {
    const [p, q] = [this.#point(a), this.#point(b)];
    return (p.x - q.x) ** 2n + (p.y - q.y) ** 2n;
  }

  /** Whether a written length is the distance of two points, rounded as it is. */
  isDistance(a: string, b: string, written: string): boolean {
    const slack = slackOf(written);
    const key = this.squaredDistance(a, b);
    const { values: [length, tolerance], scale } = toScaled([written, slack], "distance");
    const up = formatScaled(length! + tolerance!, scale - this.#scale);
    const down = formatScaled(length! - tolerance!, scale - this.#scale);
    return compareDistanceTo("euclidean", key, up) <= 0 &&
      compareDistanceTo("euclidean", key, down) >= 0;
  }

  /** The distance of two points to six decimals, rounded down. */
  distance(a: string, b: string): string {
    const shift = 10n ** 12n;
    const square = this.squaredDistance(a, b) * shift / 100n ** BigInt(this.#scale);
    return formatScaled(integerSqrt(square), 6);
  }

  /** Whether two written numbers are a point's coordinates, rounded as they are. */
  isPoint(name: string, [x, y]: readonly [string, string]): boolean {
    const point = this.#point(name);
    return this.#isRounded(point.x, x) && this.#isRounded(point.y, y);
  }

  /** A point as written, with no zeros behind. */
  point(name: string): string {
    const { x, y } = this.#point(name);
    return `(${formatScaled(x, this.#scale)}, ${formatScaled(y, this.#scale)})`;
  }

  #isRounded(value: bigint, written: string): boolean {
    const exact = formatScaled(value, this.#scale);
    const { values: [is, told, slack] } = toScaled(
      [exact, written, slackOf(written)],
      "coordinate",
    );
    return is! <= told! + slack! && is! >= told! - slack!;
  }

  #point(name: string): Point {
    const point = this.#points.get(name);
    if (point !== undefined) return point;
    throw new SyntaxError(
      `Cannot read ${JSON.stringify(name)}: no such point, must be one of ${this.names.join(", ")}`,
    );
  }
}

/** Doubles are summed and scaled on the way to the file; digits behind this place are noise. */
const NOISE = "0.000000001";

/**
 * How far a written number may be off: half of its last place, and of the second one at least,
 * since a zero there is not always written.
 */
function slackOf(written: string): string {
  const decimals = written.split(".")[1]?.length ?? 0;
  return decimals > 8 ? NOISE : `0.${"0".repeat(Math.max(decimals, 2))}5`;
}
