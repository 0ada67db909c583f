import type { StepGrid } from "../../solvers/path/grid/step_grid.ts";
import type { Chance } from "../chance.ts";
import { mazeRooms } from "./_maze_rooms.ts";

/** How a maze is made: each leaves exactly one way between any two rooms. */
export const MAZE_KINDS = ["depth-first", "prim", "kruskal", "wilson", "division"] as const;

/** One of {@link MAZE_KINDS}. */
export type MazeKind = typeof MAZE_KINDS[number];

/** The sides of which a bit is set. */
const SIDES: readonly (readonly number[])[] = Array.from(
  { length: 16 },
  (_, bits) => [0, 1, 2, 3].filter((d) => bits >> d & 1),
);

/**
 * Makes mazes of n x n rooms on a grid of 2n + 1 cells a side: rooms at odd columns and rows, walls
 * between them that are opened or not. All scratch is made once.
 *
 * - `depth-first`: a walk that goes on to a room not seen yet, and back where there is none.
 * - `prim`: a room at the edge of the maze, any of them equally likely, is joined to it.
 * - `kruskal`: the walls in any order, each opened where it parts rooms not joined yet.
 * - `wilson`: walks without loops from each room to the maze, which makes all mazes equally likely
 *   (D. B. Wilson, Generating random spanning trees more quickly than the cover time, 1996).
 * - `division`: the space is halved by walls with one gap, again and again.
 */
export class MazeMaker {
  readonly #grid: StepGrid;
  readonly #rooms: number;
  readonly #stack: Int32Array;
  readonly #edge: Int32Array;
  readonly #walls: Int32Array;
  readonly #root: Int32Array;
  readonly #seen: Uint8Array;
  readonly #exit: Int32Array;
  /** The id of each room in the grid. */
  readonly #ids: Int32Array;
  /** Four a room, clockwise from above; -1 where there is none. */
  readonly #neighbours: Int32Array;
  /** The sides of each room where there is another, a bit each, clockwise from above. */
  readonly #sides: Uint8Array;
  /** Those of them where the other is not in the maze yet. */
  readonly #untaken: Uint8Array;

  constructor(grid: StepGrid) {
    const rooms = (grid.width - 1) / 2;
    this.#grid = grid;
    this.#rooms = rooms;
    this.#stack = new Int32Array(4 * rooms * rooms);
    this.#edge = new Int32Array(rooms * rooms);
    this.#walls = new Int32Array(2 * rooms * rooms);
    this.#root = new Int32Array(rooms * rooms);
    this.#seen = new Uint8Array(rooms * rooms);
    this.#exit = new Int32Array(rooms * rooms);
    ({ ids: this.#ids, neighbours: this.#neighbours, sides: this.#sides } = mazeRooms(grid));
    this.#untaken = new Uint8Array(rooms * rooms);
  }

  /** Draws a maze, then opens some of the walls that are left, in percent. */
  draw(kind: MazeKind, openings: number, chance: Chance): void {
    this.#grid.free.fill(0);
    this.#seen.fill(0);
    this.#untaken.set(this.#sides);
    for (let room = 0; room < this.#rooms ** 2; room++) this.#grid.free[this.#idOf(room)] = 1;
    if (kind === "depth-first") this.#depthFirst(chance);
    else if (kind === "prim") this.#prim(chance);
    else if (kind === "kruskal") this.#kruskal(chance);
    else if (kind === "wilson") this.#wilson(chance);
    else this.#divide(chance);
    if (openings > 0) this.#open(openings, chance);
  }

  #idOf(room: number): number {
    return this.#ids[room]!;
  }

  /** The room beside another, clockwise from above by d; -1 where there is none. */
  #beside(room: number, d: number): number {
    return this.#neighbours[4 * room + d]!;
  }

  #join(a: number, b: number): void {
    this.#grid.free[(this.#idOf(a) + this.#idOf(b)) / 2] = 1;
  }

