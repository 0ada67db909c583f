/** Counts the steps that reading a reply takes, for tests of its cost. */
export interface Meter {
  /** Characters folded, tokens cut and looked at. */
  steps: number;
}
