import {
  checkPlace,
  exact,
  type Outcome,
  type Place,
  type PlaceFact,
  type PlaceInstance,
  solvePlace,
} from "../../../solvers/mod.ts";
import { assert, assertEquals, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";

const POINTS = [
  { name: "A", x: 0, y: 0 },
  { name: "B", x: 4, y: 0 },
  { name: "C", x: 0, y: 3 },
  { name: "D", x: "2.5", y: "2.5" },
  { name: "E", x: 4, y: 3 },
];
const from = fc.constantFrom(...POINTS.map((p) => p.name));
const small = fc.integer({ min: -4, max: 4 });
const displacement = fc.record({
  kind: fc.constant("displacement" as const),
  from,
  dx: small,
  dy: small,
});
const distance = fc.oneof(
  fc.record({
    kind: fc.constant("distance" as const),
    from,
    distance: fc.constantFrom(0, 1, 2, 3, 4, 5, "2.5", "1.5"),
  }),
  fc.record({
    kind: fc.constant("squared-distance" as const),
    from,
    squared: fc.constantFrom(2, 5, 8, 10, "12.5", "6.25"),
  }),
);
const bearing = fc.record({
  kind: fc.constant("bearing" as const),
  from,
  toward: fc.oneof(
    fc.integer({ min: -2, max: 9 }).map((i) => 45 * i),
    fc.tuple(small, small).filter(([x, y]) => x !== 0 || y !== 0),
  ),
});
const sectorOf = (steps: readonly number[]) =>
  fc.record({
    from,
    start: fc.constantFrom(...steps),
    width: fc.constantFrom(45, 90, 180),
    edges: fc.constantFrom("open", "closed" as const),
  }).map(({ from, start, width, edges }) => {
    return { kind: "sector" as const, from, start: `${start}`, end: `${start + width}`, edges };
  });
const quarters = Array.from({ length: 8 }, (_, i) => 45 * i);
const halves = [...quarters, ...quarters.map((q) => q + 22.5), 15, 30, 60, 75, 105, 330];
const fact: fc.Arbitrary<PlaceFact> = fc.oneof(
  displacement,
  distance,
  distance,
  bearing,
  sectorOf(halves),
);
const frame = fc.constantFrom("y-up", "y-down" as const);

function agree(facts: PlaceFact[], frame: "y-up" | "y-down"): Outcome<Place> | null {
  const instance: PlaceInstance = { points: POINTS, facts, frame };
  let outcome: Outcome<Place>;
  try {
    outcome = solvePlace(instance);
  } catch (error) {
    // The one combination that is stated to be out of reach.
    assert(
      error instanceof RangeError && error.message.startsWith("Cannot write where a circle"),
      `${error}`,
    );
    return null;
  }
  assertEquals(checkPlace(instance, outcome), null, JSON.stringify([facts, frame, outcome]));
  return outcome;
}

Deno.test("solvePlace: the checker agrees on random facts of every kind", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(fact, { minLength: 1, maxLength: 4 }), frame, (facts, frame) => {
      const status = agree(facts, frame)?.status ?? "refused";
      seen.set(status, (seen.get(status) ?? 0) + 1);
    }),
    { numRuns: 500 },
  );
  for (const status of ["exact", "tie", "undetermined", "impossible"]) {
    assert((seen.get(status) ?? 0) > 4, `${status}: ${seen.get(status)}`);
  }
});

Deno.test("solvePlace: the checker agrees on true facts of a hidden point", () => {
  // The point (1, 2): its distances and directions to the known points, some of them.
  const truth: PlaceFact[] = [
    { kind: "squared-distance", from: "A", squared: 5 },
    { kind: "squared-distance", from: "B", squared: 13 },
    { kind: "squared-distance", from: "D", squared: "2.5" },
    { kind: "bearing", from: "A", toward: [1, 2] },
    { kind: "bearing", from: "C", toward: 135 },
    { kind: "sector", from: "A", start: "22.5", end: "67.5", edges: "open" },
    { kind: "sector", from: "E", start: 180, end: 270, edges: "closed" },
    { kind: "sector", from: "B", start: 300, end: 330, edges: "closed" },
    { kind: "displacement", from: "C", dx: 1, dy: -1 },
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(truth, { minLength: 1, maxLength: 4 }), (facts) => {
      const outcome = agree(facts, "y-up");
      if (outcome === null) return;
      assert(outcome.status !== "impossible");
      const places = outcome.status === "exact"
        ? [outcome.value]
        : outcome.status === "tie"
        ? outcome.values
        : [];
      const texts = places.map((p) => p.kind === "point" ? `${p.x.text} ${p.y.text}` : "");
      assert(texts.length === 0 || texts.includes("1 2"), texts.join("; "));
    }),
    { numRuns: 150 },
  );
});

