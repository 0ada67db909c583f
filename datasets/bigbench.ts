import * as v from "valibot";
import { type JsonMember, membersNamed } from "./_json_members.ts";
import { compare, judging, UnsupportedError } from "./_judging.ts";
import { walk } from "./_navigate.ts";
import { deduce } from "./_order_puzzle.ts";
import { parseRecord, reading } from "./_record.ts";
import { answersInRow, isRowQuestion } from "./_row_of_things.ts";
import { shapesOf } from "./_svg_shape.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

const TEXTS = v.union([v.string(), v.array(v.string())]);
const EXAMPLE = v.object({
  input: v.string(),
  target: v.optional(TEXTS),
  target_scores: v.optional(v.record(v.string(), v.number())),
});

/**
 * The tasks of BIG-bench and BIG-bench hard on space: navigate (turns and steps: is the walk
 * closed?), geometric_shapes (what does an SVG path draw?), logical_deduction (what follows on things
 * in a fixed order?) and, of reasoning_about_colored_objects, what is asked of a row. An example has a `target` and its options in the question, or `target_scores`.
 */
export const bigbench: Dataset = {
  name: "bigbench",
  summary:
    "BIG-bench and BIG-bench hard: navigate, geometric_shapes, logical_deduction, and rows " +
    "of reasoning_about_colored_objects",
  source: "https://github.com/google/BIG-bench, https://github.com/suzgunmirac/BIG-Bench-Hard",
  licence: "Apache-2.0; MIT",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const example of membersNamed(file, "examples")) yield toReading(file.path, example);
}

function toReading(file: string, { key, text, line }: JsonMember): Reading {
  return reading({ file, line, field: `examples[${key}]` }, () => {
    const example = questionOf(parseRecord(EXAMPLE, text));
    return { id: key, claimed: example.claimed, judge: judging(() => judge(example)) };
  });
}

/** A question with its options by their names. */
interface Example {
  readonly body: string;
  readonly options: ReadonlyMap<string, string>;
  /** The name of the option that is claimed to be right. */
  readonly claimed: string;
}

function questionOf(
  { input, target, target_scores: scores }: v.InferOutput<typeof EXAMPLE>,
): Example {
  if (scores !== undefined) {
    const names = Object.keys(scores);
    const right = names.filter((name) => scores[name]! > 0);
    if (right.length !== 1) {
      throw new SyntaxError(`Cannot read target_scores: ${right.length} above 0, must be one`);
    }
    return { body: input, options: new Map(names.map((name) => [name, name])), claimed: right[0]! };
  }
  const [claimed, more] = Array.isArray(target) ? target : [target];
  if (claimed === undefined || more !== undefined) {
    throw new SyntaxError(
      "Cannot read target: it is not one answer, must be one, or target_scores",
    );
  }
  const at = input.indexOf("Options:");
  const body = (at < 0 ? input : input.slice(0, at)).trimEnd();
  const list = at < 0 ? "" : input.slice(at + "Options:".length);
  const options = new Map<string, string>();
  for (const line of list.split("\n")) {
    const letter = /^\([A-Z]\)/.exec(line)?.[0];
    if (letter !== undefined) options.set(letter, line.slice(letter.length).trim());
    else if (line.startsWith("- ")) options.set(line.slice(2).trim(), line.slice(2).trim());
  }
  if (options.has(claimed)) return { body, options, claimed };
  const must = `must be one of the options ${[...options.keys()].join(", ")}`;
  throw new SyntaxError(`Cannot read target: is ${JSON.stringify(claimed)}, ${must}`);
}

/** No question of these tasks is longer. */
const LONGEST = 20_000;

function judge(example: Example): Judgement {
  const { body } = example;
  if (body.length > LONGEST) {
    throw new UnsupportedError(`does not understand a question of ${body.length} characters`);
  }
  const path = /\bd="([^"]*)"/.exec(body)?.[1];
  if (path !== undefined) return judgeShape(path, example);
  if (/(?:^|[.?]\s*)(?:Take \d+ steps?|Turn (?:left|right|around))\b/.test(body)) {
    return judgeWalk(example);
  }
  if (isRowQuestion(body)) return judgeRow(example);
  if (/\b(?:there (?:are|were)|sells) \w+ [^:.]*:/.test(body)) return judgeOrder(example);
  throw new UnsupportedError(`does not understand the question ${JSON.stringify(body)}`);
}

function judgeWalk({ body, options, claimed }: Example): Judgement {
  const [x, y] = walk(body.replace(/^[^?]*\?/, ""));
  const away = Math.abs(x) + Math.abs(y);
  const words = away === 0 ? ["yes", "true"] : ["no", "false"];
  const right = [...options].find(([, text]) => words.includes(text.toLowerCase()));
  if (right === undefined) {
    throw new UnsupportedError("does not understand options beside yes and no");
  }
  const margin = away === 0 ? null : { value: away, unit: "step" };
  return compare(claimed, right[0], { margin });
}

function judgeShape(path: string, { options, claimed }: Example): Judgement {
  const shapes = shapesOf(path);
  const right = [...options].filter(([, text]) => shapes.includes(text.toLowerCase()))
    .map(([name]) => name);
  return choose(right, claimed, {
    none: `the path draws a ${shapes.join(" or ")}, which is no option`,
    several: `the path draws a ${shapes.join(" or ")}, as far as its digits tell`,
  });
}

function judgeRow({ body, options, claimed }: Example): Judgement {
  const answers = answersInRow(body);
  const right = [...options].filter(([, text]) => answers.includes(text.toLowerCase()))
    .map(([name]) => name);
  return choose(right, claimed, {
    none: answers.length === 0 ? "nothing stands there" : `it is ${answers[0]}, which is no option`,
    several: "several things are equally far",
  });
}

function judgeOrder({ body, options, claimed }: Example): Judgement {
  const { right, orders } = deduce(body, options);
  return choose(right, claimed, {
    none: orders === 0
      ? "the statements contradict each other"
      : `the statements leave ${orders} orders, in which no option always holds`,
    several: "several options follow",
  });
}

/** The judgement of an option by those that are right. */
function choose(
  right: readonly string[],
  claimed: string,
  reasons: { readonly none: string; readonly several: string },
): Judgement {
  if (right.length === 1) return compare(claimed, right[0]!);
  const answer = right.length === 0 ? null : right.join(" or ");
  const verdict = right.length === 0
    ? "undetermined"
    : right.includes(claimed)
    ? "ambiguous"
    : "disagree";
  return {
    verdict,
    answer,
    reason: right.length === 0 ? reasons.none : reasons.several,
    margin: null,
  };
}
