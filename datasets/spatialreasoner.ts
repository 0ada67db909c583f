import * as v from "valibot";
import { type JsonMember, recordMembers } from "./_json_members.ts";
import { judging, UnsupportedError } from "./_judging.ts";
import { checkRecord, notJson, reading } from "./_record.ts";
import { holdsOf, type ReasonerPair } from "./_spatialreasoner_predicates.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

const BOX = v.object({
  id: v.string(),
  position: v.pipe(v.array(v.number()), v.length(3)),
  width: v.number(),
  height: v.number(),
  depth: v.number(),
  angle: v.number(),
});
const CASE = v.object({
  name: v.string(),
  calls: v.array(v.object({ reference: BOX, target: BOX })),
  must_hold: v.array(v.string()),
  must_not_hold: v.array(v.string()),
});

/**
 * SpatialReasoner's test scenes: two boxes and the predicates that must hold of them, or must not.
 * Sides go by the reference's own frame (x its left, z ahead), sectors by the target's centre;
 * what meets does so within 0.02 m, angles within a twentieth of half a turn. A predicate must hold
 * of one of a case's pairs. Those of an observer that is not given are not understood.
 */
export const spatialreasoner: Dataset = {
  name: "spatialreasoner",
  summary: "SpatialReasoner: predicates of two boxes that must hold, or must not",
  source: "https://github.com/metason/SpatialReasoner",
  licence: "CC0-1.0",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const member of recordMembers(file, "list")) yield* claimsOf(file.path, member);
}

function* claimsOf(file: string, member: JsonMember): Iterable<Reading> {
  const where = { file, line: member.line, field: member.key };
  let found: v.InferOutput<typeof CASE>;
  try {
    found = checkRecord(CASE, parse(member.text));
  } catch (error) {
    yield { kind: "bad", where, message: (error as Error).message };
    return;
  }
  const { name, calls, must_hold, must_not_hold } = found;
  const pairs: readonly ReasonerPair[] = calls;
  for (const [predicates, must] of [[must_hold, true], [must_not_hold, false]] as const) {
    for (const predicate of new Set(predicates)) {
      yield reading(where, () => ({
        id: `${name} ${predicate}`,
        claimed: must ? "holds" : "does not hold",
        judge: judging(() => judge(predicate, must, pairs)),
      }));
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(error);
  }
}

function judge(predicate: string, must: boolean, pairs: readonly ReasonerPair[]): Judgement {
  if (pairs.length === 0) {
    throw new UnsupportedError(`cannot tell ${JSON.stringify(predicate)}: no pair is given`);
  }
  const held = pairs.map((pair) => holdsOf(predicate, pair));
  if (held.includes(null)) {
    throw new UnsupportedError(`does not know the predicate ${JSON.stringify(predicate)}`);
  }
  const holds = held.includes(true);
  const answer = holds ? "holds" : "does not hold";
  const agree = holds === must;
  return {
    verdict: agree ? "agree" : "disagree",
    answer,
    reason: agree ? null : `${predicate} is claimed to ${must ? "hold" : "fail"}, and it ${answer}`,
    margin: null,
    group: predicate,
  };
}
