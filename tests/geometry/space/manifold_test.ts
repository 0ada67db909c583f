import { assertEquals } from "../../_assert.ts";
import { THOROUGH } from "../../_thorough.ts";

Deno.test({
  name: "manifold-3d is of the same opinion on shared volumes and distances",
  ignore: !THOROUGH,
  async fn() {
    const oracle = new URL("_manifold_oracle.ts", import.meta.url).pathname;
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--no-lock", "--no-check", "--allow-all", oracle],
    }).output();
    assertEquals(code, 0, new TextDecoder().decode(stderr));
  },
});
