import type { Exact } from "./decimal.ts";

/** What a value is instead of what it must be. */
export interface Fault {
  /** Where in the value, such as `.points[1].x`; empty for the value itself. */
  readonly path: string;
  /** What stands there. */
  readonly value: unknown;
  /** What is wrong with it in words, where it would say little itself. */
  readonly is?: string;
  /** What it must be. */
  readonly must: string;
  /** Whether it is of the right type, but not among the right values. */
  readonly isRange: boolean;
}

/**
 * What plain data must be. One declaration gives the type, the strict reading and the error that
 * names the field. A value that is read is the value itself: nothing is copied, changed or added.
 */
export interface Schema<out T> {
  /** What a value must be, in words that follow "must be". */
  readonly must: string;
  /**
   * Looks at a value.
   *
   * @param value anything
   * @returns null where it is as it must be, else the first fault
   */
  fault(value: unknown): Fault | null;
  /**
   * Reads a value.
   *
   * @param value anything, such as parsed JSON
   * @param at what the value is, for the error; `instance` when left out
   * @returns the same value
   * @throws TypeError for another type, RangeError for a value out of range; both name the place
   */
  read(value: unknown, at?: string): T;
}

/** The type that a schema reads. */
export type ReadBy<S> = S extends Schema<infer T> ? T : never;

/** A field that may be left out. */
export interface OptionalSchema<out T> extends Schema<T | undefined> {
  /** Tells it apart. */
  readonly isOptional: true;
}

/** The schemas of some fields by name. */
export type FieldSchemas = Readonly<Record<string, Schema<unknown>>>;

/** The type of an object with such fields. */
export type ObjectOf<F extends FieldSchemas> =
  & { readonly [N in keyof F as F[N] extends OptionalSchema<unknown> ? never : N]: ReadBy<F[N]> }
  & {
    readonly [N in keyof F as F[N] extends OptionalSchema<unknown> ? N : never]?: Exclude<
      ReadBy<F[N]>,
      undefined
    >;
  };

/**
 * A schema by what holds of its values.
 *
 * @param must what a value must be, in words that follow "must be"
 * @param holds tells whether it is
 *
 * @example
 * ```ts
 * import { schema } from "@alidade/core/geometry";
 * import { assertThrows } from "@std/assert";
 *
 * const odd = schema.value<number>("an odd number", (x) => Number(x) % 2 === 1);
 * assertThrows(() => odd.read(4, "count"), TypeError, "Cannot read count: 4, must be an odd number");
 * ```
 */
export function value<T>(must: string, holds: (value: unknown) => boolean): Schema<T> {
  return schemaOf(must, (x) => holds(x) ? null : faultOf(x, must));
}

/** Text. */
export const text: Schema<string> = value("a string", (x) => typeof x === "string");

/** Text that is not empty. */
export const name: Schema<string> = schemaOf(
  "a string that is not empty",
  (x) => typeof x === "string" && x !== "" ? null : faultOf(x, name.must, typeof x === "string"),
);

/** True or false. */
export const flag: Schema<boolean> = value("true or false", (x) => typeof x === "boolean");

/** Null. */
export const nothing: Schema<null> = value("null", (x) => x === null);

/** A finite number. */
export const finite: Schema<number> = schemaOf(
  "a finite number",
  (x) => Number.isFinite(x) ? null : faultOf(x, finite.must, typeof x === "number"),
);

/** An exact number: an integer that a double holds, or a decimal string such as `"-2.50"`. */
export const exact: Schema<Exact> = schemaOf("an integer or a decimal string", (x) => {
  if (Number.isSafeInteger(x) || typeof x === "string" && DECIMAL.test(x)) return null;
  return faultOf(x, exact.must, typeof x === "number" || typeof x === "string");
});

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/**
 * An integer of a range.
 *
 * @param least the least
 * @param most the greatest
 */
export function integer(
  least: number = Number.MIN_SAFE_INTEGER,
  most: number = Number.MAX_SAFE_INTEGER,
): Schema<number> {
  const must = most === Number.MAX_SAFE_INTEGER
    ? least === Number.MIN_SAFE_INTEGER ? "an integer" : `an integer of at least ${least}`
    : `an integer of ${least} to ${most}`;
  return schemaOf(must, (x) => {
    if (Number.isSafeInteger(x) && (x as number) >= least && (x as number) <= most) return null;
    return faultOf(x, must, typeof x === "number");
  });
}

/**
 * One of some words.
 *
 * @param words the words
 */
export function word<const W extends string>(words: readonly W[]): Schema<W> {
  const must = `one of ${words.join(", ")}`;
  const known = new Set<unknown>(words);
  return schemaOf(must, (x) => known.has(x) ? null : faultOf(x, must, typeof x === "string"));
}

/**
 * A list.
 *
 * @param member what each member must be
 * @param least how many there must be at least
 * @param most how many there may be
 */
export function list<T>(
  member: Schema<T>,
  least = 0,
  most: number = Infinity,
): Schema<readonly T[]> {
  const must = least === 0 && most === Infinity
    ? "a list"
    : most === Infinity
    ? `a list of at least ${least}`
    : `a list of ${least} to ${most}`;
  return schemaOf(must, (x) => {
    if (!Array.isArray(x)) return faultOf(x, must);
    if (x.length < least || x.length > most) return faultOf(x, must, true);
    for (let i = 0; i < x.length; i++) {
      const found = member.fault(x[i]);
      if (found !== null) return within(`[${i}]`, found);
    }
    return null;
  });
}

