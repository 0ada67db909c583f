import { type Form, NULL, TEXT } from "../../geometry/form.ts";
import { Q } from "../_check_numbers.ts";
import { outcomeOf, requireClaim, unitFault } from "../_require_claim.ts";
import type { Outcome } from "../outcome.ts";
import { REGION_FORM } from "./_forms.ts";
import type { NamedRegion, RegionInstance } from "./region.ts";

const NAME: Form = (value) => NULL(value) && TEXT(value);
const CLAIM = outcomeOf(NAME);

/**
 * Whether an outcome of `solveRegion` is right: by winding numbers, in rational numbers.
 *
 * @param instance the instance that was solved
 * @param outcome what is claimed of it
 * @returns null where it holds, else what is wrong, in one sentence
 *
 * @example
 * ```ts
 * import { checkRegion, solveRegion } from "@alidade/core";
 * import { assertEquals } from "@std/assert";
 *
 * const regions = [{ name: "park", rings: [[[0, 0], [4, 0], [0, 4]]] }] as const;
 * const instance = { x: "2.5", y: "1.5", regions, onBoundary: "tie" } as const;
 * assertEquals(checkRegion(instance, solveRegion(instance)), null);
 * ```
 */
export function checkRegion(
  instance: RegionInstance,
  outcome: Outcome<string | null>,
): string | null {
  requireClaim(instance, REGION_FORM, outcome, CLAIM);
  if (outcome.status !== "exact" && outcome.status !== "tie") return "regions leave nothing open";
  const { regions, onBoundary } = instance;
  const p: P = [Q.read(instance.x), Q.read(instance.y)];
  const margin = outcome.status === "exact" ? Q.ofDouble(outcome.margin?.value ?? 0) : null;
  const sure: string[] = [];
  const either: string[] = [];
  for (const region of regions) {
    const { turns, near } = wind(region, p, margin);
    if (near) return `the boundary of ${region.name} is nearer than the margin`;
    if (turns === null && onBoundary === "tie") either.push(region.name);
    else if (turns === null ? onBoundary === "inside" : turns % 2 !== 0) sure.push(region.name);
  }
  const expected = [...sure, ...either, ...(sure.length === 0 ? [null] : [])];
  const claimed = outcome.status === "exact" ? [outcome.value] : outcome.values;
  if ((outcome.status === "exact") !== (expected.length === 1)) return "one region is exact";
  return JSON.stringify(claimed) === JSON.stringify(expected)
    ? unitFault(outcome, instance.unit ?? "unit")
    : `the point is in ${JSON.stringify(expected)}`;
}

type P = readonly [Q, Q];

/** How often the rings wind around p, null on them; and whether they are within the margin. */
function wind(
  region: NamedRegion,
  [x, y]: P,
  margin: Q | null,
): { readonly turns: number | null; readonly near: boolean } {
  let turns = 0;
  let on = false;
  let near = false;
  for (const ring of "polygons" in region ? region.polygons.flat() : region.rings) {
    const corners = ring.map(([cx, cy]): P => [Q.read(cx).minus(x), Q.read(cy).minus(y)]);
    for (const [i, a] of corners.entries()) {
      const b = corners[(i + 1) % corners.length]!;
      const still = a[0].against(b[0]) === 0 && a[1].against(b[1]) === 0;
      const area = a[0].times(b[1]).minus(a[1].times(b[0]));
      const dot = a[0].times(b[0]).plus(a[1].times(b[1]));
      on ||= area.sign === 0 && dot.sign <= 0;
      if (a[1].sign <= 0 && b[1].sign > 0 && area.sign > 0) turns++;
      if (a[1].sign > 0 && b[1].sign <= 0 && area.sign < 0) turns--;
      near ||= margin !== null && !still && reaches(a, b, margin);
    }
  }
  return { turns: on ? null : turns, near };
}

/** Whether the edge from a to b comes nearer to the origin than the margin. */
function reaches(a: P, b: P, margin: Q): boolean {
  const limit = margin.times(margin);
  const [dx, dy] = [b[0].minus(a[0]), b[1].minus(a[1])];
  const length = dx.times(dx).plus(dy.times(dy));
  const t = new Q(0n).minus(a[0].times(dx)).minus(a[1].times(dy)).over(length);
  const clamped = t.sign < 0 ? new Q(0n) : t.against(new Q(1n)) > 0 ? new Q(1n) : t;
  const [fx, fy] = [a[0].plus(clamped.times(dx)), a[1].plus(clamped.times(dy))];
  return fx.times(fx).plus(fy.times(fy)).against(limit) < 0;
}
