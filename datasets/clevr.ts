import * as v from "valibot";
import { NoReferent, runProgram, STEP, type Step } from "./_clevr_program.ts";
import { type ClevrScene, related, SCENE } from "./_clevr_scene.ts";
import { innerMembers, type JsonMember, jsonMembers, recordMembers } from "./_json_members.ts";
import { compare, judging } from "./_judging.ts";
import { parseRecord, reading } from "./_record.ts";
import type { Dataset, Judgement, ReadContext, Reading, SourceFile } from "./dataset.ts";

/**
 * CLEVR: the relation lists of scenes, and questions with functional programs. One object stands in
 * a relation to another where it lies more than 0.2 further along its direction; "the" thing must be
 * one; what is the same as a thing is another thing. A question some relation of which changes
 * nothing is counted as degenerate.
 */
export const clevr: Dataset = {
  name: "clevr",
  summary:
    "CLEVR: relation lists of scenes, or questions with programs (--with scenes=FILE); one " +
    "thing is right of another where it lies more than 0.2 further along the scene's direction",
  source: "https://cs.stanford.edu/people/jcjohns/clevr/",
  licence: "CC BY 4.0",
  companions: [{
    key: "scenes",
    summary: "the scenes that questions ask about",
    required: false,
  }],
  read,
};

const QUESTION = v.looseObject({
  image: v.optional(v.string()),
  image_filename: v.optional(v.string()),
  question: v.string(),
  question_index: v.optional(v.number()),
  program: v.pipe(v.array(STEP), v.minLength(1)),
  answer: v.union([v.string(), v.number(), v.boolean()]),
});

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  let scenes: Promise<ReadonlyMap<string, ClevrScene>> | null = null;
  for await (const member of records(file)) {
    const where = { file: file.path, line: member.line };
    if (!/"program"/.test(member.text)) {
      yield reading(where, () => sceneClaim(parseRecord(SCENE, member.text)));
      continue;
    }
    const known = await (scenes ??= readScenes(context));
    yield reading(where, () => {
      const row = parseRecord(QUESTION, member.text);
      const image = (row.image ?? row.image_filename ?? "").replace(/^.*[/\\]/, "");
      const scene = known.get(image);
      if (scene === undefined) {
        throw new SyntaxError(
          `Cannot find the scene of ${JSON.stringify(image)}, must be in --with scenes`,
        );
      }
      return {
        id: String(row.question_index ?? member.line),
        claimed: String(row.answer),
        judge: judging(() => judgeAnswer(scene, row.program, String(row.answer))),
      };
    });
  }
}

/** The records of a file of lines, or of CLEVR's own {"info", "scenes" or "questions"}. */
async function* records(file: SourceFile): AsyncIterable<JsonMember> {
  let start = "";
  for await (const chunk of file.chunks()) {
    start += chunk;
    if (start.trim().length > 40) break;
  }
  if (!/^\s*\{\s*"(?:info|scenes|questions)"\s*:/.test(start)) {
    yield* recordMembers(file, "lines");
    return;
  }
  for await (const member of jsonMembers(file)) {
    if (member.key === "scenes" || member.key === "questions") yield* innerMembers(member);
  }
}

async function readScenes(
  { companions, open }: ReadContext,
): Promise<ReadonlyMap<string, ClevrScene>> {
  const paths = companions.get("scenes") ?? [];
  if (paths.length === 0) {
    throw new Error('Cannot verify questions of clevr: no companion "scenes", must be given');
  }
  const scenes = new Map<string, ClevrScene>();
  for (const path of paths) {
    for await (const { text, line } of records(await open(path))) {
      try {
        const scene = parseRecord(SCENE, text);
        scenes.set(scene.image_filename, scene);
      } catch (error) {
        throw new SyntaxError(`${path}:${line}: ${(error as Error).message}`);
      }
    }
  }
  return scenes;
}

function sceneClaim(scene: ClevrScene) {
  const lists = scene.relationships;
  if (lists === undefined) {
    throw new SyntaxError('Cannot read the record: there is no "relationships", must be there');
  }
  return {
    id: scene.image_filename,
    claimed: `${Object.keys(lists).length} relations of ${scene.objects.length} objects`,
    judge: () => judgeLists(scene, lists),
  };
}

function judgeLists(
  scene: ClevrScene,
  lists: Readonly<Record<string, readonly (readonly number[])[]>>,
): Judgement {
  const faults: string[] = [];
  for (const [relation, rows] of Object.entries(lists)) {
    if (rows.length !== scene.objects.length) {
      faults.push(`${relation} has ${rows.length} lists for ${scene.objects.length} objects`);
      continue;
    }
    for (const [i, row] of rows.entries()) {
      const right = related(scene, relation, i);
      const isSame = row.length === right.length && right.every((j) => row.includes(j));
      if (!isSame) faults.push(`${relation} of ${i} is [${right}], not [${row}]`);
    }
  }
  const answer = `${Object.keys(lists).length} relations of ${scene.objects.length} objects`;
  if (faults.length === 0) return { verdict: "agree", answer, reason: null, margin: null };
  const shown = faults.slice(0, 3).join("; ") +
    (faults.length > 3 ? `; ${faults.length} in all` : "");
  return { verdict: "disagree", answer: null, reason: shown, margin: null };
}

function judgeAnswer(scene: ClevrScene, program: readonly Step[], claimed: string): Judgement {
  let answer: string;
  try {
    answer = said(runProgram(scene, program));
  } catch (error) {
    if (!(error instanceof NoReferent)) throw error;
    const reason = `the question means nothing in its scene: ${error.message}`;
    return { verdict: "disagree", answer: null, reason, margin: null, group: "no referent" };
  }
  const group = isDegenerate(scene, program, answer)
    ? "degenerate: a relation changes nothing"
    : null;
  return compare(normal(claimed), answer, group === null ? {} : { group });
}

/** Whether the answer stays where one of the relations is left out. */
function isDegenerate(scene: ClevrScene, program: readonly Step[], answer: string): boolean {
  return program.some((step, i) => {
    if ((step.type ?? step.function) !== "relate") return false;
    try {
      return said(runProgram(scene, program, i)) === answer;
    } catch (error) {
      if (error instanceof NoReferent) return false;
      throw error;
    }
  });
}

function said(value: string | number | boolean): string {
  return typeof value === "boolean" ? value ? "yes" : "no" : String(value);
}

/** Answers of yes and no stand as words or as values. */
function normal(claimed: string): string {
  return claimed === "true" ? "yes" : claimed === "false" ? "no" : claimed;
}
