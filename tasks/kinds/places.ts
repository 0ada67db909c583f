import * as schema from "../../geometry/schema.ts";
import type { Exact } from "../../geometry/decimal.ts";
import {
  type CellInstance,
  type CutCell,
  type Quadrant,
  type QuadrantInstance,
  solveCell,
  solveQuadrant,
} from "../../solvers/localization/cell.ts";
import {
  checkCell,
  checkCoordinates,
  checkQuadrant,
} from "../../solvers/localization/check_cell.ts";
import { checkPlace } from "../../solvers/localization/check_place.ts";
import { checkRegion } from "../../solvers/localization/check_region.ts";
import {
  type Coordinates,
  type CoordinatesInstance,
  solveCoordinates,
} from "../../solvers/localization/coordinates.ts";
import { solvePlace } from "../../solvers/localization/place.ts";
import type { Place, PlaceFact, PlaceInstance } from "../../solvers/localization/place_instance.ts";
import {
  type NamedRegion,
  type RegionInstance,
  solveRegion,
} from "../../solvers/localization/region.ts";
import {
  type ChainInstance,
  type GridRelation,
  solveChain,
  type StepRange,
} from "../../solvers/relations/chain.ts";
import { checkChain } from "../../solvers/relations/check_chain.ts";
import { mapOutcome } from "../../solvers/map_outcome.ts";
import type { Kind } from "../kind.ts";
import { asJson, COUNT, FRAME, PLACES, POINT, solverKind } from "./solver_kind.ts";

const UNIT = schema.optional(schema.name);
const XY = { x: schema.exact, y: schema.exact, frame: FRAME };
const CUTS = schema.list(schema.exact, 1);
const RINGS = schema.list(schema.list(POINT, 3), 1);
const REGION: schema.Schema<NamedRegion> = schema.either<readonly schema.Schema<NamedRegion>[]>(
  "a name with rings or polygons",
  schema.object({ name: schema.name, rings: RINGS }),
  schema.object({ name: schema.name, polygons: schema.list(RINGS, 1) }),
);

const FROM = { from: schema.name, id: schema.optional(schema.name) };
const VECTOR: schema.Schema<Exact | readonly [Exact, Exact]> = schema.either(
  "degrees or a vector [dx, dy]",
  schema.exact,
  POINT,
);
const FACT: schema.Schema<PlaceFact> = schema.byKind({
  displacement: schema.object({
    ...{ ...FROM, kind: schema.word(["displacement"]) },
    ...{ dx: schema.exact, dy: schema.exact },
  }),
  distance: schema.object({
    ...{ ...FROM, kind: schema.word(["distance"]), distance: schema.exact },
  }),
  "squared-distance": schema.object({
    ...{ ...FROM, kind: schema.word(["squared-distance"]), squared: schema.exact },
  }),
  bearing: schema.object({ ...FROM, kind: schema.word(["bearing"]), toward: VECTOR }),
  sector: schema.object({
    ...{ ...FROM, kind: schema.word(["sector"]), start: schema.exact, end: schema.exact },
    edges: schema.word(["closed", "open"]),
  }),
});

const BOUND: schema.Schema<number | null> = schema.either(
  "an integer or null",
  schema.integer(),
  schema.nothing,
);
const STEPS: schema.Schema<StepRange> = schema.either(
  "an integer, or the least and the greatest",
  schema.integer(),
  schema.tuple("the least and the greatest", [BOUND, BOUND]),
);

/** Questions about where something is, beside those of the tasks. */
export const PLACE_KINDS: readonly Kind[] = [
  solverKind<CellInstance, CutCell>({
    name: "cell",
    schema: schema.object({
      ...{ ...XY, xCuts: CUTS, yCuts: CUTS, onCut: schema.word(["upper", "lower", "tie"]) },
      box: schema.optional(schema.object({
        ...{ minX: schema.exact, minY: schema.exact, maxX: schema.exact, maxY: schema.exact },
      })),
      unit: UNIT,
    }),
    ...{ solve: solveCell, check: checkCell, words: asJson(), frame: ({ frame }) => frame },
  }),
  solverKind<QuadrantInstance, Quadrant>({
    name: "quadrant",
    schema: schema.object({ ...XY, centre: schema.optional(POINT), unit: UNIT }),
    ...{ solve: solveQuadrant, check: checkQuadrant, frame: ({ frame }) => frame },
    words: {
      say: String,
      read(words, instance) {
        const number = COUNT.read(words, instance);
        return number !== null && number >= 1 && number <= 4 ? number as Quadrant : null;
      },
      answers: () => [1, 2, 3, 4],
    },
  }),
  solverKind<CoordinatesInstance, Coordinates>({
    name: "coordinates",
    schema: schema.object({
      ...{ ...XY, origin: schema.optional(POINT), answerFrame: schema.optional(FRAME) },
    }),
    ...{ solve: solveCoordinates, check: checkCoordinates, words: asJson() },
    frame: ({ frame, answerFrame = frame }) => answerFrame,
  }),
  solverKind<RegionInstance, string | false>({
    name: "named-region",
    schema: schema.object({
      ...{ x: schema.exact, y: schema.exact, regions: schema.list(REGION, 1), unit: UNIT },
      onBoundary: schema.word(["inside", "outside", "tie"]),
    }),
    // No region is an answer too, which null would not be.
    solve: (instance) => mapOutcome(solveRegion(instance), (name) => name ?? false),
    check: (instance, outcome) =>
      checkRegion(instance, mapOutcome(outcome, (name) => name === false ? null : name)),
    words: {
      say: (name) => name === false ? "none" : name,
      read(words, { regions }) {
        const word = words.trim();
        return regions.find(({ name }) => name === word)?.name ?? (word === "none" ? false : null);
      },
    },
  }),
  solverKind<PlaceInstance, Place>({
    name: "place",
    schema: schema.object({
      ...{ points: PLACES, facts: schema.list(FACT), frame: FRAME, unit: UNIT },
    }),
    ...{ solve: solvePlace, check: checkPlace, words: asJson(), frame: ({ frame }) => frame },
  }),
  solverKind<ChainInstance, GridRelation>({
    name: "chain",
    schema: schema.object({
      facts: schema.list(schema.object({
        ...{ subject: schema.name, reference: schema.name, dx: STEPS, dy: STEPS },
        id: schema.optional(schema.name),
      })),
      ...{ subject: schema.name, reference: schema.name },
    }),
    ...{ solve: solveChain, check: checkChain, words: asJson(), frame: () => "y-up" },
  }),
];
