import { isPlain } from "../../../geometry/plain_point.ts";
import { plainLength, type Tour, type TourLength } from "../length.ts";
import type { MatrixTour, PointTour, TourInstance, TourShape } from "../problem.ts";
import { type BatchForm, readForm } from "./_batch_form.ts";
import { UNIQUE } from "./_batch_into.ts";
import { openBatchKernel } from "./_batch_kernel.ts";
import { PointsBatch } from "./_points_batch.ts";
import { WeightsBatch, WIDE_LIMIT } from "./_weights_batch.ts";

/** Points at most, and their coordinates at most in size. */
const MOST_POINTS = 12;
const MOST = 2 ** 25;

/** The only shortest tour of an instance, and a copy of the instance. */
export interface PlainTour {
  /** The tour. */
  readonly tour: Tour;
  /** What was asked. */
  readonly instance: TourInstance;
}

/**
 * The only shortest tour through at most 12 points with integer coordinates, by Euclidean length,
 * or over a table of integers, by the kernel of batches.
 *
 * @returns null where several tours are shortest, where the kernel leaves that open, and where the
 * instance is of another kind or not in good order: the general search tells
 */
export function solvePlain(instance: TourInstance): PlainTour | null {
  if ("weights" in instance) return solveTable(instance);
  return instance.metric === "euclidean" ? solvePoints(instance) : null;
}

function solvePoints(instance: PointTour): PlainTour | null {
  const { points, metric } = instance;
  const shape = readShape(instance, points);
  const pairs = shape && readPairs(points);
  if (pairs === null) return null;
  const { n, single, nodes, ends } = shape!;
  const { coordinates, into } = single;
  for (let i = 0; i < n; i++) {
    const [x, y] = pairs[nodes[i]!]!;
    coordinates[2 * i] = x;
    coordinates[2 * i + 1] = y;
  }
  if (single.byPoints.solveOne(coordinates, into) !== UNIQUE) return null;
  const order = orderOf(nodes, into.orders);
  const length = plainLength(squaredSteps(pairs, order, ends.form === "closed"));
  return { tour: { order, length }, instance: { ...ends, points: pairs, metric } };
}

function solveTable(instance: MatrixTour): PlainTour | null {
  const { weights, directed = false } = instance;
  if (typeof directed !== "boolean") return null;
  const shape = readShape(instance, weights, directed);
  const rows = shape && readRows(weights, directed);
  if (rows === null) return null;
  const { n, single, nodes, ends } = shape!;
  const { table, into } = single;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) table[i * n + j] = rows[nodes[i]!]![nodes[j]!]!;
  }
  if (single.byWeights.solveOne(table, into) !== UNIQUE) return null;
  const order = orderOf(nodes, into.orders);
  const length = weightOf(rows, order, ends.form === "closed");
  return { tour: { order, length }, instance: { ...ends, weights: rows, directed } };
}

/** A kernel that solves one instance after the other, with what it reads and writes. */
interface Single {
  readonly byPoints: PointsBatch;
  readonly byWeights: WeightsBatch;
  readonly coordinates: Float64Array;
  readonly table: Int32Array;
  readonly into: { readonly orders: Uint8Array; readonly verdicts: Uint8Array };
}

/** What an instance says beside its numbers, ready for the kernel. */
interface Shape {
  readonly n: number;
  readonly single: Single;
  /** The points in the order in which the kernel has them: a start is first, an end last. */
  readonly nodes: readonly number[];
  /** The shape as it was asked. */
  readonly ends: TourShape;
}

