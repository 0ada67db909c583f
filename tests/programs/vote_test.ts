import { assertEquals, assertThrows } from "../_assert.ts";
import { type ProgramResult, vote } from "../../programs/mod.ts";
import { bounded, exact, tie, undetermined } from "../../solvers/mod.ts";

function answers(...values: readonly (string | number | null)[]): ProgramResult[] {
  return values.map((answer) =>
    answer === null
      ? { status: "error", reason: "it crashed", printed: "" }
      : { status: "answer", answer, printed: "" }
  );
}

Deno.test("vote: agreement is told apart from truth", () => {
  const three = answers("2.31 meters", "231 cm", 1.9);
  const options = { unit: "m", tolerance: "0.01" } as const;
  assertEquals(vote(three, options).truth, "unknown");
  const wrong = vote(three, { ...options, exact: exact("1.90") });
  assertEquals([wrong.status, wrong.truth], ["consistent", "wrong"]);
  assertEquals(
    wrong.reason,
    "2 of 3 programs agree on 2.31, which is proven wrong: they are consistent, not correct",
  );
  assertEquals(wrong.groups.map((g) => g.programs), [[0, 1], [2]]);
  assertEquals(vote(three, { ...options, exact: exact("2.305") }).truth, "right");
  assertEquals(vote(three, { ...options, exact: tie(["2.31", "9"]) }).truth, "one of several");
  assertEquals(vote(three, { ...options, exact: undetermined(["2.31", "9"]) }).truth, "open");
  assertEquals(vote(three, { ...options, exact: bounded("2.309", "2.312", "m") }).truth, "right");
  assertEquals(vote(three, { ...options, exact: bounded("2.2", "2.4", "m") }).truth, "open");
});

Deno.test("vote: every two of a group agree; tolerance does not carry on from one to the next", () => {
  const { groups, status } = vote(answers(1, 1.08, 1.16, 1.24), { tolerance: "0.1" });
  assertEquals(groups.map((g) => g.programs), [[0, 1], [2, 3]]);
  assertEquals(status, "split");
  assertEquals(vote(answers(100, 104, 109), { tolerance: "5%" }).groups[0]!.programs, [0, 1]);
  // In doubles 0.1 + 0.2 is more than 0.3 from 0: decimals as written are not.
  assertEquals(vote(answers("0.3", "0", "0.3"), { tolerance: "0.3" }).groups.length, 1);
});

Deno.test("vote: units, rounding, words, and programs that say nothing", () => {
  assertEquals(vote(answers("39.37 inches", "1 m"), { unit: "m", places: 3 }).groups.length, 1);
  assertEquals(vote(answers("2 m^2", "20000 cm²"), { unit: "m2" }).groups.length, 1);
  assertEquals(vote(answers("0.5 liters", "500 cm3"), { unit: "m3" }).groups.length, 1);
  assertEquals(vote(answers(-2.5, -3), { places: 0 }).groups.length, 1);
  assertEquals(vote(answers("Yes.", " yes", "No")).groups.map((g) => g.answer), ["yes", "no"]);
  const silent = vote(answers(null, null, "yes"));
  assertEquals([silent.status, silent.silent.length, silent.reason], [
    "silent",
    2,
    "too few programs gave an answer",
  ]);
  assertEquals(vote(answers("a", "a", "b", "b")).status, "split");
  assertEquals(vote(answers("a", "a", "a", "b"), { share: 0.8 }).status, "split");
  assertThrows(() => vote([], { share: 0.4 }), RangeError, "Cannot use share: 0.4");
});
