import {
  type AskedClaim,
  type Dataset,
  textFile,
  type Verdict,
  verify,
} from "../../datasets/mod.ts";
import { bounded, impossible, tie, undetermined } from "../../solvers/mod.ts";
import type { Question } from "../../tasks/mod.ts";
import { assertEquals } from "../_assert.ts";
import { streetSide } from "../toys/story.ts";
import { wallDistance } from "../toys/two_views.ts";

const table = (y: number) => ({
  balls: [{ name: "red" as const, x: 1, y }],
  asked: "red" as const,
});

const steps = (more: Partial<Question> = {}): Question =>
  ({ kind: wallDistance, instance: table(8), ...more }) as Question;

const street = (facts: readonly unknown[]): Question =>
  ({ kind: streetSide, instance: { facts, asked: ["a", "c"] } }) as Question;

const solvedBy = (outcome: unknown): Question =>
  steps({ kind: { ...wallDistance, solve: () => outcome } as never });

const CASES: readonly [claimed: string, question: Question | string, verdict: Verdict][] = [
  ["8 steps", steps(), "agree"],
  ["8", steps(), "agree"],
  ["9", steps(), "disagree"],
  ["9", steps({ tolerance: "1" }), "agree"],
  ["9", steps({ tolerance: "0.99" }), "disagree"],
  ["9", steps({ tolerance: "12.5%" }), "agree"],
  ["9", steps({ tolerance: "12.4%" }), "disagree"],
  ["far", steps(), "invalid"],
  ["B", steps({ choices: ["7", "8"] }), "agree"],
  ["(a)", steps({ choices: ["7", "8"] }), "disagree"],
  ["8", steps({ choices: ["7", "8"] }), "agree"],
  ["C", steps({ choices: ["7", "8"] }), "invalid"],
  ["8", steps({ choices: ["8 steps", "8"] }), "ambiguous"],
  ["7", steps({ choices: ["7", "6"] }), "disagree"],
  ["7", steps({ choices: ["7", "none of these"] }), "unsupported"],
  ["left", street([["a", "left", "b"], ["b", "left", "c"]]), "agree"],
  ["right", street([["a", "left", "b"], ["b", "left", "c"]]), "disagree"],
  ["left", street([["a", "left", "b"], ["c", "left", "d"]]), "undetermined"],
  ["left", street([["a", "left", "b"], ["b", "left", "a"], ["c", "left", "b"]]), "undetermined"],
  ["left", "does not understand the question", "unsupported"],
  ["8", solvedBy(tie([8, 9])), "ambiguous"],
  ["7", solvedBy(tie([8, 9])), "disagree"],
  ["7", solvedBy(undetermined([8, 9])), "disagree"],
  ["8", solvedBy(undetermined([8, 9])), "undetermined"],
  ["8", solvedBy(impossible("there is no wall")), "disagree"],
  ["8", solvedBy({ status: "limit", lower: 6, upper: null, best: null }), "undetermined"],
  ["5", solvedBy({ status: "limit", lower: 6, upper: null, best: null }), "disagree"],
  ["8", solvedBy(bounded("7.9", "8.1", "step")), "undetermined"],
  ["9", solvedBy(bounded("7.9", "8.1", "step")), "disagree"],
  ["8", { ...solvedBy(bounded("7.9", "8.1", "step")), tolerance: "0.1" }, "agree"],
  ["8", { ...solvedBy(bounded("7.9", "8.1", "step")), tolerance: "0.09" }, "undetermined"],
  ["8", steps({ tolerance: "much" }), "agree"],
  ["9", steps({ tolerance: "much" }), "invalid"],
];

Deno.test("claims with questions: each is checked by its kind, in one way", async () => {
  const toy: Dataset = {
    ...{ name: "toy", summary: "", source: "", licence: "", companions: [] },
    async *read() {
      for (const [i, [claimed, question]] of CASES.entries()) {
        yield { kind: "claim", id: String(i), where: { file: "toy" }, claimed, question };
      }
    },
  };
  const open = (path: string) => Promise.resolve(textFile(path, ""));
  const found: unknown[] = [];
  for await (const { id, claimed, verdict } of verify(toy, ["toy"], { open })) {
    found.push([Number(id), claimed, verdict]);
  }
  assertEquals(found, CASES.map(([claimed, , verdict], i) => [i, claimed, verdict]));
});

Deno.test("claims with questions: a group is counted, a grade is told", async () => {
  const claim: AskedClaim = {
    ...{ kind: "claim", id: "1", where: { file: "toy" }, claimed: "10", group: "far ones" },
    question: steps(),
  };
  const toy: Dataset = {
    ...{ name: "toy", summary: "", source: "", licence: "", companions: [] },
    async *read() {
      yield claim;
    },
  };
  const open = (path: string) => Promise.resolve(textFile(path, ""));
  for await (const { group, reason, answer, margin } of verify(toy, ["toy"], { open })) {
    assertEquals(group, "far ones");
    assertEquals(reason, "claimed 10 steps, is 8 steps, grade 0.375");
    assertEquals([answer, margin?.value], ["8 steps", 1]);
  }
});
