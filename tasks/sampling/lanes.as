// Vectors of four integers, and of two doubles twice; AssemblyScript.

/** The upper words of four products. */
// @ts-ignore: decorator
@inline
export function upper(low: v128, high: v128): v128 {
  return i32x4.shuffle(low, high, 1, 3, 5, 7);
}

/** The lower words of four products. */
// @ts-ignore: decorator
@inline
export function lower(low: v128, high: v128): v128 {
  return i32x4.shuffle(low, high, 0, 2, 4, 6);
}

/** Four whole numbers of 0 to 2^31 - 1 from doubles: behind 2^52 they stand in the low words. */
// @ts-ignore: decorator
@inline
export function whole(low: v128, high: v128): v128 {
  const shift = f64x2.splat(4503599627370496.0);
  return lower(f64x2.add(low, shift), f64x2.add(high, shift));
}

// @ts-ignore: decorator
@inline
export function lowDoubles(x: v128): v128 {
  return f64x2.convert_low_i32x4_s(x);
}

// @ts-ignore: decorator
@inline
export function highDoubles(x: v128): v128 {
  return f64x2.convert_low_i32x4_s(i32x4.shuffle(x, x, 2, 3, 2, 3));
}

/** The x and y of four points, to be stored. */
// @ts-ignore: decorator
@inline
export function storePlaces(rows: usize, rowBytes: usize, x: v128, y: v128): void {
  const low = i32x4.shuffle(x, y, 0, 4, 1, 5), high = i32x4.shuffle(x, y, 2, 6, 3, 7);
  v128.store_lane<u64>(rows, low, 0);
  v128.store_lane<u64>(rows + rowBytes, low, 1);
  v128.store_lane<u64>(rows + 2 * rowBytes, high, 0);
  v128.store_lane<u64>(rows + 3 * rowBytes, high, 1);
}

// @ts-ignore: decorator
@inline
export function storeFour(rows: usize, rowBytes: usize, x: v128): void {
  v128.store_lane<u32>(rows, x, 0);
  v128.store_lane<u32>(rows + rowBytes, x, 1);
  v128.store_lane<u32>(rows + 2 * rowBytes, x, 2);
  v128.store_lane<u32>(rows + 3 * rowBytes, x, 3);
}
