import * as v from "valibot";
import { type RelationStatement, solveRelations } from "../solvers/mod.ts";
import { readOrderSentence } from "../text/sentences/order_sentence.ts";
import { consistency } from "./_core_words.ts";
import { recordMembers } from "./_json_members.ts";
import { compare, judging, UnsupportedError } from "./_judging.ts";
import { parseRecord, reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

const RECORD = v.object({
  text: v.string(),
  label: v.picklist(["satisfiable", "unsatisfiable"]),
  id: v.optional(v.union([v.number(), v.string()])),
});

/** Stories on points of a line, and whether they can hold. */
export const cosit: Dataset = {
  name: "cosit",
  summary:
    "stories on a line: A is on the left of B, A overlaps with B (they are one point); can " +
    "all sentences hold?",
  source: "the 1-D satisfiability stories of COSIT 2026, 1d_test",
  licence: "not stated by the files",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const { key, text, line } of recordMembers(file, "lines")) {
    yield reading({ file: file.path, line }, () => {
      const { text: story, label, id } = parseRecord(RECORD, text);
      return { id: String(id ?? key), claimed: label, judge: judging(() => judge(story, label)) };
    });
  }
}

function judge(story: string, claimed: string): Judgement {
  const statements = story.split(/(?<=\.)\s+/).map((s) => s.trim()).filter((s) => s !== "")
    .map(toStatement);
  if (statements.length === 0) {
    throw new SyntaxError("Cannot read text: the story is empty, must have a sentence");
  }
  const { answer, reason } = consistency(solveRelations(statements));
  if (answer === null) return { verdict: "undetermined", answer: null, reason, margin: null };
  const judgement = compare(claimed, answer ? "satisfiable" : "unsatisfiable");
  return judgement.verdict === "disagree" && reason !== null
    ? { ...judgement, reason: `${judgement.reason}: ${reason}` }
    : judgement;
}

function toStatement(sentence: string): RelationStatement {
  const read = readOrderSentence(sentence);
  if (read === null) throw new UnsupportedError(`does not understand ${JSON.stringify(sentence)}`);
  const { subject, reference, order, truth } = read;
  return { calculus: "point", relation: order, args: [subject, reference], truth, id: sentence };
}
