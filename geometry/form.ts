/** What a value is instead of what it must be. */
interface Fault {
  /** Where in the instance, such as `.points[1].x`; empty for the value itself. */
  readonly path: string;
  /** The value. */
  readonly value: unknown;
  /** What it must be. */
  readonly must: string;
  /** Whether it is of the right type but not among the right values. */
  readonly isRange: boolean;
}

/** Looks at a value: null where it has the form, else the first fault. */
export type Form = (value: unknown) => Fault | null;

function form(must: string, holds: (value: unknown) => boolean): Form {
  return (value) => holds(value) ? null : { path: "", value, must, isRange: false };
}

/** A number as plain data has it; whether it is finite and exact is told where it is read. */
export const EXACT: Form = form(
  "an integer or a decimal string",
  (value) => typeof value === "number" || typeof value === "string",
);

/** A finite number. */
export const FINITE: Form = form("a finite number", Number.isFinite);

/** A number; which ones are allowed is told where it is read. */
export const NUMBER: Form = form("a number", (value) => typeof value === "number");

/** A number among those allowed. */
export function numberThat(must: string, holds: (value: number) => boolean): Form {
  return (value) => {
    const isRange = typeof value === "number";
    return isRange && holds(value) ? null : { path: "", value, must, isRange };
  };
}

/** An integer from some number on, without rounding. */
export function wholeFrom(least: number): Form {
  const must = `an integer of at least ${least}`;
  return numberThat(must, (value) => Number.isSafeInteger(value) && value >= least);
}

/** A function. */
export const ACTION: Form = form("a function", (value) => typeof value === "function");

/** A big integer. */
export const BIG: Form = form("a bigint", (value) => typeof value === "bigint");

/** A text. */
export const TEXT: Form = form("a string", (value) => typeof value === "string");

/** True or false. */
export const FLAG: Form = form("true or false", (value) => typeof value === "boolean");

/** Null. */
export const NULL: Form = form("null", (value) => value === null);

/** Any object; its own reader looks further. */
export const OBJECT: Form = form("an object", isObject);

/** One of some words. */
export function oneOf(...words: readonly string[]): Form {
  const must = words.map((word) => JSON.stringify(word)).join(" or ");
  return (value) =>
    words.includes(value as string)
      ? null
      : { path: "", value, must, isRange: typeof value === "string" };
}

/** Whatever has one of several forms. */
export function either(must: string, ...forms: readonly Form[]): Form {
  return form(must, (value) => forms.some((form) => form(value) === null));
}

/** An object whose field `kind` tells which of several forms it has. */
export function byKind(forms: Readonly<Record<string, Form>>): Form {
  const kinds = record({ kind: oneOf(...Object.keys(forms)) });
  return (value) => kinds(value) ?? forms[(value as { kind: string }).kind]!(value);
}

/** Whatever has the form, or is left out. */
export function optional(form: Form): Form {
  return (value) => value === undefined ? null : form(value);
}

/** A list whose members all have a form. */
export function list(member: Form): Form {
  return (value) => {
    if (!Array.isArray(value)) return { path: "", value, must: "a list", isRange: false };
    for (let i = 0; i < value.length; i++) {
      const fault = member(value[i]);
      if (fault !== null) return { ...fault, path: `[${i}]${fault.path}` };
    }
    return null;
  };
}

/** A list or a typed array whose members all have a form. */
export function arrayOf(member: Form): Form {
  const members = list(member);
  return (value) => {
    if (!ArrayBuffer.isView(value) || value instanceof DataView) return members(value);
    const numbers = value as Uint8Array;
    for (let i = 0; i < numbers.length; i++) {
      const fault = member(numbers[i]);
      if (fault !== null) return { ...fault, path: `[${i}]${fault.path}` };
    }
    return null;
  };
}

/** A list of so many members that all have a form. */
export function tuple(length: number, member: Form, must: string): Form {
  const members = list(member);
  return (value) =>
    Array.isArray(value) && value.length === length
      ? members(value)
      : { path: "", value, must, isRange: false };
}

/** An object whose fields have their forms; further fields are not looked at. */
export function record(fields: Readonly<Record<string, Form>>): Form {
  const entries = Object.entries(fields);
  return (value) => {
    if (!isObject(value)) return { path: "", value, must: "an object", isRange: false };
    for (const [name, form] of entries) {
      const fault = form((value as Record<string, unknown>)[name]);
      if (fault !== null) return { ...fault, path: `.${name}${fault.path}` };
    }
    return null;
  };
}

/** A point of the plane as `[x, y]`. */
export const POINT: Form = tuple(2, EXACT, "[x, y]");

/** A point of the plane with a name. */
export const NAMED_POINT: Form = record({ name: TEXT, x: EXACT, y: EXACT });

/** Which way y points. */
export const FRAME: Form = oneOf("y-up", "y-down");

/** How distances are measured. */
export const METRIC: Form = oneOf("euclidean", "manhattan", "chebyshev");

/** What coordinates are measured in, where it is said. */
export const UNIT: Form = optional(TEXT);

/**
 * Demands that a value from outside has its form, so that nothing behind reads what is not there
 * or takes one word for another.
 *
 * @param value the value
 * @param form the form
 * @param what what the value is, for the error
 * @throws TypeError for another type, RangeError for a word that is not among those known; both
 *   name the place
 */
export function requireForm(value: unknown, form: Form, what = "instance"): void {
  const fault = form(value);
  if (fault === null) return;
  const { path, must, isRange } = fault;
  const place = path === "" || what !== "instance" ? what + path : path.replace(/^\./, "");
  const message = `Cannot read ${place}: ${show(fault.value)}, must be ${must}`;
  throw isRange ? new RangeError(message) : new TypeError(message);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  if (value === undefined) return "not given";
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" && typeof value !== "string") return String(value);
  const text = JSON.stringify(value, (_, x) => typeof x === "bigint" ? `${x}n` : x) ?? "";
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}...`;
}

/** Of a value that is longer an error shows the beginning. */
const LONGEST = 60;
