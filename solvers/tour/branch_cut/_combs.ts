import { combCut, type Cut } from "./_cut.ts";
import { membersOf, type Support } from "./_support.ts";

/** A set with what it would bring as a tooth: `3 - x(cut(T))`. */
interface Tooth {
  readonly set: readonly number[];
  readonly value: number;
}

/** A comb must be violated by this much to be worth a row. */
const WORTH = 0.01;
/** A tooth that brings less than this is not tried. */
const LEAST = 0.05;

/**
 * Violated combs: for many handles, the best disjoint teeth out of a family of nearly tight sets.
 *
 * A comb holds iff `x(cut(H)) >= 1 + sum of (3 - x(cut(T)))`, so that each tooth has a value of its
 * own and an odd number of disjoint ones that cross the handle is wanted.
 *
 * @param support the fractional solution
 * @param tight sets whose cuts are (nearly) 2, such as subtour constraints of the program
 * @param known further handles to try
 */
export function violatedCombs(
  support: Support,
  tight: readonly (readonly number[])[],
  known: readonly (readonly number[])[],
): Cut[] {
  const teeth = toothFamily(support, tight);
  const around = teethAround(support.n, teeth);
  const cuts = new Map<string, Cut>();
  for (const handle of handles(support, [...tight, ...known])) {
    const cut = bestComb(support, handle, teeth, around);
    if (cut !== null) cuts.set(cut.key, cut);
  }
  return [...cuts.values()];
}

/** The value of a cut between a set and the rest. */
function boundary(support: Support, set: readonly number[], inside: Uint8Array): number {
  for (const v of set) inside[v] = 1;
  let sum = 0;
  for (const v of set) {
    for (let k = support.starts[v]!; k < support.starts[v + 1]!; k++) {
      if (!inside[support.heads[k]!]) sum += support.values[k]!;
    }
  }
  for (const v of set) inside[v] = 0;
  return sum;
}

function toothFamily(support: Support, tight: readonly (readonly number[])[]): Tooth[] {
  const { n } = support;
  const inside = new Uint8Array(n);
  const teeth: Tooth[] = [];
  const seen = new Set<string>();
  const offer = (set: readonly number[], cut: number) => {
    if (3 - cut < LEAST || set.length > n / 2 || set.length < 2) return;
    const key = set.toSorted((a, b) => a - b).join();
    if (seen.has(key)) return;
    seen.add(key);
    teeth.push({ set, value: 3 - cut });
  };
  for (let k = 0; k < support.size; k++) {
    const pair = [support.us[k]!, support.vs[k]!];
    offer(pair, 4 - 2 * support.xs[k]!);
    growTight(support, pair, 4 - 2 * support.xs[k]!, inside, offer);
  }
  for (const set of tight) {
    const cut = boundary(support, set, inside);
    offer(set, cut);
    if (set.length > n / 2) offer(complement(n, set), cut);
  }
  return teeth.sort((a, b) => b.value - a.value || a.set.length - b.set.length);
}

/** Sets of up to six points around an edge, each step to the point that is joined best. */
function growTight(
  support: Support,
  pair: readonly number[],
  cut: number,
  inside: Uint8Array,
  offer: (set: readonly number[], cut: number) => void,
): void {
  const set = [...pair];
  const join = new Map<number, number>();
  const reach = (v: number) => {
    for (let k = support.starts[v]!; k < support.starts[v + 1]!; k++) {
      const u = support.heads[k]!;
      if (!inside[u]) join.set(u, (join.get(u) ?? 0) + support.values[k]!);
    }
  };
  for (const v of set) inside[v] = 1;
  for (const v of set) reach(v);
  while (set.length < 6) {
    let best = -1;
    let most = 0.6;
    for (const [u, x] of join) {
      if (x > most) {
        most = x;
        best = u;
      }
    }
    if (best < 0) break;
    join.delete(best);
    inside[best] = 1;
    set.push(best);
    cut += 2 - 2 * most;
    offer(set.slice(), cut);
    reach(best);
  }
  for (const v of set) inside[v] = 0;
}

function complement(n: number, set: readonly number[]): number[] {
  const inside = new Set(set);
  return Array.from({ length: n }, (_, v) => v).filter((v) => !inside.has(v));
}

