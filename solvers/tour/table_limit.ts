/** A table of weights has 8 bytes for each two points: 3.2 GB of so many. */
const MOST_POINTS = 20_000;

/** Why there can be no table of the weights between so many points; null where there can. */
export function tableFault(points: number): string | null {
  if (points <= MOST_POINTS) return null;
  return `${points} points need a table of ${gigabytes(points)} GB, must be at most ` +
    `${MOST_POINTS} points (${gigabytes(MOST_POINTS)} GB)`;
}

/** The gigabytes of a table between so many points. */
export function gigabytes(points: number): string {
  return String(Number((8 * points ** 2 / 1e9).toPrecision(2)));
}
