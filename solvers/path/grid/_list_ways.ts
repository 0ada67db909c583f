import type { OptimalWays } from "./_optimal_ways.ts";

/** The ways that were listed, and whether these are all. */
export interface ListedWays {
  readonly found: readonly (readonly number[])[];
  readonly complete: boolean;
}

/** At least this many steps a way are tried; among cells that cost nothing some lead nowhere. */
const STEPS_PER_WAY = 10_000;

/** Lists shortest ways that visit no cell twice, clockwise from north at each parting. */
export function listOptimalWays(ways: OptimalWays, cap: number): ListedWays {
  const { start, goal } = ways.query;
  const found: number[][] = [];
  const way = [start];
  const open = [ways.next(start)];
  if (start === goal) return { found: [way], complete: true };
  const seen = new Set(way);
  const steps = Math.max(STEPS_PER_WAY, 2 * ways.query.map.freeCount);
  for (let budget = (cap + 1) * steps; open.length > 0; budget--) {
    if (budget < 0) return { found, complete: false };
    const v = open.at(-1)!.shift();
    if (v === undefined) {
      open.pop();
      seen.delete(way.pop()!);
    } else if (v === goal) {
      if (found.length === cap) return { found, complete: false };
      found.push([...way, v]);
    } else if (!seen.has(v)) {
      way.push(v);
      seen.add(v);
      open.push(ways.next(v));
    }
  }
  return { found, complete: true };
}
