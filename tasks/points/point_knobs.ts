import type { PlaneFrame } from "../../geometry/frame.ts";
import type { IntegerKnob, WordKnob } from "../knobs.ts";
import type { WordingName } from "../../text/wordings/common.ts";

/** What points may be called. */
export type NameKind = "colours" | "labels" | "sparkle" | "sparkle-tour";

/** The knobs of every task about points in a plane. */
export const POINT_KNOBS: {
  readonly distractors: IntegerKnob;
  readonly lattice: IntegerKnob;
  readonly border: IntegerKnob;
  readonly spacing: IntegerKnob;
  readonly decimals: IntegerKnob;
  readonly names: WordKnob<NameKind>;
  readonly frame: WordKnob<PlaneFrame>;
  readonly given: WordKnob<"text" | "picture">;
  readonly wording: WordKnob<WordingName>;
} = {
  distractors: {
    type: "integer",
    least: 0,
    most: 8,
    default: 1,
    doc: "points beside those that are asked about",
  },
  lattice: {
    type: "integer",
    least: 4,
    most: 4000,
    default: 1000,
    doc: "the greatest coordinate, in the last digit shown; the least is 0",
  },
  border: {
    type: "integer",
    least: 0,
    most: 40,
    default: 0,
    doc: "how far points stay from the edges, in percent of the lattice",
  },
  spacing: {
    type: "integer",
    least: 1,
    most: 90,
    default: 10,
    doc: "the least distance of any two points, in percent of the lattice",
  },
  decimals: {
    type: "integer",
    least: 0,
    most: 3,
    default: 0,
    doc: "how many digits of a coordinate stand behind the point",
  },
  names: {
    type: "word",
    of: ["colours", "labels", "sparkle", "sparkle-tour"],
    default: "colours",
    doc: "what points are called: colours, N1, N2, ..., or Sparkle's own colours",
  },
  frame: {
    type: "word",
    of: ["y-up", "y-down"],
    default: "y-up",
    doc: "which way the y coordinate grows; stated in the question",
  },
  given: {
    type: "word",
    of: ["text", "picture"],
    default: "text",
    doc: "whether the question states the coordinates or leaves them to the picture",
  },
  wording: {
    type: "word",
    of: ["en", "en-compass", "en-sparkle", "de"],
    default: "en",
    doc: "the language and style of the words",
  },
};

/** The values of {@link POINT_KNOBS}, and how many points are asked about. */
export interface PointSettings {
  readonly objects: number;
  readonly distractors: number;
  readonly lattice: number;
  readonly border: number;
  readonly spacing: number;
  readonly decimals: number;
  readonly names: NameKind;
  readonly wording: WordingName;
}
