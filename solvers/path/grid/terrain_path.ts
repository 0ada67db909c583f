import { formatScaled } from "../../../geometry/decimal.ts";
import { compareOctiles } from "../../../geometry/octile.ts";
import { exact, impossible, type Outcome, tie } from "../../outcome.ts";
import type { Cell } from "./grid_map.ts";
import { DIRECTIONS, readTerrain, type Terrain } from "./_terrain.ts";
import type { TerrainInstance, TerrainPath } from "./terrain_instance.ts";

/**
 * Finds a shortest way over a terrain: with costs that are exact decimals, one-way cells, and one who
 * goes that covers several cells; to the goal, or to the reachable cell nearest to it.
 *
 * @param instance the map, the moves, the two ends, and what else holds
 * @returns `exact` with the length and the cells of one way of that length; `tie` where several cells
 * are equally near to the goal and equally far to go; `impossible` when the goal is out of reach
 * @throws RangeError, SyntaxError, TypeError when the instance is not well formed
 *
 * Cost: the cells times the logarithm of their number, some 0.5 us each. Where costs are whole and
 * nothing else holds `solveGridPath` is the faster.
 *
 * @example
 * ```ts
 * import { solveTerrainPath } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const found = solveTerrainPath({
 *   map: { rows: [".~.", ".#.", "..."], costs: { "~": "2.5" } },
 *   gates: [{ cell: [0, 1], leave: ["up"] }],
 *   neighbours: 4,
 *   start: [0, 0],
 *   goal: [2, 0],
 * });
 * assertEquals(found.status === "exact" && found.value, {
 *   length: { straight: "3.5", diagonal: "0" },
 *   cells: [[0, 0], [1, 0], [2, 0]],
 * });
 * ```
 */
export function solveTerrainPath(instance: TerrainInstance): Outcome<TerrainPath> {
  const terrain = readTerrain(instance);
  const { approach } = instance;
  const search = new TerrainSearch(terrain);
  search.spread(approach === undefined ? terrain.goal : -1);
  const ends = approach === undefined ? [terrain.goal] : nearest(terrain, search, approach);
  if (!search.reaches(ends[0]!)) {
    const [from, to] = [instance.start, instance.goal].map((cell) => cell.join(", "));
    return impossible(`no way leads from (${from}) to (${to})`);
  }
  const ways = ends.map((end) => search.wayTo(end));
  return ways.length === 1 ? exact(ways[0]!) : tie(ways);
}

/** The reached places with the least distance to the goal, of those the ones with the least way. */
function nearest(
  { width, costs, goal }: Terrain,
  search: TerrainSearch,
  metric: NonNullable<TerrainInstance["approach"]>,
): number[] {
  const [gx, gy] = [goal % width, Math.floor(goal / width)];
  let least = Infinity;
  let ends: number[] = [];
  for (let place = 0; place < costs.length; place++) {
    if (!search.reaches(place)) continue;
    const [dx, dy] = [Math.abs(place % width - gx), Math.abs(Math.floor(place / width) - gy)];
    const distance = metric === "euclidean"
      ? dx * dx + dy * dy
      : metric === "manhattan"
      ? dx + dy
      : Math.max(dx, dy);
    const order = distance === least ? search.compare(place, ends[0]!) : distance - least;
    if (order > 0) continue;
    if (order < 0) ends = [];
    least = distance;
    ends.push(place);
  }
  return ends;
}

/** Labels the places of a terrain by what a way to each costs. */
class TerrainSearch {
  readonly #terrain: Terrain;
  readonly #straight: Float64Array;
  readonly #diagonal: Float64Array;
  readonly #from: Int32Array;
  readonly #settled: Uint8Array;
  readonly #heap: number[] = [];

  constructor(terrain: Terrain) {
    const count = terrain.costs.length;
    this.#terrain = terrain;
    this.#straight = new Float64Array(count).fill(Infinity);
    this.#diagonal = new Float64Array(count);
    this.#from = new Int32Array(count).fill(-1);
    this.#settled = new Uint8Array(count);
  }

  reaches(place: number): boolean {
    return this.#straight[place]! < Infinity;
  }

  /** Which of two places is farther to go to, exactly. */
  compare(a: number, b: number): number {
    return compareOctiles(
      { straight: this.#straight[a]!, diagonal: this.#diagonal[a]! },
      { straight: this.#straight[b]!, diagonal: this.#diagonal[b]! },
    );
  }

  /** Labels all places, or those up to a goal. */
  spread(goal: number): void {
    const { start, width, height, costs, corners, enter, leave } = this.#terrain;
    this.#straight[start] = 0;
    this.#push(start);
    while (this.#heap.length > 0) {
      const at = this.#pop();
      if (this.#settled[at] === 1) continue;
      this.#settled[at] = 1;
      if (at === goal) return;
      const [x, y] = [at % width, Math.floor(at / width)];
      const isFree = (u: number, v: number) =>
        u >= 0 && v >= 0 && u < width && v < height && costs[v * width + u]! < Infinity;
      for (let d = 0; d < 8; d += corners === null ? 2 : 1) {
        const [, dx, dy] = DIRECTIONS[d]!;
        if (!isFree(x + dx, y + dy) || (leave !== null && !((leave[at]! >> d) & 1))) continue;
        const to = at + dy * width + dx;
        if (this.#settled[to] === 1 || (enter !== null && !((enter[to]! >> d) & 1))) continue;
        const isDiagonal = (d & 1) === 1;
        if (isDiagonal && corners !== "always") {
          const sides = Number(isFree(x + dx, y)) + Number(isFree(x, y + dy));
          if (sides < (corners === "both-free" ? 2 : 1)) continue;
        }
        this.#offer(at, to, isDiagonal);
      }
    }
  }

  #offer(at: number, to: number, isDiagonal: boolean): void {
    const cost = this.#terrain.costs[to]!;
    const straight = this.#straight[at]! + (isDiagonal ? 0 : cost);
    const diagonal = this.#diagonal[at]! + (isDiagonal ? cost : 0);
    if (this.reaches(to)) {
      const known = { straight: this.#straight[to]!, diagonal: this.#diagonal[to]! };
      if (compareOctiles({ straight, diagonal }, known) >= 0) return;
    }
    this.#straight[to] = straight;
    this.#diagonal[to] = diagonal;
    this.#from[to] = at;
    this.#push(to);
  }

  wayTo(end: number): TerrainPath {
    const { width, scale } = this.#terrain;
    const cells: Cell[] = [];
    for (let at = end; at >= 0; at = this.#from[at]!) {
      cells.push([at % width, Math.floor(at / width)]);
    }
    const part = (value: number) => formatScaled(BigInt(value), scale);
    const length = { straight: part(this.#straight[end]!), diagonal: part(this.#diagonal[end]!) };
    return { length, cells: cells.reverse() };
  }

  /** A place whose label fell stands in the heap twice; it rises to where its new label belongs. */
  #push(place: number): void {
    const heap = this.#heap;
    let at = heap.push(place) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.compare(heap[parent]!, place) <= 0) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = place;
  }

  #pop(): number {
    const heap = this.#heap;
    const top = heap[0]!;
    const place = heap.pop()!;
    const size = heap.length;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.compare(heap[child + 1]!, heap[child]!) < 0) child++;
      if (this.compare(heap[child]!, place) >= 0) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = place;
    return top;
  }
}