Deno.test("solvePlace: mirrored with its frame, gives the mirrored place", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(distance, sectorOf(quarters)), { maxLength: 3 }), (facts) => {
      const up = solvePlace({ points: POINTS, facts, frame: "y-up" });
      const turned = POINTS.map((p) => ({ ...p, y: `-${p.y}` }));
      const down = solvePlace({ points: turned, facts, frame: "y-down" });
      assertEquals(down.status, up.status);
      if (up.status !== "exact" || down.status !== "exact") return;
      if (up.value.kind !== "point" || down.value.kind !== "point") return;
      assertEquals(down.value.x, up.value.x);
      assertEquals(down.value.y.approximate, -up.value.y.approximate + 0);
    }),
    { numRuns: 100 },
  );
});

Deno.test("solvePlace: touching circles give one point, missing ones a core", () => {
  const facts = (a: string, b: string): PlaceFact[] => [
    { kind: "sector", from: "C", start: 0, end: 180, edges: "closed", id: "idle" },
    { kind: "distance", from: "A", distance: a, id: "first" },
    { kind: "distance", from: "B", distance: b, id: "second" },
  ];
  const place = (a: string, b: string) =>
    solvePlace({ points: POINTS, facts: facts(a, b), frame: "y-up" });
  const touching = place("2.5", "1.5");
  assert(touching.status === "exact" && touching.value.kind === "point");
  assertEquals([touching.value.x.text, touching.value.y.text], ["2.5", "0"]);
  assertEquals(place("2.5", "1.4999999999999999999"), {
    status: "impossible",
    reason: "no place satisfies all facts",
    core: ["first", "second"],
  });
  assertEquals(place("2.5", "1.5000000000000000001").status, "tie");
});

Deno.test("solvePlace: two sectors that share an edge, and a circle through it", () => {
  const edge = (start: string, end: string): PlaceFact => {
    return { kind: "sector", from: "A", start, end, edges: "closed" };
  };
  const both = [edge("0", "22.5"), edge("22.5", "67.5")];
  const facts = (distance: string): PlaceFact[] => [
    ...both,
    { kind: "distance", from: "C", distance },
  ];
  const place = (list: PlaceFact[]) => solvePlace({ points: POINTS, facts: list, frame: "y-up" });
  assertThrows(() => place(facts("2")), RangeError, "Cannot write where a circle meets the edge");
  assertEquals(place(facts("1")).status, "impossible");
  // The clash is found though a part of the facts has a place that cannot be written.
  const clash = place([...facts("2"), {
    kind: "displacement",
    from: "A",
    dx: -9,
    dy: 0,
    id: "off",
  }]);
  assert(clash.status === "impossible" && clash.core?.includes("off"));
});

Deno.test("checkPlace: refuses wrong places, counts and cores", () => {
  const points = POINTS;
  const facts: PlaceFact[] = [
    { kind: "distance", from: "A", distance: 5 },
    { kind: "distance", from: "B", distance: 3 },
  ];
  const instance: PlaceInstance = { points, facts, frame: "y-up" };
  const at = (x: number, y: number): Place => {
    const number = (n: number) => ({ text: String(n), approximate: n });
    return { kind: "point", x: number(x), y: number(y) };
  };
  assertEquals(checkPlace(instance, { status: "tie", values: [at(4, 3), at(4, -3)] }), null);
  assertEquals(checkPlace(instance, exact(at(4, 3))), "a place is left out");
  assertEquals(checkPlace(instance, exact(at(4, 2))), "a place does not satisfy facts[0]");
  const core = (...core: string[]) =>
    checkPlace({ ...instance, facts: [...facts, { kind: "distance", from: "B", distance: 2 }] }, {
      status: "impossible",
      reason: "",
      core,
    });
  assertEquals(core("facts[1]", "facts[2]"), null);
  assertEquals(core("facts[0]", "facts[1]"), "the core does not contradict itself");
  assertEquals(core("facts[0]", "facts[1]", "facts[2]"), "the core is not minimal: facts[0]");
});

Deno.test("solvePlace: one clear error for facts it cannot use", () => {
  const refuse = (fact: unknown, message: string) =>
    assertThrows(
      () => solvePlace({ points: POINTS, facts: [fact as PlaceFact], frame: "y-up" }),
      RangeError,
      message,
    );
  const from = "A";
  refuse({ kind: "distance", from: "Z", distance: 1 }, 'facts[0]: no point is named "Z"');
  refuse({ kind: "distance", from, distance: -1 }, "facts[0].distance: it is negative");
  refuse({ kind: "distance", from, distance: NaN }, "facts[0].distance: NaN");
  refuse({ kind: "bearing", from, toward: 30 }, "facts[0].toward: 30 degrees, must be a multiple");
  refuse({ kind: "bearing", from, toward: [0, 0] }, "facts[0].toward: (0, 0), must be a direction");
  refuse({ kind: "sector", from, start: 0, end: 200, edges: "open" }, "at most 180 wide");
  refuse({ kind: "sector", from, start: 10, end: 90, edges: "open" }, "multiple of 15 or 22.5");
  refuse({ kind: "near", from }, 'facts[0].kind: "near", must be "displacement"');
});
