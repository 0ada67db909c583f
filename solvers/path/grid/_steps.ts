import type { CornerRule } from "./grid_instance.ts";
import type { GridMap } from "./grid_map.ts";

/** The columns each of the 8 directions goes, clockwise from north (up); odd ones are diagonal. */
export const DX: readonly number[] = [0, 1, 1, 1, 0, -1, -1, -1];

/** The rows each direction goes; y grows downward. */
export const DY: readonly number[] = [-1, -1, 0, 1, 1, 1, 0, -1];

/** By how much an id changes in each direction. */
export function idSteps(map: GridMap): Int32Array {
  return Int32Array.from(DX, (dx, d) => dx + DY[d]! * map.stride);
}

const TABLES = new WeakMap<GridMap, Map<CornerRule | null, Uint8Array>>();

/** The directions in which each id may be left, a bit each; 0 for blocked ones. Kept per map. */
export function stepTable(map: GridMap, corners: CornerRule | null): Uint8Array {
  let tables = TABLES.get(map);
  if (tables === undefined) TABLES.set(map, tables = new Map());
  let table = tables.get(corners);
  if (table === undefined) tables.set(corners, table = makeTable(map, corners));
  return table;
}

function makeTable(map: GridMap, corners: CornerRule | null): Uint8Array {
  const table = new Uint8Array(map.idCount);
  const masks = ringMasks(corners);
  const { bits, stride } = map;
  const free = (id: number) => bits[id >> 5]! >> id & 1;
  for (let y = 0; y < map.height; y++) {
    const first = map.idOf(0, y);
    for (let id = first; id < first + map.width; id++) {
      if (free(id) === 0) continue;
      const up = id - stride;
      const down = id + stride;
      const ring = free(up) | free(up + 1) << 1 | free(id + 1) << 2 | free(down + 1) << 3 |
        free(down) << 4 | free(down - 1) << 5 | free(id - 1) << 6 | free(up - 1) << 7;
      table[id] = masks[ring]!;
    }
  }
  return table;
}

const MASKS = new Map<CornerRule | null, Uint8Array>();

/** For each set of free neighbours, as 8 bits, the directions in which the cell may be left. */
function ringMasks(corners: CornerRule | null): Uint8Array {
  let masks = MASKS.get(corners);
  if (masks === undefined) MASKS.set(corners, masks = makeMasks(corners));
  return masks;
}

function makeMasks(corners: CornerRule | null): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, ring) => {
    let mask = 0;
    for (let d = 0; d < 8; d++) {
      const beside = (ring >> (d + 7 & 7) & 1) + (ring >> (d + 1 & 7) & 1);
      const passable = d % 2 === 0 || besidePasses(corners, beside);
      if ((ring >> d & 1) === 1 && passable) mask |= 1 << d;
    }
    return mask;
  });
}

function besidePasses(corners: CornerRule | null, free: number): boolean {
  if (corners === null) return false;
  return free >= (corners === "both-free" ? 2 : corners === "one-free" ? 1 : 0);
}
