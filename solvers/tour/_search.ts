/**
 * Takes one tour: its points in order, valid only during the call, and its integer weight.
 *
 * @returns the weight above which no tour is of interest any more; it never loosens the bound
 */
export type TourVisitor = (order: readonly number[], weight: number) => number;

/** A tour of least integer weight. */
export interface LeastTour {
  /** The weight. */
  readonly least: number;
  /** The tour. */
  readonly order: readonly number[];
}

/** A problem over integer weights, ready to be searched. */
export interface TourSearch {
  /** A tour of least weight, proven. Throws OutOfBudget. */
  solve(): LeastTour;
  /**
   * Visits every tour of weight `limit` at most, each once and in one direction where both are the
   * same tour. Throws OutOfBudget.
   */
  within(limit: number, visit: TourVisitor): void;
}
