import * as v from "valibot";
import { type ChainFact, type GridRelation, solveChain } from "../solvers/mod.ts";
import { readSentence } from "../text/sentences/relation_sentence.ts";
import { readAgentQuestion } from "./_agent_question.ts";
import { coreWords } from "./_core_words.ts";
import { recordMembers } from "./_json_members.ts";
import { compare, judging, UnsupportedError } from "./_judging.ts";
import { parseRecord, reading } from "./_record.ts";
import { answerFor, ANSWERS } from "./_stepgame_blame.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

const RECORD = v.object({
  ID: v.string(),
  data: v.string(),
  question: v.string(),
  answer: v.picklist(ANSWERS),
});

/**
 * DecompSR: StepGame's unit steps in numbered sentences of repaired templates. A story that
 * contradicts itself anywhere decides nothing.
 */
export const decompsr: Dataset = {
  name: "decompsr",
  summary: "DecompSR: unit steps on a grid, where is X from Y? Some noisy stories cannot hold",
  source: "https://github.com/RobBlackwell/DecompSR",
  licence: "MIT",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const { text, line } of recordMembers(file, "lines")) {
    yield reading({ file: file.path, line }, () => {
      const { ID, data, question, answer } = parseRecord(RECORD, text);
      const judge = judging(() => judgeStory(data, question, answer));
      return { id: ID, claimed: answer, judge };
    });
  }
}

function judgeStory(data: string, question: string, claimed: string): Judgement {
  const asked = readAgentQuestion(question);
  if (asked === null) {
    throw new UnsupportedError(`does not understand the question ${JSON.stringify(question)}`);
  }
  const facts = data.split("\n").filter((line) => line.trim() !== "").map(readFact);
  const { target: subject, viewer: reference } = asked;
  const isTold = (name: string) => facts.some((f) => f.subject === name || f.reference === name);
  if (!isTold(subject) || !isTold(reference)) {
    const reason = `no sentence speaks of ${isTold(subject) ? reference : subject}`;
    return { verdict: "undetermined", answer: null, reason, margin: null };
  }
  const outcome = solveChain({ facts, subject, reference });
  if (outcome.status === "exact") {
    return compare(claimed, nameOf(outcome.value), { margin: outcome.margin });
  }
  const reason = outcome.status === "impossible"
    ? coreWords(outcome.core ?? [])
    : "no sentences lead from one agent to the other";
  return { verdict: "undetermined", answer: null, reason, margin: null };
}

function nameOf({ x, y }: GridRelation): string {
  return answerFor([x, y]);
}

function readFact(line: string): ChainFact {
  const text = line.trim().replace(/^\d+\s+/, "");
  const { relation } = readSentence(text);
  if (relation === null) throw new UnsupportedError(`does not understand ${JSON.stringify(text)}`);
  const { subject, landmark: reference, step: [dx, dy] } = relation;
  return { subject, reference, dx, dy, id: text };
}
