import { formatScaled, parseDecimal } from "../../../geometry/decimal.ts";
import type { Exact } from "../../../geometry/decimal.ts";
import { readGraph, readPairs } from "./_graph_data.ts";
import { tableFault } from "../table_limit.ts";
import {
  type Line,
  readDimension,
  readSections,
  type Sections,
  shorten,
  wordOf,
} from "./_lines.ts";
import { matrixLayout, TSPLIB_MATRIX_FORMS, type TsplibMatrixForm } from "./matrix_form.ts";
import { SPACE_METRICS, spaceDistance, type SpaceMetric } from "./_space_metric.ts";
import type { TourInstance } from "../problem.ts";
import { TSPLIB_METRICS, type TsplibMetric } from "../tsplib_metric.ts";
import { TsplibSyntaxError } from "./syntax_error.ts";

/** A tour problem as a TSPLIB file gives it. */
export interface TsplibProblem {
  /** The file's `NAME`, else empty. */
  readonly name: string;
  /** The number of nodes. */
  readonly dimension: number;
  /**
   * The tour that is asked for, closed but in a SOP; coordinates of the plane stand as they were
   * written.
   */
  readonly instance: TourInstance;
  /** The number of the file's first node: 1, or 0 in files of some other programs. */
  readonly firstNode: 0 | 1;
}

const TYPES = ["TSP", "ATSP", "SOP", "HCP"] as const;

type Type = typeof TYPES[number];

/** What each type may hold. */
const SECTIONS: Readonly<Record<Type, readonly string[]>> = {
  TSP: [
    "NODE_COORD_SECTION",
    "EDGE_WEIGHT_SECTION",
    "DISPLAY_DATA_SECTION",
    "FIXED_EDGES_SECTION",
  ],
  ATSP: ["EDGE_WEIGHT_SECTION", "DISPLAY_DATA_SECTION", "FIXED_EDGES_SECTION"],
  SOP: ["EDGE_WEIGHT_SECTION", "DISPLAY_DATA_SECTION"],
  HCP: ["EDGE_DATA_SECTION", "DISPLAY_DATA_SECTION", "FIXED_EDGES_SECTION"],
};

/** Tables of weights for more nodes than this are not made. */
const TABLE_LIMIT = 5000;

/**
 * Reads a TSPLIB file: `.tsp`, `.atsp`, `.sop` or `.hcp`.
 *
 * Nodes may be counted from 1 or from 0; `KEY value` may lack its colon; a comment behind a value or
 * data begins with one of `( # ! % ;` or `//`. Weights are whole or decimal numbers, with `null`,
 * `inf` or `infinity` for a step that is forbidden. Edges of a FIXED_EDGES_SECTION are `fixed`. In a
 * SOP the first node is the start, the last the end, and -1 says that the column's node comes before
 * the row's. An HCP has weight 1 for each of its edges, and no others.
 *
 * @param text the file
 * @returns the problem, its nodes counted from 0
 * @throws TsplibSyntaxError, with the line, for an unknown type, metric or form, a wrong
 * `DIMENSION`, a node that is given twice, a matrix that is not symmetric where it must be, a
 * section that cannot be honoured (such as depots), or a file that is cut off
 *
 * Cost: linear in the file.
 *
 * @example
 * ```ts
 * import { parseTsplib } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const file = `NAME: three
 * TYPE: TSP
 * DIMENSION: 3
 * EDGE_WEIGHT_TYPE: EUC_2D
 * NODE_COORD_SECTION
 * 1 0 0
 * 2 3 4
 * 3 2.5 1e1
 * EOF`;
 * assertEquals(parseTsplib(file).instance, {
 *   form: "closed",
 *   metric: "EUC_2D",
 *   points: [["0", "0"], ["3", "4"], ["2.5", "1e1"]],
 * });
 * ```
 */
export function parseTsplib(text: string): TsplibProblem {
  const file = readSections(text);
  const type = readType(file);
  const dimension = readDimension(file);
  for (const [key, { line }] of file.sections) {
    if (SECTIONS[type].includes(key)) continue;
    throw new TsplibSyntaxError(
      line,
      `${key} is not part of a plain tour problem of TYPE ${type}, must be left out`,
    );
  }
  const firstNode = firstNodeOf(file);
  const node = (word: string, line: number) => readNode(word, line, dimension, firstNode);
  const name = file.entries.get("NAME")?.value ?? "";
  const fixed = readPairs(file.sections.get("FIXED_EDGES_SECTION")?.lines ?? [], node);
  const plain = readInstance(file, type, dimension, node);
  const instance = fixed.length === 0 ? plain : { ...plain, fixed };
  return { name, dimension, instance, firstNode };
}

type NodeReader = (word: string, line: number) => number;

