import { type Exact, parseDecimal, toScaled } from "../../../geometry/decimal.ts";
import {
  either,
  EXACT,
  type Form,
  list,
  NULL,
  NUMBER,
  OBJECT,
  oneOf,
  optional,
  record,
  requireForm,
  TEXT,
  tuple,
  wholeFrom,
} from "../../../geometry/form.ts";
import type { CornerRule } from "./grid_instance.ts";
import type { Cell } from "./grid_map.ts";
import { requireCorners } from "./_query.ts";
import type { StepDirection, TerrainInstance } from "./terrain_instance.ts";

const CELL: Form = tuple(2, NUMBER, "[column, row]");
const DIRECTION = oneOf(
  "up",
  "up-right",
  "right",
  "down-right",
  "down",
  "down-left",
  "left",
  "up-left",
);
const ROWS = record({ rows: list(TEXT), blocked: optional(TEXT), free: optional(TEXT) });
const CELLS = record({ cells: list(list(either("a cost of 0 or more, or null", EXACT, NULL))) });

/** What a question for the way over a terrain is. */
export const TERRAIN_FORM: Form = record({
  map: (value) => OBJECT(value) ?? ("cells" in Object(value) ? CELLS : ROWS)(value),
  neighbours: NUMBER,
  corners: optional(oneOf("both-free", "one-free", "always")),
  start: CELL,
  goal: CELL,
  gates: optional(
    list(
      record({ cell: CELL, enter: optional(list(DIRECTION)), leave: optional(list(DIRECTION)) }),
    ),
  ),
  agent: optional(wholeFrom(1)),
  approach: optional(oneOf("euclidean", "manhattan", "chebyshev")),
});

/** The directions by number, turning to the right from up; odd ones are diagonal. */
export const DIRECTIONS: readonly (readonly [StepDirection, dx: number, dy: number])[] = [
  ["up", 0, -1],
  ["up-right", 1, -1],
  ["right", 1, 0],
  ["down-right", 1, 1],
  ["down", 0, 1],
  ["down-left", -1, 1],
  ["left", -1, 0],
  ["up-left", -1, -1],
];

/** Lengths stay below this in both parts. */
const LONGEST = 2 ** 51;

/** A terrain, read: places of the one who goes, row by row. */
export interface Terrain {
  readonly width: number;
  readonly height: number;
  /** What it costs to enter each place times 10^scale; Infinity where it is blocked. */
  readonly costs: Float64Array;
  readonly scale: number;
  readonly corners: CornerRule | null;
  /** Bit d of each place: whether a step in direction d may enter it; null where all may. */
  readonly enter: Uint8Array | null;
  /** The same for leaving. */
  readonly leave: Uint8Array | null;
  readonly start: number;
  readonly goal: number;
}

/** Checks an instance and brings its costs to whole numbers. */
export function readTerrain(instance: TerrainInstance): Terrain {
  requireForm(instance, TERRAIN_FORM);
  const { map, agent = 1, gates = [], approach } = instance;
  const corners = requireCorners(instance);
  const plain = readMap(map);
  const { width, height } = plain;
  const costs = widen(plain.costs, { width, height, agent });
  const most = costs.reduce((most, cost) => cost < Infinity ? Math.max(most, cost) : most, 0);
  if (most * width * height >= LONGEST) {
    throw new RangeError(
      `Cannot read map: a way may be ${most} * ${
        width * height
      } long in units of the last decimal, ` +
        "must be below 2^51",
    );
  }
  const place = ([x, y]: Cell, what: string): number => {
    const isInside = Number.isInteger(x) && Number.isInteger(y) && x >= 0 && y >= 0 && x < width &&
      y < height;
    if (isInside) return y * width + x;
    throw new RangeError(
      `Cannot use ${what}: (${x}, ${y}) is outside the map, must be within 0..${width - 1}, ` +
        `0..${height - 1}`,
    );
  };
  const start = place(instance.start, "start");
  const goal = place(instance.goal, "goal");
  const blocked = costs[start] === Infinity
    ? "start"
    : approach === undefined && costs[goal] === Infinity
    ? "goal"
    : null;
  if (blocked !== null) {
    const room = agent === 1 ? "a free cell" : `the corner of ${agent} times ${agent} free cells`;
    throw new RangeError(
      `Cannot use ${blocked}: (${instance[blocked].join(", ")}) is blocked, must be ${room}`,
    );
  }
  const [enter, leave] = [new Uint8Array(costs.length), new Uint8Array(costs.length)].map((a) =>
    a.fill(255)
  ) as [Uint8Array, Uint8Array];
  for (const [i, gate] of gates.entries()) {
    const at = place(gate.cell, `gates[${i}].cell`);
    enter[at]! &= maskOf(gate.enter);
    leave[at]! &= maskOf(gate.leave);
  }
  const masks = gates.length === 0 ? { enter: null, leave: null } : { enter, leave };
  return { ...plain, costs, corners, ...masks, start, goal };
}

