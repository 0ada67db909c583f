/** Shortest ways, each as the places of its arcs among {@link TightArcs.heads}. */
export interface ListedWays {
  /** The ways, in the order of their arcs. */
  readonly ways: readonly (readonly number[])[];
  /** Whether these are all. */
  readonly complete: boolean;
}

/** What every shortest way passes, in the order in which it does. */
export interface NecessaryArcs {
  readonly nodes: readonly number[];
  readonly arcs: readonly number[];
}

/** Tells each arc from a node that lies on a shortest way: its head, and what it is called. */
export type ArcsFrom = (node: number, tell: (head: number, arc: number) => void) => void;

/**
 * The shortest ways from a source to a goal as a graph of their own: its arcs are those on one of
 * them, loops left out. The ways are its paths; where arcs that cost nothing lead round, those that
 * pass no node twice.
 *
 * The source is node 0. The goal must be within reach.
 */
export class TightArcs {
  /** What each node is called outside. */
  readonly nodes: readonly number[];
  /** Node u has the arcs `offsets[u]` to `offsets[u + 1]`. */
  readonly offsets: readonly number[];
  /** The node that each arc comes from. */
  readonly tails: readonly number[];
  /** The node that each arc leads to. */
  readonly heads: readonly number[];
  /** What each arc is called outside. */
  readonly names: readonly number[];
  readonly #goal: number;
  #order: readonly number[] | null | undefined;

  /**
   * @param ends the source and the goal, as they are called outside
   * @param nodeCount those names are below this number
   * @param arcsFrom the arcs, in the order in which ways are to be listed
   */
  constructor([source, goal]: readonly [number, number], nodeCount: number, arcsFrom: ArcsFrom) {
    const places = new Int32Array(nodeCount).fill(-1);
    const nodes = [source], offsets = [0];
    const tails: number[] = [], heads: number[] = [], names: number[] = [];
    places[source] = 0;
    const tell = (head: number, arc: number): void => {
      if (places[head]! < 0) places[head] = nodes.push(head) - 1;
      tails.push(offsets.length - 1);
      heads.push(places[head]!);
      names.push(arc);
    };
    for (let u = 0; u < nodes.length; u++) {
      arcsFrom(nodes[u]!, tell);
      offsets.push(heads.length);
    }
    this.nodes = nodes;
    this.offsets = offsets;
    this.tails = tails;
    this.heads = heads;
    this.names = names;
    this.#goal = places[goal]!;
  }

