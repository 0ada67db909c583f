import { bigbench } from "../../datasets/mod.ts";
import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { checkText } from "./_check.ts";

async function judge(...examples: unknown[]) {
  return await checkText(bigbench, JSON.stringify({ name: "x", examples }));
}

/** An example as BIG-bench hard writes it, its options lettered. */
function hard(body: string, options: readonly string[], right: number) {
  const list = options.map((text, i) => `(${"ABCDEFGHIJ"[i]}) ${text}`).join("\n");
  return { input: `${body}\nOptions:\n${list}`, target: `(${"ABCDEFGHIJ"[right]})` };
}

/** The same as BIG-bench writes it. */
function scored(body: string, options: readonly string[], right: number) {
  const scores = options.map((text, i) => [text, Number(i === right)] as const);
  return { input: body, target_scores: Object.fromEntries(scores) };
}

async function verdicts(body: string, options: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const i of options.keys()) {
    const checked = await judge(hard(body, options, i), scored(body, options, i));
    assertEquals(checked.length, 2);
    assertEquals(checked[0]!.verdict, checked[1]!.verdict);
    found.push(checked[0]!.verdict);
  }
  return found;
}

Deno.test("bigbench: navigate in both forms", async () => {
  const walk = "Always face forward. Take 2 steps left. Take 1 step backward. Take 2 steps right.";
  const asked = `If you follow these instructions, do you return to the starting point? ${walk}`;
  const checked = await judge(
    { input: `${asked}\nOptions:\n- Yes\n- No`, target: "No" },
    { input: walk, target_scores: { True: 0, False: 1 } },
    { input: `${walk} Take 1 step forward.`, target_scores: { True: 1, False: 0 } },
    { input: walk, target_scores: { True: 1, False: 0 } },
  );
  assertEquals(checked.map((c) => c.verdict), ["agree", "agree", "agree", "disagree"]);
});

Deno.test("bigbench: logical_deduction, by every order", async () => {
  const shelf =
    "The following paragraphs each describe a set of three objects arranged in a fixed " +
    "order. The statements are logically consistent within each paragraph. On a shelf, there are " +
    "three books: a red book, a gray book, and a blue book. ";
  const ends = ["red", "gray", "blue"].map((colour) => `The ${colour} book is the leftmost.`);
  const two = "The red book is to the right of the gray book. The blue book is the rightmost.";
  assertEquals(await verdicts(shelf + two, ends), ["disagree", "agree", "disagree"]);
  const one = "The red book is to the right of the gray book.";
  assertEquals(await verdicts(shelf + one, ends), Array(3).fill("undetermined"));
  const round = "The red book is to the right of the gray book. The gray book is the rightmost.";
  assertEquals(await verdicts(shelf + round, ends), Array(3).fill("undetermined"));
  const both = ["The gray book is the leftmost.", "The blue book is the third from the left."];
  assertEquals(await verdicts(shelf + two, both), ["ambiguous", "ambiguous"]);

  const golf = "In a golf tournament, there were five golfers: Ana, Eve, Ada, Dan, and Mya. Mya " +
    "finished below Ada. Ada finished below Eve. Dan finished second. Ana finished last.";
  assertEquals(
    await verdicts(golf, [
      "Eve finished first.",
      "Ada finished first.",
      "Mya finished third.",
      "Ada finished second-to-last.",
    ]),
    ["agree", "disagree", "disagree", "disagree"],
  );
  const cars = "In an antique car show, there are three vehicles: a tractor, a minivan, and a " +
    "convertible. The minivan is newer than the tractor. The convertible is the second-newest.";
  assertEquals(
    await verdicts(cars, ["The tractor is the oldest.", "The tractor is the newest."]),
    ["agree", "disagree"],
  );
  const fruits =
    "A fruit stand sells four fruits: kiwis, pears, plums, and figs. The figs are more " +
    "expensive than the kiwis. The plums are the second-most expensive. The pears are less expensive " +
    "than the kiwis.";
  assertEquals(
    await verdicts(fruits, [
      "The figs are the most expensive.",
      "The pears are the second-cheapest.",
    ]),
    ["agree", "disagree"],
  );
  const other = fruits.replace("The figs are", "The melons are");
  assertEquals((await verdicts(other, ["The figs are the cheapest."]))[0], "unsupported");
});

