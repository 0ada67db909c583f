import {
  either,
  type Form,
  list,
  NULL,
  NUMBER,
  optional,
  record,
  TEXT,
  tuple,
} from "../../geometry/form.ts";

const STEPS: Form = either(
  "an integer, or [least, greatest] with null for no bound",
  NUMBER,
  tuple(2, either("an integer or null", NUMBER, NULL), ""),
);

/** What solveChain takes. */
export const CHAIN_FORM: Form = record({
  facts: list(record({ subject: TEXT, reference: TEXT, dx: STEPS, dy: STEPS, id: optional(TEXT) })),
  subject: TEXT,
  reference: TEXT,
});
