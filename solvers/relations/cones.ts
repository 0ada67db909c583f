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
import { type Inequality, solveInequalities } from "./_feasible.ts";
import { minus, ONE, plus, showSurd, signOf, type Surd, surd, times, ZERO } from "./_surd.ts";

type Ray = readonly [x: Surd, y: Surd];

/** A linear form of the displacement: what it must be at least; 1 stands for "above 0". */
interface Bound {
  readonly x: Surd;
  readonly y: Surd;
  readonly isStrict: boolean;
}

/** What a relation means: one of some convex cones, each by its bounds. */
export type ConeMeaning = readonly (readonly Bound[])[];

/** Ends of sectors, counter-clockwise from east, in directions that have exact numbers. */
interface Sectors {
  readonly name: string;
  readonly summary: string;
  /** The sectors, counter-clockwise, each before the ray that ends it. */
  readonly sectors: readonly string[];
  /** The ray that ends each sector. */
  readonly rays: readonly Ray[];
}

/**
 * Cones around a point: the sector in which one point lies from another, or the ray between two
 * sectors, `"N/NE"`, or `EQ`. Whether sectors can all hold is decided by linear programming over
 * exact numbers; composition alone would miss contradictions.
 */
function cones({ name, summary, sectors, rays }: Sectors): Calculus<ConeMeaning> {
  const count = sectors.length;
  // Parts round the circle: sector 0, ray 0, sector 1, ...
  const parts = sectors.flatMap((sector, i) => [sector, `${sector}/${sectors[(i + 1) % count]}`]);
  const relations = [...parts, "EQ"];
  return {
    name,
    summary,
    arity: [2],
    isComplete: true,
    relations,
    read: (list, truth) => {
      for (const relation of list) {
        if (!relations.includes(relation)) {
          throw unknownRelation(name, relation, `one of ${relations.join(" ")}`);
        }
      }
      const isHeld = relations.map((relation) => list.includes(relation) === truth);
      return convexParts(isHeld, rays);
    },
    decide,
    explain,
  };
}

/** The convex cones that some parts of the circle make up, and the apex. */
function convexParts(isHeld: readonly boolean[], rays: readonly Ray[]): ConeMeaning {
  const count = 2 * rays.length;
  const apex: Bound[] = [[ONE, ZERO], [minus(ZERO, ONE), ZERO], [ZERO, ONE], [
    ZERO,
    minus(ZERO, ONE),
  ]]
    .map(([x, y]) => ({ x: x!, y: y!, isStrict: false }));
  const cones: (readonly Bound[])[] = [];
  // Runs of parts, with fewer sectors than make half a turn.
  const most = rays.length / 2 - 1;
  const first = isHeld.findIndex((held, i) =>
    i < count && held && !isHeld[(i + count - 1) % count]
  );
  const start = Math.max(first, 0);
  for (let at = 0; at < count;) {
    if (!isHeld[(start + at) % count]) {
      at++;
      continue;
    }
    let length = 1;
    for (let sectors = (start + at) % 2 === 0 ? 1 : 0; at + length < count; length++) {
      const part = (start + at + length) % count;
      if (!isHeld[part] || part % 2 === 0 && ++sectors > most) break;
    }
    cones.push(coneOf(start + at, length, rays));
    at += length;
  }
  return isHeld[count] ? [...cones, apex] : cones;
}

/** The bounds of a run of parts. */
function coneOf(start: number, length: number, rays: readonly Ray[]): Bound[] {
  const count = rays.length;
  const isRay = (part: number) => part % 2 === 1;
  const end = start + length - 1;
  // A sector lies between the ray before it and the one after it.
  const [fromX, fromY] = rays[(isRay(start) ? (start - 1) / 2 : start / 2 + count - 1) % count]!;
  const [toX, toY] = rays[(isRay(end) ? (end - 1) / 2 : end / 2) % count]!;
  const negative = (x: Surd) => minus(ZERO, x);
  return [
    { x: negative(fromY), y: fromX, isStrict: !isRay(start) },
    { x: toY, y: negative(toX), isStrict: !isRay(end) },
    { x: plus(fromX, toX), y: plus(fromY, toY), isStrict: true },
  ];
}

type Constraints = readonly CalculusConstraint<ConeMeaning>[];

