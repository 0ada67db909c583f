import type { Exchange } from "./_exchange.ts";
import type { FixedEdges } from "./_fixed_edges.ts";
import type { OneTree } from "./_one_tree.ts";

/** Free edges of a point that has too many in the 1-tree: up to two, those dearest to leave out. */
export interface Branching {
  /** The point. */
  readonly at: number;
  /** The other ends, the dearest first. */
  readonly ends: readonly number[];
}

/**
 * Where to branch, after Volgenant and Jonker: without the one edge; with it but without the other;
 * with both, and so without the rest of the point's edges.
 */
export function chooseBranching(
  { n, parents, order, degrees, second }: OneTree,
  { keys, replacement }: Exchange,
  fixed: FixedEdges,
  pi: Float64Array,
): Branching {
  let at = -1;
  let most = -Infinity;
  const rise = (v: number) => replacement[v]! - keys[v]!;
  const offer = (v: number, value: number) => {
    if (degrees[v]! <= 2 || value <= most) return;
    most = value;
    at = v;
  };
  const rootEdges = [parents[0]!, second].filter((v) => fixed.state[v] === 0);
  for (let k = 1; k < n - 1; k++) {
    const v = order[k]!;
    if (keys[v] === -Infinity) continue;
    offer(v, rise(v));
    offer(parents[v]!, rise(v));
  }
  const rootRise = (v: number) => replacement[0]! - fixed.keys[v]! - pi[v]!;
  for (const v of rootEdges) offer(v, rootRise(v));

  const ends: { end: number; rise: number }[] = [];
  for (let k = 1; k < n - 1; k++) {
    const v = order[k]!;
    if (keys[v] === -Infinity) continue;
    if (v === at) ends.push({ end: parents[v]!, rise: rise(v) });
    else if (parents[v] === at) ends.push({ end: v, rise: rise(v) });
  }
  if (rootEdges.includes(at)) ends.push({ end: 0, rise: rootRise(at) });
  ends.sort((a, b) => b.rise - a.rise);
  return { at, ends: ends.slice(0, 2).map(({ end }) => end) };
}
