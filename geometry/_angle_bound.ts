/** What a whole chain of double operations here may lose, relatively: 2^-40 is a thousandfold of it. */
const KEEP = 1 - 2 ** -40;

const EIGHTH_TURN_FACTOR = 8 * 180 / Math.PI;

/**
 * A lower bound of the tangent of half the angle between two directions; the smaller it is, the
 * smaller is the angle. It may be below 0 where the angle may be 0.
 *
 * @param side |sine| of the angle times `size`
 * @param along cosine of the angle times `size`
 * @param size length of the vector
 * @param error by how much `side` and `along` may each be off
 */
export function halfTangentAtLeast(
  side: number,
  along: number,
  size: number,
  error: number,
): number {
  return along >= 0
    ? (side - error) / (size + along + error)
    : (size - along - error) / (side + error);
}

/**
 * A lower bound, in degrees, of an angle from the tangent of its half.
 *
 * It rests on +, -, *, / and square root alone, which IEEE 754 rounds correctly: the half angle
 * is halved twice more to at most tan 22.5 degrees, then the series of the inverse tangent is
 * broken off after a negative term.
 *
 * @param half what {@link halfTangentAtLeast} gave
 */
export function angleAtLeast(half: number): number {
  if (!(half > 0)) return 0;
  const quarter = half / (1 + Math.sqrt(1 + half * half));
  const z = quarter / (1 + Math.sqrt(1 + quarter * quarter));
  return Math.min(180, z * inverseTangentSeries(z * z) * EIGHTH_TURN_FACTOR * KEEP);
}

/** atan(z) / z from w = z^2, from below; by Horner's rule, with the divisions done beforehand. */
function inverseTangentSeries(w: number): number {
  const high = 1 / 13 + w * (-1 / 15 + w * (1 / 17 + w * (-1 / 19 + w * (1 / 21 - w / 23))));
  return 1 + w * (-1 / 3 + w * (1 / 5 + w * (-1 / 7 + w * (1 / 9 + w * (-1 / 11 + w * high)))));
}
