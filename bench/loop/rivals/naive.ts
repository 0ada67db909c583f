/**
 * What one writes first: draw points, take atan2 or hypot, search a 2-D array, build an object,
 * `JSON.stringify`. Records have the members of ours and say as much; doubles decide, and the
 * items depend on the order in which they are made.
 */
type Named = readonly [name: string, x: number, y: number];

/** A made item, before it is written. */
export type NaiveItem = Readonly<Record<string, unknown>>;

/** Makes the item of an index. */
export type NaiveMaker = (index: number) => NaiveItem;

const COLOURS = [
  ...["red", "green", "blue", "yellow", "brown", "purple"],
  ...["black", "orange", "gray", "pink", "cyan", "olive"],
];
const WINDS = [
  ...["right", "top right", "top", "top left"],
  ...["left", "bottom left", "bottom", "bottom right"],
];
const CELLS = [
  ...["bottom left", "bottom", "bottom right"],
  ...["left", "center", "right"],
  ...["top left", "top", "top right"],
];

function below(count: number): number {
  return Math.floor(Math.random() * count);
}

function pick<T>(from: readonly T[]): T {
  return from[below(from.length)]!;
}

function points(count: number): Named[] {
  const names = [...COLOURS].sort(() => Math.random() - 0.5);
  const drawn: Named[] = [];
  while (drawn.length < count) {
    const [x, y] = [below(1001), below(1001)];
    if (drawn.every(([, px, py]) => Math.hypot(px - x, py - y) >= 100)) {
      drawn.push([names[drawn.length]!, x, y]);
    }
  }
  return drawn;
}

function listed(drawn: readonly Named[]): string {
  return drawn.map(([name, x, y]) => `${name} (${x}, ${y})`).join(", ");
}

function given(drawn: readonly Named[]): string {
  return `Points (x, y), x to the right, y up: ${listed(drawn)}.`;
}

/** The members that all records have, those of the question between them. */
function record(
  task: string,
  index: number,
  { knobs = {}, frame = "y-up", ...parts }: {
    readonly knobs?: Readonly<Record<string, unknown>>;
    readonly question: string;
    readonly answer: string;
    readonly frame?: string;
    readonly unit: string | null;
    readonly margin: number | null;
    readonly instance: unknown;
  },
): NaiveItem {
  const { question, answer, unit, margin, instance } = parts;
  const id = `${task}-${"0".repeat(16)}-${index}`;
  const head = { id, task, version: 1, profile: "fair", seed: 0, index, knobs, form: "open" };
  return { ...head, question, answer, choices: null, frame, unit, margin, instance };
}

function direction(index: number): NaiveItem {
  for (;;) {
    const drawn = points(3);
    const [a, b] = drawn as [Named, Named];
    const angle = Math.atan2(b[2] - a[2], b[1] - a[1]) * 180 / Math.PI;
    const within = (angle + 382.5) % 45;
    const margin = Math.round(100 * Math.min(within, 45 - within)) / 100;
    if (margin < 1) continue;
    const question = pick([
      `Of eight directions of 45 degrees each, in which is ${b[0]} from ${a[0]}?`,
      `Which of eight directions of 45 degrees each leads from ${a[0]} to ${b[0]}?`,
      `Seen from ${a[0]}, in which of eight directions of 45 degrees each does ${b[0]} lie?`,
    ]);
    return record("direction", index, {
      question: `${given(drawn)} ${question}`,
      answer: WINDS[Math.floor((angle + 382.5) / 45) % 8]!,
      unit: "degree",
      margin,
      instance: {
        ...{ sectors: "image-eight", frame: "y-up", points: drawn },
        ...{ from: a[0], to: b[0] },
      },
    });
  }
}

function distance(index: number): NaiveItem {
  const drawn = points(3);
  const [a, b] = drawn as [Named, Named];
  const question = pick([
    `What is the Euclidean distance between ${a[0]} and ${b[0]}, rounded to 2 decimals?`,
    `How far is ${b[0]} from ${a[0]} in a straight line, rounded to 2 decimals?`,
  ]);
  return record("distance", index, {
    question: `${given(drawn)} ${question}`,
    answer: Math.hypot(b[1] - a[1], b[2] - a[2]).toFixed(2),
    unit: null,
    margin: null,
    instance: { frame: "y-up", points: drawn, from: a[0], to: b[0], places: 2 },
  });
}

function region(index: number): NaiveItem {
  for (;;) {
    const drawn = points(2);
    const [name, x, y] = drawn[0]!;
    const cuts = [1000 / 3, 2000 / 3];
    const margin = Math.min(...cuts.flatMap((c) => [Math.abs(x - c), Math.abs(y - c)]));
    if (margin < 5) continue;
    const [column, row] = [x, y].map((v) => Math.min(2, Math.floor(v * 3 / 1000)));
    const question = pick([
      `Of 3 x 3 equal cells of the map, which one holds ${name}?`,
      `The map is cut into 3 x 3 equal cells. In which cell is ${name}?`,
    ]);
    return record("region", index, {
      question: "A map from 0 to 1000 in x, to the right, and in y, up, shows " +
        `${listed(drawn)}. ${question}`,
      answer: CELLS[3 * row! + column!]!,
      unit: "unit",
      margin: Math.round(100 * margin) / 100,
      instance: { frame: "y-up", points: drawn, of: name, side: 1000, cuts: "thirds" },
    });
  }
}

