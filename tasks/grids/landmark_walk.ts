import { PATIENCE } from "../patience.ts";
import type { StepGrid } from "../../solvers/path/grid/step_grid.ts";
import type { Chance } from "../chance.ts";
import { type Layout, obstacles } from "./grid_layout.ts";
import type { GridRows } from "./grid_rows.ts";
import { markOf } from "./landmarks.ts";
import { movesBy } from "./route_columns.ts";

/** What a walk is asked to be. */
export interface WalkSettings {
  /** How many legs it has. */
  readonly legs: number;
  /** How many landmarks there are, the one at its end included. */
  readonly landmarks: number;
  /** How many of the cells are blocked, in percent. */
  readonly blocked: number;
}

/** A walk of straight legs on a grid drawn for it, and the landmarks around it. */
export class LandmarkWalk {
  /** The ids of its ends. */
  start = 0;
  end = 0;
  readonly #settings: WalkSettings;
  readonly #grid: StepGrid;
  readonly #base: number;
  readonly #by: readonly number[];
  readonly #layout: Layout;

  /** @param base the column of the number of legs; behind it stand the turn and steps of each */
  constructor(settings: WalkSettings, grid: StepGrid, base: number) {
    this.#settings = settings;
    this.#grid = grid;
    this.#base = base;
    this.#by = movesBy(grid);
    this.#layout = obstacles(settings.blocked);
  }

  /** Draws a grid and a walk that begins with a heading, and writes its legs. */
  draw(chance: Chance, rows: Int32Array, at: number, facing: number): void {
    const grid = this.#grid;
    rows[at + this.#base] = this.#settings.legs;
    for (let tries = 0; tries < PATIENCE.maps; tries++) {
      this.#layout.draw(chance, grid);
      this.start = grid.idOf(chance.below(grid.width), chance.below(grid.height));
      if (grid.free[this.start] === 0) continue;
      // The landmarks need free cells beside the start; as many as are free will do.
      if (grid.spread(this.start, this.#settings.landmarks) <= this.#settings.landmarks) continue;
      if (this.#drawLegs(chance, rows, at, facing)) return;
    }
    throw new RangeError(
      `Cannot sample a walk of ${this.#settings.legs} legs on ${grid.width} x ${grid.height} cells: ` +
        `none found in ${PATIENCE.maps} draws, must leave more room`,
    );
  }

  /** Each leg but the first turns, and goes as far as is drawn, up to what is free. */
  #drawLegs(chance: Chance, rows: Int32Array, at: number, facing: number): boolean {
    let heading = facing;
    let id = this.start;
    for (let leg = 0; leg < this.#settings.legs; leg++) {
      const turn = leg === 0 ? chance.below(4) : 1 + 2 * chance.below(2);
      heading = (heading + turn) % 4;
      let room = 0;
      for (let to = id; this.#grid.free[to + this.#by[heading]!] === 1; room++) {
        to += this.#by[heading]!;
      }
      if (room === 0) return false;
      const steps = 1 + chance.below(room);
      id += steps * this.#by[heading]!;
      rows[at + this.#base + 1 + 2 * leg] = turn;
      rows[at + this.#base + 2 + 2 * leg] = steps;
    }
    this.end = id;
    return id !== this.start;
  }

  /** Puts the other landmarks on free cells. */
  scatter(chance: Chance, rows: Int32Array, at: number, cells: GridRows, answer: number): void {
    const { width, height } = this.#grid;
    for (let landmark = 0; landmark < this.#settings.landmarks; landmark++) {
      if (landmark === answer) continue;
      let cell = 0;
      do cell = chance.below(width * height); while (!cells.isBare(rows, at, cell));
      cells.mark(rows, at, cell, markOf(landmark));
    }
  }
}
