import { parseDecimal } from "../../../geometry/decimal.ts";
import { type Line, readDimension, readSections, type Sections, shorten } from "./_lines.ts";
import { matrixLayout, TSPLIB_MATRIX_FORMS, type TsplibMatrixForm } from "./matrix_form.ts";
import type { TourInstance } from "../problem.ts";
import { TSPLIB_METRICS, type TsplibMetric } from "../tsplib_metric.ts";
import { TsplibSyntaxError } from "./syntax_error.ts";

/** A tour problem as a `.tsp` or `.atsp` file gives it. */
export interface TsplibProblem {
  /** The file's `NAME`, else empty. */
  readonly name: string;
  /** The number of nodes. */
  readonly dimension: number;
  /** The closed tour that is asked for; its coordinates stand as they were written. */
  readonly instance: TourInstance;
}

const SECTIONS = ["NODE_COORD_SECTION", "EDGE_WEIGHT_SECTION", "DISPLAY_DATA_SECTION"];

/**
 * Reads a TSPLIB `.tsp` or `.atsp` file.
 *
 * @param text the file
 * @returns the problem, its nodes counted from 0
 * @throws TsplibSyntaxError, with the line, for an unknown type, metric or form, a wrong
 * `DIMENSION`, a node that is given twice, a matrix that is not symmetric where it must be, a
 * section that cannot be honoured (such as fixed edges), or a file that is cut off
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
  const asymmetric = readType(file) === "ATSP";
  const dimension = readDimension(file);
  for (const [key, { line }] of file.sections) {
    if (SECTIONS.includes(key)) continue;
    throw new TsplibSyntaxError(
      line,
      `${key} is not part of a plain tour problem, must be left out`,
    );
  }
  const name = file.entries.get("NAME")?.value ?? "";
  const metric = readMetric(file);
  if (metric === "EXPLICIT") {
    const weights = readMatrix(file, dimension, asymmetric);
    const instance = { form: "closed" as const, weights, directed: asymmetric };
    return { name, dimension, instance };
  }
  if (asymmetric) {
    throw new TsplibSyntaxError(
      file.entries.get("TYPE")!.line,
      `TYPE is ATSP with EDGE_WEIGHT_TYPE ${metric}, must have EXPLICIT weights`,
    );
  }
  const instance = { form: "closed" as const, points: readPoints(file, dimension), metric };
  return { name, dimension, instance };
}

function readType({ entries }: Sections): "TSP" | "ATSP" {
  const entry = entries.get("TYPE");
  if (entry === undefined) return "TSP";
  const type = /^(TSP|ATSP)\b/i.exec(entry.value)?.[1]?.toUpperCase();
  if (type === "TSP" || type === "ATSP") return type;
  throw new TsplibSyntaxError(entry.line, `TYPE is "${shorten(entry.value)}", must be TSP or ATSP`);
}

function readMetric({ entries, last }: Sections): TsplibMetric | "EXPLICIT" {
  const entry = entries.get("EDGE_WEIGHT_TYPE");
  if (entry === undefined) {
    throw new TsplibSyntaxError(last, "the file ends without an EDGE_WEIGHT_TYPE, must have one");
  }
  const known = [...TSPLIB_METRICS, "EXPLICIT" as const];
  const metric = known.find((m) => m === entry.value.toUpperCase());
  if (metric !== undefined) return metric;
  throw new TsplibSyntaxError(
    entry.line,
    `EDGE_WEIGHT_TYPE is "${shorten(entry.value)}", must be one of ${known.join(", ")}`,
  );
}

type Point = readonly [string, string];

function readPoints(file: Sections, n: number): readonly Point[] {
  const section = file.sections.get("NODE_COORD_SECTION");
  if (section === undefined) {
    throw new TsplibSyntaxError(
      file.last,
      "the file ends without a NODE_COORD_SECTION, must have one",
    );
  }
  const points = new Array<Point | undefined>(n);
  for (const line of section.lines) {
    const [id, point] = readPoint(line, n);
    if (points[id - 1] !== undefined) {
      throw new TsplibSyntaxError(line.number, `node ${id} is given twice, must be given once`);
    }
    points[id - 1] = point;
  }
  const found = section.lines.length;
  if (found < n) {
    throw new TsplibSyntaxError(
      file.last,
      `the file ends after ${found} nodes, must have ${n} as DIMENSION says`,
    );
  }
  return points as Point[];
}

function readPoint({ number, text }: Line, n: number): [number, Point] {
  const [word, ...point] = text.split(/\s+/);
  const id = Number(word);
  if (!/^\d+$/.test(word!) || id < 1 || id > n) {
    throw new TsplibSyntaxError(
      number,
      `node "${shorten(word!)}", must be 1 to ${n} as DIMENSION says`,
    );
  }
  if (point.length !== 2) {
    throw new TsplibSyntaxError(number, `node ${id} has ${point.length} coordinates, must have 2`);
  }
  for (const coordinate of point) {
    try {
      parseDecimal(coordinate);
    } catch {
      throw new TsplibSyntaxError(
        number,
        `coordinate "${shorten(coordinate)}" of node ${id}, must be a decimal number`,
      );
    }
  }
  return [id, [point[0]!, point[1]!]];
}

function readMatrix(file: Sections, n: number, asymmetric: boolean): number[][] {
  const form = readForm(file, asymmetric);
  const section = file.sections.get("EDGE_WEIGHT_SECTION");
  if (section === undefined) {
    throw new TsplibSyntaxError(
      file.last,
      "the file ends without an EDGE_WEIGHT_SECTION, must have one",
    );
  }
  const layout = matrixLayout(form, n);
  const weights = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const cells = layout.cells()[Symbol.iterator]();
  let found = 0;
  for (const { number, text } of section.lines) {
    for (const word of text.split(/\s+/)) {
      const weight = readWeight(word, number);
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
  const form = known.find((f) => f === entry.value.toUpperCase());
  if (form !== undefined) return form;
  throw new TsplibSyntaxError(
    entry.line,
    `EDGE_WEIGHT_FORMAT is "${shorten(entry.value)}", must be ${
      asymmetric ? "FULL_MATRIX in TYPE ATSP" : `one of ${known.join(", ")}`
    }`,
  );
}

function readWeight(word: string, line: number): number {
  const weight = Number(word);
  if (/^[+-]?\d+(\.0*)?$/.test(word) && Number.isSafeInteger(weight)) return weight;
  throw new TsplibSyntaxError(
    line,
    `weight "${shorten(word)}", must be a whole number of at most 2^53 - 1`,
  );
}
