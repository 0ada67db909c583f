/** Angles this near to a whole hundredth of a degree are in doubt: far more than what doubles lose. */
export const DOUBT = 2 ** -20;

/**
 * The inverse tangent of z over z in hundredths of a degree, in powers of z^2: a Chebyshev fit up
 * to 0.41422, a bit more than the tangent of 22.5 degrees; off by 1.3e-7 at most.
 */
export const ARCTANGENT: readonly number[] = [
  5729.577951184441,
  -1909.8592462888087,
  1145.9089347937906,
  -818.2747353153884,
  632.5731120439895,
  -484.50232131575694,
  269.70728996624626,
];

const [C0, C1, C2, C3, C4, C5, C6] = ARCTANGENT as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/**
 * The angle of a vector, in hundredths of a degree. Which octant it is in, as likely as not each
 * time, is told by masks: a branch would be mispredicted every other time.
 *
 * @param dx its x, an integer of 0 to 2^19
 * @param dy its y, an integer of 0 to 2^19, not both 0
 * @returns 0 to 9000, off by less than {@link DOUBT}
 */
export function hundredthsOf(dx: number, dy: number): number {
  const upright = (dx - dy) >> 31;
  const swap = (dx ^ dy) & upright;
  const longer = dx ^ swap, shorter = dy ^ swap;
  // Beyond 22.5 degrees, of which 985 / 2378 is about the tangent, the angle from 45 is taken.
  const steep = (985 * longer - 2378 * shorter) >> 31;
  const over = shorter - (longer & steep), under = longer + (shorter & steep);
  const offset = 4500 & steep;
  const z = over / under;
  const w = z * z;
  const v = w * w;
  const series = C0 + C1 * w + v * (C2 + C3 * w + v * (C4 + C5 * w + v * C6));
  // Taken from the other axis, the angle turns the other way.
  return (9000 & upright) + (1 + 2 * upright) * (offset + z * series);
}

/**
 * The angle of a vector to the nearer boundary of its sector, in whole hundredths of a degree,
 * rounded down.
 *
 * @param dx its x, 0 or more
 * @param dy its y, 0 or more, not both 0
 * @param middle the angle of the sector's middle, in hundredths of a degree
 * @param half half of the sector's width
 * @returns the margin, or -1 where doubles cannot tell it
 */
export function marginHundredths(dx: number, dy: number, middle: number, half: number): number {
  const margin = half - Math.abs(hundredthsOf(dx, dy) - middle);
  const whole = Math.floor(margin);
  const rest = margin - whole;
  return rest > DOUBT && rest < 1 - DOUBT ? whole : -1;
}
