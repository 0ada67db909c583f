import { toCommonIntegers } from "../geometry/dyadic.ts";

/**
 * The sign of the determinant of the points but the last, less the last, for any finite doubles: of
 * three points of the plane or four of space. With a point more, each row ends with the square of
 * its length: then the sign tells which side of a circle or sphere the last point is on. In integers,
 * and so a hundred times slower than the predicates.
 */
export function exactSign(coordinates: readonly number[], dimension: 2 | 3): number {
  const integers = toCommonIntegers(coordinates);
  const last = integers.slice(-dimension);
  const count = integers.length / dimension - 1;
  const rows = Array.from({ length: count }, (_, row) => {
    const difference = last.map((x, axis) => integers[row * dimension + axis]! - x);
    const square = difference.reduce((sum, x) => sum + x * x, 0n);
    return count === dimension ? difference : [...difference, square];
  });
  const value = determinant(rows);
  return value > 0n ? 1 : value < 0n ? -1 : 0;
}

/** By the last column, for a few rows. */
function determinant(rows: readonly (readonly bigint[])[]): bigint {
  const size = rows.length;
  if (size === 1) return rows[0]![0]!;
  return rows.reduce((sum, row, i) => {
    const others = rows.toSpliced(i, 1).map((other) => other.slice(0, -1));
    const part = row.at(-1)! * determinant(others);
    return (i + size) % 2 === 1 ? sum + part : sum - part;
  }, 0n);
}
