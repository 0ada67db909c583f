/** Converse and composition of base relations. */
export interface BaseTables {
  /** The base relation of b to a, by that of a to b. */
  readonly converse: readonly number[];
  /** The base relations of a to c as bits, by those of a to b and b to c. */
  readonly compose: readonly (readonly number[])[];
}

/**
 * The tables of relations by what they mean: every triple of things is looked at, of enough things
 * that each constellation of three occurs.
 */
export function tablesFrom<T>(
  things: readonly T[],
  count: number,
  relationOf: (a: T, b: T) => number,
): BaseTables {
  const converse = new Array<number>(count).fill(0);
  const compose = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  const between = things.map((a) => things.map((b) => relationOf(a, b)));
  things.forEach((_, a) => {
    things.forEach((_, b) => {
      const ab = between[a]![b]!;
      converse[ab] = between[b]![a]!;
      const row = compose[ab]!;
      things.forEach((_, c) => row[between[b]![c]!]! |= 1 << between[a]![c]!);
    });
  });
  return { converse, compose };
}
