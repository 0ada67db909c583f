import type { KnobValues } from "./knobs.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";

/** The knobs of the Sparkle task, its own constants by default. */
export const SPARKLE_KNOBS = {
  ...POINT_KNOBS,
  distractors: {
    ...POINT_KNOBS.distractors,
    most: 2,
    default: 0,
    doc: "points beside the three that are asked about; Sparkle's test pictures have two",
  },
  border: { ...POINT_KNOBS.border, default: 5 },
  spacing: { ...POINT_KNOBS.spacing, most: 45, default: 30 },
  decimals: { ...POINT_KNOBS.decimals, most: 2, default: 2 },
  names: { ...POINT_KNOBS.names, default: "sparkle" },
  wording: { ...POINT_KNOBS.wording, default: "en-sparkle" },
  sectors: {
    type: "word",
    of: ["sparkle-eight", "sparkle-four"],
    default: "sparkle-eight",
    doc: "Sparkle's eight unequal directions, or its four quadrants",
  },
} as const;

/** The values of {@link SPARKLE_KNOBS}. */
export type SparkleValues = KnobValues<typeof SPARKLE_KNOBS>;
