import type { UpwardArcs } from "./upward_arcs.ts";

/**
 * Leaves out the arcs that are longer than the way over a third node which both ends have an arc
 * to: no shortest path uses them. Searches cut short by their budget leave many of these.
 *
 * @param arcs the arcs of one direction, upwards from each node
 * @param back the arcs of the other direction
 */
export function withoutDetours(arcs: UpwardArcs, back: UpwardArcs): UpwardArcs {
  const { offsets, heads, weights, vias } = arcs;
  const nodeCount = offsets.length - 1;
  const lengths = new Float64Array(nodeCount).fill(Infinity);
  const kept: number[] = [];
  const ends = new Int32Array(nodeCount + 1);
  for (let v = 0; v < nodeCount; v++) {
    const start = offsets[v]!;
    const end = offsets[v + 1]!;
    for (let a = start; a < end; a++) lengths[heads[a]!] = weights[a]!;
    for (let a = start; a < end; a++) {
      shortenUpwards(lengths, heads[a]!, arcs);
      shortenDownwards(lengths, heads[a]!, back);
    }
    for (let a = start; a < end; a++) {
      if (lengths[heads[a]!] === weights[a]) kept.push(a);
      lengths[heads[a]!] = Infinity;
    }
    ends[v + 1] = kept.length;
  }
  const pick = <T extends Int32Array | Float64Array>(list: T, into: T): T => {
    kept.forEach((a, i) => into[i] = list[a]!);
    return into;
  };
  const count = kept.length;
  return {
    offsets: ends,
    heads: pick(heads, new Int32Array(count)),
    weights: pick(weights, weights.slice(0, count)),
    vias: pick(vias, new Int32Array(count)),
  };
}

/** Shortens the ways to nodes above `x` that lead over it. */
function shortenUpwards(
  lengths: Float64Array,
  x: number,
  { offsets, heads, weights }: UpwardArcs,
): void {
  const length = lengths[x]!;
  for (let b = offsets[x]!; b < offsets[x + 1]!; b++) {
    const y = heads[b]!;
    const over = length + weights[b]!;
    if (lengths[y] !== Infinity && over < lengths[y]!) lengths[y] = over;
  }
}

/** Shortens the way to `x` by those that lead over nodes above it. */
function shortenDownwards(
  lengths: Float64Array,
  x: number,
  { offsets, heads, weights }: UpwardArcs,
): void {
  for (let b = offsets[x]!; b < offsets[x + 1]!; b++) {
    lengths[x] = Math.min(lengths[x]!, lengths[heads[b]!]! + weights[b]!);
  }
}
