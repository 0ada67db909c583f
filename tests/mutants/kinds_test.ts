import { exact, impossible } from "../../solvers/mod.ts";
import { type Kind, SOLVER_KINDS } from "../../tasks/mod.ts";
import { checkKind, type KindExample } from "../../testing/mod.ts";
import { assertEquals } from "../_assert.ts";

const side = SOLVER_KINDS.find(({ name }) => name === "side")!;

const EXAMPLES: readonly KindExample[] = [
  { instance: { point: [0, 1], from: [0, 0], to: [1, 0], frame: "y-up" }, wrong: "right" },
  { instance: { point: [0, 1], from: [0, 0], to: [1, 0], frame: "y-down" }, wrong: "left" },
];

/** Every fault that was planted, each with the rule that must find it. */
const MUTANTS: readonly (readonly [name: string, rule: string, kind: Kind])[] = [
  ["a checker that always agrees", "agrees", { ...side, check: () => null }],
  ["a checker that always refuses", "refuses", { ...side, check: () => "no" }],
  ["a checker that looks at the status alone", "agrees", {
    ...side,
    check: (_, outcome) => outcome.status === "exact" ? null : "it must be exact",
  }],
  ["a checker that solves again, and forgets the margin", "agrees", {
    ...side,
    check(instance, outcome) {
      const own = side.solve(instance);
      if (own.status !== "exact" || outcome.status !== "exact") return "it must be exact";
      return own.value === outcome.value ? null : `it is ${own.value}`;
    },
  }],
  ["a solver that ignores the frame", "refuses", {
    ...side,
    solve: (instance) => side.solve({ ...instance as object, frame: "y-up" }),
  }],
  ["a solver that always says the same", "refuses", { ...side, solve: () => exact("left") }],
  ["a solver that gives up", "solves", { ...side, solve: () => impossible("it is hard") }],
];

Deno.test("mutants: nothing is found in a kind without a fault", () => {
  assertEquals(checkKind(side, EXAMPLES), []);
});

Deno.test("mutants: each fault of a solver or a checker is found, by the rule for it", () => {
  const alive: string[] = [];
  for (const [name, rule, kind] of MUTANTS) {
    const reason = checkKind(kind, EXAMPLES).find((finding) => finding.rule === rule);
    if (reason === undefined) alive.push(name);
    console.log(`${name.padEnd(52)} ${rule.padEnd(8)} ${reason?.says ?? "NOT FOUND"}`);
  }
  assertEquals(alive, []);
});
