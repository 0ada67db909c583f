import type { Exact } from "../../geometry/decimal.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import { formatRatio, parseRatio } from "../../geometry/ratio.ts";
import * as schema from "../../geometry/schema.ts";
import { solveCell } from "../../solvers/localization/cell.ts";
import { mapOutcome } from "../../solvers/map_outcome.ts";
import { readSideLabel } from "../../text/replies/sides.ts";
import type { WordingName } from "../../text/wordings/common.ts";
import { REGION_WORDS } from "../../text/wordings/region.ts";
import type { Kind } from "../kind.ts";
import { drawMap } from "../points/draw_map.ts";
import {
  decimalsOf,
  type NamedPlace,
  namedPlaces,
  outsideOf,
  placeNamed,
  sceneOfPoints,
  strangeName,
} from "../points/point_map.ts";
import { CUTS } from "../points/region_cell.ts";

/** A square map of points, one of which is asked about. */
export interface RegionQuestion {
  /** Which way y points. */
  readonly frame: PlaneFrame;
  /** Every point that is shown. */
  readonly points: readonly NamedPlace[];
  /** The point that is asked about. */
  readonly of: string;
  /** The greatest coordinate of the map; the least is 0. */
  readonly side: Exact;
  /** Where each side is cut. */
  readonly cuts: "thirds" | "sparkle";
}

/** The cells by column from the left, three each by row from the bottom. */
export const CELLS: readonly string[] = [
  "bottom left",
  "left",
  "top left",
  "bottom",
  "center",
  "top",
  "bottom right",
  "right",
  "top right",
];

/** Rows of a map; a solver counts them from the top. */
const ROWS = 3;

/** In which of the nine cells of a map a point lies. */
export const regionKind: Kind<RegionQuestion, string> = {
  name: "region",
  margin: { unit: "unit", places: 2, more: ({ points }) => decimalsOf(points) },
  schema: schema.refined(
    schema.object({
      frame: schema.word(["y-up", "y-down"]),
      points: namedPlaces(1),
      of: schema.name,
      side: schema.exact,
      cuts: schema.word(["thirds", "sparkle"]),
    }),
    (instance) => strangeName(instance, ["of"]) ?? outsideOf(instance.points, instance.side),
  ),
  solve({ frame, points, of, side, cuts }) {
    const [x, y] = placeNamed(points, of);
    const at = cutsOf(side, cuts);
    const outcome = solveCell({ x, y, frame, xCuts: at, yCuts: at, onCut: "tie" });
    return mapOutcome(outcome, ({ column, row }) => CELLS[ROWS * column + ROWS - 1 - row]!);
  },
  frame: ({ frame }) => frame,
  say: (answer, _instance, wording) =>
    REGION_WORDS[wording as WordingName].cells[CELLS.indexOf(answer)]!,
  read: (words, { points }) =>
    readSideLabel(words, CELLS, { letters: "compass", names: points.map(([name]) => name) }),
  answers: () => CELLS,
  draw: drawMap,
  names: ({ points }) => points.map(([name]) => name),
  scene: ({ points }) => sceneOfPoints(points),
};

/** Where a side is cut, exactly. */
function cutsOf(side: Exact, cuts: RegionQuestion["cuts"]): readonly string[] {
  const { num, den } = parseRatio(side, "side");
  return CUTS[cuts].map(({ part, of }) =>
    formatRatio({ num: num * BigInt(part), den: den * BigInt(of) })
  );
}
