import { octileToNumber } from "../geometry/octile_pair.ts";
import { GridMap } from "../solvers/path/grid/grid_map.ts";
import { secondGridLength } from "../solvers/path/grid/second_grid_length.ts";
import type { StepGrid } from "../solvers/path/grid/step_grid.ts";
import type { Chance } from "./chance.ts";
import type { Layout } from "./_grid_layout.ts";
import type { FlagKnob, IntegerKnob } from "./knobs.ts";

/** The knobs of every task about ways between two cells. */
export const END_KNOBS: {
  readonly least: IntegerKnob;
  readonly most: IntegerKnob;
  readonly detour: IntegerKnob;
  readonly unique: FlagKnob;
  readonly gap: IntegerKnob;
} = {
  least: {
    type: "integer",
    least: 1,
    most: 40,
    default: 3,
    doc: "the fewest steps from start to goal",
  },
  most: {
    type: "integer",
    least: 1,
    most: 99,
    default: 10,
    doc: "the most steps from start to goal",
  },
  detour: {
    type: "integer",
    least: 0,
    most: 200,
    default: 0,
    doc: "how much longer than without obstacles the shortest way is at least, in percent",
  },
  unique: {
    type: "flag",
    default: false,
    doc: "whether there is only one shortest way",
  },
  gap: {
    type: "integer",
    least: 0,
    most: 8,
    default: 0,
    doc: "how many steps longer than the shortest the next longer way is at least",
  },
};

/** The values of {@link END_KNOBS}. */
export interface EndSettings {
  readonly least: number;
  readonly most: number;
  readonly detour: number;
  readonly unique: boolean;
  readonly gap: number;
}

/** Draws that may fail before a set of knobs is said to leave no room. */
const PATIENCE = 4000;

/** What a task may ask for beside the knobs. */
export interface EndOptions {
  /** Whether a cell can be the goal, once the grid is spread from the start. */
  readonly suits?: (goal: number) => boolean;
}

/** A start and a goal on a grid drawn for them; the number of steps is drawn first. */
export class GridEnds {
  /** The ids of the last draw. */
  start = 0;
  goal = 0;
  readonly #grid: StepGrid;
  readonly #layout: Layout;
  readonly #settings: EndSettings;
  readonly #suits: (goal: number) => boolean;

  constructor(
    grid: StepGrid,
    layout: Layout,
    settings: EndSettings,
    options: EndOptions = {},
  ) {
    if (settings.least > settings.most) {
      throw new RangeError(
        `Cannot use knobs: least ${settings.least} and most ${settings.most}, ` +
          `least must not be greater`,
      );
    }
    this.#grid = grid;
    this.#layout = layout;
    this.#settings = settings;
    this.#suits = options.suits ?? (() => true);
  }

  /** Draws the grid and its ends; the grid is left spread from the start. */
  draw(chance: Chance): void {
    const { least, most } = this.#settings;
    const grid = this.#grid;
    let steps = least + chance.below(most - least + 1);
    for (let tries = 0; tries < PATIENCE; tries++) {
      // A number of steps that does not come up, for the grid is too small, is drawn anew.
      if (tries % 64 === 63) steps = least + chance.below(most - least + 1);
      this.#layout.draw(chance, grid);
      const start = grid.idOf(chance.below(grid.width), chance.below(grid.height));
      if (grid.free[start] === 0) continue;
      const goal = this.#drawGoal(chance, start, grid.spread(start), steps);
      if (goal < 0) continue;
      this.start = start;
      this.goal = goal;
      return;
    }
    throw new RangeError(
      `Cannot sample a grid of ${grid.width} x ${grid.height}: none found in ${PATIENCE} draws ` +
        `with ${JSON.stringify(this.#settings)}, must leave more room`,
    );
  }

  /** Draws one of the cells so many steps away that are as the knobs say; -1 where none is. */
  #drawGoal(chance: Chance, start: number, count: number, steps: number): number {
    const { order, steps: stepsTo } = this.#grid;
    let found = 0;
    let goal = -1;
    for (let i = 0; i < count; i++) {
      const id = order[i]!;
      if (stepsTo[id]! > steps) break;
      if (stepsTo[id] !== steps || !this.#isRight(start, id)) continue;
      if (chance.below(++found) === 0) goal = id;
    }
    return goal < 0 || this.#settings.gap <= 2 || this.#hasGap(start, goal) ? goal : -1;
  }

  #isRight(start: number, goal: number): boolean {
    const { unique, detour } = this.#settings;
    const { stride, steps, ways } = this.#grid;
    if ((unique && ways[goal] !== 1) || !this.#suits(goal)) return false;
    const rows = Math.abs(Math.floor(goal / stride) - Math.floor(start / stride));
    const columns = Math.abs(goal % stride - start % stride);
    return 100 * steps[goal]! >= (100 + detour) * (rows + columns);
  }

  /** With 4 neighbours lengths differ by 2 at least, so only a wider gap needs a search. */
  #hasGap(start: number, goal: number): boolean {
    const grid = this.#grid;
    const { stride, steps } = grid;
    const map = GridMap.of(
      grid.width,
      grid.height,
      (x, y) => grid.free[grid.idOf(x, y)] === 1 ? 1 : -1,
    );
    const cellOf = (id: number) => [id % stride - 1, Math.floor(id / stride) - 1] as const;
    const ends = { start: cellOf(start), goal: cellOf(goal) };
    const second = secondGridLength({ map, neighbours: 4, ...ends }, { budget: 200 });
    if (second.status === "impossible") return true;
    const lower = second.status === "exact" ? octileToNumber(second.value) : Number(
      second.status === "limit" ? second.lower : 0,
    );
    return lower - steps[goal]! >= this.#settings.gap;
  }
}
