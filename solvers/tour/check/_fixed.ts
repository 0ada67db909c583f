/** Which edges a subproblem has fixed: 0 free, 1 used by every tour in it, -1 by none. */
export type Fixed = Int8Array;

/** Sets both directions of an edge. */
export function fix(fixed: Fixed, n: number, u: number, v: number, value: 1 | -1): void {
  fixed[u * n + v] = value;
  fixed[v * n + u] = value;
}

/**
 * Draws the conclusions of what is fixed, until there are no more: at most two used edges a point,
 * both edges used where only two are left, and no cycle before the last edge.
 *
 * @returns false when no tour is left
 */
export function propagate(fixed: Fixed, n: number): boolean {
  for (;;) {
    const degrees = fixDegrees(fixed, n);
    if (degrees === null) return false;
    const paths = fixPathEnds(fixed, n);
    if (paths === null) return false;
    if (!degrees && !paths) return true;
  }
}

/** Whether something changed; null on a contradiction. */
function fixDegrees(fixed: Fixed, n: number): boolean | null {
  let changed = false;
  for (let v = 0; v < n; v++) {
    let used = 0;
    let free = 0;
    for (let u = 0; u < n; u++) {
      if (u === v) continue;
      if (fixed[v * n + u] === 1) used++;
      else if (fixed[v * n + u] === 0) free++;
    }
    if (used > 2 || used + free < 2) return null;
    if (free === 0 || (used < 2 && used + free > 2)) continue;
    const value = used === 2 ? -1 : 1;
    for (let u = 0; u < n; u++) {
      if (u !== v && fixed[v * n + u] === 0) fix(fixed, n, u, v, value);
    }
    changed = true;
  }
  return changed;
}

/** Forbids the edge that joins the ends of a path of used edges; null on a closed cycle. */
function fixPathEnds(fixed: Fixed, n: number): boolean | null {
  const neighbours = usedNeighbours(fixed, n);
  const seen = new Uint8Array(n);
  let changed = false;
  for (let start = 0; start < n; start++) {
    if (neighbours[start]!.length !== 1) continue;
    const { end, size } = walk(neighbours, start, seen);
    if (size === n || size === 2 || fixed[start * n + end] === -1) continue;
    if (fixed[start * n + end] === 1) return null;
    fix(fixed, n, start, end, -1);
    changed = true;
  }
  for (let start = 0; start < n; start++) {
    if (seen[start] || neighbours[start]!.length !== 2) continue;
    // no end was met from here, so the used edges close a cycle
    return walk(neighbours, start, seen).size === n ? changed : null;
  }
  return changed;
}

function usedNeighbours(fixed: Fixed, n: number): number[][] {
  return Array.from({ length: n }, (_, v) => {
    const list: number[] = [];
    for (let u = 0; u < n; u++) if (u !== v && fixed[v * n + u] === 1) list.push(u);
    return list;
  });
}

function walk(
  neighbours: readonly number[][],
  start: number,
  seen: Uint8Array,
): { end: number; size: number } {
  let size = 1;
  let at = start;
  seen[start] = 1;
  for (;;) {
    const next = neighbours[at]!.find((u) => !seen[u]);
    if (next === undefined) return { end: at, size };
    seen[next] = 1;
    at = next;
    size++;
  }
}
