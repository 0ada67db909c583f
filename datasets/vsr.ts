import * as v from "valibot";
import { keywordOf, relationNamed } from "../text/lexicon/lexicon.ts";
import { solveStatements } from "../text/reason.ts";
import type { Statement } from "../text/statement.ts";
import { recordMembers } from "./_json_members.ts";
import { parseRecord } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile, Where } from "./dataset.ts";

const RECORD = v.object({
  image: v.string(),
  caption: v.string(),
  label: v.picklist([0, 1]),
  relation: v.string(),
  reference_frame: v.optional(v.nullable(v.number())),
});

/**
 * Visual Spatial Reasoning: captions said to be true or false of a picture. The pictures are not
 * given, so that what can be told is which labels of one picture contradict each other, and which
 * do so only if both captions are told from one frame of reference.
 */
export const vsr: Dataset = {
  name: "vsr",
  summary:
    "Visual Spatial Reasoning: captions of 66 relations, true or false; which labels of one " +
    "picture contradict each other?",
  source: "https://github.com/cambridgeltl/visual-spatial-reasoning",
  licence: "Apache-2.0",
  companions: [],
  read,
};

/** One caption, read. */
interface Caption {
  readonly where: Where;
  readonly label: 0 | 1;
  readonly frame: number | null;
  /** What it says; a string tells why it is not decided. */
  readonly statement: Statement | string;
}

async function* read(file: SourceFile): AsyncIterable<Reading> {
  const byPair = new Map<string, Caption[]>();
  const captions: (Caption | Reading)[] = [];
  for await (const { text, line } of recordMembers(file, "lines")) {
    const where = { file: file.path, line };
    try {
      const { image, caption, label, relation, reference_frame } = parseRecord(RECORD, text);
      const frame = reference_frame ?? null;
      const statement = readCaption(caption, relation, label === 1);
      const read: Caption = { where, label: label as 0 | 1, frame, statement };
      captions.push(read);
      if (typeof statement === "string") continue;
      const key = JSON.stringify([image, ...[...statement.args].sort()]);
      byPair.set(key, [...byPair.get(key) ?? [], read]);
    } catch (error) {
      captions.push({ kind: "bad", where, message: (error as Error).message });
    }
  }
  const groups = new Map<Caption, readonly Caption[]>();
  for (const group of byPair.values()) for (const caption of group) groups.set(caption, group);
  for (const caption of captions) {
    if ("kind" in caption) {
      yield caption;
      continue;
    }
    const { where, label } = caption;
    const claimed = label === 1 ? "true" : "false";
    const judge = () => judgeCaption(caption, groups.get(caption) ?? []);
    yield { kind: "claim", id: String(where.line), where, claimed, judge };
  }
}

/** What a caption says: `The A is RELATION the B.` */
function readCaption(caption: string, relation: string, truth: boolean): Statement | string {
  const small = caption.trim().replace(/\.$/, "").toLowerCase();
  const at = small.indexOf(` ${relation.toLowerCase()} `);
  if (at < 0) return `does not find ${JSON.stringify(relation)} in ${JSON.stringify(caption)}`;
  const bare = (words: string) =>
    words.trim().replace(/^(?:the|an?) /, "").replace(/ (?:is|are|has|have)$/, "");
  const args = [bare(small.slice(0, at)), bare(small.slice(at + relation.length + 2))];
  if (args[0] === args[1]) return `the caption is on two things of one name, ${args[0]}`;
  const known = keywordOf(relation);
  if (known === null) return `does not know the relation ${JSON.stringify(relation)}`;
  const meant = known.relations.find((meaning) => meaning.undecidable === undefined);
  if (meant === undefined) return `${relation}: ${known.relations[0]!.undecidable}`;
  if (meant.arity !== 2) return `${relation}: it needs ${meant.arity} things`;
  const source = { text: caption };
  return { relation: meant.id, args, truth, frame: "viewer", source };
}

const BOTH = "two captions said to be true exclude each other";
const FRAMES = "two captions exclude each other only in one frame of reference";
const DENIED = "said to be false, though another caption implies it";

function judgeCaption(caption: Caption, group: readonly Caption[]): Judgement {
  const open = { answer: null, margin: null } as const;
  if (typeof caption.statement === "string") {
    return { verdict: "unsupported", reason: caption.statement, ...open };
  }
  const reason = "the picture is not given";
  const against = group.filter((other) => other !== caption && excludes(caption, other));
  const [kind, other] = [BOTH, FRAMES, DENIED].flatMap((kind) => {
    const first = against.find((other) => kindOf(caption, other) === kind);
    return first === undefined ? [] : [[kind, first] as const];
  })[0] ?? [];
  if (kind === undefined || other === undefined) {
    return { verdict: "undetermined", reason, ...open };
  }
  const sentence = (other.statement as Statement).source!.text;
  const because = `contradicts line ${other.where.line}, ${JSON.stringify(sentence)}`;
  return { verdict: "undetermined", reason: `${reason}; ${because}`, group: kind, ...open };
}

/** What kind of contradiction two captions are. */
function kindOf(a: Caption, b: Caption): string {
  const isTold = relationNamed((a.statement as Statement).relation).frame === "projective";
  if (isTold && a.frame !== b.frame) return FRAMES;
  return a.label === 1 && b.label === 1 ? BOTH : DENIED;
}

function excludes(a: Caption, b: Caption): boolean {
  if (a.label === 0 && b.label === 0) return false;
  return solveStatements([a.statement as Statement, b.statement as Statement]).status ===
    "inconsistent";
}
