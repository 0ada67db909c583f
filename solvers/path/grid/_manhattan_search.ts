import type { GridMap } from "./grid_map.ts";
import { idSteps } from "./_steps.ts";
import type { WaySearch } from "./_way_search.ts";

const [NORTH, EAST, SOUTH, WEST] = [0, 2, 4, 6];

/**
 * A* search for 4 neighbours where every cell costs 1. A step towards the goal keeps the estimated
 * length and a step away adds 2, so two stacks stand in for a queue: one for the estimate at hand,
 * one for the next.
 *
 * Source: P. E. Hart, N. J. Nilsson and B. Raphael, A Formal Basis for the Heuristic Determination
 * of Minimum Cost Paths (1968).
 */
export class ManhattanSearch implements WaySearch {
  readonly map: GridMap;
  straight = 0;
  readonly diagonal = 0;
  readonly #by: Int32Array;
  /**
   * For each id reached in this search, its length twice over, plus 1 until it is final, counted
   * from a base above all marks of earlier searches.
   */
  readonly #marks: Int32Array;
  #base = 0;
  /** Where each id was entered from. */
  readonly #entered: Uint8Array;
  #now: Int32Array;
  #next: Int32Array;
  #goal = 0;

  constructor(map: GridMap) {
    this.map = map;
    this.#by = idSteps(map);
    this.#marks = new Int32Array(map.idCount);
    this.#entered = new Uint8Array(map.idCount);
    // No cell lies twice on one stack, as an id and a column.
    this.#now = new Int32Array(2 * map.freeCount);
    this.#next = new Int32Array(2 * map.freeCount);
  }

  search(start: number, goal: number): boolean {
    this.#begin(goal);
    const { bits, stride } = this.map;
    const marks = this.#marks;
    const entered = this.#entered;
    const base = this.#base;
    const goalRow = goal - goal % stride;
    const goalX = goal - goalRow;
    let now = this.#now;
    let next = this.#next;
    let nowSize = 2;
    let nextSize = 0;
    now[0] = start;
    now[1] = start % stride;
    marks[start] = base + 1;
    while (nowSize > 0) {
      const x = now[--nowSize]!;
      const id = now[--nowSize]!;
      const mark = marks[id]!;
      if ((mark - base & 1) !== 0) {
        marks[id] = mark - 1;
        if (id === goal) {
          this.straight = mark - base >> 1;
          return true;
        }
        const reached = mark + 2;
        // The steps away from the goal first, so that those towards it are taken up first.
        for (let turn = 0; turn < 4; turn++) {
          let to = id;
          let toX = x;
          let nearer = false;
          if (turn === 0) {
            to = id - stride;
            nearer = id >= goalRow + stride;
          } else if (turn === 1) {
            to = id + stride;
            nearer = id < goalRow;
          } else if (turn === 2) {
            to = id + 1;
            toX = x + 1;
            nearer = x < goalX;
          } else {
            to = id - 1;
            toX = x - 1;
            nearer = x > goalX;
          }
          if ((bits[to >> 5]! >> to & 1) === 0) continue;
          const known = marks[to]!;
          if (known >= base && known <= reached) continue;
          marks[to] = reached;
          entered[to] = turn === 0 ? NORTH : turn === 1 ? SOUTH : turn === 2 ? EAST : WEST;
          if (nearer) {
            now[nowSize++] = to;
            now[nowSize++] = toX;
          } else {
            next[nextSize++] = to;
            next[nextSize++] = toX;
          }
        }
      }
      if (nowSize === 0) {
        const empty = now;
        now = next;
        next = empty;
        nowSize = nextSize;
        nextSize = 0;
      }
    }
    return false;
  }

  writeWay(into: Int32Array): number {
    const count = this.straight + 1;
    let id = this.#goal;
    into[count - 1] = id;
    for (let at = count - 2; at >= 0; at--) {
      into[at] = id -= this.#by[this.#entered[id]!]!;
    }
    return count;
  }

  #begin(goal: number): void {
    this.#goal = goal;
    const room = 2 * this.map.freeCount + 2;
    this.#base += room;
    if (this.#base + room > 2 ** 31 - 1) {
      this.#marks.fill(0);
      this.#base = room;
    }
    // An even base keeps the last bit of a mark for itself.
    this.#base += this.#base & 1;
  }
}
