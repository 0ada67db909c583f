const DEGREE = Math.PI / 180;

/** Two places on a sphere, seen from the first. */
export interface GreatCircle {
  /** The angle at the centre, in radians; it errs by less than 2^-48 of itself. */
  readonly arc: number;
  /** The direction of the second, in radians clockwise from north. */
  readonly azimuth: number;
}

/**
 * The great circle between two places. Near the place itself it goes by the differences of the
 * coordinates, near its antipode by what they lack of it: no small number comes of large ones.
 */
export function greatCircle(
  lat1: number,
  lat2: number,
  { east, rest }: LongitudeStep,
): GreatCircle {
  const [sin1, sin2] = [sine(lat1), sine(lat2)];
  const [cos1, cos2] = [cosine(lat1), cosine(lat2)];
  const isAhead = Math.abs(east) <= 90;
  const turn = isAhead ? sine(east) : Math.sign(east) * sine(rest);
  const cosArc = sin1 * sin2 + cos1 * cos2 * (isAhead ? cosine(east) : -cosine(rest));
  // cos(lat1) sin(lat2) - sin(lat1) cos(lat2) cos(east), with the cosine as 1 or -1 and a rest.
  const half = sine((isAhead ? east : rest) / 2);
  const bend = 2 * sin1 * cos2 * half * half;
  const [a, b] = [turn * cos2, isAhead ? sine(lat2 - lat1) + bend : sine(lat1 + lat2) - bend];
  return { arc: Math.atan2(Math.hypot(a, b), cosArc), azimuth: Math.atan2(a, b) };
}

/** How far one longitude lies east of another, in degrees; each number is rounded once. */
export interface LongitudeStep {
  /** From -180 to 180; 0 only where both are the same meridian. */
  readonly east: number;
  /** What `east` lacks of half a turn, in its own direction: 0 only on opposite meridians. */
  readonly rest: number;
}

/** The step from a longitude to another, both of -360 to 360, as if it were taken exactly. */
export function longitudeStep(lon1: number, lon2: number): LongitudeStep {
  const apart = lon2 - lon1;
  const back = apart - lon2;
  // What the rounded difference lost, exactly (D. E. Knuth's sum of two).
  const lost = (lon2 - (apart - back)) - (lon1 + back);
  const turned = apart % 360;
  const whole = turned > 180 ? turned - 360 : turned < -180 ? turned + 360 : turned;
  const rest = 180 - Math.abs(whole);
  return { east: whole + lost, rest: whole < 0 ? rest + lost : rest - lost };
}

function sine(degrees: number): number {
  return Math.sin(degrees * DEGREE);
}

/** Near 90 degrees by what is lacking, so that it stays right to the last bits. */
function cosine(degrees: number): number {
  const size = Math.abs(degrees);
  return size > 45 ? sine(90 - size) : Math.cos(degrees * DEGREE);
}
