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
import { assert, assertEquals } from "./_assert.ts";

for (const room of roomsHere()) {
  Deno.test(`layers: ${room} imports only itself and ${ROOMS[room]!.join(", ") || "nothing"}`, () => {
    assertEquals(upwardImports(modulesOf(room)), []);
  });
}

Deno.test("layers: an _x.ts is private to its folder, and no mod.ts exports from one", () => {
  const modules = roomsHere().flatMap(modulesOf);
  assertEquals(privateImports(modules), []);
  assertEquals(privateExports(modules), []);
});

Deno.test("layers: no files import each other in a circle, types included", () => {
  assertEquals(circles(roomsHere().flatMap(modulesOf)), []);
});

Deno.test("layers: the main entrypoint exports at most 130 names, each by name", async () => {
  const text = await Deno.readTextFile(new URL("../mod.ts", import.meta.url));
  const lists = [...text.matchAll(/^export (?:type )?\{([^}]*)\} from/gm)];
  assertEquals(lists.length, [...text.matchAll(/^export/gm)].length);
  const names = lists.flatMap(([, list]) => list!.split(",").filter((name) => name.trim() !== ""));
  assert(names.length <= 130, `${names.length} names`);
});

Deno.test("layers: each kind of wrong import is found", () => {
  const file = (path: string, ...imports: string[]): Module => ({ path, lines: 1, imports });
  const modules = [
    file("geometry/a.ts", "geometry/b.ts", "solvers/x.ts"),
    file("geometry/b.ts", "geometry/c.ts"),
    file("geometry/c.ts", "geometry/a.ts"),
    file("solvers/x.ts", "geometry/_d.ts", "solvers/_y.ts"),
    file("solvers/path/mod.ts", "solvers/_y.ts"),
  ];
  assertEquals(upwardImports(modules), ["geometry/a.ts -> solvers/x.ts"]);
  assertEquals(privateImports(modules), ["solvers/x.ts -> geometry/_d.ts"]);
  assertEquals(privateExports(modules), ["solvers/path/mod.ts -> solvers/_y.ts"]);
  assertEquals(circles(modules), [["geometry/a.ts", "geometry/b.ts", "geometry/c.ts"]]);
});
