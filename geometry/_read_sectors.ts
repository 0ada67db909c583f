import { requireSectorCount } from "./_sector_count.ts";
import { parseRatio, type Ratio } from "./ratio.ts";
import { compareFractions } from "./fraction.ts";
import type { BoundaryRule, SectorSystem } from "./sectors.ts";

/** The boundaries of a system as ratios, checked. */
export function readBoundaries(system: SectorSystem): Ratio[] {
  const { boundaries, labels } = system;
  requireSectorCount(boundaries.length);
  if (labels.length !== boundaries.length) {
    throw new RangeError(
      `Cannot use sectors: ${labels.length} labels for ${boundaries.length} boundaries, must be as many`,
    );
  }
  const ratios = boundaries.map((x, i) => parseRatio(x, `boundaries[${i}]`));
  const first = ratios[0]!;
  const end = { num: first.num + 360n * first.den, den: first.den };
  ratios.forEach((ratio, i) => {
    const next = ratios[i + 1] ?? end;
    if (compareFractions(ratio, next) < 0) return;
    throw new RangeError(
      i + 1 < ratios.length
        ? `Cannot use sectors: boundaries[${i + 1}] is ${
          boundaries[i + 1]
        }, must be above boundaries[${i}], ${boundaries[i]}`
        : `Cannot use sectors: boundaries[${i}] is ${
          boundaries[i]
        }, must be less than 360 above boundaries[0], ${boundaries[0]}`,
    );
  });
  return ratios;
}

/** The rule of each boundary of a system, checked. */
export function readRules({ onBoundary = "tie", boundaries }: SectorSystem): BoundaryRule[] {
  const rules = typeof onBoundary === "string" ? boundaries.map(() => onBoundary) : [...onBoundary];
  if (rules.length !== boundaries.length) {
    throw new RangeError(
      `Cannot use sectors: ${rules.length} rules for ${boundaries.length} boundaries, must be as many`,
    );
  }
  return rules.map((rule, i) => {
    if (["tie", "next", "previous", "none"].includes(rule)) return rule;
    throw new RangeError(
      `Cannot use sectors: the rule of boundaries[${i}] is ${
        JSON.stringify(rule)
      }, must be "tie", "next", "previous" or "none"`,
    );
  });
}
