/**
 * The rooms of the house from the foundation up, each with the rooms below it that it may import
 * from. Imports of types count as imports.
 */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  geometry: [],
  lines: [],
  solvers: ["geometry"],
  render: ["geometry"],
  text: ["geometry", "solvers"],
  tasks: ["geometry", "solvers", "text", "lines", "render"],
  programs: ["geometry", "solvers", "text", "tasks"],
  datasets: ["geometry", "solvers", "text", "tasks", "programs"],
  testing: ["geometry", "solvers", "text", "lines", "render", "tasks", "programs", "datasets"],
  play: ["geometry", "solvers", "text", "lines", "render", "tasks", "programs", "datasets"],
  serve: ["geometry", "solvers", "text", "lines", "render", "tasks", "programs", "datasets"],
  examples: ["geometry", "solvers", "text", "lines", "render", "tasks", "programs", "datasets"],
  cli: [
    "geometry",
    "solvers",
    "text",
    "lines",
    "render",
    "tasks",
    "programs",
    "datasets",
    "play",
    "serve",
  ],
};

/** A source file of the house: its path from the root, its lines, and the files that it imports. */
export interface Module {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly string[];
}

const ROOT: URL = new URL("../", import.meta.url);
const COMMENT = /^\s*(?:\/?\*|\/\/).*$/gm;
const IMPORT = /(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;

/** The rooms that stand already. */
export function roomsHere(): string[] {
  const folders = new Set([...Deno.readDirSync(ROOT)].map((entry) => entry.name));
  return Object.keys(ROOMS).filter((room) => folders.has(room));
}

/** Every source file of a folder, by its path. */
export function modulesOf(folder: string): Module[] {
  return [...Deno.readDirSync(new URL(`${folder}/`, ROOT))]
    .sort((a, b) => a.name < b.name ? -1 : 1)
    .flatMap(({ name, isDirectory }) => {
      const path = `${folder}/${name}`;
      if (isDirectory) return modulesOf(path);
      return /\.(ts|as)$/.test(name) ? [readModule(path)] : [];
    });
}

function readModule(path: string): Module {
  const url = new URL(path, ROOT);
  const text = Deno.readTextFileSync(url);
  const targets = text.replace(COMMENT, "").matchAll(IMPORT);
  const imports = [...targets].map(([, to]) => new URL(to!, url).href.slice(ROOT.href.length));
  return { path, lines: text.split("\n").length - 1, imports };
}

/** Imports that do not point down, as `file -> file`. */
export function upwardImports(modules: readonly Module[]): string[] {
  return importsWhere(modules, (from, to) => {
    const [room, other] = [roomOf(from), roomOf(to)];
    return room !== other && !ROOMS[room]!.includes(other);
  });
}

/** Imports of an `_x.ts` from outside the folder that it stands in. */
export function privateImports(modules: readonly Module[]): string[] {
  return importsWhere(modules, (from, to) => {
    const at = to.lastIndexOf("/") + 1;
    return to[at] === "_" && !from.startsWith(to.slice(0, at));
  });
}

/** What a `mod.ts` takes from an `_x.ts`. */
export function privateExports(modules: readonly Module[]): string[] {
  return importsWhere(modules, (from, to) => from.endsWith("/mod.ts") && to.includes("/_"));
}

/** The groups of files that import each other, round and round. */
export function circles(modules: readonly Module[]): string[][] {
  const importsOf = new Map(modules.map(({ path, imports }) => [path, imports]));
  const found: string[][] = [];
  const order = new Map<string, number>();
  const stack: string[] = [];
  // Tarjan, Depth-first search and linear graph algorithms (1972): the least order within reach.
  const visit = (path: string): number => {
    let least = order.size;
    const own = least;
    order.set(path, own);
    stack.push(path);
    for (const to of importsOf.get(path)!) {
      if (!importsOf.has(to)) continue;
      const seen = order.get(to);
      if (seen === undefined) least = Math.min(least, visit(to));
      else if (stack.includes(to)) least = Math.min(least, seen);
    }
    if (least === own) {
      const group = stack.splice(stack.indexOf(path));
      if (group.length > 1) found.push(group.sort());
    }
    return least;
  };
  for (const { path } of modules) if (!order.has(path)) visit(path);
  return found;
}

function importsWhere(
  modules: readonly Module[],
  wrong: (from: string, to: string) => boolean,
): string[] {
  return modules.flatMap(({ path, imports }) =>
    imports.filter((to) => wrong(path, to)).map((to) => `${path} -> ${to}`)
  );
}

function roomOf(path: string): string {
  return path.slice(0, path.indexOf("/"));
}
