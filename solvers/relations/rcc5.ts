import { RelationAlgebra } from "./algebra.ts";
import { isH8, RCC8 } from "./rcc8.ts";

const RELATIONS = ["DR", "PO", "PP", "PPI", "EQ"];

/** Each base relation as a mask of RCC-8, which tells boundaries apart that RCC-5 does not. */
const FINE: readonly number[] = [["DC", "EC"], ["PO"], ["TPP", "NTPP"], ["TPPI", "NTPPI"], ["EQ"]]
  .map((names) => RCC8.mask(names));

/** A mask of RCC-5 as one of RCC-8. */
export function toRcc8(mask: number): number {
  return FINE.reduce((fine, part, i) => mask >> i & 1 ? fine | part : fine, 0);
}

function fromRcc8(fine: number): number {
  return FINE.reduce((mask, part, i) => fine & part ? mask | 1 << i : mask, 0);
}

/** RCC-5: how two regions overlap, of 5 ways; boundaries do not matter (Bennett 1994). */
export const RCC5: RelationAlgebra = new RelationAlgebra({
  name: "rcc5",
  relations: RELATIONS,
  identity: 4,
  converse: [0, 1, 3, 2, 4],
  compose: FINE.map((a) => FINE.map((b) => fromRcc8(RCC8.compose(a, b)))),
  isTractable: (mask) => isH8(toRcc8(mask)),
  preference: [0, 1, 2, 3, 4],
});
