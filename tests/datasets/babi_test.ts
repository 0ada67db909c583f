import { babi } from "../../datasets/mod.ts";
import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { checkText, fixture } from "./_check.ts";

/** The one result for a story with one question. */
async function ask(story: readonly string[], question: string, answer: string) {
  const lines = [...story, `${question}\t${answer}\t1`].map((text, i) => `${i + 1} ${text}\n`);
  const checked = await checkText(babi, lines.join(""));
  assertEquals(checked.length, 1);
  return checked[0]!;
}

Deno.test("babi 17: strict order on the asked axis, by steps on a grid", async () => {
  const story = ["The cup is above the red box.", "The red box is to the right of the jar."];
  const rows = [
    ["Is the cup above the jar?", "yes"],
    ["Is the cup below the jar?", "no"],
    ["Is the jar below the cup?", "yes"],
    ["Is the cup to the right of the jar?", "yes"],
    ["Is the jar to the right of the cup?", "no"],
    ["Is the jar to the left of the red box?", "yes"],
  ] as const;
  for (const [question, truth] of rows) {
    assertEquals((await ask(story, question, truth)).verdict, "agree", question);
    const other = truth === "yes" ? "no" : "yes";
    assertEquals((await ask(story, question, other)).verdict, "disagree", question);
  }
});

Deno.test("babi 17: level on the asked axis is not beyond, and is told", async () => {
  const story = ["The cup is above the box.", "The box is below the jar."];
  for (const [answer, verdict] of [["no", "agree"], ["yes", "disagree"]] as const) {
    const checked = await ask(story, "Is the cup below the jar?", answer);
    assertEquals([checked.verdict, checked.group], [verdict, "tie on the asked axis"]);
    assertStringIncludes(checked.reason!, "level");
  }
});

Deno.test("babi: a sentence or question that is not read whole is not understood", async () => {
  const story = ["The cup is above the blue circle.", "The jar is left of the cup."];
  const right = await ask(story, "Is the jar left of the blue circle?", "yes");
  assertEquals(right.verdict, "agree");
  const slips = [
    ["Is the jar left of of the blue circle?", story],
    ["Is the the jar left of the blue circle?", story],
    ["Is the jar left left of the blue circle?", story],
    ["Is the jar left of the blue circle and below the cup?", story],
    ["Is the jar left of the blue circle?", ["The cup is not above the blue circle."]],
    ["Is the jar left of the blue circle?", ["The jar is left of of the blue circle."]],
    ["Is the jar left of the blue circle?", ["The jar is to left of the blue circle."]],
    ["How do you go from the jar to to the cup?", story],
  ] as const;
  for (const [question, told] of slips) {
    const checked = await ask(told, question, "yes");
    assertEquals(checked.verdict, "unsupported", `${question} ${told}`);
    assertStringIncludes(checked.reason!, "does not understand");
  }
});

Deno.test("babi 17: facts that do not meet, or contradict each other, leave it open", async () => {
  const apart = await ask(["The cup is above the box."], "Is the cup above the jar?", "yes");
  assertEquals(apart.verdict, "undetermined");
  const round = ["The cup is above the box.", "The box is above the cup."];
  const clash = await ask(round, "Is the cup above the box?", "yes");
  assertEquals(clash.verdict, "undetermined");
  assertStringIncludes(clash.reason!, "contradicts itself");
});

