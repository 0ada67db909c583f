import { requireForm } from "../../../geometry/form.ts";
import type { TourBranch, TourCertificate } from "../certificate.ts";
import { type ClosedForm, toClosedForm } from "../closed_form.ts";
import { toTourProblem, type TourProblem } from "../problem.ts";
import { CERTIFICATE_FORM } from "./_certificate_form.ts";
import { refuteCut } from "./_cut_proof.ts";
import { fix, type Fixed, propagate } from "./_fixed.ts";
import { lengthStep } from "./_length_step.ts";
import { fixByReducedCost, linearBound } from "./_linear_bound.ts";
import { fixByExchange, treeBound } from "./_tree_bound.ts";

/** What a certificate proves. */
export interface TourProof {
  /** Whether all that the certificate claims is proven. */
  readonly proven: boolean;
  /**
   * Whether it is proven that no tour is shorter than the one given. A Euclidean tour with steps
   * whose roots were rounded is never said to be: `lower` then bounds how much shorter one could be.
   */
  readonly optimal: boolean;
  /** Whether it is proven that every tour takes a forbidden step or lacks a fixed one. */
  readonly impossible: boolean;
  /** The first thing that is wrong; null when nothing is. */
  readonly reason: string | null;
  /** The length of the tour in the problem's integers; NaN when it is none. */
  readonly length: number;
  /** The proven lower bound in the same integers; NaN when none is proven. */
  readonly lower: number;
  /** How many leaves the search tree has. */
  readonly leaves: number;
}

/**
 * Checks a certificate: the tour, every inequality, every bound, and that the leaves of the tree
 * leave no tour out. Everything is recomputed in integers from the problem itself; with the solvers
 * it shares only how a problem is read and closed.
 *
 * @param certificate the certificate, as a solver or a file gives it
 * @returns what is proven; a certificate that is wrong is a result, not an error
 *
 * Cost: n^2 and the sizes of the sets squared, for each leaf.
 * Source: D. Applegate, R. Bixby, V. Chvatal, W. Cook et al., "Certification of an optimal TSP tour
 * through 85,900 cities", Operations Research Letters 37 (2009).
 *
 * @example
 * ```ts
 * import { checkTour } from "@alidade/core";
 * import { assert } from "@std/assert";
 *
 * const proof = checkTour({
 *   format: "alidade-tour-certificate",
 *   version: 1,
 *   instance: { form: "closed", points: [[0, 0], [3, 0], [3, 4]], metric: "EUC_2D" },
 *   tour: [0, 1, 2],
 *   length: 12,
 *   lower: 12,
 *   scale: 1,
 *   cuts: [],
 *   duals: [{ pi: [0, 0, 0], root: 0 }],
 *   fixings: [],
 *   tree: { dual: 0 },
 * });
 * assert(proof.proven && proof.optimal);
 * ```
 */
export function checkTour(certificate: TourCertificate): TourProof {
  let length = NaN;
  let rounded = true;
  let barred = Infinity;
  const counter = { leaves: 0 };
  const verdict = (reason: string | null): TourProof => {
    const proven = reason === null;
    const lower = proven ? certificate.lower : NaN;
    return {
      proven,
      optimal: proven && lower === length && !rounded && length < barred,
      impossible: proven && lower >= barred,
      reason,
      length,
      lower,
      ...counter,
    };
  };
  try {
    requireForm(certificate, CERTIFICATE_FORM, "certificate");
    const { sumBits } = certificate;
    const problem = toTourProblem(certificate.instance, {
      bars: true,
      ...sumBits === undefined ? {} : { sumBits },
    });
    barred = problem.barred;
    const wrong = refuteHead(certificate, problem);
    if (wrong !== null) return verdict(wrong);
    length = tourLength(problem, certificate.tour);
    if (!(length === certificate.length)) {
      return verdict(`the tour is ${length} long, the certificate says ${certificate.length}`);
    }
    rounded = hasRoundedStep(problem, certificate.tour);
    return verdict(refuteTree(certificate, toClosedForm(problem), counter));
  } catch (error) {
    // a file may hold anything; what cannot even be read proves nothing
    return verdict(error instanceof Error ? error.message : String(error));
  }
}

function refuteHead(certificate: TourCertificate, problem: TourProblem): string | null {
  const { format, version, tour, lower, length, scale } = certificate;
  if (format !== "alidade-tour-certificate" || version !== 1) {
    return `the format is ${format} ${version}, must be alidade-tour-certificate 1`;
  }
  if (problem.euclidean !== null && certificate.sumBits === undefined) {
    return "the metric is euclidean, whose lengths are rounded: sumBits must say how finely";
  }
  if (!Number.isSafeInteger(scale) || scale < 1) return `the scale is ${scale}, must be from 1`;
  if (!Number.isSafeInteger(lower) || lower > length) {
    return `lower is ${lower}, must be a whole number of at most the length ${length}`;
  }
  if (Math.abs(scale * lower) >= 2 ** 52) return "scale times lower passes 2^52";
  return refuteTour(problem, tour);
}

function refuteTour(
  { n, closed, start, end }: TourProblem,
  tour: readonly number[],
): string | null {
  if (tour.length !== n) return `the tour must have ${n} points`;
  const seen = new Set<number>();
  for (const v of tour) {
    if (!Number.isInteger(v) || v < 0 || v >= n) return `the tour names point ${v} of ${n}`;
    if (seen.has(v)) return `the tour visits point ${v} twice`;
    seen.add(v);
  }
  if (closed) return null;
  if (start >= 0 && tour[0] !== start) return `the tour begins at ${tour[0]}, must at ${start}`;
  if (end >= 0 && tour[n - 1] !== end) return `the tour ends at ${tour[n - 1]}, must at ${end}`;
  return null;
}

