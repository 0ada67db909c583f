import type { Exact } from "../../geometry/decimal.ts";
import { toScaled } from "../../geometry/decimal.ts";
import type { ExactPoint } from "../../geometry/exact_point.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import { LATTICE_LIMIT } from "../../geometry/range.ts";
import * as schema from "../../geometry/schema.ts";
import { type Phrase, phrase } from "../../text/phrase.ts";
import { COMMON_WORDS, type WordingName } from "../../text/wordings/common.ts";
import type { NamedPoint } from "../_instance.ts";
import type { JsonValue } from "../kind.ts";

/** A named point of an instance: its name, x and y. */
export type NamedPlace = readonly [name: string, x: Exact, y: Exact];

/** Named points that differ in their names, so many at least. */
export function namedPlaces(least: number): schema.Schema<readonly NamedPlace[]> {
  const place = schema.tuple("[name, x, y]", [schema.name, schema.exact, schema.exact]);
  return schema.refined(schema.list(place, least), (places) => {
    const names = new Set<string>();
    for (const [i, [name]] of places.entries()) {
      if (names.has(name)) {
        const is = `the name "${name}" stands twice`;
        return { path: `[${i}]`, value: name, is, must: "a name that no other has" };
      }
      names.add(name);
    }
    return null;
  });
}

/** What is wrong with the first of some fields that must be names of points; null where nothing is. */
export function strangeName<F extends string>(
  instance: { readonly points: readonly NamedPlace[] } & { readonly [N in F]: string },
  fields: readonly F[],
): Omit<schema.Fault, "isRange"> | null {
  for (const field of fields) {
    const value = instance[field];
    if (instance.points.some(([name]) => name === value)) continue;
    const must = `one of ${instance.points.map(([name]) => name).join(", ")}`;
    return { path: `.${field}`, value, must };
  }
  return null;
}

/** What is wrong with a list of names that must be of points, each once; null where nothing is. */
export function strangeOf(
  { points, of }: { readonly points: readonly NamedPlace[]; readonly of: readonly string[] },
): Omit<schema.Fault, "isRange"> | null {
  const known = new Set(points.map(([name]) => name));
  const at = of.findIndex((name, i) => !known.has(name) || of.indexOf(name) < i);
  if (at < 0) return null;
  return { path: `.of[${at}]`, value: of[at], must: "the name of a point that stands once" };
}

/** Where a point lies. */
export function placeNamed(points: readonly NamedPlace[], name: string): ExactPoint {
  for (const [own, x, y] of points) if (own === name) return [x, y];
  throw new RangeError(`Cannot find ${JSON.stringify(name)}, must be the name of a point`);
}

/** The points in integers, for drawing; and further numbers at the same scale. */
export function scaledPlaces(
  points: readonly NamedPlace[],
  more: readonly Exact[] = [],
): { readonly points: readonly NamedPoint[]; readonly extra: readonly number[] } {
  const given = [...points.flatMap(([, x, y]) => [x, y]), ...more];
  const whole = given.every((x) => typeof x === "number" && Number.isSafeInteger(x))
    ? given as readonly number[]
    : toScaled(given, "coordinates").values.map(Number);
  if (whole.some((v) => Math.abs(v) > LATTICE_LIMIT)) {
    throw new RangeError(
      `Cannot draw points: a coordinate is beyond 2^25 units of the last digit, must be below`,
    );
  }
  return {
    points: points.map(([name], i) => ({ name, x: whole[2 * i]!, y: whole[2 * i + 1]! })),
    extra: whole.slice(2 * points.length),
  };
}

/** What a picture of points shows, whatever is asked: their order is not seen. */
export function sceneOfPoints(points: readonly NamedPlace[]): JsonValue {
  return { points: points.map((point) => JSON.stringify(point)).sort() };
}

/** Each point with its coordinates, in words. */
export function listedPlaces(points: readonly NamedPlace[], wording: string): string {
  const say = POINT_PHRASES.get(wording) ?? POINT_PHRASES.get("en")!;
  let text = "";
  for (let i = 0; i < points.length; i++) {
    const [name, x, y] = points[i]!;
    text += `${i === 0 ? "" : ", "}${say(name, String(x), String(y))}`;
  }
  return text;
}

const POINT_PHRASES: ReadonlyMap<string, Phrase> = new Map(
  Object.entries(COMMON_WORDS).map(([wording, { point }]) =>
    [wording as WordingName, phrase(point, ["name", "x", "y"])] as const
  ),
);

/** Which way y points, in words. */
export function yAxisIn(wording: string, frame: PlaneFrame): string {
  return COMMON_WORDS[wording as WordingName].yAxis[frame === "y-up" ? 0 : 1];
}

/** The most decimals that a coordinate is written with. */
export function decimalsOf(points: readonly NamedPlace[]): number {
  let most = 0;
  for (const place of points) {
    for (let axis = 1; axis <= 2; axis++) {
      const written = place[axis]!;
      if (typeof written !== "string") continue;
      const point = written.indexOf(".");
      if (point >= 0) most = Math.max(most, written.length - point - 1);
    }
  }
  return most;
}

/** What stands outside of a map of a side from 0; null where nothing does. */
export function outsideOf(
  points: readonly NamedPlace[],
  side: Exact,
): Omit<schema.Fault, "isRange"> | null {
  const { values } = toScaled([...points.flatMap(([, x, y]) => [x, y]), side], "coordinates");
  const most = values.at(-1)!;
  if (most <= 0n) return { path: ".side", value: side, must: "above 0" };
  const at = values.findIndex((v) => v < 0n || v > most);
  if (at < 0) return null;
  const place = points[at >> 1]!;
  const is = `"${place[0]}" is outside of the map`;
  return { path: `.points[${at >> 1}]`, value: place, is, must: `from 0 to ${side}` };
}

/** An integer with so many of its digits behind the point. */
export function fixed(value: number, decimals: number): string {
  if (decimals === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(decimals + 1, "0");
  const sign = value < 0 ? "-" : "";
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
