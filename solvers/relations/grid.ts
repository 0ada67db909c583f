import {
  type Calculus,
  type CalculusConstraint,
  type DecideOptions,
  type Decision,
  type DerivationStep,
  unknownRelation,
  type Wording,
} from "./calculus.ts";
import { decideByParts } from "./_choose_parts.ts";
import { type Difference, solveDifferences } from "./_difference_constraints.ts";

/** The least and greatest displacement along an axis, infinite where there is none. */
type Range = readonly [low: number, high: number];

/** A box of displacements. */
type Box = readonly [x: Range, y: Range];

/** What a relation of the grid means: one of these boxes. */
export type GridMeaning = readonly Box[];

const ANY: Range = [-Infinity, Infinity];
const BELOW: Range = [-Infinity, -1];
const ABOVE: Range = [1, Infinity];
const ZERO: Range = [0, 0];

/** The base relations: on which side, by the signs of the displacement; y points up. */
const SIDES: Readonly<Record<string, Box>> = {
  "left": [BELOW, ZERO],
  "right": [ABOVE, ZERO],
  "above": [ZERO, ABOVE],
  "below": [ZERO, BELOW],
  "upper-left": [BELOW, ABOVE],
  "upper-right": [ABOVE, ABOVE],
  "lower-left": [BELOW, BELOW],
  "lower-right": [ABOVE, BELOW],
  "overlap": [ZERO, ZERO],
};

const STEPS = /^(?:[+-]?\d+|\*|<0|>0)$/;

/**
 * Cells of a grid: where one lies from another, y up. A relation is one of nine sides, or a
 * displacement such as `"-1,1"`, where `*`, `<0` and `>0` stand for steps that are not told. Decided
 * axis by axis as difference constraints; what mixes the axes, by cases.
 */
export const GRID: Calculus<GridMeaning> = {
  name: "grid",
  summary: "where one cell of a grid lies from another, in whole steps; complete (differences)",
  arity: [2],
  isComplete: true,
  relations: Object.keys(SIDES),
  read: (relations, truth) => {
    const boxes = relations.map(readBox);
    return truth ? boxes : boxes.reduce<GridMeaning>(without, [[ANY, ANY]]);
  },
  decide,
  explain,
};

function readBox(relation: string): Box {
  if (Object.hasOwn(SIDES, relation)) return SIDES[relation]!;
  const parts = relation.split(",");
  if (parts.length !== 2 || !parts.every((part) => STEPS.test(part))) {
    const known = `one of ${
      Object.keys(SIDES).join(" ")
    }, or a displacement such as "-1,1" or "<0,*"`;
    throw unknownRelation("grid", relation, known);
  }
  return [readRange(parts[0]!), readRange(parts[1]!)];
}

function readRange(text: string): Range {
  if (text === "*") return ANY;
  if (text === "<0") return BELOW;
  if (text === ">0") return ABOVE;
  const steps = Number(text);
  if (Math.abs(steps) > 2 ** 31) {
    throw new RangeError(`${text} steps are too many, must be at most 2^31`);
  }
  return [steps, steps];
}

/** What is left of some boxes outside one: disjoint boxes. */
function without(boxes: GridMeaning, [x, y]: Box): GridMeaning {
  const rest: Box[] = [];
  for (const [bx, by] of boxes) {
    const middle = meet(bx, x);
    for (const side of outside(bx, x)) rest.push([side, by]);
    if (middle !== null) { for (const side of outside(by, y)) rest.push([middle, side]); }
  }
  return rest;
}

function meet([a, b]: Range, [c, d]: Range): Range | null {
  const [low, high] = [Math.max(a, c), Math.min(b, d)];
  return low <= high ? [low, high] : null;
}

function outside(range: Range, [low, high]: Range): Range[] {
  const before = low === -Infinity ? null : meet(range, [-Infinity, low - 1]);
  const after = high === Infinity ? null : meet(range, [high + 1, Infinity]);
  return [before, after].filter((side) => side !== null);
}

type Constraints = readonly CalculusConstraint<GridMeaning>[];

function axis(constraints: Constraints, which: 0 | 1): Difference[] {
  return constraints.map(({ args, meaning }) => {
    const [low, high] = meaning[0]![which];
    return { subject: args[0]!, reference: args[1]!, low, high };
  });
}

function decide(constraints: Constraints, size: number, options: DecideOptions): Decision {
  const solve = (fixed: Constraints) =>
    ([0, 1] as const).map((which) => solveDifferences(axis(fixed, which), size));
  return decideByParts(constraints, {
    isPossible: (fixed) => solve(fixed).every((solved) => !("clash" in solved)),
    model(chosen) {
      const [xs, ys] = solve(chosen).map((solved) => "values" in solved ? solved.values : []);
      return xs!.map((x, i) => [x, ys![i]!]);
    },
  }, options);
}

function explain(constraints: Constraints, size: number, wording: Wording): DerivationStep[] {
  const mixed = constraints.findIndex(({ meaning }) => meaning.length !== 1);
  if (mixed >= 0) {
    const { args, meaning } = constraints[mixed]!;
    const cases = meaning.map((box) =>
      explain(constraints.with(mixed, { args, meaning: [box] }), size, wording)
    );
    const says = wording.constraint(mixed);
    return [
      { says, rule: "given", from: [], constraint: mixed, args },
      { says: `each of ${cases.length} cases contradicts itself`, rule: "cases", from: [0], cases },
    ];
  }
  for (const which of [0, 1] as const) {
    const solved = solveDifferences(axis(constraints, which), size);
    if ("clash" in solved) return explainCycle(constraints, which, solved.clash, wording);
  }
  throw new Error("Cannot explain constraints that have a solution, must contradict each other");
}

function explainCycle(
  constraints: Constraints,
  which: 0 | 1,
  clash: readonly number[],
  wording: Wording,
): DerivationStep[] {
  const given = clash.map((i): DerivationStep => {
    const { args, meaning } = constraints[i]!;
    const [low, high] = meaning[0]![which];
    const range = low === high ? `is ${low}` : `is between ${low} and ${high}`;
    const difference = `${"xy"[which]} of ${wording.name(args[0]!)} less that of ${
      wording.name(args[1]!)
    } ${range}`;
    return {
      says: `${difference}: ${wording.constraint(i)}`,
      rule: "given",
      from: [],
      constraint: i,
      args,
      axis: which,
    };
  });
  const says = `round the circle these differences do not add up to 0 along ${"xy"[which]}`;
  return [...given, { says, rule: "sum", from: given.map((_, i) => i), axis: which }];
}
