/**
 * Shortest paths in graphs beside ngraph.path: the same questions for both, the lengths compared
 * before anything is timed. A hierarchy's preparation is timed by itself and printed.
 *
 * With `ALIDADE_BENCH_LARGE=1` also a million nodes, and a hierarchy of 100,000.
 */
import {
  contractGraph,
  graphFromArrays,
  GraphSearch,
  HierarchySearch,
} from "../solvers/path/graph/mod.ts";
import { ngraphLengths } from "./_graph_rivals.ts";
import { delaunayGraph, type PlaneGraph, randomPairs, roadGraph } from "./_graphs.ts";
import { writeGrowthPlot } from "./_growth_plot.ts";

type Lengths = (from: number, to: number) => number;
type Pairs = readonly (readonly [from: number, to: number])[];

const large = Deno.env.get("ALIDADE_BENCH_LARGE") === "1";

/** Asks all questions, each for its path too where one is found on the way. */
function race(group: string, pairs: Pairs, rivals: Readonly<Record<string, Lengths>>): void {
  const [[, first], ...others] = Object.entries(rivals) as [[string, Lengths]];
  for (const [from, to] of pairs) {
    const length = first(from, to);
    for (const [name, other] of others as [string, Lengths][]) {
      if (other(from, to) === length) continue;
      throw new Error(`${group}: ${name} differs on the way from ${from} to ${to}`);
    }
  }
  let baseline = true;
  for (const [name, lengths] of Object.entries(rivals)) {
    Deno.bench(name, { group, baseline }, () => {
      for (const [from, to] of pairs) lengths(from, to);
    });
    baseline = false;
  }
}

function searching(source: PlaneGraph): Lengths {
  const search = new GraphSearch(graphFromArrays(source));
  return (from, to) => search.path(from, to)?.length ?? Infinity;
}

function contracted(source: PlaneGraph, name: string): Lengths {
  const started = performance.now();
  const search = new HierarchySearch(contractGraph(graphFromArrays(source)));
  console.log(`${name}: contracted in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return (from, to) => search.distance(from, to);
}

function byLandmarks(source: PlaneGraph, name: string): Lengths {
  const graph = graphFromArrays(source);
  const started = performance.now();
  const search = new GraphSearch(graph, { method: "landmarks", landmarks: 32 });
  console.log(`${name}: landmarks in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return (from, to) => search.distance(from, to);
}

const counts: [nodes: number, questions: number][] = [[10_000, 100], [100_000, 10]];
if (large) counts.push([1_000_000, 4]);
for (const [nodes, questions] of counts) {
  const source = delaunayGraph(nodes);
  race(`Delaunay graph of ${nodes} nodes: ${questions} ways`, randomPairs(nodes, questions), {
    "alidade GraphSearch": searching(source),
    "ngraph.path aStar": ngraphLengths(source),
    "ngraph.path nba": ngraphLengths(source, "nba"),
  });
}

const side = 182;
const roads = roadGraph(side);
const hierarchies: [name: string, source: PlaneGraph][] = [
  [`road graph of ${side * side} nodes`, roads],
  ["Delaunay graph of 10000 nodes", delaunayGraph(10_000)],
];
if (large) hierarchies.push(["Delaunay graph of 100000 nodes", delaunayGraph(100_000)]);
for (const [name, source] of hierarchies) {
  race(`${name}, contracted: 500 lengths`, randomPairs(source.nodeCount, 500), {
    "alidade HierarchySearch": contracted(source, name),
    "alidade GraphSearch, 32 landmarks": byLandmarks(source, name),
    "alidade GraphSearch": searching(source),
  });
}

/** Milliseconds of a question, after a first round. */
function timeEach(pairs: Pairs, lengths: Lengths): number {
  for (const [from, to] of pairs) lengths(from, to);
  const started = performance.now();
  for (const [from, to] of pairs) lengths(from, to);
  return (performance.now() - started) / pairs.length;
}

type Points = [number, number][];
const plain: Points = [], rival: Points = [], roadWays: Points = [], roadBuilds: Points = [];
for (const nodes of [1000, 3000, 10_000, 30_000, 100_000]) {
  const source = delaunayGraph(nodes);
  const pairs = randomPairs(nodes, 20);
  plain.push([nodes, timeEach(pairs, searching(source))]);
  rival.push([nodes, timeEach(pairs, ngraphLengths(source))]);
}
for (const width of [32, 58, 100, 182]) {
  const graph = graphFromArrays(roadGraph(width));
  const started = performance.now();
  const hierarchy = contractGraph(graph);
  roadBuilds.push([width * width, performance.now() - started]);
  const search = new HierarchySearch(hierarchy);
  const pairs = randomPairs(width * width, 500);
  roadWays.push([width * width, timeEach(pairs, (from, to) => search.distance(from, to))]);
}
await writeGrowthPlot("graph_path_time", {
  title: "Shortest paths in graphs",
  size: "nodes",
  figure: "milliseconds",
  series: [
    { name: "one way, Delaunay graph", points: plain },
    { name: "the same by ngraph.path", points: rival },
    { name: "one length, road graph, contracted", points: roadWays },
    { name: "contracting the road graph", points: roadBuilds },
  ],
});
