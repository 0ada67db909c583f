// Questions about points by plain arithmetic in doubles and big integers.
import type { JsonValue } from "../../tasks/kind.ts";
import type { Testimony, Witness } from "../../testing/mod.ts";

type Frame = "y-up" | "y-down";
type Place = readonly [name: string, x: number | string, y: number | string];

interface Points {
  readonly frame: Frame;
  readonly points: readonly Place[];
}

/** Coordinates as integers of one scale. */
function integers(points: readonly Place[]): { at: Map<string, [bigint, bigint]>; unit: number } {
  const places = Math.max(
    0,
    ...points.flatMap(([, x, y]) => [x, y]).map((v) => String(v).split(".")[1]?.length ?? 0),
  );
  const whole = (v: number | string) => {
    const [front, back = ""] = String(v).split(".");
    return BigInt(front + back.padEnd(places, "0"));
  };
  const at = points.map(([name, x, y]) => [name, [whole(x), whole(y)]] as const);
  return { at: new Map(at.map(([name, xy]) => [name, [...xy]])), unit: 10 ** places };
}

/** Up and down exchanged, and the frame with them: nothing else changes. */
function turned<I extends Points>(instance: I, most: bigint): I {
  const { at, unit } = integers(instance.points);
  const written = (v: bigint) => {
    const digits = String(unit).length - 1;
    if (digits === 0) return Number(v);
    const text = String(v < 0n ? -v : v).padStart(digits + 1, "0");
    return `${v < 0n ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
  };
  const points = instance.points.map(([name, x]): Place => [
    name,
    x,
    written(most - at.get(name)![1]),
  ]);
  return { ...instance, points, frame: instance.frame === "y-up" ? "y-down" : "y-up" };
}

/** A map turned around its middle, if its side is written with no more decimals than its points. */
function turnedMap<I extends Points & { readonly side: number | string }>(instance: I): I[] {
  const { unit } = integers(instance.points);
  const { at, unit: all } = integers([...instance.points, [
    "the side of the map",
    instance.side,
    0,
  ]]);
  return all === unit ? [turned(instance, at.get("the side of the map")![0])] : [];
}

interface DirectionQuestion extends Points {
  readonly sectors: string;
  readonly from: string;
  readonly to: string;
}

/** The labels of each system by where their sectors begin, in degrees counter-clockwise from right. */
const SECTORS: Readonly<Record<string, readonly (readonly [from: number, label: string])[]>> = {
  "image-eight": [
    "right",
    "top right",
    "top",
    "top left",
    "left",
    "bottom left",
    "bottom",
    "bottom right",
  ].map((label, i) => [45 * i - 22.5, label] as const),
  "image-four": ["right", "top", "left", "bottom"].map((label, i) => [90 * i - 45, label] as const),
  "quadrants": ["top right", "top left", "bottom left", "bottom right"]
    .map((label, i) => [90 * i, label] as const),
  "sparkle-four": ["top right", "top left", "down left", "down right"]
    .map((label, i) => [90 * i, label] as const),
  "sparkle-eight": [
    [-11.25, "right"],
    [11.25, "top right"],
    [78.75, "top"],
    [101.25, "top left"],
    [168.75, "left"],
    [191.25, "down left"],
    [258.75, "down"],
    [281.25, "down right"],
  ],
};

export const directionWitness: Witness<DirectionQuestion, string> = {
  kind: "direction",
  truth({ sectors, frame, points, from, to }): Testimony<string> {
    const { at } = integers(points);
    const [fx, fy] = at.get(from)!, [tx, ty] = at.get(to)!;
    const [dx, dy] = [Number(tx - fx), Number(frame === "y-up" ? ty - fy : fy - ty)];
    if (dx === 0 && dy === 0) return { right: [], margin: null };
    const angle = Math.atan2(dy, dx) * 180 / Math.PI;
    const turn = (degrees: number) => ((degrees % 360) + 360) % 360;
    const list = SECTORS[sectors]!;
    const starts = list.map(([start]) => turn(angle - start));
    const margin = Math.min(...starts.map((offset) => Math.min(offset, 360 - offset)));
    // Directions of these lattices are further than this from a boundary, or lie on it.
    const right = list.filter((_, i) => {
      const [start] = list[i]!, [end] = list[(i + 1) % list.length]!;
      const offset = turn(angle - start);
      return offset <= turn(end - start) + 1e-10 || offset > 360 - 1e-10;
    }).map(([, label]) => label);
    return { right, margin: right.length > 1 ? 0 : margin };
  },
  reframed: (instance) => [turned(instance, 0n)],
};

interface OrderQuestion extends Points {
  readonly ask: "nearest" | "farthest" | "shortest" | "longest" | "shorter" | "longer";
  readonly of: readonly string[];
}

export const distanceOrderWitness: Witness<OrderQuestion, string | readonly string[]> = {
  kind: "distance-order",
  truth({ points, ask, of }): Testimony<string | readonly string[]> {
    const { at, unit } = integers(points);
    const isPoint = ask === "nearest" || ask === "farthest";
    const isPair = ask === "shorter" || ask === "longer";
    const pairs = isPoint
      ? of.slice(1).map((b) => [of[0]!, b])
      : isPair
      ? [[of[0]!, of[1]!], of.length > 3 ? [of[2]!, of[3]!] : [of[0]!, of[2]!]]
      : of.flatMap((a, i) => of.slice(i + 1).map((b) => [a, b]));
    const squares = pairs.map(([a, b]) => {
      const [ax, ay] = at.get(a!)!, [bx, by] = at.get(b!)!;
      return (ax - bx) ** 2n + (ay - by) ** 2n;
    });
    const sign = ["nearest", "shortest", "shorter"].includes(ask) ? 1n : -1n;
    const sorted = squares.map((s) => sign * s).sort((a, b) => a < b ? -1 : a > b ? 1 : 0);
    const best = sign * sorted[0]!;
    const right = pairs.filter((_, i) => squares[i] === best);
    const gap = Math.abs(Math.sqrt(Number(sign * sorted[1]!)) - Math.sqrt(Number(best))) / unit;
    return { right: isPoint ? right.map(([, b]) => b!) : right, margin: gap };
  },
  reframed: (instance) => [turned(instance, 0n)],
};

interface RegionQuestion extends Points {
  readonly of: string;
  readonly side: number | string;
  readonly cuts: "thirds" | "sparkle";
}

export const regionWitness: Witness<RegionQuestion, string> = {
  kind: "region",
  truth({ frame, points, of, side, cuts }): Testimony<string> {
    const { at, unit } = integers([...points, ["the side of the map", side, 0]]);
    const [most] = at.get("the side of the map")!;
    const [x, y] = at.get(of)!;
    const up = frame === "y-up" ? y : most - y;
    const shares = cuts === "thirds" ? [5n, 10n] : [6n, 9n];
    const bands = (v: bigint) =>
      [0, 1, 2].filter((b) =>
        (b === 0 || 15n * v >= shares[b - 1]! * most) && (b === 2 || 15n * v <= shares[b]! * most)
      );
    const across = ["left", "", "right"], height = ["bottom", "", "top"];
    const right = bands(x).flatMap((c) =>
      bands(up).map((r) => `${height[r]} ${across[c]}`.trim() || "center")
    );
    const gaps = [x, up].flatMap((v) =>
      shares.map((s) => Math.abs(Number(15n * v - s * most)) / 15)
    );
    return { right, margin: Math.min(...gaps) / unit };
  },
  reframed: turnedMap,
};

interface MeasureQuestion extends Points {
  readonly from: string;
  readonly to: string;
  readonly places: number;
}

export const distanceWitness: Witness<MeasureQuestion, string> = {
  kind: "distance",
  truth: () => ({ right: [], margin: null }),
  accepts({ points, from, to, places }, answer) {
    const { at, unit } = integers(points);
    const [ax, ay] = at.get(from)!, [bx, by] = at.get(to)!;
    const square = 4n * ((ax - bx) ** 2n + (ay - by) ** 2n) * 10n ** BigInt(2 * places);
    // Twice the distance lies between twice the answer less 1 and twice the answer plus 1.
    const twice = 2n * BigInt(Math.round(Number(answer) * 10 ** places));
    const scaled = (v: bigint) => (v < 0n ? 0n : v * BigInt(unit)) ** 2n;
    return scaled(twice - 1n) <= square && square <= scaled(twice + 1n);
  },
};

export const positionWitness: Witness<Points & { readonly of: string }, readonly string[]> = {
  kind: "position",
  truth({ points, of }) {
    const [, x, y] = points.find(([name]) => name === of)!;
    return { right: [[String(x), String(y)]], margin: null };
  },
};

type Described = {
  readonly places: readonly { readonly of: string; readonly x: string; readonly y: string }[];
  readonly pairs: readonly {
    readonly of: string;
    readonly from: string;
    readonly direction: string;
    readonly distance: string;
  }[];
};

interface DescriptionQuestion extends Points {
  readonly sectors: string;
  readonly of: readonly string[];
  readonly side: number | string;
}

export const descriptionWitness: Witness<DescriptionQuestion, Described> = {
  kind: "description",
  truth(question): Testimony<Described> {
    const { points, of } = question;
    const { at, unit } = integers(points);
    const places = of.map((name) => {
      const [, x, y] = points.find(([own]) => own === name)!;
      return { of: name, x: String(x), y: String(y) };
    });
    let all: Described[] = [{ places, pairs: [] }];
    for (const [i, from] of of.entries()) {
      for (const to of of.slice(i + 1)) {
        const [ax, ay] = at.get(from)!, [bx, by] = at.get(to)!;
        // A root of an integer is far from any half, so that doubles round it well.
        const distance = (Math.hypot(Number(ax - bx), Number(ay - by)) / unit).toFixed(2);
        const { right } = directionWitness.truth({ ...question, from, to });
        all = all.flatMap(({ pairs }) =>
          right.map((direction) => ({
            places,
            pairs: [...pairs, { of: to, from, direction, distance }],
          }))
        );
      }
    }
    return { right: all, margin: null };
  },
  reframed: turnedMap,
};

interface SparkleQuestion {
  readonly ask: string;
  readonly side: number | string;
  readonly instance: Points;
}

/** Who speaks of each of Sparkle's questions. */
const SPARKLE: Readonly<Record<string, Witness<Points, JsonValue>>> = Object.fromEntries(
  [
    directionWitness,
    distanceWitness,
    distanceOrderWitness,
    regionWitness,
    positionWitness,
    descriptionWitness,
  ].map((witness) => [witness.kind, witness as unknown as Witness<Points, JsonValue>]),
);

export const sparkleWitness: Witness<SparkleQuestion, JsonValue> = {
  kind: "sparkle",
  truth: ({ ask, instance }) => SPARKLE[ask]!.truth(instance),
  accepts({ ask, instance }, answer) {
    const { truth, accepts } = SPARKLE[ask]!;
    if (accepts !== undefined) return accepts(instance, answer);
    const said = JSON.stringify(answer);
    return truth(instance).right.some((right) => JSON.stringify(right) === said);
  },
  reframed({ ask, side, instance }) {
    // A map is turned around its middle, whatever is asked of it.
    const others = "side" in instance
      ? SPARKLE[ask]!.reframed?.(instance) ?? []
      : turnedMap({ ...instance, side }).map(({ side: _, ...other }) => other);
    return ask === "distance" ? [] : others.map((other) => ({ ask, side, instance: other }));
  },
};

interface TourQuestion extends Points {
  readonly of: readonly string[];
  readonly tour: "open-fixed" | "open-free" | "closed";
  readonly ask: "order" | "length";
  readonly places: number;
}

/** Every order of some things. */
function* orders<T>(of: readonly T[]): Generator<T[]> {
  if (of.length === 0) yield [];
  for (let i = 0; i < of.length; i++) {
    for (const rest of orders(of.toSpliced(i, 1))) yield [of[i]!, ...rest];
  }
}

function tourLength(instance: Points, order: readonly string[], isClosed: boolean): number {
  const { at, unit } = integers(instance.points);
  let sum = 0;
  for (let i = isClosed ? 0 : 1; i < order.length; i++) {
    const [ax, ay] = at.get(order.at(i - 1)!)!, [bx, by] = at.get(order[i]!)!;
    sum += Math.hypot(Number(ax - bx), Number(ay - by));
  }
  return sum / unit;
}

const NEAR = 1e-9;

function bestLength(question: TourQuestion): number {
  const { of, tour } = question;
  const [first, ...rest] = of;
  let best = Infinity;
  const starts = tour === "open-free" ? of.map((_, i) => i) : [0];
  for (const start of starts) {
    const others = start === 0 ? rest : of.filter((_, i) => i !== start);
    for (const order of orders(others)) {
      const whole = [start === 0 ? first! : of[start]!, ...order];
      best = Math.min(best, tourLength(question, whole, tour === "closed"));
    }
  }
  return best;
}

/** Tours of up to seven points; of more, nothing is said. */
export const tourWitness: Witness<TourQuestion, string | readonly string[]> = {
  kind: "tour",
  truth: () => ({ right: [], margin: null }),
  accepts(question, answer) {
    const { of, tour, places } = question;
    if (of.length > 7) return true;
    const best = bestLength(question);
    if (typeof answer === "string") {
      return Math.abs(Number(answer) - best) <= 0.5 * 10 ** -places + NEAR;
    }
    const isAll = answer.length === of.length && of.every((name) => answer.includes(name));
    if (!isAll || (tour === "open-fixed" && answer[0] !== of[0])) return false;
    return tourLength(question, answer, tour === "closed") <= best + NEAR * best;
  },
};

export const tourCheckWitness: Witness<
  Points & { readonly tour: TourQuestion["tour"]; readonly order: readonly string[] },
  string
> = {
  kind: "tour-check",
  truth: () => ({ right: [], margin: null }),
  accepts({ order, ...question }, answer) {
    if (order.length > 7) return true;
    const best = bestLength({ ...question, of: order, ask: "order", places: 0 });
    const own = tourLength(question, order, question.tour === "closed");
    return answer === (own <= best + NEAR * best ? "shortest" : "longer");
  },
};

export const tourLegWitness: Witness<
  Points & { readonly legs: readonly (readonly [string, string])[] },
  string
> = {
  kind: "tour-leg",
  truth: () => ({ right: [], margin: null }),
  accepts({ legs }, answer) {
    return answer === legs.flat()
      .filter((name, _, all) => all.filter((n) => n === name).length === 1).sort().join(", ");
  },
};

type Spot = readonly [number, number];

interface ObstacleQuestion {
  readonly start: Spot;
  readonly goal: Spot;
  readonly blocks: readonly (readonly [number, number, number, number])[];
  readonly places: number;
}

/** Whether a segment passes through the inside of a rectangle. */
function isBlocked(
  [ax, ay]: Spot,
  [bx, by]: Spot,
  block: ObstacleQuestion["blocks"][number],
): boolean {
  let [enter, leave] = [0, 1];
  for (
    const [from, by1, least, most] of [
      [ax, bx - ax, block[0], block[2]],
      [ay, by - ay, block[1], block[3]],
    ] as const
  ) {
    if (by1 === 0) {
      if (from <= least || from >= most) return false;
      continue;
    }
    const ts = [(least - from) / by1, (most - from) / by1].sort((p, q) => p - q);
    enter = Math.max(enter, ts[0]!);
    leave = Math.min(leave, ts[1]!);
  }
  return leave - enter > 1e-12;
}

/** The shortest way over the corners of all blocks, by relaxing every clear line often. */
export const obstaclePathWitness: Witness<ObstacleQuestion, string> = {
  kind: "obstacle-path",
  truth: () => ({ right: [], margin: null }),
  accepts({ start, goal, blocks, places }, answer) {
    const corners = blocks.flatMap((
      [x0, y0, x1, y1],
    ): Spot[] => [[x0, y0], [x0, y1], [x1, y0], [x1, y1]]);
    const spots: Spot[] = [start, goal, ...corners];
    const length = spots.map((_, i) => i === 0 ? 0 : Infinity);
    const clear = spots.map((a) =>
      spots.map((b) =>
        blocks.some((block) => isBlocked(a, b, block))
          ? Infinity
          : Math.hypot(a[0] - b[0], a[1] - b[1])
      )
    );
    for (let again = true; again;) {
      again = false;
      for (const i of spots.keys()) {
        for (const j of spots.keys()) {
          if (length[i]! + clear[i]![j]! >= length[j]! - 1e-12) continue;
          length[j] = length[i]! + clear[i]![j]!;
          again = true;
        }
      }
    }
    return Math.abs(Number(answer) - length[1]!) <= 0.5 * 10 ** -places + NEAR;
  },
};
