/**
 * Files in Sparkle's forms, made in doubles after its published constants: a second, naive program
 * whose answers the reader is held against.
 */

type Point = readonly [x: number, y: number];

/** A picture of an info file of kind static. */
export interface Picture {
  readonly index: number;
  readonly img_path: string;
  readonly points: Record<string, Point>;
  readonly distances: Record<string, number>;
  readonly directions: Record<string, string>;
  readonly positions: Record<string, string>;
}

/** A picture of an info file of kind tsp. */
export interface TourPicture {
  readonly index: number;
  readonly img_path: string;
  readonly points: readonly Point[];
  readonly colors: readonly string[];
  readonly permutation: readonly number[];
  readonly distance: number;
}

/** Random numbers in [0, 1), the same every time (mulberry32). */
export function random(seed: number): () => number {
  return () => {
    seed = seed + 0x6d2b79f5 | 0;
    let t = Math.imul(seed ^ seed >>> 15, 1 | seed);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 2 ** 32;
  };
}

/** Points at least 0.3 apart, 0.05 from the border. */
export function scatter(count: number, next: () => number): Point[] {
  const points: Point[] = [];
  for (let tries = 0; points.length < count; tries++) {
    if (tries > 1000) points.length = tries = 0;
    const point: Point = [0.05 + 0.9 * next(), 0.05 + 0.9 * next()];
    if (points.every((p) => length(p, point) >= 0.3)) points.push(point);
  }
  return points;
}

export function length([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay);
}

export function makePicture(index: number, count: 4 | 8, next: () => number): Picture {
  const names = ["N2", "N5", "N1"];
  const points = scatter(3, next);
  const pairs = [[0, 1], [0, 2], [1, 2]] as const;
  const perPair = <T>(tell: (a: Point, b: Point) => T) =>
    Object.fromEntries(
      pairs.map(([i, j]) => [`${names[i]}_${names[j]}`, tell(points[i]!, points[j]!)]),
    );
  const perName = <T>(tell: (p: Point) => T) =>
    Object.fromEntries(points.map((p, i) => [names[i]!, tell(p)]));
  return {
    index,
    img_path: `data/train/imgs/train_${index}.png`,
    distances: perPair((a, b) => 10 * length(a, b)),
    directions: perPair((a, b) => direction(a, b, count)),
    points: perName(([x, y]) => [10 * x, 10 * y] as const),
    positions: perName(position),
  };
}

function direction([ax, ay]: Point, [bx, by]: Point, count: 4 | 8): string {
  const angle = Math.atan2(by - ay, bx - ax) * 180 / Math.PI;
  if (count === 4) return `${by >= ay ? "top" : "down"} ${Math.abs(angle) < 90 ? "right" : "left"}`;
  const straight = [["right", 0], ["top", 90], ["left", 180], ["down", -90], [
    "left",
    -180,
  ]] as const;
  for (const [name, at] of straight) if (Math.abs(angle - at) < 11.25) return name;
  return `${angle > 0 ? "top" : "down"} ${Math.abs(angle) < 90 ? "right" : "left"}`;
}

function position([x, y]: Point): string {
  const row = y < 0.4 ? "down" : y < 0.6 ? "" : "top";
  const column = x < 0.4 ? "left" : x < 0.6 ? "" : "right";
  return `${row} ${column}`.trim() || "center";
}

/** How tours are made: closed and cut open, as first released, or open. */
export type TourMaker = "closed-fixed" | "closed-free" | "open-fixed" | "open-free";

export function makeTour(index: number, maker: TourMaker, next: () => number): TourPicture {
  const colors = ["yellow", "red", "green", "blue", "purple"];
  const points = scatter(5, next);
  const closed = maker.startsWith("closed");
  const orders = permutations([0, 1, 2, 3, 4]).filter((o) => maker === "open-free" || o[0] === 0);
  let permutation = orders.reduce((a, b) =>
    walk(points, b, closed) < walk(points, a, closed) ? b : a
  );
  let distance = walk(points, permutation, closed);
  if (maker === "closed-free") {
    const steps = permutation.map((p, i) => length(points[p]!, points[permutation[(i + 1) % 5]!]!));
    const cut = steps.indexOf(Math.max(...steps));
    if (cut < 4) {
      permutation = [...permutation.slice(cut + 1), ...permutation.slice(0, cut + 1)];
      distance = walk(points, permutation, false);
    }
  }
  return { index, img_path: `test_${index}.png`, points, colors, permutation, distance };
}

/** Whether an order is, to within rounding, a shortest open path (from its start, where fixed). */
export function isShortest({ points, permutation }: TourPicture, fixed: boolean): boolean {
  const orders = permutations([0, 1, 2, 3, 4]).filter((o) => !fixed || o[0] === permutation[0]);
  const least = Math.min(...orders.map((o) => walk(points, o, false)));
  return walk(points, permutation, false) < least + 1e-12;
}

function walk(points: readonly Point[], order: readonly number[], closed: boolean): number {
  const stops = closed ? [...order, order[0]!] : order;
  return stops.slice(1).reduce((sum, p, i) => sum + length(points[stops[i]!]!, points[p]!), 0);
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest])
  );
}

/** A file: records by their index. */
export function toFile(records: readonly { index: number }[]): string {
  return JSON.stringify(Object.fromEntries(records.map((r) => [r.index, r])), null, 4);
}