/** The bounds of a cone on two points as inequalities; all are homogeneous, so "above 0" is "1 or more". */
function inequalities({ args, meaning }: Constraints[number]): Inequality[] {
  const [a, b] = args as [number, number];
  return meaning[0]!.map(({ x, y, isStrict }) => ({
    terms: new Map([
      [2 * a, x],
      [2 * a + 1, y],
      [2 * b, minus(ZERO, x)],
      [2 * b + 1, minus(ZERO, y)],
    ]),
    least: isStrict ? ONE : ZERO,
  }));
}

function decide(constraints: Constraints, size: number, options: DecideOptions): Decision {
  const solve = (fixed: Constraints) => solveInequalities(fixed.flatMap(inequalities), 2 * size);
  return decideByParts(constraints, {
    isPossible: (fixed) => !("clash" in solve(fixed)),
    model(chosen) {
      const solved = solve(chosen);
      const values = "values" in solved ? solved.values : [];
      return Array.from(
        { length: size },
        (_, i) => [showSurd(values[2 * i]!), showSurd(values[2 * i + 1]!)],
      );
    },
  }, options);
}

function explain(constraints: Constraints, size: number, wording: Wording): DerivationStep[] {
  const mixed = constraints.findIndex(({ meaning }) => meaning.length !== 1);
  if (mixed >= 0) {
    const { args, meaning } = constraints[mixed]!;
    const cases = meaning.map((cone) =>
      explain(constraints.with(mixed, { args, meaning: [cone] }), size, wording)
    );
    const says = wording.constraint(mixed);
    return [
      { says, rule: "given", from: [], constraint: mixed, args },
      { says: `each of ${cases.length} cases contradicts itself`, rule: "cases", from: [0], cases },
    ];
  }
  const rows = constraints.flatMap((constraint, i) =>
    inequalities(constraint).map((row, bound) => ({ row, constraint: i, bound }))
  );
  const solved = solveInequalities(rows.map(({ row }) => row), 2 * size);
  if ("values" in solved) {
    throw new Error("Cannot explain constraints that have a solution, must contradict each other");
  }
  const used = [...solved.clash].filter(([, often]) => signOf(often) > 0);
  const given = used.map(([i]): DerivationStep => {
    const { row, constraint } = rows[i]!;
    return {
      says: `${showRow(row, wording)}: ${wording.constraint(constraint)}`,
      rule: "given",
      from: [],
      constraint,
      args: constraints[constraint]!.args,
    };
  });
  const often = used.map(([, times]) => showSurd(times));
  const total = used.reduce((sum, [i, n]) => plus(sum, times(n, rows[i]!.row.least)), ZERO);
  const says = `taken ${often.join(", ")} times they add up to 0 >= ${showSurd(total)}`;
  return [...given, { says, rule: "sum", from: given.map((_, i) => i), times: often }];
}

function showRow({ terms, least }: Inequality, { name }: Wording): string {
  const sum = [...terms].filter(([, factor]) => signOf(factor) !== 0).map(([variable, factor]) =>
    `(${showSurd(factor)}) ${"xy"[variable % 2]} of ${name(variable >> 1)}`
  );
  return `${sum.join(" + ")} >= ${showSurd(least)}`;
}

/** Rays at 45 degrees. */
const DIAGONALS: readonly Ray[] = [[1n, 1n], [-1n, 1n], [-1n, -1n], [1n, -1n]]
  .map(([x, y]) => [surd(x!), surd(y!)]);

/** Rays at 22.5 degrees and every 45 from there: the tangent of 22.5 degrees is sqrt(2) - 1. */
const HALF_WINDS: readonly Ray[] = (() => {
  const [long, short] = [ONE, surd(-1n, 1n)];
  const first: Ray[] = [[long, short], [short, long]];
  const turned = ([x, y]: Ray): Ray => [minus(ZERO, y), x];
  const rays = [...first];
  for (let quarter = 1; quarter < 4; quarter++) {
    for (const ray of rays.slice(-2)) rays.push(turned(ray));
  }
  return rays;
})();

/** Four sectors of 90 degrees around the compass points. */
export const CONES4: Calculus<ConeMeaning> = cones({
  name: "cones4",
  summary: "in which of four sectors of 90 degrees a point lies from another; complete (linear " +
    "programming over exact numbers)",
  sectors: ["E", "N", "W", "S"],
  rays: DIAGONALS,
});

/** Eight sectors of 45 degrees around the compass points. */
export const CONES8: Calculus<ConeMeaning> = cones({
  name: "cones8",
  summary: "in which of eight sectors of 45 degrees a point lies from another; complete (linear " +
    "programming over exact numbers)",
  sectors: ["E", "NE", "N", "NW", "W", "SW", "S", "SE"],
  rays: HALF_WINDS,
});
