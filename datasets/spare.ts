import * as v from "valibot";
import { relationNamed } from "../text/lexicon/lexicon.ts";
import { judgeWords, solveStatements } from "../text/reason.ts";
import { readPlainSentence } from "../text/sentences/plain_sentence.ts";
import { readQuestionAnswer } from "../text/sentences/question_answer.ts";
import type { Statement } from "../text/statement.ts";
import { type JsonMember, recordMembers } from "./_json_members.ts";
import { parseRecord } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile, Where } from "./dataset.ts";

const RECORD = v.object({
  question: v.string(),
  answer: v.string(),
  image: v.optional(v.union([v.string(), v.number()])),
  description: v.optional(v.string()),
});

/**
 * SpaRE's pairs of questions and answers, `[{question, answer}]`: one sample a file, or one a value
 * of `image`. Pairs that contradict each other are told with the fewest that do; where a
 * `description` stands with a pair, it is held against that too.
 */
export const spare: Dataset = {
  name: "spare",
  summary: "SpaRE's questions and answers on a picture: which contradict each other, or the " +
    "description they were made from?",
  source: "https://arxiv.org/abs/2504.20648",
  licence: "not stated",
  companions: [],
  read,
};

/** One pair, read. */
interface Pair {
  readonly id: string;
  readonly where: Where;
  readonly answer: string;
  readonly statement: Statement | string;
  readonly description: string | null;
}

async function* read(file: SourceFile): AsyncIterable<Reading> {
  const samples = new Map<string, Pair[]>();
  const all: (readonly [Pair, readonly Pair[]] | Reading)[] = [];
  for await (const member of recordMembers(file, "list")) {
    const where = { file: file.path, line: member.line, field: `[${member.key}]` };
    try {
      const { pair, image } = readPair(member, where);
      const sample = samples.get(image) ?? [];
      samples.set(image, sample);
      sample.push(pair);
      all.push([pair, sample]);
    } catch (error) {
      all.push({ kind: "bad", where, message: (error as Error).message });
    }
  }
  const clashes = new Map<readonly Pair[], ReadonlyMap<Pair, readonly Pair[]>>();
  for (const one of all) {
    if (!Array.isArray(one)) {
      yield one as Reading;
      continue;
    }
    const [pair, sample] = one as [Pair, Pair[]];
    const judge = () => {
      const found = clashes.get(sample) ?? contradictions(sample);
      clashes.set(sample, found);
      return judgePair(pair, found);
    };
    yield { kind: "claim", id: pair.id, where: pair.where, claimed: pair.answer, judge };
  }
}

function readPair({ key, text }: JsonMember, where: Where): { pair: Pair; image: string } {
  const { question, answer, image = "", description = null } = parseRecord(RECORD, text);
  const statement = readQuestionAnswer(question, answer);
  return { pair: { id: key, where, answer, statement, description }, image: String(image) };
}

/** The pairs that contradict each other, each with those it does with. */
function contradictions(sample: readonly Pair[]): ReadonlyMap<Pair, readonly Pair[]> {
  const found = new Map<Pair, readonly Pair[]>();
  let left = sample.filter(({ statement }) => typeof statement !== "string");
  while (left.length > 1) {
    const outcome = solveStatements(left.map(({ statement }) => statement as Statement));
    if (outcome.status !== "inconsistent") break;
    const core = outcome.statements.map((i) => left[i]!);
    for (const pair of core) found.set(pair, core.filter((other) => other !== pair));
    left = left.filter((pair) => !core.includes(pair));
  }
  return found;
}

function judgePair(pair: Pair, clashes: ReadonlyMap<Pair, readonly Pair[]>): Judgement {
  const { statement, description, answer } = pair;
  const open = { answer: null, margin: null } as const;
  if (typeof statement === "string") return { verdict: "unsupported", reason: statement, ...open };
  const against = clashes.get(pair);
  if (against !== undefined) {
    const texts = against.map((other) => (other.statement as Statement).source!.text);
    const all = [statement, ...against.map((other) => other.statement as Statement)];
    const isFramed = all.some(({ relation }) => relationNamed(relation).frame === "projective");
    const group = isFramed
      ? "contradicts other pairs if one viewer tells all"
      : "contradicts other pairs";
    return { verdict: "undetermined", reason: `contradicts ${texts.join("; ")}`, group, ...open };
  }
  if (description === null) {
    return { verdict: "undetermined", reason: "the picture is not given", ...open };
  }
  const standing = judgeWords(sentences(description), statement);
  if (standing.status === "entailed") {
    return { verdict: "agree", reason: null, answer, margin: null };
  }
  if (standing.status === "refuted") {
    const reason = `the description refutes it: ${standing.because.join("; ")}`;
    return { verdict: "disagree", reason, ...open };
  }
  return { verdict: "undetermined", reason: "no sentence of the description decides it", ...open };
}

/** What of a description is read; what is not may say more, but takes nothing back. */
function sentences(description: string): Statement[] {
  return description.split(/(?<=[.!?])\s+/).flatMap((text) => {
    const read = readPlainSentence(text);
    const [relation, ...others] = read?.relations ?? [];
    if (read === null || relation === undefined || others.length > 0) return [];
    if (relation.undecidable !== undefined || relation.arity !== 2) return [];
    const args = [read.subject.toLowerCase(), read.reference.toLowerCase()];
    if (args[0] === args[1]) return [];
    return [{ relation: relation.id, args, truth: read.truth, frame: "viewer", source: { text } }];
  });
}
