import { requireForm, TEXT } from "../../../geometry/form.ts";
import { edgesOf } from "./_edges.ts";
import { NumberLines } from "./_number_lines.ts";
import { type Graph, graphFromArrays } from "./graph.ts";

/** How a DIMACS graph is read. */
export interface DimacsOptions {
  /** The number of the first node: 1 in the standard, 0 in files of some other programs. */
  readonly firstNode?: 0 | 1;
  /**
   * Whether the line `p sp NODES ARCS` must be there, as the standard demands; without it the
   * largest node named is the last. True unless given.
   */
  readonly header?: boolean;
  /** Whether arcs of weight 0 and loops are kept; true unless given. */
  readonly trivialArcs?: boolean;
  /**
   * Whether the last line may lack its line end. Such a file may have been cut off within a
   * number, so it is refused unless this is true.
   */
  readonly unended?: boolean;
  /** The text of a `.co` file with the nodes' coordinates. */
  readonly coordinates?: string;
}

/**
 * Reads a graph in the format of the 9th DIMACS challenge: `c` comments, `p sp NODES ARCS`, and an
 * `a FROM TO WEIGHT` line for each arc; the coordinates likewise as `p aux sp co NODES` and
 * `v NODE X Y`.
 *
 * @param text the `.gr` file
 * @param options how it is read
 * @returns the directed graph; node `firstNode` is node 0
 * @throws SyntaxError naming the line, for one that cannot be read or was cut off, and for a file
 *   with less or more arcs than it says
 * @throws RangeError naming the line, for an end that is no node
 *
 * Cost: linear in the text.
 * Source: 9th DIMACS Implementation Challenge, file formats (2005).
 *
 * @example
 * ```ts
 * import { graphFromDimacs } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromDimacs("p sp 2 1\na 1 2 17\n");
 * assertEquals([...graph.weights], [17]);
 * ```
 */
export function graphFromDimacs(text: string, options: DimacsOptions = {}): Graph {
  requireForm(text, TEXT, "graph");
  const { firstNode = 1, header = true, trivialArcs = true, unended = false } = options;
  const said = { nodes: -1, arcs: -1 };
  const tails: number[] = [], heads: number[] = [], weights: number[] = [], lines: number[] = [];
  const input = new NumberLines(text, "graph");
  let arcs = 0;
  let last = firstNode - 1;
  for (let kind = input.next(); kind !== ""; kind = input.next()) {
    if (kind === "c") continue;
    if (kind === "p") readHeader(input, "sp", said);
    else if (kind === "a") {
      const tail = input.integer("tail"), head = input.integer("head");
      const weight = input.integer("weight");
      input.end("a FROM TO WEIGHT");
      arcs++;
      last = Math.max(last, tail, head);
      if (!trivialArcs && (weight === 0 || tail === head)) continue;
      tails.push(tail - firstNode);
      heads.push(head - firstNode);
      weights.push(weight);
      lines.push(input.line);
    } else throw input.error(`begins with ${JSON.stringify(kind)}, must begin with c, p or a`);
  }
  if (!unended) input.requireLineEnd();
  checkHeader(said, arcs, header);
  const nodeCount = said.nodes >= 0 ? said.nodes : last - firstNode + 1;
  const { coordinates } = options;
  const where = (arc: number): string => `line ${lines[arc]}`;
  return graphFromArrays({
    directed: true,
    nodeCount,
    tails,
    heads,
    weights,
    points: coordinates === undefined ? null : readPoints(coordinates, nodeCount, firstNode),
    where,
    firstNode,
  });
}

/**
 * Writes a graph in the format of the 9th DIMACS challenge; an undirected edge becomes two arcs.
 *
 * @param graph the graph, of whole weights
 * @param options the number of the first node, 1 unless given
 * @returns the text of the `.gr` file, and of the `.co` file where the graph has points
 * @throws RangeError when weights or coordinates are not whole
 *
 * @example
 * ```ts
 * import { graphFromEdges, graphToDimacs } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({ directed: true, nodes: 2, edges: [[0, 1, 17]] });
 * assertEquals(graphToDimacs(graph), { graph: "p sp 2 1\na 1 2 17\n", coordinates: null });
 * ```
 */
export function graphToDimacs(
  graph: Graph,
  options: { firstNode?: 0 | 1 } = {},
): { graph: string; coordinates: string | null } {
  const { firstNode = 1 } = options;
  const { directed, nodeCount, heads, points, scale } = graph;
  if (scale !== 0 || points?.some((x) => !Number.isInteger(x))) {
    throw new RangeError(
      "Cannot write graph as DIMACS: weights and coordinates must be whole numbers",
    );
  }
  const rows = edgesOf(graph).flatMap(([u, v, w]) => {
    const [from, to] = [u + firstNode, v + firstNode];
    const there = `a ${from} ${to} ${w}\n`;
    return directed || u === v ? [there] : [there, `a ${to} ${from} ${w}\n`];
  });
  const text = `p sp ${nodeCount} ${heads.length}\n${rows.join("")}`;
  if (points === null) return { graph: text, coordinates: null };
  let coordinates = `p aux sp co ${nodeCount}\n`;
  for (let v = 0; v < nodeCount; v++) {
    coordinates += `v ${v + firstNode} ${points[2 * v]} ${points[2 * v + 1]}\n`;
  }
  return { graph: text, coordinates };
}

function readHeader(input: NumberLines, word: string, said: { nodes: number; arcs: number }): void {
  if (said.nodes >= 0) throw input.error("is a second p line, must be the only one");
  input.word(word);
  said.nodes = input.integer("number of nodes");
  said.arcs = input.integer("number of arcs");
  input.end("p sp NODES ARCS");
}

function checkHeader(
  said: { nodes: number; arcs: number },
  arcs: number,
  required: boolean,
): void {
  if (said.nodes < 0 && !required) return;
  if (said.nodes < 0) {
    throw new SyntaxError(
      "Cannot read graph: there is no p line, must be p sp NODES ARCS; a file without one is read by " +
        "the options header: false and, where its nodes are numbered from 0, firstNode: 0",
    );
  }
  if (said.arcs !== arcs) {
    throw new SyntaxError(
      `Cannot read graph: it has ${arcs} arcs, must have the ${said.arcs} its p line says`,
    );
  }
}

function readPoints(text: string, nodeCount: number, firstNode: number): Float64Array {
  const points = new Float64Array(2 * nodeCount).fill(NaN);
  const input = new NumberLines(text, "coordinates");
  for (let kind = input.next(); kind !== ""; kind = input.next()) {
    if (kind === "c" || kind === "p") continue;
    if (kind !== "v") throw input.error(`begins with ${JSON.stringify(kind)}, must begin with v`);
    const v = input.integer("node") - firstNode;
    const x = input.integer("x"), y = input.integer("y");
    input.end("v NODE X Y");
    if (v < 0 || v >= nodeCount) throw input.error(`names node ${v + firstNode}, which is none`);
    points[2 * v] = x;
    points[2 * v + 1] = y;
  }
  const missing = points.findIndex(Number.isNaN);
  if (missing < 0) return points;
  throw new SyntaxError(
    `Cannot read coordinates: node ${(missing >> 1) + firstNode} has none, must have a v line`,
  );
}
