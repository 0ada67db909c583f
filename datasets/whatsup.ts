import * as v from "valibot";
import { findKeywords } from "../text/lexicon/lexicon.ts";
import { solveStatements } from "../text/reason.ts";
import { nameOf } from "../text/sentences/plain_sentence.ts";
import type { Statement } from "../text/statement.ts";
import { type JsonMember, recordMembers } from "./_json_members.ts";
import { judging, UnsupportedError } from "./_judging.ts";
import { parseRecord, reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

const RECORD = v.object({
  image_path: v.string(),
  caption_options: v.pipe(v.array(v.string()), v.minLength(1)),
});

/**
 * What's Up: captions of a controlled picture, of which the first is right. The name of the picture
 * tells how its two things were laid out, so that the first must say that, and no other may.
 */
export const whatsup: Dataset = {
  name: "whatsup",
  summary: "What's Up, captions: does the first option say what the picture's name tells, and no " +
    "other?",
  source: "https://github.com/amitakamath/whatsup_vlms",
  licence: "MIT",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const member of recordMembers(file, "list")) yield toReading(file.path, member);
}

function toReading(file: string, { key, text, line }: JsonMember): Reading {
  return reading({ file, line, field: `[${key}]` }, () => {
    const { image_path, caption_options } = parseRecord(RECORD, text);
    const judge = judging(() => judgeOptions(image_path, caption_options));
    return { id: key, claimed: caption_options[0]!, judge };
  });
}

/** `mug_left_of_plate.jpeg`: two things with the words of a relation between them. */
const NAME = /^(.+?)_(left_of|right_of|on|under|in[-_]front_of|front_of|behind)_(.+)\.\w+$/;

function judgeOptions(path: string, options: readonly string[]): Judgement {
  const [, a, words, b] = NAME.exec(path.split("/").at(-1)!) ?? [];
  if (a === undefined) {
    throw new UnsupportedError(`the name ${JSON.stringify(path)} tells no layout`);
  }
  const plain = (name: string) => name.replace(/[-_]/g, " ");
  const laid = toStatement(`${plain(a)} ${plain(words!)} ${plain(b!)}`);
  const right = options.filter((option) => isSame(laid, toStatement(option)));
  const excluded = options.filter((option) => excludes(laid, toStatement(option)));
  const open = options.length - right.length - excluded.length;
  if (right.length === 1 && right[0] === options[0] && open === 0) {
    return { verdict: "agree", answer: right[0]!, reason: null, margin: null };
  }
  if (open > 0 && right.length <= 1 && !excluded.includes(options[0]!)) {
    const reason = `${open} options neither say what the name tells nor exclude it`;
    return { verdict: "undetermined", answer: right[0] ?? null, reason, margin: null };
  }
  const reason = right.length === 0
    ? "no option says what the name tells"
    : `what the name tells is said by ${
      right.map((option) => JSON.stringify(option)).join(" and ")
    }`;
  return { verdict: "disagree", answer: right[0] ?? null, reason, margin: null };
}

/** "A mug to the left of a plate". */
function toStatement(text: string): Statement {
  const [first, ...more] = findKeywords(text);
  const subject = first === undefined ? null : nameOf(text.slice(0, first.from));
  const reference = first === undefined ? null : nameOf(text.slice(first.to));
  const [relation, ...others] = first?.keyword.relations ?? [];
  if (subject === null || reference === null || more.length + others.length > 0) {
    throw new UnsupportedError(`does not understand ${JSON.stringify(text)}`);
  }
  const args = [subject.toLowerCase(), reference.toLowerCase()];
  return { relation: relation!.id, args, truth: true, frame: "viewer", source: { text } };
}

function isSame(a: Statement, b: Statement): boolean {
  return a.relation === b.relation && a.args.join() === b.args.join();
}

/** The four layouts of the set exclude each other: one thing is beside, in depth, on or under. */
const LAYOUTS = ["left_of", "right_of", "in_front_of", "behind", "on", "below"];

function excludes(a: Statement, b: Statement): boolean {
  if (solveStatements([a, b]).status === "inconsistent") return true;
  const isLayout = LAYOUTS.includes(a.relation) && LAYOUTS.includes(b.relation);
  return isLayout && a.relation !== b.relation && a.args.join() === b.args.join();
}
