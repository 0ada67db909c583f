import { toScaled } from "../../geometry/decimal.ts";
import { gcd } from "../../geometry/gcd.ts";
import { COLOUR_IDS, COMMON_WORDS } from "../../text/wordings/common.ts";
import { chanceKey } from "../chance.ts";
import { sorted } from "./_sorted.ts";
import type { JsonValue } from "../../lines/template.ts";

/** A part of a dataset and its share of the whole. */
export interface Split {
  /** The name, such as `train`. */
  readonly name: string;
  /** The share, an integer of 1 or more; shares are measured against their sum. */
  readonly share: number;
}

/**
 * The split an instance belongs to. It depends on what a picture of the instance shows: points and
 * their colours, the cells of a grid, roads or blocks; so that two items with the same instance or
 * the same picture, of whatever task, run, language, frame or form, never stand in two splits. Maps
 * of points that are but shifted or scaled look alike where they are fitted to their picture, and
 * stay together everywhere. An instance that shows none of these counts as a whole, but for what is
 * asked of it.
 *
 * @param instance what a record holds under `instance`; the order of keys and points does not
 *   matter
 * @param splits one or more
 * @returns one of the splits
 * @throws RangeError when there is no split, or a share is not an integer of 1 or more
 *
 * Cost: some microseconds.
 *
 * @example
 * ```ts
 * import { splitOf } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const splits = [{ name: "train", share: 9 }, { name: "test", share: 1 }];
 * assertEquals(splitOf({ a: 1, b: 2 }, splits), splitOf({ b: 2, a: 1 }, splits));
 * ```
 */
export function splitOf(instance: JsonValue, splits: readonly Split[]): Split {
  const total = splits.reduce((sum, { name, share }) => {
    if (Number.isSafeInteger(share) && share >= 1) return sum + share;
    throw new RangeError(`Cannot split: the share of ${name} is ${share}, must be 1 or more`);
  }, 0);
  if (total === 0) throw new RangeError("Cannot split: there is no split, must be at least one");
  const hash = chanceKey(["split", sorted(sceneOf(instance))])[0]! >>> 0;
  let place = Math.floor(hash / 2 ** 32 * total);
  return splits.find(({ share }) => (place -= share) < 0)!;
}

/** What an instance shows, whatever is asked of it. */
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