function readShape(
  { form, start, end, fixed, precedence }: TourShape,
  list: unknown,
  directed = false,
): Shape | null {
  if (fixed !== undefined || precedence !== undefined) return null;
  if (!Array.isArray(list) || (form !== "closed" && form !== "open")) return null;
  const n = list.length;
  if (n < 3 || n > MOST_POINTS) return null;
  const hasStart = start !== undefined;
  const hasEnd = end !== undefined;
  if (form === "closed" && (hasStart || hasEnd)) return null;
  if ((hasStart && !isIndex(start, n)) || (hasEnd && !isIndex(end, n))) return null;
  if (hasStart && start === end) return null;
  const nodes: number[] = [];
  if (hasStart) nodes.push(start);
  for (let i = 0; i < n; i++) if (i !== start && i !== end) nodes.push(i);
  if (hasEnd) nodes.push(end);
  const ends: TourShape = !hasStart && !hasEnd
    ? { form }
    : { form, ...(hasStart ? { start } : {}), ...(hasEnd ? { end } : {}) };
  return { n, single: singleOf(n, ends, directed), nodes, ends };
}

function isIndex(value: unknown, n: number): value is number {
  return isPlain(value) && value >= 0 && value < n;
}

const SINGLES: (Single | undefined)[] = [];

/** The kernel for tours of one form; made once. */
function singleOf(n: number, { form, start, end }: TourShape, directed: boolean): Single {
  const fixedStart = start !== undefined;
  const fixedEnd = end !== undefined;
  const kind = +(form === "closed") | +fixedStart << 1 | +fixedEnd << 2 | +directed << 3 | n << 4;
  return SINGLES[kind] ??= openSingle(readForm(n, { form, fixedStart, fixedEnd, directed }));
}

function openSingle(form: BatchForm): Single {
  return {
    // Each has a memory of its own, for both leave there what the other must not read.
    byPoints: new PointsBatch(form, openBatchKernel(form.inner, true)),
    byWeights: new WeightsBatch(form, openBatchKernel(form.inner, true)),
    coordinates: new Float64Array(2 * form.n),
    table: new Int32Array(form.n * form.n),
    into: { orders: new Uint8Array(form.n), verdicts: new Uint8Array(1) },
  };
}

/** The points, copied; null unless all are pairs of integers of at most 2^25. */
function readPairs(points: readonly unknown[]): [number, number][] | null {
  const pairs: [number, number][] = [];
  for (let i = 0; i < points.length; i++) {
    const point = points[i];
    if (!Array.isArray(point) || point.length !== 2) return null;
    const [x, y] = point;
    if (!isPlain(x, MOST) || !isPlain(y, MOST)) return null;
    pairs.push([x, y]);
  }
  return pairs;
}

/** The table, copied, its diagonal 0; null unless all are integers that the kernel takes. */
function readRows(weights: readonly unknown[], directed: boolean): number[][] | null {
  const n = weights.length;
  const most = Math.floor(WIDE_LIMIT / (2 * n));
  const rows: number[][] = [];
  for (let i = 0; i < n; i++) {
    const given = weights[i];
    if (!Array.isArray(given) || given.length !== n) return null;
    const row: number[] = [];
    for (let j = 0; j < n; j++) {
      const weight = i === j ? 0 : given[j];
      if (!isPlain(weight, most) || weight < 0) return null;
      if (!directed && j < i && rows[j]![i] !== weight) return null;
      row.push(weight);
    }
    rows.push(row);
  }
  return rows;
}

function orderOf(nodes: readonly number[], found: Uint8Array): number[] {
  const order: number[] = [];
  for (let i = 0; i < nodes.length; i++) order.push(nodes[found[i]!]!);
  return order;
}

function squaredSteps(
  points: readonly (readonly [number, number])[],
  order: readonly number[],
  closed: boolean,
): number[] {
  const n = order.length;
  const squares: number[] = [];
  for (let i = closed ? 0 : 1; i < n; i++) {
    const [ax, ay] = points[order[i]!]!;
    const [bx, by] = points[order[i === 0 ? n - 1 : i - 1]!]!;
    squares.push((ax - bx) ** 2 + (ay - by) ** 2);
  }
  return squares;
}

function weightOf(
  rows: readonly (readonly number[])[],
  order: readonly number[],
  closed: boolean,
): TourLength {
  let sum = closed ? rows[order.at(-1)!]![order[0]!]! : 0;
  for (let i = 1; i < order.length; i++) sum += rows[order[i - 1]!]![order[i]!]!;
  return { approximate: sum, exact: String(sum) };
}
