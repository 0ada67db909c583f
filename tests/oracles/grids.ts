// Questions about grids and roads by one breadth-first or Bellman-Ford search of their own.
import type { Witness } from "../../testing/mod.ts";

type Rows = readonly string[];

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  up: [0, -1],
  right: [1, 0],
  down: [0, 1],
  left: [-1, 0],
};

function find(rows: Rows, letter: string): readonly [number, number] {
  const y = rows.findIndex((row) => row.includes(letter));
  return [rows[y]!.indexOf(letter), y];
}

function isFree(rows: Rows, x: number, y: number): boolean {
  const cell = rows[y]?.[x];
  return cell !== undefined && cell !== "#";
}

/** The steps and the number of shortest ways from a cell to every other, by `x,y`. */
function spread(rows: Rows, [x0, y0]: readonly [number, number]) {
  const steps = new Map([[`${x0},${y0}`, 0]]);
  const ways = new Map([[`${x0},${y0}`, 1n]]);
  for (let ring = [[x0, y0] as const]; ring.length > 0;) {
    const next: (readonly [number, number])[] = [];
    for (const [x, y] of ring) {
      const own = steps.get(`${x},${y}`)!;
      for (const [dx, dy] of Object.values(STEPS)) {
        const [u, v, key] = [x + dx, y + dy, `${x + dx},${y + dy}`] as const;
        if (!isFree(rows, u, v)) continue;
        if (!steps.has(key)) {
          steps.set(key, own + 1);
          next.push([u, v]);
        }
        if (steps.get(key) === own + 1) {
          ways.set(key, (ways.get(key) ?? 0n) + ways.get(`${x},${y}`)!);
        }
      }
    }
    ring = next;
  }
  return { steps, ways };
}

/** The cells of moves from S, or null where one is not allowed. */
function walk(rows: Rows, moves: readonly string[]): (readonly [number, number])[] | null {
  const cells = [find(rows, "S")];
  for (const move of moves) {
    const step = STEPS[move];
    const [x, y] = cells.at(-1)!;
    if (step === undefined || !isFree(rows, x + step[0], y + step[1])) return null;
    cells.push([x + step[0], y + step[1]]);
  }
  return cells;
}

const exactly = <T>(answer: T) => ({ right: [answer], margin: null });

function leastSteps(rows: Rows): number | undefined {
  return spread(rows, find(rows, "S")).steps.get(find(rows, "G").join());
}

function judge(rows: Rows, moves: readonly string[]): "shortest" | "longer" | "none" {
  const cells = walk(rows, moves);
  if (cells === null || cells.at(-1)!.join() !== find(rows, "G").join()) return "none";
  return moves.length === leastSteps(rows) ? "shortest" : "longer";
}

interface PathQuestion {
  readonly ask: "length" | "way";
  readonly rows: Rows;
}

export const gridPathWitness: Witness<PathQuestion, number | readonly string[]> = {
  kind: "grid-path",
  truth: ({ ask, rows }) =>
    ask === "length" ? exactly(leastSteps(rows)!) : { right: [], margin: null },
  accepts({ ask, rows }, answer) {
    if (ask === "length") return Number(answer) === leastSteps(rows);
    return Array.isArray(answer) && judge(rows, answer) === "shortest";
  },
};

export const nextMoveWitness: Witness<{ readonly rows: Rows }, string> = {
  kind: "next-move",
  truth({ rows }) {
    const { steps } = spread(rows, find(rows, "G"));
    const [x, y] = find(rows, "S");
    const own = steps.get(`${x},${y}`)!;
    const right = Object.keys(STEPS).filter((move) => {
      const [dx, dy] = STEPS[move]!;
      return steps.get(`${x + dx},${y + dy}`) === own - 1;
    });
    return { right, margin: null };
  },
};

export const pathCountWitness: Witness<{ readonly rows: Rows }, number | string> = {
  kind: "path-count",
  truth: ({ rows }) =>
    exactly(Number(spread(rows, find(rows, "S")).ways.get(find(rows, "G").join()))),
};

export const routeCheckWitness: Witness<
  { readonly rows: Rows; readonly moves: readonly string[] },
  string
> = {
  kind: "route-check",
  truth: ({ rows, moves }) => exactly(judge(rows, moves)),
};

export const followWitness: Witness<{
  readonly rows: Rows;
  readonly facing: string;
  readonly legs: readonly (readonly [turn: string, steps: number])[];
}, string> = {
  kind: "follow-instructions",
  truth({ rows, facing, legs }) {
    const round = Object.keys(STEPS);
    let heading = round.indexOf(facing);
    const moves = legs.flatMap(([turn, steps]) => {
      heading = (heading + { none: 0, right: 1, around: 2, left: 3 }[turn]!) % 4;
      return Array.from({ length: steps }, () => round[heading]!);
    });
    const [x, y] = walk(rows, moves)!.at(-1)!;
    return exactly(rows[y]![x]!);
  },
};

