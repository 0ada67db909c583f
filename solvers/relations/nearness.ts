import {
  type Calculus,
  type CalculusConstraint,
  type ModelValue,
  unknownRelation,
  type Wording,
} from "./calculus.ts";
import { explainNetwork } from "./_explain_network.ts";
import { ConstraintNetwork, search } from "./network.ts";
import { POINT } from "./point.ts";
import { modelOf } from "./_scenario.ts";

const NAMES = ["nearer", "equal", "farther"];
const VERBS = { "<": "is less than", "=": "equals", ">": "is more than" };

/**
 * Comparisons of distances: `nearer` of a, b, c says that a is nearer to b than to c; of a, b, c, d
 * that a and b are nearer to each other than c and d are. Distances of different things are above 0
 * and obey the triangle inequality, which leaves them free otherwise: any order of them is that of
 * some metric, so that the order of points of a line decides.
 */
export const NEARNESS: Calculus<number> = {
  name: "nearness",
  summary: "which of two distances is the shorter, in some metric space; complete (point algebra)",
  arity: [3, 4],
  isComplete: true,
  relations: NAMES,
  read: (relations, truth) => {
    let mask = 0;
    for (const relation of relations) {
      const index = NAMES.indexOf(relation);
      if (index < 0) throw unknownRelation("nearness", relation, `one of ${NAMES.join(" ")}`);
      mask |= 1 << index;
    }
    return truth ? mask : POINT.full & ~mask;
  },
  decide: (constraints, size, { model }) => {
    const { facts, pairs } = comparisons(constraints, size);
    const network = new ConstraintNetwork(POINT, pairs.length);
    for (const { a, b, mask } of facts) network.restrict(a, b, mask);
    if (!search(network, [], { branches: Infinity })) return { status: "inconsistent" };
    return { status: "consistent", model: model ? metric(network, pairs, size) : null };
  },
  explain: (constraints, size, wording) => {
    const { facts, pairs } = comparisons(constraints, size);
    const distance = (pair: number): string => {
      const [a, b] = pairs[pair]!;
      return `the distance of ${wording.name(a)} and ${wording.name(b)}`;
    };
    const spec = { algebra: POINT, axes: [""], verbs: VERBS };
    const words: Wording = { name: distance, constraint: (i) => wording.constraint(i) };
    return explainNetwork(spec, 0, facts, pairs.length, words)!;
  },
};

type Pair = readonly [a: number, b: number];

/** The pairs of things whose distances are compared, and what is said of them. */
function comparisons(constraints: readonly CalculusConstraint<number>[], size: number) {
  const numbers = new Map<number, number>();
  const pairs: Pair[] = [];
  const pairOf = (a: number, b: number): number => {
    const pair: Pair = [Math.min(a, b), Math.max(a, b)];
    const key = pair[0] * size + pair[1];
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, pairs.length);
    return pairs.push(pair) - 1;
  };
  const facts = constraints.map(({ args, meaning }, constraint) => {
    const [a, b, c, d] = args.length === 3 ? [args[0]!, args[1]!, args[0]!, args[2]!] : args;
    return { a: pairOf(a!, b!), b: pairOf(c!, d!), mask: meaning, constraint };
  });
  return { facts, pairs };
}

/** Each thing's distances to all: none more than twice another, so that triangles close. */
function metric(network: ConstraintNetwork, pairs: readonly Pair[], size: number): ModelValue[] {
  const ranks = modelOf(network) as readonly number[];
  const base = Math.max(...ranks, 0) + 1;
  const table = Array.from(
    { length: size },
    (_, a) => Array.from({ length: size }, (_, b) => a === b ? 0 : base),
  );
  pairs.forEach(([a, b], i) => table[a]![b] = table[b]![a] = base + ranks[i]!);
  return table;
}
