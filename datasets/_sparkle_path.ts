import { UnsupportedError } from "./_judging.ts";
import type { SparkleRecord } from "./_sparkle_records.ts";
import { judgeTour, MOST_POINTS, tourLength } from "./_sparkle_tour.ts";
import type { Judgement } from "./dataset.ts";

type Tour = Extract<SparkleRecord, { kind: "tour" }>;

/** Lengths of an info file are sums of doubles. */
const TOLERANCE = 1e-9;

/**
 * Judges the order of an open path through all points.
 *
 * @param tour the picture
 * @param order the claimed order, indices of points
 * @param start the index of the point it must start from; null when it is free
 */
export function judgePath(tour: Tour, order: readonly number[], start: number | null): Judgement {
  const { points, colors } = tour;
  if (colors.length !== points.length) {
    throw new RangeError(
      `Cannot use colors: ${colors.length} of them, must be ${points.length} as there are points`,
    );
  }
  if (points.length > MOST_POINTS) {
    throw new UnsupportedError(`does not try the orders of ${points.length} points`);
  }
  const faulty = faultInOrder(order, tour, start);
  const begin = faulty === null ? order : points.map((_, i) => i);
  const { best, optimal, closedOptimal } = judgeTour({ points, start }, begin);
  const answer = best.map((i) => colors[i]).join(", ");
  const told = { answer, margin: null };
  if (faulty !== null) return { ...told, verdict: "disagree", reason: faulty };
  if (!optimal) {
    const [ours, theirs] = [best, order].map((o) => tourLength(points, o, false).toPrecision(6));
    const reason = `a path of ${ours} is shorter than the claimed one of ${theirs}`;
    if (!closedOptimal) return { ...told, verdict: "disagree", reason };
    return { ...told, verdict: "disagree", reason, group: "closed tour cut open" };
  }
  return { ...told, ...judgeLength(tour, order) };
}

/** The order is right; is the length beside it? */
function judgeLength(
  { points, distance }: Tour,
  order: readonly number[],
): Pick<Judgement, "verdict" | "reason" | "group"> {
  const is = (length: number) =>
    distance === undefined || Math.abs(Number(distance) - length) <= TOLERANCE * length;
  const length = tourLength(points, order, false);
  if (is(length)) return { verdict: "agree", reason: null };
  const reason = `the path is ${length.toPrecision(6)} long, not ${distance}`;
  if (!is(tourLength(points, order, true))) {
    return { verdict: "disagree", reason, group: "distance" };
  }
  return {
    verdict: "agree",
    reason: `${reason}, which is the closed tour`,
    group: "distance of the closed tour",
  };
}

function faultInOrder(
  order: readonly number[],
  { points, colors }: Tour,
  start: number | null,
): string | null {
  const seen = new Set(order);
  const whole = order.length === points.length && seen.size === order.length &&
    order.every((i) => Number.isInteger(i) && i >= 0 && i < points.length);
  if (!whole) return "the claimed order does not visit each point once";
  if (start === null || order[0] === start) return null;
  return `the claimed order starts from ${colors[order[0]!]}, must start from ${colors[start]}`;
}