function tourLength({ n, weights, closed }: TourProblem, tour: readonly number[]): number {
  let sum = 0;
  for (let k = 1; k < n; k++) sum += weights[tour[k - 1]! * n + tour[k]!]!;
  return closed ? sum + weights[tour[n - 1]! * n + tour[0]!]! : sum;
}

/** Whether a step of the tour is longer than its integer weight says. */
function hasRoundedStep(
  { n, weights, closed, euclidean }: TourProblem,
  tour: readonly number[],
): boolean {
  if (euclidean === null) return false;
  const { points: { xs, ys }, bits } = euclidean;
  if (bits < 0) return true;
  const shift = BigInt(2 * bits);
  return tour.some((v, k) => {
    if (k === 0 && !closed) return false;
    const u = tour[k === 0 ? n - 1 : k - 1]!;
    const square = BigInt(xs[u]! - xs[v]!) ** 2n + BigInt(ys[u]! - ys[v]!) ** 2n;
    return BigInt(weights[u * n + v]!) ** 2n !== square << shift;
  });
}

function refuteTree(
  certificate: TourCertificate,
  form: ClosedForm,
  counter: { leaves: number },
): string | null {
  const { cuts, scale, lower, duals, fixings, tree } = certificate;
  for (const [k, cut] of cuts.entries()) {
    const wrong = refuteCut(cut, form.n);
    if (wrong !== null) return `cut ${k} ${wrong}`;
  }
  const step = lengthStep(form);
  if ((certificate.length - lower) % step !== 0) return `lower must be ${step}s below the length`;
  const target = scale * (lower - step);
  const fixed = firstFixed(form);
  const context = { certificate, form, target, counter };
  if (!propagate(fixed, form.n)) return null;
  for (const index of fixings) {
    const wrong = applyFixing(context, fixed, index);
    if (wrong !== null) return wrong;
    if (!propagate(fixed, form.n)) return null;
  }
  if (duals.length === 0 && "dual" in tree) return "there are no duals";
  return refuteBranch(context, fixed, tree);
}

function firstFixed({ n, weights, forced }: ClosedForm): Fixed {
  const fixed = new Int8Array(n * n);
  for (let e = 0; e < n * n; e++) if (weights[e] === Infinity) fixed[e] = -1;
  for (const [u, v] of forced) fix(fixed, n, u, v, 1);
  return fixed;
}

interface Context {
  readonly certificate: TourCertificate;
  readonly form: ClosedForm;
  /** A bound beyond this closes a leaf. */
  readonly target: number;
  readonly counter: { leaves: number };
}

function applyFixing(context: Context, fixed: Fixed, index: number): string | null {
  const { certificate: { duals, cuts, scale }, form, target } = context;
  const dual = duals[index];
  if (dual === undefined) return `fixing names dual ${index} of ${duals.length}`;
  if ("pi" in dual) {
    const tree = treeBound(form, scale, dual, fixed);
    if (typeof tree === "string") return `dual ${index}: ${tree}`;
    fixByExchange(tree, dual, fixed, form.n, target);
  } else {
    const linear = linearBound(form, cuts, scale, dual, fixed);
    if (typeof linear === "string") return `dual ${index}: ${linear}`;
    fixByReducedCost(linear, fixed, form.n, target);
  }
  return null;
}

/** Walks the tree without recursion, for it may be deep. */
function refuteBranch(context: Context, fixed: Fixed, tree: TourBranch): string | null {
  const { form: { n } } = context;
  const stack = [{ fixed, branch: tree, depth: 0 }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { fixed, branch, depth } = top;
    if (branch === null || typeof branch !== "object") return "the tree has a branch missing";
    if (!("edge" in branch)) {
      const wrong = refuteLeaf(context, fixed, branch);
      if (wrong !== null) return wrong;
      continue;
    }
    // no way down fixes an edge twice, so a tree that holds itself ends here
    if (depth === n * n) return "the tree is deeper than there are edges";
    if (!Array.isArray(branch.edge)) return "the tree branches on what is no pair of points";
    const [u, v] = branch.edge;
    if (!isEdge(u, v, n)) return `the tree branches on ${u}-${v}, not an edge of ${n} points`;
    for (const value of [-1, 1] as const) {
      const state = fixed[u * n + v];
      // a child whose edge is fixed the other way holds no tour
      if (state === -value) continue;
      const child = fixed.slice();
      fix(child, n, u, v, value);
      if (!propagate(child, n)) continue;
      const next = value === 1 ? branch.with : branch.without;
      stack.push({ fixed: child, branch: next, depth: depth + 1 });
    }
  }
  return null;
}

function isEdge(u: number, v: number, n: number): boolean {
  const point = (x: number) => Number.isInteger(x) && x >= 0 && x < n;
  return point(u) && point(v) && u !== v;
}

function refuteLeaf(context: Context, fixed: Fixed, leaf: TourBranch): string | null {
  const { certificate: { duals, cuts, scale }, form, target, counter } = context;
  const leaves = ++counter.leaves;
  // what propagation refutes is never walked into
  if (!("dual" in leaf)) return `leaf ${leaves} claims to hold no tour, but nothing shows that`;
  const dual = Number.isInteger(leaf.dual) ? duals[leaf.dual] : undefined;
  if (dual === undefined) {
    return `leaf ${leaves} names dual ${String(leaf.dual)} of ${duals.length}`;
  }
  const proof = "pi" in dual
    ? treeBound(form, scale, dual, fixed)
    : linearBound(form, cuts, scale, dual, fixed);
  if (typeof proof === "string") return `leaf ${leaves}: dual ${leaf.dual}: ${proof}`;
  if (proof.bound > target) return null;
  return `leaf ${leaves} proves ${proof.bound}, must be more than ${target}`;
}
