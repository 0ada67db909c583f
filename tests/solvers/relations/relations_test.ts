import { THOROUGH } from "../../_thorough.ts";
import {
  CALCULI,
  calculusNamed,
  checkModel,
  checkRelations,
  judgeStatement,
  type ModelValue,
  possibleRelations,
  type RelationStatement,
  solveRelations,
} from "../../../solvers/mod.ts";
import { assert, assertEquals, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";

const RUNS = THOROUGH ? 2000 : 120;
const NAMES = ["A", "B", "C", "D"];

/** Random statements of a calculus, of one to three base relations each. */
function statements(
  calculus: string,
  relations: readonly string[],
  things: readonly string[] = NAMES,
  arity = 2,
): fc.Arbitrary<RelationStatement[]> {
  const args = fc.shuffledSubarray([...things], { minLength: arity, maxLength: arity });
  return fc.array(
    fc.record({
      calculus: fc.constant(calculus),
      relation: fc.shuffledSubarray([...relations], { minLength: 1, maxLength: 3 }),
      args,
      truth: fc.boolean().map((held) => held || relations.length < 4),
    }),
    { minLength: 2, maxLength: 7 },
  );
}

/** What the things of a calculus may be, enough of them that four can lie in every way. */
const WORLDS: Readonly<Record<string, () => ModelValue[]>> = {
  point: () => [0, 1, 2, 3],
  cardinal: () => grid(4).map(([x, y]) => [x!, y!]),
  allen: () => intervals(8),
};

function grid(side: number): number[][] {
  return Array.from({ length: side * side }, (_, i) => [i % side, Math.floor(i / side)]);
}

function intervals(ends: number): ModelValue[] {
  return Array.from({ length: ends }, (_, s) => s).flatMap((s) =>
    Array.from({ length: ends - s - 1 }, (_, k) => [s, s + 1 + k])
  );
}

/** Whether some things have all the relations, by trying them one after another. */
function slowlyConsistent(
  some: readonly RelationStatement[],
  world: readonly ModelValue[],
): boolean {
  const things = [...new Set(some.flatMap(({ args }) => args))];
  const values: Record<string, ModelValue> = {};
  const visit = (i: number): boolean => {
    if (i === things.length) return true;
    return world.some((value) => {
      values[things[i]!] = value;
      const placed = things.slice(0, i + 1);
      const ready = some.filter(({ args }) => args.every((name) => placed.includes(name)));
      const model = Object.fromEntries(placed.map((name) => [name, values[name]!]));
      const models = [{ calculus: some[0]!.calculus, frame: null, values: model }];
      return checkModel(ready, models) === null && visit(i + 1);
    });
  };
  return visit(0);
}

for (const [calculus, world] of Object.entries(WORLDS)) {
  Deno.test(`solveRelations: ${calculus} agrees with trying everything`, () => {
    const all = world();
    fc.assert(
      fc.property(statements(calculus, calculusNamed(calculus).relations), (some) => {
        const outcome = solveRelations(some);
        assertEquals(outcome.status === "consistent", slowlyConsistent(some, all));
      }),
      { numRuns: RUNS },
    );
  });
}

/** Holds what every calculus must: a model that fits, or a core that needs each of its members. */
function checkOutcome(some: readonly RelationStatement[]): string {
  const outcome = solveRelations(some, { branches: 2000 });
  // Blocks have too many ways to be tried on three axes.
  const isTried = some[0]!.calculus !== "block" || outcome.status === "consistent";
  if (isTried) assertEquals(checkRelations(some, outcome), null);
  if (outcome.status === "inconsistent") {
    assert(outcome.isMinimal || some[0]!.calculus === "sides");
    assert(outcome.derivation.length > 0);
    const core = outcome.statements.map((i) => some[i]!);
    assertEquals(solveRelations(core).status, "inconsistent");
    for (const left of core) {
      const rest = core.filter((other) => other !== left);
      const without = solveRelations(rest);
      if (!outcome.isMinimal && without.status === "limit") continue;
      assert(without.status === "consistent", JSON.stringify(core));
      assertEquals(checkModel(rest, without.models), null);
    }
  }
  return outcome.status;
}

for (const calculus of CALCULI) {
  Deno.test(`solveRelations: ${calculus.name} gives models that fit and minimal cores`, () => {
    const { name, relations, arity } = calculus;
    const things = name === "sides" ? [...NAMES, "E"] : NAMES;
    const seen = new Set<string>();
    const some = statements(name, relations.slice(0, 169), things, arity[0]);
    fc.assert(
      fc.property(some, (some) => void seen.add(checkOutcome(some))),
      { numRuns: calculus.isComplete ? RUNS : RUNS / 12 },
    );
    assert(seen.has("consistent"));
    assertEquals(calculus.isComplete && seen.has("limit"), false);
  });
}

Deno.test("solveRelations: regions of random base relations are drawn as they were stated", () => {
  const { relations } = calculusNamed("rcc8");
  const box = fc.tuple(...[0, 0, 1, 1].map((least) => fc.integer({ min: least, max: 5 })));
  const region = fc.array(box, { minLength: 1, maxLength: 2 }).map((boxes) =>
    boxes.map(([x, y, w, h]) => [x!, y!, x! + w!, y! + h!])
  );
  fc.assert(
    fc.property(fc.array(region, { minLength: 3, maxLength: 6 }), (regions) => {
      const values = Object.fromEntries(regions.map((value, i) => [`R${i}`, value]));
      const models = [{ calculus: "rcc8", frame: null, values }];
      const names = Object.keys(values);
      // What holds of these regions is consistent, and the model that is found has it too.
      const some = names.flatMap((a, i) =>
        names.slice(i + 1).map((b): RelationStatement => {
          const holds = (relation: string) =>
            checkModel([{ calculus: "rcc8", relation, args: [a, b] }], models) === null;
          return { calculus: "rcc8", relation: relations.find(holds)!, args: [a, b] };
        })
      );
      const outcome = solveRelations(some);
      assert(outcome.status === "consistent");
      assertEquals(checkModel(some, outcome.models), null);
    }),
    { numRuns: RUNS },
  );
});

Deno.test("possibleRelations: of a chain of befores", () => {
  const before = (a: string, b: string): RelationStatement => {
    return { calculus: "point", relation: "<", args: [a, b] };
  };
  const some = [before("A", "B"), before("B", "C"), before("B", "D")];
  const ask = (a: string, b: string) =>
    possibleRelations(some, { calculus: "point", args: [a, b] });
  assertEquals(ask("A", "C"), { status: "exact", value: "<", margin: null });
  assertEquals(ask("C", "D"), { status: "undetermined", possible: ["<", "=", ">"] });
  assertEquals(ask("C", "Z"), { status: "undetermined", possible: ["<", "=", ">"] });
  const clash = possibleRelations([...some, before("C", "A")], {
    calculus: "point",
    args: ["A", "D"],
  });
  assertEquals(clash.status === "impossible" && clash.core, [
    "statements[0]",
    "statements[1]",
    "statements[3]",
  ]);
});

Deno.test("solveRelations: frames of reference keep statements apart", () => {
  const left = (frame: string, a: string, b: string): RelationStatement => {
    return { calculus: "point", relation: "<", args: [a, b], frame };
  };
  assertEquals(
    solveRelations([left("viewer", "A", "B"), left("map", "B", "A")]).status,
    "consistent",
  );
  assertEquals(
    solveRelations([left("viewer", "A", "B"), left("viewer", "B", "A")]).status,
    "inconsistent",
  );
});

Deno.test("sides: what is right of what round a viewer is a circle, unless all lie within half a turn", () => {
  const right = (a: string, b: string): RelationStatement => {
    return { calculus: "sides", relation: "right", args: ["viewer", a, b] };
  };
  const chain = [right("A", "B"), right("B", "C")];
  assertEquals(judgeStatement(chain, right("A", "C")).status, "open");
  // All before the viewer, who looks from the tower to them: to the right of the line to the left end.
  const ahead = ["A", "B", "C"].map((name): RelationStatement => {
    return { calculus: "sides", relation: "right", args: ["tower", "viewer", name] };
  });
  assertEquals(judgeStatement([...chain, ...ahead], right("A", "C")).status, "entailed");
});

Deno.test("solveRelations: one clear error for what it cannot read", () => {
  const one = (more: Partial<RelationStatement>): RelationStatement[] => [
    { calculus: "point", relation: "<", args: ["A", "B"], ...more },
  ];
  const refuses = (some: unknown, says: string) =>
    assertThrows(() => solveRelations(some as RelationStatement[]), Error, says);
  refuses(one({ relation: "before" }), 'statements[0]: Cannot use relation "before" of point');
  refuses(one({ calculus: "time" }), 'statements[0].calculus: "time" is no calculus');
  refuses(one({ args: ["A"] }), "point relates 2 things, it has 1");
  refuses(one({ args: ["A", "A"] }), 'statements[0]: it relates "A" to itself');
  refuses([{ relation: "<", args: [] }], "must be a string");
});

Deno.test("checkRelations: refuses wrong models, cores and derivations", () => {
  const before = (a: string, b: string): RelationStatement => {
    return { calculus: "allen", relation: "<", args: [a, b] };
  };
  const some = [before("A", "B"), before("B", "C"), before("C", "A"), before("C", "D")];
  const right = solveRelations(some);
  assert(right.status === "inconsistent");
  assertEquals(checkRelations(some, right), null);
  const says = (outcome: Partial<typeof right>) =>
    checkRelations(some, { ...right, ...outcome }) ?? "";
  assert(says({ statements: [0, 1], core: ["a", "b"] }) !== "");
  const wider = { statements: [0, 1, 2, 3], core: ["a", "b", "c", "d"] };
  assert(says(wider).includes("it is not minimal"));
  const { derivation } = right;
  assert(says({ derivation: derivation.slice(0, -1) }).includes("does not end"));
  const changed = derivation.map((step) =>
    step.rule === "compose" ? { ...step, relations: ["m"] } : step
  );
  assert(says({ derivation: changed }).includes("it does not follow"));
  const given = derivation.map((step, i) => i === 0 ? { ...step, relations: ["m"] } : step);
  assert(says({ derivation: given }).includes("its statement allows <"));
  const model = { calculus: "allen", frame: null, values: { A: [0, 1], B: [1, 2] } };
  const met = checkRelations(some.slice(0, 1), { status: "consistent", models: [model] });
  assertEquals(met, "statements[0] does not hold");
});
