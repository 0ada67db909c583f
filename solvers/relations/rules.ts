import {
  type Calculus,
  type CalculusConstraint,
  type Decision,
  type DerivationStep,
  type ModelValue,
  unknownRelation,
  type Wording,
} from "./calculus.ts";

/** A relation of variables, which are numbered. */
export interface RuleLiteral {
  /** The relation. */
  readonly relation: string;
  /** The variables. */
  readonly args: readonly number[];
}

/** A rule: wherever the first all hold, so does the last; null says that they cannot all hold. */
export interface Rule {
  /** What the rule is called. */
  readonly name: string;
  /** The conditions. */
  readonly when: readonly RuleLiteral[];
  /** The conclusion, of variables that the conditions have. */
  readonly then: RuleLiteral | null;
}

/** What a calculus of rules is made from. */
export interface RulesSpec {
  /** The name. */
  readonly name: string;
  /** What it relates. */
  readonly summary: string;
  /** The relations, with how many things each has. */
  readonly relations: Readonly<Record<string, number>>;
  /** The rules, which hold for all things. */
  readonly rules: readonly Rule[];
}

/** What is said of things: one of some relations, or none of them. */
export interface RulesMeaning {
  /** The relations. */
  readonly relations: readonly string[];
  /** Whether one of them is held (true) or all are denied. */
  readonly truth: boolean;
}

/** Something that follows: a relation of things, by a rule from others or by a constraint. */
interface Fact {
  readonly relation: string;
  readonly args: readonly number[];
  readonly by: { readonly rule: Rule; readonly from: readonly number[] } | {
    readonly constraint: number;
  };
}

/** Facts that follow, and the last by which they contradict each other, if they do. */
interface Closure {
  readonly facts: readonly Fact[];
  readonly clash:
    | { readonly rule: Rule; readonly from: readonly number[] }
    | { readonly constraint: number; readonly from: readonly number[] }
    | null;
}

/**
 * A calculus of Horn rules: everything that follows is drawn, and a contradiction is a rule that
 * forbids it or a denied fact. Complete for such rules; "one of these" is decided by cases.
 *
 * @param spec the relations and rules
 * @returns the calculus
 *
 * @example
 * ```ts
 * import { judgeStatement, rulesCalculus } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const [x, y, z] = [0, 1, 2];
 * const kin = rulesCalculus({
 *   name: "inside",
 *   summary: "what is in what",
 *   relations: { in: 2 },
 *   rules: [{
 *     name: "in is transitive",
 *     when: [{ relation: "in", args: [x, y] }, { relation: "in", args: [y, z] }],
 *     then: { relation: "in", args: [x, z] },
 *   }],
 * });
 * const isIn = (a: string, b: string) => ({ calculus: "inside", relation: "in", args: [a, b] });
 * const known = [isIn("cup", "box"), isIn("box", "van")];
 * const { status } = judgeStatement(known, isIn("cup", "van"), { calculi: [kin] });
 * assertEquals(status, "entailed");
 * ```
 */
export function rulesCalculus(spec: RulesSpec): Calculus<RulesMeaning> {
  const { name, summary, relations, rules } = spec;
  const names = Object.keys(relations);
  return {
    name,
    summary,
    arity: [...new Set(Object.values(relations))].sort((a, b) => a - b),
    isComplete: true,
    relations: [],
    read: (list, truth, arity) => {
      for (const relation of list) {
        if (!Object.hasOwn(relations, relation)) {
          throw unknownRelation(name, relation, `one of ${names.join(", ")}`);
        }
        if (relations[relation] !== arity) {
          throw new RangeError(
            `Cannot use relation ${relation} of ${arity} things, must be of ${relations[relation]}`,
          );
        }
      }
      return { relations: list, truth };
    },
    decide: (constraints, size, { branches, model }) =>
      decide(rules, constraints, size, { left: branches }, model),
    explain: (constraints, _size, wording) => explain(rules, constraints, wording),
  };
}

type Constraints = readonly CalculusConstraint<RulesMeaning>[];

/** The first constraint that says "one of these". */
function choiceIn(constraints: Constraints): number {
  return constraints.findIndex(({ meaning }) => meaning.truth && meaning.relations.length !== 1);
}

function decide(
  rules: readonly Rule[],
  constraints: Constraints,
  size: number,
  budget: { left: number },
  model: boolean,
): Decision {
  const at = choiceIn(constraints);
  if (at < 0) {
    const { facts, clash } = close(rules, constraints);
    if (clash !== null) return { status: "inconsistent" };
    return { status: "consistent", model: model ? herbrand(facts, size) : null };
  }
  for (const chosen of chooseAt(constraints, at)) {
    if (budget.left-- <= 0) return { status: "limit", reason: "the search has too many branches" };
    const found = decide(rules, chosen, size, budget, model);
    if (found.status !== "inconsistent") return found;
  }
  return { status: "inconsistent" };
}

function chooseAt(constraints: Constraints, at: number): Constraints[] {
  const { args, meaning } = constraints[at]!;
  return meaning.relations.map((relation) =>
    constraints.with(at, { args, meaning: { relations: [relation], truth: true } })
  );
}

/** What each thing has: `[relation, other things...]`, wherever it comes first. */
function herbrand(facts: readonly Fact[], size: number): ModelValue[] {
  const values = Array.from({ length: size }, (): ModelValue[] => []);
  for (const { relation, args } of facts) values[args[0]!]!.push([relation, ...args.slice(1)]);
  return values;
}

const keyOf = (relation: string, args: readonly number[]) => `${relation} ${args.join(" ")}`;

