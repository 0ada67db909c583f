import type { Exact } from "../../geometry/decimal.ts";
import { parseDecimal } from "../../geometry/decimal.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import * as schema from "../../geometry/schema.ts";
import { solveCoordinates } from "../../solvers/localization/coordinates.ts";
import { exact } from "../../solvers/outcome.ts";
import { phrase } from "../../text/phrase.ts";
import { readPoint } from "../../text/replies/points.ts";
import type { WordingName } from "../../text/wordings/common.ts";
import { REGION_WORDS } from "../../text/wordings/region.ts";
import { numberStyle } from "../_number_style.ts";
import type { Kind } from "../kind.ts";
import { drawMap } from "../points/draw_map.ts";
import {
  type NamedPlace,
  namedPlaces,
  outsideOf,
  placeNamed,
  sceneOfPoints,
  strangeName,
} from "../points/point_map.ts";

/** A square map of points, one of which is asked about. */
export interface PositionQuestion {
  /** Which way y points. */
  readonly frame: PlaneFrame;
  /** Every point that is shown. */
  readonly points: readonly NamedPlace[];
  /** The point that is asked about. */
  readonly of: string;
  /** The greatest coordinate of the map; the least is 0. */
  readonly side: Exact;
}

/** Which coordinates a point of a map has: x and y, as decimals. */
export const positionKind: Kind<PositionQuestion, readonly [string, string]> = {
  name: "position",
  schema: schema.refined(
    schema.object({
      frame: schema.word(["y-up", "y-down"]),
      points: namedPlaces(1),
      of: schema.name,
      side: schema.exact,
    }),
    (instance) => strangeName(instance, ["of"]) ?? outsideOf(instance.points, instance.side),
  ),
  solve({ frame, points, of }) {
    const [x, y] = placeNamed(points, of);
    const outcome = solveCoordinates({ x, y, frame });
    if (outcome.status !== "exact") throw new TypeError("coordinates are always known");
    // As many decimals as the map writes.
    return exact([likewise(outcome.value.x, x), likewise(outcome.value.y, y)]);
  },
  frame: ({ frame }) => frame,
  say: ([x, y], _instance, wording) =>
    phrase(REGION_WORDS[wording as WordingName].coordinates, ["x", "y"])(x, y),
  read: (words, _instance, wording) => {
    const read = readPoint(words, numberStyle({ wording }));
    return read === null ? null : [read[0]!, read[1]!];
  },
  accepts({ points, of }, answer) {
    const right = placeNamed(points, of);
    return answer.every((said, i) => isSame(said, right[i]!));
  },
  draw: drawMap,
  names: ({ points }) => points.map(([name]) => name),
  scene: ({ points }) => sceneOfPoints(points),
};

/** A decimal with as many digits behind the point as another. */
function likewise(decimal: string, other: Exact): string {
  const places = String(other).split(".")[1]?.length ?? 0;
  const [whole, rest = ""] = decimal.split(".");
  return places === 0 ? whole! : `${whole}.${rest.padEnd(places, "0")}`;
}

function isSame(said: Exact, right: Exact): boolean {
  const [a, b] = [parseDecimal(said), parseDecimal(right)];
  return a.digits === b.digits && a.scale === b.scale;
}
