import * as v from "valibot";
import { parseExactJson } from "./_exact_json.ts";
import { checkRecord } from "./_record.ts";

const NUMBER = v.pipe(v.string(), v.regex(/^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/, "a number"));
const POINT = v.tuple([NUMBER, NUMBER]);
const QUESTION = v.object({ question: v.string(), answer: v.string() });

/** Numbers are decimal strings, as written. */
const STATIC = v.object({
  points: v.record(v.string(), POINT),
  distances: v.optional(v.record(v.string(), NUMBER), {}),
  directions: v.optional(v.record(v.string(), v.nullable(v.string())), {}),
  positions: v.optional(v.record(v.string(), v.string()), {}),
});
const TOUR = v.object({
  points: v.pipe(v.array(POINT), v.minLength(2, "at least 2 points")),
  colors: v.array(v.string()),
  permutation: v.array(NUMBER),
  distance: v.optional(NUMBER),
});
const GRID = v.object({
  start: POINT,
  end: POINT,
  start_text_label: v.nullish(v.string()),
  end_text_label: v.nullish(v.string()),
  gt_shortest_path_length: NUMBER,
});
const TEST_STATIC = v.object({
  distance: v.optional(QUESTION),
  direction: v.optional(QUESTION),
  position: v.optional(QUESTION),
});
const TEST_TOUR = v.object({ question: v.string(), answer: v.array(v.string()) });
const TEST_GRID = v.object({ question: v.string(), answer: NUMBER });
const TRAIN = v.object({
  query: v.string(),
  response: v.string(),
  images: v.pipe(v.array(v.string()), v.minLength(1, "an image")),
});

/** The kinds of records of Sparkle's files: pictures with their facts, and questions. */
export type SparkleRecord =
  | { readonly kind: "static" } & v.InferOutput<typeof STATIC>
  | { readonly kind: "tour" } & v.InferOutput<typeof TOUR>
  | { readonly kind: "grid" } & v.InferOutput<typeof GRID>
  | { readonly kind: "test-static" } & v.InferOutput<typeof TEST_STATIC>
  | { readonly kind: "test-tour" } & v.InferOutput<typeof TEST_TOUR>
  | { readonly kind: "test-grid" } & v.InferOutput<typeof TEST_GRID>
  | { readonly kind: "train" } & v.InferOutput<typeof TRAIN>;

/**
 * Reads one record, whose members tell its kind.
 *
 * @throws SyntaxError for text that is no JSON or no such record
 */
export function readSparkleRecord(json: string): SparkleRecord {
  const value = parseExactJson(json);
  const has = (name: string) => typeof value === "object" && value !== null && name in value;
  if (has("permutation")) return { kind: "tour", ...checkRecord(TOUR, value) };
  if (has("gt_shortest_path_length")) return { kind: "grid", ...checkRecord(GRID, value) };
  if (has("points")) return { kind: "static", ...checkRecord(STATIC, value) };
  if (has("query")) return { kind: "train", ...checkRecord(TRAIN, value) };
  if (has("question")) {
    const isList = Array.isArray((value as { answer?: unknown }).answer);
    return isList
      ? { kind: "test-tour", ...checkRecord(TEST_TOUR, value) }
      : { kind: "test-grid", ...checkRecord(TEST_GRID, value) };
  }
  if (has("distance") || has("direction") || has("position")) {
    return { kind: "test-static", ...checkRecord(TEST_STATIC, value) };
  }
  throw new SyntaxError(
    "Cannot read the record: must have points, gt_shortest_path_length, a question or a query",
  );
}
