/**
 * `generate --workers 2` beside one worker, to /dev/null, each a process of its own. A disk would be
 * measured instead of the workers: most take less than two workers write.
 */
import { assertEquals } from "../tests/_assert.ts";

const MAIN = new URL("../cli/main.ts", import.meta.url).pathname;
const ITEMS = 5_000_000;

function generate(workers: number, items: number): Deno.Command {
  const words = ["direction", "--count", String(items), "--workers", String(workers), "--out", "-"];
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "--no-check", "--allow-read", "--allow-write", MAIN, "generate", ...words],
    stdout: items === ITEMS ? "null" : "piped",
    stderr: "null",
  });
}

// The bytes are the same before their time counts.
const [one, two] = [1, 2].map((workers) => generate(workers, 20_000).outputSync());
assertEquals([one!.code, two!.code], [0, 0]);
assertEquals(two!.stdout, one!.stdout);

for (const workers of [1, 2]) {
  Deno.bench({
    name: `${ITEMS / 1e6} million directions, ${workers === 1 ? "one worker" : "two workers"}`,
    group: "workers",
    baseline: workers === 1,
    warmup: 0,
    n: 5,
    async fn() {
      assertEquals((await generate(workers, ITEMS).output()).code, 0);
    },
  });
}
