import type { RelationAlgebra } from "./algebra.ts";
import {
  type Calculus,
  type CalculusConstraint,
  type DecideOptions,
  type Decision,
  type DerivationStep,
  type ModelValue,
  unknownRelation,
  type Wording,
} from "./calculus.ts";
import { type AxisFact, explainNetwork } from "./_explain_network.ts";
import { type Budget, ConstraintNetwork, type Found, search } from "./network.ts";
import { modelOf } from "./_scenario.ts";

/** What "one of these relations" means: alternatives, each a mask an axis. */
export type AxesMeaning = readonly (readonly number[])[];

/** What a calculus of axes is made from. */
export interface AxesSpec {
  /** The name. */
  readonly name: string;
  /** What it relates. */
  readonly summary: string;
  /** How things relate along each axis. */
  readonly algebra: RelationAlgebra;
  /** What the axes are called in derivations; one of them may be nameless. */
  readonly axes: readonly string[];
  /** Names of base relations that do not list those of the axes: one base relation an axis. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** What each base relation of the algebra is called in a sentence. */
  readonly verbs: Readonly<Record<string, string>>;
}

/**
 * A calculus whose relations are those of one algebra along each of some axes: Allen's algebra is
 * one of one axis, the rectangle algebra one of two. The axes are independent, so that whatever
 * does not mix them is decided axis by axis, and the rest by cases (Balbiani et al. 1999).
 *
 * A relation is written as its base relations on the axes, `"<,m"`; an axis may have several,
 * `"<|m,*"`, and `*` is all of them.
 */
export function axesCalculus(spec: AxesSpec): Calculus<AxesMeaning> {
  const { name, summary, algebra, axes, names = {}, verbs } = spec;
  const tuples = products(axes.map(() => algebra.relations));
  const relations = Object.keys(names).length > 0
    ? Object.keys(names)
    : tuples.map((tuple) => tuple.join(","));
  const tupleOf = (relation: string): readonly number[] => {
    if (Object.hasOwn(names, relation)) return algebraMasks(algebra, names[relation]!);
    const parts = relation.split(",");
    const masks = parts.map((part) => part === "*" ? algebra.full : maskOf(algebra, part));
    if (parts.length !== axes.length || masks.includes(0)) {
      throw unknownRelation(name, relation, known(relations, axes.length));
    }
    return masks;
  };
  return {
    name,
    summary,
    arity: [2],
    isComplete: true,
    relations,
    read: (list, truth) => {
      if (axes.length === 1) {
        const mask = list.reduce((mask, relation) => mask | tupleOf(relation)[0]!, 0);
        return [[truth ? mask : algebra.full & ~mask]];
      }
      return alternatives(algebra, list.map(tupleOf), axes.length, truth);
    },
    decide: (constraints, size, options) => decide(spec, constraints, size, options),
    explain: (constraints, size, wording) =>
      explain({ ...spec, verbs }, constraints, size, wording),
  };
}

function products(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (heads, list) => heads.flatMap((head) => list.map((relation) => [...head, relation])),
    [[]],
  );
}

function known(relations: readonly string[], axes: number): string {
  const one = `one of ${relations.slice(0, 13).join(" ")}${relations.length > 13 ? " ..." : ""}`;
  return axes === 1 ? one : `${one}, with "|" between several on an axis and "*" for all`;
}

function algebraMasks(algebra: RelationAlgebra, names: readonly string[]): number[] {
  return names.map((relation) => algebra.mask([relation]));
}

/** The mask of relations with bars between them; 0 where one is unknown. */
function maskOf(algebra: RelationAlgebra, text: string): number {
  let mask = 0;
  for (const relation of text.split("|")) {
    const index = algebra.indexOf(relation);
    if (index < 0) return 0;
    mask |= 1 << index;
  }
  return mask;
}

/** Few products of masks that make up some products of masks, or their complement. */
function alternatives(
  algebra: RelationAlgebra,
  products: readonly (readonly number[])[],
  axes: number,
  truth: boolean,
): AxesMeaning {
  if (axes === 0) return products.length > 0 === truth ? [[]] : [];
  // Base relations of the first axis that leave the same on the others go together.
  const groups = new Map<string, { mask: number; rest: AxesMeaning }>();
  algebra.relations.forEach((_, base) => {
    const inside = products.filter(([first]) => first! >> base & 1).map((p) => p.slice(1));
    const rest = alternatives(algebra, inside, axes - 1, truth);
    const key = JSON.stringify(rest);
    const group = groups.get(key) ?? { mask: 0, rest };
    group.mask |= 1 << base;
    groups.set(key, group);
  });
  return [...groups.values()].flatMap(({ mask, rest }) => rest.map((tail) => [mask, ...tail]));
}

