import type { Verdict } from "./dataset.ts";
import type { Checked } from "./verify.ts";

/** The counts of a verification. */
export interface Summary extends Record<Verdict, number> {
  /** All records. */
  total: number;
  /** How many records each group has, such as a faulty sentence template. */
  readonly groups: Map<string, number>;
  /** The exact sums of what the records carry, such as a checksum of distances. */
  readonly totals: Map<string, bigint>;
}

/** Every verdict, in the order of tables. */
export const VERDICTS: readonly Verdict[] = [
  "agree",
  "disagree",
  "ambiguous",
  "undetermined",
  "unsupported",
  "invalid",
];

/**
 * A summary of nothing yet.
 *
 * @returns all counts 0
 *
 * @example
 * ```ts
 * import { emptySummary } from "@alidade/core/datasets";
 *
 * emptySummary().total; // 0
 * ```
 */
export function emptySummary(): Summary {
  return {
    total: 0,
    agree: 0,
    disagree: 0,
    ambiguous: 0,
    undetermined: 0,
    unsupported: 0,
    invalid: 0,
    groups: new Map(),
    totals: new Map(),
  };
}

/**
 * Counts one checked record in.
 *
 * @param summary the summary to change
 * @param checked the record
 *
 * @example
 * ```ts
 * import { addToSummary, bbhNavigate, emptySummary, textFile, verify } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const open = (path: string) => Promise.resolve(textFile(path, '{"examples": [{}]}'));
 * const summary = emptySummary();
 * for await (const checked of verify(bbhNavigate, ["a.json"], { open })) addToSummary(summary, checked);
 * assertEquals(summary.invalid, 1);
 * ```
 */
export function addToSummary(summary: Summary, checked: Checked): void {
  const { groups, totals } = summary;
  summary.total++;
  summary[checked.verdict]++;
  if (checked.group !== null) groups.set(checked.group, (groups.get(checked.group) ?? 0) + 1);
  for (const key in checked.totals) {
    totals.set(key, (totals.get(key) ?? 0n) + checked.totals[key]!);
  }
}

/**
 * Counts a summary in with another, such as those of the parts of a verification.
 *
 * @param summary the summary to change
 * @param other the one to add
 *
 * @example
 * ```ts
 * import { addSummary, emptySummary } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * const [all, part] = [emptySummary(), emptySummary()];
 * part.totals.set("steps", 2n ** 70n);
 * for (let i = 0; i < 2; i++) addSummary(all, part);
 * assertEquals(all.totals.get("steps"), 2n ** 71n);
 * ```
 */
export function addSummary(summary: Summary, other: Summary): void {
  for (const name of ["total" as const, ...VERDICTS]) summary[name] += other[name];
  for (const [name, n] of other.groups) {
    summary.groups.set(name, (summary.groups.get(name) ?? 0) + n);
  }
  for (const [name, sum] of other.totals) {
    summary.totals.set(name, (summary.totals.get(name) ?? 0n) + sum);
  }
}

/**
 * Writes a summary as JSON: the counts, then `groups` with the largest first, then `totals`, whose
 * numbers are exact integers of any length.
 *
 * @param summary the summary
 * @returns JSON of several lines, with a line end
 *
 * @example
 * ```ts
 * import { emptySummary, summaryJson } from "@alidade/core/datasets";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(JSON.parse(summaryJson(emptySummary())).total, 0);
 * ```
 */
export function summaryJson(summary: Summary): string {
  const counts = ["total" as const, ...VERDICTS].map((name) => member(name, summary[name]));
  const groups = sortedGroups(summary).map(([name, n]) => member(name, n));
  const totals = Array.from(summary.totals, ([name, sum]) => member(name, sum));
  const fields = [...counts, `"groups": ${object(groups)}`, `"totals": ${object(totals)}`];
  return `{\n  ${fields.join(",\n  ")}\n}\n`;
}

/**
 * The groups of a summary, the largest first, those of one size by name.
 *
 * @param summary the summary
 * @returns names and counts
 *
 * @example
 * ```ts
 * import { emptySummary, sortedGroups } from "@alidade/core/datasets";
 *
 * sortedGroups(emptySummary()); // []
 * ```
 */
export function sortedGroups(summary: Summary): [string, number][] {
  return [...summary.groups].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function member(name: string, value: number | bigint): string {
  return `${JSON.stringify(name)}: ${value}`;
}

function object(members: readonly string[]): string {
  return members.length === 0 ? "{}" : `{\n    ${members.join(",\n    ")}\n  }`;
}
