import type { PointTour, TourInstance } from "../../../solvers/tour/problem.ts";

/** The shortest tours of an instance, by trying every order. */
export interface Enumerated {
  /** The orders, sorted as text, each in the direction that the library promises. */
  readonly orders: readonly (readonly number[])[];
  /** Length of the shortest, in units of 2^-200 for `euclidean`. */
  readonly length: bigint;
  /** The next length, or null. */
  readonly second: bigint | null;
}

/** One step in integers; square roots to 200 binary digits, far beyond what can separate them. */
function step(instance: TourInstance, i: number, j: number): bigint {
  if ("weights" in instance) return BigInt(instance.weights[i]![j] ?? 0);
  const [ax, ay] = instance.points[i]!.map(BigInt) as [bigint, bigint];
  const [bx, by] = instance.points[j]!.map(BigInt) as [bigint, bigint];
  const dx = ax > bx ? ax - bx : bx - ax;
  const dy = ay > by ? ay - by : by - ay;
  if (instance.metric === "manhattan") return dx + dy;
  if (instance.metric === "chebyshev") return dx > dy ? dx : dy;
  if (instance.metric === "squared") return dx * dx + dy * dy;
  return root((dx * dx + dy * dy) << 400n);
}

function root(n: bigint): bigint {
  let low = 0n;
  let high = 1n << BigInt((n.toString(2).length >> 1) + 1);
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle * middle <= n) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** Differences below this are ties: 2^-150 of a unit. */
const EQUAL = 1n << 50n;

/** Whether a tour takes no forbidden step and lacks no fixed one. */
function isAllowed(instance: TourInstance, order: readonly number[]): boolean {
  const directed = "weights" in instance && instance.directed === true;
  const wrong = (instance.precedence ?? []).some(([a, b]) => order.indexOf(a) > order.indexOf(b));
  if (wrong) return false;
  const taken = new Set<string>();
  for (const [k, to] of order.entries()) {
    if (k === 0 && instance.form === "open") continue;
    const from = order.at(k - 1)!;
    if ("weights" in instance && instance.weights[from]![to] === null) return false;
    taken.add(`${from} ${to}`);
    if (!directed) taken.add(`${to} ${from}`);
  }
  return (instance.fixed ?? []).every(([a, b]) => taken.has(`${a} ${b}`));
}

/** No orders, and length -1, where none is allowed. */
export function enumerate(instance: TourInstance): Enumerated {
  const n = "weights" in instance ? instance.weights.length : instance.points.length;
  const steps = Array.from(
    { length: n },
    (_, i) => Array.from({ length: n }, (_, j) => i === j ? 0n : step(instance, i, j)),
  );
  const doubt = (instance as PointTour).metric === "euclidean" ? EQUAL : 0n;
  const directed = "weights" in instance && instance.directed === true;
  const closed = instance.form === "closed";
  const all: { order: number[]; length: bigint }[] = [];
  permute(n, (order) => {
    if (closed && order[0] !== 0) return;
    if (instance.start !== undefined && order[0] !== instance.start) return;
    if (instance.end !== undefined && order[n - 1] !== instance.end) return;
    const oneWay = directed || instance.precedence !== undefined || instance.start !== undefined ||
      instance.end !== undefined;
    if (!oneWay && order[closed ? 1 : 0]! > order[n - 1]!) return;
    if (!isAllowed(instance, order)) return;
    let length = closed ? steps[order[n - 1]!]![order[0]!]! : 0n;
    for (let i = 1; i < n; i++) length += steps[order[i - 1]!]![order[i]!]!;
    all.push({ order: [...order], length });
  });
  if (all.length === 0) return { orders: [], length: -1n, second: null };
  const length = all.reduce((least, t) => t.length < least ? t.length : least, all[0]!.length);
  const longer = all.filter((t) => t.length > length + doubt).map((t) => t.length);
  return {
    orders: sorted(all.filter((t) => t.length <= length + doubt).map((t) => t.order)),
    length,
    second: longer.length === 0 ? null : longer.reduce((a, b) => a < b ? a : b),
  };
}

/** Orders sorted as text. */
export function sorted(orders: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [...orders].sort((a, b) => a.join() < b.join() ? -1 : 1);
}

function permute(n: number, visit: (order: readonly number[]) => void): void {
  const order: number[] = [];
  const used = new Set<number>();
  const extend = (): void => {
    if (order.length === n) return visit(order);
    for (let i = 0; i < n; i++) {
      if (used.has(i)) continue;
      used.add(i);
      order.push(i);
      extend();
      order.pop();
      used.delete(i);
    }
  };
  extend();
}
