/** A point of a plane: x, then y. */
export type Position = readonly [x: number, y: number];

/**
 * The corners of a polygon or of a hole in order, either way round. The last may repeat the
 * first, as in GeoJSON.
 */
export type Ring = readonly Position[];
