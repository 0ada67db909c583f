import type { FixedEdges } from "./_fixed_edges.ts";
import type { EdgeLists } from "./_edge_lists.ts";
import type { OneTree } from "./_one_tree.ts";

/** How an ascent goes on. */
export interface AscentPlan {
  /** How many 1-trees to build at most. */
  readonly rounds: number;
  /** How far the potential of a point moves for each edge too many, at first. */
  readonly step: number;
  /** By what the step shrinks each round. */
  readonly shrink: number;
}

/** How an ascent ended. */
export type AscentEnd = "closed" | "tour" | "open";

/**
 * Raises the bound of the 1-tree relaxation by moving potentials: points with too many edges are
 * made dearer, those with too few cheaper (M. Held, R. M. Karp, The Traveling-Salesman Problem and
 * Minimum Spanning Trees, Part II, 1971; step rule after T. Volgenant, R. Jonker, A branch and
 * bound algorithm for the symmetric traveling salesman problem based on the 1-tree relaxation,
 * 1982). Potentials stay whole numbers, so that bounds are exact.
 */
export class Ascent {
  /** The bound of the last ascent; Infinity where no 1-tree is left. */
  bound = 0;
  readonly #tree: OneTree;
  readonly #best: Float64Array;
  readonly #before: Int32Array;

  constructor(tree: OneTree) {
    this.#tree = tree;
    this.#best = new Float64Array(tree.n);
    this.#before = new Int32Array(tree.n);
  }

  /**
   * Climbs from `pi`, which ends at the best potentials found, with the 1-tree that they give.
   *
   * @returns `closed` when the bound passed the target, `tour` when the 1-tree is a tour, else `open`
   */
  climb(
    { costs, lists, counts }: EdgeLists,
    { keys }: FixedEdges,
    pi: Float64Array,
    target: number,
    { rounds, step, shrink }: AscentPlan,
  ): AscentEnd {
    const tree = this.#tree;
    const { n, degrees } = tree;
    const best = this.#best;
    const before = this.#before;
    let most = -Infinity;
    before.fill(0);
    for (let round = 0;; round++) {
      const bound = tree.build(costs, keys, pi, lists, counts);
      if (bound > most) {
        most = bound;
        best.set(pi);
      }
      this.bound = bound;
      if (bound > target || bound === Infinity) return "closed";
      let excess = 0;
      for (let v = 0; v < n; v++) excess |= degrees[v]! - 2;
      if (excess === 0) return "tour";
      if (round >= rounds || step < 0.7) break;
      for (let v = 0; v < n; v++) {
        const d = degrees[v]! - 2;
        pi[v] = pi[v]! + Math.round(step * (0.7 * d + 0.3 * before[v]!));
        before[v] = d;
      }
      step *= shrink;
    }
    pi.set(best);
    this.bound = tree.build(costs, keys, pi, lists, counts);
    return "open";
  }
}
