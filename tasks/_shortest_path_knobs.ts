import { FORM_KNOBS } from "./loop/forms.ts";
import type { KnobValues } from "./knobs.ts";
import { POINT_KNOBS } from "./points/point_knobs.ts";

const ASKS = ["length", "moves", "labels"] as const;

/** The knobs of the shortest path task. */
export const PATH_KNOBS = {
  size: { type: "integer", least: 3, most: 20, default: 5, doc: "the nodes of a side of the grid" },
  hops: {
    type: "integer",
    least: 1,
    most: 20,
    default: 2,
    doc: "the least number of moves, no more than the grid allows",
  },
  ask: {
    type: "word",
    of: ASKS,
    default: "length",
    doc: "the number of moves, or any shortest path by its moves or nodes",
  },
  balance: {
    type: "flag",
    default: true,
    doc: "every length equally often, item by item; else every pair of nodes",
  },
  ...FORM_KNOBS,
  given: POINT_KNOBS.given,
  wording: POINT_KNOBS.wording,
} as const;

/** The values of {@link PATH_KNOBS}. */
export type PathValues = KnobValues<typeof PATH_KNOBS>;
