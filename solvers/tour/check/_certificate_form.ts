import {
  type Form,
  list,
  NUMBER,
  OBJECT,
  oneOf,
  optional,
  record,
  tuple,
  wholeFrom,
} from "../../../geometry/form.ts";

const NUMBERS = list(NUMBER);
const TREE_DUAL = record({ pi: NUMBERS, root: NUMBER });
const LINEAR_DUAL = record({
  y: NUMBERS,
  mu: list(tuple(2, NUMBER, "[cut, multiplier]")),
});
const DUAL: Form = (value) =>
  OBJECT(value) ?? ("pi" in (value as object) ? TREE_DUAL : LINEAR_DUAL)(value);

/** What a certificate of a tour is, but for its tree, which is read as it is walked. */
export const CERTIFICATE_FORM: Form = record({
  format: oneOf("alidade-tour-certificate"),
  version: NUMBER,
  instance: OBJECT,
  sumBits: optional(wholeFrom(1)),
  tour: NUMBERS,
  length: NUMBER,
  lower: NUMBER,
  scale: NUMBER,
  cuts: list(record({ sets: list(NUMBERS), rhs: NUMBER })),
  duals: list(DUAL),
  fixings: NUMBERS,
  tree: OBJECT,
});
