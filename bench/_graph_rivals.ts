import type { PlaneGraph } from "./_graphs.ts";
import { createGraph, type Ngraph, ngraphPath } from "./_ngraph.ts";

/** The graph in ngraph's form, as the documentation of ngraph.path has it. */
function toNgraph(
  { nodeCount, tails, heads, weights, points }: PlaneGraph,
): Ngraph<{ x: number; y: number }, { weight: number }> {
  const graph = createGraph<{ x: number; y: number }, { weight: number }>();
  for (let v = 0; v < nodeCount; v++) {
    graph.addNode(v, { x: points[2 * v]!, y: points[2 * v + 1]! });
  }
  for (let i = 0; i < tails.length; i++) {
    graph.addLink(tails[i]!, heads[i]!, { weight: weights[i]! });
  }
  return graph;
}

/** The length of a shortest path by ngraph.path, with the straight distance as its guide. */
export function ngraphLengths(
  source: PlaneGraph,
  method: "aStar" | "nba" = "aStar",
): (from: number, to: number) => number {
  const graph = toNgraph(source);
  const finder = ngraphPath[method](graph, {
    oriented: source.directed,
    distance: (_from, _to, link) => link.data.weight,
    heuristic: (from, to) => Math.hypot(from.data.x - to.data.x, from.data.y - to.data.y),
  });
  return (from, to) => {
    const nodes = finder.find(from, to).reverse();
    let length = 0;
    for (let i = 1; i < nodes.length; i++) {
      const [a, b] = [nodes[i - 1]!.id, nodes[i]!.id];
      length += (graph.getLink(a, b) ?? graph.getLink(b, a))!.data.weight;
    }
    return nodes.length === 0 ? Infinity : length;
  };
}