/**
 * A list with a member for each of some schemas, such as `[name, x, y]`.
 *
 * @param must what it must be, in words
 * @param members what each member must be
 */
export function tuple<const T extends readonly Schema<unknown>[]>(
  must: string,
  members: T,
): Schema<{ readonly [I in keyof T]: ReadBy<T[I]> }> {
  return schemaOf(must, (x) => {
    if (!Array.isArray(x) || x.length !== members.length) return faultOf(x, must);
    for (let i = 0; i < members.length; i++) {
      const found = members[i]!.fault(x[i]);
      if (found !== null) return within(`[${i}]`, found);
    }
    return null;
  });
}

/**
 * An object with just these fields.
 *
 * @param fields what each must be; those of {@link optional} may be left out
 *
 * @example
 * ```ts
 * import { schema } from "@alidade/core/geometry";
 * import { assertThrows } from "@std/assert";
 *
 * const point = schema.object({ x: schema.exact, y: schema.exact });
 * assertThrows(() => point.read({ x: 1 }), TypeError, 'no field "y", must be an object with x, y');
 * ```
 */
export function object<const F extends FieldSchemas>(fields: F): Schema<ObjectOf<F>> {
  const entries = Object.entries(fields);
  const all = entries.map(([field]) => field);
  const must = `an object with ${all.join(", ")}`;
  return schemaOf(must, (x) => {
    if (typeof x !== "object" || x === null || Array.isArray(x)) return faultOf(x, must);
    for (const field in x) {
      if (Object.hasOwn(fields, field)) continue;
      const is = `field "${field}" is not known`;
      return { ...faultOf(x, `one of ${all.join(", ")}`), is };
    }
    for (const [field, member] of entries) {
      if (!Object.hasOwn(x, field)) {
        if ("isOptional" in member) continue;
        return { ...faultOf(x, must), is: `no field "${field}"` };
      }
      const found = member.fault((x as Record<string, unknown>)[field]);
      if (found !== null) return within(`.${field}`, found);
    }
    return null;
  });
}

/**
 * A field of {@link object} that may be left out.
 *
 * @param schema what it must be where it stands
 */
export function optional<T>(schema: Schema<T>): OptionalSchema<T> {
  return { ...schema, isOptional: true };
}

/**
 * An object one of whose fields tells which of several it is.
 *
 * @param schemas by the value of the field, which each has as a field too
 * @param field the field; `kind` when left out
 */
export function byKind<const F extends FieldSchemas>(
  schemas: F,
  field = "kind",
): Schema<ReadBy<F[keyof F]>> {
  const kinds = Object.keys(schemas);
  const must = `one of ${kinds.join(", ")}`;
  return schemaOf(`an object whose ${field} is ${must}`, (x) => {
    if (typeof x !== "object" || x === null) return faultOf(x, "an object");
    const kind = (x as Readonly<Record<string, unknown>>)[field];
    if (typeof kind === "string" && Object.hasOwn(schemas, kind)) return schemas[kind]!.fault(x);
    return within(`.${field}`, faultOf(kind, must, typeof kind === "string"));
  });
}

/**
 * Whatever one of several schemas reads.
 *
 * @param must what it must be, in words
 * @param schemas the schemas
 */
export function either<const S extends readonly Schema<unknown>[]>(
  must: string,
  ...schemas: S
): Schema<ReadBy<S[number]>> {
  return value(must, (x) => schemas.some((s) => s.fault(x) === null));
}

/**
 * A schema with a further demand, of its whole value: names that differ, a name that stands among
 * some points.
 *
 * @param schema what is read first
 * @param find what is wrong and where, such as `.from`; null where nothing is
 */
export function refined<T>(
  schema: Schema<T>,
  find: (value: T) => Omit<Fault, "isRange"> | null,
): Schema<T> {
  return schemaOf(schema.must, (x) => {
    const found = schema.fault(x);
    if (found !== null) return found;
    const wrong = find(x as T);
    return wrong === null ? null : { ...wrong, isRange: true };
  });
}

/**
 * A schema that is not made yet, for values that hold values of their own kind.
 *
 * @param must what it must be, in words
 * @param make gives the schema
 */
export function later<T>(must: string, make: () => Schema<T>): Schema<T> {
  return schemaOf(must, (x) => make().fault(x));
}

function schemaOf<T>(must: string, fault: (value: unknown) => Fault | null): Schema<T> {
  return {
    must,
    fault,
    read(x, at = "instance") {
      const found = fault(x);
      if (found !== null) throw errorOf(found, at);
      return x as T;
    },
  };
}

function faultOf(value: unknown, must: string, isRange = false): Fault {
  return { path: "", value, must, isRange };
}

function within(path: string, fault: Fault): Fault {
  return { ...fault, path: path + fault.path };
}

function errorOf({ path, value, is = shown(value), must, isRange }: Fault, at: string): Error {
  const place = path === "" || at !== "instance" ? at + path : path.replace(/^\./, "");
  const message = `Cannot read ${place}: ${is}, must be ${must}`;
  return isRange ? new RangeError(message) : new TypeError(message);
}

/** A value as it is shown in an error, cut where it is long. */
function shown(value: unknown): string {
  if (value === undefined) return "not given";
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" && typeof value !== "string") return String(value);
  const written = JSON.stringify(value, (_, x) => typeof x === "bigint" ? `${x}n` : x) ?? "";
  return written.length <= LONGEST ? written : `${written.slice(0, LONGEST)}...`;
}

/** Of a value that is longer an error shows the beginning. */
const LONGEST = 60;
