import { type Decimal, parseDecimal } from "../geometry/mod.ts";
import type { PlanePoint } from "./plane_point.ts";

/** Points brought to one scale: the i-th is (xs[i], ys[i]) / 10^scale. */
export interface ScaledPoints {
  readonly xs: readonly bigint[];
  readonly ys: readonly bigint[];
  readonly scale: number;
}

/** Reads points exactly; demands distinct names. `label(i)` is what an error calls the i-th. */
export function readPlanePoints(
  points: readonly PlanePoint[],
  label: (i: number) => string = (i) => `points[${i}]`,
): ScaledPoints {
  requireDistinct(points.map((p) => p.name), label);
  const xs = points.map((p, i) => parseDecimal(p.x, `${label(i)}.x`));
  const ys = points.map((p, i) => parseDecimal(p.y, `${label(i)}.y`));
  const scale = [...xs, ...ys].reduce((most, d) => Math.max(most, d.scale), 0);
  const at = (d: Decimal) => d.digits * 10n ** BigInt(scale - d.scale);
  return { xs: xs.map(at), ys: ys.map(at), scale };
}

/** Labels of a list that begins with the point `from`. */
export function fromThenPoints(i: number): string {
  return i === 0 ? "from" : `points[${i - 1}]`;
}

/** Demands at least so many points. */
export function requireCount(points: readonly PlanePoint[], least: number): void {
  if (points.length >= least) return;
  throw new RangeError(`Cannot use points: ${points.length} given, must be at least ${least}`);
}

/** Demands that no two names agree. */
export function requireDistinct(names: readonly string[], label: (i: number) => string): void {
  const seen = new Map<string, number>();
  for (const [i, name] of names.entries()) {
    const first = seen.get(name);
    if (first !== undefined) {
      throw new RangeError(
        `Cannot use ${label(i)}: its name ${JSON.stringify(name)} is that of ${label(first)}, ` +
          "must be its own",
      );
    }
    seen.set(name, i);
  }
}