Deno.test("babi 4: what is beside, by what a sentence says in either direction", async () => {
  const story = ["The office is north of the kitchen.", "The garden is south of the kitchen."];
  const rows = [
    ["What is north of the kitchen?", "office"],
    ["What is south of the kitchen?", "garden"],
    ["What is the kitchen north of?", "garden"],
    ["What is the kitchen south of?", "office"],
    ["What is the office north of?", "kitchen"],
    ["What is south of the office?", "kitchen"],
  ] as const;
  for (const [question, truth] of rows) {
    assertEquals((await ask(story, question, truth)).verdict, "agree", question);
    assertEquals((await ask(story, question, "hall")).verdict, "disagree", question);
  }
  // The garden is two steps from the office: beyond, but not beside.
  assertEquals((await ask(story, "What is south of the office?", "garden")).verdict, "disagree");
  assertEquals((await ask(story, "What is east of the kitchen?", "hall")).verdict, "undetermined");
  const two = [...story, "The attic is north of the kitchen."];
  assertEquals((await ask(two, "What is north of the kitchen?", "attic")).verdict, "ambiguous");
  const round = [
    "The attic is east of the hall.",
    "The bath is north of the attic.",
    "The loft is west of the bath.",
  ];
  assertEquals((await ask(round, "What is north of the hall?", "loft")).verdict, "agree");
  const slips = ["What is north of of the kitchen?", "What is the kitchen?", "What is north of?"];
  for (const slip of slips) {
    assertEquals((await ask(story, slip, "x")).verdict, "unsupported", slip);
  }
});

const HOUSE = [
  "The attic is north of the hall.",
  "The hall is west of the porch.",
  "The cellar is south of the porch.",
  "The barn is north of the porch.",
];

Deno.test("babi 19: a shortest route along the stated steps", async () => {
  const question = "How do you go from the cellar to the attic?";
  assertEquals((await ask(HOUSE, question, "n,w,n")).verdict, "agree");
  assertEquals((await ask(HOUSE, question, "north, west, north")).verdict, "agree");
  const wrong = [
    ["n,w,s", "no stated step leads s"],
    ["n,w", "ends in the hall"],
    ["n,n,s,w,n", "longer than need be"],
  ] as const;
  for (const [route, why] of wrong) {
    const { verdict, answer, reason } = await ask(HOUSE, question, route);
    assertEquals([verdict, answer], ["disagree", "n,w,n"]);
    assertStringIncludes(reason!, why);
  }
});

Deno.test("babi 19: an equally short route that only the grid has is told", async () => {
  const question = "How do you go from the porch to the attic?";
  const stated = await ask(HOUSE, question, "w,n");
  assertEquals([stated.verdict, stated.group], ["agree", "equally short route on the grid"]);
  assertEquals(stated.reason, "equally short: n,w");
  const drawn = await ask(HOUSE, question, "n,w");
  assertEquals([drawn.verdict, drawn.group], ["disagree", "route that only the grid has"]);
});

Deno.test("babi 19: two rooms in one cell are told", async () => {
  const story = [...HOUSE, "The shed is east of the attic."];
  const checked = await ask(story, "How do you go from the hall to the attic?", "n");
  assertEquals([checked.verdict, checked.reason], ["agree", "in one cell: barn and shed"]);
  assertEquals(checked.totals, { "stories with two rooms in one cell": 1n });
});

Deno.test("babi 19: no stated way leaves it open", async () => {
  const checked = await ask(HOUSE, "How do you go from the attic to the moon?", "n");
  assertEquals(checked.verdict, "undetermined");
});

Deno.test("babi: unknown words are unsupported and named, wrong answers invalid", async () => {
  const question = "Is the cup above the jar?";
  const near = await ask(["The cup is near the jar."], question, "yes");
  assertEquals(near.verdict, "unsupported");
  assertStringIncludes(near.reason!, '"The cup is near the jar."');
  assertEquals((await ask(HOUSE, "Where is the cup?", "hall")).verdict, "unsupported");
  assertEquals((await ask(["The cup is above the jar."], question, "maybe")).verdict, "invalid");
  const route = await ask(HOUSE, "How do you go from the hall to the attic?", "n,up");
  assertEquals(route.verdict, "invalid");
});

Deno.test("babi: several questions a story, a broken story, a cut file", async () => {
  const checked = await checkText(babi, await Deno.readTextFile(fixture("babi.txt")));
  assertEquals(
    checked.map(({ where, verdict }) => [where.line, verdict]),
    [[3, "agree"], [5, "disagree"], [7, "invalid"], [8, "invalid"], [11, "agree"], [13, "invalid"]],
  );
});
