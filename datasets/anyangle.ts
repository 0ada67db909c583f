import { parseDecimal } from "../geometry/decimal.ts";
import { integerSqrt } from "../geometry/integer_sqrt.ts";
import { AnyAngle } from "../solvers/path/plane/any_angle.ts";
import type { MeshPath } from "../solvers/path/plane/polyanya.ts";
import { readMovingaiMap } from "./_movingai_map.ts";
import { isScenarioRow, type ScenarioRow, scenarioRows } from "./_scenario.ts";
import type { Dataset, Judgement, ReadContext, Reading, SourceFile } from "./dataset.ts";

/** Published lengths are sums of doubles; they are right when they err by less than this part. */
const TOLERANCE = 10n ** 9n;

/** Decimals to which lengths are computed before they are compared. */
const DIGITS = 30n;

/** Every way to take sides at double corners. */
const SIDES = [
  { startSide: 0, goalSide: 0 },
  { startSide: 0, goalSide: 1 },
  { startSide: 1, goalSide: 0 },
  { startSide: 1, goalSide: 1 },
] as const;

/**
 * Euclidean shortest paths between cell corners of grid maps: a table of lengths, one row for each
 * row of a scenario. At a corner where two blocked cells meet, the rules leave open on which side
 * a path starts or ends; where that matters the row is ambiguous.
 */
export const anyangle: Dataset = {
  name: "anyangle",
  summary:
    "Euclidean shortest paths on grid maps between cell corners: the `length` column (-1 = none) " +
    "of a .csv or .tsv table (semicolons, commas or tabs), to 1e-9 of itself.",
  source: "https://bitbucket.org/mlcui1/polyanya (results on the scenarios of movingai.com)",
  licence: "MIT for the program that made them",
  companions: [
    {
      key: "scen",
      summary: "the scenario; by default X.map.scen beside X.csv or X.tsv",
      required: false,
    },
    { key: "map", summary: "the map; by default X.map beside the table", required: false },
  ],
  claimEndsLine: true,
  read,
};

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  const stem = file.path.replace(/\.[ct]sv$/, "");
  const scenario = await companion("scen", `${stem}.map.scen`, { file, context });
  const rows = new Map<number, ScenarioRow | null>();
  for await (const row of scenarioRows(scenario)) {
    rows.set(row.index, isScenarioRow(row) ? row : null);
    const { line } = row;
    if (!isScenarioRow(row)) {
      yield { kind: "bad", where: { file: scenario.path, line }, message: row.message };
    }
  }
  const map = await companion("map", `${stem}.map`, { file, context });
  const routes = await readRoutes(map);
  if (typeof routes === "string") {
    yield { kind: "bad", where: { file: map.path }, message: routes };
  }
  let columns: Columns | null = null;
  let line = 0;
  let count = 0;
  for await (const text of file.lines()) {
    line++;
    if (columns === null) columns = readHead(file.path, text);
    else if (text.trim() !== "") {
      yield toReading({ text, line, columns, file, rows, routes, count: count++ });
    }
  }
}

/** A map to route on, or why it cannot be read. */
async function readRoutes(map: SourceFile): Promise<AnyAngle | string> {
  try {
    return new AnyAngle(await readMovingaiMap(map));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return error.message;
    throw error;
  }
}

interface Columns {
  readonly separator: string;
  readonly count: number;
  /** -1 where rows are those of the scenario in their order. */
  readonly index: number;
  readonly length: number;
}

function readHead(path: string, text: string): Columns {
  const separator = ["\t", ";", ","].find((s) => text.includes(s)) ?? ";";
  const names = text.split(separator).map((name) => name.trim().toLowerCase());
  const [index, length] = [names.indexOf("index"), names.indexOf("length")];
  if (length >= 0) return { separator, count: names.length, index, length };
  throw new SyntaxError(
    `Cannot read ${path}: line 1 must name the columns "index" and "length", separated by tabs, ` +
      '";" or ","',
  );
}

