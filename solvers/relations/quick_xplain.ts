/** Whether some of the members contradict each other; null where that could not be told. */
export type Contradicts = (members: readonly number[]) => boolean | null;

/** A part that contradicts itself. */
export interface Core {
  /** Its members, in ascending order. */
  readonly members: readonly number[];
  /** Whether none of them can be left out; false where a test ran into its limit. */
  readonly isMinimal: boolean;
}

/**
 * A minimal part of `count` members that contradicts itself, as all of them together do
 * (QuickXplain, Junker 2004): few tests where the part is small.
 *
 * @param count how many members there are
 * @param contradicts tells whether some members contradict each other; more of them still do
 * @returns the part
 *
 * @example
 * ```ts
 * import { quickXplain } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const core = quickXplain(100, (some) => some.includes(7) && some.includes(42));
 * assertEquals(core, { members: [7, 42], isMinimal: true });
 * ```
 */
export function quickXplain(count: number, contradicts: Contradicts): Core {
  let isMinimal = true;
  const test = (members: readonly number[]) => {
    const found = contradicts(members);
    if (found === null) isMinimal = false;
    return found === true;
  };
  /** What of `members` is needed beside `held`, which grew since it was last tested if `hasGrown`. */
  const needed = (
    held: readonly number[],
    hasGrown: boolean,
    members: readonly number[],
  ): readonly number[] => {
    if (hasGrown && test(held)) return [];
    if (members.length === 1) return members;
    const half = members.length >> 1;
    const [first, second] = [members.slice(0, half), members.slice(half)];
    const inSecond = needed([...held, ...first], first.length > 0, second);
    const inFirst = needed([...held, ...inSecond], inSecond.length > 0, first);
    return [...inFirst, ...inSecond];
  };
  const all = Array.from({ length: count }, (_, i) => i);
  const members = count === 0 || test([]) ? [] : needed([], false, all);
  return { members: members.toSorted((a, b) => a - b), isMinimal };
}
