import type { Calculus, DerivationStep, ModelValue } from "./calculus.ts";

/** How `solveRelations` and its like search. */
export interface RelationsOptions {
  /** How many branches one search may look at; 100,000 when left out. */
  readonly branches?: number;
  /** Calculi beside those of `CALCULI`, such as one's own rules. */
  readonly calculi?: readonly Calculus[];
}

/** Things that have all the relations that were stated of them. */
export interface RelationsModel {
  /** The calculus. */
  readonly calculus: string;
  /** The frame of reference; null where none was stated. */
  readonly frame: string | null;
  /** What each thing is: a number, an interval, a box, a point, rectangles, by its calculus. */
  readonly values: Readonly<Record<string, ModelValue>>;
}

/** The statements can all hold. */
export interface ConsistentRelations {
  /** Tells the members of the union apart. */
  readonly status: "consistent";
  /** A model of each group of statements that hang together. */
  readonly models: readonly RelationsModel[];
}

/** Some statements contradict each other. */
export interface InconsistentRelations {
  /** Tells the members of the union apart. */
  readonly status: "inconsistent";
  /** What the statements are called that contradict each other. */
  readonly core: readonly string[];
  /** The places of these statements. */
  readonly statements: readonly number[];
  /** Whether it is proven that none of them can be left out. */
  readonly isMinimal: boolean;
  /** How the contradiction follows, step by step; `args` number the things of {@link things}. */
  readonly derivation: readonly DerivationStep[];
  /** The things that the derivation speaks of. */
  readonly things: readonly string[];
}

/** A search ran into its limit: nothing is known. */
export interface RelationsLimit {
  /** Tells the members of the union apart. */
  readonly status: "limit";
  /** What ran out, or what the procedure cannot decide. */
  readonly reason: string;
}

/** What `solveRelations` found. */
export type RelationsOutcome = ConsistentRelations | InconsistentRelations | RelationsLimit;

/** How a statement stands to others. */
export type Standing =
  | {
    /** It follows, or its opposite does. */
    readonly status: "entailed" | "refuted";
    /** A smallest part of the statements from which it does. */
    readonly because: readonly string[];
    /** Whether it is proven that none of them can be left out. */
    readonly isMinimal: boolean;
    /** How the opposite would contradict them. */
    readonly derivation: readonly DerivationStep[];
    /** The things that the derivation speaks of. */
    readonly things: readonly string[];
  }
  | {
    /** It may hold or not. */
    readonly status: "open";
  }
  | InconsistentRelations
  | RelationsLimit;
