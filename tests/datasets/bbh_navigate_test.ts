import { bbhNavigate } from "../../datasets/mod.ts";
import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { checkText, fixture } from "./_check.ts";

const QUESTION = "If you follow these instructions, do you return to the starting point?";

async function verdict(walk: string, target: unknown) {
  const input = `${QUESTION} ${walk}\nOptions:\n- Yes\n- No`;
  const [checked] = await checkText(bbhNavigate, JSON.stringify({ examples: [{ input, target }] }));
  return checked!;
}

Deno.test("bbhNavigate: turns, sideways and backward steps", async () => {
  const closed = [
    "Take 3 steps. Turn around. Take 3 steps.",
    "Turn left. Take 1 step. Turn left. Take 2 steps. Turn left. Take 1 step. Turn left. Take 2 steps.",
    "Always face forward. Take 1 step left. Take 2 steps right. Take 1 step left.",
    "Always face backward. Take 1 step right. Take 2 steps left. Take 1 step right.",
    "Take 2 steps backward. Take 2 steps forward.",
    "Take 2 steps right. Turn right. Take 2 steps backward.",
  ];
  for (const walk of closed) {
    assertEquals((await verdict(walk, "Yes")).verdict, "agree", walk);
    assertEquals((await verdict(walk, "No")).verdict, "disagree", walk);
    assertEquals((await verdict(`${walk} Take 1 step.`, "No")).verdict, "agree", walk);
  }
});

Deno.test("bbhNavigate: the margin of an open walk is the steps it lacks", async () => {
  const { margin } = await verdict("Take 3 steps. Turn left. Take 4 steps.", "No");
  assertEquals(margin, { value: 7, unit: "step" });
});

Deno.test("bbhNavigate: an unknown sentence is unsupported and named", async () => {
  const checked = await verdict("Take 3 steps. Fly home.", "Yes");
  assertEquals(checked.verdict, "unsupported");
  assertStringIncludes(checked.reason!, '"Fly home."');
});

Deno.test("bbhNavigate: steps beyond what doubles count are refused, not answered", async () => {
  const far = `Take ${"9".repeat(400)} steps. Turn around. Take ${"9".repeat(400)} steps.`;
  const checked = await verdict(far, "No");
  assertEquals(checked.verdict, "invalid");
  assertStringIncludes(checked.reason!, "must stay below");
});

Deno.test("bbhNavigate: a record of another shape is invalid, the others are read", async () => {
  const text = await Deno.readTextFile(fixture("bbh_navigate.json"));
  const checked = await checkText(bbhNavigate, text);
  assertEquals(checked.map((c) => c.verdict), ["agree", "disagree", "invalid", "agree"]);
  assertStringIncludes(checked[2]!.reason!, "target");
});
