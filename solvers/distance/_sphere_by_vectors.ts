import type { Ratio } from "../../geometry/ratio.ts";
import { cosSin } from "../../geometry/trigonometry.ts";
import { doubleFraction } from "../_double_fraction.ts";
import type { GeoPoint } from "./geodesic.ts";

const BITS = 256n;

/** What two places on a sphere truly are to each other, by vectors of 256-bit integers. */
export interface SphereTruth {
  /** The angle at the centre, in radians. */
  readonly arc: number;
  /** The second's place in the plane that touches the first, times 2^1024: east and north. */
  readonly ahead: readonly [east: bigint, north: bigint];
  /** Whether both are one place. */
  readonly isSame: boolean;
}

/** Solves on the sphere without a rounding that a double could see. */
export function sphereByVectors(a: GeoPoint, b: GeoPoint): SphereTruth {
  const [lat1, lat2] = [cosSin(ratio(a.latitude), BITS), cosSin(ratio(b.latitude), BITS)];
  const turned = minus(ratio(b.longitude), ratio(a.longitude));
  const step = cosSin(turned, BITS);
  const east = lat2.cos * step.sin << BITS;
  const north = (lat1.cos * lat2.sin << BITS) - lat1.sin * lat2.cos * step.cos;
  const up = (lat1.sin * lat2.sin << BITS) + lat1.cos * lat2.cos * step.cos;
  const isPole = Math.abs(a.latitude) === 90;
  const isMeridian = turned.num % (360n * turned.den) === 0n;
  return {
    arc: Math.atan2(Math.hypot(double(east), double(north)), double(up)),
    ahead: [east << BITS, north << BITS],
    isSame: a.latitude === b.latitude && (isPole || isMeridian),
  };
}

/** How far a direction is from the true one, in degrees. */
export function azimuthFault({ ahead: [east, north] }: SphereTruth, azimuth: number): number {
  const { cos, sin } = cosSin(ratio(azimuth), BITS);
  const [across, along] = [east * cos - north * sin >> BITS, east * sin + north * cos >> BITS];
  return Math.atan2(Math.abs(double(across)), double(along)) * 180 / Math.PI;
}

/** A double as the fraction it is. */
function ratio(x: number): Ratio {
  const { num, shift } = doubleFraction(x);
  return { num, den: 1n << shift };
}

function minus(a: Ratio, b: Ratio): Ratio {
  return { num: a.num * b.den - b.num * a.den, den: a.den * b.den };
}

/** One to some units of 2^-768 is lost: nothing beside what two doubles of degrees can be apart. */
function double(x: bigint): number {
  const size = (x < 0n ? -x : x).toString(2).length;
  const spare = BigInt(Math.max(0, size - 64));
  return Number(x >> spare) * 2 ** (Number(spare) - 768);
}
