/** The kinds of simple features, as OGC's Simple Features and GeoJSON name them. */
export type FeatureType =
  | "Point"
  | "LineString"
  | "LinearRing"
  | "Polygon"
  | "MultiPoint"
  | "MultiLineString"
  | "MultiPolygon"
  | "GeometryCollection";

/** One point, one line, or one ring of a feature. */
export interface Part {
  /** What it is. */
  readonly kind: "point" | "line" | "ring";
  /** Its first corner. */
  readonly start: number;
  /** Behind its last corner; the corner that closes a ring is left out, as are repeated ones. */
  readonly end: number;
  /** Which member of the feature it belongs to. */
  readonly member: number;
  /** Which polygon of the feature a ring belongs to, counted through all members; -1 for others. */
  readonly polygon: number;
  /** Which ring of its polygon it is: 0 the shell, from 1 on the holes; 0 for others. */
  readonly ring: number;
  /** Whether the last corner written repeats the first. */
  readonly isClosed: boolean;
  /** How many corners were written, the repeated ones among them. */
  readonly written: number;
}

/** One of the features that a collection is made of; a feature that is none is its own member. */
export interface Member {
  /** Its kind, which is never `GeometryCollection`. */
  readonly type: Exclude<FeatureType, "GeometryCollection">;
  /** Its first part. */
  readonly start: number;
  /** Behind its last part. */
  readonly end: number;
}

/** What {@link Feature} is made of. */
export interface FeatureData {
  /** The kind. */
  readonly type: FeatureType;
  /** How many decimals the coordinates have: they stand multiplied by 10 to this power. */
  readonly scale: number;
  /** x of every corner: the scaled integer where all are below 2^53, else the nearest double. */
  readonly x: Float64Array;
  /** y of every corner. */
  readonly y: Float64Array;
  /** The scaled integers where some do not fit a double, x before y of each corner; else null. */
  readonly wide: readonly bigint[] | null;
  /** Points, lines and rings in the order written; empty ones are left out. */
  readonly parts: readonly Part[];
  /** The members in the order written, the members of collections in collections among them. */
  readonly members: readonly Member[];
  /** The first coordinate that is no finite number, as written; null where all are. */
  readonly unusable: string | null;
}

/** Integers below this fit a double. */
export const EXACT_BELOW = 2 ** 53;

/**
 * A point, line, polygon, or a collection of these, its coordinates exact as they were written.
 * Read one by {@link readWkt}, {@link readWkb} or {@link readGeoJsonGeometry}. No orientation of
 * rings is asked for; y may point up or down, for relations do not depend on it.
 *
 * @example
 * ```ts
 * import { readWkt } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const { type, scale, x } = readWkt("LINESTRING (0 0, 0.5 1.25)");
 * assertEquals([type, scale, ...x], ["LineString", 2, 0, 50]);
 * ```
 */
export class Feature implements FeatureData {
  /** The kind. */
  readonly type: FeatureType;
  /** How many decimals the coordinates have: they stand multiplied by 10 to this power. */
  readonly scale: number;
  /** x of every corner: the scaled integer where all are below 2^53, else the nearest double. */
  readonly x: Float64Array;
  /** y of every corner. */
  readonly y: Float64Array;
  /** The scaled integers where some do not fit a double, x before y of each corner; else null. */
  readonly wide: readonly bigint[] | null;
  /** Points, lines and rings in the order written; empty ones are left out. */
  readonly parts: readonly Part[];
  /** The members in the order written. */
  readonly members: readonly Member[];
  /** The first coordinate that is no finite number, as written; null where all are. */
  readonly unusable: string | null;

  /**
   * Keeps what a reader has read.
   *
   * @param data the parts and their coordinates
   */
  constructor(data: FeatureData) {
    this.type = data.type;
    this.scale = data.scale;
    this.x = data.x;
    this.y = data.y;
    this.wide = data.wide;
    this.parts = data.parts;
    this.members = data.members;
    this.unusable = data.unusable;
  }

  /** Whether it has no point at all. */
  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  /**
   * The same feature with its coordinates multiplied further.
   *
   * @param scale the number of decimals they shall have, at least as many as now
   * @returns the feature itself where it has so many
   */
  rescaled(scale: number): Feature {
    if (scale === this.scale) return this;
    const factor = 10 ** (scale - this.scale);
    const fits = this.wide === null && this.x.every((x) => Math.abs(x * factor) < EXACT_BELOW) &&
      this.y.every((y) => Math.abs(y * factor) < EXACT_BELOW);
    if (fits) {
      const [x, y] = [this.x.map((v) => v * factor), this.y.map((v) => v * factor)];
      return new Feature({ ...this, scale, x, y });
    }
    const power = 10n ** BigInt(scale - this.scale);
    const wide = this.integers().map((v) => v * power);
    const x = Float64Array.from({ length: this.x.length }, (_, i) => Number(wide[2 * i]));
    const y = Float64Array.from({ length: this.y.length }, (_, i) => Number(wide[2 * i + 1]));
    return new Feature({ ...this, scale, x, y, wide });
  }

  /** The scaled integers, x before y of each corner. */
  integers(): readonly bigint[] {
    if (this.wide !== null) return this.wide;
    const { x, y } = this;
    return Array.from({ length: 2 * x.length }, (_, i) => BigInt((i % 2 === 0 ? x : y)[i >> 1]!));
  }
}
