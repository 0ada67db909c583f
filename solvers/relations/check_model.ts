import { list, OBJECT, requireForm } from "../../geometry/form.ts";
import type { ModelValue } from "./calculus.ts";
import type { RelationsModel } from "./relations_outcome.ts";
import type { RelationStatement } from "./statement.ts";

/**
 * Whether models have every relation that was stated, by what the relations mean and by nothing
 * that the solvers use.
 *
 * @param statements the statements
 * @param models things, as {@link solveRelations} gives them
 * @returns null where all hold, else which statement does not, in one sentence
 *
 * Cost: linear in the statements, but for regions, which are cut into cells.
 *
 * @example
 * ```ts
 * import { checkModel } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const statements = [{ calculus: "point", relation: "<", args: ["A", "B"] }];
 * const model = (A: number) => [{ calculus: "point", frame: null, values: { A, B: 2 } }];
 * assertEquals(checkModel(statements, model(1)), null);
 * assertEquals(checkModel(statements, model(2)), "statements[0] does not hold");
 * ```
 */
export function checkModel(
  statements: readonly RelationStatement[],
  models: readonly RelationsModel[],
): string | null {
  requireForm(statements, list(OBJECT), "statements");
  requireForm(models, list(OBJECT), "models");
  for (const [i, statement] of statements.entries()) {
    const { calculus, relation, args, truth = true, frame = null } = statement;
    const model = models.find((model) =>
      model.calculus === calculus && model.frame === frame &&
      args.every((name) => Object.hasOwn(model.values, name))
    );
    if (model === undefined) return `statements[${i}] has no model`;
    const test = TESTS[calculus];
    if (test === undefined) return `statements[${i}] is of ${calculus}, which cannot be checked`;
    const fault = FAULTS[calculus]?.(Object.values(model.values)) ?? null;
    if (fault !== null) return fault;
    const values = args.map((name) => model.values[name]!);
    const places = args.map((name) => Object.keys(model.values).indexOf(name));
    const relations = typeof relation === "string" ? [relation] : relation;
    const holds = relations.some((name) => test(name, values, places));
    if (holds !== truth) return `statements[${i}] does not hold`;
  }
  return null;
}

type Test = (relation: string, values: readonly ModelValue[], places: readonly number[]) => boolean;
type Pair = readonly [number, number];

/** Axes whose relations stand between commas; several on an axis between bars, all as a star. */
function byAxis(one: (a: ModelValue, b: ModelValue) => string, count: number): Test {
  return (relation, [a, b]) => {
    const parts = relation.split(",");
    return parts.every((part, axis) => {
      const [p, q] = count === 1 ? [a!, b!] : [onAxis(a!, axis), onAxis(b!, axis)];
      return part === "*" || part.split("|").includes(one(p, q));
    });
  };
}

function onAxis(value: ModelValue, axis: number): ModelValue {
  return (value as readonly ModelValue[])[axis]!;
}

function pointRelation(a: ModelValue, b: ModelValue): string {
  return a === b ? "=" : a < b ? "<" : ">";
}

function allenRelation(a: ModelValue, b: ModelValue): string {
  const [[s, e], [t, f]] = [a as unknown as Pair, b as unknown as Pair];
  if (s === t && e === f) return "=";
  if (e < t) return "<";
  if (f < s) return ">";
  if (e === t) return "m";
  if (f === s) return "mi";
  if (s === t) return e < f ? "s" : "si";
  if (e === f) return s > t ? "f" : "fi";
  if (s > t && e < f) return "d";
  if (s < t && e > f) return "di";
  return s < t ? "o" : "oi";
}

function wind(a: ModelValue, b: ModelValue): string {
  const [[x, y], [u, v]] = [a as unknown as Pair, b as unknown as Pair];
  return ((y > v ? "N" : y < v ? "S" : "") + (x > u ? "E" : x < u ? "W" : "")) || "EQ";
}

