/** What a whole chain of double operations here may lose, relatively: 2^-40 is a thousandfold of it. */
const KEEP = 1 - 2 ** -40;

/** From the half of an angle in radians to the angle in degrees. */
const HALF_TURN_FACTOR = 2 * 180 / Math.PI;

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
 * It rests on +, -, *, / and square root alone, which IEEE 754 rounds correctly: where the half
 * angle is above 22.5 degrees it is halved twice more, then the series of the inverse tangent is
 * broken off after a negative term.
 *
 * @param half what {@link halfTangentAtLeast} gave
 */
export function angleAtLeast(half: number): number {
  if (!(half > 0)) return 0;
  if (half <= TAN_22) return half * inverseTangentSeries(half * half) * HALF_TURN_FACTOR * KEEP;
  const quarter = half / (1 + Math.sqrt(1 + half * half));
  const z = quarter / (1 + Math.sqrt(1 + quarter * quarter));
  return Math.min(180, 4 * z * inverseTangentSeries(z * z) * HALF_TURN_FACTOR * KEEP);
}

/** About tan 22.5 degrees: up to here the series is off by less than a billionth. */
const TAN_22 = 0.414;

/**
 * atan(z) / z from w = z^2, from below: terms of even and of odd degree by Horner's rule apart,
 * for neither waits for the other.
 */
function inverseTangentSeries(w: number): number {
  const v = w * w;
  const even = 1 + v * (1 / 5 + v * (1 / 9 + v * (1 / 13 + v * (1 / 17 + v * (1 / 21)))));
  const odd = 1 / 3 + v * (1 / 7 + v * (1 / 11 + v * (1 / 15 + v * (1 / 19 + v * (1 / 23)))));
  return even - w * odd;
}