  /**
   * How many ways there are: added up node by node, in doubles while these are exact, then in big
   * integers. Where arcs lead round they are listed instead, at most `listed`.
   */
  count(listed: number): { readonly count: bigint; readonly complete: boolean } {
    const order = this.#inOrder();
    if (order !== null) return { count: this.#countAlong(order), complete: true };
    const { ways, complete } = this.list(listed);
    return { count: BigInt(ways.length), complete };
  }

  /** Lists at most `cap` ways, depth first. Where no arcs lead round, each leads on to the goal. */
  list(cap: number): ListedWays {
    const { offsets, heads } = this;
    const goal = this.#goal;
    if (goal === 0) return { ways: [[]], complete: true };
    const isAcyclic = this.#inOrder() !== null;
    const taken = new Uint8Array(this.nodes.length);
    taken[0] = 1;
    const ways: number[][] = [];
    const way: number[] = [];
    const trail = [0], cursors = [0];
    while (trail.length > 0) {
      const u = trail.at(-1)!;
      const arc = cursors[cursors.length - 1]!++;
      if (arc === offsets[u + 1]!) {
        taken[u] = 0;
        trail.pop();
        cursors.pop();
        way.pop();
        continue;
      }
      const v = heads[arc]!;
      if (taken[v] === 1) continue;
      if (v === goal) {
        if (ways.length === cap) return { ways, complete: false };
        ways.push([...way, arc]);
        continue;
      }
      if (!isAcyclic && !this.#leadsOn(v, taken)) continue;
      taken[v] = 1;
      way.push(arc);
      trail.push(v);
      cursors.push(offsets[v]!);
    }
    return { ways, complete: true };
  }

  /** The arcs that ways begin with: all that leave the source, but for those that only lead back. */
  first(): readonly number[] {
    const taken = new Uint8Array(this.nodes.length);
    taken[0] = 1;
    const leaving = Array.from({ length: this.offsets[1]! }, (_, arc) => arc);
    return leaving.filter((arc) => this.#leadsOn(this.heads[arc]!, taken));
  }

  /**
   * What every way passes: what no detour leads past that leaves one of them and comes back. Its
   * nodes and its arcs, by their places.
   */
  necessary(): NecessaryArcs {
    const spine = this.list(1).ways[0]!;
    const passed = [0, ...spine.map((arc) => this.heads[arc]!)];
    const detours = new Detours(this, passed, spine);
    const nodes = [0], arcs: number[] = [];
    for (let i = 0; i < spine.length; i++) {
      // What leaves the way at its first i nodes comes back by `farthest` at the latest.
      if (i > 0 && detours.farthest <= i) nodes.push(passed[i]!);
      detours.leave(passed[i]!);
      if (detours.farthest <= i) arcs.push(spine[i]!);
    }
    if (spine.length > 0) nodes.push(passed.at(-1)!);
    return { nodes, arcs };
  }

  /** The nodes, each behind all that come before it; null where arcs lead round. */
  #inOrder(): readonly number[] | null {
    if (this.#order !== undefined) return this.#order;
    const { nodes, offsets, heads } = this;
    const open = new Int32Array(nodes.length);
    for (const v of heads) open[v]!++;
    const order = open[0] === 0 ? [0] : [];
    for (const u of order) {
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        if (--open[heads[a]!]! === 0) order.push(heads[a]!);
      }
    }
    return this.#order = order.length === nodes.length ? order : null;
  }

  #countAlong(order: readonly number[]): bigint {
    const { offsets, heads } = this;
    const counts = new Float64Array(this.nodes.length);
    counts[0] = 1;
    for (const u of order) {
      if (counts[u]! > Number.MAX_SAFE_INTEGER) return this.#countLong(order);
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) counts[heads[a]!]! += counts[u]!;
    }
    return BigInt(counts[this.#goal]!);
  }

  #countLong(order: readonly number[]): bigint {
    const { offsets, heads } = this;
    const counts = this.nodes.map(() => 0n);
    counts[0] = 1n;
    for (const u of order) {
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) counts[heads[a]!]! += counts[u]!;
    }
    return counts[this.#goal]!;
  }

  /** Whether arcs lead from a node to the goal past the nodes that are taken. */
  #leadsOn(from: number, taken: Uint8Array): boolean {
    const { offsets, heads } = this;
    const seen = new Set([from]);
    for (const u of seen) {
      if (u === this.#goal) return true;
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        if (taken[heads[a]!] === 0) seen.add(heads[a]!);
      }
    }
    return false;
  }
}

/** How far along one way the others lead that leave it. */
class Detours {
  /** The last place on the way that was come back to. */
  farthest = 0;
  readonly #graph: TightArcs;
  readonly #arcs: ReadonlySet<number>;
  /** Where each node stands on the way; -1 where it does not. */
  readonly #places: Int32Array;
  readonly #seen: Uint8Array;

  constructor(graph: TightArcs, passed: readonly number[], arcs: readonly number[]) {
    this.#graph = graph;
    this.#arcs = new Set(arcs);
    this.#places = new Int32Array(graph.nodes.length).fill(-1);
    passed.forEach((node, place) => this.#places[node] = place);
    this.#seen = new Uint8Array(graph.nodes.length);
  }

  /** Follows every arc that leaves the way at a node, until it is back on the way. */
  leave(node: number): void {
    const { offsets, heads } = this.#graph;
    const open = [node];
    for (let u = open.pop(); u !== undefined; u = open.pop()) {
      for (let a = offsets[u]!; a < offsets[u + 1]!; a++) {
        if (this.#arcs.has(a)) continue;
        const v = heads[a]!;
        const place = this.#places[v]!;
        if (place >= 0) this.farthest = Math.max(this.farthest, place);
        else if (this.#seen[v] === 0) {
          this.#seen[v] = 1;
          open.push(v);
        }
      }
    }
  }
}
