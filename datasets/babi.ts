import { babiQuestions, type BabiSentence } from "./_babi_lines.ts";
import { judgePosition } from "./_babi_positions.ts";
import { judgeRoute } from "./_babi_routes.ts";
import type { GridFact } from "./_grid_story.ts";
import type { Step } from "../text/sentences/direction_phrase.ts";
import { judging, UnsupportedError } from "./_judging.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

/**
 * bAbI tasks 17 (positional reasoning) and 19 (path finding). Every sentence is one step on a
 * grid. 17 asks for strict order on one axis; 19 for a shortest route along the stated steps.
 */
export const babi: Dataset = {
  name: "babi",
  summary: "bAbI 17 (is X left of Y?) and 19 (how do you go from X to Y?): unit steps on a grid",
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

const IS = /^Is (?:the )?(.+?) (?:to the )?(left of|right of|above|below) (?:the )?(.+?)\s*\?$/;
const HOW = /^How do you go from (?:the )?(.+?) to (?:the )?(.+?)\s*\?$/;

function judgeQuestion(
  story: readonly BabiSentence[],
  question: string,
  claimed: string,
): Judgement {
  const is = IS.exec(question);
  if (is !== null) {
    const [, subject, relation, landmark] = is;
    const asked = {
      subject: subject!,
      landmark: landmark!,
      step: STEPS[relation!]!,
      text: question,
    };
    return judgePosition(readStory(story), asked, claimed);
  }
  const how = HOW.exec(question);
  if (how === null) {
    throw new UnsupportedError(`does not understand the question ${JSON.stringify(question)}`);
  }
  return judgeRoute(readStory(story), { from: how[1]!, to: how[2]! }, claimed);
}

const STEPS: Readonly<Record<string, Step>> = {
  "left of": [-1, 0],
  "right of": [1, 0],
  "above": [0, 1],
  "below": [0, -1],
  "west of": [-1, 0],
  "east of": [1, 0],
  "north of": [0, 1],
  "south of": [0, -1],
};

const SENTENCE =
  /^(?:The )?(.+?) is (?:to the )?(left of|right of|above|below|west of|east of|north of|south of) (?:the )?(.+?)\s*\.$/;

function readStory(story: readonly BabiSentence[]): GridFact[] {
  return story.map(({ text }) => {
    const [, subject, relation, landmark] = SENTENCE.exec(text) ?? [];
    if (relation === undefined) {
      throw new UnsupportedError(`does not understand ${JSON.stringify(text)}`);
    }
    return { subject: subject!, landmark: landmark!, step: STEPS[relation]!, text };
  });
}
