import type { TourTreeDual } from "../certificate.ts";
import type { ClosedForm } from "../closed_form.ts";
import { fix, type Fixed } from "./_fixed.ts";

/** The shortest 1-tree under potentials, among those that obey what is fixed. */
export interface TreeBound {
  /** No tour of the subproblem has a smaller `K * length`; Infinity when there is no 1-tree. */
  readonly bound: number;
  /** `K w + pi + pi`, Infinity on forbidden edges. */
  readonly costs: Float64Array;
  /** The spanning tree without the root: the parent of each point, -1 at its own root. */
  readonly parents: Int32Array;
  /** The larger cost of the two edges at the root that may be left out; -Infinity if none may. */
  readonly rootLargest: number;
}

const EXACT = 2 ** 53;

/** The bound of potentials, or why they are refused. */
export function treeBound(
  form: ClosedForm,
  scale: number,
  dual: TourTreeDual,
  fixed: Fixed,
): TreeBound | string {
  const { n } = form;
  const { pi, root } = dual;
  if (pi.length !== n || !pi.every(Number.isSafeInteger)) {
    return `its pi is not ${n} whole numbers`;
  }
  if (!Number.isInteger(root) || root < 0 || root >= n) return `its root is ${root} of ${n} points`;
  const costs = costsOf(form, scale, pi, fixed);
  let most = 0;
  for (const c of costs) if (c !== Infinity) most = Math.max(most, Math.abs(c));
  const total = pi.reduce((sum, p) => sum + Math.abs(p), 0);
  if (4 * (n * most + total) >= EXACT) return "its numbers pass 2^51";
  const tree = spanningTree(costs, fixed, n, root);
  const edges = rootEdges(costs, fixed, n, root);
  const bound = tree.cost + edges.cost - 2 * pi.reduce((sum, p) => sum + p, 0);
  return { bound, costs, parents: tree.parents, rootLargest: edges.largest };
}

/** Forbids the edges that no 1-tree within the target can hold. */
export function fixByExchange(
  { bound, costs, parents, rootLargest }: TreeBound,
  { root }: TourTreeDual,
  fixed: Fixed,
  n: number,
  target: number,
): void {
  const largest = largestOnPaths(costs, fixed, parents, n, root);
  for (let u = 0; u < n; u++) {
    for (let v = 0; v < u; v++) {
      if (fixed[u * n + v] !== 0) continue;
      const out = u === root || v === root ? rootLargest : largest[u * n + v]!;
      if (bound + costs[u * n + v]! - out > target) fix(fixed, n, u, v, -1);
    }
  }
}

function costsOf(
  { n, weights }: ClosedForm,
  scale: number,
  pi: readonly number[],
  fixed: Fixed,
): Float64Array {
  const costs = new Float64Array(n * n).fill(Infinity);
  for (let u = 0; u < n; u++) {
    for (let v = 0; v < n; v++) {
      if (u === v || fixed[u * n + v] === -1) continue;
      costs[u * n + v] = scale * weights[u * n + v]! + pi[u]! + pi[v]!;
    }
  }
  return costs;
}

/** Prim's algorithm, used edges first. */
function spanningTree(
  costs: Float64Array,
  fixed: Fixed,
  n: number,
  root: number,
): { cost: number; parents: Int32Array } {
  const parents = new Int32Array(n).fill(-1);
  const near = new Float64Array(n).fill(Infinity);
  const used = new Uint8Array(n);
  const done = new Uint8Array(n);
  done[root] = 1;
  near[root === 0 ? 1 : 0] = 0;
  let cost = 0;
  for (let step = 1; step < n; step++) {
    let next = -1;
    for (let v = 0; v < n; v++) {
      if (done[v]) continue;
      if (
        next < 0 || used[v]! > used[next]! || (used[v] === used[next] && near[v]! < near[next]!)
      ) {
        next = v;
      }
    }
    done[next] = 1;
    cost += near[next]!;
    for (let v = 0; v < n; v++) {
      if (done[v]) continue;
      const must = fixed[next * n + v] === 1 ? 1 : 0;
      if (must > used[v]! || (must === used[v] && costs[next * n + v]! < near[v]!)) {
        near[v] = costs[next * n + v]!;
        used[v] = must;
        parents[v] = next;
      }
    }
  }
  return { cost, parents };
}

function rootEdges(
  costs: Float64Array,
  fixed: Fixed,
  n: number,
  root: number,
): { cost: number; largest: number } {
  const edges: { cost: number; used: boolean }[] = [];
  for (let v = 0; v < n; v++) {
    if (v !== root) edges.push({ cost: costs[root * n + v]!, used: fixed[root * n + v] === 1 });
  }
  edges.sort((a, b) => Number(b.used) - Number(a.used) || a.cost - b.cost);
  const [first, second] = edges;
  return {
    cost: first!.cost + second!.cost,
    largest: second!.used ? -Infinity : second!.cost,
  };
}

/** For each two points the largest cost on their path in the tree that may be left out. */
function largestOnPaths(
  costs: Float64Array,
  fixed: Fixed,
  parents: Int32Array,
  n: number,
  root: number,
): Float64Array {
  const children = Array.from({ length: n }, (): number[] => []);
  for (let v = 0; v < n; v++) if (parents[v]! >= 0) children[parents[v]!]!.push(v);
  const top = root === 0 ? 1 : 0;
  const order = [top];
  for (const v of order) order.push(...children[v]!);
  const largest = new Float64Array(n * n).fill(-Infinity);
  order.forEach((v, rank) => {
    const up = parents[v]!;
    if (up < 0) return;
    const own = fixed[v * n + up] === 1 ? -Infinity : costs[v * n + up]!;
    for (let r = 0; r < rank; r++) {
      const u = order[r]!;
      const most = Math.max(own, u === up ? -Infinity : largest[u * n + up]!);
      largest[u * n + v] = most;
      largest[v * n + u] = most;
    }
  });
  return largest;
}
