import { type Form, requireForm } from "../../geometry/form.ts";
import { Feature, type Part } from "../../geometry/features/feature.ts";
import { describePolygonFault } from "../../geometry/polygon_fault.ts";
import { type ExactRing, polygonFault } from "../../geometry/polygon_validity.ts";

/** Why a feature is invalid, and where. */
export interface FeatureFault {
  /** What is wrong, and what it must be. */
  readonly reason: string;
  /** Which member of the feature: 0 unless it is a collection. */
  readonly member: number;
}

const FEATURE: Form = (value) =>
  value instanceof Feature
    ? null
    : { path: "", value, must: "a Feature, such as readWkt gives", isRange: false };

/** Faults that were looked for once. */
const KNOWN = new WeakMap<Feature, FeatureFault | null>();

/**
 * Why a feature is not valid, as the OGC's Simple Features and JTS define it, exactly: all
 * coordinates finite, lines of two different points at least, linear rings closed and simple,
 * rings of polygons closed, simple and nested, polygons of one member without a shared inside.
 *
 * @param feature the feature
 * @returns null where it is valid, else the first fault; it is kept with the feature
 *
 * Cost: n log n for n corners of common shapes, the first time.
 * Source: OGC 06-103r4, section 6.1; JTS `IsValidOp`.
 *
 * @example
 * ```ts
 * import { readWkt } from "@alidade/core/geometry";
 * import { featureFault } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(featureFault(readWkt("POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))")), {
 *   reason: "edge 2 of ring 0 crosses edge 0 of ring 0, must not",
 *   member: 0,
 * });
 * ```
 */
export function featureFault(feature: Feature): FeatureFault | null {
  requireForm(feature, FEATURE, "feature");
  let fault = KNOWN.get(feature);
  if (fault === undefined) {
    fault = findFault(feature);
    KNOWN.set(feature, fault);
  }
  return fault;
}

function findFault(feature: Feature): FeatureFault | null {
  if (feature.unusable !== null) {
    const reason = `a coordinate is ${feature.unusable}, must be a finite number`;
    return { reason, member: 0 };
  }
  for (const [member, { type, start, end }] of feature.members.entries()) {
    const parts = feature.parts.slice(start, end);
    const reason = type === "LinearRing" || type.endsWith("Polygon")
      ? ringsFault(feature, parts)
      : linesFault(parts);
    if (reason !== null) return { reason, member };
  }
  return null;
}

function linesFault(parts: readonly Part[]): string | null {
  const short = parts.findIndex(({ kind, start, end }) => kind === "line" && end - start < 2);
  if (short < 0) return null;
  return `line ${short} has only one point, must have at least 2 that differ`;
}

function ringsFault(feature: Feature, parts: readonly Part[]): string | null {
  const open = parts.find(({ isClosed }) => !isClosed);
  if (open !== undefined) return `ring ${open.ring} is open, must end where it begins`;
  const polygons: ExactRing[][] = [];
  let last = -2;
  for (const part of parts) {
    if (part.polygon !== last) polygons.push([]);
    last = part.polygon;
    polygons.at(-1)!.push(cornersOf(feature, part));
  }
  const fault = polygonFault(polygons);
  return fault === null ? null : describePolygonFault(fault, polygons.length > 1);
}

function cornersOf({ x, y, wide }: Feature, { start, end }: Part): ExactRing {
  if (wide === null) {
    return Array.from({ length: end - start }, (_, i) => [x[start + i]!, y[start + i]!] as const);
  }
  return Array.from(
    { length: end - start },
    (_, i) => [wide[2 * (start + i)]!, wide[2 * (start + i) + 1]!] as const,
  );
}
