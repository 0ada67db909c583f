import { formatScaled, toScaled } from "../../geometry/decimal.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import * as schema from "../../geometry/schema.ts";
import { compareSqrtSums } from "../../geometry/sqrt_sum.ts";
import { mapOutcome } from "../../solvers/map_outcome.ts";
import { exact, impossible, type Margin, type Outcome } from "../../solvers/outcome.ts";
import { tourExcess } from "../../solvers/tour/given_tour.ts";
import type { Tour } from "../../solvers/tour/length.ts";
import { optimalTours } from "../../solvers/tour/optimal_tours.ts";
import type { PointTour, TourInstance } from "../../solvers/tour/problem.ts";
import { solveTourSync } from "../../solvers/tour/solve_tour_sync.ts";
import { readLabels } from "../../text/replies/labels.ts";
import { readNumber } from "../../text/replies/numbers.ts";
import { readVerdict } from "../../text/replies/verdicts.ts";
import type { WordingName } from "../../text/wordings/common.ts";
import type { TourKind } from "../../text/wordings/tour.ts";
import { TOUR_CHECK_WORDS } from "../../text/wordings/tour_check.ts";
import { acceptsLength } from "../_accepts_length.ts";
import type { NamedPoint } from "../_instance.ts";
import { numberStyle } from "../_number_style.ts";
import { roundedRootSum } from "../_rounded_sum.ts";
import type { Kind, Picture } from "../kind.ts";
import { drawPoints } from "../points/draw_points.ts";
import {
  listedPlaces,
  type NamedPlace,
  namedPlaces,
  scaledPlaces,
  sceneOfPoints,
} from "../points/point_map.ts";

/** Points of a plane, all of which are shown. */
interface PointMap {
  readonly frame: PlaneFrame;
  readonly points: readonly NamedPlace[];
}

/** A tour through some of the points: which order is shortest, or how long is it? */
export interface TourQuestion extends PointMap {
  /** What is visited; a fixed start first. */
  readonly of: readonly string[];
  readonly tour: TourKind;
  readonly ask: "order" | "length";
  /** To how many decimals a length is rounded. */
  readonly places: number;
}

/** A tour that is told in order: is it a shortest one? */
export interface TourCheckQuestion extends PointMap {
  readonly tour: TourKind;
  readonly order: readonly string[];
}

/** All legs of a shortest closed tour but one, in any order: which is missing? */
export interface TourLegQuestion extends PointMap {
  readonly legs: readonly (readonly [string, string])[];
}

/** The tours there are questions about. */
export const TOUR_KINDS: readonly TourKind[] = ["open-fixed", "open-free", "closed"];

const FRAME: schema.Schema<PlaneFrame> = schema.word(["y-up", "y-down"]);
const UNIT = { unit: "unit", places: 2 };

/** What every kind about points says of its pictures. */
const PICTURES: Required<Pick<Kind<PointMap>, "frame" | "draw" | "names" | "scene">> = {
  frame: ({ frame }) => frame,
  draw: ({ points, frame }, wording): readonly Picture[] => [{
    drawing: drawPoints(scaledPlaces(points).points, { frame, alt: listedPlaces(points, wording) }),
  }],
  names: ({ points }) => points.map(([name]) => name),
  scene: ({ points }) => sceneOfPoints(points),
};

/** Names of points that differ, so many at least. */
function namesThat(least: number): schema.Schema<readonly string[]> {
  return schema.refined(schema.list(schema.name, least), (names) => {
    const twice = names.findIndex((name, i) => names.indexOf(name) !== i);
    if (twice < 0) return null;
    return { path: `[${twice}]`, value: names[twice], must: "a name that stands once" };
  });
}

/** Demands that the names of a field are those of points. */
function amongPoints<T extends PointMap>(
  base: schema.Schema<T>,
  named: (instance: T) => readonly (readonly [path: string, name: string])[],
): schema.Schema<T> {
  return schema.refined(base, (instance) => {
    const names = instance.points.map(([name]) => name);
    const wrong = named(instance).find(([, name]) => !names.includes(name));
    if (wrong === undefined) return null;
    return { path: wrong[0], value: wrong[1], must: `one of ${names.join(", ")}` };
  });
}

