import { graphFromDimacs } from "../solvers/path/graph/dimacs.ts";
import type { Graph } from "../solvers/path/graph/graph.ts";
import { GraphSearch } from "../solvers/path/graph/search.ts";
import { reading } from "./_record.ts";
import type { Dataset, Judgement, ReadContext, Reading, SourceFile } from "./dataset.ts";

/**
 * Distances in road graphs: lines `source target distance`, -1 where there is no path. Node ids
 * begin at 0; loops and arcs of weight 0 are left out, as the program that made the files does.
 */
export const roads: Dataset = {
  name: "roads",
  summary: "Distances between nodes of a directed road graph, a line each; -1 where none is. " +
    "The summary adds up the distances found.",
  source: "https://github.com/easbar/fast_paths",
  licence: "MIT or Apache-2.0",
  companions: [{
    key: "graph",
    summary: "the graph: lines `a FROM TO WEIGHT`",
    required: true,
  }],
  read,
};

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  const graph = await readGraph(context);
  const search = new GraphSearch(graph, { method: "bidirectional" });
  let line = 0;
  for await (const text of file.lines()) {
    line++;
    if (text.trim() === "" || text.startsWith("c")) continue;
    const where = { file: file.path, line };
    yield reading(where, () => {
      const [source, target, claimed] = readQuery(text, graph.nodeCount);
      const judge = () => judgeQuery(search.distance(source, target), claimed);
      return { id: String(line), claimed: String(claimed), judge };
    });
  }
}

async function readGraph({ companions, open }: ReadContext): Promise<Graph> {
  const paths = companions.get("graph") ?? [];
  if (paths.length !== 1) throw new Error(`Cannot verify with ${paths.length} graphs, must be one`);
  const text = await (await open(paths[0]!)).text();
  try {
    return graphFromDimacs(text, {
      firstNode: 0,
      header: /^p /m.test(text),
      trivialArcs: false,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SyntaxError(`Cannot use ${paths[0]}: ${why}`);
  }
}

function readQuery(text: string, nodes: number): [source: number, target: number, claimed: number] {
  const words = text.trim().split(/\s+/);
  if (words.length !== 3) {
    throw new SyntaxError(`Cannot read the line: ${words.length} numbers, must be 3`);
  }
  const numbers = words.map((word, i) => {
    if (/^-?\d{1,15}$/.test(word)) return Number(word);
    const name = ["source", "target", "distance"][i];
    throw new SyntaxError(`Cannot read the ${name}: ${JSON.stringify(word)}, must be an integer`);
  });
  const [source, target, claimed] = numbers as [number, number, number];
  for (const node of [source, target]) {
    if (node >= 0 && node < nodes) continue;
    throw new RangeError(`Cannot find node ${node}, must be 0 to ${nodes - 1}`);
  }
  if (claimed < -1) {
    throw new RangeError(`Cannot read the distance: ${claimed}, must be 0 or more, or -1`);
  }
  return [source, target, claimed];
}

function judgeQuery(distance: number, claimed: number): Judgement {
  const answer = distance === Infinity ? -1 : distance;
  const totals: Record<string, bigint> = answer < 0
    ? { "not found": 1n }
    : { distance: BigInt(answer) };
  const agree = answer === claimed;
  return {
    verdict: agree ? "agree" : "disagree",
    answer: String(answer),
    reason: agree ? null : `claimed ${claimed}, is ${answer}`,
    margin: null,
    totals,
  };
}
