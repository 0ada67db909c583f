/**
 * The package for npm on what it is meant for: types by `tsc --strict`, Node 20 and later, Bun, and
 * Chromium from a bundle without options; all answer to the byte as Deno does. It is packed and
 * installed, which takes a network: with ALIDADE_PLATFORMS=1, as CI sets it.
 */
import { assert, assertEquals, assertMatch } from "../_assert.ts";
import { build, stop } from "../../builds/_esbuild.ts";
import { packForNpm } from "../../builds/npm.ts";
import { answers } from "./program.mjs";

const HERE = new URL("./", import.meta.url);
const ignore = Deno.env.get("ALIDADE_PLATFORMS") !== "1";
if (ignore) console.error("tests/platforms: set ALIDADE_PLATFORMS=1 to run the package elsewhere");

/** The longest a runtime may take to come and to answer. */
const PATIENCE = 180_000;

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly log: string;
}

async function run(command: string, args: readonly string[], cwd: string): Promise<Ran> {
  const { code, stdout, stderr } = await new Deno.Command(command, {
    args: [...args],
    cwd,
    stdin: "null",
    signal: AbortSignal.timeout(PATIENCE),
  }).output();
  const decoder = new TextDecoder();
  return { code, out: decoder.decode(stdout), log: decoder.decode(stderr) };
}

async function must(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { code, out, log } = await run(command, args, cwd);
  assertEquals(code, 0, `${command} ${args.join(" ")}: ${out}${log}`);
  return out;
}

/** A folder outside, in which the package is installed. */
async function installed(): Promise<string> {
  const folder = await Deno.makeTempDir();
  const path = await packForNpm(folder);
  await Deno.writeTextFile(`${folder}/package.json`, '{"type": "module"}');
  await must("npm", ["install", "--silent", "--no-audit", "--no-fund", path], folder);
  await Deno.copyFile(new URL("program.mjs", HERE), `${folder}/program.mjs`);
  const print =
    'import { answers } from "./program.mjs";\nconsole.log(JSON.stringify(await answers()));';
  await Deno.writeTextFile(`${folder}/print.mjs`, print);
  return folder;
}

/** How each runtime is had; one that cannot be had is said and left out. */
const RUNTIMES: Readonly<Record<string, readonly string[]>> = {
  "node": ["node"],
  "node 22": ["npx", "-y", "node@22"],
  "node 24": ["npx", "-y", "node@24"],
  "bun": ["npx", "-y", "bun@1"],
};

const CONSUMER = `
import { type Outcome, solveDirection, solveTourSync } from "@alidade/core";
import { Run, TASKS } from "@alidade/core/tasks";
import { drawingToPng } from "@alidade/core/render";
import { DATASETS } from "@alidade/core/datasets";

const frame = "y-up", sectors = "four-winds";
const found: Outcome<string> = solveDirection({ from: [0, 0], to: [1, 2], frame, sectors });
const points = [[0, 0], [9, 9], [1, 0]] as const;
const tour = solveTourSync({ form: "closed", points, metric: "euclidean" });
console.log(found, tour, new Run(TASKS[0]!, { seed: 1 }).item(0), DATASETS.length, drawingToPng);
// @ts-expect-error: no such frame
solveDirection({ from: [0, 0], to: [1, 2], frame: "up", sectors });
`;

Deno.test({ name: "the package for npm runs elsewhere as it does here", ignore }, async (t) => {
  const folder = await installed();
  const right = JSON.stringify(await answers());
  try {
    await t.step("tsc --strict takes its types", async () => {
      await Deno.writeTextFile(`${folder}/consumer.ts`, CONSUMER);
      await must("npm", ["install", "--silent", "typescript@5.9.3", "@types/node@20"], folder);
      const options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022"];
      await must("npx", ["tsc", ...options, "--lib", "es2024,dom", "consumer.ts"], folder);
    });
    for (const [name, [command, ...args]] of Object.entries(RUNTIMES)) {
      const had = await run(command!, [...args, "--version"], folder).catch(() => null);
      if (had?.code !== 0) console.error(`tests/platforms: ${name} cannot be had here, left out`);
      else {
        await t.step(`${name} (${had.out.trim()})`, async () => {
          assertEquals((await must(command!, [...args, "print.mjs"], folder)).trim(), right);
          await requireCommand([command!, ...args], folder);
        });
      }
    }
    await t.step("Chromium, from a bundle without options", () => inChromium(folder, right));
    await t.step("deno check of a project outside", async () => {
      await must(Deno.execPath(), ["check", "consumer.ts"], folder);
    });
  } finally {
    await stop();
    await Deno.remove(folder, { recursive: true });
  }
});

/**
 * The command makes the same files, with workers too, and the same verdicts. PNG files have the same
 * pixels, but how they are compressed is each runtime's.
 */
async function requireCommand([command, ...args]: readonly string[], folder: string) {
  const bin = "node_modules/@alidade/core/cli/bin.js";
  const main = new URL("../../cli/main.ts", HERE).pathname;
  const words = [
    "generate",
    "direction",
    "tour",
    "--count",
    "60",
    "--seed",
    "7",
    "--images",
    "svg",
  ];
  const theirs = `${folder}/theirs`;
  const ours = `${folder}/ours`;
  await must(command!, [...args, bin, ...words, "--workers", "2", "--out", theirs], folder);
  await must(Deno.execPath(), ["run", "-A", main, ...words, "--out", ours], folder);
  for (const file of ["items.jsonl", "manifest.json"]) {
    assertEquals(
      await Deno.readTextFile(`${theirs}/${file}`),
      await Deno.readTextFile(`${ours}/${file}`),
    );
  }
  const sample = "node_modules/@alidade/core/cli/demo/stepgame.json";
  const verdicts = await must(command!, [...args, bin, "verify", "stepgame", sample], folder);
  assertMatch(verdicts, /3 {2}agree\n\s+2 {2}disagree/);
  await Deno.remove(theirs, { recursive: true });
  await Deno.remove(ours, { recursive: true });
}

async function inChromium(folder: string, right: string): Promise<void> {
  const chromium = Deno.env.get("ALIDADE_CHROMIUM") ?? "chromium";
  const had = await run(chromium, ["--version"], folder).catch(() => null);
  if (had?.code !== 0) return console.error("tests/platforms: no chromium here, left out");
  const page = 'import { answers } from "./program.mjs";\n' +
    "answers().then((found) => document.body.textContent = JSON.stringify(found));";
  await Deno.writeTextFile(`${folder}/page.mjs`, page);
  const [entryPoints, outfile] = [[`${folder}/page.mjs`], `${folder}/page.js`];
  await build({ entryPoints, outfile, bundle: true });
  await Deno.writeTextFile(`${folder}/page.html`, '<body></body><script src="page.js"></script>');
  const options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000"];
  const dom = await must(
    chromium,
    [...options, "--dump-dom", `file://${folder}/page.html`],
    folder,
  );
  const body = /<body>(.*)<script/s.exec(dom)?.[1] ?? /<body>(.*)<\/body>/s.exec(dom)?.[1];
  assert(body !== undefined, dom.slice(0, 500));
  const unescaped = body.replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&nbsp;", "\u00a0").replaceAll("&amp;", "&");
  assertEquals(unescaped, right);
}
