import { assertEquals } from "../_assert.ts";
import { nlvr, textFile, verify } from "../../datasets/mod.ts";
import { conformance } from "../_data.ts";

const thing = (type: string, color: string, x_loc: number, y_loc: number, size = 20) => ({
  ...{ type, color, x_loc, y_loc, size },
});
const block = (color: string, floor: number) => thing("square", color, 40, 80 - 21 * floor);

/** A tower of two, a tower of three, and a box of scattered things. */
const BOXES = [
  [block("Yellow", 0), block("Black", 1)],
  [block("Yellow", 1), block("#0099ff", 2), block("#0099ff", 0)],
  [
    thing("circle", "Black", 0, 50),
    thing("triangle", "Yellow", 50, 40),
    thing("circle", "Yellow", 30, 80),
  ],
];

/** Sentences, and what they are of the boxes; null for what depends on how it is taken. */
const CASES: Readonly<Record<string, boolean | null>> = {
  "There is a tower with a black block at the top": true,
  "There is exactly one tower with a black block at the top.": true,
  "There are two towers": true,
  "There is one tower": null,
  "There are three towers with a yellow block at the base": false,
  "There is a tower with a blue block over a yellow block": true,
  "There is a tower with a black block over a blue block": false,
  "The tower with three blocks has a blue block at the top": true,
  "There is a blue block as the base of a tower with exactly three blocks": true,
  "There is a tower with exactly three blocks, and it has a yellow block and two blue blocks": true,
  "There are exactly two circles touching the edge": true,
  "There is exactly one black circle not touching any edge": false,
  "There is a yellow circle touching the base": true,
  "There is no yellow circle touching the corner": true,
  "There is a box with 3 items of only two different colors": null,
  "There is a box with items of only 2 colors": true,
  "There are exactly two circles": true,
  "2 of the grey boxes contains exactly 3 objects": true,
};

Deno.test("nlvr: sentences read whole, in every sense that they leave open", async () => {
  const rows = Object.keys(CASES).map((sentence, i) =>
    JSON.stringify({ sentence, label: "true", identifier: i, structured_rep: BOXES })
  );
  const open = (path: string) => Promise.resolve(textFile(path, rows.join("\n")));
  const found = await Array.fromAsync(verify(nlvr, ["x.json"], { open }));
  for (const [i, [sentence, holds]] of Object.entries(CASES).entries()) {
    const { verdict } = found[i]!;
    const unread = sentence.includes("of only two different");
    const want = unread
      ? "unsupported"
      : holds === null
      ? "undetermined"
      : holds
      ? "agree"
      : "disagree";
    assertEquals([sentence, verdict], [sentence, want]);
  }
});

conformance("nlvr: of what the boxes decide, 99 in 100 labels are right at least", {
  path: "nlvr/dev.json",
  published: "https://lil.nlp.cornell.edu/nlvr/",
}, async (path) => {
  const counts: Record<string, number> = {};
  for await (const { verdict } of verify(nlvr, [path])) {
    counts[verdict] = (counts[verdict] ?? 0) + 1;
  }
  assertEquals(counts.invalid, undefined);
  assertEquals([counts.agree, counts.disagree], [638, 2]);
});
