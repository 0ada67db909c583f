/**
 * How far an instance is from the nearest one with another answer: a certified lower bound.
 * `value` is a double rounded down; `unit` says what it measures, for example `"degree"`,
 * `"unit"` (of the coordinates), `"square unit"`, `"step"`.
 */
export interface Margin {
  /** The lower bound, 0 or more. */
  readonly value: number;
  /** What the bound measures. */
  readonly unit: string;
}

/** One right answer, proven. `margin` is null where no boundary exists, as for a plain count. */
export interface ExactOutcome<V> {
  /** Tells the members of the union apart. */
  readonly status: "exact";
  /** The only right answer. */
  readonly value: V;
  /** How far the nearest decision boundary is, at least. */
  readonly margin: Margin | null;
}

/** Several answers, proven equally right. */
export interface TieOutcome<V> {
  /** Tells the members of the union apart. */
  readonly status: "tie";
  /** All the right answers, two or more. */
  readonly values: readonly V[];
}

/** The facts leave several answers open. */
export interface UndeterminedOutcome<V> {
  /** Tells the members of the union apart. */
  readonly status: "undetermined";
  /** Every answer the facts allow. */
  readonly possible: readonly V[];
}

/** No answer exists. */
export interface ImpossibleOutcome {
  /** Tells the members of the union apart. */
  readonly status: "impossible";
  /** Why, in one sentence. */
  readonly reason: string;
  /** The facts that clash or block, where there are such: none of them can be left out. */
  readonly core?: readonly string[];
}

/** The budget ran out: what was proven is said, nothing more. */
export interface LimitOutcome<V> {
  /** Tells the members of the union apart. */
  readonly status: "limit";
  /** The optimum is at least this. */
  readonly lower: number | string;
  /** The optimum is at most this; null when nothing feasible was found. */
  readonly upper: number | string | null;
  /** The best answer found; null when none was. */
  readonly best: V | null;
}

/** A quantity known from both sides, whatever the budget: certified bounds. */
export interface BetweenOutcome {
  /** Tells the members of the union apart. */
  readonly status: "between";
  /** The quantity is at least this. */
  readonly lower: number | string;
  /** The quantity is at most this. */
  readonly upper: number | string;
  /** What both are measured in. */
  readonly unit: string;
}

/** What a solver answers: one union for every solver, so that nothing is blurred. */
export type Outcome<V> =
  | ExactOutcome<V>
  | TieOutcome<V>
  | UndeterminedOutcome<V>
  | ImpossibleOutcome
  | LimitOutcome<V>
  | BetweenOutcome;

/**
 * The answer that is proven to be the only right one.
 *
 * @param value the answer
 * @param margin how far the nearest decision boundary is, at least; null where there is none
 * @returns an outcome of status `exact`
 *
 * @example
 * ```ts
 * import { exact } from "@alidade/core/solvers";
 *
 * exact("north", { value: 3, unit: "degree" });
 * ```
 */
export function exact<V>(value: V, margin: Margin | null = null): ExactOutcome<V> {
  return { status: "exact", value, margin };
}

/**
 * Answers that are proven equally right.
 *
 * @param values the answers, two or more
 * @returns an outcome of status `tie`
 * @throws RangeError when there are fewer than two
 *
 * @example
 * ```ts
 * import { tie } from "@alidade/core/solvers";
 *
 * tie(["north", "east"]);
 * ```
 */
export function tie<V>(values: readonly V[]): TieOutcome<V> {
  if (values.length < 2) {
    throw new RangeError(`Cannot tie ${values.length} answers, must be at least 2`);
  }
  return { status: "tie", values };
}

/**
 * Answers that the facts leave open.
 *
 * @param possible every answer the facts allow
 * @returns an outcome of status `undetermined`
 *
 * @example
 * ```ts
 * import { undetermined } from "@alidade/core/solvers";
 *
 * undetermined(["left", "right"]);
 * ```
 */
export function undetermined<V>(possible: readonly V[]): UndeterminedOutcome<V> {
  return { status: "undetermined", possible };
}

/**
 * The proof that no answer exists.
 *
 * @param reason why, in one sentence
 * @param core the facts that clash, where there are such
 * @returns an outcome of status `impossible`
 *
 * @example
 * ```ts
 * import { impossible } from "@alidade/core/solvers";
 *
 * impossible("the two points are the same");
 * ```
 */
export function impossible(reason: string, core?: readonly string[]): ImpossibleOutcome {
  return core === undefined
    ? { status: "impossible", reason }
    : { status: "impossible", reason, core };
}

/**
 * A quantity that is known from both sides.
 *
 * @param lower it is at least this
 * @param upper it is at most this
 * @param unit what both are measured in
 * @returns an outcome of status `between`
 *
 * @example
 * ```ts
 * import { bounded } from "@alidade/core/solvers";
 *
 * bounded("2.99", "3.01", "metre");
 * ```
 */
export function bounded(
  lower: number | string,
  upper: number | string,
  unit: string,
): BetweenOutcome {
  return { status: "between", lower, upper, unit };
}
