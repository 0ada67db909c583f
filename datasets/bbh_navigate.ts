import * as v from "valibot";
import { type JsonMember, membersNamed } from "./_json_members.ts";
import { compare, judging, UnsupportedError } from "./_judging.ts";
import { walk } from "./_navigate.ts";
import { parseRecord, reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

const EXAMPLE = v.object({ input: v.string(), target: v.picklist(["Yes", "No"]) });

const PREFIX = /^If you follow these instructions, do you return to the starting point\?/;
const OPTIONS = /^Options:\s*- (?:Yes\s*- No|No\s*- Yes|True\s*- False|False\s*- True)$/;

/**
 * BIG-bench hard, `navigate`: turns and steps from a stated start; is the walk closed? Sideways
 * and backward steps keep the facing; the first facing does not matter.
 */
export const bbhNavigate: Dataset = {
  name: "bbh-navigate",
  summary:
    "BIG-bench hard, navigate: turns and steps on the plane; does the walk end at its start?",
  source: "https://github.com/suzgunmirac/BIG-Bench-Hard",
  licence: "MIT",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const example of membersNamed(file, "examples")) yield toReading(file.path, example);
}

function toReading(file: string, { key, text, line }: JsonMember): Reading {
  return reading({ file, line, field: `examples[${key}]` }, () => {
    const { input, target } = parseRecord(EXAMPLE, text);
    return { id: key, claimed: target, judge: judging(() => judge(input, target)) };
  });
}

function judge(input: string, claimed: string): Judgement {
  const [x, y] = walk(instructionsOf(input));
  const away = Math.abs(x) + Math.abs(y);
  const margin = away === 0 ? null : { value: away, unit: "step" };
  return compare(claimed, away === 0 ? "Yes" : "No", { margin });
}

/** The text before the options it ends with, if it does. */
function withoutOptions(text: string): string {
  const at = text.lastIndexOf("Options:");
  return at >= 0 && OPTIONS.test(text.slice(at)) ? text.slice(0, at) : text;
}

/** The question's instructions. */
function instructionsOf(input: string): string {
  if (PREFIX.test(input)) return withoutOptions(input.replace(PREFIX, "").trimEnd());
  throw new UnsupportedError(`does not understand the question ${JSON.stringify(input)}`);
}
