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

/** Reads the original's JSON or the corrected set's bAbI lines; the first character tells which. */
export async function* stepGameItems(file: SourceFile): AsyncIterable<StepGameItem | BadRecord> {
  yield* await isJson(file) ? fromJson(file) : fromLines(file);
}

async function isJson(file: SourceFile): Promise<boolean> {
  for await (const chunk of file.chunks()) {
    const first = /\S/.exec(chunk)?.[0];
    if (first !== undefined) return first === "{" || first === "[";
  }
  return false;
}

async function* fromJson(file: SourceFile): AsyncIterable<StepGameItem | BadRecord> {
  for await (const { key, text, line } of jsonMembers(file)) {
    const where = { file: file.path, line, field: key };
    try {
      const { story, question, label } = parseRecord(RECORD, text);
      yield { kind: "item", id: key, where, story, question, label: known(label) };
    } catch (error) {
      yield { kind: "bad", where, message: (error as Error).message };
    }
  }
}

async function* fromLines(file: SourceFile): AsyncIterable<StepGameItem | BadRecord> {
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
