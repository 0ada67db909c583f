import { ALLEN, allenRelation, type Interval } from "./allen.ts";
import type { ModelValue } from "./calculus.ts";
import { ConstraintNetwork } from "./network.ts";
import { POINT } from "./point.ts";
import { RCC5, toRcc8 } from "./rcc5.ts";
import { RCC8 } from "./rcc8.ts";
import { realiseRegions } from "./_regions.ts";

/** Things in the plane or on the line that have the relations of a closed, tractable network. */
export function modelOf(network: ConstraintNetwork): readonly ModelValue[] {
  switch (network.algebra) {
    case POINT:
      return pointModel(network);
    case ALLEN:
      return intervalModel(network);
    case RCC8:
      return realiseRegions(scenario(network));
    case RCC5:
      return realiseRegions(scenario(asRcc8(network)));
    default:
      throw new Error(`Cannot make a model of ${network.algebra.name}, must be a known algebra`);
  }
}

/** The network with one base relation a pair: those that its algebra prefers, where they hold. */
function scenario(network: ConstraintNetwork): ConstraintNetwork {
  const { size, algebra, masks } = network;
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      for (const base of algebra.preference) {
        const pair = a * size + b;
        if (masks[pair] === 1 << base) break;
        if ((masks[pair]! >> base & 1) === 0) continue;
        const saved = masks.slice();
        network.restrict(a, b, 1 << base);
        if (network.close()) break;
        network.restore(saved);
      }
    }
  }
  return network;
}

function asRcc8(network: ConstraintNetwork): ConstraintNetwork {
  const { size } = network;
  const fine = new ConstraintNetwork(RCC8, size);
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) fine.restrict(a, b, toRcc8(network.get(a, b)));
  }
  fine.close();
  return fine;
}

function pointModel(network: ConstraintNetwork): number[] {
  const { size } = network;
  const [less, equal] = [POINT.mask(["<"]), POINT.mask(["="])];
  const notMore = less | equal;
  return rank(size, (a, b) => (network.get(a, b) & ~notMore) === 0);
}

/** Whether the start (0) or end (1) of a is never after that of b, by the mask of a to b. */
const NOT_AFTER: readonly Uint8Array[] = [0, 1].flatMap((endA) =>
  [0, 1].map((endB) => {
    const after = afterMask(endA, endB);
    return Uint8Array.from({ length: ALLEN.full + 1 }, (_, mask) => (mask & after) === 0 ? 1 : 0);
  })
);

/** The base relations under which one end of a lies after one of b. */
function afterMask(endA: number, endB: number): number {
  let after = 0;
  for (let start = 0; start < 5; start++) {
    for (let end = start + 1; end < 6; end++) {
      for (const b of [[2, 3], [1, 3], [1, 4], [2, 4]] as const) {
        const a: Interval = [start, end];
        if (a[endA]! > b[endB]!) after |= 1 << allenRelation(a, b);
      }
    }
  }
  return after;
}

/** Ends are set apart wherever nothing holds them together (Ligozat 1996). */
function intervalModel(network: ConstraintNetwork): Interval[] {
  const { size } = network;
  const places = rank(2 * size, (p, q) => {
    const [a, b] = [p >> 1, q >> 1];
    if (a === b) return p <= q;
    return NOT_AFTER[2 * (p & 1) + (q & 1)]![network.get(a, b)] === 1;
  });
  const intervals = Array.from(
    { length: size },
    (_, i): Interval => [places[2 * i]!, places[2 * i + 1]!],
  );
  const fits = intervals.every((a, i) =>
    intervals.every((b, j) => i === j || network.get(i, j) >> allenRelation(a, b) & 1)
  );
  return fits ? intervals : intervalModel(scenario(network));
}

/** Integers, as different as they can be, with a at most b wherever that must be. */
function rank(size: number, isAtMost: (a: number, b: number) => boolean): number[] {
  // Those that must be equal are at most each other; one of each such group stands for it.
  const leader = Array.from({ length: size }, (_, i) => i);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      if (leader[b] === b && isAtMost(a, b) && isAtMost(b, a)) {
        leader[a] = b;
        break;
      }
    }
  }
  const leaders = leader.filter((of, i) => of === i);
  const place = new Array<number>(size).fill(0);
  const below = leaders.map((b) => leaders.filter((a) => a !== b && isAtMost(a, b)).length);
  // What must be at most each other is closed, so that whoever has fewer below is not above.
  leaders.map((_, i) => i).sort((i, j) => below[i]! - below[j]! || i - j)
    .forEach((i, at) => place[leaders[i]!] = at);
  return leader.map((of) => place[of]!);
}
