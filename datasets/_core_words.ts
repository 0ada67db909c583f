import type { RelationsOutcome } from "../solvers/mod.ts";

/** The sentences of a contradiction, in one line. */
export function coreWords(core: readonly string[]): string {
  return `the story contradicts itself: ${core.join(" ")}`;
}

/** What statements come to, as a word, and why where they contradict each other or ran out. */
export function consistency(
  outcome: RelationsOutcome,
): { readonly answer: boolean | null; readonly reason: string | null } {
  if (outcome.status === "limit") return { answer: null, reason: outcome.reason };
  if (outcome.status === "consistent") return { answer: true, reason: null };
  return { answer: false, reason: `these contradict each other: ${outcome.core.join("; ")}` };
}
