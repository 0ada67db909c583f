import { direction, Run } from "../../tasks/mod.ts";
import { assert, assertEquals, assertStringIncludes } from "../_assert.ts";
import { digests, withFolder } from "./_folders.ts";
import { alidade } from "./_io.ts";

const KINDS = ["parquet", "webdataset", "llava", "swift", "sharegpt"];

/** Names that no item of ours has, and that would lead elsewhere. */
const NAMES = [
  "images/../../../.bashrc",
  "../../../../etc/passwd",
  "/etc/passwd",
  "images/./a.png",
  "images//a.png",
  "images/.a.png",
  "images/a.sh",
  "images/a\u0000.png",
  "file:///etc/passwd",
  "https://example.org/images/a.png",
  "data:image/png;base64,AAAA",
  "images\\..\\a.png",
  "",
  7,
  { path: "images/a.png" },
];

function itemsWith(image: unknown): string {
  const run = new Run(direction, { images: "svg" });
  return [0, 1].map((i) => JSON.stringify({ ...run.item(i), image }) + "\n").join("");
}

Deno.test("pack, report: a picture's name leads nowhere but below images/", () =>
  withFolder(async (folder) => {
    await Deno.mkdir(`${folder}/in/images`, { recursive: true });
    await Deno.writeTextFile(`${folder}/secret.png`, "secret");
    const before = digests(folder);
    for (const name of NAMES) {
      await Deno.writeTextFile(`${folder}/in/items.jsonl`, itemsWith(name));
      for (const kind of KINDS) {
        const made = await alidade("pack", `${folder}/in/items.jsonl`, "--as", kind, ...[
          "--out",
          `${folder}/out`,
        ]);
        assertEquals(made.code, 1, `${kind} ${name}`);
        assertStringIncludes(made.log, "items.jsonl:1: Cannot read image");
      }
      const page = `${folder}/in/page.html`;
      const shown = await alidade("report", `${folder}/in/items.jsonl`, "--out", page);
      assertEquals(shown.code, 1);
      assertStringIncludes(shown.log, "items.jsonl:1: Cannot read image");
      await Deno.remove(`${folder}/in/items.jsonl`);
      assertEquals(digests(folder), before);
    }
  }));

Deno.test("pack, report, merge, generate: links among the pictures and the state are refused", () =>
  withFolder(async (folder) => {
    const make = (out: string, ...more: string[]) =>
      alidade(
        ...["generate", "direction", "--count", "4", "--images", "svg", "--out", out],
        ...more,
      );
    const run = `${folder}/run`;
    await make(run);
    const [first] = [...Deno.readDirSync(`${run}/images`)].map(({ name }) => name).sort();
    await Deno.writeTextFile(`${folder}/secret.svg`, "secret");
    await Deno.remove(`${run}/images/${first}`);
    await Deno.symlink(`${folder}/secret.svg`, `${run}/images/${first}`);
    const items = `${run}/items.jsonl`;
    for (const kind of KINDS) {
      const { code, log } = await alidade(
        "pack",
        items,
        "--as",
        kind,
        "--out",
        `${folder}/${kind}`,
      );
      assertEquals(code, 1, kind);
      assertStringIncludes(log, `images/${first} is a link`);
    }
    const shown = await alidade("report", items, "--out", `${run}/page.html`);
    assertEquals(shown.code, 1);
    assertStringIncludes(shown.log, "it is a link");
    const merged = await alidade("merge", run, "--out", `${folder}/merged`);
    assertEquals(merged.code, 1);
    assertStringIncludes(merged.log, "is a link");

    await Deno.mkdir(`${folder}/elsewhere`);
    for (const own of ["images", ".alidade"]) {
      const out = `${folder}/to-${own}`;
      await Deno.mkdir(out);
      await Deno.symlink(`${folder}/elsewhere`, `${out}/${own}`);
      const { code, log } = await make(out);
      assertEquals(code, 1);
      assertStringIncludes(log, `${out}/${own}: it is a link`);
      const joined = await alidade("merge", out, "--out", `${folder}/joined`);
      assertStringIncludes(joined.log, `${out}/${own}: it is a link`);
    }
    const out = `${folder}/state`;
    await Deno.mkdir(`${out}/.alidade`, { recursive: true });
    await Deno.symlink(`${folder}/secret.svg`, `${out}/.alidade/1.part`);
    assertStringIncludes((await make(out)).log, "1.part: it is a link");
    assertEquals([...Deno.readDirSync(`${folder}/elsewhere`)], []);
    assertEquals(await Deno.readTextFile(`${folder}/secret.svg`), "secret");
  }));

Deno.test("merge: a manifest of more parts than there can be is refused at once", () =>
  withFolder(async (folder) => {
    for (const parts of [2 ** 40, 100_000, 0, 1.5]) {
      const config = { items: 3, parts };
      const manifest = JSON.stringify({ config, config_sha256: "0", parts: [] });
      await Deno.writeTextFile(`${folder}/manifest.json`, manifest);
      const { code, log } = await alidade("merge", folder, "--out", `${folder}/out`);
      assertEquals(code, 1);
      assertStringIncludes(log, "config.parts");
    }
  }));

