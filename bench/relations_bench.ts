/**
 * Networks of RCC-8 and Allen's algebra beside path consistency as textbooks write it; the words of
 * relations in sentences beside one regular expression of all of them.
 */
import { ALLEN, RCC8, type RelationAlgebra } from "../solvers/mod.ts";
import { ConstraintNetwork, type MaskConstraint, search } from "../solvers/relations/network.ts";
import { findKeywords, KEYWORDS, PhraseFinder } from "../text/mod.ts";

let state = 20261121;
function next(below: number): number {
  state = Math.imul(state, 1664525) + 1013904223 >>> 0;
  return (state >>> 8) % below;
}

/** A random network A(n, degree, label size) (Nebel 1997). */
function network(algebra: RelationAlgebra, n: number, degree: number, label: number) {
  const count = algebra.relations.length;
  const constraints: MaskConstraint[] = [];
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      if (next(1000) >= 1000 * degree / (n - 1)) continue;
      let mask = 0;
      for (let i = 0; i < count; i++) if (next(1000) < 1000 * label / count) mask |= 1 << i;
      constraints.push({ a, b, mask: mask === 0 ? 1 << next(count) : mask });
    }
  }
  return constraints;
}

function ours(
  algebra: RelationAlgebra,
  n: number,
  constraints: readonly MaskConstraint[],
): boolean {
  const net = new ConstraintNetwork(algebra, n);
  for (const { a, b, mask } of constraints) net.restrict(a, b, mask);
  return search(net, constraints.map(({ a, b }) => a * n + b), { branches: 1e6 }) === true;
}

/** Whether every triangle can be closed: rounds over all, base relation by base relation. */
function textbook(algebra: RelationAlgebra, n: number, constraints: readonly MaskConstraint[]) {
  const count = algebra.relations.length;
  const table = Array.from(
    { length: count },
    (_, i) => Array.from({ length: count }, (_, k) => algebra.compose(1 << i, 1 << k)),
  );
  const masks = Array.from(
    { length: n },
    (_, a) => Array.from({ length: n }, (_, b) => a === b ? algebra.identity : algebra.full),
  );
  for (const { a, b, mask } of constraints) {
    masks[a]![b] = mask;
    masks[b]![a] = algebra.converse(mask);
  }
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (let k = 0; k < n; k++) {
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          let mask = 0;
          for (let p = 0; p < count; p++) {
            if ((masks[i]![k]! >> p & 1) === 0) continue;
            for (let q = 0; q < count; q++) if (masks[k]![j]! >> q & 1) mask |= table[p]![q]!;
          }
          const rest = masks[i]![j]! & mask;
          if (rest === masks[i]![j]) continue;
          if (rest === 0) return false;
          masks[i]![j] = rest;
          isChanged = true;
        }
      }
    }
  }
  return true;
}

for (const [algebra, n, degree, label] of [[RCC8, 30, 6, 4], [ALLEN, 40, 6, 6.5]] as const) {
  const all = Array.from({ length: 10 }, () => network(algebra, n, degree, label));
  // What is consistent is path consistent; the search goes on where the textbook stops.
  for (const one of all) {
    if (ours(algebra, n, one) && !textbook(algebra, n, one)) throw new Error("the two disagree");
  }
  const group = `10 networks ${algebra.name}, n = ${n}`;
  Deno.bench("alidade, decided", { group, baseline: true }, () => {
    for (const one of all) ours(algebra, n, one);
  });
  Deno.bench("textbook, closed only", { group }, () => {
    for (const one of all) textbook(algebra, n, one);
  });
}

const THINGS = ["a red cup", "the tall lamp", "two dogs", "a wooden table", "the window"];
const sentences = Array.from({ length: 1000 }, () => {
  const { words } = KEYWORDS[next(KEYWORDS.length)]!;
  return `There is ${THINGS[next(5)]} that stands ${words} ${THINGS[next(5)]}.`;
});
const phrases = KEYWORDS.map(({ words }) => words).sort((a, b) => b.length - a.length);
const expression = new RegExp(`\\b(?:${phrases.join("|")})\\b`, "gi");
const finder = new PhraseFinder(phrases);
for (const sentence of sentences) {
  const found = finder.find(sentence).map(({ from, to }) => sentence.slice(from, to));
  if (found.join() !== (sentence.match(expression) ?? []).join()) throw new Error(sentence);
}
Deno.bench("alidade", { group: "words of 1,000 sentences", baseline: true }, () => {
  for (const sentence of sentences) findKeywords(sentence);
});
Deno.bench("one regular expression", { group: "words of 1,000 sentences" }, () => {
  for (const sentence of sentences) sentence.match(expression);
});