/** The shortest tour through points: its order, or its length. */
export const tourKind: Kind<TourQuestion, string | readonly string[]> = {
  name: "tour",
  margin: UNIT,
  schema: amongPoints(
    schema.object({
      ...{ frame: FRAME, points: namedPlaces(3), of: namesThat(3), tour: schema.word(TOUR_KINDS) },
      ...{ ask: schema.word(["order", "length"]), places: schema.integer(0, 12) },
    }),
    ({ of }) => of.map((name, i) => [`.of[${i}]`, name] as const),
  ),
  solve(question) {
    const visited = Visited.of(question.points, question.of);
    const solved = solveTour(visited, question);
    if (question.ask === "length") return lengthOf(visited, solved, question);
    return mapOutcome(
      solved,
      ({ order }) => order.map((i) => question.of[i]!),
      (margin) => visited.inUnits(margin),
    );
  },
  ...PICTURES,
  say: (answer) => typeof answer === "string" ? answer : answer.join(", "),
  read(words, { ask, tour, points, places }, wording) {
    if (ask === "length") return readNumber(words, numberStyle({ wording }, places));
    const names = [...readLabels(words, points.map(([name]) => name)) ?? []];
    // A closed tour may name its first point again.
    if (tour === "closed" && names.length > 1 && names[0] === names.at(-1)) names.pop();
    return names.length > 0 && new Set(names).size === names.length ? names : null;
  },
  accepts(question, answer) {
    const { of, tour, places } = question;
    const visited = Visited.of(question.points, of);
    const best = visited.squares(bestOrder(solveTour(visited, question)), tour);
    if (typeof answer === "string") {
      return acceptsLength(answer, { squares: best, scale: visited.scale, places });
    }
    const order = answer.map((name) => of.indexOf(name));
    if (order.length !== of.length || order.includes(-1)) return false;
    if (tour === "open-fixed" && order[0] !== 0) return false;
    return compareSqrtSums(visited.squares(order, tour), best) === 0;
  },
};

const VERDICTS = ["shortest", "longer"] as const;

/** Whether a tour is the shortest through its points. */
export const tourCheckKind: Kind<TourCheckQuestion, (typeof VERDICTS)[number]> = {
  name: "tour-check",
  margin: UNIT,
  schema: amongPoints(
    schema.object({
      ...{ frame: FRAME, points: namedPlaces(4), tour: schema.word(TOUR_KINDS) },
      order: namesThat(4),
    }),
    ({ order }) => order.map((name, i) => [`.order[${i}]`, name] as const),
  ),
  solve({ points, tour, order }) {
    const visited = Visited.of(points, order);
    const instance = visited.instance(tour);
    return withVerdict(tourExcess(instance, order.map((_, i) => i)), instance, visited);
  },
  ...PICTURES,
  say: (answer, _, wording) =>
    TOUR_CHECK_WORDS[wording as WordingName].answers[VERDICTS.indexOf(answer)]!,
  read(words) {
    const verdict = readVerdict(words);
    return verdict === null || verdict === "none" ? null : verdict;
  },
  answers: () => VERDICTS,
};

/** Which leg of the shortest closed tour is missing. */
export const tourLegKind: Kind<TourLegQuestion, string> = {
  name: "tour-leg",
  margin: UNIT,
  schema: schema.refined(
    amongPoints(
      schema.object({
        ...{ frame: FRAME, points: namedPlaces(4) },
        legs: schema.list(schema.tuple("a pair of names", [schema.name, schema.name]), 3),
      }),
      ({ legs }) =>
        legs.flatMap((leg, i) => leg.map((name, k) => [`.legs[${i}][${k}]`, name] as const)),
    ),
    ({ legs }) =>
      pathOf(legs) === null
        ? { path: ".legs", value: legs, must: "legs that join their points to one path" }
        : null,
  ),
  solve({ points, legs }) {
    const path = pathOf(legs)!;
    const found = tourExcess(Visited.of(points, path).instance("closed"), path.map((_, i) => i));
    if (found.status !== "exact") return found as Outcome<never>;
    if (!found.value.optimal) return impossible("the legs are not those of a shortest tour");
    return exact(legName(path[0]!, path.at(-1)!));
  },
  ...PICTURES,
  say: (answer) => answer,
  read(words, { points }) {
    const found = readLabels(words, points.map(([name]) => name));
    return found?.length === 2 ? legName(found[0]!, found[1]!) : null;
  },
};

