import { TOUR_KINDS } from "./kinds/tours.ts";
import { FORM_KNOBS } from "./loop/forms.ts";
import type { KnobValues } from "./knobs.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";

/** The knobs of the tour task. */
export const TOUR_KNOBS = {
  ...POINT_KNOBS,
  distractors: { ...POINT_KNOBS.distractors, default: 0 },
  ...FORM_KNOBS,
  objects: { type: "integer", least: 4, most: 9, default: 6, doc: "points that are visited" },
  tour: {
    type: "word",
    of: TOUR_KINDS,
    default: "open-fixed",
    doc: "open from a given start, open from any, or closed",
  },
  ask: {
    type: "word",
    of: ["order", "length"],
    default: "order",
    doc: "the order of the points, or the rounded length",
  },
  places: {
    type: "integer",
    least: 0,
    most: 3,
    default: 2,
    doc: "to how many decimals a length is rounded, at least as many as coordinates have",
  },
  margin: {
    type: "integer",
    least: 0,
    most: 1000,
    default: 1,
    doc: "by how much every other tour is longer at least, in the last digit shown; not of lengths",
  },
  unique: {
    type: "flag",
    default: true,
    doc: "whether several shortest orders are left out; where not, the margin counts for nothing",
  },
} as const;

/** The values of {@link TOUR_KNOBS}. */
export type TourValues = KnobValues<typeof TOUR_KNOBS>;
