import type { TourShape } from "./problem.ts";

/**
 * Two stops that no tour passes both, as `leads` tells of the ways between them; null where a tour
 * exists. Ways can be joined, so these pairs are all that can keep a tour from being: else the
 * stops, sorted by what leads where, are a tour.
 */
export function unreachable(
  count: number,
  { form, start, end }: TourShape,
  leads: (from: number, to: number) => boolean,
): { readonly from: number; readonly to: number; readonly bothWays: boolean } | null {
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      if (i === j || leads(i, j)) continue;
      const isNeeded = form === "closed" || i === start || j === end;
      if (isNeeded) return { from: i, to: j, bothWays: false };
      if (j > i && !leads(j, i)) return { from: i, to: j, bothWays: true };
    }
  }
  return null;
}
