import type { ClosedForm } from "../closed_form.ts";
import { pickBranch } from "./_branching.ts";
import { cycleOf } from "./_cycle_of.ts";
import { type IntegerDual, noDual } from "./_exact_bound.ts";
import { Goal, type TourListing } from "./_goal.ts";
import { Heap } from "./_heap.ts";
import { type Highs, loadHighs } from "./_highs.ts";
import { type SavedBasis, TourLp } from "./_lp.ts";
import { NodeSolver } from "./_node_solver.ts";
import { levelOf } from "./_level.ts";
import { leastBound, type ProofNode, type TreeProof, writeProof } from "./_proof_tree.ts";

/** What a search knows so far. */
export interface BranchCutProgress {
  /** No tour is shorter. */
  readonly lower: number;
  /** The length of the best tour. */
  readonly upper: number;
  /** Nodes that were worked on. */
  readonly nodes: number;
  /** Nodes that wait. */
  readonly open: number;
  /** Seconds since the start. */
  readonly seconds: number;
}

/** The bounds of a search. */
export interface BranchCutOptions {
  /** Seconds of the clock; unbounded when absent. */
  readonly seconds?: number;
  /** Nodes of the tree; unbounded when absent. */
  readonly nodes?: number;
  /** Megabytes of the proof, about; 1000 when absent. */
  readonly megabytes?: number;
  /** An allowed cycle of the closed form to begin with. */
  readonly cycle: readonly number[];
  /** A seed of the search for short tours. */
  readonly seed?: number;
  /** Is told the bounds from time to time. */
  readonly onProgress?: (progress: BranchCutProgress) => void;
  /** Lists tours instead of looking for a shortest one. */
  readonly list?: TourListing;
}

/** What a search has proven. */
export interface BranchCutResult {
  /** No tour is shorter. */
  readonly lower: number;
  /** The length of `cycle`. */
  readonly upper: number;
  /** The best tour of the closed form. */
  readonly cycle: readonly number[];
  /** Nodes that were worked on. */
  readonly nodes: number;
  /** Whether no node was left open. */
  readonly complete: boolean;
  /** The proof of `lower`; written out when asked for, for it can be large. */
  readonly proof: () => TreeProof;
}

/** A subproblem that waits. */
interface OpenNode {
  readonly proof: ProofNode;
  readonly fixed: readonly { readonly edge: number; readonly used: boolean }[];
  readonly basis: SavedBasis;
  readonly estimate: number;
}

/** Rounds of cuts at the root, and below it. */
const ROOT_ROUNDS = 400;
const NODE_ROUNDS = 25;
/** Rounds without much gain before branching, at the root and below it. */
const ROOT_PATIENCE = 8;
const NODE_PATIENCE = 4;

/**
 * Branch and cut for the shortest closed tour.
 *
 * The linear program proposes; every bound that closes a node is an integer one over all edges, and
 * stays as a proof. Source: M. Padberg, G. Rinaldi, "A branch-and-cut algorithm for the resolution
 * of large-scale symmetric traveling salesman problems", SIAM Review 33 (1991).
 */
export async function branchAndCut(
  form: ClosedForm,
  options: BranchCutOptions,
): Promise<BranchCutResult> {
  return branchAndCutWith(await loadHighs(), form, options);
}

/** {@link branchAndCut}, once HiGHS is there. */
export function branchAndCutWith(
  highs: Highs,
  form: ClosedForm,
  options: BranchCutOptions,
): BranchCutResult {
  const lp = new TourLp(highs, form.n, levelOf(form));
  try {
    return new Search(form, lp, options).run();
  } finally {
    lp.dispose();
  }
}

class Search {
  readonly #form: ClosedForm;
  readonly #goal: Goal;
  readonly #solver: NodeSolver;
  readonly #lp: TourLp;
  readonly #open = new Heap<OpenNode>();
  readonly #options: BranchCutOptions;
  readonly #deadline: number;
  readonly #begin = performance.now();
  readonly #root: ProofNode;
  readonly #fixings: IntegerDual[] = [];
  /** The columns whose bounds differ from the root's. */
  #branched: readonly { edge: number; used: boolean }[] = [];
  #nodes = 0;
  #reported = 0;

  constructor(form: ClosedForm, lp: TourLp, options: BranchCutOptions) {
    this.#form = form;
    this.#lp = lp;
    this.#options = options;
    this.#deadline = this.#begin + (options.seconds ?? Infinity) * 1000;
    this.#goal = new Goal(form, options.cycle, options);
    this.#solver = new NodeSolver(form, lp, this.#goal, this.#deadline);
    // no weight is negative
    this.#root = { dual: noDual(form.n), bound: 0, split: null };
  }

