import { type Real3, realToNumber } from "../../geometry/space/real.ts";

/** A step of a walk on the ground: turn, then go straight ahead. */
export interface WalkStep {
  /** The turn in degrees, above -180 and at most 180; to the right is positive. */
  readonly turn: number;
  /** How far to go, in metres; 0 for the last turn. */
  readonly forward: number;
}

/** A walk in words that a robot can follow, with what it comes to. */
export interface Walk {
  /** The steps. */
  readonly steps: readonly WalkStep[];
  /** The length of the way as it was walked, from place to place. */
  readonly length: number;
  /** The straight distance from the first place to the last. */
  readonly displacement: number;
  /** How far from the last place somebody ends who follows the steps to the letter. */
  readonly endError: number;
}

/** A place and the way faced there, on the ground. */
export interface Pose {
  /** The place; its height is not looked at. */
  readonly position: Real3;
  /** The way faced. */
  readonly forward: Real3;
}

/** How a walk is told. */
export interface WalkOptions {
  /** Places that lie this near to a straight way, in metres, are passed without a step. */
  readonly straight?: number;
  /** Turns are told in multiples of so many degrees, lengths of so many metres; 0 for neither. */
  readonly round?: { readonly degrees: number; readonly metres: number };
}

/**
 * Tells a walk over some poses: turns wrapped to at most half a turn, lengths that are those of the
 * way, and one step for each straight part of it. Each turn is measured from where the last step
 * has led, so that rounding does not add up.
 *
 * @param poses the poses in the order of the walk, in the solvers' coordinates
 * @param options what counts as straight, and the rounding
 * @returns the steps, with the length walked, the displacement and the error at the end
 * @throws RangeError where there is no pose, or one faces straight up or down
 *
 * @example
 * ```ts
 * import { tellWalk } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const north = [0, 1, 0] as const;
 * const { steps } = tellWalk([
 *   { position: [0, 0, 0], forward: north },
 *   { position: [1, 0, 0], forward: [1, 0, 0] },
 *   { position: [3, 0, 0], forward: north },
 * ]);
 * assertEquals(steps, [{ turn: 90, forward: 3 }, { turn: -90, forward: 0 }]);
 * ```
 */
export function tellWalk(poses: readonly Pose[], options: WalkOptions = {}): Walk {
  const { straight = 0.01, round = { degrees: 0, metres: 0 } } = options;
  if (poses.length === 0) throw new RangeError("Cannot tell a walk of 0 poses, must be at least 1");
  const places = poses.map(({ position }) => [number(position[0]), number(position[1])] as const);
  const headings = poses.map(({ forward }, i) => {
    const [x, y] = [number(forward[0]), number(forward[1])];
    if (x === 0 && y === 0) {
      throw new RangeError(`Cannot tell a walk: pose ${i} faces up or down, must face some way`);
    }
    return bearing(x, y);
  });
  const steps: WalkStep[] = [];
  let heading = headings[0]!;
  let [x, y] = places[0]!;
  const take = (toward: number, forward: number) => {
    const turn = rounded(wrapped(toward - heading), round.degrees);
    const ahead = rounded(forward, round.metres);
    if (turn === 0 && ahead === 0) return;
    steps.push({ turn, forward: ahead });
    heading += turn;
    x += ahead * Math.sin(heading * Math.PI / 180);
    y += ahead * Math.cos(heading * Math.PI / 180);
  };
  const isTold = round.degrees > 0 || round.metres > 0;
  for (let i = 0; i < places.length - 1;) {
    const next = endOfStraight(places, i, straight);
    // From where one stands: where nothing is rounded, that is the place itself.
    const [px, py] = isTold ? [x, y] : places[i]!;
    const [dx, dy] = [places[next]![0] - px, places[next]![1] - py];
    if (dx !== 0 || dy !== 0) take(bearing(dx, dy), Math.hypot(dx, dy));
    i = next;
  }
  take(headings.at(-1)!, 0);
  const [first, last] = [places[0]!, places.at(-1)!];
  return {
    steps,
    length: places.slice(1).reduce((sum, p, i) => sum + apart(p, places[i]!), 0),
    displacement: apart(first, last),
    endError: Math.hypot(last[0] - x, last[1] - y),
  };
}

/** The farthest place so that all between lie near the straight way there, in their order. */
function endOfStraight(
  places: readonly (readonly [number, number])[],
  from: number,
  straight: number,
): number {
  let end = from + 1;
  while (end + 1 < places.length && isStraight(places, from, end + 1, straight)) end++;
  return end;
}

function isStraight(
  places: readonly (readonly [number, number])[],
  from: number,
  to: number,
  straight: number,
): boolean {
  const [a, b] = [places[from]!, places[to]!];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  let before = 0;
  for (let i = from + 1; i < to; i++) {
    const [x, y] = [places[i]![0] - a[0], places[i]![1] - a[1]];
    const along = length === 0 ? 0 : (x * dx + y * dy) / length;
    const aside = length === 0 ? Math.hypot(x, y) : Math.abs(x * dy - y * dx) / length;
    if (aside > straight || along < before - straight || along > length + straight) return false;
    before = along;
  }
  return true;
}

/** Degrees clockwise from north. */
function bearing(x: number, y: number): number {
  return Math.atan2(x, y) * 180 / Math.PI;
}

/** Above -180 and at most 180. */
function wrapped(degrees: number): number {
  const turn = degrees - 360 * Math.ceil((degrees - 180) / 360);
  return turn + 0;
}

function rounded(x: number, step: number): number {
  return step === 0 ? x : Math.round(x / step) * step + 0;
}

function apart(a: readonly [number, number], b: readonly [number, number]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function number(x: Real3[0]): number {
  return realToNumber(x);
}
