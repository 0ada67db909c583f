import type { GraphArrays } from "../solvers/mod.ts";
import Delaunator from "./_delaunator.ts";

/** Edges with points: what every rival builds its graph from. */
export type PlaneGraph = GraphArrays & { readonly points: Float64Array };

/** Numbers from 0 to below 1, the same in every run. */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.imul(state, 1664525) + 1013904223 >>> 0;
    return state / 2 ** 32;
  };
}

/** The Delaunay triangulation of random points; edges weigh their length, rounded up. */
export function delaunayGraph(nodeCount: number): PlaneGraph {
  const random = randoms(nodeCount);
  const points = Float64Array.from({ length: 2 * nodeCount }, () => Math.floor(random() * 1e6));
  const { triangles, halfedges } = new Delaunator(points);
  const tails: number[] = [], heads: number[] = [], weights: number[] = [];
  for (let e = 0; e < triangles.length; e++) {
    if (e <= halfedges[e]!) continue;
    const u = triangles[e]!, v = triangles[e % 3 === 2 ? e - 2 : e + 1]!;
    tails.push(u);
    heads.push(v);
    weights.push(Math.ceil(distance(points, u, v)));
  }
  return { directed: false, nodeCount, tails, heads, weights, points };
}

/**
 * Streets like those of a town: a bent grid with a quarter of the blocks' sides missing, every
 * eighth street twice and every 32nd five times as fast, a tenth of the streets one-way. Edges
 * weigh the time they take.
 */
export function roadGraph(side: number): PlaneGraph {
  const random = randoms(side);
  const bend = () => Math.floor((random() - 0.5) * 60);
  const points = new Float64Array(2 * side * side);
  for (let v = 0; v < side * side; v++) {
    points.set([100 * (v % side) + bend(), 100 * Math.floor(v / side) + bend()], 2 * v);
  }
  const tails: number[] = [], heads: number[] = [], weights: number[] = [];
  const street = (u: number, v: number, line: number): void => {
    const speed = line % 32 === 0 ? 10 : line % 8 === 0 ? 4 : 2;
    if (speed === 2 && random() < 0.25) return;
    const time = Math.ceil(20 * distance(points, u, v) / speed);
    tails.push(u);
    heads.push(v);
    weights.push(time);
    if (speed < 10 && random() < 0.1) return;
    tails.push(v);
    heads.push(u);
    weights.push(time);
  };
  for (let v = 0; v < side * side; v++) {
    const x = v % side, y = Math.floor(v / side);
    if (x + 1 < side) street(v, v + 1, y);
    if (y + 1 < side) street(v, v + side, x);
  }
  return { directed: true, nodeCount: side * side, tails, heads, weights, points };
}

/** Pairs of nodes. */
export function randomPairs(nodeCount: number, count: number): [from: number, to: number][] {
  const random = randoms(nodeCount + count);
  const node = () => Math.floor(random() * nodeCount);
  return Array.from({ length: count }, () => [node(), node()]);
}

/** The straight distance between two nodes. */
export function distance(points: Float64Array, u: number, v: number): number {
  return Math.hypot(points[2 * u]! - points[2 * v]!, points[2 * u + 1]! - points[2 * v + 1]!);
}
