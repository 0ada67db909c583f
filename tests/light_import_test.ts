import { packagesOf } from "../bench/_packages.ts";
import { assertEquals } from "./_assert.ts";

/** What the main entrypoint may load from npm: small, and needed by the core itself. */
const LIGHT = ["flatbush", "flatqueue", "robust-predicates"];

Deno.test("the main entrypoint loads small packages only", async () => {
  const names = await packagesOf(new URL("../mod.ts", import.meta.url));
  assertEquals(names.filter((name) => !LIGHT.includes(name)), []);
});

Deno.test("an entrypoint that loads more is told apart", async () => {
  const names = await packagesOf(new URL("../datasets/mod.ts", import.meta.url));
  assertEquals(names.includes("valibot"), true);
});
