import type { LengthArrays } from "./length_arrays.ts";

/** Writes the parts of a length at place `i`. */
export function writeLength(
  into: LengthArrays,
  i: number,
  straight: number,
  diagonal: number,
): void {
  into.straight[i] = straight;
  into.diagonal[i] = diagonal;
  if (into.diagonal[i] === diagonal) return;
  throw new RangeError(
    `Cannot write length ${i}: ${diagonal} times sqrt(2), must fit the array, as in a Float64Array`,
  );
}