/** Draws everything that follows from constraints without "one of these". */
function close(rules: readonly Rule[], constraints: Constraints): Closure {
  const facts: Fact[] = [];
  const known = new Map<string, number>();
  const byRelation = new Map<string, number[]>();
  const denied = new Map<string, number>();
  constraints.forEach(({ args, meaning }, i) => {
    if (meaning.truth) return;
    for (const relation of meaning.relations) denied.set(keyOf(relation, args), i);
  });
  const learn = (fact: Fact) => {
    const key = keyOf(fact.relation, fact.args);
    if (known.has(key)) return;
    known.set(key, facts.length);
    const list = byRelation.get(fact.relation);
    if (list === undefined) byRelation.set(fact.relation, [facts.length]);
    else list.push(facts.length);
    facts.push(fact);
  };
  constraints.forEach(({ args, meaning }, constraint) => {
    if (meaning.truth) learn({ relation: meaning.relations[0]!, args, by: { constraint } });
  });
  const uses = usesOf(rules);
  for (let i = 0; i < facts.length; i++) {
    const { relation, args } = facts[i]!;
    const against = denied.get(keyOf(relation, args));
    if (against !== undefined) return { facts, clash: { constraint: against, from: [i] } };
    for (const { rule, at } of uses.get(relation) ?? []) {
      const matches = match(rule, at, i, facts, byRelation);
      for (const { from, values } of matches) {
        if (rule.then === null) return { facts, clash: { rule, from } };
        learn({
          relation: rule.then.relation,
          args: rule.then.args.map((variable) => values.get(variable)!),
          by: { rule, from },
        });
      }
    }
  }
  return { facts, clash: null };
}

interface Use {
  readonly rule: Rule;
  /** Which condition it is. */
  readonly at: number;
}

const USES = new WeakMap<readonly Rule[], ReadonlyMap<string, readonly Use[]>>();

/** The conditions in which a relation stands. */
function usesOf(rules: readonly Rule[]): ReadonlyMap<string, readonly Use[]> {
  const kept = USES.get(rules);
  if (kept !== undefined) return kept;
  const uses = new Map<string, Use[]>();
  for (const rule of rules) {
    rule.when.forEach(({ relation }, at) => {
      const list = uses.get(relation);
      if (list === undefined) uses.set(relation, [{ rule, at }]);
      else list.push({ rule, at });
    });
  }
  USES.set(rules, uses);
  return uses;
}

interface Match {
  readonly from: readonly number[];
  readonly values: ReadonlyMap<number, number>;
}

/** The ways to meet a rule's conditions by facts, the one at `at` by fact `i`, none by a later one. */
function match(
  { when }: Rule,
  at: number,
  i: number,
  facts: readonly Fact[],
  byRelation: ReadonlyMap<string, readonly number[]>,
): Match[] {
  let matches: Match[] = [{ from: [], values: new Map() }];
  when.forEach((literal, k) => {
    const candidates = k === at ? [i] : byRelation.get(literal.relation) ?? [];
    matches = matches.flatMap(({ from, values }) =>
      candidates.flatMap((fact) => {
        if (fact > i) return [];
        const bound = bind(literal.args, facts[fact]!.args, values);
        return bound === null ? [] : [{ from: [...from, fact], values: bound }];
      })
    );
  });
  return matches;
}

function bind(
  variables: readonly number[],
  things: readonly number[],
  values: ReadonlyMap<number, number>,
): Map<number, number> | null {
  const bound = new Map(values);
  for (const [k, variable] of variables.entries()) {
    const value = bound.get(variable);
    if (value === undefined) bound.set(variable, things[k]!);
    else if (value !== things[k]) return null;
  }
  return bound;
}

function explain(
  rules: readonly Rule[],
  constraints: Constraints,
  wording: Wording,
): readonly DerivationStep[] {
  const at = choiceIn(constraints);
  if (at >= 0) {
    const cases = chooseAt(constraints, at).map((chosen) => explain(rules, chosen, wording));
    const says = wording.constraint(at);
    return [
      { says, rule: "given", from: [], constraint: at, args: constraints[at]!.args },
      { says: `each of ${cases.length} cases contradicts itself`, rule: "cases", from: [0], cases },
    ];
  }
  const { facts, clash } = close(rules, constraints);
  if (clash === null) {
    throw new Error("Cannot explain constraints that have a solution, must contradict each other");
  }
  const steps: DerivationStep[] = [];
  const place = new Map<number, number>();
  const words = ({ relation, args: [first, ...rest] }: Fact) =>
    [wording.name(first!), relation, ...rest.map((thing) => wording.name(thing))].join(" ");
  const tell = (i: number): number => {
    const told = place.get(i);
    if (told !== undefined) return told;
    const fact = facts[i]!;
    const from = "rule" in fact.by ? fact.by.from.map(tell) : [];
    const what = { args: fact.args, relations: [fact.relation] };
    steps.push(
      "rule" in fact.by
        ? { says: `${words(fact)}, for ${fact.by.rule.name}`, rule: "rule", from, ...what }
        : {
          says: wording.constraint(fact.by.constraint),
          rule: "given",
          from,
          constraint: fact.by.constraint,
          ...what,
        },
    );
    place.set(i, steps.length - 1);
    return steps.length - 1;
  };
  const from = clash.from.map(tell);
  if ("rule" in clash) {
    return [...steps, { says: `that cannot be: ${clash.rule.name}`, rule: "clash", from }];
  }
  const { constraint } = clash;
  const denied: DerivationStep = {
    says: wording.constraint(constraint),
    rule: "given",
    from: [],
    constraint,
    args: constraints[constraint]!.args,
  };
  const says = "that cannot be: it is denied";
  return [...steps, denied, { says, rule: "clash", from: [...from, steps.length] }];
}
