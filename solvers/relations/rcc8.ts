import { RelationAlgebra } from "./algebra.ts";
import type { BaseTables } from "./_tables.ts";

const RELATIONS = ["DC", "EC", "PO", "TPP", "NTPP", "TPPI", "NTPPI", "EQ"];
const [DC, EC, PO, TPP, NTPP, TPPI, NTPPI, EQ] = RELATIONS.map((_, i) => 1 << i) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/**
 * A spot where two cells meet: which regions hold the cell on the left, which that on the right, as
 * bits. A region that holds both has the spot inside it, one that holds one of them ends there.
 * Regular closed regions look like this, as far as RCC-8 can tell (Renz 1998).
 */
type Spot = readonly [left: number, right: number];

/** A property of two regions at one spot. */
type AtSpot = (x: readonly [boolean, boolean], y: readonly [boolean, boolean]) => boolean;

const SHARE: AtSpot = (x, y) => x[0] && y[0] || x[1] && y[1];
const TOUCH: AtSpot = (x, y) => (x[0] || x[1]) && (y[0] || y[1]);
const X_OUTSIDE: AtSpot = (x, y) => x[0] && !y[0] || x[1] && !y[1];
/** x reaches the boundary of y or leaves it. */
const X_NOT_INSIDE: AtSpot = (x, y) => (x[0] || x[1]) && !(y[0] && y[1]);
const swapped = (at: AtSpot): AtSpot => (x, y) => at(y, x);

/** What each base relation forbids everywhere, and what it demands somewhere. */
const MEANING: readonly { readonly never: readonly AtSpot[]; readonly some: readonly AtSpot[] }[] =
  [
    { never: [TOUCH], some: [] },
    { never: [SHARE], some: [TOUCH] },
    { never: [], some: [SHARE, X_OUTSIDE, swapped(X_OUTSIDE)] },
    { never: [X_OUTSIDE], some: [X_NOT_INSIDE, swapped(X_OUTSIDE)] },
    { never: [X_NOT_INSIDE], some: [] },
    { never: [swapped(X_OUTSIDE)], some: [swapped(X_NOT_INSIDE), X_OUTSIDE] },
    { never: [swapped(X_NOT_INSIDE)], some: [] },
    { never: [X_OUTSIDE, swapped(X_OUTSIDE)], some: [] },
  ];

/** A region has a boundary, since it is neither empty nor everything. */
const ENDS: AtSpot = (x) => x[0] !== x[1];

function side([left, right]: Spot, region: number): [boolean, boolean] {
  return [Boolean(left >> region & 1), Boolean(right >> region & 1)];
}

/** Whether three regions can stand in the base relations r (a to b), s (b to c) and t (a to c). */
function isPossible(r: number, s: number, t: number): boolean {
  const facts = [[r, 0, 1], [s, 1, 2], [t, 0, 2]] as const;
  const spots: Spot[] = [];
  for (let left = 0; left < 8; left++) {
    for (let right = left; right < 8; right++) {
      const spot: Spot = [left, right];
      const isForbidden = facts.some(([base, x, y]) =>
        MEANING[base]!.never.some((at) => at(side(spot, x), side(spot, y)))
      );
      if (!isForbidden) spots.push(spot);
    }
  }
  const holds = (at: AtSpot, x: number, y: number) =>
    spots.some((spot) => at(side(spot, x), side(spot, y)));
  return facts.every(([base, x, y]) => MEANING[base]!.some.every((at) => holds(at, x, y))) &&
    [0, 1, 2].every((x) => holds(ENDS, x, x));
}

function tables(): BaseTables {
  const all = RELATIONS.map((_, i) => i);
  return {
    converse: all.map((base) =>
      [DC, EC, PO, TPPI, NTPPI, TPP, NTPP, EQ].findIndex((m) => m === 1 << base)
    ),
    compose: all.map((r) =>
      all.map((s) => all.reduce((mask, t) => isPossible(r, s, t) ? mask | 1 << t : mask, 0))
    ),
  };
}

/**
 * Whether a relation is of the class H8, which path consistency decides (Renz & Nebel 1999): one
 * that allows proper parts both ways allows partial overlap, and one that allows equality and a
 * non-tangential part allows the tangential one.
 */
export function isH8(mask: number): boolean {
  const isPart = mask & (TPP | NTPP);
  const hasPart = mask & (TPPI | NTPPI);
  if ((mask & PO) === 0 && isPart && hasPart) return false;
  if ((mask & EQ) && (mask & NTPP) && !(mask & TPP)) return false;
  return !((mask & EQ) && (mask & NTPPI) && !(mask & TPPI));
}

/** RCC-8: how two regions meet, of 8 ways (Randell, Cui & Cohn 1992). */
export const RCC8: RelationAlgebra = new RelationAlgebra({
  name: "rcc8",
  relations: RELATIONS,
  identity: 7,
  ...tables(),
  isTractable: isH8,
  preference: [0, 1, 2, 3, 5, 4, 6, 7],
});
