import type { Graph } from "./graph.ts";
import type { Potential } from "./_kernels.ts";

/** Less than 1 by far more than the rounding of the few operations below. */
const SLACK = 1 - 2 ** -40;

/** Squares of lengths outside this range may over- or underflow. */
const SHORTEST = 2 ** -500;
const LONGEST = 2 ** 500;

/**
 * The straight distance to the goal, times the least weight a unit of straight distance costs on
 * any arc, as a lower bound. Whole weights allow it to be rounded down.
 */
export class PointsGuide implements Potential {
  readonly #points: Int32Array | Float64Array;
  #x = 0;
  #y = 0;
  readonly #rate: number;

  constructor(graph: Graph, rate: number) {
    this.#rate = rate;
    this.#points = graph.points!;
  }

  /** Sets the goal. */
  aim(goal: number): void {
    this.#x = this.#points[2 * goal]!;
    this.#y = this.#points[2 * goal + 1]!;
  }

  /** The bound at a node. */
  at(node: number): number {
    const dx = this.#points[2 * node]! - this.#x;
    const dy = this.#points[2 * node + 1]! - this.#y;
    return Math.floor(Math.sqrt(dx * dx + dy * dy) * this.#rate);
  }
}

/**
 * The least weight per straight distance on any arc, rounded down; 0 where points are no guide:
 * the graph has none, an arc between two places weighs nothing, or lengths over- or underflow.
 */
export function leastRate({ nodeCount, offsets, heads, weights, points }: Graph): number {
  if (points === null || spread(points) > LONGEST) return 0;
  let least = Infinity;
  for (let u = 0; u < nodeCount; u++) {
    for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
      const v = heads[a]!;
      const dx = points[2 * v]! - points[2 * u]!;
      const dy = points[2 * v + 1]! - points[2 * u + 1]!;
      if (dx === 0 && dy === 0) continue;
      const straight = Math.sqrt(dx * dx + dy * dy);
      if (straight < SHORTEST) return 0;
      least = Math.min(least, weights[a]! / straight);
    }
  }
  return least === Infinity ? 0 : least * SLACK;
}

function spread(points: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < points.length; i++) largest = Math.max(largest, Math.abs(points[i]!));
  return largest;
}
