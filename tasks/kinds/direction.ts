import type { PlaneFrame } from "../../geometry/frame.ts";
import type { SectorSystem } from "../../geometry/sectors.ts";
import * as schema from "../../geometry/schema.ts";
import { solveDirection } from "../../solvers/direction/direction.ts";
import { readSideLabel } from "../../text/replies/sides.ts";
import { DIRECTION_WORDS } from "../../text/wordings/direction.ts";
import type { WordingName } from "../../text/wordings/common.ts";
import type { Kind } from "../kind.ts";
import { drawPoints } from "../points/draw_points.ts";
import {
  listedPlaces,
  type NamedPlace,
  namedPlaces,
  placeNamed,
  scaledPlaces,
  sceneOfPoints,
  strangeName,
} from "../points/point_map.ts";
import { type SectorName, systemOf, SYSTEMS } from "../points/sectors.ts";

/** Points in a plane, and two of them: where does one lie from the other? */
export interface DirectionQuestion {
  /** How the directions are divided. */
  readonly sectors: SectorName;
  /** Which way y points. */
  readonly frame: PlaneFrame;
  /** Every point that is shown. */
  readonly points: readonly NamedPlace[];
  /** The point from where it is seen. */
  readonly from: string;
  /** The point that is looked for. */
  readonly to: string;
}

/** In which direction one point lies from another. */
export const directionKind: Kind<DirectionQuestion, string> = {
  name: "direction",
  margin: { unit: "degree", places: 2 },
  schema: schema.refined(
    schema.object({
      sectors: schema.word(SYSTEMS),
      frame: schema.word(["y-up", "y-down"]),
      points: namedPlaces(2),
      from: schema.name,
      to: schema.name,
    }),
    (instance) => strangeName(instance, ["from", "to"]),
  ),
  solve: ({ sectors, frame, points, from, to }) =>
    solveDirection({
      from: placeNamed(points, from),
      to: placeNamed(points, to),
      frame,
      sectors: STATED[sectors],
    }),
  frame: ({ frame }) => frame,
  say: (answer, _instance, wording) => DIRECTION_WORDS[wording as WordingName].directions[answer]!,
  read: (words, { sectors, points, from }) =>
    readSideLabel(words, labelsOf(sectors), {
      letters: "compass",
      names: points.map(([name]) => name),
      from,
    }),
  answers: ({ sectors }) => labelsOf(sectors),
  draw: ({ points, frame }, wording) => [{
    drawing: drawPoints(scaledPlaces(points).points, { frame, alt: listedPlaces(points, wording) }),
  }],
  names: ({ points }) => points.map(([name]) => name),
  scene: ({ points }) => sceneOfPoints(points),
};

/** The directions of a system. */
export function labelsOf(sectors: SectorName): readonly string[] {
  return STATED[sectors].labels;
}

/** The systems as questions state them, one object each: the solver knows them again. */
const STATED = Object.fromEntries(
  SYSTEMS.map((name) => [name, systemOf(name)]),
) as unknown as Readonly<Record<SectorName, SectorSystem>>;
