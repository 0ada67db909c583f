import * as v from "valibot";
import { babiQuestions } from "./_babi_lines.ts";
import { jsonMembers } from "./_json_members.ts";
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

type Items = AsyncIterable<StepGameItem | BadRecord>;

/**
 * Reads the forms StepGame is published in: one JSON object of records, a record a line, and bAbI
 * lines. The beginning tells which it is.
 */
export async function* stepGameItems(file: SourceFile): Items {
  yield* (await formOf(file))(file);
}

async function formOf(file: SourceFile): Promise<(file: SourceFile) => Items> {
  for await (const chunk of file.chunks()) {
    const start = chunk.trimStart();
    if (start === "") continue;
    if (/^\{\s*"(?:story|question|label|k_hop)"/.test(start)) return fromJsonLines;
    return /^[[{]/.test(start) ? fromJson : fromLines;
  }
  return fromLines;
}

async function* fromJson(file: SourceFile): Items {
  for await (const { key, text, line } of jsonMembers(file)) {
    yield toItem({ file: file.path, line, field: key }, key, text);
  }
}

async function* fromJsonLines(file: SourceFile): Items {
  let line = 0;
  for await (const text of file.lines()) {
    line++;
    if (text.trim() !== "") yield toItem({ file: file.path, line }, String(line), text);
  }
}

function toItem(where: Where, id: string, json: string): StepGameItem | BadRecord {
  try {
    const { story, question, label } = parseRecord(RECORD, json);
    return { kind: "item", id, where, story, question, label: known(label) };
  } catch (error) {
    return { kind: "bad", where, message: (error as Error).message };
  }
}

async function* fromLines(file: SourceFile): Items {
  for await (const item of babiQuestions(file)) {
    const where = { file: file.path, line: item.line };
    if ("bad" in item) {
      yield { kind: "bad", where, message: item.bad };
      continue;
    }
    const story = item.story.map((sentence) => sentence.text);
    const { question, answer: label } = item;
    try {
      yield { kind: "item", id: String(item.line), where, story, question, label: known(label) };
    } catch (error) {
      yield { kind: "bad", where, message: (error as Error).message };
    }
  }
}

function known(label: string): string {
  if (ANSWERS.includes(label)) return label;
  throw new SyntaxError(
    `Cannot read label: is ${JSON.stringify(label)}, must be one of ${ANSWERS.join(", ")}`,
  );
}
