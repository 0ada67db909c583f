import type { Graph } from "./graph.ts";

/** How many times narrower than the median weight a bucket of the queue is. */
const BUCKETS_PER_WEIGHT = 32;

/** The width of a queue's buckets: a power of two, by the median weight of at most a thousand arcs. */
export function bucketWidth({ weights }: Graph): number {
  const step = Math.max(1, Math.floor(weights.length / 1000));
  const sample: number[] = [];
  for (let a = 0; a < weights.length; a += step) sample.push(weights[a]!);
  sample.sort((a, b) => a - b);
  const median = sample[sample.length >> 1] ?? 0;
  return 2 ** Math.floor(Math.log2(Math.max(1, median / BUCKETS_PER_WEIGHT)));
}