/** The relation of two unions of rectangles with integer corners, by unit cells. */
function regionRelation(a: ModelValue, b: ModelValue): string {
  const [cellsA, cellsB] = [cellsOf(a), cellsOf(b)];
  const isPart = isSubset(cellsA, cellsB);
  const hasPart = isSubset(cellsB, cellsA);
  if (isPart && hasPart) return "EQ";
  if (isPart) return staysInside(cellsA, cellsB) ? "NTPP" : "TPP";
  if (hasPart) return staysInside(cellsB, cellsA) ? "NTPPI" : "TPPI";
  for (const cell of cellsA) if (cellsB.has(cell)) return "PO";
  for (const cell of cellsA) if (around(cell).some((other) => cellsB.has(other))) return "EC";
  return "DC";
}

const WIDTH = 1 << 26;

function cellsOf(region: ModelValue): Set<number> {
  const cells = new Set<number>();
  for (const box of region as unknown as readonly (readonly number[])[]) {
    const [minX, minY, maxX, maxY] = box as [number, number, number, number];
    for (let x = minX; x < maxX; x++) {
      for (let y = minY; y < maxY; y++) cells.add(x * WIDTH + y + WIDTH / 2);
    }
  }
  return cells;
}

function around(cell: number): number[] {
  return [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => cell + dx * WIDTH + dy));
}

function isSubset(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const cell of a) if (!b.has(cell)) return false;
  return true;
}

function staysInside(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const cell of a) if (!around(cell).every((other) => b.has(other))) return false;
  return true;
}

const COARSE: Readonly<Record<string, string>> = {
  DC: "DR",
  EC: "DR",
  PO: "PO",
  TPP: "PP",
  NTPP: "PP",
  TPPI: "PPI",
  NTPPI: "PPI",
  EQ: "EQ",
};

/** p + q * sqrt(2), times a positive number. */
type Root = readonly [p: bigint, q: bigint];

/** Coordinates as multiples of one unit. */
function roots(...texts: readonly ModelValue[]): Root[] {
  const parts = texts.map((text) => {
    const [plain = "0", root = "0"] = String(text).replace("*sqrt2", "").split("+");
    return [plain, root].map((part) => {
      const [num, den = "1"] = part.split("/");
      return [BigInt(num!), BigInt(den)] as const;
    });
  });
  const unit = parts.flat().reduce((product, [, den]) => product * den, 1n);
  return parts.map(([p, q]) => [p![0] * unit / p![1], q![0] * unit / q![1]]);
}

const less = ([a, b]: Root, [c, d]: Root): Root => [a - c, b - d];
const product = ([a, b]: Root, [c, d]: Root): Root => [a * c + 2n * b * d, a * d + b * c];

function rootSign([p, q]: Root): number {
  if (p >= 0n && q >= 0n) return p > 0n || q > 0n ? 1 : 0;
  if (p <= 0n && q <= 0n) return -1;
  return (p * p > 2n * q * q) === (p > 0n) ? 1 : -1;
}

const rootSize = (x: Root): Root => rootSign(x) < 0 ? [-x[0], -x[1]] : x;

function displacement(values: readonly ModelValue[]): [dx: Root, dy: Root] {
  const [a, b] = values as unknown as [Pair, Pair];
  const [x, y, u, v] = roots(...a, ...b) as [Root, Root, Root, Root];
  return [less(x, u), less(y, v)];
}

/** Which of four winds: the larger of the two displacements; on a diagonal the ray between two. */
function fourWinds(values: readonly ModelValue[]): string {
  const [dx, dy] = displacement(values);
  const [east, north] = [rootSign(dx), rootSign(dy)];
  if (east === 0 && north === 0) return "EQ";
  const longer = rootSign(less(rootSize(dx), rootSize(dy)));
  if (longer !== 0) return longer > 0 ? (east > 0 ? "E" : "W") : (north > 0 ? "N" : "S");
  return east > 0 ? (north > 0 ? "E/N" : "S/E") : (north > 0 ? "N/W" : "W/S");
}

