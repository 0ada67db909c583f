import { ALLEN, isH8, POINT, RCC5, RCC8, type RelationAlgebra } from "../../../solvers/mod.ts";
import { assertEquals } from "../../_assert.ts";

/** The composition of two base relations, by name. */
function composed(algebra: RelationAlgebra, a: string, b: string): string {
  return algebra.names(algebra.compose(algebra.mask([a]), algebra.mask([b]))).join(" ");
}

/** RCC-8 as published (Randell, Cui & Cohn 1992; Cui, Cohn & Randell 1993): rows, then columns. */
const PUBLISHED_RCC8 = `
DC    | * | DC EC PO TPP NTPP | DC EC PO TPP NTPP | DC EC PO TPP NTPP | DC EC PO TPP NTPP | DC | DC | DC
EC    | DC EC PO TPPI NTPPI | DC EC PO TPP TPPI EQ | DC EC PO TPP NTPP | EC PO TPP NTPP | PO TPP NTPP | DC EC | DC | EC
PO    | DC EC PO TPPI NTPPI | DC EC PO TPPI NTPPI | * | PO TPP NTPP | PO TPP NTPP | DC EC PO TPPI NTPPI | DC EC PO TPPI NTPPI | PO
TPP   | DC | DC EC | DC EC PO TPP NTPP | TPP NTPP | NTPP | DC EC PO TPP TPPI EQ | DC EC PO TPPI NTPPI | TPP
NTPP  | DC | DC | DC EC PO TPP NTPP | NTPP | NTPP | DC EC PO TPP NTPP | * | NTPP
TPPI  | DC EC PO TPPI NTPPI | EC PO TPPI NTPPI | PO TPPI NTPPI | PO TPP TPPI EQ | PO TPP NTPP | TPPI NTPPI | NTPPI | TPPI
NTPPI | DC EC PO TPPI NTPPI | PO TPPI NTPPI | PO TPPI NTPPI | PO TPPI NTPPI | PO TPP NTPP TPPI NTPPI EQ | NTPPI | NTPPI | NTPPI
EQ    | DC | EC | PO | TPP | NTPP | TPPI | NTPPI | EQ
`;

Deno.test("RCC-8: the table of models is the published one", () => {
  const all = RCC8.relations.join(" ");
  for (const line of PUBLISHED_RCC8.trim().split("\n")) {
    const [a, ...cells] = line.split("|").map((cell) => cell.trim());
    RCC8.relations.forEach((b, i) => {
      assertEquals(composed(RCC8, a!, b), cells[i] === "*" ? all : cells[i], `${a} ${b}`);
    });
  }
});

/** How many relations each composition leaves, by Allen's table (1983). */
const ALLEN_COUNTS = `
<  : 1 13 5 1 1 5 1 5 1 1 5 1 1
>  : 13 1 5 1 5 1 5 1 5 1 1 1 1
d  : 1 1 1 13 5 5 1 1 1 5 1 5 1
di : 5 5 9 1 3 3 3 3 3 1 3 1 1
o  : 1 5 3 5 3 9 1 3 1 3 3 3 1
oi : 5 1 3 5 9 3 3 1 3 3 1 3 1
m  : 1 5 3 1 1 3 1 3 1 1 3 1 1
mi : 5 1 3 1 3 1 3 1 3 1 1 1 1
s  : 1 1 1 5 3 3 1 1 1 3 1 3 1
si : 5 1 3 1 3 1 3 1 3 1 1 1 1
f  : 1 1 1 5 3 3 1 1 1 3 1 3 1
fi : 1 5 3 1 1 3 1 3 1 1 3 1 1
=  : 1 1 1 1 1 1 1 1 1 1 1 1 1
`;

Deno.test("Allen: the table of intervals has the published counts, and some published cells", () => {
  for (const line of ALLEN_COUNTS.trim().split("\n")) {
    const [a, counts] = line.split(":").map((part) => part.trim());
    const ours = ALLEN.relations.map((b) => composed(ALLEN, a!, b).split(" ").length);
    assertEquals(ours.join(" "), counts, a!);
  }
  assertEquals(composed(ALLEN, "m", "mi"), "f fi =");
  assertEquals(composed(ALLEN, "d", "o"), "< d o m s");
  assertEquals(composed(ALLEN, "o", "oi"), "d di o oi s si f fi =");
});

Deno.test("point and RCC-5: their published tables", () => {
  assertEquals(composed(POINT, "<", "<"), "<");
  assertEquals(composed(POINT, "<", ">"), "< = >");
  assertEquals(composed(RCC5, "DR", "PP"), "DR PO PP");
  assertEquals(composed(RCC5, "PPI", "PP"), "PO PP PPI EQ");
  assertEquals(composed(RCC5, "PP", "PPI"), "DR PO PP PPI EQ");
  assertEquals(composed(RCC5, "PPI", "DR"), "DR PO PPI");
});

for (const algebra of [POINT, ALLEN, RCC5, RCC8]) {
  Deno.test(`${algebra.name}: it is a relation algebra`, () => {
    for (const a of algebra.relations) {
      const mask = algebra.mask([a]);
      assertEquals(algebra.converse(algebra.converse(mask)), mask);
      assertEquals(algebra.compose(mask, algebra.identity), mask);
      for (const b of algebra.relations) {
        // The converse of a composition is that of the converses, the other way round.
        const [p, q] = [mask, algebra.mask([b])];
        const back = algebra.compose(algebra.converse(q), algebra.converse(p));
        assertEquals(algebra.converse(algebra.compose(p, q)), back);
      }
    }
    for (let mask = 1; mask <= algebra.full; mask++) {
      const parts = algebra.parts(mask);
      assertEquals(parts.reduce((union, part) => union | part, 0), mask);
      assertEquals(parts.every((part) => algebra.isTractable(part)), true);
    }
  });
}

Deno.test("tractable classes have as many relations as published: ORD-Horn 867, H8 147", () => {
  const count = (full: number, test: (mask: number) => boolean) => {
    let found = 0;
    for (let mask = 1; mask <= full; mask++) if (test(mask)) found++;
    return found;
  };
  assertEquals(count(ALLEN.full, (mask) => ALLEN.isTractable(mask)), 867);
  assertEquals(count(RCC8.full, isH8), 147);
  // Both are closed: what follows from tractable relations is tractable.
  for (let a = 1; a <= RCC8.full; a++) {
    for (let b = 1; b <= RCC8.full; b++) {
      if (!isH8(a) || !isH8(b)) continue;
      const closed = [RCC8.compose(a, b), RCC8.converse(a), a & b].every((c) => c === 0 || isH8(c));
      assertEquals(closed, true, `${RCC8.names(a)} ${RCC8.names(b)}`);
    }
  }
});
