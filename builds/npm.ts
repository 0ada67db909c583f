/**
 * Makes the package for npm, `alidade-core-VERSION.tgz` in a folder: what `deno pack` makes, with
 * the command `alidade`, the versions of packages exact, and nothing that Node 20 cannot read.
 *
 * `deno run -A builds/npm.ts FOLDER`
 *
 * @module
 */
import { stop, transform } from "./_esbuild.ts";

const ROOT = new URL("../", import.meta.url);

interface DenoJson {
  readonly version: string;
}

/** Makes the package and returns its path. */
export async function packForNpm(folder: string): Promise<string> {
  const work = await Deno.makeTempDir();
  try {
    const packed = `${work}/packed.tgz`;
    await run("deno", ["pack", "--quiet", "--allow-dirty", "--no-source-maps", "--output", packed]);
    await run("tar", ["-xzf", packed, "-C", work]);
    const root = `${work}/package`;
    await lowerAll(`${root}/cli`);
    const { version } = await writeManifest(root);
    await Deno.mkdir(folder, { recursive: true });
    const path = `${folder}/alidade-core-${version}.tgz`;
    await run("tar", ["-czf", path, "-C", work, "package"]);
    return path;
  } finally {
    await stop();
    await Deno.remove(work, { recursive: true });
  }
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const path = command === "deno" ? Deno.execPath() : command;
  const cwd = new URL(ROOT).pathname;
  const { success, stderr } = await new Deno.Command(path, {
    args: [...args],
    cwd,
    stdout: "null",
    stderr: "piped",
  }).output();
  if (success) return;
  throw new Error(`Cannot run ${command} ${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
}

/** Rewrites what is newer than Node 20, such as `using`, in every module of a folder. */
async function lowerAll(folder: string): Promise<void> {
  for (const entry of Deno.readDirSync(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) await lowerAll(path);
    if (!entry.name.endsWith(".js")) continue;
    const { code } = await transform(await Deno.readTextFile(path), { target: "node20.0" });
    await Deno.writeTextFile(path, code);
  }
}

/** The exact version of each package that is depended on, and what npm wants to know besides. */
async function writeManifest(root: string): Promise<{ version: string }> {
  const config = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT))) as DenoJson;
  const manifest = JSON.parse(await Deno.readTextFile(`${root}/package.json`));
  // Packing makes ranges of the exact versions that are imported.
  for (const [name, range] of Object.entries<string>(manifest.dependencies)) {
    manifest.dependencies[name] = range.replace(/^\^/, "");
  }
  Object.assign(manifest, {
    description: "Exact answers to spatial questions: directions, distances, places, paths, tours",
    bin: { alidade: "./cli/bin.js" },
    engines: { node: ">=20" },
    // Modules do nothing but define, except those that are run.
    sideEffects: ["./cli/*.js"],
  });
  await Deno.writeTextFile(`${root}/package.json`, JSON.stringify(manifest, null, 2) + "\n");
  return { version: config.version };
}

if (import.meta.main) console.log(await packForNpm(Deno.args[0] ?? "out"));
