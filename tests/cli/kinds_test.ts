import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { withFolder } from "./_folders.ts";
import { alidade } from "./_io.ts";

const place = (name: string, x: number, y: number) => ({ name, x, y });
const RANKING = {
  ...{ from: place("a", 0, 0), metric: "euclidean" },
  points: [place("c", 0, 6), place("b", 3, 4), place("d", 5, 0)],
};

Deno.test("solve KIND --both writes what check KIND proves, and check finds what is wrong", () =>
  withFolder(async (folder) => {
    const path = `${folder}/in.jsonl`, both = `${folder}/both.jsonl`;
    await Deno.writeTextFile(path, `${JSON.stringify(RANKING)}\n`);
    const solved = await alidade("solve", "ranking", path, "--both");
    assertEquals([solved.code, solved.log], [0, ""]);
    assertEquals(JSON.parse(solved.out).outcome.value, [["b", "d"], ["c"]]);
    assertEquals(JSON.parse(solved.out).instance, RANKING);

    await Deno.writeTextFile(both, solved.out);
    const proven = await alidade("check", "ranking", both);
    assertEquals([proven.code, proven.out], [0, '{"proven":true}\n']);

    const wrong = { status: "exact", value: [["c"], ["b", "d"]], margin: null };
    const lines = [{ instance: RANKING, outcome: wrong }, { instance: RANKING }, RANKING];
    await Deno.writeTextFile(both, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    const refused = await alidade("check", "ranking", both);
    const [first, second, third] = refused.out.split("\n").map((line) => line && JSON.parse(line));
    assertEquals([refused.code, first.proven], [1, false]);
    assertEquals([second.line, third.line], [2, 3]);
    assertStringIncludes(second.error, "no outcome, must have instance and outcome");
    assertStringIncludes(refused.log, "both.jsonl:3: Cannot read line: no instance");
  }));

Deno.test("solve takes the items of every task, tours among them, and one tour problem", () =>
  withFolder(async (folder) => {
    const path = `${folder}/items.jsonl`;
    const made = await alidade("generate", "tour", "--count", "3", "--out", "-");
    await Deno.writeTextFile(path, made.out);
    const solved = await alidade("solve", "tour", path);
    assertEquals([solved.code, solved.log], [0, ""]);
    const answers = made.out.trim().split("\n").map((line) => JSON.parse(line).answer);
    const found = solved.out.trim().split("\n").map((line) => JSON.parse(line).value.join(", "));
    assertEquals(found, answers);

    const square = {
      form: "closed",
      points: [[0, 0], [2, 0], [2, 1], [0, 1]],
      metric: "euclidean",
    };
    await Deno.writeTextFile(path, JSON.stringify(square));
    const one = await alidade("solve", "tour", path);
    assertEquals([one.code, JSON.parse(one.out).value.length.exact], [0, "6"]);
  }));

Deno.test("words that solve and check cannot use for a kind", async () => {
  const cases: [string[], string][] = [
    [["solve", "raking"], 'no kind "raking", must be one of direction, '],
    [["check", "raking"], 'no kind "raking", must be one of '],
    [["check", "any-angle"], 'no kind "any-angle", must be one of '],
    [["check", "ranking", "a", "b"], "b is one word too many"],
  ];
  for (const [words, message] of cases) {
    const { code, log } = await alidade(...words as [string, ...string[]]);
    assertEquals(code, 2, words.join(" "));
    assertStringIncludes(log, message);
  }
});