function shortestPath(index: number): NaiveItem {
  const [sx, sy] = [below(5), below(5)];
  let [gx, gy] = [sx, sy];
  while (gx === sx && gy === sy) [gx, gy] = [below(5), below(5)];
  const [from, to] = [`N${5 * sx + sy + 1}`, `N${5 * gx + gy + 1}`];
  const question = pick([
    `How many moves does a shortest path from ${from} to ${to} take?`,
    `What is the least number of moves from ${from} to ${to}?`,
  ]);
  return record("shortest-path", index, {
    question: "A grid has 5 columns of 5 nodes. Labels run up each column, from the left one on: " +
      "N1 to N5 is the first column from bottom to top. A move leads to the next node up, down, " +
      `left or right. ${question}`,
    answer: String(Math.abs(gx - sx) + Math.abs(gy - sy)),
    unit: null,
    margin: null,
    instance: { size: 5, from: [sx, sy], to: [gx, gy], ask: "length" },
  });
}

function tour(index: number): NaiveItem {
  for (;;) {
    const drawn = points(6);
    let best = Infinity, second = Infinity;
    let order: number[] = [];
    for (const rest of permutations([1, 2, 3, 4, 5])) {
      let length = 0, last = 0;
      for (const next of rest) {
        length += Math.hypot(drawn[next]![1] - drawn[last]![1], drawn[next]![2] - drawn[last]![2]);
        last = next;
      }
      if (length < best) [best, second, order] = [length, best, [0, ...rest]];
      else if (length < second) second = length;
    }
    const names = drawn.map(([name]) => name);
    if (second - best < 1) continue;
    return record("tour", index, {
      question: `${given(drawn)} A tour begins at ${names[0]}, visits each of ` +
        `${names.slice(1).join(", ")} once and ends at the last of them, by straight lines. ` +
        "In which order does the shortest tour visit them?",
      answer: order.map((i) => names[i]).join(", "),
      unit: "unit",
      margin: Math.floor(second - best),
      instance: {
        ...{ frame: "y-up", points: drawn, of: names },
        ...{ tour: "open-fixed", ask: "order", places: 2 },
      },
    });
  }
}

function permutations(of: readonly number[]): number[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first) =>
    permutations(of.filter((x) => x !== first)).map((rest) => [first, ...rest])
  );
}

const MOVES = [["up", 0, -1], ["down", 0, 1], ["left", -1, 0], ["right", 1, 0]] as const;

/** A grid of 8 x 8, a quarter of it blocked, and a breadth-first search from its goal. */
function gridPath(index: number): NaiveItem {
  for (;;) {
    const rows = Array.from(
      { length: 8 },
      () => Array.from({ length: 8 }, (): string => Math.random() < 0.25 ? "#" : "."),
    );
    const [sx, sy, gx, gy] = [below(8), below(8), below(8), below(8)];
    [rows[sy]![sx], rows[gy]![gx]] = ["S", "G"];
    const way = search(rows, [sx, sy], [gx, gy]);
    if (way === null || way.length < 3 || way.length > 10) continue;
    const lines = rows.map((row) => row.join(""));
    const question = pick([
      "By which moves (up, down, left, right) does a shortest way lead from S to G?",
      "Give a shortest way from S to G as moves, each up, down, left or right.",
    ]);
    return record("grid-path", index, {
      knobs: { width: 8, height: 8, ask: "way" },
      question:
        "In this grid # is blocked, . is free, S is the start and G the goal. A step goes " +
        `up, down, left or right to a cell that is not blocked.\n${lines.join("\n")}\n${question}`,
      answer: way.join(" "),
      frame: "y-down",
      unit: null,
      margin: null,
      instance: { ask: "way", rows: lines },
    });
  }
}

function search(
  rows: readonly (readonly string[])[],
  [sx, sy]: readonly [number, number],
  [gx, gy]: readonly [number, number],
): string[] | null {
  const steps = rows.map((row) => row.map(() => -1));
  steps[gy]![gx] = 0;
  const queue = [[gx, gy]];
  for (const [x, y] of queue) {
    for (const [, dx, dy] of MOVES) {
      const cell = rows[y! + dy]?.[x! + dx];
      if (cell === undefined || cell === "#" || steps[y! + dy]![x! + dx]! >= 0) continue;
      steps[y! + dy]![x! + dx] = steps[y!]![x!]! + 1;
      queue.push([x! + dx, y! + dy]);
    }
  }
  if (steps[sy]![sx]! < 0) return null;
  const way: string[] = [];
  for (let [x, y] = [sx, sy]; x !== gx || y !== gy;) {
    const [name, dx, dy] = MOVES.find(([, dx, dy]) =>
      steps[y + dy]?.[x + dx] === steps[y]![x]! - 1
    )!;
    way.push(name);
    [x, y] = [x + dx, y + dy];
  }
  return way;
}

/** The makers, by the name of what they make. */
export const NAIVE: Readonly<Record<string, NaiveMaker>> = {
  direction,
  distance,
  region,
  "shortest-path": shortestPath,
  "tour of 6": tour,
  "grid path 8x8": gridPath,
};

/** Makes and writes items as lines, joined a thousand at a time. */
export function writeNaive(
  makers: readonly NaiveMaker[],
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
