import { assertEquals } from "../_assert.ts";
import { HOST } from "../../cli/_node_host.ts";

/** Types alone; what is no more than that needs no stand-in. */
const TYPES = ["FsFile", "HttpServer", "NetAddr"];

function used(folder: URL): Set<string> {
  const names = new Set<string>();
  for (const { name } of Deno.readDirSync(folder)) {
    if (!name.endsWith(".ts") || name.startsWith("_node_")) continue;
    const text = Deno.readTextFileSync(new URL(name, folder));
    for (const [, path] of text.matchAll(/\bDeno\.(errors\.\w+|\w+)/g)) names.add(path!);
  }
  return names;
}

Deno.test("what the commands use of Deno stands ready on Node", () => {
  const names = [...used(new URL("../../cli/", import.meta.url))];
  const missing = names.filter((path) => {
    if (TYPES.includes(path)) return false;
    const [first, second] = path.split(".") as [string, string?];
    const value = (HOST as Record<string, unknown>)[first];
    return second === undefined
      ? !(first in HOST)
      : !Object.hasOwn(value as Record<string, unknown>, second);
  });
  assertEquals(missing, []);
});
