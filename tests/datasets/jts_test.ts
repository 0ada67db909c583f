import { assertEquals } from "../_assert.ts";
import { jts, textFile, verify } from "../../datasets/mod.ts";
import { conformance } from "../_data.ts";

Deno.test("jts: operations by name, others named as not understood", async () => {
  const path = new URL("fixtures/jts.jsonl", import.meta.url);
  const open = (name: string) => Promise.resolve(textFile(name, Deno.readTextFileSync(path)));
  const found = await Array.fromAsync(verify(jts, ["jts.jsonl"], { open }));
  assertEquals(found.map(({ verdict }) => verdict), [
    "agree",
    "disagree",
    "unsupported",
    "agree",
    "invalid",
  ]);
  assertEquals(found[1]!.answer, "true");
  assertEquals(
    found[4]!.reason,
    'Cannot read the record: its argument is "C", must be A or B and be given',
  );
});

Deno.test("jts: a distance may be written with an exponent", async () => {
  const row = { op: "distance", arg1: "A", arg2: "B", a: "POINT (0 0)", b: "POINT (0 0.00000025)" };
  const text = ["2.5E-7", "0.25e-6", "2.5E-8"]
    .map((expected) => JSON.stringify({ ...row, expected })).join("\n");
  const open = (name: string) => Promise.resolve(textFile(name, text));
  const found = await Array.fromAsync(verify(jts, ["jts.jsonl"], { open }));
  assertEquals(found.map(({ verdict }) => verdict), ["agree", "agree", "disagree"]);
});

conformance("jts: every published case", {
  path: "jts/predicates_general.jsonl",
  published: "https://github.com/locationtech/jts",
}, async (path) => {
  for await (const { verdict, where, reason } of verify(jts, [path])) {
    assertEquals([where.line, verdict, reason], [where.line, "agree", null]);
  }
});
