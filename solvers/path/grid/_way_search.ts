/** A kernel that answers many questions on a map, allocating nothing for each. */
export interface WaySearch {
  /** The integer part of the found length. */
  readonly straight: number;
  /** The multiple of sqrt(2) in it. */
  readonly diagonal: number;
  /** Searches a shortest way between two free ids; whether there is one. */
  search(start: number, goal: number): boolean;
  /**
   * Writes the ids of the found way, both ends included, and returns how many there are; an array
   * of as many as there are free cells has room for any way.
   */
  writeWay(into: Int32Array): number;
}

/** A search that compares octile lengths as doubles. */
export interface DoubleSearch extends WaySearch {
  /** Whether the last search met lengths too long to compare so, and proves nothing. */
  readonly isLong: boolean;
}
