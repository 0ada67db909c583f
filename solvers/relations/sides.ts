import { orientation } from "../../geometry/mod.ts";
import {
  type Calculus,
  type CalculusConstraint,
  type DerivationStep,
  unknownRelation,
  type Wording,
} from "./calculus.ts";
import { completeTurns, type TurnFact } from "./_turns.ts";

/** A point with integer coordinates. */
type Point = readonly [x: number, y: number];

/** The base relations: where C lies for one who stands at A and faces B. */
const RELATIONS = [
  "left",
  "right",
  "beyond",
  "between",
  "behind",
  "at start",
  "at goal",
  "start is goal",
  "all one",
];

const BIT: Readonly<Record<string, number>> = Object.fromEntries(
  RELATIONS.map((name, i) => [name, 1 << i]),
);

/** Which turns A, B, C may make, as bits: 1 right, 2 none, 4 left. */
function turnsOf(mask: number): number {
  const straight = mask & ~(BIT.left! | BIT.right!);
  return (mask & BIT.right! ? 1 : 0) | (straight ? 2 : 0) | (mask & BIT.left! ? 4 : 0);
}

/** The base relation of three points, as a bit. */
function relationOf(a: Point, b: Point, c: Point): number {
  const turn = orientation(...a, ...b, ...c);
  if (turn !== 0) return turn > 0 ? BIT.left! : BIT.right!;
  const isSame = (p: Point, q: Point) => p[0] === q[0] && p[1] === q[1];
  if (isSame(a, b)) return isSame(a, c) ? BIT["all one"]! : BIT["start is goal"]!;
  if (isSame(a, c)) return BIT["at start"]!;
  if (isSame(b, c)) return BIT["at goal"]!;
  const along = (p: Point) => (p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1]);
  const [goal, here] = [along(b), along(c)];
  return here < 0 ? BIT.behind! : here > goal ? BIT.beyond! : BIT.between!;
}

/**
 * Where C lies for one who stands at A and faces B: `left`, `right`, or on the line, of seven ways;
 * the arguments are A, B, C. To decide this is NP-hard and worse, so that it is tried: points on a
 * grid that show it, or a proof that no signs of all turns obey the identities of determinants
 * (Grassmann & Pluecker). Where neither is found the answer is a limit.
 */
export const SIDES: Calculus<number> = {
  name: "sides",
  summary: "left or right of a directed line, or where on it; tried: a witness or a refutation",
  arity: [3],
  isComplete: false,
  relations: RELATIONS,
  read: (relations, truth) => {
    let mask = 0;
    for (const relation of relations) {
      if (!Object.hasOwn(BIT, relation)) {
        throw unknownRelation("sides", relation, `one of ${RELATIONS.join(", ")}`);
      }
      mask |= BIT[relation]!;
    }
    return truth ? mask : (1 << RELATIONS.length) - 1 & ~mask;
  },
  decide: (constraints, size, { branches }) => {
    const witness = findPoints(constraints, size, FIRST_TRY);
    if (witness !== null) return { status: "consistent", model: witness };
    const turns = completeTurns(turnFacts(constraints), size, branches);
    if (turns === false) return { status: "inconsistent" };
    const late = findPoints(constraints, size, SECOND_TRY);
    if (late !== null) return { status: "consistent", model: late };
    const why = turns === null ? `the search looked at ${branches} branches` : "no points found";
    return { status: "limit", reason: `neither points nor a refutation: ${why}` };
  },
  explain: (constraints, size, wording) => explain(constraints, size, wording),
};

type Constraints = readonly CalculusConstraint<number>[];

function turnFacts(constraints: Constraints): TurnFact[] {
  return constraints.map(({ args, meaning }) => {
    const [a, b, c] = args as [number, number, number];
    return { a, b, c, turns: turnsOf(meaning) };
  });
}

/** How many moves are tried, before a refutation is looked for and after. */
const FIRST_TRY = 2_000;
const SECOND_TRY = 20_000;

/** Points that have all the relations, by moving one of a violated relation at a time; or null. */
function findPoints(constraints: Constraints, size: number, moves: number): Point[] | null {
  const next = xorshift(0x9e3779b9);
  const reach = 1 << 10;
  const anywhere = (): Point => [next(reach), next(reach)];
  let points = Array.from({ length: size }, anywhere);
  const ofPoint = Array.from(
    { length: size },
    (_, i) => constraints.filter(({ args }) => args.includes(i)),
  );
  const isBroken = ({ args, meaning }: Constraints[number]) => {
    const [a, b, c] = args.map((i) => points[i]!) as [Point, Point, Point];
    return (relationOf(a, b, c) & meaning) === 0;
  };
  for (let move = 0; move < moves; move++) {
    const broken = constraints.filter(isBroken);
    if (broken.length === 0) return points;
    // A new beginning now and then leaves what no single move mends.
    if (move % 500 === 499) points = Array.from({ length: size }, anywhere);
    const { args } = broken[next(broken.length)]!;
    const moved = args[next(3)]!;
    let best: Point = points[moved]!;
    let least = ofPoint[moved]!.filter(isBroken).length;
    for (const place of places(args, points, moved, anywhere, next)) {
      points[moved] = place;
      const count = ofPoint[moved]!.filter(isBroken).length;
      if (count < least || count === least && next(4) === 0) [best, least] = [place, count];
    }
    points[moved] = best;
  }
  return null;
}

/** Where a point might go: somewhere, nearby, or onto the line of the two others. */
function places(
  args: readonly number[],
  points: readonly Point[],
  moved: number,
  anywhere: () => Point,
  next: (below: number) => number,
): Point[] {
  const [p, q] = args.filter((i) => i !== moved).map((i) => points[i]!) as [Point, Point];
  const [x, y] = points[moved]!;
  const tries: Point[] = [p, q];
  for (const k of [-1, 2]) tries.push([p[0] + k * (q[0] - p[0]), p[1] + k * (q[1] - p[1])]);
  if ((p[0] + q[0]) % 2 === 0 && (p[1] + q[1]) % 2 === 0) {
    tries.push([(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]);
  }
  for (let i = 0; i < 4; i++) tries.push(anywhere());
  for (const size of [4, 32, 256]) {
    tries.push([x + next(2 * size + 1) - size, y + next(2 * size + 1) - size]);
  }
  return tries.filter(([x, y]) => Math.abs(x) < 1 << 20 && Math.abs(y) < 1 << 20);
}

/** xorshift32: the same search for the same statements. */
function xorshift(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function explain(constraints: Constraints, size: number, wording: Wording): DerivationStep[] {
  const given = constraints.map(({ args }, constraint): DerivationStep => {
    return { says: wording.constraint(constraint), rule: "given", from: [], constraint, args };
  });
  const says =
    `no choice of left, right or straight for every three of the ${size} points agrees ` +
    "with these and with the identities of determinants";
  return [...given, { says, rule: "search", from: given.map((_, i) => i) }];
}
