import { formatScaled } from "../../geometry/decimal.ts";
import { quotientDown } from "../../geometry/round_down.ts";
import { exact, impossible, type Outcome, tie } from "../outcome.ts";
import { toInnerPath } from "./_inner_path.ts";
import { toTour, type Tour } from "./length.ts";
import type { Meter } from "./meter.ts";
import type { OptimaOptions } from "./_optima.ts";
import { MOST_ORDERED, OrderedSearch } from "./_ordered_search.ts";
import type { TourProblem } from "./problem.ts";

type Pairs = readonly (readonly [number, number])[];

/** The shortest tours in which some points come before others. */
export function solveOrdered(
  problem: TourProblem,
  precedence: Pairs,
  meter: Meter,
  { cap, second }: OptimaOptions,
): Outcome<Tour> {
  if (problem.euclidean !== null || problem.offset !== 0) {
    throw new RangeError(
      "Cannot read tour: precedence with Euclidean lengths or fixed steps, must be without",
    );
  }
  const path = toInnerPath({ ...problem, weights: unbarred(problem) });
  const { m, nodes, head, tail } = path;
  if (m > MOST_ORDERED || m === 0) {
    throw new RangeError(
      `Cannot read tour: precedence among ${m} points without a fixed place, must be 1 to ` +
        `${MOST_ORDERED}`,
    );
  }
  const before = closureOf(problem, precedence, nodes);
  if (typeof before === "string") return impossible(before);
  const found = new OrderedSearch({ ...path, before }, meter).run(second === false ? 1 : cap + 1);
  const tours = found.orders.map((order) =>
    toTour(problem, [...head, ...order.map((i) => nodes[i]!), ...tail])
  );
  if (found.status === "impossible") {
    return impossible(
      "every tour takes a forbidden step or visits a point before one it must follow",
    );
  }
  if (found.status === "limit") {
    const lower = formatScaled(BigInt(found.lower), problem.scale);
    const best = tours[0] ?? null;
    return { status: "limit", lower, upper: best && best.length.exact, best };
  }
  if (second === false) return exact(tours[0]!);
  if (tours.length > 1) return tie(tours.slice(0, cap));
  // Lengths are whole numbers of this unit: any other tour is one longer at least.
  return exact(tours[0]!, { value: quotientDown(1n, 10n ** BigInt(problem.scale)), unit: "unit" });
}

/** The weights, Infinity where a step is forbidden. */
function unbarred({ weights, barred }: TourProblem): Float64Array {
  return weights.map((w) => w >= barred ? Infinity : w);
}

/** For each inner point the set of those before it; or why there is no such order. */
function closureOf(
  { n, closed, start, end }: TourProblem,
  precedence: Pairs,
  nodes: readonly number[],
): Int32Array | string {
  const [first, last] = closed ? [0, -1] : [start, end];
  const place = new Map(nodes.map((node, i) => [node, i]));
  const before = new Int32Array(nodes.length);
  for (const [k, [a, b]] of precedence.entries()) {
    if ([a, b].some((v) => !Number.isInteger(v) || v < 0 || v >= n) || a === b) {
      throw new RangeError(
        `Cannot read tour: precedence[${k}] is ${a}-${b}, must be two points from 0 to ${n - 1}`,
      );
    }
    if (b === first || a === last) {
      return `point ${a} before ${b} goes against the ends of the tour`;
    }
    if (a !== first && b !== last) before[place.get(b)!]! |= 1 << place.get(a)!;
  }
  for (let k = 0; k < nodes.length; k++) {
    for (let i = 0; i < nodes.length; i++) if ((before[i]! >> k) & 1) before[i]! |= before[k]!;
  }
  const circle = before.findIndex((set, i) => ((set >> i) & 1) === 1);
  return circle < 0 ? before : `point ${nodes[circle]} must come before itself`;
}