/** Which of eight winds: doubling the angle makes the bounds diagonal. */
function eightWinds(values: readonly ModelValue[]): string {
  const [dx, dy] = displacement(values);
  const [east, north] = [rootSign(dx), rootSign(dy)];
  if (east === 0 && north === 0) return "EQ";
  const even = less(product(dx, dx), product(dy, dy));
  const odd = product([2n, 0n], product(dx, dy));
  const straighter = rootSign(less(rootSize(even), rootSize(odd)));
  const straight = rootSign(even) > 0 ? (east > 0 ? "E" : "W") : (north > 0 ? "N" : "S");
  const diagonal = (north > 0 ? "N" : "S") + (east > 0 ? "E" : "W");
  if (straighter !== 0) return straighter > 0 ? straight : diagonal;
  // Counter-clockwise, the ray between the two.
  const round = ["E", "NE", "N", "NW", "W", "SW", "S", "SE"];
  const [i, k] = [round.indexOf(straight), round.indexOf(diagonal)];
  return (i + 1) % 8 === k ? `${straight}/${diagonal}` : `${diagonal}/${straight}`;
}

function gridHolds(relation: string, values: readonly ModelValue[]): boolean {
  const [[x, y], [u, v]] = values as unknown as [Pair, Pair];
  const [dx, dy] = [x - u, y - v];
  const parts = relation.split(",");
  if (parts.length === 2) {
    return parts.every((part, i) => {
      const d = i === 0 ? dx : dy;
      return part === "*" || (part === "<0" ? d < 0 : part === ">0" ? d > 0 : d === Number(part));
    });
  }
  const names = dy > 0
    ? ["upper-left", "above", "upper-right"]
    : dy < 0
    ? ["lower-left", "below", "lower-right"]
    : ["left", "overlap", "right"];
  return relation === names[Math.sign(dx) + 1];
}

function sideOf(values: readonly ModelValue[]): string {
  const [a, b, c] = values.map((value) => (value as readonly number[]).map(BigInt)) as [
    [bigint, bigint],
    [bigint, bigint],
    [bigint, bigint],
  ];
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]];
  const cross = bx * cy - by * cx;
  if (cross !== 0n) return cross > 0n ? "left" : "right";
  if (bx === 0n && by === 0n) return cx === 0n && cy === 0n ? "all one" : "start is goal";
  if (cx === 0n && cy === 0n) return "at start";
  if (cx === bx && cy === by) return "at goal";
  const dot = bx * cx + by * cy;
  return dot < 0n ? "behind" : dot > bx * bx + by * by ? "beyond" : "between";
}

function nearerHolds(
  relation: string,
  values: readonly ModelValue[],
  places: readonly number[],
): boolean {
  const to = (from: number, goal: number) => (values[from] as readonly number[])[places[goal]!]!;
  const [one, other] = values.length === 3 ? [to(0, 1), to(0, 2)] : [to(0, 1), to(2, 3)];
  return relation === (one < other ? "nearer" : one > other ? "farther" : "equal");
}

const TESTS: Readonly<Record<string, Test>> = {
  point: byAxis(pointRelation, 1),
  cardinal: (relation, [a, b]) =>
    relation.includes(",")
      ? byAxis(pointRelation, 2)(relation, [a!, b!], [])
      : wind(a!, b!) === relation,
  allen: byAxis(allenRelation, 1),
  rectangle: byAxis(allenRelation, 2),
  block: byAxis(allenRelation, 3),
  rcc5: (relation, [a, b]) => COARSE[regionRelation(a!, b!)] === relation,
  rcc8: byAxis(regionRelation, 1),
  cones4: (relation, values) => fourWinds(values) === relation,
  cones8: (relation, values) => eightWinds(values) === relation,
  grid: gridHolds,
  sides: (relation, values) => sideOf(values) === relation,
  nearness: nearerHolds,
};

/** What else a model must be, such as a metric. */
const FAULTS: Readonly<Record<string, (values: readonly ModelValue[]) => string | null>> = {
  allen: (values) => {
    const isInterval = values.every((value) =>
      (value as unknown as Pair)[0] < (value as unknown as Pair)[1]
    );
    return isInterval ? null : "an interval of the model does not end after it starts";
  },
  nearness: (values) => {
    const rows = values as unknown as readonly (readonly number[])[];
    const isMetric = rows.every((row, a) =>
      row.every((d, b) =>
        (d > 0) === (a !== b) && d === rows[b]![a] &&
        row.every((e, c) => e <= d + rows[b]![c]!)
      )
    );
    return isMetric ? null : "the distances of the model are no metric";
  },
};
