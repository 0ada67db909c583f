import type { TourBranch, TourDual } from "../certificate.ts";

/** Keeps the proof that a search tree amounts to, while it is searched. */
export class Proof {
  /** The dual solutions that leaves name. */
  readonly duals: TourDual[] = [];

  /** A leaf that these potentials close. */
  leaf(pi: Float64Array): TourBranch {
    this.duals.push({ pi: [...pi], root: 0 });
    return { dual: this.duals.length - 1 };
  }
}

/** A leaf that fixed edges leave without a tour. */
export const NO_TOUR: TourBranch = { infeasible: true };

/** Two children of an edge: with (1) or without (-1) it the one, else the other. */
export function fork(
  [u, v]: readonly [number, number],
  value: 1 | -1,
  chosen: TourBranch,
  other: TourBranch,
): TourBranch {
  const edge = [u, v] as const;
  return value === 1
    ? { edge, with: chosen, without: other }
    : { edge, with: other, without: chosen };
}
