/**
 * Euclidean shortest paths on grid maps of growing size: the mesh search beside A* on the graph of
 * all corners that see one another, which is what a general graph library is left with.
 */
import { AnyAngle, GridMap, gridMesh } from "../solvers/mod.ts";
import { writeGrowthPlot } from "./_growth_plot.ts";
import { createGraph, ngraphPath } from "./_ngraph.ts";

type Corner = readonly [x: number, y: number];

const SIZES = [16, 32, 64, 128, 256, 512];
const QUERIES = 40;

let state = 20261121;
function random(below: number): number {
  state = Math.imul(state, 1664525) + 1013904223 >>> 0;
  return Math.floor(state / 2 ** 32 * below);
}

/** A map with square blocks, about a fifth of it blocked. */
function blockMap(size: number): GridMap {
  const blocked = new Uint8Array(size * size);
  for (let k = 0; k < size * size / 80; k++) {
    const [x0, y0] = [random(size), random(size)];
    for (let y = y0; y < Math.min(size, y0 + 4); y++) {
      blocked.fill(1, y * size + x0, y * size + Math.min(size, x0 + 4));
    }
  }
  return GridMap.of(size, size, (x, y) => blocked[y * size + x] === 1 ? -1 : 1);
}

function queriesOn(map: GridMap): [Corner, Corner][] {
  const corner = (): Corner => {
    const [x, y] = [random(map.width), random(map.height)];
    return map.isFree(x, y) ? [x, y] : corner();
  };
  return Array.from({ length: QUERIES }, () => [corner(), corner()]);
}

/** The visibility graph of a small map; two corners see one another when their path is straight. */
function sightGraph(map: GridMap, queries: readonly [Corner, Corner][]) {
  const routes = new AnyAngle(map);
  const { mesh } = gridMesh(map);
  const corners = [...mesh.corners].flatMap((isCorner, v): Corner[] =>
    isCorner ? [[mesh.xs[v]!, mesh.ys[v]!]] : []
  );
  const graph = createGraph<Corner>();
  const points = [...new Map([...corners, ...queries.flat()].map((c) => [String(c), c])).values()];
  for (const point of points) graph.addNode(String(point), point);
  for (const [i, a] of points.entries()) {
    for (const b of points.slice(i + 1)) {
      if (routes.path(a, b)?.points.length === 2) graph.addLink(String(a), String(b));
    }
  }
  return graph;
}

const small = blockMap(32);
const smallQueries = queriesOn(small);
const routes = new AnyAngle(small);
const finder = ngraphPath.aStar<Corner, unknown>(sightGraph(small, smallQueries), {
  distance: (a, b) => Math.hypot(a.data[0] - b.data[0], a.data[1] - b.data[1]),
  heuristic: (a, b) => Math.hypot(a.data[0] - b.data[0], a.data[1] - b.data[1]),
});

/** The length of a list of corners. */
function lengthOf(points: readonly Corner[]): number {
  return points.slice(1).reduce(
    (sum, [x, y], i) => sum + Math.hypot(x - points[i]![0], y - points[i]![1]),
    0,
  );
}

for (const [start, goal] of smallQueries) {
  const ours = routes.path(start, goal);
  const theirs = finder.find(String(start), String(goal)).map((node) => node.data);
  const isSame = ours === null
    ? theirs.length === 0
    : Math.abs(lengthOf(theirs) - ours.length) < 1e-9 * (1 + ours.length);
  if (!isSame) throw new Error(`${start} to ${goal}: ${ours?.length}, not ${lengthOf(theirs)}`);
}

Deno.bench("alidade, mesh search", { group: "any angle 32x32", baseline: true }, () => {
  for (const [start, goal] of smallQueries) routes.path(start, goal);
});
Deno.bench("ngraph.path on the sight graph, given ready made", { group: "any angle 32x32" }, () => {
  for (const [start, goal] of smallQueries) finder.find(String(start), String(goal));
});

const build: [number, number][] = [];
const search: [number, number][] = [];
for (const size of SIZES) {
  const map = blockMap(size);
  const queries = queriesOn(map);
  const started = performance.now();
  const prepared = new AnyAngle(map);
  build.push([size * size, performance.now() - started]);
  for (const [start, goal] of queries) prepared.path(start, goal);
  const warm = performance.now();
  for (const [start, goal] of queries) prepared.path(start, goal);
  search.push([size * size, (performance.now() - warm) / QUERIES]);
}
await writeGrowthPlot("plane_path", {
  title: "Euclidean shortest paths on maps with random blocks",
  size: "cells of the map",
  figure: "milliseconds",
  series: [{ name: "build the mesh", points: build }, { name: "one query", points: search }],
});
