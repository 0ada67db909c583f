import * as v from "valibot";
import {
  featureDistanceKind,
  featurePredicate,
  featureState,
  featuresWithin,
} from "../tasks/kinds/features.ts";
import type { Question } from "../tasks/kind.ts";
import { recordMembers } from "./_json_members.ts";
import { parseRecord } from "./_record.ts";
import type { Dataset, Reading, SourceFile } from "./dataset.ts";

/**
 * The test cases of the JTS Topology Suite, one a line: an operation on one or two geometries in
 * well-known text, or binary in hexadecimal, and what it gives. Coordinates are exact as written.
 */
export const jts: Dataset = {
  name: "jts",
  summary: "JTS test cases: {op, arg1, arg2, arg3, expected, a, b} a line; DE-9IM, predicates, " +
    "validity, simplicity, distance, on coordinates that are exact as written",
  source: "https://github.com/locationtech/jts, modules/tests/src/test/resources/testxml",
  licence: "EPL-2.0 or EDL-1.0",
  companions: [],
  read,
};

const TEXT = v.nullish(v.union([v.string(), v.number()]));

const RECORD = v.looseObject({
  op: v.string(),
  arg1: v.string(),
  arg2: TEXT,
  arg3: TEXT,
  expected: v.union([v.string(), v.boolean(), v.number()]),
  a: v.nullish(v.string()),
  b: v.nullish(v.string()),
});

type Row = v.InferOutput<typeof RECORD>;

/** Our names of its operations. */
const PREDICATES: Readonly<Record<string, string>> = {
  intersects: "intersects",
  disjoint: "disjoint",
  contains: "contains",
  within: "within",
  covers: "covers",
  coveredby: "coveredBy",
  crosses: "crosses",
  touches: "touches",
  overlaps: "overlaps",
  equalstopo: "equals",
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const { key, text, line } of recordMembers(file, "lines")) {
    const where = { file: file.path, line };
    try {
      const row = parseRecord(RECORD, text);
      yield {
        ...{ kind: "claim", id: key, where },
        ...{ claimed: String(row.expected).trim(), question: questionOf(row), group: groupOf(row) },
      };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      yield { kind: "bad", where, message: error.message };
    }
  }
}

function groupOf({ op }: Row): string {
  return op.toLowerCase();
}

function questionOf(row: Row): Question | string {
  const op = row.op.toLowerCase();
  const a = geometryOf(row, row.arg1);
  if (op === "isvalid" || op === "issimple" || op === "isempty") {
    return { kind: featureState, instance: { a, is: op.slice(2) } } as Question;
  }
  const predicate = PREDICATES[op];
  const [second, third] = [row.arg2, row.arg3];
  if (predicate === undefined && !["relate", "distance", "iswithindistance"].includes(op)) {
    return `does not understand the operation ${JSON.stringify(row.op)}`;
  }
  const b = geometryOf(row, String(second ?? ""));
  if (predicate !== undefined) {
    return { kind: featurePredicate, instance: { a, b, relation: predicate } } as Question;
  }
  if (op === "relate") {
    return {
      kind: featurePredicate,
      instance: { a, b, relation: String(third ?? "") },
    } as Question;
  }
  if (op === "iswithindistance") {
    return { kind: featuresWithin, instance: { a, b, distance: String(third ?? "") } } as Question;
  }
  const kind = featureDistanceKind;
  return { kind, instance: { a, b, empty: "zero" }, tolerance: "0.000000001" } as Question;
}

/** The geometry that an argument names. */
function geometryOf({ a, b }: Row, name: string): string {
  const geometry = { a, b }[name.toLowerCase()];
  if (typeof geometry === "string") return geometry;
  throw new SyntaxError(
    `Cannot read the record: its argument is ${JSON.stringify(name)}, must be A or B and be given`,
  );
}
