import { PATIENCE } from "../patience.ts";
import { StepGrid } from "../../solvers/path/grid/step_grid.ts";
import type { RouteVerdict } from "../_route_verdicts.ts";
import type { Chance } from "../chance.ts";
import type { GridEnds } from "./grid_ends.ts";
import { movesBy, type RouteColumns, writeWayTo } from "./route_columns.ts";

/** Draws grids with a route of a wanted kind between their ends. */
export class GridRoutes {
  readonly #grid: StepGrid;
  readonly #ends: GridEnds;
  readonly #route: RouteColumns;
  readonly #by: readonly number[];
  /** The same grid, spread from the goal. */
  readonly #back: StepGrid;
  readonly #seen: Uint8Array;

  constructor(grid: StepGrid, ends: GridEnds, route: RouteColumns) {
    this.#grid = grid;
    this.#ends = ends;
    this.#route = route;
    this.#by = movesBy(grid);
    this.#back = new StepGrid(grid.width, grid.height);
    this.#seen = new Uint8Array(grid.free.length);
  }

  draw(kind: RouteVerdict, chance: Chance, rows: Int32Array, at: number): void {
    const ends = this.#ends;
    for (let tries = 0; tries < PATIENCE.places; tries++) {
      ends.draw(chance);
      // Routes that are none come from shortest and from longer ways alike.
      const isDetour = kind === "longer" || (kind === "none" && chance.below(2) === 0);
      if (kind !== "shortest") ends.copyTo(this.#grid);
      if (!isDetour) {
        this.#route.setCount(rows, at, ends.steps);
        ends.writeWay(chance, rows, at + this.#route.column(ends.steps));
      } else if (!this.#drawDetour(chance, rows, at)) continue;
      if (kind === "shortest") return;
      if (kind === "longer" ? this.#isSimple(rows, at) : this.#spoil(chance, rows, at)) return;
    }
    throw new RangeError(
      `Cannot sample a route: none found in ${PATIENCE.places} grids, must leave more room for detours`,
    );
  }

  /** Writes a way by a cell that is not on any shortest way; false where none is near. */
  #drawDetour(chance: Chance, rows: Int32Array, at: number): boolean {
    const [source, goal] = [this.#idOf(this.#ends.source), this.#idOf(this.#ends.target)];
    this.#grid.spread(source);
    this.#back.free.set(this.#grid.free);
    const via = this.#drawVia(chance, this.#back.spread(goal));
    if (via < 0) return false;
    this.#writeVia(via, goal, { chance, rows, at });
    return true;
  }

  #drawVia(chance: Chance, count: number): number {
    const { steps } = this.#ends;
    let found = 0;
    let via = -1;
    for (let i = 0; i < count; i++) {
      const id = this.#back.order[i]!;
      const length = this.#grid.steps[id]! + this.#back.steps[id]!;
      if (length <= steps || length > Math.min(2 * steps, this.#route.most)) continue;
      if (chance.below(++found) === 0) via = id;
    }
    return via;
  }

  #idOf(cell: number): number {
    const { width } = this.#grid;
    return this.#grid.idOf(cell % width, Math.floor(cell / width));
  }

  /** Writes a shortest way to a cell and a shortest way from there to the goal. */
  #writeVia(
    via: number,
    goal: number,
    { chance, rows, at }: { chance: Chance; rows: Int32Array; at: number },
  ): void {
    const first = this.#grid.steps[via]!;
    const column = at + this.#route.column(first);
    writeWayTo(this.#grid, via, { chance, rows, column });
    let count = first;
    for (let id = via; id !== goal; count++) {
      const back = this.#back.steps;
      let found = 0;
      let move = 0;
      for (let d = 0; d < 4; d++) {
        if (back[id + this.#by[d]!] === back[id]! - 1 && chance.below(++found) === 0) move = d;
      }
      rows[at + this.#route.column(count)] = move;
      id += this.#by[move]!;
    }
    this.#route.setCount(rows, at, count);
  }

  #isSimple(rows: Int32Array, at: number): boolean {
    this.#seen.fill(0);
    let id = this.#idOf(this.#ends.source);
    this.#seen[id] = 1;
    for (let i = 0; i < this.#route.count(rows, at); i++) {
      id += this.#by[rows[at + this.#route.column(i)]!]!;
      if (this.#seen[id] === 1) return false;
      this.#seen[id] = 1;
    }
    return true;
  }

  /** Turns one move so that it leads into a blocked cell or out of the grid; false if none can. */
  #spoil(chance: Chance, rows: Int32Array, at: number): boolean {
    const spoiled = chance.below(this.#route.count(rows, at));
    const column = at + this.#route.column(spoiled);
    let id = this.#idOf(this.#ends.source);
    for (let i = 0; i < spoiled; i++) id += this.#by[rows[at + this.#route.column(i)]!]!;
    let found = 0;
    for (let d = 0; d < 4; d++) {
      const isBlocked = this.#grid.free[id + this.#by[d]!] === 0;
      if (isBlocked && chance.below(++found) === 0) rows[column] = d;
    }
    return found > 0;
  }
}
