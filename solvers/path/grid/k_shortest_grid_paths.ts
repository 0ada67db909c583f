import FlatQueue from "flatqueue";
import { octileToNumber } from "../../../geometry/octile_pair.ts";
import { exact, type Outcome } from "../../outcome.ts";
import type { GridInstance } from "./grid_instance.ts";
import { GridLabels } from "./_labels.ts";
import { type GridQuery, toGridQuery, unreachable } from "./_query.ts";
import type { GridPath } from "./solve_grid_path.ts";
import { DX, DY, idSteps } from "./_steps.ts";

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
 * Cost: at most k times the cells of a way labellings of the map.
 * Source: J. Y. Yen, Finding the k Shortest Loopless Paths in a Network (1971).
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
  const { map, corners, start, goal } = query;
  const labels = new GridLabels(map, corners).spread(start, { until: [goal] });
  if (!labels.reaches(goal)) return unreachable(query);
  const ways = yen(query, labels.wayTo(goal), k);
  return exact(ways.map((ids) => toPath(query, ids)));
}

/** A way, and the first place where it may be left for a new one. */
interface Candidate {
  readonly ids: readonly number[];
  readonly spur: number;
}

function yen(query: GridQuery, first: readonly number[], k: number): (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const queue = new FlatQueue<Candidate>();
  const known = new Set([first.join()]);
  queue.push({ ids: first, spur: 0 }, 0);
  for (let best = queue.pop(); best !== undefined; best = queue.pop()) {
    found.push(best.ids);
    if (found.length === k) break;
    for (let i = best.spur; i < best.ids.length - 1; i++) {
      const ids = spurWay(query, found, best.ids.slice(0, i + 1));
      if (ids === null || known.has(ids.join())) continue;
      known.add(ids.join());
      queue.push({ ids, spur: i }, octileToNumber(toPath(query, ids).length));
    }
  }
  return found;
}

/** The shortest way that begins with `root` and then leaves every way found so far. */
function spurWay(
  query: GridQuery,
  found: readonly (readonly number[])[],
  root: readonly number[],
): number[] | null {
  const { map, corners, goal } = query;
  const within = new Uint8Array(map.idCount).fill(1);
  for (const id of root) within[id] = 0;
  const at = root.length - 1;
  const by = idSteps(map);
  let firstSteps = 255;
  for (const way of found) {
    if (root.every((id, i) => way[i] === id)) {
      firstSteps &= ~(1 << by.indexOf(way[at + 1]! - root[at]!));
    }
  }
  const labels = new GridLabels(map, corners).spread(root[at]!, {
    within,
    until: [goal],
    firstSteps,
  });
  return labels.reaches(goal) ? [...root.slice(0, -1), ...labels.wayTo(goal)] : null;
}

function toPath({ map }: GridQuery, ids: readonly number[]): GridPath {
  const by = idSteps(map);
  let straight = 0;
  let diagonal = 0;
  for (let i = 1; i < ids.length; i++) {
    const d = by.indexOf(ids[i]! - ids[i - 1]!);
    const cost = map.costs === null ? 1 : map.costs[ids[i]!]!;
    if (DX[d]! * DY[d]! === 0) straight += cost;
    else diagonal += cost;
  }
  return { length: { straight, diagonal }, cells: ids.map((id) => map.cellOf(id)) };
}
