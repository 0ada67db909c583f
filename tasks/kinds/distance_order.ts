import type { PlaneFrame } from "../../geometry/frame.ts";
import * as schema from "../../geometry/schema.ts";
import { solveComparison } from "../../solvers/distance/comparison.ts";
import { type NamePair, solveExtremePair } from "../../solvers/distance/extreme_pair.ts";
import { solveNearest } from "../../solvers/distance/nearest.ts";
import { mapOutcome } from "../../solvers/map_outcome.ts";
import type { Outcome } from "../../solvers/outcome.ts";
import type { PlanePoint } from "../../solvers/plane_point.ts";
import { type Phrase, phrase } from "../../text/phrase.ts";
import { readLabel, readLabels } from "../../text/replies/labels.ts";
import type { WordingName } from "../../text/wordings/common.ts";
import { DISTANCE_WORDS, type DistanceAsk } from "../../text/wordings/distance.ts";
import type { Kind } from "../kind.ts";
import { drawPoints } from "../points/draw_points.ts";
import {
  decimalsOf,
  listedPlaces,
  type NamedPlace,
  namedPlaces,
  placeNamed,
  scaledPlaces,
  sceneOfPoints,
  strangeOf,
} from "../points/point_map.ts";

/** What can be asked about the order of distances. */
export const ASKS = ["nearest", "farthest", "shortest", "longest", "shorter", "longer"] as const;

/** Points in a plane, of which some, or pairs of some, are compared by distance. */
export interface DistanceOrderQuestion {
  /** Which way y points. */
  readonly frame: PlaneFrame;
  /** Every point that is shown. */
  readonly points: readonly NamedPlace[];
  /** What is asked. */
  readonly ask: DistanceAsk;
  /**
   * The points that are asked about: which of those behind the first is nearest to it or farthest;
   * which two of all; or which of the first two and the last two, of three the first and last.
   */
  readonly of: readonly string[];
}

/** A point, or two in the order they are asked about in. */
export type PointOrPair = string | NamePair;

/** Which points, or pairs of them, are nearest or farthest. */
export const distanceOrderKind: Kind<DistanceOrderQuestion, PointOrPair> = {
  name: "distance-order",
  margin: { unit: "unit", places: 2, more: ({ points }) => decimalsOf(points) },
  schema: schema.refined(
    schema.object({
      frame: schema.word(["y-up", "y-down"]),
      points: namedPlaces(3),
      ask: schema.word(ASKS),
      of: schema.list(schema.name, 3),
    }),
    strangeOf,
  ),
  solve({ points, ask, of }): Outcome<PointOrPair> {
    const [first, ...others] = of.map((name): PlanePoint => {
      const [x, y] = placeNamed(points, name);
      return { name, x, y };
    });
    const metric = "euclidean";
    if (ask === "nearest" || ask === "farthest") {
      return solveNearest({ from: first!, points: others, metric, extreme: ask });
    }
    if (ask === "shortest" || ask === "longest") {
      const extreme = ask === "shortest" ? "nearest" : "farthest";
      return solveExtremePair({ points: [first!, ...others], metric, extreme });
    }
    const [one, two] = comparedPairs(of);
    const asked = { first: one, second: two, asked: ask, metric } as const;
    const outcome = solveComparison({ points: [first!, ...others], ...asked });
    return mapOutcome(outcome, (pair) => pair === "first" ? one : two);
  },
  frame: ({ frame }) => frame,
  say: (answer, _instance, wording) =>
    typeof answer === "string" ? answer : sayPair(wording)(answer[0], answer[1]),
  read(words, { points, ask, of }) {
    const names = points.map(([name]) => name);
    if (picksPoint(ask)) {
      return readLabel(words, names.filter((name) => name !== of[0]), { names: [of[0]!] });
    }
    const found = readLabels(words, names);
    if (found?.length !== 2) return null;
    const place = (name: string) => of.includes(name) ? of.indexOf(name) : Infinity;
    const [a, b] = [...found].sort((p, q) => place(p) - place(q));
    return [a!, b!];
  },
  answers({ ask, of }) {
    if (picksPoint(ask)) return of.slice(1);
    if (ask === "shorter" || ask === "longer") return comparedPairs(of);
    return of.flatMap((a, i) => of.slice(i + 1).map((b): NamePair => [a, b]));
  },
  draw: ({ points, frame }, wording) => [{
    drawing: drawPoints(scaledPlaces(points).points, { frame, alt: listedPlaces(points, wording) }),
  }],
  names: ({ points }) => points.map(([name]) => name),
  scene: ({ points }) => sceneOfPoints(points),
};

/** Whether the answer is a point, rather than two. */
export function picksPoint(ask: DistanceAsk): boolean {
  return ask === "nearest" || ask === "farthest";
}

/** The two pairs that are compared; of three points both share the first. */
function comparedPairs([a, b, c, d]: readonly string[]): [NamePair, NamePair] {
  return [[a!, b!], d === undefined ? [a!, c!] : [c!, d]];
}

function sayPair(wording: string): Phrase {
  return PAIRS.get(wording) ?? PAIRS.get("en")!;
}

const PAIRS: ReadonlyMap<string, Phrase> = new Map(
  Object.entries(DISTANCE_WORDS).map(([wording, { pair }]) =>
    [wording as WordingName, phrase(pair, ["a", "b"])] as const
  ),
);