Deno.test("bigbench: what is asked of coloured things in a row", async () => {
  const row = "On the floor, you see several items arranged in a row: a gold cat toy, a teal " +
    "notebook, a grey bracelet, a gold keychain, and a pink pencil. ";
  const colours = ["gold", "teal", "grey", "pink"];
  const of = async (question: string, options = colours) => {
    const found = await verdicts(row + question, options);
    return options.filter((_, i) => found[i] === "agree" || found[i] === "ambiguous").join();
  };
  assertEquals(
    await of("What is the color of the item directly to the left of the bracelet?"),
    "teal",
  );
  assertEquals(
    await of("What is the color of the object directly to the right of the keychain?"),
    "pink",
  );
  assertEquals(await of("What color is the left-most thing?"), "gold");
  assertEquals(await of("What is the color of the right-most item?"), "pink");
  assertEquals(await of("What is the color of the item furthest from the teal item?"), "pink");
  assertEquals(await of("What is the color of the thing furthest from the bracelet?"), "gold,pink");
  const counts = ["zero", "one", "two", "three"];
  assertEquals(
    await of("How many non-gold items do you see to the right of the notebook?", counts),
    "two",
  );
  assertEquals(
    await of("How many gold items do you see to the left of the pencil?", counts),
    "two",
  );
  const unknown = "What is the color of the item directly to the left of the gold item?";
  assertEquals(await verdicts(row + unknown, colours), Array(4).fill("unsupported"));
});

Deno.test("bigbench: geometric_shapes, as far as the digits tell", async () => {
  const shapes = [
    "circle",
    "heptagon",
    "hexagon",
    "kite",
    "line",
    "octagon",
    "pentagon",
    "rectangle",
    "sector",
    "triangle",
  ];
  const of = async (d: string) => {
    const found = await verdicts(`This SVG path element <path d="${d}"/> draws a`, shapes);
    return shapes.filter((_, i) => found[i] === "agree" || found[i] === "ambiguous").join();
  };
  assertEquals(await of("M 1.00,2.00 L 5.00,9.00"), "line");
  assertEquals(await of("M 0.00,0.00 L 4.00,0.00 L 0.00,3.00 L 0.00,0.00"), "triangle");
  // Strokes in pieces and out of order are one ring.
  assertEquals(
    await of("M 0.00,0.00 L 4.00,0.00 M 4.00,0.00 L 4.00,3.00 L 0.00,3.00 L 0.00,0.00"),
    "rectangle",
  );
  // Turned by about 30 degrees and rounded to two digits it still is one.
  assertEquals(
    await of("M 0.00,0.00 L 3.46,2.00 L 1.96,4.60 L -1.50,2.60 L 0.00,0.00"),
    "rectangle",
  );
  assertEquals(await of("M 0.00,0.00 L 2.00,1.00 L 5.00,0.00 L 2.00,-1.00 L 0.00,0.00"), "kite");
  assertEquals(
    await of("M 0.00,0.00 L 2.00,0.00 L 2.00,2.00 L 0.00,2.00 L 0.00,0.00"),
    "kite,rectangle",
  );
  assertEquals(await of("M 0,0 L 4,0 L 5,3 L 2,5 L -1,3 L 0,0"), "pentagon");
  // A corner that lies on a side may be none.
  assertEquals(await of("M 0,0 L 2,0 L 4,0 L 5,3 L 2,5 L -1,3 L 0,0"), "hexagon,pentagon");
  assertEquals(await of("M 0,0 L 2,-1 L 4,0 L 5,3 L 4,5 L 2,6 L 0,5 L -1,3 Z"), "octagon");
  assertEquals(await of("M 1,0 A 1,1 0.00 0,1 -1,0 A 1,1 0.00 0,1 1,0"), "circle");
  assertEquals(await of("M 0,0 L 3,0 A 3,3 0.00 0,1 0,3 L 0,0"), "sector");
  const ellipse = hard(
    'This SVG path element <path d="M 1,0 A 2,1 0 0,1 -1,0 A 2,1 0 0,1 1,0"/> draws a',
    shapes,
    0,
  );
  const [none] = await judge(ellipse);
  assertEquals(none!.verdict, "undetermined");
  assertStringIncludes(none!.reason!, "draws a ellipse, which is no option");
  const [curve] = await judge(hard('<path d="M 1,0 C 2,1 3,1 4,0"/> draws a', shapes, 0));
  assertEquals(curve!.verdict, "unsupported");
});

Deno.test("bigbench: what is no example is told", async () => {
  const says = async (example: unknown, verdict: string, reason: string) => {
    const [checked] = await judge(example);
    assertEquals(checked!.verdict, verdict);
    assertStringIncludes(checked!.reason!, reason);
  };
  await says(
    { input: "Take 1 step.\nOptions:\n- Yes\n- No", target: "Maybe" },
    "invalid",
    '"Maybe", must be one of the options Yes, No',
  );
  await says({ input: "Take 1 step." }, "invalid", "it is not one answer");
  await says({ input: "x", target_scores: { a: 1, b: 1 } }, "invalid", "2 above 0, must be one");
  await says(
    { input: "What is 1 + 1?", target_scores: { a: 1 } },
    "unsupported",
    "does not understand",
  );
});
