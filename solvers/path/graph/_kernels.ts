import type { BucketQueue } from "./_buckets.ts";
import type { Graph } from "./graph.ts";
import type { Labels } from "./_labels.ts";

/** A lower bound of the distance from a node to the goal, never too large; 0 at the goal. */
export interface Potential {
  /** The bound at `node`, whole, or infinite where the goal cannot be reached. */
  at(node: number): number;
}

/** The memory of one search direction. */
export interface Side {
  /** The graph in which it searches. */
  readonly graph: Graph;
  /** Its labels. */
  readonly labels: Labels;
  /** Its queue. */
  readonly queue: BucketQueue;
}

/** Dijkstra's search from one node until all `wanted` nodes are settled; null means all nodes. */
export function dijkstra(
  { graph, labels, queue }: Side,
  source: number,
  wanted: readonly number[] | null,
): void {
  const { offsets, heads, weights } = graph;
  labels.start(source);
  const { distances, marks, stamp } = labels;
  queue.start(0, source);
  let left = wanted === null ? Infinity : wanted.length;
  for (let bound = queue.bound(); bound < Infinity; bound = queue.bound()) {
    while (wanted !== null && left > 0 && labels.distance(wanted[left - 1]!) <= bound) left--;
    if (left === 0) return;
    const u = queue.take();
    if (marks[4 * u + 2] !== stamp) continue;
    marks[4 * u + 2] = stamp + 1;
    const from = distances[2 * u]!;
    const end = offsets[u + 1]!;
    for (let a = offsets[u]!; a < end; a++) {
      const v = heads[a]!;
      const d = from + weights[a]!;
      if (marks[4 * v + 2]! >= stamp && distances[2 * v]! <= d) continue;
      distances[2 * v] = d;
      marks[4 * v + 2] = stamp;
      marks[4 * v + 3] = a;
      queue.push(d, v);
    }
  }
}

/**
 * A* search. Exact for every admissible potential: a node whose label improves after it was
 * settled is opened again, and the search ends only when no open bound is below the goal's label.
 */
export function aStar(
  { graph, labels, queue }: Side,
  source: number,
  goal: number,
  potential: Potential,
): void {
  const { offsets, heads, weights } = graph;
  labels.start(source);
  const { distances, marks, stamp } = labels;
  const first = potential.at(source);
  if (first === Infinity) return;
  queue.start(first, source);
  let best = source === goal ? 0 : Infinity;
  while (queue.bound() < best) {
    const u = queue.take();
    if (marks[4 * u + 2] !== stamp) continue;
    marks[4 * u + 2] = stamp + 1;
    const from = distances[2 * u]!;
    const end = offsets[u + 1]!;
    for (let a = offsets[u]!; a < end; a++) {
      const v = heads[a]!;
      const d = from + weights[a]!;
      if (marks[4 * v + 2]! >= stamp && distances[2 * v]! <= d) continue;
      distances[2 * v] = d;
      marks[4 * v + 2] = stamp;
      marks[4 * v + 3] = a;
      const bound = d + potential.at(v);
      if (bound >= best) continue;
      if (v === goal) best = d;
      queue.push(bound, v);
    }
  }
}

/** Where the two halves of a bidirectional search met. */
export interface Meeting {
  /** The distance; infinite when there is no path. */
  distance: number;
  /** The node in the middle; -1 when there is no path. */
  node: number;
}

/** Dijkstra's search from both ends, always from the side whose queue has the smaller bound. */
export function bidirectional(
  forward: Side,
  backward: Side,
  source: number,
  goal: number,
): Meeting {
  forward.labels.start(source);
  forward.queue.start(0, source);
  backward.labels.start(goal);
  backward.queue.start(0, goal);
  if (source === goal) return { distance: 0, node: source };
  const meeting: Meeting = { distance: Infinity, node: -1 };
  for (;;) {
    const ahead = forward.queue.bound();
    const behind = backward.queue.bound();
    if (ahead + behind >= meeting.distance) return meeting;
    if (ahead <= behind) settle(forward, backward.labels, meeting);
    else settle(backward, forward.labels, meeting);
  }
}

function settle({ graph, labels, queue }: Side, other: Labels, meeting: Meeting): void {
  const { offsets, heads, weights } = graph;
  const { distances, marks, stamp } = labels;
  const u = queue.take();
  if (marks[4 * u + 2] !== stamp) return;
  marks[4 * u + 2] = stamp + 1;
  const from = distances[2 * u]!;
  const end = offsets[u + 1]!;
  for (let a = offsets[u]!; a < end; a++) {
    const v = heads[a]!;
    const d = from + weights[a]!;
    if (marks[4 * v + 2]! >= stamp && distances[2 * v]! <= d) continue;
    distances[2 * v] = d;
    marks[4 * v + 2] = stamp;
    marks[4 * v + 3] = a;
    queue.push(d, v);
    if (other.marks[4 * v + 2]! < other.stamp) continue;
    const whole = d + other.distances[2 * v]!;
    if (whole >= meeting.distance) continue;
    meeting.distance = whole;
    meeting.node = v;
  }
}
