import { assertEquals } from "../../_assert.ts";
import fc from "../../_fast_check.ts";
import { type ChainFact, solveChain } from "../../../solvers/relations/mod.ts";

const step = fc.integer({ min: -2, max: 2 });
const name = fc.constantFrom(..."ABCDE");
const stories = fc.array(fc.record({ subject: name, reference: name, dx: step, dy: step }), {
  minLength: 1,
  maxLength: 8,
});

Deno.test("solveChain() answers known displacements as it does ranges of one value", () => {
  fc.assert(
    fc.property(stories, fc.nat(), fc.nat(), (facts, i, j) => {
      const names = facts.flatMap(({ subject, reference }) => [subject, reference]);
      const asked = { subject: names[i % names.length]!, reference: names[j % names.length]! };
      const ranges = facts.map((fact): ChainFact => ({
        ...fact,
        dx: [fact.dx, fact.dx],
        dy: [fact.dy, fact.dy],
      }));
      assertEquals(solveChain({ facts, ...asked }), solveChain({ facts: ranges, ...asked }));
    }),
    { numRuns: 2000 },
  );
});
