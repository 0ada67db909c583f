import { judgeGridPath } from "../solvers/path/grid/judge_grid_path.ts";
import { StepGrid } from "../solvers/path/grid/step_grid.ts";
import { exact } from "../solvers/outcome.ts";
import { isAnswer } from "./_is_answer.ts";
import type { Chance } from "./chance.ts";
import { FORM_KNOBS, Forms } from "./_forms.ts";
import { END_KNOBS, type GridEnds } from "./grids/grid_ends.ts";
import { GRID_KNOBS, OBSTACLE_KNOBS } from "./grids/grid_layout.ts";
import { drawGrid } from "./grids/draw_grid.ts";
import { GridRows } from "./grids/grid_rows.ts";
import { readMarkedGrid } from "./grids/read_grid.ts";
import { readFields } from "./_instance.ts";
import { gridParts } from "./grids/marked_grid.ts";
import { obstacleEnds } from "./grids/obstacle_ends.ts";
import { denies, onlyWord } from "./_replies.ts";
import { movesBy, readMoves, RouteColumns, writeWayTo } from "./grids/route_columns.ts";
import type { KnobValues } from "./knobs.ts";
import type { Plan, Task } from "./task.ts";
import { choice, fill, object, type Text } from "./lines/template.ts";
import { COMMON_WORDS } from "./words/common.ts";
import { GRID_WORDS } from "./words/grid.ts";

const KNOBS = {
  ...OBSTACLE_KNOBS,
  least: END_KNOBS.least,
  most: { ...END_KNOBS.most, most: 40, default: 8 },
  detour: END_KNOBS.detour,
  ...GRID_KNOBS,
  ...FORM_KNOBS,
  options: { ...FORM_KNOBS.options, default: 3 },
} as const;

type Values = KnobValues<typeof KNOBS>;

const ANSWERS = ["shortest", "longer", "none"] as const;
const [SHORTEST, LONGER] = [0, 1];

/** Whether given moves are a shortest way from one cell of a grid to another, a longer one or none. */
export const routeCheck: Task = {
  name: "route-check",
  version: 3,
  summary: "Whether a route through a grid is a shortest way, a longer one, or none",
  knobs: KNOBS,
  profiles: { fair: {}, winding: { blocked: 35, detour: 50 } },
  levels: {
    rises: "cells of the grid; steps of the shortest way",
    easy: { width: 5, height: 5, blocked: 15, least: 3, most: 5 },
    medium: { width: 7, height: 7, least: 6, most: 10 },
    hard: { width: 10, height: 10, blocked: 30, least: 11, most: 20 },
  },
  plan,
  solve(instance) {
    const { grid, moves } = readInstance(instance);
    const { map, start, goal } = grid;
    const { valid, optimal } = judgeGridPath({ map, start, goal, neighbours: 4 }, { moves });
    return exact(optimal ? "shortest" : valid ? "longer" : "none");
  },
  parse(words, knobs) {
    const { wording } = knobs as Values;
    const { checks } = GRID_WORDS[wording];
    const common = COMMON_WORDS[wording];
    // The words for none deny by themselves: only what stands beside an answer may not.
    const beside = checks.reduce(
      (text, check) => text.replaceAll(check.toLowerCase(), " "),
      words.toLowerCase(),
    );
    if (denies(beside, common)) return null;
    return onlyWord(words, ANSWERS, checks, { ...common, denials: ["neither"] });
  },
  accepts(instance, answer) {
    return isAnswer(this.solve(instance), answer);
  },
  draw(instance, alt) {
    return drawGrid(readInstance(instance).grid.rows, { alt });
  },
};

function readInstance(instance: unknown) {
  const fields = readFields(instance, ["rows", "moves"]);
  return { grid: readMarkedGrid(fields.rows), moves: readMoves(fields.moves) };
}

function plan(knobs: Values): Plan {
  const grid = new StepGrid(knobs.width, knobs.height);
  const settings = { ...knobs, unique: false, gap: 0 };
  const ends = obstacleEnds(settings);
  const cells = new GridRows(knobs, 0);
  const forms = new Forms({ ...knobs, answers: 3 }, cells.width);
  // A detour is at most as long again as the way.
  const route = new RouteColumns(2 * knobs.most, cells.width + forms.width);
  const phrase = cells.width + forms.width + route.width;
  const maker = new RouteMaker(grid, ends, route);
  const words = GRID_WORDS[knobs.wording];
  const slots: Record<string, Text> = { grid: cells.drawing(), route: route.text(words.moves) };
  const asked = forms.parts({
    given: fill(knobs.given === "text" ? words.given : words.shown, slots),
    question: choice(phrase, words.check.map((q) => fill(q, slots))),
    claim: (claim) => fill(words.checkClaim, { ...slots, claim }),
    answers: words.checks,
    words: COMMON_WORDS[knobs.wording],
  });

  return {
    width: phrase + 1,
    sample(chance, rows, at) {
      rows[at + phrase] = chance.below(words.check.length);
      const target = chance.below(3);
      maker.draw(target, chance, rows, at);
      ends.writeCells(rows, at, cells);
      cells.markEnds(rows, at, ends.source, ends.target);
      rows[at + forms.answer] = target;
    },
    ...forms.completion(),
    marks: cells.letterMarks(2, knobs.wording),
    parts: gridParts(asked, {
      words,
      slots,
      instance: object({ rows: cells.shape(), moves: route.shape() }),
    }),
  };
}

/** Draws that may fail before a set of knobs is said to leave no room. */
const PATIENCE = 1000;

/** Draws grids with a route of a wanted kind. */
class RouteMaker {
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

  draw(target: number, chance: Chance, rows: Int32Array, at: number): void {
    const ends = this.#ends;
    for (let tries = 0; tries < PATIENCE; tries++) {
      ends.draw(chance);
      // Routes that are none come from shortest and from longer ways alike.
      const isDetour = target === LONGER || (target !== SHORTEST && chance.below(2) === 0);
      if (target !== SHORTEST) ends.copyTo(this.#grid);
      if (!isDetour) {
        this.#route.setCount(rows, at, ends.steps);
        ends.writeWay(chance, rows, at + this.#route.column(ends.steps));
      } else if (!this.#drawDetour(chance, rows, at)) continue;
      if (target === SHORTEST) return;
      if (target === LONGER ? this.#isSimple(rows, at) : this.#spoil(chance, rows, at)) return;
    }
    throw new RangeError(
      `Cannot sample a route: none found in ${PATIENCE} grids, must leave more room for detours`,
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
