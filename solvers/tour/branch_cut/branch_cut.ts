import type { ClosedForm } from "../closed_form.ts";
import { nearestNeighbours } from "../local_search/neighbours.ts";
import { pickBranch } from "./_branching.ts";
import { Edges, type ExactBound } from "./_edges.ts";
import { type IntegerDual, roundDual } from "./_exact_bound.ts";
import { Heap } from "./_heap.ts";
import { type Highs, loadHighs } from "./_highs.ts";
import { type SavedBasis, TourLp } from "./_lp.ts";
import { leastBound, type ProofNode, type TreeProof, writeProof } from "./_proof_tree.ts";
import { Separator } from "./_separate.ts";
import { Incumbent } from "./_incumbent.ts";

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

/** Which tours to list. */
export interface TourListing {
  /** Every tour up to this length is visited once; the search need not prove anything beyond. */
  readonly limit: number;
  /** Takes a tour of the closed form and its length; returns a new limit, which only sinks. */
  readonly visit: (cycle: readonly number[], length: number) => number;
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
/** Columns that join the program at a time. */
const PRICE_IN = 400;

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
  const lp = new TourLp(highs, form.n, heaviestOf(form));
  const search = new Search(form, lp, options);
  try {
    return search.run();
  } finally {
    search.dispose();
  }
}

class Search {
  readonly #form: ClosedForm;
  readonly #scale: number;
  readonly #edges: Edges;
  readonly #separator: Separator;
  readonly #incumbent: Incumbent;
  readonly #open = new Heap<OpenNode>();
  readonly #options: BranchCutOptions;
  readonly #deadline: number;
  readonly #begin = performance.now();
  readonly #root: ProofNode;
  readonly #fixings: IntegerDual[] = [];
  #lp: TourLp;
  /** The columns whose bounds differ from the root's. */
  #branched: readonly { edge: number; used: boolean }[] = [];
  #rootDual: IntegerDual | null = null;
  /** Lengths of tours differ by multiples of this. */
  readonly #step: number;
  /** The longest tours to list; null where a shortest one is looked for. */
  #limit: number | null;
  readonly #listed = new Set<string>();
  #complete = true;
  #nodes = 0;
  #stored = 0;
  #reported = 0;

  constructor(form: ClosedForm, lp: TourLp, options: BranchCutOptions) {
    this.#form = form;
    this.#lp = lp;
    this.#options = options;
    this.#deadline = this.#begin + (options.seconds ?? Infinity) * 1000;
    this.#scale = scaleFor(form);
    this.#edges = new Edges(form, this.#scale);
    this.#step = stepOfLengths(form);
    // no weight is negative
    const nothing = { y: new Float64Array(form.n), cuts: [], mu: [] };
    this.#root = { dual: nothing, bound: 0, split: null };
    this.#separator = new Separator(form.n);
    this.#incumbent = new Incumbent(form, options.cycle, options.seed ?? 1);
    this.#limit = options.list?.limit ?? null;
  }

  dispose(): void {
    this.#lp.dispose();
  }

