import { type Cut, subtourCut } from "./_cut.ts";
import { membersOf, type Support } from "./_support.ts";

/** A set must fall this far short of 2 to be worth a row. */
const WORTH = 1e-4;

/** Violated subtour constraints: from components, else every cut that the min-cut search meets. */
export function violatedSubtours(support: Support): Cut[] {
  const { n } = support;
  const components = support.components(0, Infinity);
  if (components.count > 1) return membersOf(components).map((set) => subtourCut(n, set));
  return minimumCuts(support).map((set) => subtourCut(n, set));
}

/**
 * Stoer and Wagner's minimum cut, on the graph with its edges of value 1 contracted (each end of
 * such an edge has no more than that outside it). Every cut of a phase below 2 is kept.
 *
 * Source: M. Stoer, F. Wagner, "A simple min-cut algorithm", Journal of the ACM 44 (1997).
 */
function minimumCuts(support: Support): number[][] {
  const { members, matrix, size } = contract(support);
  const found: number[][] = [];
  const alive = Array.from({ length: size }, (_, k) => k);
  const key = new Float64Array(size);
  const done = new Uint8Array(size);
  while (alive.length > 1) {
    for (const v of alive) {
      key[v] = 0;
      done[v] = 0;
    }
    let last = -1;
    let before = -1;
    for (let step = 0; step < alive.length; step++) {
      let next = -1;
      for (const v of alive) if (!done[v] && (next < 0 || key[v]! > key[next]!)) next = v;
      done[next] = 1;
      before = last;
      last = next;
      for (const v of alive) if (!done[v]) key[v]! += matrix[next * size + v]!;
    }
    if (key[last]! < 2 - WORTH) found.push(members[last]!.slice());
    members[before]!.push(...members[last]!);
    for (const v of alive) {
      matrix[before * size + v]! += matrix[last * size + v]!;
      matrix[v * size + before]! = matrix[before * size + v]!;
    }
    matrix[before * size + before] = 0;
    alive.splice(alive.indexOf(last), 1);
  }
  return found;
}

/** Contracts edges of value 1 over and over, and gives the rest as a dense matrix. */
function contract(support: Support): { members: number[][]; matrix: Float64Array; size: number } {
  const { n } = support;
  const root = Int32Array.from({ length: n }, (_, v) => v);
  const find = (v: number): number => {
    while (root[v] !== v) {
      root[v] = root[root[v]!]!;
      v = root[v]!;
    }
    return v;
  };
  for (let changed = true; changed;) {
    changed = false;
    const between = new Map<number, number>();
    for (let k = 0; k < support.size; k++) {
      const a = find(support.us[k]!);
      const b = find(support.vs[k]!);
      if (a === b) continue;
      const pair = Math.min(a, b) * n + Math.max(a, b);
      const sum = (between.get(pair) ?? 0) + support.xs[k]!;
      between.set(pair, sum);
    }
    // a merged point has other sums, which the next sweep takes
    const merged = new Uint8Array(n);
    for (const [pair, sum] of between) {
      const a = Math.floor(pair / n);
      const b = pair % n;
      if (sum < 1 - 1e-9 || merged[a] || merged[b]) continue;
      root[b] = a;
      merged[a] = 1;
      merged[b] = 1;
      changed = true;
    }
  }
  const index = new Map<number, number>();
  const members: number[][] = [];
  for (let v = 0; v < n; v++) {
    const r = find(v);
    if (!index.has(r)) index.set(r, members.push([]) - 1);
    members[index.get(r)!]!.push(v);
  }
  const size = members.length;
  const matrix = new Float64Array(size * size);
  for (let k = 0; k < support.size; k++) {
    const a = index.get(find(support.us[k]!))!;
    const b = index.get(find(support.vs[k]!))!;
    if (a === b) continue;
    matrix[a * size + b]! += support.xs[k]!;
    matrix[b * size + a]! += support.xs[k]!;
  }
  return { members, matrix, size };
}
