/** Distances in a description have so many decimals. */
export const PLACES = 2;

/** A statement of where a point is. */
export type PlaceFact = {
  readonly of: string;
  readonly x: string;
  readonly y: string;
};

/** A statement of where one point lies from another, and how far. */
export type PairFact = {
  readonly of: string;
  readonly from: string;
  readonly direction: string;
  readonly distance: string;
};

/** The statements of a description. */
export type Description = {
  readonly places: readonly PlaceFact[];
  readonly pairs: readonly PairFact[];
};
