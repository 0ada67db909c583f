/** How many buckets of a queue a usual weight spans: found by measuring, 8 to 64 differ little. */
export const SEARCH_BUCKETS = 32;

/** The same for climbs in a hierarchy, whose weights are longer and whose queues are emptier. */
export const CLIMB_BUCKETS = 2;

/** The width of a queue's buckets: a power of two, about `parts` times less than a usual weight. */
export function bucketWidth(weights: ArrayLike<number>, parts: number): number {
  const step = Math.max(1, Math.floor(weights.length / 1000));
  const sample: number[] = [];
  for (let a = 0; a < weights.length; a += step) sample.push(weights[a]!);
  sample.sort((a, b) => a - b);
  const median = sample[sample.length >> 1] ?? 0;
  return 2 ** Math.floor(Math.log2(Math.max(1, median / parts)));
}
