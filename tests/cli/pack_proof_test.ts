import { direction, distance, type Item, type JsonValue, Run } from "../../tasks/mod.ts";
import { assert, assertEquals, assertStringIncludes } from "../_assert.ts";
import { withFolder } from "./_folders.ts";
import { alidade } from "./_io.ts";

const KINDS = ["parquet", "webdataset", "llava", "swift", "sharegpt"] as const;

const open = new Run(distance, { seed: 3 });
const choice = new Run(direction, { seed: 3, knobs: { form: "choice" } });

function items(...list: readonly object[]): string {
  return list.map((item) => JSON.stringify(item) + "\n").join("");
}

/** A wrong letter of a choice. */
function otherLetter({ answer }: Item): string {
  return answer === "A" ? "B" : "A";
}

/** What an editor may do to an item that makes it false, and the field that is told. */
const FALSE: readonly (readonly [string, object])[] = [
  ["answer", { ...open.item(0), answer: "1.00" }],
  ["answer", { ...choice.item(0), answer: otherLetter(choice.item(0)) }],
  ["answer", { ...choice.item(0), answer: "" }],
  ["choices", {
    ...choice.item(0),
    choices: choice.item(0).choices!.map((_own, _i, all) =>
      all["ABCD".indexOf(choice.item(0).answer)]
    ),
  }],
  ["id", { ...open.item(0), id: "distance-0000000000000000-0" }],
  ["id", { ...open.item(0), index: 1 }],
  ["id", { ...open.item(0), seed: 4 }],
  ["id", { ...open.item(0), knobs: { lattice: 20 } }],
  ["task", { ...open.item(0), task: "no-such-task" }],
  ["version", { ...open.item(0), version: 99 }],
  ["instance", { ...open.item(0), instance: open.item(1).instance }],
  ["instance", { ...open.item(0), instance: { points: [] } }],
  ["margin", { ...choice.item(0), margin: 44 }],
  ["frame", { ...open.item(0), frame: "y-down" }],
];

Deno.test("pack: what its instance does not prove is an error with its line, in every format", () =>
  withFolder(async (folder) => {
    const path = `${folder}/items.jsonl`;
    for (const [field, item] of FALSE) {
      await Deno.writeTextFile(path, items(open.item(7), item));
      for (const kind of KINDS) {
        const out = `${folder}/${kind}`;
        const { code, log } = await alidade("pack", path, "--as", kind, "--out", out);
        assertEquals(code, 1, `${field} ${kind}`);
        assertStringIncludes(log, `items.jsonl:2: Cannot pack ${field}:`);
        assert([...Deno.readDirSync(folder)].length === 1);
      }
    }
    await Deno.writeTextFile(path, items(open.item(0), open.item(1), open.item(0)));
    const { log } = await alidade("pack", path, "--as", "swift", "--out", `${folder}/set`);
    assertStringIncludes(log, "items.jsonl:3: Cannot pack id:");
    assertStringIncludes(log, "must be there once");
  }));

Deno.test("pack: a question that was worded anew stays so in every format", () =>
  withFolder(async (folder) => {
    const question = "How far apart are those two, to 2 decimals? A question of my own.";
    const path = `${folder}/items.jsonl`;
    await Deno.writeTextFile(path, items({ ...open.item(0), question }, open.item(1)));
    for (const kind of KINDS) {
      const out = `${folder}/${kind}`;
      const { code, log } = await alidade("pack", path, "--as", kind, "--out", out);
      assertEquals(code, 0, log);
      const files = [...Deno.readDirSync(`${out}/data`)].map(({ name }) => name);
      const bytes = files.map((name) => Deno.readFileSync(`${out}/data/${name}`));
      // Parquet pages are packed: the library of the conformance test reads them.
      if (kind === "parquet") continue;
      const text = bytes.map((b) => new TextDecoder().decode(b)).join();
      assertStringIncludes(text, question);
      assert(!text.includes(open.item(0).question));
    }
  }));

Deno.test("pack: --drop-bad leaves out and counts, --errors says what", () =>
  withFolder(async (folder) => {
    const path = `${folder}/items.jsonl`;
    const bad = FALSE.map(([, item]) => item);
    await Deno.writeTextFile(path, items(open.item(7), ...bad, open.item(8)) + "{\n");
    const pack = ["pack", path, "--as", "swift", "--out"];
    const dropped = await alidade(...pack, `${folder}/a`, "--drop-bad");
    assertEquals(dropped.code, 0, dropped.log);
    assertStringIncludes(dropped.log, `left out ${bad.length + 1} items`);
    const card = await Deno.readTextFile(`${folder}/a/README.md`);
    assertStringIncludes(card, `${bad.length + 1} items were left out`);
    const lines = await Deno.readTextFile(`${folder}/a/data/train-00000-of-00001.jsonl`);
    assertEquals(lines.trim().split("\n").map((line) => JSON.parse(line).id), [
      open.item(7).id,
      open.item(8).id,
    ]);
    const errors = `${folder}/errors.jsonl`;
    assertEquals((await alidade(...pack, `${folder}/b`, "--errors", errors)).code, 0);
    const told = (await Deno.readTextFile(errors)).trim().split("\n").map((l) => JSON.parse(l));
    assertEquals(told.map(({ line }) => line), [...bad.map((_, i) => i + 2), bad.length + 3]);
    assertEquals(told.slice(0, -1).map(({ field }) => field), FALSE.map(([field]) => field));
  }));

