import { type Exact, parseDecimal, toScaled } from "../geometry/decimal.ts";
import { solveDirection } from "../solvers/direction/direction.ts";
import { type ExactJson, parseExactJson } from "./_exact_json.ts";
import { recordMembers } from "./_json_members.ts";
import { reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

/**
 * NSR-1K's spatial captions: two boxes, y down, and how the first lies from the second. The sides
 * are four sectors of 90 degrees about the centre of the second, which centre lies in which; "next
 * to" is left or right. A caption made from a template must say what its relation says.
 */
export const nsr1k: Dataset = {
  name: "nsr1k",
  summary: "NSR-1K: how one box lies from another, by sectors of 90 degrees between centres",
  source: "https://github.com/Karine-Huang/T2I-CompBench, https://github.com/weixi-feng/LayoutGPT",
  licence: "MIT",
  companions: [],
  read,
};

const SIDES = ["left", "right", "top", "bottom"] as const;
type Side = (typeof SIDES)[number];

/** How the captions of templates put it. */
const TEMPLATE = /^an? (.+?) (to the left of|to the right of|on top of|under) an? (.+?)\.?$/i;

const SAID: Readonly<Record<string, Side>> = {
  "to the left of": "left",
  "to the right of": "right",
  "on top of": "top",
  "under": "bottom",
};

interface Row {
  readonly id: string;
  readonly first: Box;
  readonly second: Box;
  readonly relation: string;
  readonly prompt: string;
  readonly isTemplate: boolean;
}

interface Box {
  readonly name: string;
  /** Left, top, width, height. */
  readonly edges: readonly [Exact, Exact, Exact, Exact];
}

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const { text, line } of recordMembers(file, "list")) {
    yield reading({ file: file.path, line }, () => {
      const row = readRow(parseExactJson(text));
      return { id: row.id, claimed: row.relation, judge: () => judge(row) };
    });
  }
}

function judge({ first, second, relation, prompt, isTemplate }: Row): Judgement {
  const sides = sidesOf(first, second);
  if (sides === null) {
    return left("undetermined", "the centres are the same: no side", "centres coincide");
  }
  const answer = sides.join(" or ");
  const may: readonly string[] = relation === "next to" ? ["left", "right"] : [relation];
  const said = isTemplate ? TEMPLATE.exec(prompt) : null;
  if (said !== null) {
    const [, a, words, b] = said as unknown as [string, string, string, string];
    const isTurned = a !== first.name && a === second.name && b === first.name;
    if (!isTurned && SAID[words.toLowerCase()] !== relation) {
      const reason = `the caption says ${SAID[words.toLowerCase()]}, its relation ${relation}`;
      return {
        verdict: "disagree",
        answer,
        reason,
        margin: null,
        group: "caption and relation differ",
      };
    }
    if (isTurned) {
      const reason = `the caption names ${a} before ${b}, its relation the other way about`;
      return {
        verdict: "disagree",
        answer,
        reason,
        margin: null,
        group: "caption and relation differ",
      };
    }
  }
  const isRight = sides.filter((side) => may.includes(side)).length;
  if (isRight === 0) {
    const reason = `claimed ${relation}, is ${answer}`;
    return { verdict: "disagree", answer, reason, margin: null };
  }
  if (isRight === sides.length) return { verdict: "agree", answer, reason: null, margin: null };
  return { verdict: "ambiguous", answer, reason: `on a diagonal: ${answer}`, margin: null };
}

function left(verdict: Judgement["verdict"], reason: string, group: string): Judgement {
  return { verdict, answer: null, reason, margin: null, group };
}

/** The side of the second on which the first lies, two on a diagonal; null for one centre. */
function sidesOf(first: Box, second: Box): readonly Side[] | null {
  const numbers = [...first.edges, ...second.edges];
  const { values } = toScaled(numbers);
  const centre = (at: number): readonly [string, string] => [
    String(2n * values[at]! + values[at + 2]!),
    String(2n * values[at + 1]! + values[at + 3]!),
  ];
  const outcome = solveDirection({
    ...{ from: centre(4), to: centre(0), frame: "y-down", sectors: "image-four" },
  });
  if (outcome.status === "exact") return [outcome.value as Side];
  return outcome.status === "tie" ? outcome.values as Side[] : null;
}

function readRow(value: ExactJson): Row {
  const { id, obj1, obj2, prompt, relation, type } = fields(value);
  const known: readonly unknown[] = [...SIDES, "next to"];
  if (typeof relation !== "string" || !known.includes(relation)) {
    throw new SyntaxError(
      `Cannot read relation: is ${JSON.stringify(relation)}, must be ${known.join(", ")}`,
    );
  }
  if (typeof prompt !== "string") throw new SyntaxError("Cannot read prompt: must be a string");
  return {
    ...{ id: String(id), relation, prompt, isTemplate: type === "template" },
    ...{ first: readBox(obj1, "obj1"), second: readBox(obj2, "obj2") },
  };
}

function readBox(value: ExactJson | undefined, at: string): Box {
  const [name, edges] = Array.isArray(value) ? value : [];
  if (typeof name !== "string" || !Array.isArray(edges) || edges.length !== 4) {
    throw new SyntaxError(`Cannot read ${at}: must be [name, [left, top, width, height]]`);
  }
  for (const [i, edge] of edges.entries()) {
    const { digits } = parseDecimal(typeof edge === "string" ? edge : "", `${at}[1][${i}]`);
    if (i < 2 || digits > 0n) continue;
    throw new SyntaxError(`Cannot read ${at}[1][${i}]: is ${edge}, must be above 0`);
  }
  return { name, edges: edges as unknown as Box["edges"] };
}

function fields(value: ExactJson): Readonly<Record<string, ExactJson | undefined>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, ExactJson>>;
  }
  throw new SyntaxError("Cannot read the record: must be an object");
}
