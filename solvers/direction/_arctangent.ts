/** The angle of (u, v) from the u axis, in [0, 360) degrees times 2^bits, off by less than 2^12. */
export function angleOf(u: bigint, v: bigint, bits: bigint): bigint {
  const work = bits + 12n;
  const one = 1n << work;
  const [x, y] = [u < 0n ? -u : u, v < 0n ? -v : v];
  const [small, large] = x < y ? [x, y] : [y, x];
  // 180 / pi degrees a radian, and pi = 4 atan(1): both off by some hundred units at most.
  const acute = 45n * one * arctangent(small, large, work) / arctangent(1n, 1n, work);
  const first = x < y ? 90n * one - acute : acute;
  const upper = u < 0n ? 180n * one - first : first;
  const angle = v < 0n ? 360n * one - upper : upper;
  return angle >> 12n;
}

/**
 * atan(y / x) times 2^bits for 0 <= y <= x, x > 0, by Euler's series:
 * sum over n of (2^n n!)^2 / (2n + 1)! * y^(2n+1) x / (x^2 + y^2)^(n+1).
 */
function arctangent(y: bigint, x: bigint, bits: bigint): bigint {
  const square = x * x + y * y;
  let term = ((x * y) << bits) / square;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n++) {
    sum += term;
    term = term * 2n * n * y * y / ((2n * n + 1n) * square);
  }
  return sum;
}
