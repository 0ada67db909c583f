import { assert, assertEquals, assertMatch, assertStringIncludes } from "../_assert.ts";
import { digest, digests, withFolder } from "./_folders.ts";
import { alidade } from "./_io.ts";

const MAIN = new URL("../../cli/main.ts", import.meta.url).pathname;
const SPEC = ["direction", "--count", "5000", "--seed", "3"];

const generate = (...words: string[]) => alidade("generate", ...words);

/** Starts the command line as a process of its own. */
function start(...words: string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "--no-check", "--allow-read", "--allow-write", MAIN, "generate", ...words],
    stdout: "null",
    stderr: "piped",
  }).spawn();
}

async function ended(child: Deno.ChildProcess) {
  const { code, signal, stderr } = await child.output();
  return { code, signal, log: new TextDecoder().decode(stderr) };
}

/** Waits until something stands at a path. */
async function standing(path: string): Promise<void> {
  for (let i = 0; i < 1000; i++) {
    try {
      return void await Deno.stat(path);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  throw new Error(`nothing came to stand at ${path}`);
}

Deno.test("workers: the bytes do not depend on how many there are", async () => {
  for (const words of [SPEC, ["direction", "distance=2", ...SPEC.slice(1)]]) {
    const one = await generate(...words, "--out", "-");
    assertEquals([one.code, one.out.split("\n").length], [0, 5001], one.log);
    for (const workers of ["2", "3"]) {
      const many = await generate(...words, "--out", "-", "--workers", workers);
      assertEquals([many.code, digest(many.out)], [0, digest(one.out)]);
    }
  }
});

Deno.test("workers: pictures are drawn by them, and every file is the same", async () => {
  await withFolder(async (path) => {
    const words = ["direction", "--count", "150", "--images", "svg"];
    await generate(...words, "--out", `${path}/1`);
    await generate(...words, "--out", `${path}/2`, "--workers", "2");
    const one = digests(`${path}/1`);
    assertEquals(Object.keys(one).length, 152);
    assertEquals(digests(`${path}/2`), one);
  });
});

Deno.test("workers: what goes wrong in one is one clear error", async () => {
  const cramped = ["--set", "spacing=90", "--set", "distractors=8"];
  const { code, log } = await generate(
    ...["direction", "--count", "9000", "--out", "-", "--workers", "2", ...cramped],
  );
  assertEquals(code, 1);
  assertMatch(log, /^alidade generate: Cannot sample 10 points: .*must leave more room$/);
  await withFolder(async (path) => {
    for (const parts of [["--parts", "4"], []]) {
      const words = ["direction", "--count", "90", "--workers", "2", ...cramped, ...parts];
      const failed = await generate(...words, "--out", path);
      assertEquals(failed.code, 1);
      assertEquals(digests(path), {});
    }
  });
});

Deno.test("parts: one behind the other they are the whole, whoever made them", async () => {
  await withFolder(async (path) => {
    await generate(...SPEC, "--out", `${path}/whole`);
    const whole = Deno.readTextFileSync(`${path}/whole/items.jsonl`);
    await generate(...SPEC, "--parts", "7", "--out", `${path}/alone`);
    const alone = digests(`${path}/alone`);
    await generate(...SPEC, "--parts", "7", "--workers", "3", "--out", `${path}/threads`);
    assertEquals(digests(`${path}/threads`), alone);
    const shards = ["3/3", "1/3", "2/3"].map((shard) =>
      generate(...SPEC, "--parts", "7", "--shard", shard, "--out", `${path}/processes`)
    );
    assertEquals((await Promise.all(shards)).map(({ code }) => code), [0, 0, 0]);
    assertEquals(digests(`${path}/processes`), alone);

    const names = Object.keys(alone).filter((name) => name !== "manifest.json").sort();
    const texts = names.map((name) => Deno.readTextFileSync(`${path}/alone/${name}`));
    assertEquals(texts.join(""), whole);
    const manifest = JSON.parse(Deno.readTextFileSync(`${path}/alone/manifest.json`));
    assertEquals([manifest.items, manifest.bytes], [5000, whole.length]);
    assertEquals(
      manifest.parts.map((p: Record<string, unknown>) => [p.file, p.items, p.bytes, p.sha256]),
      names.map((name, i) => [
        name,
        texts[i]!.split("\n").length - 1,
        texts[i]!.length,
        alone[name],
      ]),
    );
    assertEquals(manifest.config_sha256, digest(JSON.stringify(manifest.config)));
  });
});

Deno.test("parts: a rerun keeps what is whole and makes the rest anew", async () => {
  await withFolder(async (path) => {
    const words = [
      ...["direction", "--count", "60", "--parts", "6", "--images", "svg", "--out", path],
    ];
    await generate(...words);
    const before = digests(path);
    const part = (n: number) => `${path}/part-0000${n}-of-00006.jsonl`;
    const again = await generate(...words, "--workers", "2");
    assertStringIncludes(again.log, "Wrote 0 parts");

    await Deno.remove(part(1));
    await Deno.truncate(part(2), 100);
    await Deno.writeTextFile(part(3), "{}\n", { append: true });
    const bytes = await Deno.readFile(part(4));
    bytes[50]! ^= 1;
    await Deno.writeFile(part(4), bytes);
    const { image } = JSON.parse((await Deno.readTextFile(part(5))).split("\n")[4]!);
    await Deno.writeTextFile(`${path}/${image}`, "");
    const inode = (await Deno.stat(part(6))).ino;
    const { code, log } = await generate(...words);
    assertEquals(code, 0);
    assertStringIncludes(log, "Wrote 5 parts");
    assertStringIncludes(log, "kept 1 that stood there: all 60 items are there");
    assertEquals(digests(path), before);
    assertEquals((await Deno.stat(part(6))).ino, inode);
  });
});

Deno.test("parts: a folder of another run, or of other files, is refused as it is", async () => {
  await withFolder(async (path) => {
    await generate(...SPEC, "--out", path);
    const before = digests(path);
    const others: [string[], string][] = [
      [["direction", "--count", "5000", "--seed", "4"], "seed differs"],
      [["direction", "--count", "5001", "--seed", "3"], "items differ"],
      [[...SPEC, "--parts", "2"], "parts differ"],
      [[...SPEC, "--format", "llava"], "format differs"],
    ];
    for (const [words, differing] of others) {
      const { code, log } = await generate(...words, "--out", path);
      assertEquals(code, 1);
      assertStringIncludes(log, `it holds another run (${differing})`);
      assertEquals(digests(path), before);
    }
    await Deno.remove(`${path}/manifest.json`);
    const { code, log } = await generate(...SPEC, "--out", path);
    assertEquals(code, 1);
    assertStringIncludes(log, "it holds items.jsonl without a manifest");
    assertEquals(Object.keys(digests(path)), ["items.jsonl"]);
  });
});

Deno.test("parts: shards of different runs are refused while the first is incomplete", async () => {
  await withFolder(async (path) => {
    const first = await generate(...SPEC, "--shard", "1/2", "--out", path);
    assertStringIncludes(first.log, "1 of 2 are missing");
    const other = await generate("direction", "--count", "9", "--shard", "2/2", "--out", path);
    assertEquals(other.code, 1);
    assertStringIncludes(other.log, "it holds another run");
    const second = await generate(...SPEC, "--shard", "2/2", "--out", path);
    assertStringIncludes(second.log, "all 5000 items are there");
    assertEquals(Object.keys(digests(path)).length, 3);
  });
});

Deno.test("parts: the same part at once is refused, another one is not", async () => {
  await withFolder(async (path) => {
    await generate(...SPEC, "--shard", "1/3", "--out", path);
    using held = await Deno.open(`${path}/.alidade/2.part`, { write: true, create: true });
    held.lockSync(true);
    for (const workers of ["1", "2"]) {
      const words = [...SPEC, "--shard", "2/3", "--out", path, "--workers", workers];
      const { code, log } = await generate(...words);
      assertEquals(code, 1);
      assertMatch(log, /Cannot make .*part-00002-of-00003\.jsonl: another process is at it/);
    }
    assertEquals((await generate(...SPEC, "--shard", "3/3", "--out", path)).code, 0);
    held.unlockSync();
    const { log } = await generate(...SPEC, "--shard", "2/3", "--out", path);
    assertStringIncludes(log, "all 5000 items are there");
  });
});

Deno.test("parts: of two runs at once into one folder, the second is refused", async () => {
  await withFolder(async (path) => {
    const words = [...SPEC.slice(0, 1), "--count", "1e9", "--out", path];
    const child = start(...words);
    await standing(`${path}/.alidade/1.part`);
    const { code, log } = await generate(...words);
    assertEquals(code, 1);
    assertMatch(log, /Cannot write into .*: another process is at it, must be one at a time/);
    child.kill("SIGINT");
    assertEquals((await ended(child)).code, 130);
    // The stopped run left nothing, not even half a part.
    assertEquals(digests(path), {});
  });
});

Deno.test("parts: SIGKILL at any moment, then a rerun: the same bytes", async () => {
  await withFolder(async (path) => {
    const words = ["direction", "--count", "60000", "--parts", "8", "--workers", "2"];
    await generate(...words, "--out", `${path}/whole`);
    const whole = digests(`${path}/whole`);
    for (let round = 0; round < 4; round++) {
      const out = `${path}/${round}`;
      const child = start(...words, "--out", out);
      await standing(`${out}/.alidade/run.json`);
      await new Promise((resolve) => setTimeout(resolve, 100 * round));
      try {
        child.kill("SIGKILL");
      } catch {
        // It was done before.
      }
      await ended(child);
      for (const [name, sum] of Object.entries(digests(out))) {
        if (name.startsWith("part-")) assertEquals(sum, whole[name], `half of ${name}`);
      }
      const { code } = await generate(...words, "--out", out);
      assertEquals(code, 0);
      assertEquals(digests(out), whole);
    }
  });
});

Deno.test({
  name: "parts: a full disk is one clear error, and no half part stands under a name",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await withFolder(async (path) => {
      // A limit on the size of files stands in for the disk: no test may need to mount one.
      const child = new Deno.Command("sh", {
        args: [
          ...["-c", `trap "" XFSZ; ulimit -f 1000; exec "$@"`, "sh", Deno.execPath()],
          ...["run", "-q", "--no-check", "--allow-read", "--allow-write", MAIN, "generate"],
          ...["direction", "--count", "100000", "--parts", "4", "--workers", "2", "--out", path],
        ],
        stdout: "null",
        stderr: "piped",
      }).spawn();
      const { code, log } = await ended(child);
      assertEquals(code, 1);
      assertMatch(log, /^alidade generate: Cannot write .*part-0000\d-of-00004\.jsonl: .*\n$/);
      assert(Object.keys(digests(path)).every((name) => !/part/.test(name)));
    });
  },
});
