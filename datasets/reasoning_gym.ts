import * as v from "valibot";
import { recordMembers } from "./_json_members.ts";
import { judging, UnsupportedError } from "./_judging.ts";
import { judgeMaze } from "./_reasoning_gym_maze.ts";
import { judgeShortestPath } from "./_reasoning_gym_shortest_path.ts";
import { parseRecord, reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

const ITEM = v.object({
  question: v.string(),
  answer: v.string(),
  metadata: v.object({ source_dataset: v.string(), source_index: v.optional(v.number()) }),
});

/** How the questions of each generator are judged. */
const JUDGES: Readonly<Record<string, (question: string, claimed: string) => Judgement>> = {
  maze: judgeMaze,
  shortest_path: judgeShortestPath,
};

/**
 * reasoning-gym, one item a line: the question is read and solved as it is worded, without what
 * the metadata say of it.
 */
export const reasoningGym: Dataset = {
  name: "reasoning-gym",
  summary: "reasoning-gym, maze and shortest_path: least steps, or any shortest way, in grids",
  source: "https://github.com/open-thought/reasoning-gym",
  licence: "Apache-2.0",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const { key, text, line } of recordMembers(file, "lines")) {
    yield reading({ file: file.path, line }, () => {
      const { question, answer, metadata } = parseRecord(ITEM, text);
      const judge = judging(() => judgeBy(metadata.source_dataset, question, answer));
      return { id: String(metadata.source_index ?? key), claimed: answer, judge };
    });
  }
}

function judgeBy(generator: string, question: string, claimed: string): Judgement {
  const judge = Object.hasOwn(JUDGES, generator) ? JUDGES[generator] : undefined;
  if (judge !== undefined) return judge(question, claimed);
  const known = Object.keys(JUDGES).join(" and ");
  throw new UnsupportedError(`is of the generator "${generator}", only ${known} are read`);
}
