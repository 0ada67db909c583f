/**
 * A slow second solver for paths between cell corners, written from the rules alone: every pair of
 * corners is joined by a straight line where the cells allow it, and all lines are searched with
 * lengths of 200 binary digits.
 */

type Corner = readonly [x: number, y: number];

/** A corner seen from one of the free regions that meet at it. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly fan: number;
}

const DIGITS = 200n;
/** Sums of a few roots that are equal differ by less than this after rounding down. */
const SAME = 1n << 40n;

export interface SlowAnswer {
  readonly length: bigint;
  readonly count: bigint;
}

export function slowAnyAngle(rows: readonly string[]): {
  answer(start: Corner, goal: Corner): SlowAnswer | null;
} {
  const places = allPlaces(rows);
  const n = places.length;
  const lengths: (bigint | null)[][] = places.map((a) =>
    places.map((b) => a.x === b.x && a.y === b.y ? null : lineLength(rows, a, b))
  );
  const fromPlace = (s: number) => shortest(lengths, s, n);
  const known = new Map<number, (bigint | null)[]>();
  const distances = (s: number) => {
    if (!known.has(s)) known.set(s, fromPlace(s));
    return known.get(s)!;
  };
  return {
    answer(start, goal) {
      if (start[0] === goal[0] && start[1] === goal[1]) return { length: 0n, count: 1n };
      const starts = at(places, start);
      const goals = at(places, goal);
      let best: bigint | null = null;
      for (const s of starts) {
        for (const g of goals) {
          const d = distances(s)[g]!;
          if (d !== null && (best === null || d < best)) best = d;
        }
      }
      if (best === null) return null;
      let count = 0n;
      for (const s of starts) {
        for (const g of goals) {
          const d = distances(s)[g]!;
          if (d !== null && d - best < SAME) {
            count += countCurves({ places, lengths, from: distances(s), s }, g);
          }
        }
      }
      return { length: best, count };
    },
  };
}

/** Curves, not vertex lists: a line that runs on straight is one piece. */
function countCurves(
  graph: {
    places: readonly Place[];
    lengths: (bigint | null)[][];
    from: (bigint | null)[];
    s: number;
  },
  goal: number,
): bigint {
  const { places, lengths, from, s } = graph;
  const count = (v: number, next: number): bigint => {
    if (v === s) return 1n;
    let sum = 0n;
    for (let u = 0; u < places.length; u++) {
      const d = lengths[u]![v];
      if (d === null || d === undefined || from[u] === null) continue;
      const gap = from[u]! + d - from[v]!;
      if (gap > SAME || gap < -SAME) continue;
      if (next >= 0 && isStraight(places[u]!, places[v]!, places[next]!)) continue;
      sum += count(u, v);
    }
    return sum;
  };
  return count(goal, -1);
}

function isStraight(a: Place, b: Place, c: Place): boolean {
  return (b.x - a.x) * (c.y - a.y) === (b.y - a.y) * (c.x - a.x);
}

function at(places: readonly Place[], [x, y]: Corner): number[] {
  return places.flatMap((p, i) => p.x === x && p.y === y ? [i] : []);
}

function isFree(rows: readonly string[], x: number, y: number): boolean {
  return rows[y]?.[x] === ".";
}

/** The fan of each quadrant around a corner (0 right below, then clockwise on screen), or -1. */
function fansAround(rows: readonly string[], x: number, y: number): number[] {
  const cells = [[x, y], [x - 1, y], [x - 1, y - 1], [x, y - 1]] as const;
  const free = cells.map(([cx, cy]) => isFree(rows, cx, cy));
  if (free.every((f) => f)) return [0, 0, 0, 0];
  const first = free.indexOf(false);
  const fans = [-1, -1, -1, -1];
  let fan = -1;
  for (let k = 1; k <= 4; k++) {
    const q = (first + k) % 4;
    if (!free[q]) continue;
    if (!free[(q + 3) % 4]) fan++;
    fans[q] = fan;
  }
  return fans;
}

function allPlaces(rows: readonly string[]): Place[] {
  const places: Place[] = [];
  for (let y = 0; y <= rows.length; y++) {
    for (let x = 0; x <= rows[0]!.length; x++) {
      for (const fan of new Set(fansAround(rows, x, y))) if (fan >= 0) places.push({ x, y, fan });
    }
  }
  return places;
}

