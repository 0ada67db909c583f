import { Run, type Task, TASKS } from "../../tasks/mod.ts";
import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { alidade } from "./_io.ts";

/** Whether a run of the task can be asked for pictures: stories have none. */
function hasPictures(task: Task): boolean {
  try {
    new Run(task, { images: "png" });
    return true;
  } catch {
    return false;
  }
}

Deno.test("demo: pictures of every task that has some, a page, and the sample's faults", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const { code, log } = await alidade("demo", "--out", folder);
    assertEquals(code, 0, log);
    const pictures = Array.from(Deno.readDirSync(`${folder}/images`));
    const names = pictures.map(({ name }) =>
      name.slice(0, name.lastIndexOf("-")).replace(/-[0-9a-f]{16}$/, "")
    );
    assertEquals(new Set(names), new Set(TASKS.filter(hasPictures).map((task) => task.name)));
    const page = await Deno.readTextFile(`${folder}/index.html`);
    for (const { name } of pictures) assertStringIncludes(page, `images/${name}`);
    const verdicts = (await Deno.readTextFile(`${folder}/verdicts.jsonl`)).trimEnd().split("\n")
      .map((line) => JSON.parse(line).verdict);
    assertEquals(verdicts, ["agree", "agree", "disagree", "agree", "undetermined", "disagree"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("report: a bad line is named", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/a.jsonl`, '{"id": "1"}\n');
    const { code, log } = await alidade("report", `${folder}/a.jsonl`, "--out", `${folder}/a.html`);
    assertEquals(code, 1);
    assertStringIncludes(log, 'a.jsonl:1: Cannot read the item: there is no "task", must be there');
    assertEquals((await alidade("report", "--out", "a.html")).code, 2);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