export const landmarkOrderWitness: Witness<
  { readonly rows: Rows; readonly moves: readonly string[] },
  string
> = {
  kind: "landmark-order",
  truth({ rows, moves }) {
    const passed = walk(rows, moves)!.map(([x, y]) => rows[y]![x]!);
    const letters = passed.filter((cell) => /[A-FH-RT-Z]/.test(cell));
    return exactly([...new Set(letters)].join(", "));
  },
};

interface RoadQuestion {
  readonly roads: readonly (readonly [string, string, number])[];
  readonly from: string;
  readonly to: string;
}

/** Lengths from a place to all, and the number of shortest ways, by relaxing every road often. */
function roadLengths({ roads, from }: RoadQuestion) {
  const length = new Map([[from, 0]]);
  const both = roads.flatMap(([a, b, n]) => [[a, b, n], [b, a, n]] as const);
  for (let again = true; again;) {
    again = false;
    for (const [a, b, n] of both) {
      const by = (length.get(a) ?? Infinity) + n;
      if (by >= (length.get(b) ?? Infinity)) continue;
      length.set(b, by);
      again = true;
    }
  }
  const ways = (place: string): bigint =>
    place === from ? 1n : both.reduce((sum, [a, b, n]) => {
      const isTight = b === place && length.get(a) !== undefined &&
        length.get(a)! + n === length.get(b);
      return isTight ? sum + ways(a) : sum;
    }, 0n);
  return { length, ways };
}

/** The length of a route; null where it is none. */
function routeLength({ roads, from, to }: RoadQuestion, route: readonly string[]): number | null {
  if (route[0] !== from || route.at(-1) !== to) return null;
  let sum = 0;
  for (let i = 1; i < route.length; i++) {
    const [a, b] = [route[i - 1]!, route[i]!];
    const own = roads.filter(([p, q]) => (p === a && q === b) || (p === b && q === a));
    if (own.length === 0) return null;
    sum += Math.min(...own.map(([, , n]) => n));
  }
  return sum;
}

export const roadPathWitness: Witness<
  RoadQuestion & { readonly ask: "length" | "way" },
  number | readonly string[]
> = {
  kind: "road-path",
  truth: (q) =>
    q.ask === "length" ? exactly(roadLengths(q).length.get(q.to)!) : { right: [], margin: null },
  accepts(question, answer) {
    const best = roadLengths(question).length.get(question.to)!;
    if (question.ask === "length") return Number(answer) === best;
    return Array.isArray(answer) && routeLength(question, answer) === best;
  },
};

export const roadCountWitness: Witness<RoadQuestion, number | string> = {
  kind: "road-count",
  truth: (question) => exactly(Number(roadLengths(question).ways(question.to))),
};

export const roadCheckWitness: Witness<
  RoadQuestion & { readonly route: readonly string[] },
  string
> = {
  kind: "road-check",
  truth(question) {
    const own = routeLength(question, question.route);
    if (own === null) return exactly("none");
    return exactly(own === roadLengths(question).length.get(question.to) ? "shortest" : "longer");
  },
};

interface NodeQuestion {
  readonly size: number;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly ask: "length" | "moves" | "labels";
}

export const shortestPathWitness: Witness<NodeQuestion, string | readonly string[]> = {
  kind: "shortest-path",
  truth: () => ({ right: [], margin: null }),
  accepts({ size, from, to, ask }, answer) {
    const best = Math.abs(from[0] - to[0]) + Math.abs(from[1] - to[1]);
    if (ask === "length") return Number(answer) === best;
    if (typeof answer === "string") return false;
    const stops = ask === "labels"
      // Labels count upwards in each column, from the left.
      ? answer.map((label) => Number(label.slice(1)) - 1).map((
        k,
      ) => [Math.floor(k / size), k % size])
      : answer.reduce<number[][]>((cells, move) => {
        const [dx, dy] = STEPS[move]!;
        return [...cells, [cells.at(-1)![0]! + dx, cells.at(-1)![1]! - dy]];
      }, [[...from]]);
    const isNext = stops.slice(1).every(([x, y], i) =>
      Math.abs(x! - stops[i]![0]!) + Math.abs(y! - stops[i]![1]!) === 1
    );
    return isNext && stops[0]!.join() === from.join() && stops.at(-1)!.join() === to.join() &&
      stops.length === best + 1;
  },
};
