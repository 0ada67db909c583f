import { compareOctiles, type Octile } from "../../../geometry/octile.ts";
import { exact, type Outcome } from "../../outcome.ts";
import type { GridInstance, GridPath } from "./grid_instance.ts";
import { GridLabels } from "./_labels.ts";
import { OctileHeap } from "./_octile_heap.ts";
import { type GridQuery, toGridQuery, unreachable } from "./_query.ts";
import { idSteps, stepTable } from "./_steps.ts";

/**
 * Finds the k shortest ways between two cells, none visiting a cell twice.
 *
 * The lengths are the only right ones. Where several ways tie for the last places, some of them
 * are given, always the same.
 *
 * @param instance the map, the moves and the two ends
 * @param k how many, 1 or more
 * @returns `exact` with the ways, shortest first, fewer than k where there are no more; or
 * `impossible` when the goal is out of reach
 * @throws RangeError or SyntaxError when the instance is not well formed, or k is less than 1
 *
 * Cost: at most k times the cells of a way labellings of the map; few where many ways tie.
 * Source: J. Y. Yen, Finding the k Shortest Loopless Paths in a Network (1971), with the spaces of
 * E. L. Lawler, A Procedure for Computing the K Best Solutions (1972).
 *
 * @example
 * ```ts
 * import { kShortestGridPaths } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const map = { rows: ["...", ".#.", "..."] };
 * const answer = kShortestGridPaths({ map, neighbours: 4, start: [0, 0], goal: [1, 0] }, 5);
 * if (answer.status !== "exact") throw new Error(answer.status);
 * assertEquals(answer.value.map((p) => p.length.straight), [1, 7]);
 * ```
 */
export function kShortestGridPaths(
  instance: GridInstance,
  k: number,
): Outcome<readonly GridPath[]> {
  if (!Number.isSafeInteger(k) || k < 1) {
    throw new RangeError(`Cannot find ${k} paths, must be an integer of 1 or more`);
  }
  const query = toGridQuery(instance);
  const ways = new WayList(query).first(k);
  return ways.length === 0 ? unreachable(query) : exact(ways);
}

/** The ways that begin with `root` and do not go on by one of the steps `banned`, a bit each. */
interface WaySpace {
  readonly root: readonly number[];
  readonly rootLength: Octile;
  readonly banned: number;
  /** The shortest of them; null until it is searched. */
  readonly best: readonly number[] | null;
}

/**
 * Splits the ways into spaces without one in common, and takes the shortest way out of the space
 * that has it. A space waits under a bound, and is searched only once its turn comes.
 */
class WayList {
  readonly #query: GridQuery;
  readonly #steps: Uint8Array;
  readonly #by: Int32Array;
  /** Lengths to the goal where no cell is taken: bounds for all spaces. */
  readonly #to: GridLabels;
  readonly #labels: GridLabels;
  readonly #within: Uint8Array;
  readonly #queue = new OctileHeap<WaySpace>();

  constructor(query: GridQuery) {
    const { map, corners, goal } = query;
    this.#query = query;
    this.#steps = stepTable(map, corners);
    this.#by = idSteps(map);
    this.#to = new GridLabels(map, corners).spread(goal, { reverse: true });
    this.#labels = new GridLabels(map, corners);
    this.#within = new Uint8Array(map.idCount).fill(1);
  }

  first(k: number): GridPath[] {
    const { map, start, goal } = this.#query;
    const found: GridPath[] = [];
    if (start === goal) return [{ length: NOTHING, cells: [map.cellOf(start)] }];
    this.#wait({ root: [start], rootLength: NOTHING, banned: 0, best: null });
    for (let space = this.#queue.pop(); space !== undefined; space = this.#queue.pop()) {
      if (space.best === null) {
        this.#search(space);
        continue;
      }
      const cells = space.best.map((id) => map.cellOf(id));
      found.push({ length: this.#lengthFrom(space, space.best), cells });
      if (found.length === k) break;
      this.#split(space, space.best);
    }
    return found;
  }

  /** What is left of a space without its best way: a space for each cell where that may be left. */
  #split({ root, rootLength, banned }: WaySpace, way: readonly number[]): void {
    let length = rootLength;
    for (let i = root.length - 1; i < way.length - 1; i++) {
      const step = this.#by.indexOf(way[i + 1]! - way[i]!);
      const others = i === root.length - 1 ? banned : 0;
      const rest = { root: way.slice(0, i + 1), rootLength: length, best: null };
      this.#wait({ ...rest, banned: others | 1 << step });
      length = this.#after(length, step, way[i + 1]!);
    }
  }

  /** Queues a space under the least length its ways may have. */
  #wait(space: WaySpace): void {
    const { root, rootLength, banned } = space;
    const at = root.at(-1)!;
    let bound: Octile | null = null;
    for (let mask = this.#steps[at]! & ~banned; mask !== 0; mask &= mask - 1) {
      const step = 31 - Math.clz32(mask & -mask);
      const v = at + this.#by[step]!;
      if (!this.#to.reaches(v) || root.includes(v)) continue;
      const { straight, diagonal } = this.#after(rootLength, step, v);
      const rest = this.#to.lengthOf(v);
      const whole = { straight: straight + rest.straight, diagonal: diagonal + rest.diagonal };
      if (bound === null || compareOctiles(whole, bound) < 0) bound = whole;
    }
    if (bound !== null) this.#queue.push(space, bound);
  }

  /** Searches the best way of a space, and queues it under its length. */
  #search(space: WaySpace): void {
    const { goal } = this.#query;
    const { root, banned } = space;
    for (const id of root) this.#within[id] = 0;
    const labels = this.#labels.spread(root.at(-1)!, {
      within: this.#within,
      until: [goal],
      firstSteps: 255 & ~banned,
    });
    for (const id of root) this.#within[id] = 1;
    if (!labels.reaches(goal)) return;
    const best = [...root.slice(0, -1), ...labels.wayTo(goal)];
    this.#queue.push({ ...space, best }, this.#lengthFrom(space, best));
  }

  #lengthFrom({ root, rootLength }: WaySpace, way: readonly number[]): Octile {
    let length = rootLength;
    for (let i = root.length; i < way.length; i++) {
      length = this.#after(length, this.#by.indexOf(way[i]! - way[i - 1]!), way[i]!);
    }
    return length;
  }

  #after({ straight, diagonal }: Octile, step: number, entered: number): Octile {
    const { costs } = this.#query.map;
    const cost = costs === null ? 1 : costs[entered]!;
    return step % 2 === 0
      ? { straight: straight + cost, diagonal }
      : { straight, diagonal: diagonal + cost };
  }
}

const NOTHING: Octile = { straight: 0, diagonal: 0 };
