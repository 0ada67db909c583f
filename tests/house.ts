/**
 * How the house stands: lines a room, names an entrypoint, and what points the wrong way.
 * `deno task house`; exits with 1 where an import does.
 */
import {
  circles,
  type Module,
  modulesOf,
  privateExports,
  privateImports,
  ROOMS,
  roomsHere,
  upwardImports,
} from "./_house.ts";

interface Config {
  readonly exports: Readonly<Record<string, string>>;
}

interface Documented {
  readonly nodes: Readonly<Record<string, { readonly symbols: readonly unknown[] }>>;
}

/** How many names a module exports, types among them. */
async function countNames(path: string): Promise<number> {
  const args = ["doc", "--json", path];
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), { args }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  const { nodes } = JSON.parse(new TextDecoder().decode(stdout)) as Documented;
  return Object.values(nodes)[0]!.symbols.length;
}

function row(name: string, ...figures: readonly (number | string)[]): string {
  return `${name.padEnd(22)}${figures.map((x) => String(x).padStart(8)).join("")}`;
}

const linesOf = (modules: readonly Module[]): number =>
  modules.reduce((sum, { lines }) => sum + lines, 0);

Deno.chdir(new URL("../", import.meta.url));
const rooms = roomsHere();
const house = rooms.map(modulesOf);
const modules = house.flat();

console.log(row("room", "files", "lines", "longest") + "  may import");
rooms.forEach((room, i) => {
  const files = house[i]!;
  const longest = Math.max(...files.map(({ lines }) => lines));
  console.log(row(room, files.length, linesOf(files), longest) + `  ${ROOMS[room]!.join(" ")}`);
});
const core = modules.filter(({ path }) => !path.startsWith("examples/"));
console.log(row("outside tests, benches", core.length, linesOf(core)));
for (const room of ["tests", "bench"]) {
  const files = modulesOf(room);
  console.log(row(room, files.length, linesOf(files)));
}

console.log(`\n${row("entrypoint", "names")}`);
const { exports } = JSON.parse(await Deno.readTextFile("deno.json")) as Config;
for (const [name, path] of Object.entries(exports)) console.log(row(name, await countNames(path)));

const faults: readonly (readonly [what: string, found: readonly string[]])[] = [
  ["imports that point up", upwardImports(modules)],
  ["imports of another folder's _x.ts", privateImports(modules)],
  ["exports of an _x.ts", privateExports(modules)],
  ["circles of imports", circles(modules).map((files) => files.join(" <-> "))],
];
console.log();
for (const [what, found] of faults) {
  console.log(`${what}: ${found.length}`);
  for (const fault of found) console.log(`  ${fault}`);
}
Deno.exit(faults.some(([, found]) => found.length > 0) ? 1 : 0);
