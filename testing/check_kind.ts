import { answersOf, type JsonValue, type Kind } from "../tasks/kind.ts";
import { type Finding, Findings } from "./finding.ts";

/** An instance of a kind, and an answer to it that is wrong. */
export interface KindExample {
  /** The instance. */
  readonly instance: unknown;
  /** The wrong answer. */
  readonly wrong: JsonValue;
}

/**
 * Holds a kind's solver and checker to each other: the checker proves what the solver answers, and
 * refuses a wrong answer, a margin that is too large, and that there should be no answer.
 *
 * @param kind the kind, which has a checker
 * @param examples instances, each with a wrong answer
 * @returns what was found, three of each rule at most; empty where both keep the contract
 *
 * @example
 * ```ts
 * import { SOLVER_KINDS } from "@alidade/core/tasks";
 * import { checkKind } from "@alidade/core/testing";
 * import { assertEquals } from "@std/assert";
 *
 * const side = SOLVER_KINDS.find(({ name }) => name === "side")!;
 * const instance = { point: [0, 1], from: [0, 0], to: [1, 0], frame: "y-up" };
 * assertEquals(checkKind(side, [{ instance, wrong: "right" }]).map(({ rule }) => rule), []);
 * ```
 */
export function checkKind(kind: Kind, examples: readonly KindExample[]): readonly Finding[] {
  const findings = new Findings();
  const { check } = kind;
  if (check === undefined) {
    findings.add("checker", `${kind.name} has no checker`);
    return findings.list();
  }
  for (const { instance, wrong } of examples) {
    const read = kind.schema.read(instance);
    const outcome = kind.solve(read);
    const at = JSON.stringify(instance).slice(0, 80);
    findings.demand(answersOf(outcome).length > 0, "solves", `${at}: ${outcome.status}`);
    const fault = check(read, outcome);
    findings.demand(fault === null, "refuses", `${at}: what is right is refused: ${fault}`);
    const margin = outcome.status === "exact" ? outcome.margin : null;
    const refused = (other: Parameters<typeof check>[1], what: string) => {
      let isTold: boolean;
      try {
        isTold = check(read, other) !== null;
      } catch {
        // What cannot be read as an outcome is refused as well.
        isTold = true;
      }
      findings.demand(isTold, "agrees", `${at}: ${what} is proven`);
    };
    refused({ status: "exact", value: wrong, margin }, `the wrong answer ${JSON.stringify(wrong)}`);
    refused({ status: "impossible", reason: "no answer exists" }, "that there is no answer");
    if (outcome.status !== "exact" || margin === null || !(margin.value > 0)) continue;
    refused({ ...outcome, margin: { ...margin, value: 2 * margin.value + 1 } }, "a greater margin");
  }
  return findings.list();
}