Deno.test("pack: two folders whose pictures share names keep both", () =>
  withFolder(async (folder) => {
    for (const [name, seed] of [["one", 1], ["two", 2]] as const) {
      await Deno.mkdir(`${folder}/${name}/images`, { recursive: true });
      const run = new Run(direction, { seed, images: "svg" });
      const item = { ...run.item(0), image: "images/a.svg" };
      await Deno.writeTextFile(`${folder}/${name}/items.jsonl`, items(item));
      await Deno.writeTextFile(`${folder}/${name}/images/a.svg`, `<svg id="${name}"/>`);
    }
    const paths = ["one", "two"].map((name) => `${folder}/${name}/items.jsonl`);
    for (const kind of ["llava", "swift", "sharegpt"]) {
      const out = `${folder}/${kind}`;
      const { code, log } = await alidade("pack", ...paths, "--as", kind, "--out", out);
      assertEquals(code, 0, log);
      const file = kind === "llava" ? "train.json" : "train-00000-of-00001.jsonl";
      const text = await Deno.readTextFile(`${out}/data/${file}`);
      const records = kind === "llava"
        ? JSON.parse(text)
        : text.trim().split("\n").map((line) => JSON.parse(line));
      const shown = records.map((record: { image?: string; images?: string[] }) => {
        const image = record.image ?? record.images![0]!;
        return Deno.readTextFileSync(`${out}/data/${image}`);
      });
      assertEquals(shown, ['<svg id="one"/>', '<svg id="two"/>']);
    }
  }));

Deno.test("pack: LLaVA gets one file a split at any size, LLaMA-Factory its list", () =>
  withFolder(async (folder) => {
    await alidade(
      "generate",
      "direction",
      "--count",
      "30",
      "--images",
      "svg",
      "--out",
      `${folder}/in`,
    );
    const pack = (kind: string) =>
      alidade(...["pack", `${folder}/in/items.jsonl`, "--as", kind, "--rows", "7"], ...[
        ...["--out", `${folder}/${kind}`, "--split", "train=2", "--split", "test=1"],
      ]);
    assertEquals((await pack("llava")).code, 0);
    const files = [...Deno.readDirSync(`${folder}/llava/data`)].map(({ name }) => name).sort();
    assertEquals(files, ["images", "test.json", "train.json"]);
    const both = ["train", "test"].flatMap((name) =>
      JSON.parse(Deno.readTextFileSync(`${folder}/llava/data/${name}.json`))
    );
    assertEquals(both.length, 30);
    assertEquals((await pack("sharegpt")).code, 0);
    const info: Record<string, { file_name: string; formatting: string; columns: JsonValue }> = JSON
      .parse(Deno.readTextFileSync(`${folder}/sharegpt/dataset_info.json`));
    let rows = 0;
    for (const { file_name, formatting, columns } of Object.values(info)) {
      assertEquals(formatting, "sharegpt");
      assertEquals(columns, { messages: "conversations", images: "images" });
      const text = Deno.readTextFileSync(`${folder}/sharegpt/${file_name}`);
      for (const line of text.trim().split("\n")) {
        rows++;
        const { images } = JSON.parse(line);
        assert(Deno.statSync(`${folder}/sharegpt/data/${images[0]}`).isFile);
      }
    }
    assertEquals(rows, 30);
  }));

Deno.test("pack: what stands in the card is data", () =>
  withFolder(async (folder) => {
    const path = `${folder}/items.jsonl`;
    await Deno.writeTextFile(path, items(open.item(0)));
    const title = 'T\n---\nx: "y" | <script> \u001b[31m ```';
    const pack = ["pack", path, "--as", "swift", "--out", `${folder}/set`];
    assertEquals((await alidade(...pack, "--licence", "mit\nx: y")).code, 2);
    assertEquals((await alidade(...pack, "--title", title)).code, 0);
    const card = await Deno.readTextFile(`${folder}/set/README.md`);
    // deno-lint-ignore no-control-regex
    assertEquals(card.match(/[\u0000-\u0009\u000b-\u001f<]/g)?.filter((c) => c !== "<") ?? [], []);
    assertEquals(card.split("\n---\n").length, 2);
    assertEquals(card.match(/^# .*$/m)![0].includes("<script>"), false);
    const croissant = JSON.parse(await Deno.readTextFile(`${folder}/set/croissant.json`));
    assertEquals(croissant.alternateName, title);
  }));