function readInstance(
  file: Sections,
  type: Type,
  dimension: number,
  node: NodeReader,
): TourInstance {
  const metric = type === "HCP" ? null : readMetric(file);
  if (metric === null || metric === "EXPLICIT" || SPACE_METRICS.some((m) => m === metric)) {
    const fault = tableFault(dimension);
    const { line } = file.entries.get("DIMENSION")!;
    if (fault !== null) throw new TsplibSyntaxError(line, `DIMENSION: ${fault}`);
  }
  if (metric === null) return readCycle(file, dimension, node);
  if (metric === "EXPLICIT") {
    if (type === "SOP") return readOrdered(file, dimension);
    const weights = readMatrix(file, dimension, type === "ATSP");
    return { form: "closed", weights, directed: type === "ATSP" };
  }
  if (type !== "TSP") {
    throw new TsplibSyntaxError(
      file.entries.get("TYPE")!.line,
      `TYPE is ${type} with EDGE_WEIGHT_TYPE ${metric}, must have EXPLICIT weights`,
    );
  }
  const space = SPACE_METRICS.find((m) => m === metric);
  if (space !== undefined) return inSpace(file, dimension, node, space);
  const points = readPoints(file, dimension, node, 2) as (readonly [string, string])[];
  return { form: "closed", points, metric: metric as TsplibMetric };
}

/** 0 where a node 0 is named, else 1. */
function firstNodeOf({ sections }: Sections): 0 | 1 {
  const first = (key: string): readonly string[] =>
    (sections.get(key)?.lines ?? []).map(({ text }) => text.split(/\s+/, 1)[0]!);
  const all = (key: string): readonly string[] =>
    (sections.get(key)?.lines ?? []).flatMap(({ text }) => text.split(/\s+/));
  const named = [
    ...first("NODE_COORD_SECTION"),
    ...all("FIXED_EDGES_SECTION"),
    ...all("EDGE_DATA_SECTION"),
  ];
  return named.includes("0") ? 0 : 1;
}

function readNode(word: string, line: number, n: number, firstNode: number): number {
  const id = Number(word);
  if (/^\d+$/.test(word) && id >= firstNode && id < n + firstNode) return id - firstNode;
  throw new TsplibSyntaxError(
    line,
    `node "${shorten(word)}", must be ${firstNode} to ${n - 1 + firstNode} as DIMENSION says`,
  );
}

function readType({ entries }: Sections): Type {
  const entry = entries.get("TYPE");
  if (entry === undefined) return "TSP";
  const type = TYPES.find((type) => type === wordOf(entry).toUpperCase());
  if (type !== undefined) return type;
  throw new TsplibSyntaxError(
    entry.line,
    `TYPE is "${shorten(entry.value)}", must be one of ${TYPES.join(", ")}`,
  );
}

function readMetric({ entries, last }: Sections): TsplibMetric | SpaceMetric | "EXPLICIT" {
  const entry = entries.get("EDGE_WEIGHT_TYPE");
  if (entry === undefined) {
    throw new TsplibSyntaxError(last, "the file ends without an EDGE_WEIGHT_TYPE, must have one");
  }
  const known = [...TSPLIB_METRICS, ...SPACE_METRICS, "EXPLICIT" as const];
  const metric = known.find((m) => m === wordOf(entry).toUpperCase());
  if (metric !== undefined) return metric;
  throw new TsplibSyntaxError(
    entry.line,
    `EDGE_WEIGHT_TYPE is "${shorten(entry.value)}", must be one of ${known.join(", ")}`,
  );
}

function readPoints(
  file: Sections,
  n: number,
  node: NodeReader,
  size: 2 | 3,
): readonly (readonly string[])[] {
  const section = file.sections.get("NODE_COORD_SECTION");
  if (section === undefined) {
    throw new TsplibSyntaxError(
      file.last,
      "the file ends without a NODE_COORD_SECTION, must have one",
    );
  }
  const points = new Array<readonly string[] | undefined>(n);
  for (const line of section.lines) {
    const [word, ...point] = line.text.split(/\s+/);
    // Some files close the section by -1.
    if (word === "-1" && point.length === 0) break;
    const at = node(word!, line.number);
    requirePoint(word!, point, line, size);
    if (points[at] !== undefined) {
      throw new TsplibSyntaxError(line.number, `node ${word} is given twice, must be given once`);
    }
    points[at] = point;
  }
  const found = points.filter((point) => point !== undefined).length;
  if (found === n) return points as (readonly string[])[];
  throw new TsplibSyntaxError(
    file.last,
    `the file ends after ${found} nodes, must have ${n} as DIMENSION says`,
  );
}

function requirePoint(
  node: string,
  point: readonly string[],
  { number }: Line,
  size: number,
): void {
  if (point.length !== size) {
    throw new TsplibSyntaxError(
      number,
      `node ${node} has ${point.length} coordinates, must have ${size}`,
    );
  }
  for (const coordinate of point) {
    if (isDecimal(coordinate)) continue;
    throw new TsplibSyntaxError(
      number,
      `coordinate "${shorten(coordinate)}" of node ${node}, must be a decimal number`,
    );
  }
}

function isDecimal(word: string): boolean {
  try {
    parseDecimal(word);
    return true;
  } catch {
    return false;
  }
}

function inSpace(
  file: Sections,
  n: number,
  node: NodeReader,
  metric: SpaceMetric,
): TourInstance {
  requireTable(file, n);
  const places = readPoints(file, n, node, 3)
    .map((point) => point.map(Number) as [number, number, number]);
  const weights = places.map((a) => places.map((b) => spaceDistance(metric, a, b)));
  return { form: "closed", weights };
}

