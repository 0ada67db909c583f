/**
 * Takes one tour: its points in order, valid only during the call, and its integer weight.
 *
 * @returns the weight above which no tour is of interest any more; it never loosens the bound
 */
export type TourVisitor = (order: readonly number[], weight: number) => number;

/** A solved problem over integer weights that can list its tours. */
export interface TourSearch {
  /** The least weight of any tour, proven. */
  readonly least: number;
  /**
   * Visits every tour of weight `limit` at most, each once and in one direction where both are the
   * same tour.
   */
  within(limit: number, visit: TourVisitor): void;
}
