import { type Dataset, DATASETS, textFile, VERDICTS, verify } from "../../datasets/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import fc from "../_fast_check.ts";

Deno.test("datasets: every reader is listed once, under a name of the command line", async () => {
  const names = DATASETS.map((d) => d.name);
  assertEquals(new Set(names).size, names.length);
  for (const name of names) assert(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name), name);
  const exported = Object.values(await import("../../datasets/mod.ts")) as unknown[];
  const readers = exported.filter((value) =>
    typeof value === "object" && value !== null && "read" in value && "licence" in value
  ) as Dataset[];
  assertEquals(readers.map((d) => d.name).toSorted(), names.toSorted());
});

for (const dataset of DATASETS) {
  Deno.test(`datasets: ${dataset.name} says what it is`, () => {
    for (const text of [dataset.summary, dataset.source, dataset.licence]) assert(text.length > 2);
    for (const { key, summary } of dataset.companions) {
      assert(/^[a-z]+$/.test(key), key);
      assert(summary.length > 2);
    }
  });

  if (dataset.companions.some((companion) => companion.required)) continue;

  Deno.test(`datasets: ${dataset.name} survives any text`, async () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "\n",
      "\r\n",
      "\t",
      " ",
      "1",
      "-1",
      "1e999",
      "NaN",
      "null",
      '"story"',
      '"points"',
      '"examples"',
      '"query"',
      '"question"',
      "The A is above the B.",
      "é",
      "\u0000",
    );
    const text = fc.array(pieces, { maxLength: 30 }).map((list) => list.join(""));
    await fc.assert(
      fc.asyncProperty(text, async (text) => {
        const open = (path: string) =>
          path === "file"
            ? Promise.resolve(textFile(path, text))
            : Promise.reject(new Error("absent"));
        try {
          for await (const { verdict, reason } of verify(dataset, ["file"], { open })) {
            assert(VERDICTS.includes(verdict));
            assert(verdict !== "invalid" || /must|JSON/.test(reason ?? ""), reason ?? "no reason");
          }
        } catch (error) {
          // A file that is none of the kind may end the reading, with one error that names it.
          assert(error instanceof Error && !(error instanceof TypeError), String(error));
          assert(/Cannot|absent/.test(error.message), error.message);
        }
      }),
      { numRuns: 200 },
    );
  });
}
