import * as schema from "../../geometry/schema.ts";
import { SECTOR_SYSTEMS, type SectorSystemName } from "../../geometry/sector_systems.ts";
import { type BetweenInstance, solveBetween } from "../../solvers/direction/between.ts";
import { checkBetween, checkSide } from "../../solvers/direction/check_between.ts";
import { checkFacing, checkPose } from "../../solvers/direction/check_direction.ts";
import {
  type FacingInstance,
  type PoseInstance,
  solveFacing,
  solvePose,
} from "../../solvers/direction/facing.ts";
import { type SideInstance, solveSide } from "../../solvers/direction/side.ts";
import type { Kind } from "../kind.ts";
import { type AnswerWords, FRAME, oneWord, POINT, solverKind, TRUTH } from "./solver_kind.ts";

const SYSTEM_NAMES = Object.keys(SECTOR_SYSTEMS) as SectorSystemName[];

/** The sectors of a kind on the command line: those that have a name. */
type Named<I> = I & { readonly sectors: SectorSystemName };

const SECTORS = { frame: FRAME, sectors: schema.word(SYSTEM_NAMES) };
const DEGREES = { unit: "degree", places: 2 };

/** The directions of a named system. */
const SECTOR_WORDS: AnswerWords<string, { readonly sectors: SectorSystemName }> = oneWord(
  ({ sectors }: { readonly sectors: SectorSystemName }) => [
    ...new Set(SECTOR_SYSTEMS[sectors].labels),
  ],
);

/** Questions about directions beside that of the task: seen by an observer, and without sectors. */
export const DIRECTION_KINDS: readonly Kind[] = [
  solverKind<BetweenInstance, boolean>({
    name: "between",
    schema: schema.object({
      ...{ point: POINT, from: POINT, to: POINT },
      by: schema.word(["segment", "projection"]),
    }),
    ...{ solve: solveBetween, check: checkBetween, words: TRUTH },
  }),
  solverKind<SideInstance, "left" | "right" | "on">({
    name: "side",
    schema: schema.object({ point: POINT, from: POINT, to: POINT, frame: FRAME }),
    ...{ solve: solveSide, check: checkSide, words: oneWord(["left", "right", "on"]) },
    frame: ({ frame }) => frame,
  }),
  solverKind<Named<FacingInstance>, string>({
    name: "facing",
    margin: DEGREES,
    schema: schema.object({ at: POINT, facing: POINT, target: POINT, ...SECTORS }),
    ...{ solve: solveFacing, check: checkFacing, words: SECTOR_WORDS },
    frame: ({ frame }) => frame,
  }),
  solverKind<Named<PoseInstance>, string>({
    name: "pose",
    margin: DEGREES,
    schema: schema.object({ position: POINT, heading: POINT, target: POINT, ...SECTORS }),
    ...{ solve: solvePose, check: checkPose, words: SECTOR_WORDS },
    frame: ({ frame }) => frame,
  }),
];
