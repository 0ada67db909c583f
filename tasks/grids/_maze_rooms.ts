import type { StepGrid } from "../../solvers/path/grid/step_grid.ts";

/** The rooms of a maze, numbered row by row, and how they lie beside each other. */
export interface MazeRooms {
  /** The id of each room in the grid. */
  readonly ids: Int32Array;
  /** Four a room, clockwise from above; -1 where there is none. */
  readonly neighbours: Int32Array;
  /** The sides of each room where there is another, a bit each, clockwise from above. */
  readonly sides: Uint8Array;
}

/** The rooms of a grid of 2n + 1 cells a side: the cells of odd columns and rows. */
export function mazeRooms(grid: StepGrid): MazeRooms {
  const rooms = (grid.width - 1) / 2;
  const neighbours = neighboursOf(rooms);
  return {
    ids: Int32Array.from(
      { length: rooms * rooms },
      (_, room) => grid.idOf(2 * (room % rooms) + 1, 2 * Math.floor(room / rooms) + 1),
    ),
    neighbours,
    sides: Uint8Array.from(
      { length: rooms * rooms },
      (_, room) =>
        [0, 1, 2, 3].reduce((bits, d) => bits | Number(neighbours[4 * room + d]! >= 0) << d, 0),
    ),
  };
}

function neighboursOf(rooms: number): Int32Array {
  const neighbours = new Int32Array(4 * rooms * rooms).fill(-1);
  for (let room = 0; room < rooms * rooms; room++) {
    const x = room % rooms;
    if (room >= rooms) neighbours[4 * room] = room - rooms;
    if (x < rooms - 1) neighbours[4 * room + 1] = room + 1;
    if (room < rooms * (rooms - 1)) neighbours[4 * room + 2] = room + rooms;
    if (x > 0) neighbours[4 * room + 3] = room - 1;
  }
  return neighbours;
}
