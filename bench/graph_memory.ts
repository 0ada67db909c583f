/**
 * What a graph and its search hold in memory beside ngraph, each measured in a process of its own:
 * `deno run --allow-read --allow-write --allow-run bench/graph_memory.ts`.
 */
import {
  graphFromArrays,
  GraphSearch,
  localityOrder,
  renumberGraph,
} from "../solvers/path/graph/mod.ts";
import { ngraphLengths } from "./_graph_rivals.ts";
import { delaunayGraph, type PlaneGraph, randomPairs } from "./_graphs.ts";
import { writeGrowthPlot } from "./_growth_plot.ts";

const SIZES = [10_000, 100_000, 1_000_000];

/** What is compared: how each is made ready to answer. */
const RIVALS: Readonly<
  Record<string, (source: PlaneGraph) => (from: number, to: number) => number>
> = {
  alidade(source) {
    const graph = graphFromArrays({ ...source, trace: false });
    const search = new GraphSearch(renumberGraph(graph, localityOrder(graph)), { order: "given" });
    return (from, to) => search.distance(from, to);
  },
  ngraph: (source) => ngraphLengths(source),
};

/** Bytes in use, by the heap and by arrays outside it. */
async function used(): Promise<number> {
  // Buffers are given back some time after the collection that found them unused.
  for (let round = 0; round < 3; round++) {
    (globalThis as { gc?: () => void }).gc!();
    await new Promise((resume) => setTimeout(resume, 50));
  }
  const { heapUsed, external } = Deno.memoryUsage();
  return heapUsed + external;
}

const [rival, size] = Deno.args;
if (rival !== undefined) {
  const source = delaunayGraph(Number(size));
  const before = await used();
  const lengths = RIVALS[rival]!(source);
  for (const [from, to] of randomPairs(source.nodeCount, 3)) lengths(from, to);
  console.log(await used() - before, source.tails.length, lengths(0, 1));
} else {
  const series = [];
  for (const name of Object.keys(RIVALS)) {
    const points: [number, number][] = [];
    for (const nodes of SIZES) points.push([nodes, await measure(name, nodes) / 2 ** 20]);
    series.push({ name, points });
  }
  for (const [i, nodes] of SIZES.entries()) {
    const [ours, theirs] = series.map((s) => s.points[i]![1]);
    console.log(
      `${nodes} nodes: alidade ${ours!.toFixed(1)} MiB, ngraph ${theirs!.toFixed(1)} MiB, ` +
        `${(theirs! / ours!).toFixed(1)} times`,
    );
  }
  await writeGrowthPlot("graph_path_memory", {
    title: "A Delaunay graph and its search",
    size: "nodes",
    figure: "MiB",
    series,
  });
}

async function measure(name: string, nodes: number): Promise<number> {
  const script = new URL(import.meta.url).pathname;
  const flags = "--v8-flags=--expose-gc,--max-old-space-size=8000";
  const args = ["run", "--no-check", flags, script, name, String(nodes)];
  const { stdout } = await new Deno.Command(Deno.execPath(), { args, stderr: "inherit" }).output();
  return Number(new TextDecoder().decode(stdout).split(" ")[0]);
}
