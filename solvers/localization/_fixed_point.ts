/**
 * Numbers of 100 decimals, for the checker alone: slow, simple, and nothing of the solver's exact
 * arithmetic. A number x is the integer x * 10^100.
 */
export const ONE = 10n ** 100n;

/** What rounding may leave of a number that is 0. */
export const TOLERANCE = 10n ** 60n;

export function mul(a: bigint, b: bigint): bigint {
  return a * b / ONE;
}

export function div(a: bigint, b: bigint): bigint {
  return a * ONE / b;
}

export function abs(a: bigint): bigint {
  return a < 0n ? -a : a;
}

/** The square root; 0 of what rounding may have made negative. */
export function sqrt(a: bigint): bigint {
  if (a <= 0n) return 0n;
  const n = a * ONE;
  let x = 1n << BigInt((n.toString(2).length >> 1) + 1);
  for (let y = (x + n / x) >> 1n; y < x; y = (x + n / x) >> 1n) x = y;
  return x;
}

/** Reads a decimal or "p/q". */
export function fixed(text: string | number): bigint {
  const [whole, den] = String(text).split("/") as [string, string?];
  const [digits, power = "0"] = whole.toLowerCase().split("e") as [string, string?];
  const [units, tenths = ""] = digits.split(".") as [string, string?];
  const exponent = 100 + Number(power) - tenths.length;
  const n = BigInt((units.replace(/^[+-]/, "") || "0") + tenths);
  const size = exponent >= 0 ? n * 10n ** BigInt(exponent) : n / 10n ** BigInt(-exponent);
  return (units.startsWith("-") ? -size : size) / BigInt(den ?? 1);
}

/** Reads a form such as "(3-2*sqrt(5))/7". */
export function evaluate(text: string): bigint {
  const match = /^(.*?)(?:\/(\d+))?$/.exec(text)!;
  const sum = match[1]!.startsWith("(") ? match[1]!.slice(1, -1) : match[1]!;
  let total = 0n;
  for (const term of sum.split(/(?=[+-])/)) {
    const [, sign, factor, radicand] = /^([+-]?)([\d.]*)\*?(?:sqrt\((\d+)\))?$/.exec(term)!;
    const root = radicand === undefined ? ONE : sqrt(BigInt(radicand) * ONE);
    const value = mul(factor === "" ? ONE : fixed(factor!), root);
    total += sign === "-" ? -value : value;
  }
  return total / BigInt(match[2] ?? 1);
}

/** [sine, cosine] of a multiple of 7.5 degrees, from those of 15 by halving and turning. */
export function sineCosine(degrees: number): readonly [bigint, bigint] {
  const turns = ((Math.round(degrees / 7.5) % 48) + 48) % 48;
  const cos15 = (sqrt(6n * ONE) + sqrt(2n * ONE)) / 4n;
  const step = [sqrt((ONE - cos15) / 2n), sqrt((ONE + cos15) / 2n)] as const;
  let [s, c] = [0n, ONE];
  for (let i = 0; i < turns; i++) {
    [s, c] = [mul(s, step[1]) + mul(c, step[0]), mul(c, step[1]) - mul(s, step[0])];
  }
  return [s, c];
}
