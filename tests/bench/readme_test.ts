import { assertEquals } from "../_assert.ts";
import { committed, withTables } from "../../bench/readme.ts";

Deno.test("README's tables of speed are those of the committed results", () => {
  const { readme, results } = committed();
  assertEquals(readme, withTables(readme, results));
});