Deno.test("a path goes round what is not there, and a failure leaves nothing behind", () =>
  withFolder(async (folder) => {
    const made = await alidade("generate", "direction", "--count", "2", ...[
      "--out",
      `${folder}/a/../x`,
    ]);
    assertEquals(made.code, 0);
    assertEquals(Object.keys(digests(folder)).sort(), ["x/items.jsonl", "x/manifest.json"]);
    await Deno.remove(`${folder}/x`, { recursive: true });
    await Deno.writeTextFile(`${folder}/items.jsonl`, "{}\n");
    const before = [...Deno.readDirSync(folder)].map(({ name }) => name);
    const out = `${folder}/set`;
    assertEquals(
      (await alidade("pack", `${folder}/items.jsonl`, "--as", "swift", "--out", out)).code,
      1,
    );
    assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), before);
  }));

Deno.test("controls in data are written out, never obeyed", () =>
  withFolder(async (folder) => {
    const evil = "\u001b]0;owned\u0007\u009b2J\u202e";
    const story = { story: [`M is over N ${evil}.`], question: `What ${evil}?`, label: evil };
    await Deno.writeTextFile(`${folder}/a.json`, JSON.stringify({ [evil]: story }));
    const runs = [
      ["verify", "stepgame", `${folder}/a.json`],
      ["verify", "stepgame", `${folder}/a.json`, "--json", "-"],
      ["verify", "stepgame", `${folder}/${evil}`],
      ["solve", "direction", `${folder}/a.json`],
      [evil],
      ["solve", evil],
      ["generate", evil, "--out", "-"],
    ];
    for (const words of runs) {
      const { out, log } = await alidade(...words);
      // deno-lint-ignore no-control-regex
      assertEquals((out + log).match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/), null);
    }
    const { out } = await alidade("verify", "stepgame", `${folder}/a.json`, "--json", "-");
    for (const line of out.trim().split("\n")) JSON.parse(line);
  }));

Deno.test("verify: --summary - is standard output", () =>
  withFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/a.txt`, "1 A is above B.\n2 Is A above B?\tyes\t1\n");
    const verify = ["verify", "babi", `${folder}/a.txt`];
    const summary = await alidade(...verify, "--summary", "-");
    assertEquals(JSON.parse(summary.out).agree, 1);
    const both = await alidade(...verify, "--json", "-", "--summary", "-");
    const [record, ...counts] = both.out.split("\n");
    assertEquals(JSON.parse(record!).verdict, "agree");
    assertEquals(JSON.parse(counts.join("\n")).total, 1);
  }));

Deno.test("a closed pipe ends quietly", () =>
  withFolder(async (folder) => {
    const main = new URL("../../cli/main.ts", import.meta.url).pathname;
    const deno = `"${Deno.execPath()}" run -A --no-check "${main}"`;
    const many = `${deno} generate direction --count 200000 --out -`;
    const script =
      `${many} 2>"${folder}/err" | head -n 1 >"${folder}/out"; echo "\${PIPESTATUS[*]}"`;
    const { stdout } = await new Deno.Command("bash", { args: ["-c", script] }).output();
    assertEquals(new TextDecoder().decode(stdout), "141 0\n");
    assertEquals(await Deno.readTextFile(`${folder}/err`), "");
    assert((await Deno.readTextFile(`${folder}/out`)).startsWith('{"id"'));
  }));

Deno.test("solve, check: bad lines go where --errors says, and the others go on", () =>
  withFolder(async (folder) => {
    const run = new Run(direction);
    const items = [0, 1, 2].map((i) => JSON.stringify(run.item(i)));
    const bad = ['{"id": 1', '{"instance": 7}', '"x'];
    const path = `${folder}/a.jsonl`;
    await Deno.writeTextFile(path, items.flatMap((item, i) => [bad[i], item]).join("\n"));
    const errors = `${folder}/errors.jsonl`;
    const solved = await alidade("solve", "direction", path, "--errors", errors);
    assertEquals([solved.code, solved.log], [0, ""]);
    const plain = await alidade("solve", "direction", path);
    assertEquals(plain.code, 1);
    const outcomes = plain.out.split("\n").filter((line) => !line.includes('"error"'));
    assertEquals(solved.out.split("\n"), outcomes);
    const told = (await Deno.readTextFile(errors)).trim().split("\n").map((l) => JSON.parse(l));
    assertEquals(told.map(({ line, text }) => [line, text]), [[1, bad[0]], [3, bad[1]], [
      5,
      bad[2],
    ]]);
    for (const { file, message } of told) {
      assertEquals(file, path);
      assertStringIncludes(message, "must");
    }
  }));

Deno.test("a line beyond the limit is told, and the lines behind it are read", () =>
  withFolder(async (folder) => {
    const item = JSON.stringify(new Run(direction).item(0));
    const path = `${folder}/a.jsonl`;
    await Deno.writeTextFile(path, `${item}\n"${"x".repeat(20_000)}"\n${item}\n`);
    const { code, out } = await alidade("solve", "direction", path, "--line-limit", "0.01");
    assertEquals(code, 1);
    const lines = out.trim().split("\n").map((line) => JSON.parse(line));
    assertEquals(lines.map((line) => line.status ?? line.line), ["exact", 2, "exact"]);
    assertStringIncludes(lines[1].error, "it has 20002 characters, must have 0.01 million");
    const report = ["report", path, "--out", `${folder}/a.html`];
    assertStringIncludes((await alidade(...report, "--line-limit", "0.01")).log, "a.jsonl:2:");
    const story = `1 A is above B.\n2 ${"C".repeat(20_000)}\n`;
    await Deno.writeTextFile(`${folder}/b.txt`, story);
    const babi = await alidade("verify", "babi", `${folder}/b.txt`, "--line-limit", "0.01");
    assertStringIncludes(babi.log, "b.txt:2: Cannot read");
  }));
