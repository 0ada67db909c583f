import { readDouble } from "./_double.ts";
import { reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

/**
 * GeodTest: geodesics on the WGS84 ellipsoid, solved here by GeographicLib's algorithms, both from
 * the start (direct) and between the ends (inverse). A value is right when it is off by no more
 * than what 1e-7 m at the far end accounts for.
 *
 * A line has the ten columns of the set, or the twelve of GeographicLib's own tests, with the scales
 * M12 and M21 before S12; what follows these is not looked at. A line of names may stand first. Where
 * lines have two numbers, these are corners of a polygon, up to a line with their number, the
 * perimeter in metres and the area in square metres (positive where the corners run
 * counter-clockwise), as Planimeter writes them.
 */
export const geodesic: Dataset = {
  name: "geodesic",
  summary: "GeodTest: WGS84 geodesics, lat1 lon1 azi1 lat2 lon2 azi2 s12 a12 m12 [M12 M21] S12 a " +
    "line; or polygons, lat lon a line, then number, perimeter, area",
  source: "https://doi.org/10.5281/zenodo.32156",
  licence: "not stated by the files",
  companions: [],
  claimEndsLine: true,
  read,
};

const FIELDS = [
  "lat1",
  "lon1",
  "azi1",
  "lat2",
  "lon2",
  "azi2",
  "s12",
  "a12",
  "m12",
  "S12",
] as const;

/** The order with the scales, which are ratios. */
const SCALED_FIELDS = [...FIELDS.slice(0, 9), "M12", "M21", "S12"] as const;

/** Angles in degrees, lengths in metres, the area under the geodesic in square metres. */
type Row = Readonly<Record<typeof FIELDS[number], number>> & {
  readonly M12?: number;
  readonly M21?: number;
};

/** Metres. */
const TOLERANCE = 1e-7;

const DEGREE = Math.PI / 180;

async function* read(file: SourceFile): AsyncIterable<Reading> {
  let line = 0;
  let names: readonly string[] | null = null;
  let corners: Corner[] = [];
  for await (const text of file.lines()) {
    line++;
    const words = text.trim().split(/[\s,;]+/);
    const where = { file: file.path, line };
    if (text.trim() === "") continue;
    if (line === 1 && words.includes("lat1") && words.includes("s12")) names = words;
    else if (words.length === 2) {
      try {
        corners.push([number("lat", words[0]!), number("lon", words[1]!)]);
      } catch (error) {
        yield { kind: "bad", where, message: (error as Error).message };
      }
    } else if (words.length === 3) {
      yield areaReading(where, words, corners);
      corners = [];
    } else yield toReading(where, words, names);
  }
  if (corners.length === 0) return;
  const message = `Cannot read the polygon: the file ends after ${corners.length} corners, must ` +
    "have their number, the perimeter and the area behind them";
  yield { kind: "bad", where: { file: file.path, line }, message };
}

type Where = { readonly file: string; readonly line: number };

function toReading(
  where: Where,
  words: readonly string[],
  names: readonly string[] | null,
): Reading {
  return reading(where, () => {
    const order = names ?? orderOf(words);
    if (words.length < order.length || (names !== null && words.length > names.length)) {
      const must = names === null
        ? `${FIELDS.length}: ${FIELDS.join(" ")}, or ${SCALED_FIELDS.length} with M12 M21`
        : `${names.length} as line 1 names`;
      throw new SyntaxError(
        `Cannot read the line: it has ${words.length} columns, must have ${must}`,
      );
    }
    const row = Object.fromEntries(
      SCALED_FIELDS.flatMap((name) => {
        const at = order.indexOf(name);
        return at < 0 ? [] : [[name, number(name, words[at]!)]];
      }),
    ) as Row;
    const missing = FIELDS.find((name) => row[name] === undefined);
    if (missing !== undefined) {
      throw new SyntaxError(`Cannot read the line: no column is ${missing}, must be one`);
    }
    const claimed = words.slice(3).join(" ");
    return { id: String(where.line), claimed, judge: () => judge(row) };
  });
}

/** Scales are at most 1 in size, areas are none of that size beside them. */
function orderOf(words: readonly string[]): readonly string[] {
  const isScale = (word: string | undefined) =>
    word !== undefined && Math.abs(Number(word)) <= 1.01;
  const isScaled = words.length >= SCALED_FIELDS.length && isScale(words[9]) && isScale(words[10]);
  return isScaled ? SCALED_FIELDS : FIELDS;
}

/** A latitude and a longitude. */
type Corner = readonly [number, number];

function areaReading(where: Where, words: readonly string[], corners: readonly Corner[]): Reading {
  return reading(where, () => {
    const [count, perimeter, area] = words.map((word, i) =>
      readDouble(word, ["number", "perimeter", "area"][i]!)
    ) as [number, number, number];
    if (count !== corners.length || count < 3) {
      throw new SyntaxError(
        `Cannot read number: is ${count}, must be that of the corners before, ${corners.length}, ` +
          "and at least 3",
      );
    }
    const claimed = words.slice(1).join(" ");
    const digits = words.slice(1).map(lastDigit) as [number, number];
    const judge = () => judgeArea(corners, { perimeter, area, digits });
    return { id: String(where.line), claimed, judge };
  });
}

/** Half a unit of the last digit that is written. */
function lastDigit(word: string): number {
  const [mantissa, exponent = "0"] = word.toLowerCase().split("e") as [string, string?];
  return 0.5 * 10 ** (Number(exponent) - (mantissa.split(".")[1]?.length ?? 0));
}

/** Square metres by which the area below one edge may be off. */
const AREA_TOLERANCE = 0.1;

async function judgeArea(
  corners: readonly Corner[],
  claim: {
    readonly perimeter: number;
    readonly area: number;
    readonly digits: readonly [number, number];
  },
): Promise<Judgement> {
  const { Geodesic } = await geographicLib();
  const polygon = Geodesic.WGS84.Polygon(false);
  for (const [lat, lon] of corners) polygon.AddPoint(lat, lon);
  const { perimeter, area = NaN } = polygon.Compute(false, true);
  const answer = `${perimeter} ${area}`;
  const n = corners.length;
  const near = (a: number, b: number, tolerance: number) => Math.abs(a - b) <= tolerance;
  const areaTolerance = Math.max(claim.digits[1], n * AREA_TOLERANCE);
  if (!near(perimeter, claim.perimeter, Math.max(claim.digits[0], n * TOLERANCE))) {
    const reason = `perimeter is ${perimeter}, claimed ${claim.perimeter}`;
    return { verdict: "disagree", answer, reason, margin: null, group: "perimeter" };
  }
  if (near(area, claim.area, areaTolerance)) {
    return { verdict: "agree", answer, reason: null, margin: null };
  }
  if (near(area, -claim.area, areaTolerance)) {
    const reason = `the area is ${area} with its sign, claimed ${claim.area}: the corners run ` +
      `${area > 0 ? "counter-" : ""}clockwise`;
    return { verdict: "ambiguous", answer, reason, margin: null, group: "area" };
  }
  const reason = `area is ${area}, claimed ${claim.area}`;
  return { verdict: "disagree", answer, reason, margin: null, group: "area" };
}

function number(name: string, word: string): number {
  const value = readDouble(word, name);
  if (!name.startsWith("lat") || Math.abs(value) <= 90) return value;
  throw new SyntaxError(
    `Cannot read ${name}: is ${JSON.stringify(word)}, must be a latitude of -90 to 90`,
  );
}

async function judge(row: Row): Promise<Judgement> {
  const { direct, inverse, radius } = await solve(row);
  // Near a pole a short way changes azimuth, longitude and the area below by a lot.
  const stretch = 1 + Math.abs(Math.tan(row.lat2 * DEGREE));
  const arc = (name: "lat2" | "lon2" | "azi2" | "a12") => angle(direct[name] - row[name]) * radius;
  const off: readonly (readonly [keyof Row, number])[] = [
    ["lat2", arc("lat2")],
    ["lon2", arc("lon2") * Math.cos(row.lat2 * DEGREE)],
    ["azi2", arc("azi2") / stretch],
    ["s12", inverse.s12 - row.s12],
    ["azi1", angle(inverse.azi1 - row.azi1) * row.m12],
    ["a12", arc("a12")],
    ["m12", direct.m12 - row.m12],
    ["S12", (direct.S12 - row.S12) / (radius * stretch)],
    // A scale changes along a geodesic by its part of the radius.
    ["M12", ((direct.M12 ?? 0) - (row.M12 ?? direct.M12 ?? 0)) * radius],
    ["M21", ((direct.M21 ?? 0) - (row.M21 ?? direct.M21 ?? 0)) * radius],
  ];
  const wrong = off.find(([, metres]) => !(Math.abs(metres) <= TOLERANCE));
  const ours: Row = { ...direct, s12: inverse.s12 };
  const answer = FIELDS.slice(3).map((name) => ours[name]).join(" ");
  if (wrong === undefined) return { verdict: "agree", answer, reason: null, margin: null };
  const [name, metres] = wrong;
  const is = name === "azi1" ? inverse.azi1 : ours[name];
  const reason = `${name} is ${is}, claimed ${row[name]}: ${Math.abs(metres)} m off`;
  return { verdict: "disagree", answer, reason, margin: null, group: name };
}

/** An angle in degrees as radians of -pi to pi. */
function angle(degrees: number): number {
  return (degrees - 360 * Math.round(degrees / 360)) * DEGREE;
}

interface Solved {
  readonly direct: Row;
  readonly inverse: Row;
  /** The equatorial radius, in metres. */
  readonly radius: number;
}

async function solve({ lat1, lon1, azi1, lat2, lon2, s12 }: Row): Promise<Solved> {
  const { Geodesic } = await geographicLib();
  const { WGS84, ALL } = Geodesic;
  return {
    direct: WGS84.Direct(lat1, lon1, azi1, s12, ALL) as Row,
    inverse: WGS84.Inverse(lat1, lon1, lat2, lon2, ALL) as Row,
    radius: WGS84.a,
  };
}

type GeographicLib = typeof import("geographiclib-geodesic");

/** Loaded with the first geodesic, so that nobody else pays for it. */
async function geographicLib(): Promise<GeographicLib> {
  const loaded = await import("geographiclib-geodesic");
  return "default" in loaded ? loaded.default as GeographicLib : loaded;
}
