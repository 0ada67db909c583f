import {
  either,
  FINITE,
  type Form,
  list,
  NULL,
  oneOf,
  optional,
  record,
  requireForm,
  TEXT,
} from "../geometry/_form.ts";
import type { Outcome } from "./outcome.ts";

const ANYTHING: Form = () => null;
const MARGIN = either("null or { value, unit }", NULL, record({ value: FINITE, unit: TEXT }));

/** What belongs to each status. */
const OUTCOMES: Readonly<Record<string, Form>> = {
  exact: record({ margin: MARGIN }),
  tie: record({ values: list(ANYTHING) }),
  undetermined: record({ possible: list(ANYTHING) }),
  impossible: record({ reason: TEXT, core: optional(list(TEXT)) }),
  limit: record({ lower: FINITE, upper: FINITE }),
};
const STATUS = record({ status: oneOf(...Object.keys(OUTCOMES)) });
const OUTCOME: Form = (value) =>
  STATUS(value) ?? OUTCOMES[(value as { status: string }).status]!(value);

/**
 * Demands of a checker's arguments that the instance has its form and the claim is an outcome at
 * all. Whether it is the right one is what the checker tells.
 */
export function requireClaim(instance: unknown, form: Form, outcome: Outcome<unknown>): void {
  requireForm(instance, form);
  requireForm(outcome, OUTCOME, "outcome");
}
