import { Run, TASKS } from "../tasks/mod.ts";
import { assertEquals } from "./_assert.ts";

/**
 * The items of a version never change. Where they are meant to, raise the task's version, and write
 * the values anew: `ALIDADE_GOLDEN=write deno test -A tests/golden_test.ts`.
 */
const PATH = new URL("golden.json", import.meta.url);

/** The first so many items are pinned, and as many from far behind. */
const ITEMS = 100;
const FAR = 123_456_789_000;

async function hash(run: Run): Promise<string> {
  const pieces: BlobPart[] = [];
  for (const first of [0, FAR]) {
    for (const bytes of run.lines(first, ITEMS)) pieces.push(bytes.slice());
  }
  const digest = await crypto.subtle.digest("SHA-256", await new Blob(pieces).arrayBuffer());
  return new Uint8Array(digest).toHex().slice(0, 32);
}

Deno.test("golden values: the items of every task and profile are the ones that were pinned", async () => {
  const values: Record<string, string> = {};
  for (const task of TASKS) {
    for (const profile of Object.keys(task.profiles)) {
      const run = new Run(task, { seed: 1, profile });
      values[`${task.name} ${task.version} ${profile}`] = await hash(run);
    }
  }
  if (Deno.env.get("ALIDADE_GOLDEN") === "write") {
    await Deno.writeTextFile(PATH, `${JSON.stringify(values, null, 2)}\n`);
  }
  assertEquals(values, JSON.parse(await Deno.readTextFile(PATH)));
});
