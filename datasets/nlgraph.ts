import * as v from "valibot";
import { toScaled } from "../geometry/decimal.ts";
import { graphFromEdges, trueLength } from "../solvers/path/graph/edge_list.ts";
import { judgeGraphPath } from "../solvers/path/graph/judge_path.ts";
import { GraphSearch } from "../solvers/path/graph/search.ts";
import { type JsonMember, jsonMembers, requireOnce } from "./_json_members.ts";
import { judging, UnsupportedError } from "./_judging.ts";
import { parseRecord, reading } from "./_record.ts";
import type { Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

const RECORD = v.object({ question: v.string(), answer: v.string() });

/**
 * NLGraph, shortest paths: an undirected weighted graph in English, and a path with its total
 * weight. Every shortest path is right, not only the one that the file names.
 */
export const nlgraph: Dataset = {
  name: "nlgraph",
  summary: "NLGraph, shortest paths: is the path in the answer one of the shortest in the graph " +
    "that the question describes, and its total weight right?",
  source: "https://github.com/Arthur-Heng/NLGraph",
  licence: "Apache-2.0",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  for await (const member of jsonMembers(file)) yield toReading(file.path, member);
}

function toReading(file: string, member: JsonMember): Reading {
  const { key, text, line } = member;
  return reading({ file, line, field: key }, () => {
    requireOnce(member);
    const { question, answer } = parseRecord(RECORD, text);
    return { id: key, claimed: answer, judge: judging(() => judge(question, answer)) };
  });
}

/** More nodes than this nobody writes out in English: the number is damaged. */
const MOST_NODES = 100_000;

interface Story {
  readonly nodes: number;
  readonly edges: readonly (readonly [from: number, to: number, weight: string])[];
  readonly from: number;
  readonly to: number;
}

const NODES = /nodes are numbered from (\d+) to (\d+)/;
const EDGE = /^an edge between node (\d+) and node (\d+) with weight (\d+(?:\.\d+)?)$/;
const ASKED = /^Q: Give the shortest path from node (\d+) to node (\d+)$/;
const ANSWER =
  /^The shortest path from node (\d+) to node (\d+) is (\d+(?:\s*,\s*\d+)*) with a total weight of (\d+(?:\.\d+)?)\.?$/;

function readStory(question: string): Story {
  const numbered = NODES.exec(question);
  if (numbered === null) throw new UnsupportedError("does not find how the nodes are numbered");
  if (!/^In an undirected graph/.test(question)) {
    throw new UnsupportedError("does not understand the graph: it must be undirected");
  }
  if (numbered[1] !== "0") throw new UnsupportedError("does not know nodes that begin above 0");
  if (Number(numbered[2]) >= MOST_NODES) {
    throw new RangeError(
      `Cannot read the graph: its last node is ${numbered[2]}, must be below ${MOST_NODES}`,
    );
  }
  const edges: [number, number, string][] = [];
  let asked: RegExpExecArray | null = null;
  for (const line of question.split("\n").slice(1)) {
    const text = line.trim().replace(/[,.:]$/, "");
    if (text === "" || text === "A") continue;
    const edge = EDGE.exec(text);
    if (edge !== null) edges.push([Number(edge[1]), Number(edge[2]), edge[3]!]);
    else if (ASKED.test(text)) asked = ASKED.exec(text);
    else throw new UnsupportedError(`does not understand ${JSON.stringify(line)}`);
  }
  if (asked === null) throw new UnsupportedError("does not find the question");
  return {
    nodes: Number(numbered[2]) + 1,
    edges,
    from: Number(asked[1]),
    to: Number(asked[2]),
  };
}

function judge(question: string, claimed: string): Judgement {
  const story = readStory(question);
  const answer = ANSWER.exec(claimed.trim());
  if (answer === null) throw new UnsupportedError(`does not understand ${JSON.stringify(claimed)}`);
  const graph = graphFromEdges({ directed: false, nodes: story.nodes, edges: story.edges });
  const best = new GraphSearch(graph).path(story.from, story.to);
  if (best === null) return judgement(null, "no path leads there at all");
  const least = String(trueLength(graph, best.length));
  const ours = `${best.nodes.join(",")} with a total weight of ${least}`;
  if (Number(answer[1]) !== story.from || Number(answer[2]) !== story.to) {
    return judgement(ours, `the answer is on a path from node ${answer[1]} to node ${answer[2]}`);
  }
  const nodes = answer[3]!.split(",").map(Number);
  const { fault, length, optimal } = judgeGraphPath(graph, { ...story, nodes });
  if (fault !== null) return judgement(ours, `the path: ${fault}`);
  if (!optimal) {
    return judgement(ours, `the path weighs ${trueLength(graph, length!)}, the shortest ${least}`);
  }
  const isTotal = isSameNumber(answer[4]!, least);
  return judgement(ours, isTotal ? null : `the total is said to be ${answer[4]}, is ${least}`);
}

function judgement(answer: string | null, fault: string | null): Judgement {
  return { verdict: fault === null ? "agree" : "disagree", answer, reason: fault, margin: null };
}

function isSameNumber(a: string, b: string): boolean {
  const [first, second] = toScaled([a, b]).values;
  return first === second;
}
