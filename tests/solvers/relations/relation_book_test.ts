import {
  checkModel,
  RelationBook,
  type RelationStatement,
  solveRelations,
} from "../../../solvers/mod.ts";
import { assertEquals, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";

const NAMES = ["A", "B", "C", "D", "E"];

const statement: fc.Arbitrary<RelationStatement> = fc.record({
  calculus: fc.constantFrom("point", "rcc8"),
  args: fc.shuffledSubarray(NAMES, { minLength: 2, maxLength: 2 }),
  pick: fc.integer({ min: 0, max: 2 }),
}).map(({ calculus, args, pick }) => {
  const relation = calculus === "point" ? ["<", "=", ">"][pick]! : ["NTPP", "DC", "PO"][pick]!;
  return { calculus, relation, args };
});

Deno.test("RelationBook: after any adding and taking back it says what solving anew does", () => {
  const act = fc.oneof(statement, fc.integer({ min: 0, max: 11 }));
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 14 }), (acts) => {
      const book = new RelationBook();
      const held = new Map<number, RelationStatement>();
      for (const act of acts) {
        if (typeof act !== "number") held.set(book.add(act), act);
        else if (held.delete(act)) book.retract(act);
        const outcome = book.solve();
        const statements = [...held.values()];
        assertEquals(outcome.status, solveRelations(statements).status);
        if (outcome.status === "consistent") {
          assertEquals(checkModel(statements, outcome.models), null);
        } else if (outcome.status === "inconsistent") {
          const core = outcome.statements.map((number) => held.get(number)!);
          assertEquals(solveRelations(core).status, "inconsistent");
        }
      }
    }),
    { numRuns: 150 },
  );
});

Deno.test("RelationBook: refuses statements that are none, and numbers of none", () => {
  const book = new RelationBook();
  const wrong = { calculus: "point", relation: "<", args: ["A", "A"] };
  assertThrows(() => book.add(wrong), RangeError, "to itself");
  assertThrows(() => book.retract(0), RangeError, "Cannot retract 0");
  assertEquals(book.solve(), { status: "consistent", models: [] });
});
