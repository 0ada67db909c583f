import { optional, record, requireForm, wholeFrom } from "../../../geometry/form.ts";
import FlatQueue from "flatqueue";
import { type Exact, formatScaled, toScaled } from "../../../geometry/decimal.ts";
import type { ExactPoint } from "../../../geometry/exact_point.ts";
import { exact, impossible, type Outcome, tie } from "../../outcome.ts";
import { OBSTACLE_FORM } from "./_obstacle_form.ts";
import { Arrivals } from "./_arrivals.ts";
import { Scene } from "./_scene.ts";
import { Ways } from "./_ways.ts";

/** Two points among polygons. Handedness does not matter: lengths have none. */
export interface ObstacleInstance {
  /** Where the path starts. */
  readonly start: ExactPoint;
  /** Where it ends. */
  readonly goal: ExactPoint;
  /**
   * Simple polygons that do not touch one another, each a ring of three points or more, closed or
   * not; points may repeat in a row.
   */
  readonly obstacles: readonly (readonly ExactPoint[])[];
  /** A simple polygon the path must stay in; the whole plane when absent. */
  readonly boundary?: readonly ExactPoint[];
  /**
   * Whether the path may touch obstacles and the boundary. Where it may not and the straight line
   * is not free, no path is shortest: each can be shortened toward one that touches.
   */
  readonly touching: "allowed" | "forbidden";
}

/** A shortest path among obstacles. */
export interface PlanePath {
  /** The points it turns at, from start to goal. */
  readonly points: readonly ExactPoint[];
  /** The length is the sum of the square roots of these exact numbers, one a straight part. */
  readonly squares: readonly Exact[];
  /** The length as a double, for show. */
  readonly length: number;
}

/** Options of {@link solveObstaclePath}. */
export interface ObstacleOptions {
  /** How many tied paths are listed at most, 2 or more; 100 when absent. */
  readonly cap?: number;
}

const OPTIONS_FORM = record({ cap: optional(wholeFrom(2)) });

/** Doubles that differ by more than this part of themselves differ in truth. */
const SLACK = 1e-9;

/**
 * The Euclidean shortest path among polygonal obstacles, exactly: sides by orientations of
 * integers, lengths by sums of square roots, so that ties are proven.
 *
 * @param instance two points, obstacles, and whether touching is allowed
 * @param options how many tied paths to list
 * @returns `exact` with the only shortest path, `tie` with all of them (or the first `cap`), or
 * `impossible` when the goal is walled off, or when no path is shortest; the margin is null, for
 * the gap to the next best path is not computed
 * @throws RangeError for an obstacle that is not simple, two that touch, or a point inside one
 *
 * Cost: a straight line is tested in time of the edges near it; at most one test for each pair of
 * obstacle corners.
 *
 * @example
 * ```ts
 * import { solveObstaclePath } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const outcome = solveObstaclePath({
 *   start: [0, 0],
 *   goal: [4, 0],
 *   obstacles: [[[1, -1], [2, -1], [2, 3], [1, 3]]],
 *   touching: "allowed",
 * });
 * assertEquals(outcome.status === "exact" && outcome.value.points, [[0, 0], [1, -1], [2, -1], [4, 0]]);
 * ```
 */
export function solveObstaclePath(
  instance: ObstacleInstance,
  options: ObstacleOptions = {},
): Outcome<PlanePath> {
  requireForm(instance, OBSTACLE_FORM);
  requireForm(options, OPTIONS_FORM, "options");
  const { cap = 100 } = options;
  const { scene, scale } = prepare(instance);
  if (instance.touching === "forbidden") return straight(scene, scale);
  const arrivals = new Arrivals(scene.xs, scene.ys);
  search(scene, arrivals);
  const last = arrivals.best(scene.goal);
  if (last === -1) return impossible("the obstacles wall the goal off from the start");
  const ways = new Ways(arrivals, (a, b, c) => scene.side(a, b, c) === 0);
  const paths = ways.list(last, cap).map((way) => describe(scene, way, scale));
  return paths.length === 1 ? exact(paths[0]!) : tie(paths);
}

function prepare(instance: ObstacleInstance): { scene: Scene; scale: number } {
  const { start, goal, obstacles, boundary } = instance;
  const rings = boundary === undefined ? obstacles : [...obstacles, boundary];
  const points = [...rings.flat(), start, goal];
  const { values, scale } = toScaled(points.flat(), "coordinates");
  const all = values.map(Number);
  const numbers: number[] = [];
  let at = 0;
  const sizes = rings.map((ring) => {
    const corners = withoutRepeats(all.slice(at, at + 2 * ring.length));
    at += 2 * ring.length;
    for (const number of corners) numbers.push(number);
    return corners.length / 2;
  });
  numbers.push(...all.slice(at));
  return { scene: new Scene(numbers, { sizes, hasBoundary: boundary !== undefined }), scale };
}

/** A ring's x and y in turn, without corners that repeat the one before or, at the end, the first. */
function withoutRepeats(ring: readonly number[]): number[] {
  const kept: number[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    if (i > 0 && ring[i] === kept.at(-2) && ring[i + 1] === kept.at(-1)) continue;
    kept.push(ring[i]!, ring[i + 1]!);
  }
  const isClosed = () => kept.length > 2 && kept[0] === kept.at(-2) && kept[1] === kept.at(-1);
  while (isClosed()) kept.length -= 2;
  return kept;
}

/** With touching forbidden only a free straight line is a shortest path. */
function straight(scene: Scene, scale: number): Outcome<PlanePath> {
  if (scene.isClear(scene.start, scene.goal, "forbidden")) {
    return exact(describe(scene, [scene.start, scene.goal], scale));
  }
  return impossible("no path is shortest: touching is forbidden and the straight line is not free");
}

/** Goes from corner to corner, nearest to the goal first, until nothing can be shorter. */
function search(scene: Scene, arrivals: Arrivals): void {
  const queue = new FlatQueue<number>();
  queue.push(arrivals.start(scene.start), 0);
  for (let bound; (bound = queue.peekValue()) !== undefined;) {
    const arrival = queue.pop()!;
    const found = arrivals.best(scene.goal);
    if (found !== -1 && bound > arrivals.length(found) * (1 + SLACK)) return;
    const from = arrivals.vertex(arrival);
    if (from === scene.goal || !arrivals.isBest(arrival)) continue;
    for (const to of scene.turns) {
      if (to === from || !scene.isClear(from, to, "allowed")) continue;
      const next = arrivals.reach(to, arrival);
      if (next !== -1) queue.push(next, arrivals.length(next) + scene.distance(to, scene.goal));
    }
  }
}

function describe(scene: Scene, way: readonly number[], scale: number): PlanePath {
  const back = (x: number, decimals: number): Exact =>
    decimals === 0 ? x : formatScaled(BigInt(x), decimals);
  const squares = way.slice(1).map((v, i) => scene.squared(way[i]!, v));
  return {
    points: way.map((v) => [back(scene.xs[v]!, scale), back(scene.ys[v]!, scale)]),
    squares: squares.map((s) => back(s, 2 * scale)),
    length: squares.reduce((sum, s) => sum + Math.sqrt(s), 0) / 10 ** scale,
  };
}
