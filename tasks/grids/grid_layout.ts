import type { StepGrid } from "../../solvers/path/grid/step_grid.ts";
import { drawBlocked } from "./_blocked_bits.ts";
import type { Chance } from "../chance.ts";
import type { IntegerKnob, WordKnob } from "../knobs.ts";
import { type MazeKind, MazeMaker } from "./mazes.ts";

/** Fills a grid with free and blocked cells. */
export interface Layout {
  draw(chance: Chance, grid: StepGrid): void;
}

/** The knobs of a grid with obstacles. */
export const OBSTACLE_KNOBS: {
  readonly width: IntegerKnob;
  readonly height: IntegerKnob;
  readonly blocked: IntegerKnob;
} = {
  width: { type: "integer", least: 4, most: 20, default: 6, doc: "the columns of the grid" },
  height: { type: "integer", least: 4, most: 20, default: 6, doc: "the rows of the grid" },
  blocked: {
    type: "integer",
    least: 0,
    most: 50,
    default: 25,
    doc: "the chance that a cell is blocked, in percent",
  },
};

/** The knobs of every task about grids. */
export const GRID_KNOBS: {
  readonly given: WordKnob<"text" | "picture">;
  readonly wording: WordKnob<"en" | "de">;
} = {
  given: {
    type: "word",
    of: ["text", "picture"],
    default: "text",
    doc: "whether the question holds the grid or leaves it to the picture",
  },
  wording: { type: "word", of: ["en", "de"], default: "en", doc: "the language of the words" },
};

/** Each cell blocked with the same chance. */
export function obstacles(percent: number): Layout {
  return {
    draw(chance, grid) {
      const { width, height } = grid;
      let bits = 0;
      for (let y = 0, cell = 0; y < height; y++) {
        for (let x = 0, id = grid.idOf(0, y); x < width; x++, id++, cell++) {
          if (cell % WORD === 0) bits = drawBlocked(chance, percent, -1);
          grid.free[id] = ~bits & 1;
          bits >>>= 1;
        }
      }
    },
  };
}

/** So many cells are drawn at once. */
const WORD = 32;

/** A maze, with some walls opened. */
export function maze(grid: StepGrid, kind: MazeKind, openings: number): Layout {
  const maker = new MazeMaker(grid);
  return { draw: (chance) => maker.draw(kind, openings, chance) };
}
