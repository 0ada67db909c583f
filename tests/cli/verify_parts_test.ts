import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { digests, withFolder } from "./_folders.ts";
import { alidade } from "./_io.ts";

/** Right, wrong, and one that cannot be read. */
const STORIES = [
  "1 The mug is left of the pen.\n2 Is the mug to the left of the pen?\tyes\t1\n",
  "1 The mug is above the pen.\n2 Is the pen below the mug?\tyes\t1\n",
  "1 The mug is below the pen.\n2 Is the pen below the mug?\tyes\t1\n",
  "1 The mug is below the pen.\nthe pen\n",
  "1 The mug is left of the pen.\n2 Is the mug to the left of the pen?\tno\t1\n",
];

async function withStories(
  use: (path: string, verify: (...words: string[]) => ReturnType<typeof alidade>) => Promise<void>,
): Promise<void> {
  await withFolder(async (path) => {
    const files = STORIES.map((_, i) => `${path}/story ${i}.txt`);
    for (const [i, file] of files.entries()) await Deno.writeTextFile(file, STORIES[i]!);
    await use(path, (...words) => alidade("verify", "babi", ...files, ...words));
  });
}

Deno.test("verify parts: one behind the other they are the single run, whoever made them", async () => {
  await withStories(async (path, verify) => {
    assertEquals((await verify("--json", `${path}/one.jsonl`, "--errors", `${path}/bad`)).code, 0);
    const single = await verify("--out", `${path}/single`);
    assertEquals(single.code, 0, single.log);
    assertStringIncludes(single.out, "2  agree");
    const whole = Deno.readTextFileSync(`${path}/one.jsonl`);
    assertEquals(Deno.readTextFileSync(`${path}/single/verdicts.jsonl`), whole);

    await verify("--out", `${path}/alone`, "--parts", "3");
    for (const shard of ["3/3", "1/3", "2/3"]) {
      const { code, log } = await verify("--out", `${path}/many`, "--shard", shard);
      assertEquals(code, 0, log);
      assertStringIncludes(log, shard === "2/3" ? "none is missing" : "of 3 are missing");
    }
    const many = digests(`${path}/many`);
    assertEquals(many, digests(`${path}/alone`));
    const names = Object.keys(many).filter((name) => name !== "manifest.json").sort();
    assertEquals(names.map((n) => Deno.readTextFileSync(`${path}/many/${n}`)).join(""), whole);
    const { parts } = JSON.parse(Deno.readTextFileSync(`${path}/many/manifest.json`));
    const agree = parts.map((part: { more: { summary: Record<string, number> } }) =>
      part.more.summary.agree
    );
    assertEquals(agree, [1, 1, 0]);

    for (const shard of ["1/3", "2/3", "3/3"]) {
      await verify("--out", `${path}/machine ${shard[0]}`, "--shard", shard);
    }
    const machines = ["1", "2", "3"].map((n) => `${path}/machine ${n}`);
    const merged = await alidade("merge", ...machines, "--out", `${path}/merged`);
    assertEquals(merged.code, 0, merged.log);
    assertEquals(digests(`${path}/merged`), many);
  });
});

Deno.test("verify parts: what is whole is kept, what is damaged or of other files is made anew", async () => {
  await withStories(async (path, verify) => {
    const out = ["--out", `${path}/out`, "--parts", "5"];
    await verify(...out);
    const before = digests(`${path}/out`);
    const inode = Deno.statSync(`${path}/out/part-00001-of-00005.jsonl`).ino;
    const again = await verify(...out);
    assertStringIncludes(again.log, "Wrote 0 parts");
    assertStringIncludes(again.out, "5  records");
    assertEquals(again.code, 0);

    Deno.truncateSync(`${path}/out/part-00002-of-00005.jsonl`, 20);
    Deno.removeSync(`${path}/out/part-00003-of-00005.jsonl`);
    assertStringIncludes((await verify(...out)).log, "Wrote 2 parts");
    assertEquals(digests(`${path}/out`), before);
    assertEquals(Deno.statSync(`${path}/out/part-00001-of-00005.jsonl`).ino, inode);

    // As long as before, but another story.
    Deno.writeTextFileSync(`${path}/story 4.txt`, STORIES[4]!.replace("pen?\tno", "mug?\tno"));
    assertStringIncludes((await verify(...out)).log, "Wrote 1 part to");
    Deno.writeTextFileSync(`${path}/story 4.txt`, STORIES[0]! + STORIES[0]!);
    const other = await verify(...out);
    assertEquals(other.code, 1);
    assertStringIncludes(other.log, "it holds another run (files differ)");
  });
});

Deno.test("verify parts: loss and disagreement are told by the exit code, also of parts that are kept", async () => {
  await withStories(async (path, verify) => {
    const out = ["--out", `${path}/out`, "--strict"];
    assertEquals((await verify(...out)).code, 1);
    assertEquals((await verify(...out)).code, 1);
    Deno.removeSync(`${path}/story 2.txt`);
    const { code, log } = await verify("--out", `${path}/other`);
    assertEquals(code, 1);
    assertStringIncludes(log, "story 2.txt: it is not there");
    for (const words of [["--json", "x"], ["--parts", "0"], ["--shard", "4/3"]]) {
      assertEquals((await verify("--out", `${path}/third`, ...words)).code, 2);
    }
    assertEquals((await verify("--shard", "1/3")).code, 2);
  });
});
