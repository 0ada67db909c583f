import type { Outcome } from "../solvers/outcome.ts";
import type { JsonValue } from "../lines/template.ts";

/** Whether an answer is the one an outcome names, or one of those that tie. */
export function isAnswer(outcome: Outcome<JsonValue>, answer: JsonValue): boolean {
  if (outcome.status === "tie") return outcome.values.includes(answer);
  return outcome.status === "exact" && outcome.value === answer;
}
