import { type Exact, formatScaled, parseDecimal } from "../../geometry/decimal.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import * as schema from "../../geometry/schema.ts";
import { solveDistance } from "../../solvers/distance/pair.ts";
import { exact, impossible, tie } from "../../solvers/outcome.ts";
import type { PlanePoint } from "../../solvers/plane_point.ts";
import { readNumber } from "../../text/replies/numbers.ts";
import { acceptsLength } from "../_accepts_length.ts";
import { numberStyle } from "../_number_style.ts";
import { roundedRoot } from "../_rounded_root.ts";
import type { Kind } from "../kind.ts";
import { drawMap } from "../points/draw_map.ts";
import { drawPoints } from "../points/draw_points.ts";
import {
  listedPlaces,
  type NamedPlace,
  namedPlaces,
  outsideOf,
  placeNamed,
  scaledPlaces,
  sceneOfPoints,
  strangeName,
} from "../points/point_map.ts";

/** Points in a plane, and two of them: how far are they apart? */
export interface DistanceQuestion {
  /** Which way y points. */
  readonly frame: PlaneFrame;
  /** Every point that is shown. */
  readonly points: readonly NamedPlace[];
  /** One of the two. */
  readonly from: string;
  /** The other. */
  readonly to: string;
  /** To how many decimals the distance is rounded. */
  readonly places: number;
  /** The side of the map that a picture shows whole; left out where it shows the points alone. */
  readonly side?: Exact;
}

/** How far apart two points are, as a rounded number. */
export const distanceKind: Kind<DistanceQuestion, string> = {
  name: "distance",
  schema: schema.refined(
    schema.object({
      frame: schema.word(["y-up", "y-down"]),
      points: namedPlaces(2),
      from: schema.name,
      to: schema.name,
      places: schema.integer(0, 12),
      side: schema.optional(schema.exact),
    }),
    (instance) => {
      const { points, side } = instance;
      return strangeName(instance, ["from", "to"]) ??
        (side === undefined ? null : outsideOf(points, side));
    },
  ),
  solve(question) {
    const { places } = question;
    if (question.from === question.to) return impossible("a point has no distance to itself");
    const { square, scale } = squareOf(question);
    const nearest = roundedRoot(square, places - scale).map((n) => formatScaled(n, places));
    return nearest.length > 1 ? tie(nearest) : exact(nearest[0]!);
  },
  frame: ({ frame }) => frame,
  say: (answer, { places }) => padded(answer, places),
  read: (words, { places }, wording) => readNumber(words, numberStyle({ wording }, places)),
  accepts(question, answer) {
    const { square, scale } = squareOf(question);
    return acceptsLength(answer, { squares: [square], scale, places: question.places });
  },
  draw({ points, side, frame }, wording) {
    if (side !== undefined) return drawMap({ points, side, frame }, wording);
    const alt = listedPlaces(points, wording);
    return [{ drawing: drawPoints(scaledPlaces(points).points, { frame, alt }) }];
  },
  names: ({ points }) => points.map(([name]) => name),
  scene: ({ points }) => sceneOfPoints(points),
};

/** The square of the distance as an integer, in units of 10^(-2 scale). */
function squareOf({ points, from, to }: DistanceQuestion): { square: bigint; scale: number } {
  const place = (name: string): PlanePoint => {
    const [x, y] = placeNamed(points, name);
    return { name, x, y };
  };
  if (from === to) return { square: 0n, scale: 0 };
  const outcome = solveDistance({ from: place(from), to: place(to), metric: "euclidean" });
  if (outcome.status !== "exact") throw new TypeError("a distance is always known");
  const { digits, scale } = parseDecimal(outcome.value.squared);
  const half = Math.ceil(scale / 2);
  return { square: digits * 10n ** BigInt(2 * half - scale), scale: half };
}

/** A decimal with so many digits behind the point. */
function padded(decimal: string, places: number): string {
  if (places === 0) return decimal;
  const [whole, rest = ""] = decimal.split(".");
  return `${whole}.${rest.padEnd(places, "0")}`;
}
