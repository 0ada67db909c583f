import { minus, ONE, over, plus, signOf, type Surd, times, ZERO } from "./_surd.ts";

/** A linear inequality: the sum of coefficients times variables is at least `least`. */
export interface Inequality {
  /** By variable; a variable that is absent has coefficient 0. */
  readonly terms: ReadonlyMap<number, Surd>;
  readonly least: Surd;
}

/** Values of the variables, or the inequalities that clash with how often each is taken. */
export type Feasibility =
  | { readonly values: readonly Surd[] }
  | { readonly clash: ReadonlyMap<number, Surd> };

/**
 * Whether inequalities have a solution, over exact numbers (the simplex method in its form for
 * feasibility, Dutertre & de Moura 2006; Bland's rule ends it). A clash is a proof: taken so often
 * each, the left sides add up to 0 and the right sides to more (Farkas 1902).
 */
export function solveInequalities(
  inequalities: readonly Inequality[],
  variables: number,
): Feasibility {
  // Variables come first, then one slack an inequality, which has its lower bound.
  const rows = new Map<number, Map<number, Surd>>();
  inequalities.forEach(({ terms }, i) => rows.set(variables + i, new Map(terms)));
  const values = new Array<Surd>(variables + inequalities.length).fill(ZERO);
  const least = (i: number) => i < variables ? null : inequalities[i - variables]!.least;
  while (true) {
    const low = [...rows.keys()].sort((a, b) => a - b).find((i) => {
      const bound = least(i);
      return bound !== null && signOf(minus(values[i]!, bound)) < 0;
    });
    if (low === undefined) return { values: values.slice(0, variables) };
    const row = rows.get(low)!;
    const enter = [...row.keys()].sort((a, b) => a - b).find((j) => {
      const direction = signOf(row.get(j)!);
      if (direction === 0) return false;
      const bound = least(j);
      return direction > 0 || bound === null || signOf(minus(values[j]!, bound)) > 0;
    });
    if (enter === undefined) return { clash: multipliers(low, row, variables) };
    pivot(rows, values, low, enter, least(low)!);
  }
}

/** A row that cannot rise: its slack, and those that hold it down, each so often. */
function multipliers(
  low: number,
  row: ReadonlyMap<number, Surd>,
  variables: number,
): ReadonlyMap<number, Surd> {
  const clash = new Map([[low - variables, ONE]]);
  for (const [j, coefficient] of row) {
    if (signOf(coefficient) !== 0) clash.set(j - variables, minus(ZERO, coefficient));
  }
  return clash;
}

/** Brings `enter` into the basis in place of `leave`, which takes the value `target`. */
function pivot(
  rows: Map<number, Map<number, Surd>>,
  values: Surd[],
  leave: number,
  enter: number,
  target: Surd,
): void {
  const row = rows.get(leave)!;
  const coefficient = row.get(enter)!;
  const step = over(minus(target, values[leave]!), coefficient);
  values[leave] = target;
  values[enter] = plus(values[enter]!, step);
  for (const [i, other] of rows) {
    const slope = other.get(enter);
    if (i !== leave && slope !== undefined) values[i] = plus(values[i]!, times(slope, step));
  }
  rows.delete(leave);
  row.delete(enter);
  const solved = new Map<number, Surd>([[leave, over(ONE, coefficient)]]);
  for (const [j, a] of row) solved.set(j, minus(ZERO, over(a, coefficient)));
  for (const other of rows.values()) {
    const slope = other.get(enter);
    if (slope === undefined) continue;
    other.delete(enter);
    for (const [j, a] of solved) {
      const sum = plus(other.get(j) ?? ZERO, times(slope, a));
      if (signOf(sum) === 0) other.delete(j);
      else other.set(j, sum);
    }
  }
  rows.set(enter, solved);
}
