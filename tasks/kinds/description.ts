import type { Exact } from "../../geometry/decimal.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import * as schema from "../../geometry/schema.ts";
import { exact, impossible, type Outcome, tie } from "../../solvers/outcome.ts";
import type { WordingName } from "../../text/wordings/common.ts";
import { answersOf, isRight, type Kind } from "../kind.ts";
import {
  type Description,
  type PairFact,
  type PlaceFact,
  PLACES,
} from "../points/description_facts.ts";
import { readDescription, sayDescription } from "../points/description_words.ts";
import { drawMap } from "../points/draw_map.ts";
import {
  type NamedPlace,
  namedPlaces,
  outsideOf,
  sceneOfPoints,
  strangeOf,
} from "../points/point_map.ts";
import { type SectorName, SYSTEMS } from "../points/sectors.ts";
import { directionKind } from "./direction.ts";
import { distanceKind } from "./distance.ts";
import { positionKind } from "./position.ts";

/** A square map of points, some of which are described. */
export interface DescriptionQuestion {
  /** Which way y points. */
  readonly frame: PlaneFrame;
  /** How the directions are divided. */
  readonly sectors: SectorName;
  /** Every point that is shown. */
  readonly points: readonly NamedPlace[];
  /** The points that are described, two to five: each tie of a direction doubles what is right. */
  readonly of: readonly string[];
  /** The greatest coordinate of the map; the least is 0. */
  readonly side: Exact;
}

/** Where some points are, and how every two of them lie: what the kinds of each statement answer. */
export const descriptionKind: Kind<DescriptionQuestion, Description> = {
  name: "description",
  schema: schema.refined(
    schema.object({
      frame: schema.word(["y-up", "y-down"]),
      sectors: schema.word(SYSTEMS),
      points: namedPlaces(2),
      of: schema.list(schema.name, 2, 5),
      side: schema.exact,
    }),
    (instance) => strangeOf(instance) ?? outsideOf(instance.points, instance.side),
  ),
  solve(question): Outcome<Description> {
    const places = question.of.flatMap((of) =>
      answersOf(positionKind.solve({ ...question, of })).map(([x, y]): PlaceFact => ({ of, x, y }))
    );
    let all: (readonly PairFact[])[] = [[]];
    for (const pair of pairsOf(question.of)) {
      const facts = factsOn(question, pair);
      if (facts.length === 0) return impossible("two of the points are the same");
      all = all.flatMap((pairs) => facts.map((fact) => [...pairs, fact]));
    }
    const [first, ...others] = all.map((pairs): Description => ({ places, pairs }));
    return others.length === 0 ? exact(first!) : tie([first!, ...others]);
  },
  frame: ({ frame }) => frame,
  say: (answer, _instance, wording) => sayDescription(answer, wording),
  read(words, { sectors, points }, wording) {
    const names = points.map(([name]) => name);
    return readDescription(words, { wording: wording as WordingName, sectors, names });
  },
  /** Statements may come in any order, and speak of a pair from either end; none may be missing. */
  accepts(question, { places, pairs }) {
    const { of } = question;
    const key = (a: string, b: string) => JSON.stringify([a, b].sort());
    const placed = new Set(places.map((fact) => fact.of));
    const paired = new Set(pairs.map((fact) => key(fact.of, fact.from)));
    return places.every((fact) => isRightPlace(question, fact)) &&
      pairs.every((fact) => isRightPair(question, fact)) &&
      of.every((name) => placed.has(name)) &&
      pairsOf(of).every(([a, b]) => paired.has(key(a, b)));
  },
  draw: drawMap,
  names: ({ points }) => points.map(([name]) => name),
  scene: ({ points }) => sceneOfPoints(points),
};

/** What may be said of a pair: two things where it lies on a boundary, none of one place. */
function factsOn(question: DescriptionQuestion, [from, of]: readonly [string, string]): PairFact[] {
  const pair = { ...question, from, to: of, places: PLACES };
  const distances = answersOf(distanceKind.solve(pair));
  return answersOf(directionKind.solve(pair)).flatMap((direction) =>
    distances.map((distance): PairFact => ({
      ...{ of, from, direction },
      distance: distanceKind.say(distance, pair, "en"),
    }))
  );
}

function isRightPlace(question: DescriptionQuestion, { of, x, y }: PlaceFact): boolean {
  return question.of.includes(of) &&
    isRight({ kind: positionKind, instance: { ...question, of } }, [x, y]);
}

function isRightPair(question: DescriptionQuestion, fact: PairFact): boolean {
  const { of, from, direction, distance } = fact;
  if (of === from || !question.of.includes(of) || !question.of.includes(from)) return false;
  const instance = { ...question, from, to: of, places: PLACES };
  return isRight({ kind: directionKind, instance }, direction) &&
    isRight({ kind: distanceKind, instance }, distance);
}

function pairsOf(of: readonly string[]): (readonly [string, string])[] {
  return of.flatMap((a, i) => of.slice(i + 1).map((b) => [a, b] as const));
}
