import type { Meter } from "../meter.ts";
import type { TourBranch, TourDual } from "../certificate.ts";
import type { ClosedForm } from "../closed_form.ts";
import { Ascent, type AscentPlan } from "./_ascent.ts";
import { type Branching, chooseBranching } from "./_branching.ts";
import { type EdgeLists, listEdges } from "./_edge_lists.ts";
import { Exchange } from "./_exchange.ts";
import { FixedEdges } from "./_fixed_edges.ts";
import { OneTree } from "./_one_tree.ts";
import { fork, NO_TOUR, Proof } from "./_proof.ts";

/** Takes a tour of the closed form; returns the weight above which no tour is of interest. */
export type CycleVisitor = (cycle: readonly number[], weight: number) => number;

/** What a search proved, in the form of a certificate. */
export interface SearchProof {
  /** The search tree. */
  readonly tree: TourBranch;
  /** The dual solutions that its leaves name. */
  readonly duals: readonly TourDual[];
  /** The duals that forbid edges for the whole tree. */
  readonly fixings: readonly number[];
}

/** Steps count in average edges of the bound. */
const AT_ROOT: AscentPlan = { rounds: 150, step: 0.4, shrink: 0.96 };
const BELOW: AscentPlan = { rounds: 12, step: 0.1, shrink: 0.85 };

/** A gap of this part of the target is worth another climb at the root. */
const WIDE_GAP = 0.01;

/**
 * Branch and bound over 1-trees with whole-number potentials. It lists every tour up to a weight;
 * a visitor that lowers the weight below each tour it takes is left with the shortest.
 *
 * Cost: n^2 a 1-tree, some 12 of them a node; about 100 nodes at n = 50, 2,000 at n = 70, more where
 * many tours tie.
 */
export class BranchBound {
  readonly #n: number;
  readonly #scale: number;
  readonly #costs: Float64Array;
  readonly #fixed: FixedEdges;
  readonly #feasible: boolean;
  readonly #tree: OneTree;
  readonly #ascent: Ascent;
  readonly #exchange: Exchange;
  /** The best potentials of the whole problem so far. */
  readonly #rootPi: Float64Array;
  /** Potentials by depth. */
  readonly #pis: Float64Array[] = [];
  readonly #meter: Meter;
  #lists: EdgeLists;
  #below: AscentPlan = BELOW;
  #proof: Proof | null = null;
  #limit = 0;
  #visit: CycleVisitor = () => -Infinity;

  /**
   * Prepares a search.
   *
   * @param form the problem
   * @param scale by what its weights are multiplied, so that potentials can be finer than they
   * @param meter counts the nodes, and is told the lower bound
   */
  constructor({ n, weights, forced }: ClosedForm, scale: number, meter: Meter) {
    this.#n = n;
    this.#scale = scale;
    this.#meter = meter;
    this.#costs = weights.map((w) => w * scale);
    this.#fixed = new FixedEdges(n, this.#costs);
    this.#feasible = this.#fixed.settle() &&
      forced.every(([u, v]) => this.#fixed.fix(u, v, 1));
    this.#tree = new OneTree(n);
    this.#ascent = new Ascent(this.#tree);
    this.#exchange = new Exchange(n);
    this.#rootPi = new Float64Array(n);
    this.#lists = listEdges(n, this.#costs, this.#fixed.state);
  }

  /**
   * Visits every tour of weight `limit` at most, once.
   *
   * @param limit the weight; Infinity for all tours
   * @param visit takes the tours
   * @param prove whether to keep the proof that no tour is left
   * @returns the proof, if asked for
   * @throws OutOfBudget when the meter ends the search
   */
  within(limit: number, visit: CycleVisitor, prove = false): SearchProof | null {
    this.#limit = limit;
    this.#visit = visit;
    this.#proof = prove ? new Proof() : null;
    this.#lists = listEdges(this.#n, this.#costs, this.#fixed.state);
    const mark = this.#fixed.mark;
    try {
      const tree = this.#feasible ? this.#root() : NO_TOUR;
      const duals = this.#proof?.duals;
      if (duals === undefined || tree === null) return null;
      return { tree, duals, fixings: duals.length === 0 ? [] : [0] };
    } finally {
      this.#fixed.undo(mark);
    }
  }

  get #target(): number {
    return this.#limit * this.#scale;
  }

