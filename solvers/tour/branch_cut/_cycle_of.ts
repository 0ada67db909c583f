import type { TourLp } from "./_lp.ts";

/** The tour that the solution is, from point 0 on; null when it is none. */
export function cycleOf({ us, vs, x }: TourLp, n: number): number[] | null {
  const ends = Array.from({ length: n }, (): number[] => []);
  for (let e = 0; e < x.length; e++) {
    if (x[e]! < 1e-6) continue;
    if (x[e]! < 1 - 1e-6) return null;
    ends[us[e]!]!.push(vs[e]!);
    ends[vs[e]!]!.push(us[e]!);
  }
  if (ends.some((list) => list.length !== 2)) return null;
  const tour = [0];
  for (let before = 0, at = Math.min(...ends[0]!); at !== 0;) {
    tour.push(at);
    const [a, b] = ends[at] as [number, number];
    [before, at] = [at, a === before ? b : a];
  }
  return tour.length === n ? tour : null;
}
