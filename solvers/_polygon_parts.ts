import { formatScaled, Polygon, type Position } from "../geometry/mod.ts";

/** Whether a double holds an integer exactly. */
export function isSafe(x: bigint): boolean {
  return Number.isSafeInteger(Number(x));
}

/** Longer coordinates than this no measured thing has. */
const LONGEST = 1n << 200n;

/** Demands scaled coordinates of at most 2^200. */
export function requireShort(values: readonly bigint[], scale: number): void {
  const long = values.find((x) => x > LONGEST || x < -LONGEST);
  if (long === undefined) return;
  throw new RangeError(
    `Cannot use coordinate ${formatScaled(long, scale)}: with ${scale} decimals, must be at most ` +
      "2^200 when written without the point",
  );
}

type Parts = readonly (readonly (readonly (readonly [bigint, bigint])[])[])[];

/** A polygon, or several as one region, of integers that doubles hold. */
export function buildPolygon(parts: Parts): Polygon {
  const polygons = parts.map((rings) =>
    rings.map((ring) => ring.map(([x, y]): Position => [Number(x), Number(y)]))
  );
  return polygons.length === 1 ? Polygon.from(polygons[0]!) : Polygon.fromParts(polygons);
}