type Constraints = readonly CalculusConstraint<AxesMeaning>[];

function decide(
  { algebra, axes }: AxesSpec,
  constraints: Constraints,
  size: number,
  { branches, model }: DecideOptions,
): Decision {
  const networks = axes.map(() => new ConstraintNetwork(algebra, size));
  const pairs = axes.map(() => new Set<number>());
  const open: Constraints[number][] = [];
  for (const constraint of constraints) {
    if (constraint.meaning.length !== 1) open.push(constraint);
    else put(networks, constraint, constraint.meaning[0]!);
    const [a, b] = constraint.args as [number, number];
    for (const set of pairs) set.add(Math.min(a, b) * size + Math.max(a, b));
  }
  const budget: Budget = { branches };
  const found = searchAxes(networks, pairs.map((set) => [...set]), open, budget);
  if (found === null) {
    return { status: "limit", reason: `the search looked at ${branches} branches` };
  }
  if (!found) return { status: "inconsistent" };
  return { status: "consistent", model: model ? combine(networks, size) : null };
}

function combine(networks: readonly ConstraintNetwork[], size: number): ModelValue[] {
  const models = networks.map(modelOf);
  if (models.length === 1) return [...models[0]!];
  return Array.from({ length: size }, (_, i) => models.map((model) => model[i]!));
}

function put(
  networks: readonly ConstraintNetwork[],
  { args }: CalculusConstraint,
  masks: readonly number[],
): void {
  masks.forEach((mask, axis) => networks[axis]!.restrict(args[0]!, args[1]!, mask));
}

/** Tries the alternatives of constraints that mix axes, then each axis by itself. */
function searchAxes(
  networks: readonly ConstraintNetwork[],
  pairs: readonly (readonly number[])[],
  open: Constraints,
  budget: Budget,
): Found {
  if (!networks.every((network) => network.close())) return false;
  let best: { rest: Constraints; choice: Constraints[number]; ways: AxesMeaning } | null = null;
  for (const choice of open) {
    const [a, b] = choice.args as [number, number];
    const ways = choice.meaning.filter((masks) =>
      masks.every((mask, axis) => (networks[axis]!.get(a, b) & mask) !== 0)
    );
    if (ways.length === 0) return false;
    if (best === null || ways.length < best.ways.length) {
      best = { rest: open.filter((other) => other !== choice), choice, ways };
    }
  }
  if (best === null) return searchEach(networks, pairs, budget);
  const saved = networks.map(({ masks }) => masks.slice());
  for (const way of best.ways) {
    if (budget.branches-- <= 0) return null;
    put(networks, best.choice, way);
    const found = searchAxes(networks, pairs, best.rest, budget);
    if (found !== false) return found;
    networks.forEach((network, axis) => network.restore(saved[axis]!));
  }
  return false;
}

function searchEach(
  networks: readonly ConstraintNetwork[],
  pairs: readonly (readonly number[])[],
  budget: Budget,
): Found {
  for (const [axis, network] of networks.entries()) {
    const found = search(network, pairs[axis]!, budget);
    if (found !== true) return found;
  }
  return true;
}

/** Cases over the first constraint that mixes axes; without such, the axis that clashes. */
function explain(
  spec: AxesSpec,
  constraints: Constraints,
  size: number,
  wording: Wording,
): readonly DerivationStep[] {
  const mixed = constraints.findIndex(({ meaning }) => meaning.length !== 1);
  if (mixed < 0) return explainAxes(spec, constraints, size, wording);
  const { args, meaning } = constraints[mixed]!;
  const given: DerivationStep = {
    says: wording.constraint(mixed),
    rule: "given",
    from: [],
    constraint: mixed,
    args,
  };
  const cases = meaning.map((way) =>
    explain(spec, constraints.with(mixed, { args, meaning: [way] }), size, wording)
  );
  const says = cases.length === 0
    ? "no relation is left"
    : `each of ${cases.length} cases contradicts itself`;
  return [given, { says, rule: "cases", from: [0], cases }];
}

function explainAxes(
  spec: AxesSpec,
  constraints: Constraints,
  size: number,
  wording: Wording,
): readonly DerivationStep[] {
  for (const axis of spec.axes.keys()) {
    const facts = constraints.map(({ args, meaning }, constraint): AxisFact => ({
      a: args[0]!,
      b: args[1]!,
      mask: meaning[0]![axis]!,
      constraint,
    }));
    const steps = explainNetwork(spec, axis, facts, size, wording);
    if (steps !== null) return steps;
  }
  throw new Error("Cannot explain constraints that have a solution, must contradict each other");
}
