import type { StepGrid } from "../../solvers/path/grid/step_grid.ts";
import type { Chance } from "../chance.ts";
import { choice, type LineShape, list, sequence, type Text, text } from "../../lines/template.ts";

/** The moves of a route as they stand in an instance. */
export const MOVES: readonly string[] = ["up", "right", "down", "left"];

/** By how much the id of a grid changes by each move. */
export function movesBy(grid: StepGrid): readonly number[] {
  return [-grid.stride, 1, grid.stride, -1];
}

/** A route in a row: how many moves it has, then the moves. */
export class RouteColumns {
  /** The columns they take. */
  readonly width: number;
  /** The most moves there is room for. */
  readonly most: number;
  readonly #base: number;

  constructor(most: number, base: number) {
    this.most = most;
    this.#base = base;
    this.width = 1 + most;
  }

  /** The number of moves. */
  count(rows: Int32Array, at: number): number {
    return rows[at + this.#base]!;
  }

  /** Sets the number of moves. */
  setCount(rows: Int32Array, at: number, count: number): void {
    rows[at + this.#base] = count;
  }

  /** The column of a move. */
  column(i: number): number {
    return this.#base + 1 + i;
  }

  /** The moves of a row, as an instance names them. */
  moves(row: Int32Array): readonly string[] {
    return Array.from({ length: this.count(row, 0) }, (_, i) => MOVES[row[this.column(i)]!]!);
  }

  /** The moves in words, one behind the other. */
  text(words: readonly string[]): Text {
    return list(this.#base, this.#moves(words), " ");
  }

  /** The moves as an array of strings. */
  shape(): LineShape {
    return sequence(this.#base, this.#moves(MOVES).map((move) => text(move)));
  }

  #moves(words: readonly string[]): Text[] {
    return Array.from({ length: this.most }, (_, i) => choice(this.column(i), words));
  }
}

/**
 * Writes a shortest way from the source of a grid's last spread to an id, ending at a column: each
 * step before it is any of those that are a step nearer, equally likely.
 */
export function writeWayTo(
  grid: StepGrid,
  id: number,
  { chance, rows, column }: { chance: Chance; rows: Int32Array; column: number },
): void {
  const by = movesBy(grid);
  for (let steps = grid.steps[id]!; steps > 0; steps--) {
    let found = 0;
    let move = 0;
    for (let d = 0; d < 4; d++) {
      if (grid.steps[id - by[d]!] === steps - 1 && chance.below(++found) === 0) move = d;
    }
    rows[--column] = move;
    id -= by[move]!;
  }
}
