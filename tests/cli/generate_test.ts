import { assert, assertEquals, assertMatch, assertStringIncludes } from "../_assert.ts";
import { withFolder } from "./_folders.ts";
import { alidade } from "./_io.ts";

const generate = (...words: string[]) => alidade("generate", ...words);

Deno.test("generate: 1, 3 and 7 shards one behind the other are the whole", async () => {
  const words = ["direction", "--count", "1000", "--seed", "5", "--out", "-"];
  const whole = await generate(...words);
  assertEquals(whole.code, 0);
  assertEquals(whole.out.split("\n").length, 1001);
  for (const shards of [1, 3, 7]) {
    const parts: string[] = [];
    for (let part = shards; part >= 1; part--) {
      const { out } = await generate(...words, "--shard", `${part}/${shards}`);
      parts.unshift(out);
    }
    assertEquals(parts.join(""), whole.out);
  }
});

Deno.test("generate: a curriculum, ordered or mixed, is the same from any shards", async () => {
  const words = ["direction", "tour=2", "--count", "400", "--seed", "5", "--out", "-"];
  const levels = ["--level", "easy=1", "--level", "hard=3"];
  const levelsOf = (out: string): string[] =>
    out.trimEnd().split("\n").map((line) => JSON.parse(line).level);
  for (const order of ["ordered", "mixed"]) {
    const whole = await generate(...words, ...levels, "--curriculum", order);
    const found = levelsOf(whole.out);
    assertEquals(found.filter((level) => level === "easy").length, 100);
    const sorted = [...found].sort();
    if (order === "ordered") assertEquals(found, sorted);
    else assert(found.slice(0, 20).includes("easy") && found.slice(0, 20).includes("hard"));
    let parts = "";
    for (const part of [1, 2, 3]) {
      const shard = ["--shard", `${part}/3`, "--workers", String(part)];
      parts += (await generate(...words, ...levels, "--curriculum", order, ...shard)).out;
    }
    assertEquals(parts, whole.out);
  }
  const all = await generate("tour", "--count", "7", "--curriculum", "ordered", "--out", "-");
  const counts = ["easy", "easy", "medium", "medium", "hard", "hard", "hard"];
  assertEquals(levelsOf(all.out), counts);
  const hard = await generate("tour", "--count", "2", "--level", "hard", "--out", "-");
  assertEquals(levelsOf(hard.out), ["hard", "hard"]);
});

Deno.test("generate: a folder gets items and the pictures they name", async () => {
  await withFolder(async (path) => {
    const { code, log } = await generate(
      ...["direction", "--count", "4", "--images", "svg", "--out", path],
    );
    assertEquals(code, 0);
    assertStringIncludes(log, "all 4 items are there");
    const lines = (await Deno.readTextFile(`${path}/items.jsonl`)).trimEnd().split("\n");
    for (const line of lines) {
      const { image, alt } = JSON.parse(line);
      const svg = await Deno.readTextFile(`${path}/${image}`);
      assertMatch(svg, /^<svg/);
      assertStringIncludes(svg, alt);
    }
    const names = [...Deno.readDirSync(path)].map((e) => e.name).sort();
    assertEquals(names, ["images", "items.jsonl", "manifest.json"]);
  });
});

Deno.test("generate: shards in a folder are named in order", async () => {
  await withFolder(async (path) => {
    for (const shard of ["2/2", "1/2"]) {
      await generate("direction", "--count", "7", "--shard", shard, "--out", path);
    }
    const names = [...Deno.readDirSync(path)].map((e) => e.name).sort();
    const parts = ["part-00001-of-00002.jsonl", "part-00002-of-00002.jsonl"];
    assertEquals(names, ["manifest.json", ...parts]);
  });
});

