import { toScaled } from "../../geometry/decimal.ts";
import { gcd } from "../../geometry/gcd.ts";
import { COLOUR_IDS, COMMON_WORDS } from "../../text/wordings/common.ts";
import type { JsonValue } from "../../lines/template.ts";
import { sorted } from "./_sorted.ts";

/** What counts as the same scene. */
export type Sameness = "instance" | "symmetry";

/**
 * A text that is the same for instances that show the same, whatever is asked of them, in whatever
 * language: two records with one key have the same picture but for its style. By `symmetry`, maps
 * of points and grids that are turned or mirrored onto each other have one key as well.
 *
 * @param instance what a record holds under `instance`; the order of keys and points does not matter
 * @param by what counts as the same
 * @returns the key, as long as the instance
 *
 * Cost: some microseconds; eight times that by symmetry.
 *
 * @example
 * ```ts
 * import { sceneKey } from "@alidade/core/tasks";
 * import { assertEquals, assertNotEquals } from "@std/assert";
 *
 * const [a, b] = [{ rows: ["#.", ".."] }, { rows: ["..", ".#"] }];
 * assertNotEquals(sceneKey(a, "instance"), sceneKey(b, "instance"));
 * assertEquals(sceneKey(a, "symmetry"), sceneKey(b, "symmetry"));
 * ```
 */
export function sceneKey(instance: JsonValue, by: Sameness): string {
  const scene = sceneOf(instance);
  if (by === "instance") return write(scene);
  return TURNS.map((turn) => write(turned(scene, turn))).reduce((a, b) => b < a ? b : a);
}

/** The eight ways to turn or mirror a square: whether x and y are swapped, x and y turned over. */
const TURNS: readonly (readonly [boolean, boolean, boolean])[] = [false, true].flatMap((swap) =>
  [false, true].flatMap((x) => [false, true].map((y) => [swap, x, y] as const))
);

function turned(
  scene: JsonValue,
  [swap, overX, overY]: readonly [boolean, boolean, boolean],
): JsonValue {
  const { points, rows } = Object(scene) as { points?: string[]; rows?: JsonValue };
  if (Array.isArray(rows) && rows.every((row) => typeof row === "string")) {
    const cells = (rows as string[]).map((row) => [...row]);
    if (overY) cells.reverse();
    if (overX) cells.forEach((row) => row.reverse());
    const across = swap
      ? Array.from({ length: cells[0]?.length ?? 0 }, (_, x) => cells.map((row) => row[x] ?? ""))
      : cells;
    return { rows: across.map((row) => row.join("")) };
  }
  if (!Array.isArray(points)) return scene;
  const places = points.map((point) => {
    const [, name, x, y] = /^(.*),(-?\d+),(-?\d+)$/s.exec(point)!;
    const [px, py] = [(overX ? -1n : 1n) * BigInt(x!), (overY ? -1n : 1n) * BigInt(y!)];
    return { name: name!, x: swap ? py : px, y: swap ? px : py };
  });
  const [left, low] = [least(places.map(({ x }) => x)), least(places.map(({ y }) => y))];
  return { points: places.map(({ name, x, y }) => `${name},${x - left},${y - low}`).sort() };
}

function write(scene: JsonValue): string {
  return JSON.stringify(sorted(scene));
}

/**
 * What an instance shows, whatever is asked of it: points and their colours, the cells of a grid,
 * roads or blocks, in no language. Maps of points that are but shifted or scaled show the same.
 */
function sceneOf(instance: JsonValue): JsonValue {
  if (typeof instance !== "object" || instance === null || Array.isArray(instance)) return instance;
  const { ask: _, ...fields } = instance as Record<string, JsonValue>;
  const { instance: inner, rows, roads } = fields;
  if (inner !== undefined) return sceneOf(inner);
  const seen = pointsSeen(fields) ?? blocksSeen(fields);
  if (seen !== null) return seen;
  if (Array.isArray(rows)) return { rows };
  return Array.isArray(roads) ? { roads } : fields;
}

/** The colours of points in every language, by their words. */
const COLOUR_OF = new Map(
  Object.values(COMMON_WORDS).flatMap(({ colours }) =>
    colours.map((word, i) => [word, COLOUR_IDS[i]!] as const)
  ),
);

/** Points as they lie to each other on paper; null where there are none. */
function pointsSeen({ points, frame, side }: Record<string, JsonValue>): JsonValue | null {
  if (!Array.isArray(points) || points.length === 0 || !points.every(isPoint)) return null;
  const numbers = integers([
    ...points.flatMap(([, x, y]) => [x, y]),
    ...isExact(side) ? [side] : [],
  ]);
  const own = numbers.slice(0, 2 * points.length);
  const edge = numbers[own.length] ?? 0n;
  const xs = own.filter((_, i) => i % 2 === 0);
  const ys = own.filter((_, i) => i % 2 === 1).map((y) => frame === "y-down" ? edge - y : y);
  // One point alone lies somewhere on its map; several are drawn to fill their picture.
  const isAlone = points.length === 1;
  const [left, low] = isAlone ? [0n, 0n] : [least(xs), least(ys)];
  const places = [...xs.map((x) => x - left), ...ys.map((y) => y - low)];
  const unit = magnitude([...places, ...isAlone ? [edge] : []].reduce(gcd, 0n)) || 1n;
  const shown = points.map(([name], i) => {
    const place = [places[i]!, places[points.length + i]!].map((x) => String(x / unit));
    return [COLOUR_OF.get(name) ?? name, ...place].join();
  });
  return { points: shown.sort() };
}

/** Blocks as they lie on paper; null where there are none. */
function blocksSeen({ blocks, frame, most }: Record<string, JsonValue>): JsonValue | null {
  const isBlock = (block: JsonValue): block is number[] =>
    Array.isArray(block) && block.length === 4 && block.every(Number.isSafeInteger);
  if (!Array.isArray(blocks) || !blocks.every(isBlock)) return null;
  const edge = Number.isSafeInteger(most) ? most as number : 0;
  const unit = [edge, ...blocks.flat()].map(BigInt).reduce(gcd, 0n) || 1n;
  const turned = blocks.map(([x0, y0, x1, y1]) =>
    frame === "y-down" ? [x0!, edge - y1!, x1!, edge - y0!] : [x0!, y0!, x1!, y1!]
  );
  return {
    blocks: turned.map((block) => block.map((x) => String(BigInt(x) / unit)).join()).sort(),
  };
}

function isExact(value: JsonValue | undefined): value is number | string {
  return Number.isSafeInteger(value) ||
    typeof value === "string" && /^-?\d{1,30}(?:\.\d{1,30})?$/.test(value);
}

function isPoint(value: JsonValue): value is [string, number | string, number | string] {
  return Array.isArray(value) && value.length === 3 && typeof value[0] === "string" &&
    isExact(value[1]) && isExact(value[2]);
}

/** Numbers at one scale. */
function integers(numbers: readonly (number | string)[]): readonly bigint[] {
  return toScaled(numbers, "coordinates").values;
}

function magnitude(x: bigint): bigint {
  return x < 0n ? -x : x;
}

function least(numbers: readonly bigint[]): bigint {
  return numbers.reduce((a, b) => b < a ? b : a);
}
