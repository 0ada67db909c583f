/** The letters of options. */
export const LETTERS: readonly string[] = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

const NUMBERS: readonly string[] = LETTERS.map((_, i) => String(i + 1));

/**
 * What options are called: letters, unless an option is itself one of those letters: then numbers
 * from 1.
 *
 * @param options the words of the options, at most 26
 * @returns a mark for each; null where an option is a letter and another such a number
 *
 * @example
 * ```ts
 * import { marksOf } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(marksOf(["left", "right"]), ["A", "B"]);
 * assertEquals(marksOf(["B", "F"]), ["1", "2"]);
 * ```
 */
export function marksOf(options: readonly string[]): readonly string[] | null {
  const own = new Set(options.map((option) => option.trim().toUpperCase()));
  for (const marks of [LETTERS, NUMBERS]) {
    const used = marks.slice(0, options.length);
    if (!used.some((mark) => own.has(mark))) return used;
  }
  return null;
}
