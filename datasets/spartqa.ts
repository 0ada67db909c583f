import * as v from "valibot";
import { BlocksQuestions } from "./_blocks_questions.ts";
import { readBlocksStory } from "./_blocks_story.ts";
import { BlocksWorld, type Truth } from "./_blocks_world.ts";
import { blockToken } from "./_blocks_words.ts";
import { coreWords } from "./_core_words.ts";
import { type JsonMember, membersNamed } from "./_json_members.ts";
import { judging, UnsupportedError } from "./_judging.ts";
import { parseRecord, reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

const QUESTION = v.object({
  q_id: v.union([v.number(), v.string()]),
  q_type: v.picklist(["YN", "FB", "FR", "CO"]),
  question: v.string(),
  answer: v.array(v.union([v.string(), v.number()])),
  candidate_answers: v.union([v.string(), v.array(v.string())]),
});
type Question = v.InferOutput<typeof QUESTION>;

const RECORD = v.object({ story: v.array(v.string()), questions: v.array(v.unknown()) });

/**
 * SpartQA: stories on shapes in blocks, with questions of four kinds. What is there is told whole (a
 * closed world), directions are open where nothing follows (DK), and things of other blocks are far.
 * How near things of one block are is answered only where it is told.
 */
export const spartqa: Dataset = {
  name: "spartqa",
  summary: "SpartQA: shapes in blocks; yes/no (closed for what is there, open for directions), " +
    "which block, which relation, which of two",
  source: "https://github.com/HLR/SpartQA-baselines",
  licence: "not stated by the files",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const story of membersNamed(file, "data")) yield* readStory(file.path, story);
}

function* readStory(file: string, { key, text, line }: JsonMember): Iterable<Reading> {
  let record: v.InferOutput<typeof RECORD>;
  try {
    record = parseRecord(RECORD, text);
  } catch (error) {
    yield {
      kind: "bad",
      where: { file, line, field: `data[${key}]` },
      message: (error as Error).message,
    };
    return;
  }
  const world = once(() => readWorld(record.story.join(" ")));
  for (const [i, given] of record.questions.entries()) {
    const where = { file, line, field: `data[${key}].questions[${i}]` };
    yield reading(where, () => {
      const question = parseRecord(QUESTION, JSON.stringify(given));
      const claimed = wordsOf(question);
      const judge = judging(() => judgeQuestion(world(), question, claimed));
      return { id: `${key}.${question.q_id}`, claimed, judge };
    });
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function readWorld(story: string): BlocksWorld {
  return new BlocksWorld(readBlocksStory(story));
}

const YES_NO: Readonly<Record<Truth, string | null>> = {
  yes: "Yes",
  no: "No",
  open: "DK",
  untold: null,
};

/** The claimed answer as words, in one order. */
function wordsOf({ q_type, answer, candidate_answers }: Question): string {
  const words = answer.map((part) => {
    if (typeof part === "string") return part.trim();
    const candidate = typeof candidate_answers === "string" ? undefined : candidate_answers[part];
    if (candidate !== undefined) return candidate.trim();
    throw new SyntaxError(`Cannot read answer: ${part} is the number of no candidate, must be`);
  });
  return q_type === "FB" || q_type === "FR" ? inOrder(words) : words.join(", ");
}

function inOrder(words: readonly string[]): string {
  return [...words].sort().join(", ") || "none";
}

function judgeQuestion(world: BlocksWorld, question: Question, claimed: string): Judgement {
  const core = world.contradiction();
  if (core !== null) {
    return { verdict: "undetermined", answer: null, reason: coreWords(core), margin: null };
  }
  const answer = ANSWERS[question.q_type](new BlocksQuestions(world), question);
  if (answer === null) {
    const reason = "the story does not tell how near they are, or what touches";
    return { verdict: "undetermined", answer: null, reason, margin: null };
  }
  const isRight = claimed.toLowerCase() === answer.toLowerCase();
  return {
    verdict: isRight ? "agree" : "disagree",
    answer,
    reason: isRight ? null : `${question.question.trim()} claimed ${claimed}, is ${answer}`,
    margin: null,
    group: question.q_type,
  };
}

const ANSWERS: Readonly<
  Record<Question["q_type"], (questions: BlocksQuestions, question: Question) => string | null>
> = {
  YN: (questions, { question }) => YES_NO[questions.yesNo(question)],
  FB: (questions, { question, candidate_answers }) => {
    const blocks = questions.blocks(question);
    const known = typeof candidate_answers === "string" ? [] : candidate_answers;
    return inOrder(
      known.map((name) => name.trim()).filter((name) => blocks.includes(blockToken(name))),
    );
  },
  FR: (questions, { question }) => {
    const relations = questions.relations(question);
    return relations === "untold" ? null : inOrder(relations);
  },
  CO: (questions, { question, candidate_answers }) => {
    if (typeof candidate_answers === "string" || candidate_answers.length !== 4) {
      throw new UnsupportedError("does not know what there is to choose from");
    }
    const [first, second, both, neither] = candidate_answers as [string, string, string, string];
    const [a, b] = questions.choose(question, [first, second]);
    if ([a, b].some((truth) => truth === "open" || truth === "untold")) return null;
    return (a === "yes" ? (b === "yes" ? both : first) : b === "yes" ? second : neither).trim();
  },
};
