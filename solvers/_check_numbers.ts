/** An integer, a decimal, or a quotient whose divisor is not 0; no measure has longer exponents. */
const FORM = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4})?|\d+\/\d*[1-9]\d*)$/i;

/**
 * Rational numbers for the checkers, kept apart from the arithmetic of the solvers on purpose.
 */
export class Q {
  readonly n: bigint;
  readonly d: bigint;

  constructor(n: bigint, d: bigint = 1n) {
    this.n = d < 0n ? -n : n;
    this.d = d < 0n ? -d : d;
  }

  /**
   * Reads an integer, a decimal string with or without exponent, or "p/q".
   *
   * @throws SyntaxError for anything else
   */
  static read(x: number | string | bigint): Q {
    if (!FORM.test(String(x))) {
      throw new SyntaxError(
        `Cannot check with ${JSON.stringify(x)}, must be an integer, a decimal or "p/q"`,
      );
    }
    const [whole, divisor] = String(x).split("/") as [string, string?];
    if (divisor !== undefined) return new Q(BigInt(whole), BigInt(divisor));
    const [digits, power = "0"] = whole.toLowerCase().split("e") as [string, string?];
    const [units, tenths = ""] = digits.split(".") as [string, string?];
    const sign = units.startsWith("-") ? -1n : 1n;
    const exponent = Number(power) - tenths.length;
    const n = sign * BigInt(units.replace(/^[+-]/, "") + tenths || "0");
    return exponent >= 0 ? new Q(n * 10n ** BigInt(exponent)) : new Q(n, 10n ** BigInt(-exponent));
  }

  /** The very value of a finite double. */
  static ofDouble(x: number): Q {
    if (!Number.isFinite(x)) throw new RangeError(`Cannot check with ${x}, must be finite`);
    let d = 1n;
    for (; !Number.isInteger(x); x *= 2) d *= 2n;
    return new Q(BigInt(x), d);
  }

  plus(o: Q): Q {
    return new Q(this.n * o.d + o.n * this.d, this.d * o.d);
  }

  minus(o: Q): Q {
    return new Q(this.n * o.d - o.n * this.d, this.d * o.d);
  }

  times(o: Q): Q {
    return new Q(this.n * o.n, this.d * o.d);
  }

  over(o: Q): Q {
    return new Q(this.n * o.d, this.d * o.n);
  }

  abs(): Q {
    return new Q(this.n < 0n ? -this.n : this.n, this.d);
  }

  /** The sign of this - o. */
  against(o: Q): number {
    const gap = this.n * o.d - o.n * this.d;
    return gap > 0n ? 1 : gap < 0n ? -1 : 0;
  }

  get sign(): number {
    return this.n > 0n ? 1 : this.n < 0n ? -1 : 0;
  }
}

/** Whether sqrt(a) - sqrt(b) >= m, for a, b, m >= 0, by squaring. */
export function rootsApart(a: Q, b: Q, m: Q): boolean {
  const rest = a.minus(b).minus(m.times(m));
  return rest.sign >= 0 && rest.times(rest).against(new Q(4n).times(m).times(m).times(b)) >= 0;
}

/** Whether a double is within 2^-49 of sqrt(a), relatively. */
export function isRootOf(x: number, a: Q): boolean {
  if (a.sign === 0) return x === 0;
  const square = Q.ofDouble(x).times(Q.ofDouble(x));
  return x > 0 && square.minus(a).abs().against(a.times(new Q(1n, 1n << 48n))) <= 0;
}
