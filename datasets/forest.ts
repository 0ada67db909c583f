import * as v from "valibot";
import { sideInView, sideOfThing, type ViewSide } from "../solvers/mod.ts";
import { readFacingSentence, readSideSentence } from "../text/sentences/view_sentence.ts";
import { type JsonMember, membersNamed } from "./_json_members.ts";
import { judging, UnsupportedError } from "./_judging.ts";
import { parseRecord, reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

const SIDES = ["front", "left", "back", "right"] as const;

const RECORD = v.object({
  id: v.union([v.string(), v.number()]),
  context: v.string(),
  question: v.string(),
  candidate_answer: v.union([v.picklist(SIDES), v.array(v.picklist(SIDES))]),
});

/**
 * FoREST: a relation without a frame of reference, asked from the camera. Where the thing has a
 * facing, what is meant may be its own side or the camera's: all the answers that some reading
 * gives are right, and where both give one the frame does not matter.
 */
export const forest: Dataset = {
  name: "forest",
  summary: "FoREST: where is X from Y as the camera sees it? All answers of the readings of a " +
    "sentence that names no frame of reference",
  source: "https://github.com/HLR/FoREST",
  licence: "not stated by the files",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const item of membersNamed(file, "data")) yield toReading(file.path, item);
}

function toReading(file: string, { key, text, line }: JsonMember): Reading {
  return reading({ file, line, field: `data[${key}]` }, () => {
    const { id, context, question, candidate_answer } = parseRecord(RECORD, text);
    const claimed = typeof candidate_answer === "string" ? [candidate_answer] : candidate_answer;
    return {
      id: String(id),
      claimed: claimed.join(" or "),
      judge: judging(() => judge(context, question, claimed)),
    };
  });
}

const SAME = "the frame of reference does not matter";

function judge(context: string, question: string, claimed: readonly ViewSide[]): Judgement {
  const answers = [...new Set(readings(context, question))];
  const answer = answers.join(" or ");
  const isRight = claimed.length > 0 && claimed.every((side) => answers.includes(side)) &&
    answers.every((side) => claimed.includes(side));
  return {
    verdict: isRight ? "agree" : "disagree",
    answer,
    reason: isRight ? null : `claimed ${claimed.join(" or ")}, is ${answer}`,
    margin: null,
    ...answers.length === 1 ? { group: SAME } : {},
  };
}

/** What each reading of the context answers. */
function readings(context: string, question: string): ViewSide[] {
  const [first = "", ...more] = context.split(/(?<=\.)\s+/);
  const told = readSideSentence(first);
  if (told === null) throw new UnsupportedError(`does not understand ${JSON.stringify(first)}`);
  let facing: ViewSide | null = null;
  for (const sentence of more.filter((s) => s.trim() !== "")) {
    const faces = readFacingSentence(sentence);
    if (faces === null || faces.thing.toLowerCase() !== told.reference.toLowerCase()) {
      throw new UnsupportedError(`does not understand ${JSON.stringify(sentence)}`);
    }
    if (facing !== null && faces.facing !== facing) {
      throw new UnsupportedError(`${told.reference} is said to face two ways`);
    }
    facing = faces.facing;
  }
  const { side, view, subject, reference } = told;
  requireAsked(question, subject, reference);
  const seen: ViewSide[] = [];
  // Its own side first, as the file lists them; a thing whose front is not told has none.
  if (view !== "camera" && facing !== null) seen.push(sideInView(side, facing));
  if (view === "reference" && facing === null) {
    throw new UnsupportedError(`it is not told which way ${reference} faces`);
  }
  if (view !== "reference") seen.push(side);
  if (/\bcamera\b/i.test(question)) return seen;
  if (facing === null) throw new UnsupportedError(`it is not told which way ${reference} faces`);
  return seen.map((one) => sideOfThing(one, facing));
}

/** Demands that the question is on the two things in the order of the sentence, from a known view. */
function requireAsked(question: string, subject: string, reference: string): void {
  const small = question.toLowerCase();
  const [at, then] = [subject, reference].map((name) => placeOf(small, name.toLowerCase()));
  const isFromReference = new RegExp(
    `${escaped(reference)}'s (?:perspective|point of view|view)`,
    "i",
  );
  const isFromKnown = /\bcamera\b/.test(small) || isFromReference.test(question);
  if (isFromKnown && at! >= 0 && then! > at!) return;
  throw new UnsupportedError(`does not understand the question ${JSON.stringify(question)}`);
}

/** Where a name stands last as whole words; -1 where it does not. */
function placeOf(text: string, name: string): number {
  let at = -1;
  for (const { index } of text.matchAll(new RegExp(`\\b${escaped(name)}\\b`, "g"))) at = index;
  return at;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
