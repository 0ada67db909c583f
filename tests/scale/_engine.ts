import { assertEquals } from "../_assert.ts";
import { alidade } from "../cli/_io.ts";

/** The folder of the scripts. */
export const SCALE = new URL("../../scale/", import.meta.url).pathname;

/** Something that runs the pieces of a run. */
export interface Engine {
  /** Its name. */
  readonly name: string;
  /** What it lacks on this machine; null when it can run. */
  readonly missing: string | null;
  /** The command that precedes the number of pieces. */
  readonly command: readonly string[];
  /** Whether a process of the engine's own runs the pieces, to be killed along with the first. */
  readonly hasWorkers?: boolean;
  /** Starts what must be running; the environment is that of the command. */
  start?(): Promise<AsyncDisposable & { readonly env: Readonly<Record<string, string>> }>;
}

const PIECES = 3;

/** Stories as bAbI words them: right, wrong, and one that cannot be read. */
const STORIES = [
  "1 The mug is left of the pen.\n2 Is the mug to the left of the pen?\tyes\t1\n",
  "1 The mug is above the pen.\n2 Is the pen below the mug?\tyes\t1\n",
  "1 The mug is below the pen.\n2 Is the pen below the mug?\tyes\t1\n",
  "1 The mug is below the pen.\nthe pen\n",
  "1 The mug is left of the pen.\n2 Is the mug to the left of the pen?\tno\t1\n",
];

/**
 * Tests that an engine's output is that of a single run, byte for byte, though the process at one
 * of the pieces is killed in the middle of its first try.
 */
export function engineTests(engine: Engine): void {
  const { name, missing } = engine;
  if (missing !== null) console.error(`skipped scale: ${name}: ${missing}`);
  const ignore = missing !== null;
  Deno.test({
    name: `scale: ${name}, generate and verify`,
    ignore,
    fn: () => inTime(runAll(engine)),
  });
}

/** An engine that has not come to an end by then hangs. */
const PATIENCE = 600_000;

async function inTime(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${PATIENCE / 1000} s`)), PATIENCE);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function runAll(engine: Engine): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    await using running = await engine.start?.() ?? { env: {}, async [Symbol.asyncDispose]() {} };
    const run = (out: string, words: string[]) => runPieces(engine, words, { out, ...running });
    await checkGenerate(root, run);
    await checkVerify(root, run);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

type RunPieces = (out: string, words: string[]) => Promise<void>;

async function checkGenerate(root: string, run: RunPieces): Promise<void> {
  const words = ["generate", "direction", "--count", "300000", "--seed", "9"];
  await run(`${root}/many`, [...words, "--out", `${root}/many`]);
  assertEquals((await alidade(...words, "--out", `${root}/one`)).code, 0);
  const parts = partsOf(`${root}/many`);
  assertEquals(join(parts), Deno.readTextFileSync(`${root}/one/items.jsonl`));
  const manifest = JSON.parse(Deno.readTextFileSync(`${root}/many/manifest.json`));
  assertEquals([manifest.items, manifest.parts.length], [300000, PIECES]);
}

async function checkVerify(root: string, run: RunPieces): Promise<void> {
  const files = STORIES.map((story, i) => {
    const path = `${root}/stories ${i}.txt`;
    Deno.writeTextFileSync(path, story);
    return path;
  });
  const out = `${root}/verdicts`;
  const words = ["verify", "babi", ...files, "--out", out, "--budget", "5"];
  await run(out, words);
  const single = ["--out", `${root}/one verdicts`, "--budget", "5"];
  assertEquals((await alidade("verify", "babi", ...files, ...single)).code, 0);
  assertEquals(
    join(partsOf(out)),
    Deno.readTextFileSync(`${root}/one verdicts/verdicts.jsonl`),
  );
  const manifest = JSON.parse(Deno.readTextFileSync(`${out}/manifest.json`));
  assertEquals([manifest.items, manifest.parts.length], [STORIES.length, PIECES]);
  // Started again, with the second piece killed again, it makes the damaged piece anew.
  const [first, second] = partsOf(out);
  const [inode, whole] = [Deno.statSync(first!).ino, join(partsOf(out))];
  Deno.truncateSync(second!, 10);
  Deno.removeSync(`${out}.killed`);
  await run(out, words);
  assertEquals([Deno.statSync(first!).ino, join(partsOf(out))], [inode, whole]);
}

function partsOf(folder: string): string[] {
  const names = Array.from(Deno.readDirSync(folder), ({ name }) => name).sort();
  return names.filter((name) => name.endsWith(".jsonl")).map((name) => `${folder}/${name}`);
}

function join(paths: readonly string[]): string {
  return paths.map((path) => Deno.readTextFileSync(path)).join("");
}

interface Pieces {
  readonly out: string;
  readonly env: Readonly<Record<string, string>>;
}

async function runPieces(
  { command, hasWorkers = false }: Engine,
  words: string[],
  { out, env }: Pieces,
) {
  const killed = `${out}.killed`;
  const [program, ...first] = [...command, String(PIECES), ...words];
  const { code, stdout, stderr } = await new Deno.Command(program!, {
    args: first,
    env: { ...env, ALIDADE: await killedOnce({ out, killed, hasWorkers }) },
  }).output();
  const log = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  assertEquals(code, 0, log);
  // The piece did meet its end once.
  assertEquals(Deno.statSync(killed).isDirectory, true);
}

interface Killing {
  readonly out: string;
  /** A folder that marks that it was done. */
  readonly killed: string;
  /** Whether the engine's worker, who started the stage, is killed too. */
  readonly hasWorkers: boolean;
}

/** The command line, but for the second piece, whose first process is killed once it is at work. */
async function killedOnce({ out, killed, hasWorkers }: Killing): Promise<string> {
  const path = `${out}.sh`;
  const script = `#!/bin/sh
case "$*" in *"--shard 2/${PIECES}"*)
  if mkdir "${killed}" 2>/dev/null; then
    "${SCALE}alidade.sh" "$@" &
    child=$!
    while kill -0 $child 2>/dev/null; do
      if [ -s "${out}/.alidade/2.part" ] || [ "$1" = verify ]; then break; fi
      sleep 0.01
    done
    kill -KILL $child
    wait $child
    ${hasWorkers ? "kill -KILL $(ps -o ppid= -p $PPID)" : ""}
    kill -KILL $$
  fi
esac
exec "${SCALE}alidade.sh" "$@"
`;
  await Deno.writeTextFile(path, script, { mode: 0o755 });
  return path;
}

/** What a program lacks: null when it can be started. */
export function programMissing(...names: string[]): string | null {
  const path = (Deno.env.get("PATH") ?? "").split(":");
  const absent = names.filter((name) => !path.some((folder) => exists(`${folder}/${name}`)));
  return absent.length === 0 ? null : `no ${absent.join(", ")} on the path`;
}

/** What a Python package lacks; `ALIDADE_PYTHON` names the interpreter, else `python3`. */
export function packageMissing(name: string): string | null {
  try {
    const args = ["-c", `import ${name}`];
    const { success } = new Deno.Command(PYTHON, { args, stdout: "null", stderr: "null" })
      .outputSync();
    return success ? null : `no package ${name} in ${PYTHON}`;
  } catch {
    return `no ${PYTHON}`;
  }
}

/** The Python that engines are run with. */
export const PYTHON = Deno.env.get("ALIDADE_PYTHON") ?? "python3";

function exists(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
