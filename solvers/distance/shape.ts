import { requireForm } from "../../geometry/form.ts";
import { formatRatio } from "../../geometry/ratio.ts";
import {
  type Exact,
  ExactRegion,
  type Fraction,
  type LongShape,
  longShapeDistance,
  type Polygon,
  polygonDistance,
  polygonsDistance,
  polygonSegmentDistance,
  type Position,
  segmentDistance,
  segmentsDistance,
  toScaled,
} from "../../geometry/mod.ts";
import { buildPolygon, isSafe, requireShort } from "../_polygon_parts.ts";
import { exact, type Outcome } from "../outcome.ts";
import { SHAPE_DISTANCE_FORM } from "./_forms.ts";
import { rootOfQuotient } from "./_root_of_quotient.ts";

/** The coordinates of a point, exact as written. */
export type ExactPosition = readonly [x: Exact, y: Exact];

/**
 * A point, a closed segment, a polygon with holes (outer ring first; rings closed or not), or
 * several polygons as one region, which touch in points at most.
 */
export type PlaneShape =
  | { readonly point: ExactPosition }
  | { readonly segment: readonly [ExactPosition, ExactPosition] }
  | { readonly polygon: readonly (readonly ExactPosition[])[] }
  | { readonly polygons: readonly (readonly (readonly ExactPosition[])[])[] };

/** Two shapes whose least Euclidean distance is asked. */
export interface ShapeDistanceInstance {
  /** The first shape. */
  readonly from: PlaneShape;
  /** The second. */
  readonly to: PlaneShape;
}

/** The distance of two shapes, exactly and for show. */
export interface ShapeDistance {
  /** The square of the distance: an integer, a decimal, or a fraction in lowest terms. */
  readonly squared: string;
  /** A double within 2^-50 of the distance, relatively. */
  readonly approximate: number;
}

/**
 * The least Euclidean distance between two shapes: points, segments, polygons with holes.
 *
 * @param instance the shapes; brought to a common number of decimals, their coordinates must be
 * integers of at most 2^200
 * @returns `exact`, without a margin: a measurement has no boundary. 0 where the shapes share a
 * point; a polygon contains its inside and its boundary, not its holes
 * @throws RangeError, SyntaxError for coordinates that are not exact numbers or have too many
 * digits; RangeError for what is no polygon, naming ring and corner or edges
 *
 * Cost: some microseconds for points and segments; for polygons up to some nanoseconds for each
 * pair of their edges, and a few times that where integers exceed 2^53.
 *
 * @example
 * ```ts
 * import { solveShapeDistance } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const polygon = [[["0", "0"], ["0.2", "0"], ["0", "0.2"]]] as const;
 * const outcome = solveShapeDistance({ from: { point: ["0.2", "0.2"] }, to: { polygon } });
 * assertEquals(outcome, {
 *   status: "exact",
 *   value: { squared: "0.02", approximate: 0.1414213562373095 },
 *   margin: null,
 * });
 * ```
 */
export function solveShapeDistance(instance: ShapeDistanceInstance): Outcome<ShapeDistance> {
  requireForm(instance, SHAPE_DISTANCE_FORM);
  const positions = [...positionsOf(instance.from), ...positionsOf(instance.to)];
  const { values, scale } = toScaled(positions.flat(), "coordinates");
  const { num, den } = squareOf(instance, values, scale);
  const squared = { num, den: den * 100n ** BigInt(scale) };
  return exact({
    squared: formatRatio(squared),
    approximate: rootOfQuotient(squared.num, squared.den),
  });
}

function squareOf(
  { from, to }: ShapeDistanceInstance,
  values: readonly bigint[],
  scale: number,
): Fraction {
  const next = values.values();
  const pair = (): Pair => [next.next().value!, next.next().value!];
  if (values.every(isSafe)) return between(place(from, pair), place(to, pair));
  requireShort(values, scale);
  return longShapeDistance(placeLong(from, pair), placeLong(to, pair));
}

type Pair = readonly [x: bigint, y: bigint];

type Placed =
  | { readonly kind: "point"; readonly at: Position }
  | { readonly kind: "segment"; readonly ends: readonly [...Position, ...Position] }
  | { readonly kind: "polygon"; readonly polygon: Polygon };

function between(a: Placed, b: Placed): Fraction {
  if (a.kind === "polygon") {
    if (b.kind === "polygon") return polygonsDistance(a.polygon, b.polygon);
    if (b.kind === "segment") return polygonSegmentDistance(a.polygon, ...b.ends);
    return polygonDistance(a.polygon, ...b.at);
  }
  if (b.kind === "polygon") return between(b, a);
  if (a.kind === "segment") {
    if (b.kind === "segment") return segmentsDistance(...a.ends, ...b.ends);
    return segmentDistance(...b.at, ...a.ends);
  }
  if (b.kind === "segment") return between(b, a);
  return segmentDistance(...a.at, ...b.at, ...b.at);
}

function positionsOf(shape: PlaneShape): readonly ExactPosition[] {
  if ("point" in shape) return [shape.point];
  return "segment" in shape ? shape.segment : partsOf(shape).flat(2);
}

/** The shape with the next integers as its coordinates, which doubles hold. */
function place(shape: PlaneShape, pair: () => Pair): Placed {
  const position = (): Position => {
    const [x, y] = pair();
    return [Number(x), Number(y)];
  };
  if ("point" in shape) return { kind: "point", at: position() };
  if ("segment" in shape) return { kind: "segment", ends: [...position(), ...position()] };
  const parts = partsOf(shape).map((rings) => rings.map((ring) => ring.map(pair)));
  return { kind: "polygon", polygon: buildPolygon(parts) };
}

/** The shape with the next integers as its coordinates, of any length. */
function placeLong(shape: PlaneShape, pair: () => Pair): LongShape {
  if ("point" in shape || "segment" in shape) {
    const [ax, ay] = pair();
    const [bx, by] = "point" in shape ? [ax, ay] : pair();
    return { ax, ay, bx, by };
  }
  return ExactRegion.from(partsOf(shape).map((rings) => rings.map((ring) => ring.map(pair))));
}

function partsOf(shape: Extract<PlaneShape, { polygon: unknown } | { polygons: unknown }>) {
  return "polygons" in shape ? shape.polygons : [shape.polygon];
}
