import { ALLEN } from "./allen.ts";
import { axesCalculus } from "./axes.ts";
import type { Calculus } from "./calculus.ts";
import { CONES4, CONES8 } from "./cones.ts";
import { GRID } from "./grid.ts";
import { NEARNESS } from "./nearness.ts";
import { POINT } from "./point.ts";
import { RCC5 } from "./rcc5.ts";
import { RCC8 } from "./rcc8.ts";
import { SIDES } from "./sides.ts";

const POINT_VERBS = { "<": "is before", "=": "is level with", ">": "is after" };

const ALLEN_VERBS = {
  "<": "is before",
  ">": "is after",
  d: "is during",
  di: "contains",
  o: "overlaps",
  oi: "is overlapped by",
  m: "meets",
  mi: "is met by",
  s: "starts",
  si: "is started by",
  f: "finishes",
  fi: "is finished by",
  "=": "equals",
};

/** Every calculus, by what it is made of. */
// deno-lint-ignore no-explicit-any -- each has a meaning of its own, which only it reads
export const CALCULI: readonly Calculus<any>[] = [
  axesCalculus({
    name: "point",
    summary: "the order of two points of a line; complete (path consistency)",
    algebra: POINT,
    axes: ["x"],
    verbs: POINT_VERBS,
  }),
  axesCalculus({
    name: "cardinal",
    summary: "where one point of the plane lies from another, by the order on both axes; complete",
    algebra: POINT,
    axes: ["east", "north"],
    names: {
      N: ["=", ">"],
      NE: [">", ">"],
      E: [">", "="],
      SE: [">", "<"],
      S: ["=", "<"],
      SW: ["<", "<"],
      W: ["<", "="],
      NW: ["<", ">"],
      EQ: ["=", "="],
    },
    verbs: POINT_VERBS,
  }),
  axesCalculus({
    name: "allen",
    summary: "how two intervals of a line lie, of 13 ways; complete (ORD-Horn, else by cases)",
    algebra: ALLEN,
    axes: ["x"],
    verbs: ALLEN_VERBS,
  }),
  axesCalculus({
    name: "rectangle",
    summary: "how two boxes of the plane lie, by their intervals on both axes; complete",
    algebra: ALLEN,
    axes: ["x", "y"],
    verbs: ALLEN_VERBS,
  }),
  axesCalculus({
    name: "block",
    summary: "how two boxes of space lie, by their intervals on three axes; complete",
    algebra: ALLEN,
    axes: ["x", "y", "z"],
    verbs: ALLEN_VERBS,
  }),
  axesCalculus({
    name: "rcc5",
    summary: "how two regions overlap, of 5 ways; complete (H8 of RCC-8, else by cases)",
    algebra: RCC5,
    axes: ["the plane"],
    verbs: {
      DR: "does not overlap",
      PO: "partly overlaps",
      PP: "is a part of",
      PPI: "has as a part",
      EQ: "equals",
    },
  }),
  axesCalculus({
    name: "rcc8",
    summary: "how two regions meet, of 8 ways; complete (H8, else by cases)",
    algebra: RCC8,
    axes: ["the plane"],
    verbs: {
      DC: "is apart from",
      EC: "touches from outside",
      PO: "partly overlaps",
      TPP: "is inside, at the edge of,",
      NTPP: "is well inside",
      TPPI: "holds at its edge",
      NTPPI: "holds well inside",
      EQ: "equals",
    },
  }),
  CONES4,
  CONES8,
  GRID,
  SIDES,
  NEARNESS,
];

const BY_NAME: ReadonlyMap<string, Calculus> = new Map(CALCULI.map((c) => [c.name, c]));

/**
 * The calculus of a name.
 *
 * @param name the name
 * @param where what asks for it, for the error
 * @param more calculi beside those of {@link CALCULI}, which come first
 * @returns the calculus
 * @throws RangeError for a name that is none
 *
 * @example
 * ```ts
 * import { calculusNamed } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(calculusNamed("rcc5").relations, ["DR", "PO", "PP", "PPI", "EQ"]);
 * ```
 */
export function calculusNamed(
  name: string,
  where: string = "the calculus",
  more: readonly Calculus<unknown>[] = [],
): Calculus<unknown> {
  const calculus = more.find((own) => own.name === name) ?? BY_NAME.get(name);
  if (calculus !== undefined) return calculus;
  const known = [...more.map((own) => own.name), ...BY_NAME.keys()];
  throw new RangeError(
    `Cannot use ${where}: ${JSON.stringify(name)} is no calculus, must be one of ${
      known.join(", ")
    }`,
  );
}
