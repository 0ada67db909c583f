import * as solvers from "../../solvers/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import { isClear, JUNK, messageOf } from "./_junk.ts";

const statements = [{ calculus: "rcc8", relation: "NTPP", args: ["pond", "park"] }];
const question = { calculus: "rcc8", args: ["pond", "park"] };

/** Functions that take no instance, and what they take; all of it may be left out for junk. */
const TAKES: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  solveRelations: [[], [statements]],
  possibleRelations: [[], [statements], [statements, question]],
  judgeStatement: [[], [statements], [statements, statements[0]]],
  standingOf: [[], [statements], [statements, statements[0]]],
  canAllHold: [[], [statements]],
  checkRelations: [[], [statements]],
  checkModel: [[], [statements]],
  featureFault: [[]],
  relate: [[]],
  solveScene: [[]],
  checkScene: [[]],
  readyScene: [[]],
  solveSprite: [[]],
  solveView: [[]],
  parseTsplib: [[]],
  parseTsplibTour: [[]],
  parseMesh: [[]],
};

/** What each takes for left out, or for a list without members. */
const isNothing = (junk: unknown) =>
  junk === undefined || Array.isArray(junk) && junk.length === 0 || typeof junk === "string" ||
  typeof junk === "object" && junk !== null && !Array.isArray(junk);

Deno.test("solvers: what is not given at all is refused by name, never by the engine", async () => {
  for (const [name, places] of Object.entries(TAKES)) {
    const act = (solvers as unknown as Record<string, (...args: unknown[]) => unknown>)[name]!;
    for (const before of places) {
      for (const junk of JUNK) {
        const message = await messageOf(() => act(...before, junk));
        const told = `${name}(${before.length} before, ${String(junk)}): ${message}`;
        if (message !== null) {
          assert(/must/.test(message) && !/propert|iterable/.test(message), told);
        }
        if (!isNothing(junk)) assert(message !== null && isClear(message), told);
      }
    }
  }
});

Deno.test("solveView() refuses words that name no direction or view", async () => {
  const view = { facing: "south", camera: "north", told: "map", side: "east", asked: "thing" };
  for (const field of Object.keys(view)) {
    for (const junk of ["North", "up", "", null, undefined, 3]) {
      // deno-lint-ignore no-explicit-any
      const message = await messageOf(() => solvers.solveView({ ...view, [field]: junk } as any));
      assert(message !== null && isClear(message), `${field}: ${String(junk)}: ${message}`);
    }
  }
});

Deno.test("coordinateCuts() refuses a scale that would take no end", async () => {
  for (const scale of [1e9, 1001, -1, 0.5, NaN, Infinity, "2", null]) {
    const message = await messageOf(() => solvers.coordinateCuts(["1/3"], scale as number));
    assert(message !== null && isClear(message), `${String(scale)}: ${message}`);
  }
  assertEquals([...solvers.coordinateCuts(["1e-10"], 10)], [1]);
});
