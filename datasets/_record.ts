import { errorWords, jsonFault } from "../geometry/error_words.ts";
import * as v from "valibot";
import type { AskedClaim, JudgedClaim, Reading, Where } from "./dataset.ts";

/**
 * Parses one record and demands its fields.
 *
 * @throws SyntaxError for text that is no JSON, and for a field of another kind, which it names
 */
export function parseRecord<S extends v.GenericSchema>(schema: S, json: string): v.InferOutput<S> {
  return checkRecord(schema, parseJson(json));
}

/** Demands the fields of a record. */
export function checkRecord<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? "the record";
  if (issue.received === "undefined") {
    throw new SyntaxError(`Cannot read the record: there is no "${field}", must be there`);
  }
  throw new SyntaxError(
    `Cannot read ${field}: is ${issue.received}, must be ${issue.expected ?? issue.message}`,
  );
}

/** A claim without its place. */
type Unplaced = Omit<AskedClaim, "kind" | "where"> | Omit<JudgedClaim, "kind" | "where">;

/** Makes a claim, or the bad record that names why it cannot be made. */
export function reading(where: Where, make: () => Unplaced): Reading {
  try {
    return { kind: "claim", where, ...make() };
  } catch (error) {
    return { kind: "bad", where, message: errorWords(error) };
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw notJson(error);
  }
}

/** What a JSON parser found. */
export function notJson(error: unknown): SyntaxError {
  return new SyntaxError(`Cannot read the record: ${jsonFault(error)}, must be JSON`);
}
