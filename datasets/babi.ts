import { babiQuestions, type BabiSentence } from "./_babi_lines.ts";
import { judgeBeside } from "./_babi_beside.ts";
import { judgePosition } from "./_babi_positions.ts";
import { judgeRoute } from "./_babi_routes.ts";
import { readHow, readPlacing, readWhat, readWhether } from "./_babi_sentence.ts";
import type { GridFact } from "./_grid_story.ts";
import { judging, UnsupportedError } from "./_judging.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

/**
 * bAbI tasks 4 (two-argument relations), 17 (positional reasoning) and 19 (path finding). Every
 * sentence is one step on a grid. 4 asks what is one step away; 17 for strict order on one axis; 19
 * for a shortest route along the stated steps.
 */
export const babi: Dataset = {
  name: "babi",
  summary:
    "bAbI 4 (what is north of X?), 17 (is X left of Y?) and 19 (how do you go from X to Y?): " +
    "unit steps on a grid",
  source: "https://research.facebook.com/downloads/babi/",
  licence: "CC BY 3.0, by the card of facebook/babi_qa; not stated by the files",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const item of babiQuestions(file)) {
    const where = { file: file.path, line: item.line };
    if ("bad" in item) {
      yield { kind: "bad", where, message: item.bad };
      continue;
    }
    const { story, question, answer } = item;
    const judge = judging(() => judgeQuestion(story, question, answer));
    yield { kind: "claim", id: String(item.line), where, claimed: answer, judge };
  }
}

function judgeQuestion(
  story: readonly BabiSentence[],
  question: string,
  claimed: string,
): Judgement {
  const is = readWhether(question);
  if (is !== null) return judgePosition(readStory(story), { ...is, text: question }, claimed);
  const how = readHow(question);
  if (how !== null) return judgeRoute(readStory(story), how, claimed);
  const what = readWhat(question);
  if (what !== null) return judgeBeside(readStory(story), what, claimed);
  throw new UnsupportedError(`does not understand the question ${JSON.stringify(question)}`);
}

function readStory(story: readonly BabiSentence[]): GridFact[] {
  return story.map(({ text }) => {
    const placing = readPlacing(text);
    if (placing !== null) return { ...placing, text };
    throw new UnsupportedError(`does not understand ${JSON.stringify(text)}`);
  });
}
