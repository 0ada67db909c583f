import * as v from "valibot";
import { babiQuestions } from "./_babi_lines.ts";
import { type JsonMember, lineMembers, memberBatches, requireOnce } from "./_json_members.ts";
import { parseRecord } from "./_record.ts";
import { ANSWERS } from "./_stepgame_blame.ts";
import type { BadRecord, SourceFile, Where } from "./dataset.ts";

/** One question of StepGame, in whichever form its file has. */
export interface StepGameItem {
  readonly kind: "item";
  readonly id: string;
  readonly where: Where;
  readonly story: readonly string[];
  readonly question: string;
  readonly label: string;
}

const RECORD = v.object({
  story: v.array(v.string()),
  question: v.string(),
  label: v.string(),
});

type Items = AsyncIterable<readonly (StepGameItem | BadRecord)[]>;

/**
 * Reads the forms StepGame is published in, as many records at a time as a piece of the file has:
 * one JSON object of records, a record a line, and bAbI lines. The beginning tells which it is.
 */
export async function stepGameBatches(file: SourceFile): Promise<Items> {
  for await (const chunk of file.chunks()) {
    const start = chunk.trimStart();
    if (start === "") continue;
    if (/^\{\s*"(?:story|question|label|k_hop)"/.test(start)) return fromJsonLines(file);
    return /^[[{]/.test(start) ? fromJson(file) : fromLines(file);
  }
  return fromLines(file);
}

async function* fromJson(file: SourceFile): Items {
  for await (const members of memberBatches(file)) {
    yield members.map((member) =>
      toItem({ file: file.path, line: member.line, field: member.key }, member)
    );
  }
}

async function* fromJsonLines(file: SourceFile): Items {
  for await (const member of lineMembers(file)) {
    yield [toItem({ file: file.path, line: member.line }, member)];
  }
}

function toItem(where: Where, member: JsonMember): StepGameItem | BadRecord {
  try {
    requireOnce(member);
    const { story, question, label } = parseRecord(RECORD, member.text);
    return { kind: "item", id: member.key, where, story, question, label: known(label) };
  } catch (error) {
    return { kind: "bad", where, message: (error as Error).message };
  }
}

async function* fromLines(file: SourceFile): Items {
  for await (const item of babiQuestions(file)) {
    const where = { file: file.path, line: item.line };
    if ("bad" in item) {
      yield [{ kind: "bad", where, message: item.bad }];
      continue;
    }
    const story = item.story.map((sentence) => sentence.text);
    const { question, answer: label } = item;
    try {
      yield [{ kind: "item", id: String(item.line), where, story, question, label: known(label) }];
    } catch (error) {
      yield [{ kind: "bad", where, message: (error as Error).message }];
    }
  }
}

function known(label: string): string {
  if (ANSWERS.includes(label)) return label;
  throw new SyntaxError(
    `Cannot read label: is ${JSON.stringify(label)}, must be one of ${ANSWERS.join(", ")}`,
  );
}