/** The fan at a corner into which a direction leads, or -1 where it is walled in. */
function fanToward(rows: readonly string[], [x, y]: Corner, [dx, dy]: Corner): number {
  const fans = fansAround(rows, x, y);
  const right = dx > 0;
  if (dx !== 0 && dy !== 0) return fans[dy > 0 ? (right ? 0 : 1) : (right ? 3 : 2)]!;
  const sides = dx > 0 ? [0, 3] : dx < 0 ? [1, 2] : dy > 0 ? [0, 1] : [2, 3];
  return Math.max(fans[sides[0]!]!, fans[sides[1]!]!);
}

/** The length of the straight line from one place to another, or null where it is not allowed. */
function lineLength(rows: readonly string[], a: Place, b: Place): bigint | null {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  if (fanToward(rows, [a.x, a.y], [dx, dy]) !== a.fan) return null;
  if (fanToward(rows, [b.x, b.y], [-dx, -dy]) !== b.fan) return null;
  if (!lineIsFree(rows, a, b)) return null;
  return floorSqrt(BigInt(dx * dx + dy * dy) << (2n * DIGITS));
}

/** Cuts the line at every grid line it meets; each piece must lie in or beside a free cell. */
function lineIsFree(rows: readonly string[], a: Place, b: Place): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  // Places along the line are k / (2 |dx| |dy|) of it, so that pieces have whole middles.
  const whole = Math.max(1, Math.abs(dx)) * Math.max(1, Math.abs(dy));
  const cuts = new Set([0, whole]);
  for (let i = 1; i < Math.abs(dx); i++) cuts.add(i * whole / Math.abs(dx));
  for (let i = 1; i < Math.abs(dy); i++) cuts.add(i * whole / Math.abs(dy));
  const places = [...cuts].sort((p, q) => p - q);
  for (let i = 1; i < places.length; i++) {
    const twice = places[i - 1]! + places[i]!;
    if (
      !pieceIsFree(rows, [2 * whole * a.x + twice * dx, 2 * whole * a.y + twice * dy], 2 * whole)
    ) {
      return false;
    }
    const [x, y] = [whole * a.x + places[i]! * dx, whole * a.y + places[i]! * dy];
    if (i + 1 === places.length || x % whole !== 0 || y % whole !== 0) continue;
    const corner: Corner = [x / whole, y / whole];
    if (fanToward(rows, corner, [dx, dy]) !== fanToward(rows, corner, [-dx, -dy])) return false;
  }
  return true;
}

function pieceIsFree(rows: readonly string[], [x, y]: Corner, unit: number): boolean {
  const [cx, cy] = [Math.floor(x / unit), Math.floor(y / unit)];
  if (isFree(rows, cx, cy)) return true;
  if (x % unit === 0 && isFree(rows, cx - 1, cy)) return true;
  return y % unit === 0 && isFree(rows, cx, cy - 1);
}

/** Bellman-Ford: nothing shared with any queue. */
function shortest(lengths: (bigint | null)[][], s: number, n: number): (bigint | null)[] {
  const from: (bigint | null)[] = new Array(n).fill(null);
  from[s] = 0n;
  for (let changed = true; changed;) {
    changed = false;
    for (let u = 0; u < n; u++) {
      const known = from[u];
      if (known === null || known === undefined) continue;
      for (let v = 0; v < n; v++) {
        const d = lengths[u]![v];
        if (d === null || d === undefined) continue;
        if (from[v] === null || known + d < from[v]!) {
          from[v] = known + d;
          changed = true;
        }
      }
    }
  }
  return from;
}

/** The integer part of the square root, by bisection. */
export function floorSqrt(n: bigint): bigint {
  let low = 0n;
  let high = 1n << BigInt(n.toString(2).length / 2 + 1 | 0);
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle * middle <= n) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** A list of squares as a length of the same digits. */
export function slowLength(squares: readonly number[]): bigint {
  return squares.reduce((sum, s) => sum + floorSqrt(BigInt(s) << (2n * DIGITS)), 0n);
}

/** Whether two such lengths are the same. */
export function isSame(a: bigint, b: bigint): boolean {
  return a - b < SAME && b - a < SAME;
}