/** A cycle through all nodes along edges, of 1 each. */
function readCycle(file: Sections, n: number, node: NodeReader): TourInstance {
  requireTable(file, n);
  const weights = Array.from({ length: n }, () => new Array<number | null>(n).fill(null));
  for (const [a, b] of readGraph(file, node)) weights[a]![b] = weights[b]![a] = 1;
  return { form: "closed", weights };
}

function requireTable({ entries }: Sections, n: number): void {
  if (n <= TABLE_LIMIT) return;
  throw new TsplibSyntaxError(
    entries.get("DIMENSION")!.line,
    `DIMENSION is ${n}, must be at most ${TABLE_LIMIT} where distances need a table`,
  );
}

/** A way from the first node to the last on which -1 says what comes before what. */
function readOrdered(file: Sections, n: number): TourInstance {
  const weights: (Exact | null)[][] = readMatrix(file, n, true, true);
  const precedence: (readonly [number, number])[] = [];
  for (const [row, entries] of weights.entries()) {
    for (const [column, weight] of entries.entries()) {
      if (row === column || weight !== -1) continue;
      entries[column] = null;
      const isInner = column > 0 && row < n - 1 && row > 0 && column < n - 1;
      if (isInner) precedence.push([column, row]);
    }
  }
  return { form: "open", start: 0, end: n - 1, weights, directed: true, precedence };
}

function readMatrix(
  file: Sections,
  n: number,
  asymmetric: boolean,
  ordered = false,
): (Exact | null)[][] {
  requireTable(file, n);
  const form = readForm(file, asymmetric);
  const section = file.sections.get("EDGE_WEIGHT_SECTION");
  if (section === undefined) {
    throw new TsplibSyntaxError(
      file.last,
      "the file ends without an EDGE_WEIGHT_SECTION, must have one",
    );
  }
  const layout = matrixLayout(form, n);
  const weights = Array.from({ length: n }, () => new Array<Exact | null>(n).fill(0));
  const cells = layout.cells()[Symbol.iterator]();
  let found = 0;
  // A SOP repeats its dimension in front of the weights.
  let isDimension = ordered;
  for (const { number, text } of section.lines) {
    for (const word of text.split(/\s+/)) {
      if (isDimension && word === String(n) && text === word) {
        isDimension = false;
        continue;
      }
      isDimension = false;
      const weight = readWeight(word, number, ordered);
      const cell = cells.next();
      if (cell.done) {
        throw new TsplibSyntaxError(
          number,
          `more weights than ${form} of DIMENSION ${n} has, must be ${layout.count}`,
        );
      }
      const [row, column] = cell.value;
      found++;
      if (row === column) continue;
      weights[row]![column] = weight;
      if (form !== "FULL_MATRIX") weights[column]![row] = weight;
      else if (!asymmetric && row > column && weights[column]![row] !== weight) {
        throw new TsplibSyntaxError(
          number,
          `weight ${weight} of row ${row + 1}, column ${column + 1} against ` +
            `${weights[column]![row]} the other way, must be the same in TYPE TSP`,
        );
      }
    }
  }
  if (found === layout.count) return weights;
  throw new TsplibSyntaxError(
    file.last,
    `the file ends after ${found} weights, must have ${layout.count} as ${form} of DIMENSION ${n}`,
  );
}

function readForm({ entries, last }: Sections, asymmetric: boolean): TsplibMatrixForm {
  const entry = entries.get("EDGE_WEIGHT_FORMAT");
  if (entry === undefined) {
    throw new TsplibSyntaxError(last, "the file ends without an EDGE_WEIGHT_FORMAT, must have one");
  }
  const known = asymmetric ? ["FULL_MATRIX" as const] : TSPLIB_MATRIX_FORMS;
  const form = known.find((f) => f === wordOf(entry).toUpperCase());
  if (form !== undefined) return form;
  throw new TsplibSyntaxError(
    entry.line,
    `EDGE_WEIGHT_FORMAT is "${shorten(entry.value)}", must be ${
      asymmetric ? "FULL_MATRIX where directions differ" : `one of ${known.join(", ")}`
    }`,
  );
}

/** A weight as a whole number, or as a decimal text that is exact; null where it is forbidden. */
function readWeight(word: string, line: number, ordered: boolean): Exact | null {
  const plain = Number(word);
  if (/^\d{1,15}$/.test(word)) return plain;
  if (ordered && plain === -1) return -1;
  if (/^(?:null|\+?inf(?:inity)?)$/i.test(word)) return null;
  if (isDecimal(word)) {
    const { digits, scale } = parseDecimal(word);
    if (digits >= 0n && scale === 0 && digits <= BigInt(Number.MAX_SAFE_INTEGER)) {
      return Number(digits);
    }
    if (digits >= 0n) return formatScaled(digits, scale);
  }
  throw new TsplibSyntaxError(
    line,
    `weight "${shorten(word)}", must be a decimal number of 0 or more, or null`,
  );
}
