/** Integers up to here have differences and sums that doubles hold. */
const MOST = 2 ** 52;

/**
 * Whether a value is a point `[x, y]` whose coordinates are integers of at most 2^52: then doubles
 * hold every difference of two coordinates, and no decimals have to be read.
 *
 * @param value the value
 * @param most the most that a coordinate may be in size
 * @returns whether it is one
 */
export function isPlainPoint(value: unknown, most = MOST): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && isPlain(value[0], most) &&
    isPlain(value[1], most);
}

/**
 * Whether a value is an integer of at most 2^52, or of at most `most`.
 *
 * @param value the value
 * @param most the most that it may be in size
 * @returns whether it is one
 */
export function isPlain(value: unknown, most = MOST): value is number {
  return typeof value === "number" && Math.floor(value) === value && Math.abs(value) <= most;
}
