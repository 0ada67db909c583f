/** Counts the steps that reading a reply takes, for tests of its cost. */
export interface Meter {
  /** Looks at words, numbers and marks. */
  steps: number;
}
