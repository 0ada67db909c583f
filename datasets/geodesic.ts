import { readDouble } from "./_double.ts";
import { reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

/**
 * GeodTest: geodesics on the WGS84 ellipsoid, solved here by GeographicLib's algorithms, both from
 * the start (direct) and between the ends (inverse). A value is right when it is off by no more
 * than what 1e-7 m at the far end accounts for.
 */
export const geodesic: Dataset = {
  name: "geodesic",
  summary: "GeodTest: WGS84 geodesics, lat1 lon1 azi1 lat2 lon2 azi2 s12 a12 m12 S12 a line",
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

/** Angles in degrees, lengths in metres, the area under the geodesic in square metres. */
type Row = Readonly<Record<typeof FIELDS[number], number>>;

/** Metres. */
const TOLERANCE = 1e-7;

const DEGREE = Math.PI / 180;

async function* read(file: SourceFile): AsyncIterable<Reading> {
  let line = 0;
  for await (const text of file.lines()) {
    line++;
    if (text.trim() !== "") yield toReading(file.path, line, text.trim());
  }
}

function toReading(path: string, line: number, text: string): Reading {
  return reading({ file: path, line }, () => {
    const words = text.split(/\s+/);
    if (words.length !== FIELDS.length) {
      const must = `${FIELDS.length}: ${FIELDS.join(" ")}`;
      throw new SyntaxError(
        `Cannot read the line: it has ${words.length} columns, must have ${must}`,
      );
    }
    const row = Object.fromEntries(FIELDS.map((name, i) => [name, number(name, words[i]!)])) as Row;
    const claimed = words.slice(3).join(" ");
    return { id: String(line), claimed, judge: () => judge(row) };
  });
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
