import { formatRatio, parseRatio } from "./ratio.ts";
import { requireSectorCount } from "./_sector_count.ts";
import type { Exact } from "./decimal.ts";

/**
 * The direction that is 0 degrees. `"east"` is the x axis, to the right; `"north"` is up, which
 * is +y in a y-up frame and -y in a y-down one; `"front"` is the way an observer faces.
 */
export type ZeroDirection = "east" | "north" | "front";

/** Which way angles grow, as seen: mathematics turns counter-clockwise, a compass clockwise. */
export type TurnDirection = "clockwise" | "counter-clockwise";

/**
 * What holds exactly on a boundary: `"tie"`, both sectors are right; `"next"`, only the sector
 * that starts there (it is closed there); `"previous"`, only the one that ends there; `"none"`,
 * no sector is.
 */
export type BoundaryRule = "tie" | "next" | "previous" | "none";

/**
 * A division of all directions into sectors, as plain data.
 *
 * Sector `i` runs from `boundaries[i]` to `boundaries[i + 1]` in the turning direction, the last
 * one on to `boundaries[0] + 360`, and is called `labels[i]`.
 */
export interface SectorSystem {
  /** The direction of 0 degrees. */
  readonly zero: ZeroDirection;
  /** Which way the angles of the boundaries grow. */
  readonly turn: TurnDirection;
  /**
   * Where the sectors start, in degrees: integers, decimal strings, or fractions such as
   * `"360/7"`; ascending, the last less than 360 above the first; at least 2.
   */
  readonly boundaries: readonly Exact[];
  /** What the sectors are called; as many as there are boundaries. A name may occur twice. */
  readonly labels: readonly string[];
  /** What holds on the boundaries: one rule for all, or one for each; `"tie"` when left out. */
  readonly onBoundary?: BoundaryRule | readonly BoundaryRule[];
}

/** How {@link equalSectors} places and reads its sectors. */
export interface EqualSectorOptions {
  /** The direction of 0 degrees; north when left out. */
  readonly zero?: ZeroDirection;
  /** Which way the sectors follow each other; clockwise when left out. */
  readonly turn?: TurnDirection;
  /**
   * Where the first sector lies: `"centred"` on 0 degrees, or starting at this angle in degrees;
   * centred when left out.
   */
  readonly first?: "centred" | Exact;
  /** What holds on the boundaries; `"tie"` when left out. */
  readonly onBoundary?: BoundaryRule;
}

/**
 * Divides all directions into sectors of one width.
 *
 * @param labels the names of the sectors, in turning order, 2 to 10,000
 * @param options where the first sector lies and which way the others follow
 * @returns the system, its boundaries exact
 * @throws RangeError for too few or too many labels
 *
 * @example
 * ```ts
 * import { equalSectors } from "@alidade/core/geometry";
 * import { assertEquals } from "@std/assert";
 *
 * const { boundaries } = equalSectors(["north", "east", "south", "west"]);
 * assertEquals(boundaries, ["-45", "45", "135", "225"]);
 * ```
 */
export function equalSectors(
  labels: readonly string[],
  options: EqualSectorOptions = {},
): SectorSystem {
  const { zero = "north", turn = "clockwise", first = "centred", onBoundary = "tie" } = options;
  requireSectorCount(labels.length);
  const n = BigInt(labels.length);
  const start = first === "centred" ? { num: -180n, den: n } : parseRatio(first, "first");
  const boundaries = labels.map((_, i) =>
    formatRatio({
      num: start.num * n + 360n * BigInt(i) * start.den,
      den: start.den * n,
    })
  );
  return { zero, turn, boundaries, labels, onBoundary };
}
