import {
  type ChainFact,
  type ChainInstance,
  ChainWorkspace,
  checkChain,
  type GridRelation,
  type Outcome,
  solveChain,
  type StepRange,
} from "../../../solvers/mod.ts";
import { assertEquals, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";

const NAMES = ["A", "B", "C", "D"];

/** Every placement of the objects on a small axis: the signs of the asked difference. */
function slowSigns(facts: readonly ChainFact[], axis: "dx" | "dy", ask: ChainInstance): number[] {
  const found = new Set<number>();
  const reach = 5;
  const place = [0, 0, 0, 0];
  const visit = (i: number) => {
    if (i === NAMES.length) {
      const value = (name: string) => place[NAMES.indexOf(name)]!;
      const ok = facts.every((fact) => {
        const d = value(fact.subject) - value(fact.reference);
        const range = fact[axis];
        const [low, high] = typeof range === "number" ? [range, range] : range;
        return (low ?? -99) <= d && d <= (high ?? 99);
      });
      if (ok) found.add(Math.sign(value(ask.subject) - value(ask.reference)));
      return;
    }
    for (let v = -reach; v <= reach; v++) {
      place[i] = v;
      visit(i + 1);
    }
  };
  place[0] = 0;
  visit(1);
  return [...found].sort((a, b) => a - b);
}

const step: fc.Arbitrary<StepRange> = fc.oneof(
  fc.integer({ min: -1, max: 1 }),
  fc.constantFrom<StepRange[]>([1, null], [null, -1], [null, null], [-1, 1], [0, 1], [null, 0]),
);
const fact = fc.record({
  subject: fc.constantFrom(...NAMES),
  reference: fc.constantFrom(...NAMES),
  dx: step,
  dy: step,
});
const pair = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 2 });

Deno.test("solveChain: agrees with every placement of four objects", () => {
  fc.assert(
    fc.property(fc.array(fact, { minLength: 1, maxLength: 5 }), pair, (some, [s, r]) => {
      // A fact without content names the asked objects.
      const facts = [...some, {
        subject: s!,
        reference: r!,
        dx: [null, null] as StepRange,
        dy: [null, null] as StepRange,
      }];
      const instance = { facts, subject: s!, reference: r! };
      const outcome = solveChain(instance);
      const xs = slowSigns(facts, "dx", instance);
      const ys = slowSigns(facts, "dy", instance);
      assertEquals(places(outcome), xs.flatMap((x) => ys.map((y) => `${x} ${y}`)));
      assertEquals(checkChain(instance, outcome), null);
    }),
    { numRuns: 300 },
  );
});

function places(outcome: Outcome<GridRelation>): string[] {
  if (outcome.status === "exact") return [`${outcome.value.x} ${outcome.value.y}`];
  if (outcome.status !== "undetermined") return [];
  return outcome.possible.map(({ x, y }) => `${x} ${y}`);
}

Deno.test("solveChain: names a minimal set of facts that clash", () => {
  const facts: ChainFact[] = [
    { subject: "A", reference: "B", dx: 1, dy: 0 },
    { subject: "D", reference: "A", dx: 5, dy: 5, id: "beside the point" },
    { subject: "B", reference: "C", dx: 1, dy: 0 },
    { subject: "C", reference: "A", dx: [0, null], dy: 0, id: "C is not left of A" },
  ];
  const outcome = solveChain({ facts, subject: "A", reference: "D" });
  assertEquals(outcome, {
    status: "impossible",
    reason: "the facts allow no displacement along x",
    core: ["facts[0]", "facts[2]", "C is not left of A"],
  });
});

Deno.test("solveChain: leaves open what no fact connects", () => {
  const facts: ChainFact[] = [
    { subject: "A", reference: "B", dx: 1, dy: 0 },
    { subject: "C", reference: "D", dx: 1, dy: 0 },
  ];
  const outcome = solveChain({ facts, subject: "A", reference: "C" });
  assertEquals(outcome.status === "undetermined" && outcome.possible.length, 9);
});

Deno.test("checkChain: refuses wrong values, margins and cores", () => {
  const facts: ChainFact[] = [{ subject: "A", reference: "B", dx: 2, dy: 0 }];
  const instance = { facts, subject: "A", reference: "B" };
  const claim = (value: GridRelation, margin: number): Outcome<GridRelation> => {
    return { status: "exact", value, margin: { value: margin, unit: "step" } };
  };
  assertEquals(checkChain(instance, claim({ x: 1, y: 0 }, 1)), null);
  assertEquals(checkChain(instance, claim({ x: 1, y: 0 }, 2)), "margin is too large");
  assertEquals(checkChain(instance, claim({ x: 1, y: 1 }, 1)), "the facts allow 1 0");
  const wrong = { status: "impossible", reason: "", core: [] } as const;
  assertEquals(checkChain(instance, wrong), "the facts do not contradict each other");
  const clash = {
    ...instance,
    facts: [...facts, { ...facts[0]!, dx: 1 }, { ...facts[0]!, dy: 4 }],
  };
  const core = (...names: string[]) =>
    checkChain(clash, { status: "impossible", reason: "", core: names });
  assertEquals(core("facts[0]", "facts[1]"), null);
  assertEquals(core("facts[0]"), "the core does not contradict itself");
  assertEquals(core("facts[0]", "facts[1]", "facts[2]"), "the core is not minimal: A, B");
});

Deno.test("ChainWorkspace: agrees with solveChain on random chains", () => {
  const workspace = new ChainWorkspace(5);
  const known = fc.tuple(
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: -1, max: 1 }),
    fc.integer({ min: -1, max: 1 }),
  );
  fc.assert(
    fc.property(fc.array(known, { minLength: 1, maxLength: 6 }), (list) => {
      const facts = list.map(([s, r, dx, dy]) => {
        return { subject: String(s), reference: String(r), dx, dy };
      });
      const [subject, reference] = [list[0]![0], list.at(-1)![1]];
      const slow = solveChain({ facts, subject: String(subject), reference: String(reference) });
      const flat = Int32Array.from(list.flat());
      const status = workspace.solve(flat, list.length, subject, reference);
      assertEquals(status, slow.status);
      if (slow.status !== "exact") return;
      assertEquals({ x: Math.sign(workspace.dx), y: Math.sign(workspace.dy) }, slow.value);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("solveChain: one clear error for steps and names it cannot use", () => {
  const facts: ChainFact[] = [{ subject: "A", reference: "B", dx: 0.5, dy: 0 }];
  const instance = { facts, subject: "A", reference: "B" };
  assertThrows(() => solveChain(instance), RangeError, "facts[0].dx: 0.5, must be an integer");
  const nan: ChainFact[] = [{ subject: "A", reference: "B", dx: 0, dy: [NaN, null] }];
  assertThrows(() => solveChain({ ...instance, facts: nan }), RangeError, "facts[0].dy: NaN");
  const fine: ChainFact[] = [{ subject: "A", reference: "B", dx: 1, dy: 0 }];
  assertThrows(
    () => solveChain({ facts: fine, subject: "Z", reference: "B" }),
    RangeError,
    'place subject "Z": no fact names it',
  );
});

Deno.test("solveChain: a fact that no value satisfies is the whole core", () => {
  const facts = [
    { subject: "D", reference: "A", dx: 1, dy: [null, -1] },
    { subject: "A", reference: "D", dx: 2, dy: [0, -2] },
  ] as const;
  const instance = { facts, subject: "D", reference: "A" };
  const outcome = solveChain(instance);
  assertEquals(outcome.status === "impossible" && outcome.core, ["facts[1]"]);
  assertEquals(checkChain(instance, outcome), null);
});