  run(): BranchCutResult {
    const { n } = this.#form;
    this.#goal.improve(n, 3 * n);
    this.#solver.firstColumns();
    const basis = this.#processRoot();
    if (basis !== null) this.#searchTree(basis);
    this.#report(true);
    const { cycle, length: upper } = this.#goal.incumbent;
    const { complete, scale } = this.#solver;
    const proof = () => writeProof(this.#root, this.#fixings, scale);
    return { lower: this.#lower(), upper, cycle: [...cycle], nodes: this.#nodes, complete, proof };
  }

  #lower(): number {
    const { step, incumbent: { length } } = this.#goal;
    const least = leastBound(this.#root) / this.#solver.scale;
    return length - step * Math.max(0, Math.floor((length - least) / step));
  }

  /** Works on the root until nothing helps any more; null when that closes it. */
  #processRoot(): SavedBasis | null {
    const { n } = this.#form;
    const solver = this.#solver;
    const closed = solver.close(this.#root, ROOT_ROUNDS, ROOT_PATIENCE);
    this.#nodes++;
    this.#report(true);
    if (closed || this.#exhausted()) return this.#stop(closed);
    if (this.#lp.objective < this.#goal.cutoff) {
      this.#goal.take(this.#lp);
      this.#goal.improve(2 * n, 10 * n);
      if (this.#root.bound > solver.target) return null;
    }
    this.#eliminate();
    const late = solver.close(this.#root, ROOT_ROUNDS, ROOT_PATIENCE);
    if (late || this.#exhausted()) return this.#stop(late);
    this.#eliminate();
    return this.#lp.saveBasis();
  }

  /** Ends at the root, which a bound has closed or the budget. */
  #stop(closed: boolean): null {
    if (!closed) this.#solver.complete = false;
    return null;
  }

  /** Takes edges away by the root's bound. */
  #eliminate(): void {
    const { dual } = this.#root;
    if (dual === null) return;
    const { edges, target } = this.#solver;
    const exact = edges.bound(this.#lp, dual);
    const { gone, columns, used } = edges.eliminate(this.#lp, dual, exact, target);
    if (gone + columns.length + used.length === 0) return;
    this.#fixings.push(dual);
    const zeros = columns.map(() => 0);
    this.#lp.setBounds(columns, zeros, zeros);
    const ones = used.map(() => 1);
    this.#lp.setBounds(used, ones, ones);
    this.#lp.dropColumns(columns);
  }

  #searchTree(basis: SavedBasis): void {
    this.#branch({ proof: this.#root, fixed: [], basis, estimate: this.#lp.objective });
    for (let node = this.#open.pop(); node !== undefined; node = this.#open.pop()) {
      if (node.proof.bound > this.#solver.target) continue;
      if (this.#exhausted()) {
        this.#solver.complete = false;
        return;
      }
      this.#nodes++;
      this.#setBranch(node.fixed);
      this.#lp.loadBasis(node.basis);
      if (!this.#solver.close(node.proof, NODE_ROUNDS, NODE_PATIENCE)) {
        this.#branch({ ...node, basis: this.#lp.saveBasis() });
      }
      this.#report(false);
    }
  }

  #exhausted(): boolean {
    const { nodes = Infinity, megabytes = 1000 } = this.#options;
    return performance.now() > this.#deadline || this.#nodes >= nodes ||
      this.#solver.stored > megabytes * 1e6;
  }

  #setBranch(fixed: readonly { edge: number; used: boolean }[]): void {
    const wanted = new Map(fixed.map(({ edge, used }) => [edge, used ? 1 : 0]));
    const edges: number[] = [];
    const lower: number[] = [];
    const upper: number[] = [];
    for (const { edge } of this.#branched) {
      if (wanted.has(edge)) continue;
      edges.push(edge);
      lower.push(0);
      upper.push(1);
    }
    for (const [edge, value] of wanted) {
      edges.push(edge);
      lower.push(value);
      upper.push(value);
    }
    this.#lp.setBounds(edges, lower, upper);
    this.#branched = fixed;
  }

  #branch(node: OpenNode): void {
    const choice = pickBranch(this.#lp, node.basis, this.#goal.cutoff);
    if (choice === null) {
      // every edge is fixed: this is the one tour of the node, or a bound that stays as it is
      if (cycleOf(this.#lp, this.#form.n) === null) this.#solver.giveUp();
      else this.#solver.closeTour(node.proof);
      return;
    }
    const { edge, without, used } = choice;
    const { bound, dual } = node.proof;
    const child = (): ProofNode => ({ bound, dual, split: null });
    const split = {
      edge: [this.#lp.us[edge]!, this.#lp.vs[edge]!] as const,
      without: child(),
      with: child(),
    };
    node.proof.split = split;
    node.proof.dual = null;
    const push = (proof: ProofNode, used: boolean, estimate: number) =>
      this.#open.push(estimate, {
        proof,
        fixed: [...node.fixed, { edge, used }],
        basis: node.basis,
        estimate,
      });
    push(split.without, false, without);
    push(split.with, true, used);
  }

  #report(always: boolean): void {
    const now = performance.now();
    if (this.#options.onProgress === undefined || (!always && now - this.#reported < 500)) return;
    this.#reported = now;
    this.#options.onProgress({
      lower: this.#lower(),
      upper: this.#goal.incumbent.length,
      nodes: this.#nodes,
      open: this.#open.size,
      seconds: (now - this.#begin) / 1000,
    });
  }
}
