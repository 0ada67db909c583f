import type { PlaneFrame } from "../../geometry/frame.ts";
import type { SectorSystem } from "../../geometry/sectors.ts";

/**
 * The sector of an integer vector without any trigonometry: for boundaries at multiples of
 * 180 / m degrees, the sign of the imaginary part of (u + vi)^m tells between which two multiples
 * the vector lies, once a rough angle has told the parity apart. All in integers.
 */
export interface PowerOracle {
  /** "on 3" on boundary 3, "in 2" inside of sector 2, "none" for the zero vector. */
  (x: bigint, y: bigint): string;
}

export function powerOracle(system: SectorSystem, frame: PlaneFrame): PowerOracle {
  const { m, steps } = integerBoundaries(system.boundaries.map(String));
  return (x, y) => {
    if (x === 0n && y === 0n) return "none";
    const [u, v] = oriented(system, frame, x, y);
    const position = multiplesBelow(u, v, m);
    const full = 2 * m;
    const on = steps.findIndex((s) => position.on && mod(s - position.k, full) === 0);
    if (on >= 0) return `on ${on}`;
    let best = 0;
    steps.forEach((s, i) => {
      if (mod(position.k - s, full) < mod(position.k - steps[best]!, full)) best = i;
    });
    return `in ${best}`;
  };
}

/** The number of multiples of 180 / m degrees at or below the angle of (u, v), and if it is on one. */
export function multiplesBelow(u: bigint, v: bigint, m: number): { k: number; on: boolean } {
  const imaginary = power(u, v, m);
  const angle = mod(roughAngle(u, v) / Math.PI * m, 2 * m);
  if (imaginary === 0n) return { k: mod(Math.round(angle), 2 * m), on: true };
  const floor = Math.floor(angle);
  const parity = imaginary > 0n ? 0 : 1;
  if (mod(floor, 2) === parity) return { k: floor, on: false };
  const k = angle - floor < 0.5 ? floor - 1 : floor + 1;
  return { k: mod(k, 2 * m), on: false };
}

/** Writes "a", "a.b" or "a/b" degrees as multiples of 180 / m. */
function integerBoundaries(boundaries: readonly string[]): { m: number; steps: number[] } {
  for (let m = 1; m <= 100_000; m++) {
    const steps = boundaries.map((text) => {
      const [a, b = "1"] = text.split("/");
      const places = a!.includes(".") ? a!.length - a!.indexOf(".") - 1 : 0;
      const numerator = BigInt(a!.replace(".", "")) * BigInt(m);
      const denominator = BigInt(b) * 10n ** BigInt(places) * 180n;
      return numerator % denominator === 0n ? Number(numerator / denominator) : NaN;
    });
    if (steps.every((s) => !Number.isNaN(s))) return { m, steps };
  }
  throw new Error("no m");
}

function oriented(
  { zero, turn }: SectorSystem,
  frame: PlaneFrame,
  x: bigint,
  y: bigint,
): [bigint, bigint] {
  if (frame === "y-down") y = -y;
  // From north, turning counter-clockwise leads to west.
  const [u, v] = zero === "north" ? [y, -x] : [x, y];
  return [u, turn === "clockwise" ? -v : v];
}

/** The imaginary part of (u + vi)^m. */
function power(u: bigint, v: bigint, m: number): bigint {
  let [re, im] = [1n, 0n];
  for (const bit of m.toString(2)) {
    [re, im] = [re * re - im * im, 2n * re * im];
    if (bit === "1") [re, im] = [re * u - im * v, re * v + im * u];
  }
  return im;
}

function roughAngle(u: bigint, v: bigint): number {
  const drop = BigInt(Math.max(0, Math.max(digits(u), digits(v)) * 4 - 900));
  return Math.atan2(Number(v >> drop), Number(u >> drop));
}

function digits(x: bigint): number {
  return x.toString(16).length;
}

function mod(a: number, n: number): number {
  return ((a % n) + n) % n;
}
