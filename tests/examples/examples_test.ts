import { assert, assertEquals, assertMatch, assertStringIncludes } from "../_assert.ts";
import { alidade } from "../cli/_io.ts";

const EXAMPLES = new URL("../../examples/", import.meta.url);

function pathOf(name: string): string {
  return new URL(name, EXAMPLES).pathname;
}

async function run(command: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(command, { args: [...args] }).output();
  const decoder = new TextDecoder();
  assertEquals(code, 0, decoder.decode(stderr));
  return decoder.decode(stdout);
}

/** A folder that is removed behind the test. */
async function folder() {
  const path = await Deno.makeTempDir();
  return {
    path,
    async file(name: string, text: string): Promise<string> {
      await Deno.writeTextFile(`${path}/${name}`, text);
      return `${path}/${name}`;
    },
    [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }),
  };
}

/** What each program prints. */
const PRINTS: Readonly<Record<string, RegExp>> = {
  "own_dataset.ts": /^1: agree\n2: disagree, claimed east, is north\n3: invalid, it has 2 fields/,
  "generator.ts": /^\{"id":"direction-/,
  "batches.ts": /^1000000 directions: \d+ on a boundary.*\n10000 tours: \d+ have one shortest/,
  "roads.ts": /^2040\.254 over 2 nodes\n$/,
  "matrix_tour.ts": /^0 -> 2 -> 1 -> 3 -> 4: 68, the next is 1 longer\n$/,
  "reward.ts": /^1\n0\.4\n0\n0\n$/,
  "page.ts": /^<svg .*A way of 7 cells/,
};

for (const [name, prints] of Object.entries(PRINTS)) {
  Deno.test(`examples/${name} prints what it promises`, async () => {
    assertMatch(await run(Deno.execPath(), ["run", "--no-check", "-A", pathOf(name)]), prints);
  });
}

Deno.test("every example is run by a test", () => {
  const own = ["README.md", "notebook.ipynb", "own_task.ts", "spark.py"];
  const names = Array.from(Deno.readDirSync(EXAMPLES), ({ name }) => name).sort();
  assertEquals(names, [...Object.keys(PRINTS), ...own].sort());
});

Deno.test("examples/own_task.ts: a task of one's own in every form, with boxes, by workers", async () => {
  await using f = await folder();
  const task = pathOf("own_task.ts");
  assert(Deno.readTextFileSync(task).split("\n").length <= 70);
  const words = ["generate", task, "--count", "30", "--seed", "5", "--images", "svg"];
  for (const form of ["open", "choice", "true-false"]) {
    const more = ["--set", `form=${form}`, "--boxes", "pixels"];
    assertEquals((await alidade(...words, ...more, "--out", `${f.path}/${form}`)).code, 0);
    const threads = ["--workers", "2", "--out", `${f.path}/${form}-2`];
    assertEquals((await alidade(...words, ...more, ...threads)).code, 0);
    const read = (name: string) => Deno.readTextFileSync(`${f.path}/${name}/items.jsonl`);
    assertEquals(read(`${form}-2`), read(form));
    const items = read(form).trim().split("\n").map((line) => JSON.parse(line));
    assertEquals(items.length, 30);
    for (const item of items) {
      assertEquals(item.objects.map((o: { name: string }) => o.name), ["house", "tree"]);
    }
    const replies = items.map(({ id, answer }) => JSON.stringify({ id, reply: String(answer) }));
    const path = await f.file(`${form}.jsonl`, replies.join("\n"));
    const scored = ["score", "--items", `${f.path}/${form}/items.jsonl`, "--replies", path];
    const { out } = await alidade(...scored, "--load", task);
    assertStringIncludes(out, '"right":30');
  }
  assertStringIncludes((await alidade("tasks", task)).out, "side-of-walk, version 1");
});

Deno.test("examples/own_dataset.ts: a dataset of one's own is verified", async () => {
  await using f = await folder();
  const path = await f.file("winds.tsv", "0\t0\t3\t4\tnortheast\n0\t0\t0\t5\teast\n1\t1\n");
  const { out, code } = await alidade("verify", pathOf("own_dataset.ts"), path);
  assertMatch(out, /1 {2}agree\n\s+1 {2}disagree/);
  assertEquals(code, 1);
  assertStringIncludes((await alidade("datasets", pathOf("own_dataset.ts"))).out, "winds\n");
});

Deno.test("a module that is no task is refused", async () => {
  await using f = await folder();
  const none = await f.file("none.ts", "export const x = 1;");
  const broken = await f.file("broken.ts", "export const x = ;");
  const make = (module: string) => alidade("generate", module, "--count", "1", "--out", "-");
  for (
    const [module, says] of [
      [none, "exports no task and no dataset, must export one"],
      [broken, "Cannot load "],
      [`${f.path}/absent.ts`, "Cannot load "],
      [pathOf("own_dataset.ts"), "exports no tasks, must export some"],
    ] as const
  ) {
    const { code, log } = await make(module);
    assertEquals(code, 2);
    assertStringIncludes(log, says);
  }
});

Deno.test("examples/notebook.ipynb: its cells run in their order", async () => {
  await using f = await folder();
  const { cells } = JSON.parse(Deno.readTextFileSync(pathOf("notebook.ipynb")));
  const code = cells.filter((cell: { cell_type: string }) => cell.cell_type === "code")
    .map((cell: { source: string[] }) => cell.source.join("")).join("\n");
  const path = await f.file("cells.ts", code);
  const config = new URL("../../deno.json", import.meta.url).pathname;
  const out = await run(Deno.execPath(), ["run", "--no-check", "-A", "--config", config, path]);
  assertMatch(out, /exact\n$/);
});

const python = Deno.env.get("ALIDADE_PYTHON");

Deno.test({
  name: "examples/spark.py counts items",
  ignore: python === undefined,
  async fn() {
    await using f = await folder();
    const words = ["generate", "direction", "tour", "--count", "20", "--out", `${f.path}/data`];
    assertEquals((await alidade(...words)).code, 0);
    const out = await run(python!, [pathOf("spark.py"), `${f.path}/data/items.jsonl`]);
    assertEquals(out, "direction 10\ntour 10\n");
  },
});
