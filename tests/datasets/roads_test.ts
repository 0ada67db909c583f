import { roads, textFile, verify } from "../../datasets/mod.ts";
import { assertEquals, assertRejects, assertStringIncludes } from "../_assert.ts";
import { conformance, DATA } from "../_data.ts";

/** Two ways from 0 to 3; the loop, the arc of weight 0 and the lone node 4 lead nowhere. */
const GRAPH = "p sp 5 6\na 0 1 4\na 1 3 4\na 0 2 3\na 2 3 6\na 1 1 2\na 3 4 0\n";

function check(queries: string, graph = GRAPH) {
  const open = (path: string) => Promise.resolve(textFile(path, path === "g" ? graph : queries));
  const companions = new Map([["graph", ["g"]]]);
  return Array.fromAsync(verify(roads, ["q"], { open, companions }));
}

Deno.test("roads: right and wrong distances, and none", async () => {
  const checked = await check("0 3 8\n0 3 9\n3 0 -1\n0 4 8\n2 2 0\n");
  assertEquals(checked.map((c) => c.verdict), ["agree", "disagree", "agree", "disagree", "agree"]);
  assertEquals(checked[1]!.answer, "8");
  // Arcs of weight 0 are left out, so nothing leads to 4.
  assertEquals(checked[3]!.answer, "-1");
  assertEquals(checked[2]!.totals, { "sum of found distances": 0n, "not found": 1n });
});

Deno.test("roads: bad lines are named and the others read", async () => {
  const checked = await check("0 9 1\n0 3\n0 3 x\n0 3 -2\n0 3 8\n");
  const verdicts = checked.map((c) => c.verdict);
  assertEquals(verdicts, ["invalid", "invalid", "invalid", "invalid", "agree"]);
  assertStringIncludes(checked[0]!.reason!, "node 9, must be one of 0 to 4");
  assertStringIncludes(checked[1]!.reason!, '"0 3", must be SOURCE');
  assertStringIncludes(checked[2]!.reason!, '"0 3 x"');
  assertEquals(checked[1]!.where, { file: "q", line: 2 });
});

Deno.test("roads: a graph that cannot be read is named, no row is lost", async () => {
  const [bad, row] = await check("0 1 4\n", "a 0 1 4\na 1 2");
  assertEquals([bad?.verdict, bad?.where.file], ["invalid", "g"]);
  assertStringIncludes(bad!.reason!, "line 2 has no weight");
  assertEquals([row?.verdict, row?.reason], ["unsupported", "the graph was not read"]);
  const [negative] = await check("", GRAPH.replace("a 2 3 6", "a 2 3 -6"));
  assertStringIncludes(negative!.reason!, "line 5 has weight -6");
  const [fewer] = await check("", "p sp 2 2\na 0 1 4\n");
  assertStringIncludes(fewer!.reason!, "has 1 arcs, must have the 2");
});

Deno.test("roads: a last line without its end is reported, and read as it stands", async () => {
  const [bad, row] = await check("0 1 4\n", "a 0 1 4");
  assertEquals([bad?.verdict, bad?.where.line], ["invalid", 1]);
  assertStringIncludes(bad!.reason!, "may be cut off");
  assertEquals(row?.verdict, "agree");
});

Deno.test("roads: without a p line, a node that no arc names has no arcs", async () => {
  const checked = await check("0 7 -1\n7 7 0\n7 0 3\n", "a 0 1 4\n");
  assertEquals(checked.map((c) => c.answer), ["-1", "0", "-1"]);
});

Deno.test("roads: demands its graph", async () => {
  const all = () => Array.fromAsync(verify(roads, ["p"]));
  await assertRejects(all, Error, `no companion "graph"`);
});

for (
  const [name, sum, none] of [
    ["graph_23rd", 19438403873, 20421],
    ["graph_ballard", 28409159409, 14992],
  ] as const
) {
  conformance(
    `roads: ${name}, 100,000 distances and their sum`,
    { path: `roads/${name}.p2p.txt`, published: roads.source },
    async (path) => {
      const companions = new Map([["graph", [`${DATA}/roads/${name}.gr`]]]);
      let [agree, total, missing] = [0, 0n, 0n];
      for await (const { verdict, totals } of verify(roads, [path], { companions })) {
        if (verdict === "agree") agree++;
        total += totals["sum of found distances"] ?? 0n;
        missing += totals["not found"] ?? 0n;
      }
      assertEquals([agree, Number(total), Number(missing)], [100_000, sum, none]);
    },
  );
}