/** Two names in one order, so that a leg has one name. */
function legName(a: string, b: string): string {
  return [a, b].sort().join(", ");
}

/** The points along the path that legs make; null where they make none. */
function pathOf(legs: readonly (readonly string[])[]): readonly string[] | null {
  const legsAt = (name: string) => legs.filter((leg) => leg.includes(name));
  const first = legs.flat().find((name) => legsAt(name).length === 1);
  const path = first === undefined ? [] : [first];
  for (let at = first; at !== undefined && path.length <= legs.length + 1;) {
    const leg = legsAt(at).find((names) => names.some((name) => !path.includes(name)));
    at = leg?.find((name) => !path.includes(name));
    if (at !== undefined) path.push(at);
  }
  return path.length === legs.length + 1 ? path : null;
}

/** The points of a tour in integers: a coordinate is one of theirs divided by 10^scale. */
class Visited {
  readonly scale: number;
  readonly #points: readonly NamedPoint[];

  private constructor(points: readonly NamedPoint[], scale: number) {
    this.#points = points;
    this.scale = scale;
  }

  /** Some of the points, in an order. */
  static of(points: readonly NamedPlace[], names: readonly string[]): Visited {
    const { values, scale } = toScaled(points.flatMap(([, x, y]) => [x, y]), "coordinates");
    const all = points.map(([name], i) => {
      return { name, x: Number(values[2 * i]!), y: Number(values[2 * i + 1]!) };
    });
    return new Visited(names.map((name) => all.find((point) => point.name === name)!), scale);
  }

  /** The question of the solvers. */
  instance(tour: TourKind): PointTour {
    const points = this.#points.map(({ x, y }) => [x, y] as const);
    const metric = "euclidean";
    if (tour === "closed") return { form: "closed", points, metric };
    return tour === "open-free"
      ? { form: "open", points, metric }
      : { form: "open", start: 0, points, metric };
  }

  /** The squares of the steps of a tour. */
  squares(order: readonly number[], tour: TourKind): bigint[] {
    const stops = tour === "closed" ? [...order, order[0]!] : order;
    return stops.slice(1).map((j, k) => {
      const a = this.#points[stops[k]!]!, b = this.#points[j]!;
      return BigInt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
    });
  }

  /** A margin in the units of the coordinates, rounded down. */
  inUnits(margin: Margin | null): Margin | null {
    return margin && { value: margin.value / 10 ** this.scale * (1 - 2 ** -51), unit: "unit" };
  }
}

function solveTour(visited: Visited, { tour, ask }: TourQuestion): Outcome<Tour> {
  return solveTourSync(visited.instance(tour), { asks: ask === "length" ? "length" : "tour" });
}

function bestOrder(solved: Outcome<Tour>): readonly number[] {
  if (solved.status === "exact") return solved.value.order;
  if (solved.status === "tie") return solved.values[0]!.order;
  throw new RangeError(
    "Cannot score a tour that was not solved: too many tours are almost as short",
  );
}

function lengthOf(
  visited: Visited,
  solved: Outcome<Tour>,
  { tour, places }: TourQuestion,
): Outcome<string> {
  const squares = visited.squares(bestOrder(solved), tour);
  const length = roundedRootSum(squares, places - visited.scale);
  if (length !== null) return exact(formatScaled(length, places));
  throw new RangeError(`Cannot round the tour's length to ${places} decimals: it lies halfway`);
}

function withVerdict(
  found: ReturnType<typeof tourExcess>,
  instance: TourInstance,
  visited: Visited,
): Outcome<(typeof VERDICTS)[number]> {
  if (found.status !== "exact") return found as Outcome<never>;
  const { optimal, excess } = found.value;
  if (!optimal) return exact("longer", visited.inUnits(excess));
  // How much longer than the shortest the next length is.
  const next = optimalTours(instance);
  const gap = next.status === "exact" ? next.value.gap : null;
  return exact("shortest", visited.inUnits(gap));
}
