import { contractGraph } from "../solvers/path/graph/hierarchy.ts";
import { graphFromDimacs } from "../solvers/path/graph/dimacs.ts";
import type { Graph } from "../solvers/path/graph/graph.ts";
import { HierarchySearch } from "../solvers/path/graph/hierarchy_search.ts";
import { compare } from "./_judging.ts";
import { reading } from "./_record.ts";
import type { Dataset, Judgement, ReadContext, Reading, SourceFile } from "./dataset.ts";

/**
 * Distances in road graphs: rows `source target distance`, -1 where there is no path. The graph's
 * arcs are one-way, its nodes are numbered from 0; loops and arcs of weight 0 do not count. Where no
 * `p` line says how many nodes there are, one that no arc names is a node without arcs.
 */
export const roads: Dataset = {
  name: "roads",
  summary:
    "Road graphs of the fast_paths project: shortest distances, -1 where there is no path; " +
    "one-way arcs, loops and arcs of weight 0 left out.",
  source: "https://github.com/easbar/fast_paths (meta/test_maps)",
  licence: "Apache-2.0 or MIT for the project; OpenStreetMap data",
  companions: [{ key: "graph", summary: "the graph, `a FROM TO WEIGHT` lines", required: true }],
  claimEndsLine: true,
  read,
};

const ROW = /^(\d{1,10})\s+(\d{1,10})\s+(-1|\d{1,16})$/;

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  const paths = context.companions.get("graph") ?? [];
  if (paths.length !== 1) {
    throw new RangeError(
      `Cannot read ${file.path}: ${paths.length} graphs, must be one, as --with graph=FILE`,
    );
  }
  const graph = await context.open(paths[0]!);
  const text = await graph.text();
  const roads = prepare(text);
  if (roads.fault !== null) {
    yield { kind: "bad", where: { file: graph.path }, message: roads.fault };
  } else if (!text.endsWith("\n")) {
    const where = { file: graph.path, line: text.split("\n").length };
    const message = "Cannot trust the last line: it has no line end, so it may be cut off, must " +
      "have one; the answers hold for the line as it stands";
    yield { kind: "bad", where, message };
  }
  let line = 0;
  for await (const row of file.lines()) {
    line++;
    if (row.trim() !== "" && !row.startsWith("c")) {
      yield toReading({ file: file.path, row: row.trim(), line, roads });
    }
  }
}

/** A graph that was read, or why it could not be. */
type Roads =
  | {
    readonly fault: null;
    /** The distance between two nodes; infinite when there is no path. */
    distance(source: number, target: number): number;
  }
  | { readonly fault: string };

function prepare(text: string): Roads {
  try {
    const graph = graphFromDimacs(text, {
      firstNode: 0,
      header: false,
      trivialArcs: false,
      unended: true,
    });
    const { nodeCount } = graph;
    requireLikely(graph);
    const search = new HierarchySearch(contractGraph(graph));
    const isCounted = /^p /m.test(text);
    return {
      fault: null,
      distance(source, target) {
        if (source < nodeCount && target < nodeCount) return search.distance(source, target);
        if (!isCounted) return source === target ? 0 : Infinity;
        const node = source < nodeCount ? target : source;
        throw new RangeError(`Cannot find node ${node}, must be one of 0 to ${nodeCount - 1}`);
      },
    };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) {
      return { fault: error.message };
    }
    throw error;
  }
}

/** Refuses a damaged number of nodes, which would take all memory. */
function requireLikely({ nodeCount, edgeCount }: Graph): void {
  const most = 1_000_000 + 10 * edgeCount;
  if (nodeCount <= most) return;
  throw new RangeError(
    `Cannot read the graph: ${nodeCount} nodes and ${edgeCount} arcs that count, must be at most ` +
      `${most} nodes with so few arcs`,
  );
}

interface Row {
  readonly file: string;
  readonly row: string;
  readonly line: number;
  readonly roads: Roads;
}

function toReading({ file, row, line, roads }: Row): Reading {
  return reading({ file, line }, () => {
    const match = ROW.exec(row);
    if (match === null) {
      throw new SyntaxError(
        `Cannot read ${JSON.stringify(row)}, must be SOURCE TARGET DISTANCE, -1 for no path`,
      );
    }
    const [source, target, claimed] = [Number(match[1]), Number(match[2]), match[3]!];
    const id = String(line);
    if (roads.fault !== null) return { id, claimed, judge: () => UNREAD };
    return { id, claimed, judge: () => judge(roads.distance(source, target), claimed) };
  });
}

/** The graph's own record says what is wrong with it. */
const UNREAD: Judgement = {
  verdict: "unsupported",
  answer: null,
  reason: "the graph was not read",
  margin: null,
};

function judge(distance: number, claimed: string): Judgement {
  const found = distance !== Infinity;
  const totals = {
    "sum of found distances": found ? BigInt(distance) : 0n,
    "not found": found ? 0n : 1n,
  };
  return compare(claimed, found ? String(distance) : "-1", { totals });
}