function maskOf(directions: readonly StepDirection[] | undefined): number {
  if (directions === undefined) return 255;
  return directions.reduce(
    (mask, name) => mask | 1 << DIRECTIONS.findIndex((d) => d[0] === name),
    0,
  );
}

interface Costs {
  readonly width: number;
  readonly height: number;
  readonly costs: Float64Array;
  readonly scale: number;
}

function readMap(map: TerrainInstance["map"]): Costs {
  const rows: readonly (string | readonly unknown[])[] = "rows" in map ? map.rows : map.cells;
  const [height, width] = [rows.length, rows[0]?.length ?? 0];
  if (width === 0) throw new RangeError("Cannot read map: it has no cells, must have some");
  const ragged = rows.findIndex((row) => row.length !== width);
  if (ragged >= 0) {
    throw new RangeError(
      `Cannot read map: row ${ragged} has ${rows[ragged]!.length} cells, must have ${width}`,
    );
  }
  const { values, scale } = "rows" in map ? textCosts(map.rows, map) : cellCosts(map.cells);
  return { width, height, scale, costs: Float64Array.from(values) };
}

function textCosts(
  rows: readonly string[],
  { blocked = "#", free = ".", costs = {} }: { blocked?: string; free?: string; costs?: object },
): { values: number[]; scale: number } {
  const table = new Map<string, Exact | null>();
  for (const c of free) table.set(c, 1);
  for (const [c, cost] of Object.entries(costs)) table.set(c, cost);
  for (const c of blocked) table.set(c, null);
  const characters = [...table.keys()];
  const { values, scale } = scaled(
    [...table.values()],
    (k) => `costs[${JSON.stringify(characters[k])}]`,
  );
  const at = new Map(characters.map((c, k) => [c, values[k]!]));
  return {
    scale,
    values: rows.flatMap((row, y) =>
      Array.from({ length: row.length }, (_, x) => {
        const cost = at.get(row[x]!);
        if (cost !== undefined) return cost;
        throw new SyntaxError(
          `Cannot read map: ${JSON.stringify(row[x])} at column ${x} of row ${y}, must be one of ` +
            JSON.stringify(characters.join("")),
        );
      })
    ),
  };
}

function cellCosts(
  rows: readonly (readonly (Exact | null)[])[],
): { values: number[]; scale: number } {
  const width = rows[0]!.length;
  return scaled(rows.flat(), (k) => `cells[${Math.floor(k / width)}][${k % width}]`);
}

/** Costs as whole numbers of one scale; Infinity for null. */
function scaled(
  costs: readonly (Exact | null)[],
  name: (k: number) => string,
): { values: number[]; scale: number } {
  for (const [k, cost] of costs.entries()) {
    if (cost === null || parseDecimal(cost, name(k)).digits >= 0n) continue;
    throw new RangeError(`Cannot read ${name(k)}: ${cost}, must be 0 or more`);
  }
  const { values, scale } = toScaled(costs.map((cost) => cost ?? 0));
  return { scale, values: values.map((value, k) => costs[k] === null ? Infinity : Number(value)) };
}

/** The most that any cell under the one who goes costs; Infinity where it does not fit. */
function widen(
  costs: Float64Array,
  { width, height, agent }: { readonly width: number; readonly height: number; agent: number },
): Float64Array {
  const along = windows(costs, agent, 1, (k) => width - k % width);
  return windows(along, agent, width, (k) => height - Math.floor(k / width));
}

/** The most of each `size` values that lie `step` apart, by doubling; Infinity where fewer are left. */
function windows(
  values: Float64Array,
  size: number,
  step: number,
  left: (k: number) => number,
): Float64Array {
  let most = values;
  let covered = 1;
  while (covered < size) {
    const more = Math.min(covered, size - covered);
    const before = most;
    most = before.map((value, k) =>
      left(k) < covered + more ? Infinity : Math.max(value, before[k + more * step]!)
    );
    covered += more;
  }
  return most;
}
