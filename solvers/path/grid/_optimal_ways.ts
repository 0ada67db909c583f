import type { Octile } from "../../../geometry/octile_pair.ts";
import { GridLabels } from "./_labels.ts";
import type { GridQuery } from "./_query.ts";
import { idSteps, stepTable } from "./_steps.ts";

/**
 * All the shortest ways between two cells: the cells on them, and from each cell the steps that
 * stay on one.
 */
export class OptimalWays {
  readonly query: GridQuery;
  /** Lengths from the start. */
  readonly from: GridLabels;
  /** Lengths to the goal. */
  readonly to: GridLabels;
  /** The shortest length; null when the goal is unreachable. */
  readonly length: Octile | null;
  readonly #steps: Uint8Array;
  readonly #by: Int32Array;

  constructor(query: GridQuery) {
    const { map, corners, start, goal } = query;
    this.query = query;
    this.from = new GridLabels(map, corners).spread(start);
    this.to = new GridLabels(map, corners).spread(goal, { reverse: true });
    this.length = this.from.reaches(goal) ? this.from.lengthOf(goal) : null;
    this.#steps = stepTable(map, corners);
    this.#by = idSteps(map);
  }

  /** Whether a shortest way passes the cell. */
  passes(id: number): boolean {
    const { from, to, length } = this;
    return length !== null && from.reaches(id) && to.reaches(id) &&
      from.straight[id]! + to.straight[id]! === length.straight &&
      from.diagonal[id]! + to.diagonal[id]! === length.diagonal;
  }

  /** The cells that follow a passed cell on shortest ways to the goal, clockwise from north. */
  next(id: number): number[] {
    return this.tight(id).filter((v) => this.passes(v));
  }

  /** The cells to which a step leads at just their length from the start, clockwise from north. */
  tight(id: number): number[] {
    const { from, query: { map } } = this;
    const found: number[] = [];
    for (let mask = this.#steps[id]!; mask !== 0; mask &= mask - 1) {
      const d = 31 - Math.clz32(mask & -mask);
      const v = id + this.#by[d]!;
      const cost = map.costs === null ? 1 : map.costs[v]!;
      const isTight = from.straight[id]! + (d & 1 ? 0 : cost) === from.straight[v]! &&
        from.diagonal[id]! + (d & 1 ? cost : 0) === from.diagonal[v]!;
      if (isTight) found.push(v);
    }
    return found;
  }

  /**
   * The passed cells, each behind all that can come before it; null where cells that cost nothing
   * form a round.
   */
  order(): number[] | null {
    const { from, query: { map, start } } = this;
    if (map.costs === null) {
      return Array.from(from.order.subarray(0, from.count)).filter((id) => this.passes(id));
    }
    const passed = new Set<number>();
    for (let i = 0; i < from.count; i++) {
      if (this.passes(from.order[i]!)) passed.add(from.order[i]!);
    }
    const waiting = new Map<number, number>();
    for (const u of passed) {
      for (const v of this.next(u)) waiting.set(v, (waiting.get(v) ?? 0) + 1);
    }
    if (waiting.has(start)) return null;
    const order = [start];
    for (const u of order) {
      for (const v of this.next(u)) {
        const left = waiting.get(v)! - 1;
        waiting.set(v, left);
        if (left === 0) order.push(v);
      }
    }
    return order.length === passed.size ? order : null;
  }
}