  #potentials(depth: number): Float64Array {
    return this.#pis[depth] ??= new Float64Array(this.#n);
  }

  #root(): TourBranch | null {
    const pi = this.#potentials(0);
    pi.set(this.#rootPi);
    const { costs, lists, counts } = this.#lists;
    const start = this.#tree.build(costs, this.#fixed.keys, pi, lists, counts);
    if (start === Infinity) return this.#leaf(pi);
    if (this.#limit === Infinity) return this.#node(0, scaled(AT_ROOT, start / this.#n));
    this.#climbRoot(pi, start);
    return this.#node(0, { rounds: 0, step: 0, shrink: 1 });
  }

  /** Climbs, again from where it came to where uneven weights left a wide gap that still shrinks. */
  #climbRoot(pi: Float64Array, start: number): void {
    const target = this.#target;
    for (let bound = start, first = true;; first = false) {
      const plan = scaled(AT_ROOT, bound / this.#n);
      const end = this.#ascent.climb(this.#lists, this.#fixed, pi, target, plan);
      const won = this.#ascent.bound - bound;
      bound = this.#ascent.bound;
      const gap = target - bound;
      if (end !== "open" || gap < WIDE_GAP * target || (!first && won <= 0.1 * gap)) return;
    }
  }

  #node(depth: number, plan: AscentPlan): TourBranch | null {
    this.#meter.count();
    const pi = this.#potentials(depth);
    const end = this.#ascent.climb(this.#lists, this.#fixed, pi, this.#target, plan);
    const { bound } = this.#ascent;
    if (depth === 0) {
      this.#rootPi.set(pi);
      const { lower } = this.#meter;
      this.#meter.lower = Math.max(
        lower,
        Math.ceil(Math.min(bound, this.#target + 1) / this.#scale),
      );
      this.#below = scaled(BELOW, bound / this.#n);
    }
    if (end === "closed") return this.#leaf(pi);
    if (end === "tour") return this.#split(depth);
    return this.#narrow(depth, this.#target - bound);
  }

  #leaf(pi: Float64Array): TourBranch | null {
    return this.#proof && this.#proof.leaf(pi);
  }

  /** Fixes the edges whose exchange costs more than the slack, then branches. */
  #narrow(depth: number, slack: number): TourBranch | null {
    const pi = this.#potentials(depth);
    const fixed = this.#fixed;
    const tree = this.#tree;
    this.#exchange.price(tree, this.#lists, fixed, pi, slack);
    const branching = chooseBranching(tree, this.#exchange, fixed, pi);
    const needed = this.#exchange.needed(tree, fixed, pi, slack);
    const barred = [...this.#exchange.barred];
    const fixes = barred.length + needed.length > 0;
    const leaf = fixes || depth === 0 ? this.#leaf(pi) : NO_TOUR;
    const outer = fixed.mark;
    const done: { edge: [number, number]; value: 1 | -1 }[] = [];
    const settle = (edge: [number, number], value: 1 | -1) => {
      done.push({ edge, value });
      return fixed.fix(...edge, value);
    };
    const n = this.#n;
    const possible = barred.every((e) => settle([Math.floor(e / n), e % n], -1)) &&
      needed.every((edge) => settle(edge, 1));
    if (depth === 0) this.#lists = listEdges(n, this.#costs, fixed.state);
    let inner = possible ? this.#branch(depth, branching) : NO_TOUR;
    fixed.undo(outer);
    if (leaf === null || inner === null) return null;
    // The root's potentials forbid edges for the whole tree without a fork for each.
    const forks = depth === 0 ? done.slice(Math.min(barred.length, done.length)) : done;
    for (const { edge, value } of forks.reverse()) inner = fork(edge, value, inner, leaf);
    return inner;
  }

  #branch(depth: number, { at, ends }: Branching): TourBranch | null {
    const fixed = this.#fixed;
    const [end, ...others] = ends;
    if (end === undefined) return this.#child(depth);
    const state = fixed.state[at * this.#n + end]!;
    if (state !== 0) {
      return state === 1 ? this.#branch(depth, { at, ends: others }) : this.#child(depth);
    }
    const mark = fixed.mark;
    const without = fixed.fix(at, end, -1) ? this.#child(depth) : NO_TOUR;
    fixed.undo(mark);
    const used = fixed.fix(at, end, 1) ? this.#branch(depth, { at, ends: others }) : NO_TOUR;
    fixed.undo(mark);
    if (without === null || used === null) return null;
    return fork([at, end], 1, used, without);
  }

  #child(depth: number): TourBranch | null {
    this.#potentials(depth + 1).set(this.#potentials(depth));
    return this.#node(depth + 1, this.#below);
  }

  /** Takes the tour that the 1-tree is, then looks for others: each lacks one of its free edges. */
  #split(depth: number): TourBranch | null {
    const n = this.#n;
    const pi = this.#potentials(depth);
    const cycle = this.#tree.toCycle();
    let weight = 0;
    for (let i = 0; i < n; i++) weight += this.#costs[cycle[i]! * n + cycle[(i + 1) % n]!]!;
    weight /= this.#scale;
    this.#limit = Math.min(this.#limit, this.#visit(cycle, weight));
    if (weight > this.#limit) return this.#leaf(pi);
    const outer = this.#fixed.mark;
    for (let i = 0; i < n && weight <= this.#limit; i++) {
      const u = cycle[i]!;
      const v = cycle[(i + 1) % n]!;
      if (this.#fixed.state[u * n + v] !== 0) continue;
      const mark = this.#fixed.mark;
      if (this.#fixed.fix(u, v, -1)) this.#child(depth);
      this.#fixed.undo(mark);
      if (!this.#fixed.fix(u, v, 1)) break;
    }
    this.#fixed.undo(outer);
    return null;
  }
}

function scaled({ rounds, step, shrink }: AscentPlan, by: number): AscentPlan {
  return { rounds, step: step * Math.max(by, 1), shrink };
}