function companion(
  key: string,
  beside: string,
  { file, context }: { file: SourceFile; context: ReadContext },
): Promise<SourceFile> {
  const given = context.companions.get(key) ?? [beside];
  if (given.length === 1) return context.open(given[0]!);
  throw new Error(`Cannot verify ${file.path}: ${given.length} files "${key}", must be one`);
}

interface TableRow {
  readonly text: string;
  readonly line: number;
  /** How many rows stand before it. */
  readonly count: number;
  readonly columns: Columns;
  readonly file: SourceFile;
  /** The rows of the scenario; null for one that was told as bad. */
  readonly rows: ReadonlyMap<number, ScenarioRow | null>;
  /** Why the map cannot be read, where it cannot. */
  readonly routes: AnyAngle | string;
}

function toReading({ text, line, count, columns, file, rows, routes }: TableRow): Reading {
  const where = { file: file.path, line };
  const words = text.split(columns.separator).map((word) => word.trim());
  const bad = (message: string): Reading => ({ kind: "bad", where, message });
  if (words.length !== columns.count) {
    return bad(`Cannot read the row: ${words.length} fields, must be ${columns.count}`);
  }
  const index = columns.index < 0 ? String(count) : words[columns.index]!;
  const claimed = words[columns.length]!;
  const row = /^\d{1,9}$/.test(index) ? rows.get(Number(index)) : undefined;
  if (row === undefined) {
    return bad(
      `Cannot read index: "${index}", must be a row of the scenario, 0 to ${rows.size - 1}`,
    );
  }
  if (!/^(?:-1|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(claimed)) {
    return bad(`Cannot read length: "${claimed}", must be a number of 0 or more, or -1`);
  }
  const judged = () => {
    if (row === null) return unread("the row of the scenario");
    return typeof routes === "string" ? unread("the map") : judge(row, claimed, routes);
  };
  return { kind: "claim", id: index, where, claimed, judge: judged };
}

/** What was not read has a record of its own, which says what is wrong with it. */
function unread(what: string): Judgement {
  const reason = `${what} was not read`;
  return { verdict: "unsupported", answer: null, reason, margin: null };
}

function judge(row: ScenarioRow, claimed: string, routes: AnyAngle): Judgement {
  const { start, goal } = row;
  const path = routes.path(start, goal);
  const double = [start, goal].find((point) => routes.isDoubleCorner(point));
  const readings = double === undefined
    ? []
    : SIDES.map((sides) => routes.path(start, goal, sides));
  const answer = show(path);
  if (readings.every((reading) => show(reading) === answer)) {
    if (isRight(path, claimed)) return { verdict: "agree", answer, reason: null, margin: null };
  } else if ([path, ...readings].some((reading) => isRight(reading, claimed))) {
    const lengths = new Set([path, ...readings].map(show));
    const reason = `(${double![0]}, ${double![1]}) lies where two blocked cells meet: the length ` +
      `is ${[...lengths].join(" or ")}, by the side the path keeps to`;
    return { verdict: "ambiguous", answer, reason, margin: null };
  }
  const reason = `claimed ${claimed}, is ${answer}`;
  return { verdict: "disagree", answer, reason, margin: null };
}

function show(path: MeshPath | null): string {
  return path === null ? "-1" : String(path.length);
}

/** Whether the claim is within the tolerance of the sum of square roots, in integers. */
function isRight(path: MeshPath | null, claimed: string): boolean {
  if (path === null || claimed === "-1") return path === null && claimed === "-1";
  const unit = 10n ** DIGITS;
  const length = path.squares.reduce((sum, s) => sum + integerSqrt(BigInt(s) * unit * unit), 0n);
  const { digits, scale } = parseDecimal(claimed, "length");
  const difference = digits * unit / 10n ** BigInt(scale) - length;
  return (difference < 0n ? -difference : difference) * TOLERANCE <= length;
}