Deno.test("generate: words it cannot use are usage errors that name them", async () => {
  const good = ["direction", "--count", "1", "--out", "-"];
  const cases: [string[], string][] = [
    [["--count", "1", "--out", "-"], "no task is named"],
    [["perpendicular", ...good.slice(1)], 'no task "perpendicular"'],
    [["direction", "--out", "-"], "--count is missing"],
    [["direction", "--count", "1"], "--out is missing"],
    [["direction", "--count", "-1", "--out", "-"], "Cannot cut -1 items"],
    [["direction", "--count", "1e308", "--out", "-"], "Cannot cut 1e+308 items"],
    [["direction", "--count", "many", "--out", "-"], "--count"],
    [[...good, "--seed", "NaN"], "--seed"],
    [[...good, "--seed", "Infinity"], "--seed"],
    [[...good, "--set", "flavour=sweet"], 'knob "flavour"'],
    [[...good, "--set", "lattice=1e308"], "lattice"],
    [[...good, "--set", "lattice"], "KNOB=VALUE"],
    [[...good, "--profile", "loud"], 'profile "loud"'],
    [[...good, "--shard", "4/3"], "shard 4/3"],
    [[...good, "--shard", "x"], "--shard"],
    [[...good, "--images", "gif"], "--images"],
    [[...good, "--images", "png"], "--out -"],
    [[...good, "--workers", "0"], "--workers is 0, must be an integer of 1 to 256"],
    [[...good, "--workers", "1.5"], "--workers is 1.5"],
    [[...good, "--parts", "2"], "--parts with --out -"],
    [["direction", "--count", "1", "--out", "x", "--parts", "0"], "--parts is 0"],
    [["direction", ...good], "Cannot mix a run with itself"],
    [[...good, "--boxes", "pixels"], "without pictures"],
    [[...good, "--boxes", "metres"], "--boxes is"],
    [[...good, "--level", "harder"], '--level is "harder", must be one of easy, medium, hard'],
    [[...good, "--level", "easy", "--level", "hard"], "--level is given twice"],
    [[...good, "--level", "easy=0"], "must be NAME or NAME=SHARE"],
    [[...good, "--curriculum", "random"], "--curriculum is"],
  ];
  for (const [words, message] of cases) {
    const { code, out, log } = await generate(...words);
    assertEquals([code, out], [2, ""], words.join(" "));
    assertStringIncludes(log, message);
  }
});

Deno.test("generate: knobs that leave no room are one clear error", async () => {
  const { code, log } = await generate(
    ...["direction", "--count", "1", "--set", "spacing=90", "--set", "distractors=8"],
    ...["--out", "-"],
  );
  assertEquals(code, 1);
  assertMatch(log, /Cannot sample 10 points: .*must leave more room$/);
});

Deno.test("generate: what cannot be written is one clear error that names the path", async () => {
  await withFolder(async (path) => {
    await Deno.writeTextFile(`${path}/file`, "");
    const { code, log } = await generate(
      ...["direction", "--count", "1", "--out", `${path}/file/sub`],
    );
    assertEquals(code, 1);
    assertMatch(log, /Cannot make folder .*file\/sub/);
    assertEquals([...Deno.readDirSync(path)].length, 1);
  });
});

Deno.test({
  name: "generate: a full disk is one clear error",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const main = new URL("../../cli/main.ts", import.meta.url).pathname;
    const command = `"$0" run -q --no-check --allow-read "${main}" generate direction ` +
      `--count 100000 --out - > /dev/full`;
    const { code, stderr } = await new Deno.Command("sh", {
      args: ["-c", command, Deno.execPath()],
    }).output();
    assertEquals(code, 1);
    const log = new TextDecoder().decode(stderr);
    assertMatch(log, /^alidade generate: Cannot write standard output: No space left.*\n$/);
  },
});

Deno.test("solve: outcomes line by line, bad lines by number", async () => {
  await withFolder(async (path) => {
    const good = (await generate("direction", "--count", "2", "--out", "-")).out.trimEnd()
      .split("\n");
    const instance = JSON.stringify(JSON.parse(good[0]!).instance);
    const twice = instance.replace(/"points":\[\["\w+"/, '"points":[["red",0,0],["red"');
    await Deno.writeTextFile(
      `${path}/in.jsonl`,
      [good[1], instance, "", instance.slice(0, 40), twice, '{"points":[]}'].join("\n"),
    );
    const { code, out, log } = await alidade("solve", "direction", `${path}/in.jsonl`);
    assertEquals(code, 1);
    const lines = out.trimEnd().split("\n").map((line) => JSON.parse(line));
    assertEquals(lines.map((l) => l.status ?? l.line), ["exact", "exact", 4, 5, 6]);
    assertMatch(log, /in\.jsonl:4: Cannot read line/);
    assert(/in\.jsonl:5: Cannot read points\[\d\]: the name "red" stands twice/.test(log));
    assertMatch(log, /in\.jsonl:6: Cannot read instance: no field/);
    const missing = await alidade("solve", "direction", `${path}/none.jsonl`);
    assertEquals(missing.code, 1);
    assertStringIncludes(missing.log, "Cannot read");
    assertStringIncludes(missing.log, "none.jsonl");
  });
});

Deno.test("tasks: lists every task, and its knobs", async () => {
  const { code, out } = await alidade("tasks");
  assertEquals(code, 0);
  assertStringIncludes(out, "direction");
  assertStringIncludes((await alidade("tasks", "direction")).out, "--set lattice=1000");
  assertEquals((await alidade("tasks", "none")).code, 2);
});
