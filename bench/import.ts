/**
 * What `import "@alidade/core"` costs over an empty program, and the npm packages it loads:
 * `deno run --allow-read --allow-run --allow-write bench/import.ts`.
 */
import { packagesOf } from "./_packages.ts";

const ROUNDS = 15;

const folder = await Deno.makeTempDir();
const empty = `${folder}/empty.ts`;
const importing = `${folder}/importing.ts`;
await Deno.writeTextFile(empty, "");
await Deno.writeTextFile(importing, `import "${new URL("../mod.ts", import.meta.url).href}";`);
const config = new URL("../deno.json", import.meta.url).pathname;

async function run(script: string): Promise<number> {
  const start = performance.now();
  const args = ["run", "--no-check", "--config", config, script];
  const { success } = await new Deno.Command(Deno.execPath(), { args, stderr: "inherit" }).output();
  if (!success) throw new Error(`${script} failed`);
  return performance.now() - start;
}

await run(empty);
await run(importing);
const differences: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const base = await run(empty);
  differences.push(await run(importing) - base);
}
differences.sort((a, b) => a - b);
const [least, middle] = [differences[0]!, differences[ROUNDS >> 1]!];
console.log(
  `import "@alidade/core": ${middle.toFixed(0)} ms over an empty program (median of ` +
    `${ROUNDS} pairs, least ${least.toFixed(0)} ms)`,
);
console.log(`packages: ${(await packagesOf(new URL("../mod.ts", import.meta.url))).join(", ")}`);
await Deno.remove(folder, { recursive: true });
