import type { ClosedForm } from "../closed_form.ts";
import { nearestNeighbours } from "../local_search/neighbours.ts";
import { Edges, type ExactBound } from "./_edges.ts";
import { addDuals, type IntegerDual, noDual, roundDual } from "./_exact_bound.ts";
import { scaleFor } from "../_form_facts.ts";
import type { Goal } from "./_goal.ts";
import type { TourLp } from "./_lp.ts";
import type { ProofNode } from "./_proof_tree.ts";
import { Separator } from "./_separate.ts";

/** Columns that join the program at a time. */
const PRICE_IN = 400;

/** Closes nodes: solves their programs, cuts, prices, and proves bounds in integers. */
export class NodeSolver {
  readonly lp: TourLp;
  readonly edges: Edges;
  /** K: duals count in units of 1/K. */
  readonly scale: number;
  /** Whether no node was given up. */
  complete = true;
  /** Bytes that the proof takes, about. */
  stored = 0;
  readonly #form: ClosedForm;
  readonly #goal: Goal;
  readonly #deadline: number;
  readonly #separator: Separator;

  /**
   * @param form the problem
   * @param lp its program, without columns
   * @param goal what the search is after
   * @param deadline when to leave off cutting, by `performance.now()`
   */
  constructor(form: ClosedForm, lp: TourLp, goal: Goal, deadline: number) {
    this.#form = form;
    this.lp = lp;
    this.#goal = goal;
    this.#deadline = deadline;
    this.scale = scaleFor(form);
    this.edges = new Edges(form, this.scale);
    this.#separator = new Separator(form.n);
  }

  /** A bound beyond this closes a node. */
  get target(): number {
    return this.scale * this.#goal.cutoff;
  }

  /** Begins with the edges between near points, and those of a tour. */
  firstColumns(): void {
    const { n, weights, forced } = this.#form;
    const near = Math.min(n < 40 ? 8 : 6, n - 1);
    const lists = nearestNeighbours(weights, n, near);
    const { cycle } = this.#goal.incumbent;
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
      if (!this.edges.isOutside(u, v)) continue;
      this.edges.markColumn(u, v);
      fresh.push({ u, v, cost: weights[u * n + v]!, used });
    }
    this.lp.addEdges(fresh);
  }

  /**
   * Solves and cuts a node.
   *
   * @param node the node; the program has its bounds
   * @param rounds how many times to solve at most
   * @param patience after how many rounds without much gain to leave off
   * @returns whether nothing is left to do there
   */
  close(node: ProofNode, rounds: number, patience: number): boolean {
    const { lp } = this;
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
      if (lp.objective > this.#goal.cutoff) {
        const { closed, priced } = this.#proveAndPrice(node);
        if (closed) return true;
        if (priced) continue;
      }
      const gap = Math.max(this.#goal.cutoff + this.#goal.step - lp.objective, 1e-9);
      stalled = lp.objective - last > 0.01 * gap ? 0 : stalled + 1;
      last = Math.max(last, lp.objective);
      const late = performance.now() > this.#deadline;
      const cuts = stalled > patience || late ? [] : this.#separator.violated(lp);
      if (cuts.length > 0) {
        if (round % 4 === 3) lp.dropOldCuts(12);
        lp.addCuts(cuts);
        continue;
      }
      const { closed, priced } = this.#proveAndPrice(node);
      if (closed) return true;
      if (late) return false;
      if (!priced) {
        this.#goal.take(lp);
        return node.bound > this.target;
      }
      stalled = 0;
    }
    return this.#proveAndPrice(node).closed;
  }

  /** Rounds the duals, proves their bound, and takes columns in that were missing. */
  #proveAndPrice(node: ProofNode): { closed: boolean; priced: boolean } {
    const { lp } = this;
    const cuts = lp.rows.map(({ cut }) => cut);
    const dual = roundDual(lp.pointDuals, cuts, lp.cutDuals, this.scale);
    const exact = this.edges.bound(lp, dual);
    this.#keep(node, dual, exact);
    if (exact.bound > this.target) return { closed: true, priced: false };
    return { closed: false, priced: this.#price(exact) };
  }

  #price({ negative }: ExactBound): boolean {
    const worth = negative.filter(({ rc }) => rc < -1e-6 * this.scale);
    if (worth.length === 0) return false;
    const best = worth.toSorted((a, b) => a.rc - b.rc).slice(0, PRICE_IN);
    this.#addColumns(best, false);
    return true;
  }

  #keep(node: ProofNode, dual: IntegerDual, { bound }: ExactBound): void {
    if (node.dual !== null && bound <= node.bound) return;
    if (node.dual === null) this.stored += 8 * dual.y.length;
    node.dual = dual;
    node.bound = Math.max(bound, node.bound);
    this.stored += 16 * dual.cuts.length;
  }

  /**
   * Proves that the program has no solution, or takes columns in that may give it one. A node that
   * resists both is not worked on any more: its bound stays, and the result is a limit.
   */
  #closeInfeasible(node: ProofNode): boolean {
    const { lp } = this;
    const ray = lp.ray();
    if (ray === null) return this.giveUp();
    const cuts = lp.rows.map(({ cut }) => cut);
    const known = node.dual ?? noDual(this.#form.n);
    const gap = Math.max(this.scale, this.target - node.bound) / 16;
    // From what is known as far as numbers fit.
    for (let factor = gap;; factor *= 4) {
      const dual = addDuals(known, roundDual(ray.points, cuts, ray.cuts, factor));
      const exact = this.edges.bound(lp, dual);
      if (exact.bound > this.target) {
        this.#keep(node, dual, exact);
        return true;
      }
      if (exact.bound === -Infinity) return this.giveUp();
      if (exact.negative.length > 0 && factor >= 64 * gap) {
        const best = exact.negative.toSorted((a, b) => a.rc - b.rc).slice(0, PRICE_IN);
        this.#addColumns(best, false);
        return false;
      }
    }
  }

  /**
   * Gives a node whose one tour is fixed that tour's length as bound: duals that were rounded, where
   * weights leave no bits to spare, fall some units short of it.
   */
  closeTour(node: ProofNode): void {
    const dual = noDual(this.#form.n);
    this.#keep(node, dual, this.edges.bound(this.lp, dual));
  }

  /** Leaves a node with the bound it has. */
  giveUp(): true {
    this.complete = false;
    return true;
  }
}
