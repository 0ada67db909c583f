import { type Exact, parseDecimal } from "../../geometry/decimal.ts";
import { SECTOR_SYSTEMS } from "../../geometry/sector_systems.ts";
import type { SectorSystem } from "../../geometry/sectors.ts";
import type { Outcome } from "../outcome.ts";
import { angleOf } from "./_arctangent.ts";
import { doubleFraction } from "../_double_fraction.ts";
import type { SectorChoice } from "./sector_choice.ts";

/** A vector with y up. */
export type Vector = readonly [x: bigint, y: bigint];

/** What is checked: the vectors of 0 degrees and of the target with y up, and what is claimed. */
export interface SectorClaim {
  readonly sectors: SectorChoice;
  readonly zero: Vector;
  readonly target: Vector;
  readonly outcome: Outcome<string>;
}

/** Angles are off by less than this many units; see angleOf. */
const ERROR = 1n << 16n;

/** What is wrong with a claim, or null; by angles, not by sides of boundaries. */
export function checkSector({ sectors, zero, target, outcome }: SectorClaim): string | null {
  const system = typeof sectors === "string" ? SECTOR_SYSTEMS[sectors] : sectors;
  const on = system.boundaries.findIndex((b) => isOn(system, b, zero, target));
  if (on >= 0) return checkOn(system, on, outcome);
  for (let bits = 256n;; bits *= 2n) {
    const { sector, room } = place(system, zero, target, bits);
    if (room > ERROR) return checkIn(system.labels[sector]!, room, bits, outcome);
  }
}

/** Whether the target lies on the ray of a boundary: only at multiples of 45 degrees. */
function isOn({ turn }: SectorSystem, boundary: Exact, zero: Vector, [x, y]: Vector): boolean {
  const { num, den } = degrees(boundary);
  if (num % (45n * den) !== 0n) return false;
  const steps = Number((num / (45n * den) % 8n + 8n) % 8n);
  let [rayX, rayY] = zero;
  for (let i = 0; i < steps; i++) {
    [rayX, rayY] = turn === "clockwise" ? [rayX + rayY, rayY - rayX] : [rayX - rayY, rayY + rayX];
  }
  return rayX * y === rayY * x && rayX * x + rayY * y > 0n;
}

/** The sector, and the angle from the target to the nearest other label in degrees times 2^bits. */
function place(
  { turn, boundaries, labels }: SectorSystem,
  zero: Vector,
  target: Vector,
  bits: bigint,
): { sector: number; room: bigint } {
  const full = 360n << bits;
  const apart = angleOf(...target, bits) - angleOf(...zero, bits);
  const angle = turn === "clockwise" ? -apart : apart;
  const gaps = boundaries.map((boundary) => {
    const { num, den } = degrees(boundary);
    return ((angle - (num << bits) / den) % full + full) % full;
  });
  let sector = 0;
  let room = full;
  gaps.forEach((gap, i) => {
    if (gap < gaps[sector]!) sector = i;
    // A boundary within one label is none to another answer; the sector itself is decided at all.
    const distance = gap < full - gap ? gap : full - gap;
    if (distance <= ERROR || labels.at(i - 1) !== labels[i]) room = least(room, distance);
  });
  return { sector, room };
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function checkIn(label: string, room: bigint, bits: bigint, outcome: Outcome<string>) {
  if (outcome.status !== "exact" || outcome.value !== label) return `the answer is ${label}`;
  const { margin } = outcome;
  if (margin === null || margin.unit !== "degree" || !(margin.value >= 0)) {
    return "the margin is no angle in degrees";
  }
  const { num, shift } = doubleFraction(margin.value);
  return num << bits > (room + ERROR) << shift ? "the margin is too large" : null;
}

function checkOn(system: SectorSystem, on: number, outcome: Outcome<string>): string | null {
  const { labels, onBoundary = "tie" } = system;
  const rule = typeof onBoundary === "string" ? onBoundary : onBoundary[on]!;
  const around = [labels.at(on - 1)!, labels[on]!];
  if (rule === "none") return outcome.status === "impossible" ? null : "no sector is there";
  const right = rule === "next" ? [around[1]] : rule === "previous" ? [around[0]] : around;
  const distinct = [...new Set(right)];
  const claimed = outcome.status === "exact"
    ? [outcome.value]
    : outcome.status === "tie"
    ? outcome.values
    : [];
  if (JSON.stringify(distinct) !== JSON.stringify(claimed)) {
    return `the answer is ${distinct.join(" or ")}`;
  }
  if (outcome.status !== "exact") return null;
  const { margin } = outcome;
  return margin?.value === 0 && margin.unit === "degree" ? null : "the margin there is 0 degrees";
}

function degrees(x: Exact): { num: bigint; den: bigint } {
  const [above, below = "1"] = String(x).split("/");
  const a = parseDecimal(above!);
  const b = parseDecimal(below);
  return { num: a.digits * 10n ** BigInt(b.scale), den: b.digits * 10n ** BigInt(a.scale) };
}
