/**
 * The nearest neighbours of every point, nearest first.
 *
 * @param weights `weights[i * n + j]`
 * @param n how many points
 * @param count how many neighbours each gets, fewer than n
 * @returns `lists[i * count + k]`, the k-th nearest neighbour of i
 *
 * Cost: n^2, and count log count a point.
 */
export function nearestNeighbours(weights: Float64Array, n: number, count: number): Int32Array {
  const lists = new Int32Array(n * count);
  const near = new Float64Array(count);
  for (let i = 0; i < n; i++) {
    const base = i * count;
    let size = 0;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const w = weights[i * n + j]!;
      if (size === count && w >= near[count - 1]!) continue;
      let at = size < count ? size++ : count - 1;
      while (at > 0 && near[at - 1]! > w) {
        near[at] = near[at - 1]!;
        lists[base + at] = lists[base + at - 1]!;
        at--;
      }
      near[at] = w;
      lists[base + at] = j;
    }
  }
  return lists;
}
