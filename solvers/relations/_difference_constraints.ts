/** One axis of a set of facts: `value[subject] - value[reference]` lies in [low, high]. */
export interface Difference {
  readonly subject: number;
  readonly reference: number;
  /** Integers, or infinite where there is no bound. */
  readonly low: number;
  readonly high: number;
}

/** What a set of differences says of one more: its least and greatest value, or a clash. */
export type DifferenceRange =
  | { readonly low: number; readonly high: number }
  | { readonly clash: readonly number[] };

/** An arc: value[to] <= value[from] + length, as fact `fact` demands. */
interface Arc {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly fact: number;
}

/**
 * The range of `value[subject] - value[reference]` over all integer solutions of the differences.
 * Every integer in it is attained, since the constraints are totally unimodular. A clash names
 * the facts of one simple negative cycle, of which none can be left out.
 */
export function rangeOfDifference(
  differences: readonly Difference[],
  size: number,
  subject: number,
  reference: number,
): DifferenceRange {
  const arcs = differences.flatMap(arcsOf);
  const clash = negativeCycle(arcs, size);
  if (clash !== null) return { clash };
  return {
    low: -shortest(arcs, size, subject)[reference]! + 0,
    high: shortest(arcs, size, reference)[subject]!,
  };
}

function arcsOf({ subject, reference, low, high }: Difference, fact: number): Arc[] {
  const arcs: Arc[] = [];
  if (high < Infinity) arcs.push({ from: reference, to: subject, length: high, fact });
  if (low > -Infinity) arcs.push({ from: subject, to: reference, length: -low + 0, fact });
  return arcs;
}

/** Distances from one node (Bellman 1958); there is no negative cycle. */
function shortest(arcs: readonly Arc[], size: number, source: number): Float64Array {
  const distance = new Float64Array(size).fill(Infinity);
  distance[source] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, length } of arcs) {
      if (distance[from]! + length < distance[to]!) {
        distance[to] = distance[from]! + length;
        changed = true;
      }
    }
  }
  return distance;
}

/** The facts of a simple negative cycle in ascending order, or null where there is none. */
function negativeCycle(arcs: readonly Arc[], size: number): readonly number[] | null {
  const distance = new Float64Array(size);
  const parent = new Array<Arc | undefined>(size);
  let touched: Arc | undefined;
  for (let round = 0; round <= size; round++) {
    touched = undefined;
    for (const arc of arcs) {
      if (distance[arc.from]! + arc.length < distance[arc.to]!) {
        distance[arc.to] = distance[arc.from]! + arc.length;
        parent[arc.to] = touched = arc;
      }
    }
    if (touched === undefined) return null;
  }
  // After `size` rounds a node still touched hangs from a cycle; going back that far enters it.
  let node = touched!.to;
  for (let i = 0; i < size; i++) node = parent[node]!.from;
  const facts = new Set<number>();
  for (let at = node;;) {
    const arc = parent[at]!;
    facts.add(arc.fact);
    at = arc.from;
    if (at === node) return [...facts].sort((a, b) => a - b);
  }
}

/** Integers that have all the differences, or the facts of a simple negative cycle. */
export function solveDifferences(
  differences: readonly Difference[],
  size: number,
): { readonly values: readonly number[] } | { readonly clash: readonly number[] } {
  const arcs = differences.flatMap(arcsOf);
  const clash = negativeCycle(arcs, size);
  if (clash !== null) return { clash };
  // Distances from a source that reaches every node at no cost.
  const source = Array.from({ length: size }, (_, to) => ({ from: size, to, length: 0, fact: -1 }));
  const values = shortest([...arcs, ...source], size + 1, size);
  return { values: [...values.subarray(0, size)] };
}
