import type { SectorClassifier } from "../../geometry/sector_classifier.ts";

/** The part of a sector in a quadrant, mirrored to the first one. */
export interface Wedge {
  readonly sector: number;
  /** The middle of the whole sector, mirrored as well, in hundredths of a degree. */
  readonly middle: number;
  /** The angle from there to a boundary, in the same. */
  readonly half: number;
  /** Bit 1 mirrors x, bit 2 mirrors y, as in a symmetry. */
  readonly mirrors: number;
  /** Where it begins and ends, the margin left out, in degrees of 0 to 90. */
  readonly from: number;
  readonly to: number;
  /** The least |dx| and |dy|: an axis is in one quadrant only. */
  readonly leastX: number;
  readonly leastY: number;
}

/**
 * The wedges of a sector.
 *
 * @param margin the angle from boundaries that is left out, in hundredths of a degree
 */
export function* wedgesOf(
  sector: number,
  { classifier, margin }: { readonly classifier: SectorClassifier; readonly margin: number },
): Iterable<Wedge> {
  const bounds = classifier.system.boundaries.map(Number);
  const first = bounds[sector]!, last = bounds[sector + 1] ?? bounds[0]! + 360;
  for (let quadrant = 0; quadrant < 4; quadrant++) {
    const isLeft = quadrant === 1 || quadrant === 2;
    const isBelow = quadrant >= 2;
    const isMirrored = quadrant % 2 === 1;
    for (const turn of [-360, 0, 360]) {
      const fold = (angle: number) => {
        const within = angle + turn - 90 * quadrant;
        return isMirrored ? 90 - within : within;
      };
      const edges = [fold(first), fold(last)].sort((a, b) => a - b);
      const from = Math.max(0, edges[0]! + margin / 100);
      const to = Math.min(90, edges[1]! - margin / 100);
      if (from > to) continue;
      yield {
        sector,
        middle: 50 * (edges[0]! + edges[1]!),
        half: 50 * (edges[1]! - edges[0]!),
        mirrors: (isLeft ? 2 : 0) | (isBelow === (classifier.frame === "y-up") ? 4 : 0),
        from,
        to,
        leastX: isLeft ? 1 : 0,
        leastY: isBelow ? 1 : 0,
      };
    }
  }
}
