// Part of the slow reader: paths around blocks, by trying every line between corners.
import type { Asked } from "./_reader.ts";

const GIVEN =
  /^On a map, x (?:to the right|east) and y \w+, rectangular blocks reach from corner to corner: (.*?)\. S is at \((\d+), (\d+)\), G at \((\d+), (\d+)\)\. (?:True or false: )?(.*)$/s;
const BLOCK = /\((\d+), (\d+)\) to \((\d+), (\d+)\)/g;
const DIGITS = 60n;

type Point = readonly [x: bigint, y: bigint];
type Box = readonly [x0: bigint, y0: bigint, x1: bigint, y1: bigint];

/** What a question about blocks asks; null where it is about something else. */
export function readObstacleQuestion(question: string): Asked | null {
  const given = GIVEN.exec(question);
  if (given === null) return null;
  const boxes = [...given[1]!.matchAll(BLOCK)].map((m) => m.slice(1).map(BigInt) as unknown as Box);
  const start: Point = [BigInt(given[2]!), BigInt(given[3]!)];
  const goal: Point = [BigInt(given[4]!), BigInt(given[5]!)];
  const length = shortest(start, goal, boxes);
  const judge = (answer: string) => {
    const decimals = answer.split(".")[1]?.length ?? 0;
    const unit = 10n ** (DIGITS - BigInt(decimals));
    const said = BigInt(answer.replace(".", "")) * unit;
    const error = said - length;
    return 2n * (error < 0n ? -error : error) <= unit;
  };
  const claim = /is (\d+(?:\.\d+)?) long\.$/.exec(given[6]!)?.[1];
  return claim === undefined ? { judge } : { judge, claim };
}

/** The shortest length times 10^60, by relaxing every free line until nothing changes. */
function shortest(start: Point, goal: Point, boxes: readonly Box[]): bigint {
  const corners = boxes.flatMap(([x0, y0, x1, y1]): Point[] => [
    [x0, y0],
    [x0, y1],
    [x1, y0],
    [x1, y1],
  ]);
  const points = [start, goal, ...corners];
  const from: (bigint | null)[] = points.map((_, i) => i === 0 ? 0n : null);
  for (let changed = true; changed;) {
    changed = false;
    for (const [u, p] of points.entries()) {
      for (const [v, q] of points.entries()) {
        const known = from[u];
        if (u === v || known === null || known === undefined) continue;
        if (boxes.some((box) => crosses(p, q, box))) continue;
        const length = known + root((q[0] - p[0]) ** 2n + (q[1] - p[1]) ** 2n);
        if (from[v] !== null && length >= from[v]!) continue;
        from[v] = length;
        changed = true;
      }
    }
  }
  return from[1]!;
}

/** Whether a line has a point strictly inside a box: the part within each strip must be shared. */
function crosses(p: Point, q: Point, [x0, y0, x1, y1]: Box): boolean {
  // The part of the line between low and high, as fractions n / d with d above 0.
  let low: [bigint, bigint] = [0n, 1n];
  let high: [bigint, bigint] = [1n, 1n];
  for (const [a, b, least, most] of [[p[0], q[0], x0, x1], [p[1], q[1], y0, y1]] as const) {
    const d = b - a;
    if (d === 0n) {
      if (a <= least || a >= most) return false;
      continue;
    }
    const [enter, leave] = d > 0n ? [least - a, most - a] : [a - most, a - least];
    const size = d > 0n ? d : -d;
    if (enter * low[1] > low[0] * size) low = [enter, size];
    if (leave * high[1] < high[0] * size) high = [leave, size];
  }
  return low[0] * high[1] < high[0] * low[1];
}

function root(n: bigint): bigint {
  const wide = n * 10n ** (2n * DIGITS);
  let low = 0n;
  let high = wide + 1n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle * middle <= wide) low = middle;
    else high = middle;
  }
  return low;
}
