/** Where each node stands in an order; refuses what is no permutation. */
export function inversePermutation(order: Int32Array, nodeCount: number): Int32Array {
  const place = new Int32Array(nodeCount).fill(-1);
  for (let i = 0; i < order.length; i++) {
    if (place[order[i]!] !== -1) {
      throw new RangeError(
        `Cannot renumber graph: order[${i}] is ${order[i]}, must name each node once`,
      );
    }
    place[order[i]!] = i;
  }
  if (order.length !== nodeCount) {
    throw new RangeError(
      `Cannot renumber graph: the order has ${order.length} nodes, must have ${nodeCount}`,
    );
  }
  return place;
}
