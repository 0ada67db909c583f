import * as v from "valibot";
import { recordMembers } from "./_json_members.ts";
import { holdsIn, meaningOf } from "./_nlvr_sentence.ts";
import { boxesOf, WORLD } from "./_nlvr_world.ts";
import { parseRecord, reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

/**
 * Cornell NLVR: sentences about three boxes of things, by the boxes' own records. Sentences are read
 * whole or not at all. What a sentence leaves open ("two" or two and more, "over" or right on it,
 * which walls) is tried in every sense: where they differ the sentence is undetermined.
 */
export const nlvr: Dataset = {
  name: "nlvr",
  summary: "Cornell NLVR: is the sentence true of the boxes? Labels are a crowd's, some are wrong",
  source: "https://lil.nlp.cornell.edu/nlvr/",
  licence: "not stated by the files",
  companions: [],
  read,
};

const RECORD = v.looseObject({
  sentence: v.string(),
  label: v.union([v.string(), v.boolean()]),
  identifier: v.optional(v.union([v.string(), v.number()])),
  structured_rep: WORLD,
});

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const { key, text, line } of recordMembers(file, "lines")) {
    const where = { file: file.path, line };
    yield reading(where, () => {
      const row = parseRecord(RECORD, text);
      const label = String(row.label).toLowerCase();
      if (label !== "true" && label !== "false") {
        throw new SyntaxError(
          `Cannot read label: is ${JSON.stringify(row.label)}, must be true or false`,
        );
      }
      const id = String(row.identifier ?? key);
      const meaning = meaningOf(row.sentence);
      if (meaning === null) {
        return {
          id,
          claimed: label,
          question: `does not understand ${JSON.stringify(row.sentence)}`,
        };
      }
      const boxes = boxesOf(row.structured_rep);
      return { id, claimed: label, judge: () => judge(holdsIn(meaning, boxes), label) };
    });
  }
}

function judge(holds: boolean | null, label: string): Judgement {
  if (holds === null) {
    const reason = "it depends on what the sentence leaves open, such as two or two and more";
    return { verdict: "undetermined", answer: null, reason, margin: null };
  }
  const answer = String(holds);
  if (answer === label) return { verdict: "agree", answer, reason: null, margin: null };
  return { verdict: "disagree", answer, reason: `claimed ${label}, is ${answer}`, margin: null };
}
