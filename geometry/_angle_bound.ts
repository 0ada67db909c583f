/** What a whole chain of double operations here may lose, relatively: 2^-40 is a thousandfold of it. */
const KEEP = 1 - 2 ** -40;

const EIGHTH_TURN_FACTOR = 8 * 180 / Math.PI;

/**
 * A lower bound, in degrees, of the angle between two directions.
 *
 * It rests on +, -, *, / and square root alone, which IEEE 754 rounds correctly: the tangent of
 * half the angle, halved twice more to at most tan 22.5 degrees, then the series of the inverse
 * tangent broken off after a negative term.
 *
 * @param side |sine| of the angle times `size`
 * @param along cosine of the angle times `size`
 * @param size length of the vector
 * @param error by how much `side` and `along` may each be off
 */
export function angleAtLeast(side: number, along: number, size: number, error: number): number {
  const half = along >= 0
    ? (side - error) / (size + along + error)
    : (size - along - error) / (side + error);
  if (!(half > 0)) return 0;
  const quarter = half / (1 + Math.sqrt(1 + half * half));
  const z = quarter / (1 + Math.sqrt(1 + quarter * quarter));
  return Math.min(180, z * inverseTangentSeries(z * z) * EIGHTH_TURN_FACTOR * KEEP);
}

/** atan(z) / z from w = z^2, from below. */
function inverseTangentSeries(w: number): number {
  let sum = -1 / 23;
  for (let n = 21; n > 0; n -= 2) sum = (n % 4 === 1 ? 1 / n : -1 / n) + w * sum;
  return sum;
}
