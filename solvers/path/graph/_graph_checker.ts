import type { Graph } from "./graph.ts";

/** Checks labels arc by arc. It looks at each arc by itself and searches nothing. */
export class GraphChecker {
  readonly #graph: Graph;
  readonly #labels: ArrayLike<number>;

  constructor(graph: Graph, labels: ArrayLike<number>) {
    this.#graph = graph;
    this.#labels = labels;
  }

  /** The first label that is no lower bound of a distance from the source. */
  labelsFault(source: number): string | null {
    const graph = this.#graph;
    const labels = this.#labels;
    if (labels.length !== graph.nodeCount) {
      return `there are ${labels.length} labels for ${graph.nodeCount} nodes`;
    }
    if (labels[source] !== 0) return `the start's label is ${labels[source]}, not 0`;
    return this.#eachArc((u, v, weight) => {
      if (labels[v]! <= labels[u]! + weight) return null;
      return `the label ${labels[v]} of node ${v} is above ${labels[u]} + ${weight} by node ${u}`;
    });
  }

  /** Why the labels do not prove that the goal is out of reach. */
  reachFault(goal: number): string | null {
    const label = this.#labels[goal];
    return label === Infinity ? null : `the goal's label is ${label}, so it may be reached`;
  }

  /** The first fault of a path that is to be as long as the label of its end. */
  pathFault(nodes: readonly number[], source: number, goal: number): string | null {
    if (nodes[0] !== source) return `the path begins at node ${nodes[0]}, not ${source}`;
    if (nodes.at(-1) !== goal) return `the path ends at node ${nodes.at(-1)}, not ${goal}`;
    if (new Set(nodes).size < nodes.length) return "the path visits a node twice";
    const wanted = new Map(nodes.slice(1).map((v, i) => [`${nodes[i]} ${v}`, Infinity]));
    this.#eachArc((u, v, weight) => {
      const step = `${u} ${v}`;
      const before = wanted.get(step);
      if (before !== undefined && weight < before) wanted.set(step, weight);
      return null;
    });
    let length = 0;
    for (let i = 1; i < nodes.length; i++) {
      const weight = wanted.get(`${nodes[i - 1]} ${nodes[i]}`)!;
      if (weight === Infinity) return `no edge leads from node ${nodes[i - 1]} to node ${nodes[i]}`;
      length += weight;
    }
    const label = this.#labels[goal]!;
    return length === label ? null : `the path is ${length} long, its end's label ${label}`;
  }

  /**
   * The first count that is not the sum of the counts it comes from. With weights above 0 this
   * also proves that every finite label is a distance: a positive count has a way back.
   */
  countsFault(source: number, counts: readonly bigint[]): string | null {
    const graph = this.#graph;
    const labels = this.#labels;
    if (counts.length !== graph.nodeCount) {
      return `there are ${counts.length} counts for ${graph.nodeCount} nodes`;
    }
    const sums = new Array<bigint>(graph.nodeCount).fill(0n);
    sums[source] = 1n;
    this.#eachArc((u, v, weight) => {
      if (labels[u] !== Infinity && labels[u]! + weight === labels[v]!) sums[v]! += counts[u]!;
      return null;
    });
    for (let v = 0; v < sums.length; v++) {
      if (counts[v] !== sums[v]) return `the count ${counts[v]} of node ${v} is not ${sums[v]}`;
      if ((counts[v] === 0n) !== (labels[v] === Infinity)) {
        return `node ${v} has label ${labels[v]}, but count ${counts[v]}`;
      }
    }
    return null;
  }

  /** The first fault that `see` finds with an arc. */
  #eachArc(see: (u: number, v: number, weight: number) => string | null): string | null {
    const { nodeCount, offsets, heads, weights } = this.#graph;
    for (let u = 0; u < nodeCount; u++) {
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        const fault = see(u, heads[a]!, weights[a]!);
        if (fault !== null) return fault;
      }
    }
    return null;
  }
}
