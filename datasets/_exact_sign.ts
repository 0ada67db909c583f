import { toCommonIntegers } from "../geometry/dyadic.ts";

/**
 * The sign of the determinant of a - c, b - c in the plane, or of a - d, b - d, c - d in space, for
 * any finite doubles: in integers, and so a hundred times slower than the predicates.
 */
export function exactSign(coordinates: readonly number[], dimension: 2 | 3): number {
  const integers = toCommonIntegers(coordinates);
  const last = integers.slice(-dimension);
  const rows = Array.from(
    { length: dimension },
    (_, row) => last.map((x, axis) => integers[row * dimension + axis]! - x),
  );
  const value = dimension === 2 ? minor(rows, 0, 0, 1) : rows[2]!.reduce((sum, x, axis) => {
    const [p, q] = [(axis + 1) % 3, (axis + 2) % 3];
    return sum + x * minor(rows, 0, p, q);
  }, 0n);
  return value > 0n ? 1 : value < 0n ? -1 : 0;
}

/** The determinant of two columns of a row and the next. */
function minor(rows: readonly (readonly bigint[])[], row: number, p: number, q: number): bigint {
  const [a, b] = [rows[row]!, rows[row + 1]!];
  return a[p]! * b[q]! - a[q]! * b[p]!;
}
