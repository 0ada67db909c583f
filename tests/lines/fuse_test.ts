import { fuse } from "../../lines/_fuse.ts";
import { lineSteps, type Step } from "../../lines/_steps.ts";
import { choice, INDEX, integer, type Text, text } from "../../tasks/mod.ts";
import { assertEquals } from "../_assert.ts";

const STORES = { unit: 16, reserved: 1 };
const name = choice(0, ["red", "purple"]);

function fused(...parts: readonly Text[]): readonly Step[] {
  return fuse(lineSteps(text(...parts)), STORES);
}

Deno.test("fuse: words take in the short fragments around them", () => {
  const steps = fused(name, " (", integer(1, 0, 1000), ", ", integer(2, 0, 1000), "), ", name);
  assertEquals(steps.map((s) => s.kind), ["word", "word", "word", "word"]);
  const [first, x, y] = steps.map((s) => s.kind === "word" ? s : null);
  assertEquals(first!.words, ['"red (', '"purple (']);
  assertEquals([x!.words[7], x!.past], ["7, ", 0]);
  // One table is enough for a number whatever stands behind it.
  assertEquals([y!.words, y!.past], [x!.words, 2]);
});

Deno.test("fuse: of a long fragment a word takes what fills no store", () => {
  const steps = fused("x".repeat(35), name);
  assertEquals(steps[0], { kind: "bytes", text: `"${"x".repeat(31)}` });
  assertEquals(steps[1]?.kind === "word" && steps[1].words, ['xxxxred"\n', 'xxxxpurple"\n']);
});

Deno.test("fuse: a branch takes in what stands around it, an index what stands behind it", () => {
  const steps = fused(INDEX, ") ", choice(3, [["is ", name], "none"]), "!");
  assertEquals(steps.map((s) => s.kind), ["bytes", "index", "branch"]);
  const branch = steps.find((s) => s.kind === "branch");
  assertEquals(branch?.cases[1], [{ kind: "bytes", text: 'none!"\n' }]);
  assertEquals(steps[1]?.kind === "index" && steps[1].tail, ") ");
});

Deno.test("fuse: no character is cut in two", () => {
  const steps = fused("€".repeat(7), name);
  const texts = steps.map((s) => s.kind === "bytes" ? s.text : s.kind === "word" ? s.words[0] : "");
  assertEquals(texts.join(""), `"${"€".repeat(7)}red"\n`);
});
