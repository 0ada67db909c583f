import { RelationAlgebra } from "./algebra.ts";
import { tablesFrom } from "./_tables.ts";

const RELATIONS = ["<", "=", ">"];

/** The point algebra: the order of two points of a line (Vilain & Kautz 1986). */
export const POINT: RelationAlgebra = new RelationAlgebra({
  name: "point",
  relations: RELATIONS,
  identity: 1,
  ...tablesFrom([0, 1, 2], 3, (a, b) => Math.sign(a - b) + 1),
  // Path consistency decides all of them (van Beek 1992).
  isTractable: () => true,
  preference: [0, 2, 1],
});
