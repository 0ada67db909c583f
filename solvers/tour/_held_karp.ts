import type { InnerPath } from "./_inner_path.ts";
import type { LeastTour, TourSearch, TourVisitor } from "./_search.ts";

/** More inner points than this need more memory than the search is worth. */
const HELD_KARP_LIMIT = 18;

/**
 * The dynamic program over subsets, after Held and Karp, A Dynamic Programming Approach to
 * Sequencing Problems (1962): `rest[S * m + j]` is the least price of going on from j through all
 * of S and ending. With that table every tour within a bound is listed without a vain step.
 *
 * Cost: m^2 * 2^(m-2) steps, m * 2^m doubles.
 */
export class HeldKarp implements TourSearch {
  readonly #path: InnerPath;
  readonly #rest: Float64Array;

  /** @throws RangeError when there are more inner points than {@link HELD_KARP_LIMIT} */
  constructor(path: InnerPath) {
    if (path.m > HELD_KARP_LIMIT) {
      throw new RangeError(
        `Cannot tabulate subsets of ${path.m} points, must be at most ${HELD_KARP_LIMIT}`,
      );
    }
    this.#path = path;
    this.#rest = tabulate(path);
  }

  /** A tour of the least price. */
  solve(): LeastTour {
    const least = leastPrice(this.#path, this.#rest);
    let order: readonly number[] = [];
    this.within(least, (found) => {
      order = [...found];
      return -Infinity;
    });
    return { least, order };
  }

  /** Visits every tour of price `limit` at most, once, in ascending order of its points. */
  within(limit: number, visit: TourVisitor): void {
    const { m, nodes, first, last, steps, reversible, head, tail } = this.#path;
    const rest = this.#rest;
    const order = [...head, ...nodes, ...tail];
    const offset = head.length;

    function extend(placed: number, at: number, left: number, price: number): void {
      order[offset + placed - 1] = nodes[at]!;
      if (left === 0) {
        const turned = reversible && m > 1 && order[offset]! > order[offset + m - 1]!;
        if (!turned) limit = Math.min(limit, visit(order, price + last[at]!));
        return;
      }
      for (let members = left; members !== 0; members &= members - 1) {
        const next = 31 - Math.clz32(members & -members);
        const then = left ^ (1 << next);
        const reached = price + steps[at * m + next]!;
        if (reached + rest[then * m + next]! <= limit) extend(placed + 1, next, then, reached);
      }
    }

    const all = (1 << m) - 1;
    for (let i = 0; i < m; i++) {
      const then = all ^ (1 << i);
      if (first[i]! + rest[then * m + i]! <= limit) extend(1, i, then, first[i]!);
    }
  }
}

function tabulate({ m, last, steps }: InnerPath): Float64Array {
  const rest = new Float64Array(m << m);
  rest.set(last);
  const members = new Int32Array(m);
  const onward = new Float64Array(m);
  for (let set = 1; set < 1 << m; set++) {
    let size = 0;
    for (let left = set; left !== 0; left &= left - 1) {
      const k = 31 - Math.clz32(left & -left);
      members[size] = k;
      onward[size++] = rest[(set ^ (1 << k)) * m + k]!;
    }
    for (let j = 0; j < m; j++) {
      if ((set >> j) & 1) continue;
      let best = Infinity;
      for (let t = 0; t < size; t++) {
        const price = steps[j * m + members[t]!]! + onward[t]!;
        if (price < best) best = price;
      }
      rest[set * m + j] = best;
    }
  }
  return rest;
}

function leastPrice({ m, first }: InnerPath, rest: Float64Array): number {
  const all = (1 << m) - 1;
  let best = Infinity;
  for (let i = 0; i < m; i++) best = Math.min(best, first[i]! + rest[(all ^ (1 << i)) * m + i]!);
  return best;
}
