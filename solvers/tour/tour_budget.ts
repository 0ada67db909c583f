/** How long a search may go on. */
export interface TourBudget {
  /** Seconds by the clock. */
  readonly seconds?: number;
  /** Nodes of the search tree. */
  readonly nodes?: number;
  /** Is told the bounds a few times a second. */
  readonly onProgress?: (progress: TourProgress) => void;
}

/** What a long search knows so far, in the instance's unit. */
export interface TourProgress {
  /** No tour is shorter; -Infinity at first. */
  readonly lower: number;
  /** The length of the best tour. */
  readonly upper: number;
  /** `(upper - lower) / lower`. */
  readonly gap: number;
  /** Nodes of the search tree that were worked on. */
  readonly nodes: number;
  /** Nodes that wait. */
  readonly open: number;
  /** Seconds since the start. */
  readonly seconds: number;
}
