import { angleAtLeast, halfTangentAtLeast } from "./_angle_bound.ts";
import type { Ratio } from "./ratio.ts";
import { type CosSin, cosSin } from "./trigonometry.ts";

/**
 * The signed permutation that turns a vector (dx, dy) into (u, v): u along 0 degrees, v along 90
 * degrees in the turning direction.
 */
export interface Turned {
  readonly ux: number;
  readonly uy: number;
  readonly vx: number;
  readonly vy: number;
}

/** The bits of the coefficients that the doubles are rounded from, and the first exact try. */
const FIRST_BITS = 128n;

/** A side is this many bits above its error when a margin is made of it. */
const MARGIN_BITS = 44n;

/** One boundary of a sector system: on which side of its ray a vector lies, and how far from it. */
export class SectorBoundary {
  /** Whether the angle is a multiple of 45 degrees, so that `side` is exact as it stands. */
  readonly isPlain: boolean;
  /** `sideX * dx + sideY * dy` is positive beyond the boundary, negative before it. */
  readonly sideX: number;
  /** See {@link sideX}. */
  readonly sideY: number;
  /** As {@link sideX}, to unit length. */
  readonly unitSideX: number;
  /** As {@link sideY}, to unit length. */
  readonly unitSideY: number;
  /** The x of the unit vector along the boundary. */
  readonly alongX: number;
  /** The y of the unit vector along the boundary. */
  readonly alongY: number;

  readonly #angle: Ratio;
  readonly #turned: Turned;
  readonly #byBits = new Map<bigint, CosSin>();

  constructor(angle: Ratio, turned: Turned) {
    this.#angle = angle;
    this.#turned = turned;
    const { cos, sin } = this.#cosSin(FIRST_BITS);
    const c = scaled(cos, FIRST_BITS);
    const s = scaled(sin, FIRST_BITS);
    const { ux, uy, vx, vy } = turned;
    this.isPlain = angle.num % (45n * angle.den) === 0n;
    const plainC = this.isPlain ? Math.round(c) : c;
    const plainS = this.isPlain ? Math.round(s) : s;
    this.sideX = plainC * vx - plainS * ux;
    this.sideY = plainC * vy - plainS * uy;
    this.unitSideX = c * vx - s * ux;
    this.unitSideY = c * vy - s * uy;
    this.alongX = c * ux + s * vx;
    this.alongY = c * uy + s * vy;
  }

  /** The sign of the side of a vector other than 0, exactly. */
  sign(x: bigint, y: bigint): number {
    if (this.isPlain) return signOf(BigInt(this.sideX) * x + BigInt(this.sideY) * y);
    const error = magnitude(x) + magnitude(y);
    for (let bits = FIRST_BITS;; bits *= 2n) {
      const { side } = this.#products(x, y, bits);
      if (magnitude(side) > error) return signOf(side);
    }
  }

  /** A lower bound in degrees of the angle between the boundary and a vector other than 0. */
  angleAtLeast(x: bigint, y: bigint): number {
    const error = magnitude(x) + magnitude(y);
    const onLine = this.isPlain && this.sign(x, y) === 0;
    for (let bits = FIRST_BITS;; bits *= 2n) {
      const { side, along } = this.#products(x, y, bits);
      if (onLine) return along > 0n ? 0 : 180;
      if (magnitude(side) >> MARGIN_BITS <= error) continue;
      const shift = BigInt(Math.max(0, bitLength(error) - 64));
      const length = lengthAtMost(Number(x >> shift), Number(y >> shift));
      const sine = scaled(magnitude(side), bits + shift) / length;
      const cosine = scaled(along, bits + shift) / length;
      return sine === 0
        ? (cosine > 0 ? 0 : 179)
        : angleAtLeast(halfTangentAtLeast(sine, cosine, 1, sine * 2 ** -42));
    }
  }

  /** Side and along times 2^bits, each off by less than |x| + |y|. */
  #products(x: bigint, y: bigint, bits: bigint): { side: bigint; along: bigint } {
    const { cos, sin } = this.#cosSin(bits);
    const { ux, uy, vx, vy } = this.#turned;
    const u = BigInt(ux) * x + BigInt(uy) * y;
    const v = BigInt(vx) * x + BigInt(vy) * y;
    return { side: cos * v - sin * u, along: cos * u + sin * v };
  }

  #cosSin(bits: bigint): CosSin {
    let value = this.#byBits.get(bits);
    if (value === undefined) {
      value = cosSin(this.#angle, bits);
      this.#byBits.set(bits, value);
    }
    return value;
  }
}

/** At least the length of a vector, its larger coordinate known to 50 bits or more. */
function lengthAtMost(x: number, y: number): number {
  return Math.sqrt(x * x + y * y) * (1 + 2 ** -42);
}

/** x / 2^bits to the nearest double or nearly so, relative error below 2^-51; 0 on underflow. */
function scaled(x: bigint, bits: bigint): number {
  const drop = Math.max(0, bitLength(magnitude(x)) - 64);
  return Number(x >> BigInt(drop)) * 2 ** (drop - Number(bits));
}

function bitLength(x: bigint): number {
  return x.toString(16).length * 4;
}

function magnitude(x: bigint): bigint {
  return x < 0n ? -x : x;
}

function signOf(x: bigint): number {
  return x > 0n ? 1 : x < 0n ? -1 : 0;
}
