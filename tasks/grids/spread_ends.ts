import { PATIENCE } from "../patience.ts";
import { octileToNumber } from "../../geometry/octile.ts";
import { GridMap } from "../../solvers/path/grid/grid_map.ts";
import { secondGridLength } from "../../solvers/path/grid/second_grid_length.ts";
import type { StepGrid } from "../../solvers/path/grid/step_grid.ts";
import type { Chance } from "../chance.ts";
import {
  ANEW,
  type EndOptions,
  type EndSettings,
  type GridEnds,
  noRoom,
  requireRange,
  STARTS,
} from "./grid_ends.ts";
import type { Layout } from "./grid_layout.ts";
import type { GridRows } from "./grid_rows.ts";
import { movesBy, writeWayTo } from "./route_columns.ts";

/** Ends on a grid of any size, which is left spread from the first of them. */
export class SpreadEnds implements GridEnds {
  steps = 0;
  /** The ids of the cell the grid is spread from and of the other end. */
  sourceId = 0;
  targetId = 0;
  readonly #grid: StepGrid;
  readonly #layout: Layout;
  readonly #settings: EndSettings;
  readonly #options: EndOptions;
  readonly #by: readonly number[];

  constructor(
    grid: StepGrid,
    layout: Layout,
    settings: EndSettings,
    options: EndOptions = {},
  ) {
    requireRange(settings);
    this.#grid = grid;
    this.#layout = layout;
    this.#settings = settings;
    this.#options = options;
    this.#by = movesBy(grid);
  }

  get source(): number {
    return this.#grid.cellOf(this.sourceId);
  }

  get target(): number {
    return this.#grid.cellOf(this.targetId);
  }

  get ways(): number {
    return this.#grid.ways[this.targetId]!;
  }

  draw(chance: Chance, move = -1): void {
    const { least, most } = this.#settings;
    const grid = this.#grid;
    let steps = least + chance.below(most - least + 1);
    for (let tries = 0; tries < PATIENCE.maps; tries++) {
      if (tries % ANEW === ANEW - 1) steps = least + chance.below(most - least + 1);
      if (tries % STARTS === 0) this.#layout.draw(chance, grid);
      const source = grid.idOf(chance.below(grid.width), chance.below(grid.height));
      if (grid.free[source] === 0) continue;
      const target = this.#drawTarget(chance, source, { steps, move });
      if (target < 0) continue;
      this.sourceId = source;
      this.targetId = target;
      this.steps = steps;
      return;
    }
    throw noRoom(grid, this.#settings);
  }

  copyTo(grid: StepGrid): void {
    grid.free.set(this.#grid.free);
  }

  writeCells(rows: Int32Array, at: number, cells: GridRows): void {
    cells.writeCells(rows, at, this.#grid);
  }

  writeWay(chance: Chance, rows: Int32Array, column: number): void {
    writeWayTo(this.#grid, this.targetId, { chance, rows, column });
  }

  /** Draws one of the cells so many steps away that are as asked; -1 where none is. */
  #drawTarget(
    chance: Chance,
    source: number,
    { steps, move }: { steps: number; move: number },
  ): number {
    const { order, steps: stepsTo } = this.#grid;
    const count = this.#grid.spread(source);
    let found = 0;
    let target = -1;
    for (let i = 0; i < count; i++) {
      const id = order[i]!;
      if (stepsTo[id]! > steps) break;
      if (stepsTo[id] !== steps || !this.#isRight(source, id, move)) continue;
      if (chance.below(++found) === 0) target = id;
    }
    return target < 0 || this.#settings.gap <= 2 || this.#hasGap(source, target) ? target : -1;
  }

  #isRight(source: number, target: number, move: number): boolean {
    const { unique, detour } = this.#settings;
    const { stride, steps } = this.#grid;
    const ways = this.#grid.ways[target]!;
    const asked = this.#options.ways;
    if (unique && ways !== 1) return false;
    if (asked !== undefined && (ways < asked.fewest || ways > asked.most)) return false;
    if (move >= 0 && !this.#isOnlyMove(target, move)) return false;
    const rows = Math.abs(Math.floor(target / stride) - Math.floor(source / stride));
    const columns = Math.abs(target % stride - source % stride);
    return 100 * steps[target]! >= (100 + detour) * (rows + columns);
  }

  /** Whether a move is the only one from an id that leads a step towards the source. */
  #isOnlyMove(id: number, move: number): boolean {
    const { steps } = this.#grid;
    for (let d = 0; d < 4; d++) {
      if ((steps[id + this.#by[d]!] === steps[id]! - 1) !== (d === move)) return false;
    }
    return true;
  }

  /** With 4 neighbours lengths differ by 2 at least, so only a wider gap needs a search. */
  #hasGap(source: number, target: number): boolean {
    const grid = this.#grid;
    const { width, height, steps } = grid;
    const map = GridMap.of(width, height, (x, y) => grid.free[grid.idOf(x, y)] === 1 ? 1 : -1);
    const placeOf = (id: number) => {
      const cell = grid.cellOf(id);
      return [cell % width, Math.floor(cell / width)] as const;
    };
    const ends = { start: placeOf(source), goal: placeOf(target) };
    const second = secondGridLength({ map, neighbours: 4, ...ends }, { budget: 200 });
    if (second.status === "impossible") return true;
    const lower = second.status === "exact" ? octileToNumber(second.value) : Number(
      second.status === "limit" ? second.lower : 0,
    );
    return lower - steps[target]! >= this.#settings.gap;
  }
}
