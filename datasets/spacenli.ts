import * as v from "valibot";
import { judgeWords } from "../text/reason.ts";
import { readPlainSentence } from "../text/sentences/plain_sentence.ts";
import type { Statement } from "../text/statement.ts";
import { recordMembers } from "./_json_members.ts";
import { compare, judging, UnsupportedError } from "./_judging.ts";
import { parseRecord, reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

const RECORD = v.object({
  id: v.string(),
  label: v.string(),
  premises: v.array(v.string()),
  hypothesis: v.string(),
});

/** What a standing is called there. */
const LABELS = { entailed: "entailment", refuted: "contradiction", open: "neutral" } as const;

/**
 * SpaceNLI: does a sentence follow from others? In front and behind are told from each thing's own
 * front, of which nothing is known. What tells a motion, a time or an aspect is declined.
 */
export const spacenli: Dataset = {
  name: "spacenli",
  summary: "SpaceNLI patterns: does the hypothesis follow from the premises, contradict them, or " +
    "neither? Motion and aspect are declined",
  source: "https://github.com/kovvalsky/SpaceNLI",
  licence: "MIT",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const { text, line } of recordMembers(file, "lines")) {
    yield reading({ file: file.path, line }, () => {
      const { id, label, premises, hypothesis } = parseRecord(RECORD, text);
      return { id, claimed: label, judge: judging(() => judge(premises, hypothesis, label)) };
    });
  }
}

function judge(premises: readonly string[], hypothesis: string, label: string): Judgement {
  if (!Object.values<string>(LABELS).includes(label)) {
    throw new UnsupportedError(`the label is ${JSON.stringify(label)}: it claims nothing`);
  }
  const known = premises.map(toStatement);
  const asked = toStatement(hypothesis);
  const isTold = (name: string) => known.some(({ args }) => args.includes(name));
  const stranger = asked.args.find((name) => !isTold(name));
  const open = { verdict: "undetermined", answer: null, margin: null } as const;
  if (stranger !== undefined) return { ...open, reason: `no premise speaks of ${stranger}` };
  const standing = judgeWords(known, asked);
  if (standing.status === "inconsistent") {
    return { ...open, reason: `the premises contradict each other: ${standing.core.join("; ")}` };
  }
  if (standing.status === "limit") return { ...open, reason: standing.reason };
  return compare(label, LABELS[standing.status]);
}

function toStatement(text: string): Statement {
  const read = readPlainSentence(text);
  if (read === null) {
    const why = "motion, time or a form that is not read";
    throw new UnsupportedError(`declines ${JSON.stringify(text)}: ${why}`);
  }
  const { subject, relations, reference, truth, verb } = read;
  if (verb !== "is" && verb !== "are") {
    throw new UnsupportedError(`declines ${JSON.stringify(text)}: it tells of another time`);
  }
  const [relation, ...others] = relations;
  if (others.length > 0 || relation!.undecidable !== undefined) {
    const why = relation!.undecidable ?? "its relation has several meanings";
    throw new UnsupportedError(`declines ${JSON.stringify(text)}: ${why}`);
  }
  if (relation!.arity !== 2 || subject === reference) {
    throw new UnsupportedError(`declines ${JSON.stringify(text)}: it does not place one of two`);
  }
  const frame = relation!.frame === "projective" ? `object:${reference}` as const : "none";
  return { relation: relation!.id, args: [subject, reference], truth, frame, source: { text } };
}
