/**
 * What one writes first: draw points, take atan2 or hypot, build an object, `JSON.stringify`, join
 * the lines. Five tasks of Sparkle's kind, records of the same shape as ours; doubles decide, and
 * the items depend on the order in which they are made.
 */

type Named = readonly [name: string, x: number, y: number];

const COLOURS = ["red", "green", "blue", "yellow", "brown", "purple", "black", "orange", "gray"];
const WINDS = [
  "right",
  "top right",
  "top",
  "top left",
  "left",
  "bottom left",
  "bottom",
  "bottom right",
];
const CELLS = ["left", "center", "right"];

/** A made item, before it is written. */
export interface NaiveItem {
  readonly id: string;
  readonly task: string;
  readonly question: string;
  readonly answer: string;
  readonly instance: unknown;
}

function whole(below: number): number {
  return Math.floor(Math.random() * below);
}

function points(count: number): Named[] {
  const names = [...COLOURS].sort(() => Math.random() - 0.5);
  const drawn: Named[] = [];
  while (drawn.length < count) {
    const [x, y] = [whole(1001), whole(1001)];
    if (drawn.every(([, px, py]) => Math.hypot(px - x, py - y) >= 100)) {
      drawn.push([names[drawn.length]!, x, y]);
    }
  }
  return drawn;
}

function given(drawn: readonly Named[]): string {
  const list = drawn.map(([name, x, y]) => `${name} (${x}, ${y})`).join(", ");
  return `Points (x, y), x to the right, y up: ${list}.`;
}

function direction(index: number): NaiveItem {
  const drawn = points(3);
  const [a, b] = drawn as [Named, Named];
  const angle = Math.atan2(b[2] - a[2], b[1] - a[1]) * 180 / Math.PI;
  const answer = WINDS[Math.floor((angle + 382.5) / 45) % 8]!;
  const question = `${given(drawn)} In which of eight directions is ${b[0]} from ${a[0]}?`;
  return record("direction", index, question, answer, { points: drawn, from: a[0], to: b[0] });
}

function distance(index: number): NaiveItem {
  const drawn = points(3);
  const [a, b] = drawn as [Named, Named];
  const answer = Math.hypot(b[1] - a[1], b[2] - a[2]).toFixed(1);
  const question = `${given(drawn)} How far is ${b[0]} from ${a[0]}?`;
  return record("distance", index, question, answer, { points: drawn, from: a[0], to: b[0] });
}

function region(index: number): NaiveItem {
  const drawn = points(3);
  const [name, x, y] = drawn[0]!;
  const answer = `${CELLS[Math.min(2, Math.floor(x / 334))]} ${Math.min(2, Math.floor(y / 334))}`;
  const question = `${given(drawn)} In which of nine parts of the map does ${name} lie?`;
  return record("region", index, question, answer, { points: drawn, of: name });
}

/** A way on a board without blocks, one step at a time. */
function path(index: number): NaiveItem {
  const [sx, sy, gx, gy] = [whole(5), whole(5), whole(5), whole(5)];
  const moves: string[] = [];
  for (let x = sx; x !== gx; x += Math.sign(gx - x)) moves.push(gx > x ? "right" : "left");
  for (let y = sy; y !== gy; y += Math.sign(gy - y)) moves.push(gy > y ? "up" : "down");
  const question = `On a 5 x 5 grid, x to the right, y up, go from (${sx}, ${sy}) to ` +
    `(${gx}, ${gy}) in as few steps as possible. Which moves?`;
  return record("shortest-path", index, question, moves.join(", "), {
    size: 5,
    from: [sx, sy],
    to: [gx, gy],
  });
}

function tour(index: number): NaiveItem {
  const drawn = points(5);
  let best = Infinity;
  let order: number[] = [];
  for (const rest of permutations([1, 2, 3, 4])) {
    let length = 0;
    let last = 0;
    for (const next of rest) {
      length += Math.hypot(drawn[next]![1] - drawn[last]![1], drawn[next]![2] - drawn[last]![2]);
      last = next;
    }
    if (length < best) [best, order] = [length, [0, ...rest]];
  }
  const question = `${given(drawn)} What is the shortest path through all, from ${drawn[0]![0]}?`;
  const answer = order.map((i) => drawn[i]![0]).join(", ");
  return record("tour", index, question, answer, { points: drawn });
}

function permutations(of: readonly number[]): number[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first) =>
    permutations(of.filter((x) => x !== first)).map((rest) => [first, ...rest])
  );
}

function record(
  task: string,
  index: number,
  question: string,
  answer: string,
  instance: unknown,
): NaiveItem {
  const id = `${task}-${index}`;
  const rest = { profile: "fair", seed: 0, index, knobs: {}, form: "open" };
  return { id, task, version: 1, ...rest, question, answer, choices: null, instance } as NaiveItem;
}

/** The rival of each of our tasks that has one. */
export const NAIVE: Readonly<Record<string, (index: number) => NaiveItem>> = {
  direction,
  distance,
  region,
  "shortest-path": path,
  tour,
};

/** Makes and writes items as lines, joined a thousand at a time. */
export function writeNaive(
  makers: readonly ((index: number) => NaiveItem)[],
  count: number,
  write: (text: string) => void,
): void {
  let lines: string[] = [];
  for (let i = 0; i < count; i++) {
    lines.push(JSON.stringify(makers[i % makers.length]!(i)));
    if (lines.length === 1000 || i + 1 === count) {
      write(`${lines.join("\n")}\n`);
      lines = [];
    }
  }
}
