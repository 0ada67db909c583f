/** The letters of landmarks: none that is a word, and neither S nor G. */
export const LANDMARKS: readonly string[] = [..."BCDEFHJKLM"];

/** The characters of a grid with landmarks: free, blocked, the start, then the landmarks. */
export const LANDMARK_MARKS: readonly string[] = [".", "#", "S", ...LANDMARKS];

const FIRST = 3;

/** The mark of a landmark. */
export function markOf(landmark: number): number {
  return FIRST + landmark;
}
