import type { Exact, PlaneFrame } from "../../geometry/mod.ts";
import type { PlanePoint } from "../plane_point.ts";

/** What every fact on a place has. */
export interface PlaceFactBase {
  /** The name of the known point it starts from. */
  readonly from: string;
  /** What a contradiction calls the fact; `facts[i]` when left out. */
  readonly id?: string;
}

/** The place is the known point, moved. */
export interface DisplacementFact extends PlaceFactBase {
  /** Tells the kinds of facts apart. */
  readonly kind: "displacement";
  /** By how much along x. */
  readonly dx: Exact;
  /** By how much along y, in the frame of the instance. */
  readonly dy: Exact;
}

/** The place is at a Euclidean distance from the known point. */
export interface DistanceFact extends PlaceFactBase {
  /** Tells the kinds of facts apart. */
  readonly kind: "distance";
  /** The distance, 0 or more; an integer or decimal. */
  readonly distance: Exact;
}

/** The place is at a Euclidean distance from the known point whose square is given. */
export interface SquaredDistanceFact extends PlaceFactBase {
  /** Tells the kinds of facts apart. */
  readonly kind: "squared-distance";
  /** The square of the distance, 0 or more; an integer or decimal. */
  readonly squared: Exact;
}

/** The place is straight ahead, looking from the known point in a direction; not that point. */
export interface BearingFact extends PlaceFactBase {
  /** Tells the kinds of facts apart. */
  readonly kind: "bearing";
  /**
   * The direction: degrees clockwise from north (up, as seen), a multiple of 45; or a vector
   * [dx, dy] of any length but 0, in the frame of the instance.
   */
  readonly toward: Exact | readonly [dx: Exact, dy: Exact];
}

/**
 * The place is in a sector of directions from the known point; not that point itself. "C is
 * north-east of A" on a compass of eight is start 22.5, end 67.5.
 */
export interface SectorFact extends PlaceFactBase {
  /** Tells the kinds of facts apart. */
  readonly kind: "sector";
  /** Where the sector begins: degrees clockwise from north, a multiple of 15 or 22.5. */
  readonly start: Exact;
  /** Where it ends, clockwise from the start by more than 0 and at most 180 degrees. */
  readonly end: Exact;
  /** Whether its edges belong to it. */
  readonly edges: "closed" | "open";
}

/** A fact on an unknown place, seen from a known point. */
export type PlaceFact =
  | DisplacementFact
  | DistanceFact
  | SquaredDistanceFact
  | BearingFact
  | SectorFact;

/** Known points, and facts on a place that is asked. */
export interface PlaceInstance {
  /** The known points. */
  readonly points: readonly PlanePoint[];
  /** The facts, in any order; with none the place may be anywhere. */
  readonly facts: readonly PlaceFact[];
  /** Which way y points. */
  readonly frame: PlaneFrame;
  /** What coordinates are measured in; `"unit"` when left out. */
  readonly unit?: string;
}

/** A number exactly, and for show. */
export interface PlaceNumber {
  /** An integer, decimal or fraction, or a form such as `"(3+2*sqrt(5))/7"`. */
  readonly text: string;
  /** A double within 2^-50 of it, relatively. */
  readonly approximate: number;
}

/** One point. */
export interface PointPlace {
  /** Tells the kinds of places apart. */
  readonly kind: "point";
  /** Its x. */
  readonly x: PlaceNumber;
  /** Its y. */
  readonly y: PlaceNumber;
}

/**
 * Infinitely many points: a convex region, or the part of a circle that lies in one. The region is
 * the hull of its corners, extended without end along its directions; without either it is the
 * whole plane. Open edges are not told apart here: the facts tell them.
 */
export interface RegionPlace {
  /** Tells the kinds of places apart. */
  readonly kind: "region";
  /** The corners, or where there are none, points of the edges. */
  readonly corners: readonly PointPlace[];
  /** Along which vectors [dx, dy], for show, the region has no end. */
  readonly directions: readonly (readonly [dx: number, dy: number])[];
  /** The circle all points lie on, by a known point as centre; null where there is none. */
  readonly circle: { readonly centre: string; readonly radius: PlaceNumber } | null;
}

/** What facts leave of the plane. */
export type Place = PointPlace | RegionPlace;
