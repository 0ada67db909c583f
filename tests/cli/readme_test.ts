import { assertEquals } from "../_assert.ts";
import { withFolder } from "./_folders.ts";

const README = Deno.readTextFileSync(new URL("../../README.md", import.meta.url));
const MAIN = new URL("../../cli/main.ts", import.meta.url).pathname;

/** What a line needs that a reader has to bring. */
const BROUGHT =
  /replies\.jsonl|qa1_test\.json|berlin52\.tsp|one two three|questions\.jsonl|human_dev|scene\.json|countries|train\.jsonl|^serve/;

/** The lines of the README that call the command, few items for many. */
function lines(): string[] {
  return [...README.matchAll(/^alidade (.*?)(?:\s+#.*)?$/gm)].map(([, words]) => words!)
    .filter((words) => !BROUGHT.test(words))
    .map((words) => words.replace(/--count \d+/, "--count 24"));
}

Deno.test("every line of the README that needs nothing brought along runs, in its order", () =>
  withFolder(async (root) => {
    assertEquals(lines().length >= 6, true);
    for (const words of lines()) {
      const { code, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "--no-check", "-A", MAIN, ...words.split(" ")],
        cwd: root,
      }).output();
      assertEquals(code, 0, `alidade ${words}: ${new TextDecoder().decode(stderr)}`);
    }
  }));