  /** Takes a room into the maze. */
  #take(room: number): void {
    for (let d = 0; d < 4; d++) {
      const other = this.#beside(room, d);
      if (other >= 0) this.#untaken[other]! &= ~(1 << (d ^ 2));
    }
  }

  /** Draws one of some sides of a room, a bit each, and gives the room there. */
  #drawBeside(room: number, sides: number, chance: Chance): number {
    const count = SIDES[sides]!.length;
    return this.#beside(room, SIDES[sides]![count === 1 ? 0 : chance.below(count)]!);
  }

  #depthFirst(chance: Chance): void {
    const stack = this.#stack;
    let size = 0;
    stack[size++] = chance.below(this.#rooms ** 2);
    this.#take(stack[0]!);
    while (size > 0) {
      const room = stack[size - 1]!;
      const sides = this.#untaken[room]!;
      if (sides === 0) size--;
      else {
        const next = this.#drawBeside(room, sides, chance);
        this.#join(room, next);
        this.#take(next);
        stack[size++] = next;
      }
    }
  }

  #prim(chance: Chance): void {
    const edge = this.#edge;
    let size = 0;
    let room = chance.below(this.#rooms ** 2);
    this.#seen[room] = 1;
    while (true) {
      this.#take(room);
      for (let d = 0; d < 4; d++) {
        const other = this.#beside(room, d);
        if (other < 0 || this.#seen[other] === 1) continue;
        this.#seen[other] = 1;
        edge[size++] = other;
      }
      if (size === 0) return;
      const pick = chance.below(size);
      room = edge[pick]!;
      edge[pick] = edge[--size]!;
      const taken = this.#sides[room]! & ~this.#untaken[room]!;
      this.#join(room, this.#drawBeside(room, taken, chance));
    }
  }

  /** Walls are numbered 2 * room + 0 to its right, + 1 below it. */
  #kruskal(chance: Chance): void {
    const walls = this.#walls;
    const root = this.#root;
    for (let i = 0; i < walls.length; i++) walls[i] = i;
    for (let i = 0; i < root.length; i++) root[i] = i;
    for (let left = walls.length; left > 0; left--) {
      const pick = chance.below(left);
      const wall = walls[pick]!;
      walls[pick] = walls[left - 1]!;
      const room = wall >> 1;
      const other = this.#beside(room, wall % 2 === 0 ? 1 : 2);
      if (other < 0) continue;
      const [a, b] = [this.#rootOf(room), this.#rootOf(other)];
      if (a === b) continue;
      root[a] = b;
      this.#join(room, other);
    }
  }

  #rootOf(room: number): number {
    const root = this.#root;
    while (root[room] !== room) room = root[room] = root[root[room]!]!;
    return room;
  }

  #wilson(chance: Chance): void {
    const seen = this.#seen;
    const exit = this.#exit;
    seen[chance.below(seen.length)] = 1;
    for (let from = 0; from < seen.length; from++) {
      // Each room keeps the last exit of the walk, which leaves out its loops.
      for (let room = from; seen[room] === 0; room = exit[room]!) {
        let next = -1;
        while (next < 0) next = this.#beside(room, chance.below(4));
        exit[room] = next;
      }
      for (let room = from; seen[room] === 0; room = exit[room]!) {
        seen[room] = 1;
        this.#join(room, exit[room]!);
      }
    }
  }

  /** Spaces wait on the stack as left, top, width, height in rooms. */
  #divide(chance: Chance): void {
    const n = this.#rooms;
    for (let room = 0; room < n * n; room++) {
      for (const d of [1, 2]) {
        if (this.#beside(room, d) >= 0) this.#join(room, this.#beside(room, d));
      }
    }
    const stack = this.#stack;
    let size = 0;
    const push = (x: number, y: number, width: number, height: number) => {
      if (width < 2 && height < 2) return;
      stack[size++] = x;
      stack[size++] = y;
      stack[size++] = width;
      stack[size++] = height;
    };
    push(0, 0, n, n);
    while (size > 0) {
      const height = stack[--size]!;
      const width = stack[--size]!;
      const y = stack[--size]!;
      const x = stack[--size]!;
      const isUpright = width > height || (width === height && chance.below(2) === 0);
      const at = chance.below((isUpright ? width : height) - 1);
      const gap = chance.below(isUpright ? height : width);
      for (let i = 0; i < (isUpright ? height : width); i++) {
        if (i === gap) continue;
        const room = isUpright ? (y + i) * n + x + at : (y + at) * n + x + i;
        this.#close(room, this.#beside(room, isUpright ? 1 : 2));
      }
      if (isUpright) {
        push(x, y, at + 1, height);
        push(x + at + 1, y, width - at - 1, height);
      } else {
        push(x, y, width, at + 1);
        push(x, y + at + 1, width, height - at - 1);
      }
    }
  }

  #close(a: number, b: number): void {
    this.#grid.free[(this.#idOf(a) + this.#idOf(b)) / 2] = 0;
  }

  /** Opens each wall between two rooms that still stands with this chance. */
  #open(percent: number, chance: Chance): void {
    for (let room = 0; room < this.#rooms ** 2; room++) {
      for (let d = 1; d <= 2; d++) {
        const other = this.#beside(room, d);
        if (other >= 0 && chance.below(100) < percent) this.#join(room, other);
      }
    }
  }
}
