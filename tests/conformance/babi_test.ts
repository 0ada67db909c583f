import { babi, type Dataset, emptySummary, type Summary, textFile } from "../../datasets/mod.ts";
import { addToSummary, verify } from "../../datasets/mod.ts";
import { assertEquals } from "../_assert.ts";
import { conformance } from "../_data.ts";
import { summarize } from "../datasets/_check.ts";
import { mirrored } from "../datasets/_mirror.ts";

const PUBLISHED = babi.source;

/** The figures that the data's own notes state; the train files' were counted by a second program. */
const FILES = [
  ["qa17_positional-reasoning_test.txt", "tie on the asked axis", 99, 0],
  ["qa17_positional-reasoning_train.txt", "tie on the asked axis", 120, 0],
  ["qa19_path-finding_test.txt", "equally short route on the grid", 417, 69],
  ["qa19_path-finding_train.txt", "equally short route on the grid", 412, 71],
] as const;

for (const [file, group, grouped, shared] of FILES) {
  conformance(`babi: ${file}`, { path: `babi/${file}`, published: PUBLISHED }, async (path) => {
    const summary = await summarize(babi, path);
    assertFigures(summary, group, grouped, shared);
  });

  conformance(
    `babi: ${file}, mirrored and with other names`,
    { path: `babi/${file}`, published: PUBLISHED },
    async (path) => {
      const text = mirrored(await Deno.readTextFile(path), "left-right")
        .replace(
          /\t[nesw],[nesw]\t/g,
          (route) => route.replace(/[ew]/g, (c) => c === "e" ? "w" : "e"),
        )
        .replace(/\b(?:red|blue|yellow|pink) (\w+)|\b(triangle|hallway|office)\b/g, "thing of $&");
      assertFigures(await summarizeText(babi, text), group, grouped, shared);
    },
  );
}

function assertFigures(summary: Summary, group: string, grouped: number, shared: number): void {
  assertEquals([summary.total, summary.agree], [1000, 1000]);
  assertEquals([...summary.groups], [[group, grouped]]);
  assertEquals(summary.totals.get("stories with two rooms in one cell") ?? 0n, BigInt(shared));
}

async function summarizeText(dataset: Dataset, text: string): Promise<Summary> {
  const summary = emptySummary();
  const open = (path: string) => Promise.resolve(textFile(path, text));
  for await (const checked of verify(dataset, ["mirrored"], { open })) {
    addToSummary(summary, checked);
  }
  return summary;
}
