import { ALLEN } from "./allen.ts";

/** An interval with ends that are exact; a start at its end is allowed: a point. */
export type ExactInterval = readonly [start: bigint, end: bigint];

/**
 * The relation of two intervals of Allen's algebra. A point among intervals may have several at
 * once (a point at a start both meets it and starts it): then all of them.
 *
 * @param a an interval, its start at most its end
 * @param b another
 * @returns the base relations that fit, one where both have length
 * @throws RangeError for an interval that ends before it starts
 *
 * @example
 * ```ts
 * import { intervalRelations } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(intervalRelations([0n, 2n], [2n, 5n]), ["m"]);
 * assertEquals(intervalRelations([2n, 2n], [2n, 5n]), ["m", "s"]);
 * ```
 */
export function intervalRelations(a: ExactInterval, b: ExactInterval): string[] {
  for (const [start, end] of [a, b]) {
    if (start > end) {
      throw new RangeError(
        `Cannot relate interval ${start} to ${end}: it must not end before it starts`,
      );
    }
  }
  const [[s, e], [t, f]] = [a, b];
  if (s === t && e === f) return ["="];
  return ALLEN.relations.filter((name) => HOLDS[name]!(s, e, t, f));
}

type Test = (s: bigint, e: bigint, t: bigint, f: bigint) => boolean;

/** Each base relation of [s, e] to [t, f], by its definition. */
const HOLDS: Readonly<Record<string, Test>> = {
  "<": (_s, e, t) => e < t,
  ">": (s, _e, _t, f) => s > f,
  d: (s, e, t, f) => s > t && e < f,
  di: (s, e, t, f) => s < t && e > f,
  o: (s, e, t, f) => s < t && t < e && e < f,
  oi: (s, e, t, f) => t < s && s < f && f < e,
  m: (_s, e, t) => e === t,
  mi: (s, _e, _t, f) => s === f,
  s: (s, e, t, f) => s === t && e < f,
  si: (s, e, t, f) => s === t && e > f,
  f: (s, e, t, f) => e === f && s > t,
  fi: (s, e, t, f) => e === f && s < t,
  "=": () => false,
};

/**
 * How two closed boxes meet, of the 8 ways of RCC-8, by the relations of their intervals on each
 * axis.
 *
 * @param axes one of Allen's relations an axis
 * @returns the base relation of RCC-8
 *
 * @example
 * ```ts
 * import { boxRcc8 } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(boxRcc8(["d", "s"]), "TPP");
 * ```
 */
export function boxRcc8(axes: readonly string[]): string {
  const all = (names: string) => axes.every((name) => names.split(" ").includes(name));
  if (axes.some((name) => name === "<" || name === ">")) return "DC";
  if (axes.some((name) => name === "m" || name === "mi")) return "EC";
  if (all("=")) return "EQ";
  if (all("d")) return "NTPP";
  if (all("di")) return "NTPPI";
  if (all("d s f =")) return "TPP";
  return all("di si fi =") ? "TPPI" : "PO";
}
