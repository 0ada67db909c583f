import { compareSqrtSums, toScaled } from "../geometry/mod.ts";

/** Points of a tour and where it must start. */
export interface SparkleTour {
  /** Coordinates as decimal strings. */
  readonly points: readonly (readonly [string, string])[];
  /** The index of the first point; null when any may be first. */
  readonly start: number | null;
}

/** What is known of a claimed order. */
export interface TourFinding {
  /** Whether no open path from the same start is shorter. */
  readonly optimal: boolean;
  /** A shortest order. */
  readonly best: readonly number[];
  /** Whether the claimed order, closed, is a shortest closed tour. */
  readonly closedOptimal: boolean;
}

/** More points than this have more orders than one record is worth. */
export const MOST_POINTS = 9;

/** Doubles of sums of a few square roots are right to much more than this part. */
const NEAR = 1e-9;

/**
 * Compares an order with every other, by doubles where those are far apart and by exact sums of
 * square roots where they are not.
 */
export function judgeTour(tour: SparkleTour, order: readonly number[]): TourFinding {
  const table = lengthTable(tour.points);
  const best = shortest(table, { start: tour.start, closed: false });
  const optimal = compare(table, order, best, false) <= 0;
  const closed = shortest(table, { start: 0, closed: true });
  return { optimal, best, closedOptimal: compare(table, order, closed, true) <= 0 };
}

/** The length of an order as a double. */
export function tourLength(
  points: SparkleTour["points"],
  order: readonly number[],
  closed: boolean,
): number {
  return measure(lengthTable(points), order, closed);
}

interface LengthTable {
  readonly n: number;
  readonly lengths: Float64Array;
  readonly squares: readonly bigint[];
}

function lengthTable(points: SparkleTour["points"]): LengthTable {
  const n = points.length;
  const { values, scale } = toScaled(points.flat(), "coordinates");
  const squares: bigint[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      squares.push(
        (values[2 * i]! - values[2 * j]!) ** 2n + (values[2 * i + 1]! - values[2 * j + 1]!) ** 2n,
      );
    }
  }
  const lengths = Float64Array.from(squares, (s) => Math.sqrt(Number(s)) / 10 ** scale);
  if (!lengths.every(Number.isFinite)) {
    throw new RangeError("Cannot measure points: their distances leave the doubles, must fit them");
  }
  return { n, lengths, squares };
}

interface Search {
  readonly start: number | null;
  readonly closed: boolean;
}

function shortest(table: LengthTable, { start, closed }: Search): readonly number[] {
  const { n, lengths } = table;
  const order: number[] = start === null ? [] : [start];
  const used = new Set(order);
  let best: number[] | null = null;
  let least = Infinity;
  const extend = (length: number) => {
    if (length > least * (1 + NEAR)) return;
    if (order.length === n) {
      const whole = measure(table, order, closed);
      if (best !== null && whole > least * (1 - NEAR) && compare(table, order, best, closed) >= 0) {
        return;
      }
      if (whole > least * (1 + NEAR)) return;
      best = [...order];
      least = whole;
      return;
    }
    for (let next = 0; next < n; next++) {
      if (used.has(next)) continue;
      const last = order.at(-1);
      used.add(next);
      order.push(next);
      extend(last === undefined ? 0 : length + lengths[last * n + next]!);
      order.pop();
      used.delete(next);
    }
  };
  extend(0);
  return best!;
}

function measure({ n, lengths }: LengthTable, order: readonly number[], closed: boolean): number {
  let sum = closed ? lengths[order.at(-1)! * n + order[0]!]! : 0;
  for (let i = 1; i < order.length; i++) sum += lengths[order[i - 1]! * n + order[i]!]!;
  return sum;
}

function compare(
  table: LengthTable,
  a: readonly number[],
  b: readonly number[],
  closed: boolean,
): number {
  const [m, n] = [measure(table, a, closed), measure(table, b, closed)];
  if (Math.abs(m - n) > NEAR * Math.max(m, n)) return Math.sign(m - n);
  return compareSqrtSums(steps(table, a, closed), steps(table, b, closed));
}

function steps({ n, squares }: LengthTable, order: readonly number[], closed: boolean): bigint[] {
  const list = order.slice(1).map((to, i) => squares[order[i]! * n + to]!);
  if (closed) list.push(squares[order.at(-1)! * n + order[0]!]!);
  return list;
}
