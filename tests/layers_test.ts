import { assertEquals } from "./_assert.ts";

/** What each room may import from, beside itself. Imports point down only. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  geometry: [],
  solvers: ["geometry"],
  render: ["geometry"],
  tasks: ["geometry", "solvers", "render"],
  datasets: ["geometry", "solvers", "tasks"],
  cli: ["geometry", "solvers", "render", "tasks", "datasets"],
};

const IMPORT = /(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;

function sources(folder: URL): URL[] {
  const found: URL[] = [];
  for (const entry of Deno.readDirSync(folder)) {
    const url = new URL(entry.name + (entry.isDirectory ? "/" : ""), folder);
    if (entry.isDirectory) found.push(...sources(url));
    else if (entry.name.endsWith(".ts")) found.push(url);
  }
  return found;
}

for (const [room, below] of Object.entries(BELOW)) {
  Deno.test(`layers: ${room} imports only itself and ${below.join(", ") || "nothing"}`, () => {
    const root = new URL("../", import.meta.url);
    const wrong: string[] = [];
    for (const file of sources(new URL(`${room}/`, root))) {
      for (const [, target] of Deno.readTextFileSync(file).matchAll(IMPORT)) {
        const to = new URL(target!, file).href.slice(root.href.length).split("/")[0]!;
        if (to !== room && !below.includes(to)) {
          wrong.push(`${file.href.slice(root.href.length)} imports ${target}`);
        }
      }
    }
    assertEquals(wrong, []);
  });
}

Deno.test("layers: no mod.ts exports from a private file", () => {
  const root = new URL("../", import.meta.url);
  const wrong: string[] = [];
  for (const room of Object.keys(BELOW)) {
    for (const file of sources(new URL(`${room}/`, root))) {
      if (!file.href.endsWith("/mod.ts")) continue;
      for (const [, target] of Deno.readTextFileSync(file).matchAll(IMPORT)) {
        if (target!.split("/").at(-1)!.startsWith("_")) {
          wrong.push(`${file.href.slice(root.href.length)} exports from ${target}`);
        }
      }
    }
  }
  assertEquals(wrong, []);
});
