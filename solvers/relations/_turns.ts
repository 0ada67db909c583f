/** What is known of the turn that three points make: bit 1 right, 2 straight, 4 left. */
export interface TurnFact {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly turns: number;
}

/** A sum of products of turns, with signs, that is 0 for all points of the plane. */
interface Identity {
  readonly products: readonly (readonly Place[])[];
}

/** The turn of a triple, and its sign in a product. */
interface Place {
  readonly triple: number;
  readonly sign: number;
}

/** The turns of every three points. */
interface Triples {
  readonly count: number;
  of(a: number, b: number, c: number): Place;
}

/**
 * Whether the turns of all triples can be chosen as facts want them so that no identity is broken:
 * of the products in each, some must be positive and some negative, or all 0.
 *
 * @returns true with such a choice found, false where there is none, null where the budget ran out
 */
export function completeTurns(
  facts: readonly TurnFact[],
  size: number,
  branches: number,
): boolean | null {
  const triples = tripleNumbers(size);
  const domains = new Uint8Array(triples.count).fill(7);
  for (const { a, b, c, turns } of facts) {
    const { triple, sign } = triples.of(a, b, c);
    domains[triple]! &= sign > 0 ? turns : mirrored(turns);
    if (domains[triple] === 0) return false;
  }
  const identities = identitiesOf(size, triples);
  const ofTriple = Array.from({ length: triples.count }, (): number[] => []);
  identities.forEach(({ products }, i) => {
    for (const triple of new Set(products.flat().map(({ triple }) => triple))) {
      ofTriple[triple]!.push(i);
    }
  });
  const budget = { left: branches };
  return searchTurns(domains, identities, ofTriple, identities.map((_, i) => i), budget);
}

/** Left for right. */
function mirrored(turns: number): number {
  return turns & 2 | (turns & 1) << 2 | turns >> 2;
}

function tripleNumbers(size: number): Triples {
  const numbers = new Int32Array(size ** 3);
  let count = 0;
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      for (let c = b + 1; c < size; c++) numbers[(a * size + b) * size + c] = count++;
    }
  }
  return {
    count,
    of: (a, b, c) => {
      const [x, y, z] = [a, b, c].sort((p, q) => p - q) as [number, number, number];
      const swaps = Number(a > b) + Number(a > c) + Number(b > c);
      return { triple: numbers[(x * size + y) * size + z]!, sign: swaps % 2 === 0 ? 1 : -1 };
    },
  };
}

function identitiesOf(size: number, { of }: Triples): Identity[] {
  const all: Identity[] = [];
  const minus = ({ triple, sign }: Place): Place => ({ triple, sign: -sign });
  for (const [a, b, c, d] of chosen(size, 4)) {
    // Twice the areas: bcd - acd + abd - abc = 0.
    all.push({
      products: [[of(b!, c!, d!)], [minus(of(a!, c!, d!))], [of(a!, b!, d!)], [
        minus(of(a!, b!, c!)),
      ]],
    });
  }
  for (const five of chosen(size, 5)) {
    for (const a of five) {
      const [b, c, d, e] = five.filter((other) => other !== a) as [number, number, number, number];
      // abc ade - abd ace + abe acd = 0.
      all.push({
        products: [
          [of(a, b, c), of(a, d, e)],
          [minus(of(a, b, d)), of(a, c, e)],
          [of(a, b, e), of(a, c, d)],
        ],
      });
    }
  }
  return all;
}

/** All choices of `count` numbers below `size`, in ascending order. */
function chosen(size: number, count: number): number[][] {
  if (count === 0) return [[]];
  return chosen(size, count - 1).flatMap((head) => {
    const from = (head.at(-1) ?? -1) + 1;
    return Array.from({ length: Math.max(size - from, 0) }, (_, i) => [...head, from + i]);
  });
}

function searchTurns(
  domains: Uint8Array,
  identities: readonly Identity[],
  ofTriple: readonly (readonly number[])[],
  changed: readonly number[],
  budget: { left: number },
): boolean | null {
  if (!propagate(domains, identities, ofTriple, changed)) return false;
  let open = -1;
  for (const [triple, domain] of domains.entries()) {
    if ((domain & (domain - 1)) !== 0 && (open < 0 || domain < domains[open]!)) open = triple;
  }
  if (open < 0) return true;
  for (const turn of [4, 1, 2]) {
    if ((domains[open]! & turn) === 0) continue;
    if (budget.left-- <= 0) return null;
    const copy = domains.slice();
    copy[open] = turn;
    const found = searchTurns(copy, identities, ofTriple, ofTriple[open]!, budget);
    if (found !== false) return found;
  }
  return false;
}

/** Leaves out turns that would break an identity, until no more can be left out. */
function propagate(
  domains: Uint8Array,
  identities: readonly Identity[],
  ofTriple: readonly (readonly number[])[],
  changed: readonly number[],
): boolean {
  const queue = [...changed];
  const isQueued = new Set(queue);
  while (queue.length > 0) {
    const i = queue.pop()!;
    isQueued.delete(i);
    const identity = identities[i]!;
    for (const triple of new Set(identity.products.flat().map(({ triple }) => triple))) {
      for (const turn of [1, 2, 4]) {
        const domain = domains[triple]!;
        if ((domain & turn) === 0) continue;
        domains[triple] = turn;
        const fits = canVanish(identity, domains);
        domains[triple] = fits ? domain : domain & ~turn;
        if (fits) continue;
        if (domains[triple] === 0) return false;
        for (const next of ofTriple[triple]!) {
          if (!isQueued.has(next)) {
            isQueued.add(next);
            queue.push(next);
          }
        }
      }
    }
  }
  return true;
}

/** Whether the products may have both signs, or all be 0, product by product. */
function canVanish({ products }: Identity, domains: Uint8Array): boolean {
  const signs = products.map((product) =>
    product.reduce((signs, { triple, sign }) => {
      const turns = domains[triple]!;
      return multiply(signs, sign > 0 ? turns : mirrored(turns));
    }, 4)
  );
  if (signs.every((mask) => mask & 2)) return true;
  // One product above 0 and another below it.
  return signs.some((mask, i) => mask & 4 && signs.some((other, k) => k !== i && other & 1));
}

/** The signs of products of two numbers: bit 1 negative, 2 zero, 4 positive. */
function multiply(a: number, b: number): number {
  const zero = (a | b) & 2;
  const positive = a & b & 4 || a & 1 && b & 1 ? 4 : 0;
  const negative = a & 4 && b & 1 || a & 1 && b & 4 ? 1 : 0;
  return zero | positive | negative;
}