  run(): BranchCutResult {
    if (this.#limit === null) this.#incumbent.improve(this.#form.n, 3 * this.#form.n);
    this.#firstColumns();
    const basis = this.#processRoot();
    if (basis !== null) this.#searchTree(basis);
    this.#report(true);
    const cycle = [...this.#incumbent.cycle];
    const upper = this.#incumbent.length;
    const lower = this.#lower();
    const proof = () => writeProof(this.#root, this.#fixings, this.#scale);
    return { lower, upper, cycle, nodes: this.#nodes, complete: this.#complete, proof };
  }

  /** Tours longer than this are of no interest. */
  get #cutoff(): number {
    return this.#limit ?? this.#incumbent.length - this.#step;
  }

  /** A bound beyond this closes a node. */
  get #target(): number {
    return this.#scale * this.#cutoff;
  }

  #lower(): number {
    const upper = this.#incumbent.length;
    const least = leastBound(this.#root) / this.#scale;
    return upper - this.#step * Math.max(0, Math.floor((upper - least) / this.#step));
  }

  #firstColumns(): void {
    const { n, weights, forced } = this.#form;
    const near = Math.min(n < 40 ? 8 : 6, n - 1);
    const lists = nearestNeighbours(weights, n, near);
    const { cycle } = this.#incumbent;
    for (const [u, v] of forced) this.#addColumns([{ u, v }], true);
    const pairs = [...cycle].map((u, k) => ({ u, v: cycle[(k + 1) % n]! }));
    for (let u = 0; u < n; u++) {
      for (let k = 0; k < near; k++) pairs.push({ u, v: lists[u * near + k]! });
    }
    this.#addColumns(pairs, false);
  }

  #addColumns(pairs: readonly { u: number; v: number }[], used: boolean): void {
    const { n, weights } = this.#form;
    const fresh = [];
    for (const { u, v } of pairs) {
      if (!this.#edges.isOutside(u, v)) continue;
      this.#edges.markColumn(u, v);
      fresh.push({ u, v, cost: weights[u * n + v]!, used });
    }
    this.#lp.addEdges(fresh);
  }

  /** Works on the root until nothing helps any more; null when that closes it. */
  #processRoot(): SavedBasis | null {
    const closed = this.#bound(this.#root, ROOT_ROUNDS);
    this.#nodes++;
    this.#report(true);
    if (closed) return null;
    if (this.#limit === null && this.#lp.objective < this.#cutoff) {
      this.#incumbent.offerFractional(this.#lp.us, this.#lp.vs, this.#lp.x);
      this.#incumbent.improve(2 * this.#form.n, 10 * this.#form.n);
      if (this.#root.bound > this.#target) return null;
    }
    this.#eliminate();
    if (this.#bound(this.#root, ROOT_ROUNDS)) return null;
    this.#eliminate();
    return this.#lp.saveBasis();
  }

  /** Takes edges away by the root's bound, and rebuilds the program without them. */
  #eliminate(): void {
    const dual = this.#rootDual;
    if (dual === null) return;
    this.#setBranch([]);
    const exact = this.#edges.bound(this.#lp, dual);
    const { gone, columns, used } = this.#edges.eliminate(this.#lp, dual, exact, this.#target);
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
      if (node.proof.bound > this.#target) continue;
      if (this.#exhausted()) {
        this.#complete = false;
        return;
      }
      this.#nodes++;
      this.#setBranch(node.fixed);
      this.#lp.loadBasis(node.basis);
      if (!this.#bound(node.proof, NODE_ROUNDS)) {
        this.#branch({ ...node, basis: this.#lp.saveBasis() });
      }
      this.#report(false);
    }
  }

  #exhausted(): boolean {
    const { nodes = Infinity, megabytes = 1000 } = this.#options;
    return performance.now() > this.#deadline || this.#nodes >= nodes ||
      this.#stored > megabytes * 1e6;
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

  /** Solves and cuts a node; true when a bound closes it. */
  #bound(node: ProofNode, rounds: number): boolean {
    const lp = this.#lp;
    let stalled = 0;
    let last = -Infinity;
    for (let round = 0; round < rounds; round++) {
      const status = lp.solve();
      if (status === "infeasible") {
        if (this.#closeInfeasible(node)) return true;
        continue;
      }
      if (status === "stopped") return this.#proveAndPrice(node).closed;
      lp.age();
      if (lp.objective > this.#cutoff) {
        const { closed, priced } = this.#proveAndPrice(node);
        if (closed) return true;
        if (priced) continue;
      }
      const gap = Math.max(this.#cutoff + this.#step - lp.objective, 1e-9);
      stalled = lp.objective - last > 0.01 * gap ? 0 : stalled + 1;
      last = Math.max(last, lp.objective);
      const patience = node === this.#root ? 8 : 4;
      const cuts = stalled > patience || performance.now() > this.#deadline
        ? []
        : this.#separator.violated(lp);
      if (cuts.length > 0) {
        if (round % 4 === 3) lp.dropOldCuts(12);
        lp.addCuts(cuts);
        continue;
      }
      const { closed, priced } = this.#proveAndPrice(node);
      if (closed) return true;
      if (!priced) return this.#tryTour(node);
      stalled = 0;
    }
    return this.#proveAndPrice(node).closed;
  }

  /** Takes the solution as a tour, or as a hint where one may lie; whether that closes the node. */
  #tryTour(node: ProofNode): boolean {
    const { us, vs, x } = this.#lp;
    const cycle = cycleOf(this.#lp, this.#form.n);
    if (this.#limit !== null) {
      if (cycle !== null) this.#list(cycle);
    } else if (cycle !== null) this.#incumbent.offer(cycle);
    else this.#incumbent.offerFractional(us, vs, x);
    return node.bound > this.#target;
  }

  /** Visits a tour, unless it was visited on the way to this node. */
  #list(cycle: readonly number[]): void {
    const key = cycle.join();
    const length = this.#incumbent.measure(cycle);
    if (this.#limit === null || length > this.#limit || this.#listed.has(key)) return;
    this.#listed.add(key);
    this.#limit = Math.min(this.#limit, this.#options.list!.visit(cycle, length));
  }

  /** Rounds the duals, proves their bound, and takes columns in that were missing. */
  #proveAndPrice(node: ProofNode): { closed: boolean; priced: boolean } {
    const lp = this.#lp;
    const cuts = lp.rows.map(({ cut }) => cut);
    const dual = roundDual(lp.pointDuals, cuts, lp.cutDuals, this.#scale);
    const exact = this.#edges.bound(lp, dual);
    this.#keep(node, dual, exact);
    if (exact.bound > this.#target) return { closed: true, priced: false };
    return { closed: false, priced: this.#price(exact) };
  }

  #price({ negative }: ExactBound): boolean {
    const worth = negative.filter(({ rc }) => rc < -1e-6 * this.#scale);
    if (worth.length === 0) return false;
    const best = worth.toSorted((a, b) => a.rc - b.rc).slice(0, PRICE_IN);
    this.#addColumns(best, false);
    return true;
  }

  #keep(node: ProofNode, dual: IntegerDual, { bound }: ExactBound): void {
    if (node.dual !== null && bound <= node.bound) return;
    if (node.dual === null) this.#stored += 8 * dual.y.length;
    node.dual = dual;
    node.bound = Math.max(bound, node.bound);
    this.#stored += 16 * dual.cuts.length;
    if (node === this.#root) this.#rootDual = dual;
  }

  /**
   * Proves that the program has no solution, or takes columns in that may give it one. A node that
   * resists both is not worked on any more: its bound stays, and the result is a limit.
   */
  #closeInfeasible(node: ProofNode): boolean {
    const lp = this.#lp;
    const ray = lp.ray();
    if (ray === null) return this.#giveUp();
    const cuts = lp.rows.map(({ cut }) => cut);
    const gap = Math.max(1, this.#target / this.#scale - node.bound / this.#scale);
    for (let factor = 1; factor < 2 ** 40; factor *= 4) {
      const at = (r: Float64Array, base: Float64Array) =>
        r.map((d, k) => (k < base.length ? base[k]! : 0) + factor * gap * d / 16);
      const dual = roundDual(
        at(ray.points, lp.pointDuals),
        cuts,
        at(ray.cuts, lp.cutDuals),
        this.#scale,
      );
      const exact = this.#edges.bound(lp, dual);
      if (exact.bound > this.#target) {
        this.#keep(node, dual, exact);
        return true;
      }
      if (exact.negative.length > 0 && factor >= 64) {
        const best = exact.negative.toSorted((a, b) => a.rc - b.rc).slice(0, PRICE_IN);
        this.#addColumns(best, false);
        return false;
      }
    }
    return this.#giveUp();
  }

  /** Leaves a node with the bound it has. */
  #giveUp(): true {
    this.#complete = false;
    return true;
  }

  #branch(node: OpenNode): void {
    const choice = pickBranch(this.#lp, node.basis, this.#cutoff);
    if (choice === null) {
      // every edge is fixed: this is the one tour of the node, or a bound that stays as it is
      if (cycleOf(this.#lp, this.#form.n) === null) this.#giveUp();
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
      upper: this.#incumbent.length,
      nodes: this.#nodes,
      open: this.#open.size,
      seconds: (now - this.#begin) / 1000,
    });
  }
}

/** The tour that the solution is, from point 0 on; null when it is none. */
function cycleOf({ us, vs, x }: TourLp, n: number): number[] | null {
  const ends = Array.from({ length: n }, (): number[] => []);
  for (let e = 0; e < x.length; e++) {
    if (x[e]! < 1e-6) continue;
    if (x[e]! < 1 - 1e-6) return null;
    ends[us[e]!]!.push(vs[e]!);
    ends[vs[e]!]!.push(us[e]!);
  }
  if (ends.some((list) => list.length !== 2)) return null;
  const tour = [0];
  for (let before = 0, at = Math.min(...ends[0]!); at !== 0;) {
    tour.push(at);
    const [a, b] = ends[at] as [number, number];
    [before, at] = [at, a === before ? b : a];
  }
  return tour.length === n ? tour : null;
}

function heaviestOf({ weights }: ClosedForm): number {
  let heaviest = 1;
  for (const w of weights) if (w !== Infinity) heaviest = Math.max(heaviest, w);
  return heaviest;
}

/** Fine enough that rounding duals costs little, coarse enough that every sum is exact. */
function scaleFor(form: ClosedForm): number {
  return 2 ** Math.max(0, Math.min(20, Math.floor(45 - Math.log2(form.n * heaviestOf(form)))));
}

/**
 * What the lengths of all tours differ by multiples of: with b the last point, all
 * `w(i,j) - w(b,i) - w(b,j)` are congruent modulo the result.
 */
function stepOfLengths({ n, weights }: ClosedForm): number {
  const b = n - 1;
  let step = 0;
  let first = NaN;
  for (let i = 1; i < b && step !== 1; i++) {
    for (let j = 0; j < i && step !== 1; j++) {
      const rest = weights[i * n + j]! - weights[b * n + i]! - weights[b * n + j]!;
      if (!Number.isSafeInteger(rest)) return 1;
      if (Number.isNaN(first)) first = rest;
      for (let r = Math.abs(rest - first); r !== 0;) [step, r] = [r, step % r];
    }
  }
  return step === 0 ? 1 : step;
}
