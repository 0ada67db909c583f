import type { TourBranch, TourCertificate, TourCut, TourLinearDual } from "../certificate.ts";
import { type Cut, setsOf } from "./_cut.ts";
import type { IntegerDual } from "./_exact_bound.ts";

/** A node of the search tree with the best bound that is proven for it. */
export interface ProofNode {
  /** The integer duals that prove the bound; dropped when both children have their own. */
  dual: IntegerDual | null;
  /** `K * length` of every tour in it is at least this. */
  bound: number;
  split: { edge: readonly [number, number]; without: ProofNode; with: ProofNode } | null;
}

/** The part of a certificate that a search gives. */
export type TreeProof = Pick<TourCertificate, "scale" | "cuts" | "duals" | "fixings" | "tree">;

/** Writes a search tree with all that its leaves need. */
export function writeProof(
  root: ProofNode,
  fixings: readonly IntegerDual[],
  scale: number,
): TreeProof {
  const cuts: TourCut[] = [];
  const cutPlaces = new Map<Cut, number>();
  const duals: TourLinearDual[] = [];
  const dualPlaces = new Map<IntegerDual, number>();
  const placeOfCut = (cut: Cut) => {
    const known = cutPlaces.get(cut);
    if (known !== undefined) return known;
    cutPlaces.set(cut, cuts.push({ sets: setsOf(cut), rhs: cut.rhs }) - 1);
    return cuts.length - 1;
  };
  const placeOfDual = (dual: IntegerDual) => {
    const known = dualPlaces.get(dual);
    if (known !== undefined) return known;
    const mu = dual.cuts.map((cut, k): [number, number] => [placeOfCut(cut), dual.mu[k]!]);
    dualPlaces.set(dual, duals.push({ y: [...dual.y], mu }) - 1);
    return duals.length - 1;
  };
  const write = ({ split, dual }: ProofNode): TourBranch => {
    if (split === null) return dual === null ? { infeasible: true } : { dual: placeOfDual(dual) };
    const { edge, without, with: used } = split;
    return { edge, without: write(without), with: write(used) };
  };
  const tree = write(root);
  return { scale, cuts, duals, fixings: fixings.map(placeOfDual), tree };
}

/** The least bound of all leaves. */
export function leastBound({ bound, split }: ProofNode): number {
  if (split === null) return bound;
  return Math.max(bound, Math.min(leastBound(split.without), leastBound(split.with)));
}
