import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { digests, withFolder } from "./_folders.ts";
import { alidade } from "./_io.ts";

/** A run with a picture for each item, or one for seventeen; six parts. */
const RUNS = {
  mix: ["direction", "sparkle=3", "--count", "120", "--images", "svg", "--boxes", "fractions"],
  swift: ["tour", "--count", "60", "--images", "svg", "--format", "swift"],
  text: ["grid-path", "--count", "3000", "--curriculum", "ordered"],
};

const generate = (...words: string[]) => alidade("generate", ...words, "--parts", "6");

/** Makes shards in folders of their own, as machines without a common disk do. */
async function makeShards(path: string, words: readonly string[], of: number): Promise<string[]> {
  const folders = Array.from({ length: of }, (_, i) => `${path}/machine-${i + 1}`);
  for (const [i, folder] of folders.entries()) {
    const { code, log } = await generate(...words, "--shard", `${i + 1}/${of}`, "--out", folder);
    assertEquals(code, 0, log);
  }
  return folders;
}

const partFile = (n: number) => `part-0000${n}-of-00006.jsonl`;

for (const [name, words] of Object.entries(RUNS)) {
  Deno.test(`merge: ${name}, made on three machines, is the single run byte for byte`, async () => {
    await withFolder(async (path) => {
      await generate(...words, "--out", `${path}/single`);
      const folders = await makeShards(path, words, 3);
      const merged = await alidade("merge", ...folders.toReversed(), "--out", `${path}/whole`);
      assertEquals(merged.code, 0, merged.log);
      assertStringIncludes(merged.log, "Merged 6 parts");
      assertEquals(digests(`${path}/whole`), digests(`${path}/single`));

      // A second time nothing is to do, and what was damaged since is copied anew.
      await Deno.truncate(`${path}/whole/${partFile(2)}`, 10);
      const again = await alidade("merge", ...folders, "--out", `${path}/whole`);
      assertStringIncludes(again.log, "Merged 1 parts to");
      assertEquals(digests(`${path}/whole`), digests(`${path}/single`));
    });
  });
}

Deno.test("merge: packs of the merged run and of the machines' parts are those of the single run", async () => {
  await withFolder(async (path) => {
    const words = [...RUNS.mix];
    await generate(...words, "--out", `${path}/single`);
    const folders = await makeShards(path, words, 2);
    await alidade("merge", ...folders, "--out", `${path}/whole`);
    const parts = (folder: (n: number) => string) =>
      [1, 2, 3, 4, 5, 6].map((n) => `${folder(n)}/${partFile(n)}`);
    const sources = {
      single: parts(() => `${path}/single`),
      whole: parts(() => `${path}/whole`),
      machines: parts((n) => folders[n <= 3 ? 0 : 1]!),
    };
    for (const kind of ["parquet", "webdataset"]) {
      const packs: Record<string, string>[] = [];
      for (const [name, files] of Object.entries(sources)) {
        const out = `${path}/${kind}-${name}`;
        const options = ["--split", "train=3", "--split", "test=1", "--rows", "30"];
        const packed = await alidade("pack", ...files, "--as", kind, "--out", out, ...options);
        assertEquals(packed.code, 0, packed.log);
        packs.push(digests(out));
      }
      assertEquals(packs[1], packs[0]);
      assertEquals(packs[2], packs[0]);
    }
  });
});

Deno.test("merge: gaps, doubles, damage and other runs are refused by name, and nothing is written", async () => {
  await withFolder(async (path) => {
    const [one, two, three] = await makeShards(path, RUNS.mix, 3) as [string, string, string];
    const refused = async (folders: readonly string[], ...messages: string[]) => {
      const { code, log } = await alidade("merge", ...folders, "--out", `${path}/whole`);
      assertEquals(code, 1);
      for (const message of messages) assertStringIncludes(log, message);
    };
    await refused([one, three], `2 of 6 parts are missing: ${partFile(3)}, ${partFile(4)}`);
    await generate(...RUNS.mix, "--shard", "3/6", "--out", one);
    await refused([one, two, three], `${partFile(3)} stands in ${one} and in ${two}`);
    await generate(...RUNS.text, "--shard", "1/3", "--out", `${path}/other`);
    await refused([two, `${path}/other`], `Cannot merge ${path}/other with ${two}: tasks`);
    await Deno.mkdir(`${path}/empty`);
    await refused([`${path}/empty`], "no manifest or state");
    assertEquals(await Deno.stat(`${path}/whole`).catch(() => null), null);

    await Deno.remove(`${one}/.alidade/3.json`);
    const damaged = `${three}/${partFile(6)}`;
    const text = await Deno.readTextFile(damaged);
    await Deno.writeTextFile(damaged, text.replace("1", "2"));
    await refused([one, two, three], `Cannot merge ${damaged}: not as recorded by SHA-256`);
    assertEquals(await Deno.stat(`${path}/whole/${partFile(6)}`).catch(() => null), null);
    await Deno.writeTextFile(damaged, text);
    const picture = JSON.parse(text.split("\n")[0]!).image;
    const svg = await Deno.readTextFile(`${three}/${picture}`);
    await Deno.writeTextFile(`${three}/${picture}`, svg.replace("448", "449"));
    await refused([one, two, three], `Cannot merge the pictures of ${damaged}`);
    await Deno.remove(`${three}/${picture}`);
    await refused([one, two, three], `Cannot read ${three}/${picture}`);
    await Deno.writeTextFile(`${three}/${picture}`, svg);
    const run = `${two}/.alidade/run.json`;
    const head = await Deno.readTextFile(run);
    await Deno.writeTextFile(run, head.replace('"seed":0', '"seed":1'));
    await refused([one, two, three], `Cannot read ${two}: its configuration is not the one`);
    await Deno.writeTextFile(run, head);
    const { code, log } = await alidade("merge", one, two, three, "--out", `${path}/whole`);
    assertEquals(code, 0, log);
    // A picture that two parts share was copied with the damaged one: both are copied anew.
    assertStringIncludes(log, "kept 4 that stood there: all 120 items are there");
    await generate(...RUNS.mix, "--out", `${path}/single`);
    assertEquals(digests(`${path}/whole`), digests(`${path}/single`));
  });
});

Deno.test("merge: words it cannot use are usage errors", async () => {
  for (
    const [words, message] of [
      [["a"], "--out is missing"],
      [["--out", "b"], "no folder is named"],
      [["a", "--out", "a"], "must be another folder"],
    ] as const
  ) {
    const { code, log } = await alidade("merge", ...words);
    assertEquals(code, 2);
    assertStringIncludes(log, message);
  }
});
