import type { TourInstance } from "./problem.ts";

/**
 * A proof about a tour problem, fit for JSON: a tour, and a search tree whose leaves bound every
 * other tour from below.
 *
 * The proof speaks of the problem's closed form (see {@link toClosedForm}): K stands for `scale`,
 * w for its weights, x for the 0/1 vector of a tour. All numbers are integers. A tour shorter than
 * `lower` would lie in one of the leaves, and each leaf proves `K * length > K * (lower - g)` for
 * all tours in it, where all lengths are congruent modulo g: g is the greatest common divisor of the
 * differences between the numbers `w(i,j) - w(0,i) - w(0,j)`, mostly 1. With `lower` equal to `length` the tour is optimal.
 */
export interface TourCertificate {
  /** Says what the file is. */
  readonly format: "alidade-tour-certificate";
  /** The version of this form. */
  readonly version: 1;
  /** The problem that the proof is about. */
  readonly instance: TourInstance;
  /**
   * For Euclidean lengths, which are rounded down to integers: how finely, as the `sumBits` of
   * {@link toTourProblem}. What is proven of the rounded lengths is then a bound of the true ones.
   */
  readonly sumBits?: number;
  /** The tour, each point once, counted from 0. */
  readonly tour: readonly number[];
  /** The tour's weight in the integers of {@link toTourProblem}: its length, with its `offset`. */
  readonly length: number;
  /**
   * No tour is shorter than this, in the same integers. Where it reaches the problem's `barred`, every
   * tour takes a forbidden step or lacks a fixed one.
   */
  readonly lower: number;
  /** K: duals and potentials count in units of 1/K. */
  readonly scale: number;
  /** Inequalities that hold for every tour. */
  readonly cuts: readonly TourCut[];
  /** Dual solutions, to be named by their place here. */
  readonly duals: readonly TourDual[];
  /**
   * Dual solutions that fix edges for the whole tree, one after the other: an edge whose use (or
   * disuse) lifts the bound beyond `lower - g` cannot (or must) lie in a shorter tour.
   */
  readonly fixings: readonly number[];
  /** The search tree. */
  readonly tree: TourBranch;
}

/**
 * The inequality `sum over S in sets of x(cut(S)) >= rhs`.
 *
 * One set and `rhs` 2 is a subtour constraint. A first set (the handle) and an odd number t of
 * disjoint further ones (the teeth), each with points inside and outside of the handle, and `rhs`
 * 3t + 1 is a comb. Any other inequality must divide the points into at most 13 classes, so that
 * the shortest closed walk through the classes proves it.
 */
export interface TourCut {
  /** Sets of points. */
  readonly sets: readonly (readonly number[])[];
  /** The right-hand side. */
  readonly rhs: number;
}

/** A dual solution: of the linear program, or of the 1-tree relaxation. */
export type TourDual = TourLinearDual | TourTreeDual;

/**
 * A dual solution of the linear program; any integers give a valid bound, with
 * `rc(u,v) = K w(u,v) - y[u] - y[v] - sum of mu over the sets that separate u from v`: the bound is
 * `2 * sum y + sum mu * rhs + sum of min(0, rc)` over free edges `+ sum of rc` over fixed ones.
 */
export interface TourLinearDual {
  /** A number for each point. */
  readonly y: readonly number[];
  /** Cuts by their place, each with its multiplier of 0 or more. */
  readonly mu: readonly (readonly [cut: number, multiplier: number])[];
}

/** Potentials of a 1-tree: the bound is `min 1-tree(K w + pi[u] + pi[v]) - 2 * sum pi`. */
export interface TourTreeDual {
  /** A number for each point. */
  readonly pi: readonly number[];
  /** The point that is left out of the spanning tree and joined by two edges. */
  readonly root: number;
}

/**
 * A node of the search tree. Fixed edges fix others: a point with two used edges uses no more, a
 * point with two usable edges uses both, and an edge that would close a path too early is not used.
 */
export type TourBranch =
  | TourEdgeBranch
  | TourBoundLeaf
  | TourInfeasibleLeaf;

/** Two children: without and with an edge. */
export interface TourEdgeBranch {
  /** The edge. */
  readonly edge: readonly [number, number];
  /** Tours that do not use the edge. */
  readonly without: TourBranch;
  /** Tours that use the edge. */
  readonly with: TourBranch;
}

/** A leaf that a bound closes. */
export interface TourBoundLeaf {
  /** The dual solution by its place. */
  readonly dual: number;
}

/** A leaf that holds no tour, as the fixed edges alone show. */
export interface TourInfeasibleLeaf {
  /** Says what the leaf is. */
  readonly infeasible: true;
}