function teethAround(n: number, teeth: readonly Tooth[]): number[][] {
  const around: number[][] = Array.from({ length: n }, () => []);
  teeth.forEach(({ set }, t) => set.forEach((v) => around[v]!.push(t)));
  return around;
}

/** Handles worth a try: components of the edges within several ranges, and tight sets. */
function handles(support: Support, sets: readonly (readonly number[])[]): number[][] {
  const { n } = support;
  const list: number[][] = [];
  const seen = new Set<string>();
  const offer = (set: number[]) => {
    if (set.length < 3 || set.length > n - 3) return;
    const key = set.join();
    if (seen.has(key)) return;
    seen.add(key);
    list.push(set);
  };
  for (const low of [1e-6, 0.1, 0.2, 0.3, 0.4]) {
    for (const high of [1 - 1e-6, 1 - low]) {
      for (const set of membersOf(support.components(low, high))) offer(set);
    }
    for (const set of blocks(support, low)) offer(set);
  }
  for (const set of sets) offer(set.toSorted((a, b) => a - b));
  return list;
}

/** The biconnected components of the edges with values within (low, 1). */
function blocks(support: Support, low: number): number[][] {
  const { n, starts, heads, values } = support;
  const depth = new Int32Array(n).fill(-1);
  const least = new Int32Array(n);
  const found: number[][] = [];
  const path: number[] = [];
  const visit = (u: number, from: number): void => {
    least[u] = depth[u]!;
    path.push(u);
    for (let k = starts[u]!; k < starts[u + 1]!; k++) {
      const v = heads[k]!;
      if (values[k]! <= low || values[k]! >= 1 - 1e-6 || v === from) continue;
      if (depth[v]! >= 0) {
        least[u] = Math.min(least[u]!, depth[v]!);
        continue;
      }
      depth[v] = depth[u]! + 1;
      visit(v, u);
      least[u] = Math.min(least[u]!, least[v]!);
      if (least[v]! < depth[u]!) continue;
      const block = [u];
      for (let w = path.pop()!;; w = path.pop()!) {
        block.push(w);
        if (w === v) break;
      }
      found.push(block.sort((a, b) => a - b));
    }
  };
  for (let s = 0; s < n; s++) {
    if (depth[s]! >= 0) continue;
    depth[s] = 0;
    visit(s, -1);
    path.length = 0;
  }
  return found;
}

/** The comb with this handle and greedily chosen teeth, if it is violated. */
function bestComb(
  support: Support,
  handle: readonly number[],
  teeth: readonly Tooth[],
  around: readonly (readonly number[])[],
): Cut | null {
  const { n } = support;
  const inside = new Uint8Array(n);
  const cut = boundary(support, handle, inside);
  for (const v of handle) inside[v] = 1;
  const crossing = crossingTeeth(handle, inside, teeth, around);
  const code = Int32Array.from(inside);
  const taken: number[] = [];
  let sum = 0;
  for (const t of crossing) {
    const { set, value } = teeth[t]!;
    if (set.some((v) => code[v]! > 1)) continue;
    taken.push(t);
    sum += value;
    for (const v of set) code[v]! += 2 * taken.length;
  }
  // the last one taken is the weakest
  if (taken.length % 2 === 0 && taken.length > 0) {
    const { set, value } = teeth[taken.pop()!]!;
    sum -= value;
    for (const v of set) code[v]! &= 1;
  }
  // weak pairs at the end may cost more than they bring
  while (taken.length > 3) {
    const [a, b] = [teeth[taken[taken.length - 1]!]!, teeth[taken[taken.length - 2]!]!];
    if (a.value + b.value > LEAST) break;
    for (const v of [...a.set, ...b.set]) code[v]! &= 1;
    taken.length -= 2;
    sum -= a.value + b.value;
  }
  if (taken.length < 3 || sum <= cut - 1 + WORTH) return null;
  return combCut(code, taken.length);
}

/** The teeth with points inside and outside of the handle, best first. */
function crossingTeeth(
  handle: readonly number[],
  inside: Uint8Array,
  teeth: readonly Tooth[],
  around: readonly (readonly number[])[],
): number[] {
  const met = new Set<number>();
  for (const v of handle) {
    for (const t of around[v]!) if (teeth[t]!.set.some((u) => !inside[u])) met.add(t);
  }
  return [...met].sort((a, b) => a - b);
}
