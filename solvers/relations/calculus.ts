/** What a model gives a thing: a number, or lists of such; `"p/q"` is a fraction. */
export type ModelValue = number | string | readonly ModelValue[];

/** One constraint on numbered things. */
export interface CalculusConstraint<M = unknown> {
  /** The things, by number. */
  readonly args: readonly number[];
  /** What the relation means, as {@link Calculus.read} gave it. */
  readonly meaning: M;
}

/** One step of a derivation. What it says follows from the steps before it that it names. */
export interface DerivationStep {
  /** In words. */
  readonly says: string;
  /** By which rule: a given statement, composition, the sum of inequalities, a search of cases. */
  readonly rule: "given" | "compose" | "cases" | "sum" | "rule" | "clash" | "search";
  /** The places in the derivation of the steps it follows from. */
  readonly from: readonly number[];
  /** For a given step, which constraint it is, by number. */
  readonly constraint?: number;
  /** On what: the things by number, and along which axis where there are several. */
  readonly args?: readonly number[];
  /** The axis, from 0. */
  readonly axis?: number;
  /** What relations are left of the things. */
  readonly relations?: readonly string[];
  /** For a sum, how often each step of `from` is taken. */
  readonly times?: readonly string[];
  /** For cases, a derivation of a contradiction from each; each begins with its assumption. */
  readonly cases?: readonly (readonly DerivationStep[])[];
}

/** What a calculus found of some constraints. */
export type Decision =
  | { readonly status: "consistent"; readonly model: readonly ModelValue[] | null }
  | { readonly status: "inconsistent" }
  | { readonly status: "limit"; readonly reason: string };

/** How a calculus decides. */
export interface DecideOptions {
  /** How many branches a search may look at. */
  readonly branches: number;
  /** Whether a model is asked for. */
  readonly model: boolean;
}

/** What a derivation may say of things and constraints. */
export interface Wording {
  /** The name of a thing. */
  name(thing: number): string;
  /** A constraint in words. */
  constraint(index: number): string;
}

/** A calculus: what its relations are called, what they mean, and how they are decided. */
export interface Calculus<M = unknown> {
  /** The name, as statements give it. */
  readonly name: string;
  /** What it relates, and by what procedure it is decided, in a sentence. */
  readonly summary: string;
  /** How many things a relation may have. */
  readonly arity: readonly number[];
  /** Whether every set of statements is decided, given time; else some end as a limit. */
  readonly isComplete: boolean;
  /** The base relations: things stand in exactly one of them. Empty where there are no such. */
  readonly relations: readonly string[];
  /**
   * What "one of these relations" means; with `truth` false, none of them.
   *
   * @throws RangeError for a relation that is unknown
   */
  read(relations: readonly string[], truth: boolean, arity: number): M;
  /** Whether constraints have a solution. */
  decide(
    constraints: readonly CalculusConstraint<M>[],
    size: number,
    options: DecideOptions,
  ): Decision;
  /** How constraints that have no solution, and none of which can be left out, clash. */
  explain(
    constraints: readonly CalculusConstraint<M>[],
    size: number,
    wording: Wording,
  ): readonly DerivationStep[];
}

/** One error for a relation that a calculus does not know. */
export function unknownRelation(calculus: string, relation: string, known: string): RangeError {
  return new RangeError(
    `Cannot use relation ${
      JSON.stringify(relation)
    } of ${calculus}: it is unknown, must be ${known}`,
  );
}
