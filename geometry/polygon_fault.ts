/** Why rings make no valid polygon, in the words of the OGC's Simple Features. */
export type PolygonFaultKind =
  | "too few corners"
  | "crossing"
  | "overlap"
  | "self-touch"
  | "hole outside shell"
  | "nested holes"
  | "nested shells"
  | "disconnected interior";

/** A place on the rim of a polygon, all counted from 0 as they were given. */
export interface RimPlace {
  /** Which polygon. */
  readonly polygon: number;
  /** Which of its rings: 0 is the outer one. */
  readonly ring: number;
  /** The corner, or the one where the edge begins. */
  readonly corner: number;
}

/** Why and where polygons are invalid. */
export interface PolygonFault {
  /** What is wrong. */
  readonly kind: PolygonFaultKind;
  /** Where it is wrong. */
  readonly at: RimPlace;
  /** What it is wrong with: the other edge or ring; null where there is only one. */
  readonly with: RimPlace | null;
}

/**
 * What a fault is, in words for an error.
 *
 * @param fault the fault
 * @param many whether to name the polygon too: one of several
 * @returns for example `edge 2 of ring 0 crosses edge 0 of ring 0, must not`
 *
 * @example
 * ```ts
 * import { describePolygonFault, polygonFault } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const fault = polygonFault([[[[0, 0], [4, 4], [4, 0], [0, 4]]]])!;
 * assertEquals(describePolygonFault(fault), "edge 2 of ring 0 crosses edge 0 of ring 0, must not");
 * ```
 */
export function describePolygonFault(fault: PolygonFault, many = false): string {
  const { kind, at } = fault;
  const other = fault.with ?? at;
  const ring = (place: RimPlace): string =>
    `ring ${place.ring}${many ? ` of polygon ${place.polygon}` : ""}`;
  const edge = (place: RimPlace): string => `edge ${place.corner} of ${ring(place)}`;
  switch (kind) {
    case "too few corners":
      return `${ring(at)} has less than 3 corners that differ, must have at least 3`;
    case "crossing":
      return `${edge(at)} crosses ${edge(other)}, must not`;
    case "overlap":
      return `${edge(at)} overlaps ${edge(other)}, must not`;
    case "self-touch":
      return `${edge(at)} touches ${edge(other)}, must not: a ring is simple`;
    case "hole outside shell":
      return `${ring(at)} lies outside of ${ring(other)}, must be a hole in it`;
    case "nested holes":
      return `${ring(at)} lies in ${ring(other)}, must not: holes do not nest`;
    case "nested shells":
      return `polygon ${at.polygon} lies in polygon ${other.polygon}, must share no inside with it`;
    case "disconnected interior":
      return `${ring(at)} touches ${ring(other)} at its edge ${other.corner} so that the inside ` +
        "falls apart, must hang together";
  }
}
