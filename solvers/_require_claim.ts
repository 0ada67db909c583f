import {
  either,
  FINITE,
  type Form,
  list,
  NULL,
  numberThat,
  oneOf,
  optional,
  record,
  requireForm,
  TEXT,
} from "../geometry/form.ts";
import type { Outcome } from "./outcome.ts";

const MARGIN = either(
  "null or { value, unit } with a value of 0 or more",
  NULL,
  record({ value: numberThat("from 0", (x) => x >= 0 && x < Infinity), unit: TEXT }),
);

/** What an outcome is whose answers have a form. */
export function outcomeOf(answer: Form): Form {
  const answers = list(answer);
  return byStatus({
    exact: record({ margin: MARGIN, value: answer }),
    tie: record({ values: answers }),
    undetermined: record({ possible: answers }),
    impossible: record({ reason: TEXT, core: optional(list(TEXT)) }),
    limit: record({ lower: FINITE, upper: FINITE, best: (x) => NULL(x) && answer(x) }),
  });
}

function byStatus(forms: Readonly<Record<string, Form>>): Form {
  const status = record({ status: oneOf(...Object.keys(forms)) });
  return (value) => status(value) ?? forms[(value as { status: string }).status]!(value);
}

/**
 * Demands of a checker's arguments that the instance has its form and the claim is an outcome at
 * all. Whether it is the right one is what the checker tells.
 */
export function requireClaim(
  instance: unknown,
  form: Form,
  outcome: Outcome<unknown>,
  claim: Form,
): void {
  requireForm(instance, form);
  requireForm(outcome, claim, "outcome");
}

/** What is wrong with the unit of a claimed margin; null as unit stands for no margin at all. */
export function unitFault(outcome: Outcome<unknown>, unit: string | null): string | null {
  const margin = outcome.status === "exact" ? outcome.margin : null;
  if (margin === null || margin.unit === unit) return null;
  return unit === null
    ? "there is no boundary, so there is no margin"
    : `the margin is in ${margin.unit}, must be in ${unit}`;
}
