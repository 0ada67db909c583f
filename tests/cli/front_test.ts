import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { COMMANDS, main } from "../../cli/mod.ts";
import { TASKS } from "../../tasks/mod.ts";
import { VERSION } from "../../cli/_version.ts";
import config from "../../deno.json" with { type: "json" };
import { alidade } from "./_io.ts";

Deno.test("alidade --version tells the version of the package", async () => {
  assertEquals(VERSION, config.version);
  for (const option of ["--version", "-V"]) {
    assertEquals((await alidade(option)).out, `alidade ${config.version}\n`);
  }
});

Deno.test("alidade help COMMAND and COMMAND --help are one", async () => {
  for (const { name, help } of COMMANDS) {
    assertEquals((await alidade("help", name)).out, help);
    assertEquals((await alidade(name, "-h")).out, help);
  }
  assertEquals((await alidade("help", "verfy")).code, 2);
});

Deno.test("a word that is nearly known is told", async () => {
  for (
    const [words, meant] of [
      [["verfy"], "did you mean verify?"],
      [["help", "genrate"], "did you mean generate?"],
      [["tasks", "directon"], "did you mean direction?"],
      [["datasets", "stepgam"], "did you mean stepgame?"],
      [["generate", "direction", "--cuont", "3"], "did you mean --count?"],
    ] as const
  ) {
    const { code, log } = await alidade(...words);
    assertEquals(code, 2);
    assertStringIncludes(log, meant);
  }
  const { log } = await alidade("xylophone");
  assertEquals(log.includes("did you mean"), false);
});

Deno.test("tasks and datasets come as JSON, a line each", async () => {
  const { out } = await alidade("tasks", "--json");
  const names = out.trim().split("\n").map((line) => JSON.parse(line).name);
  assertEquals(names, TASKS.map((task) => task.name));
  const one = await alidade("datasets", "stepgame", "--json");
  assertEquals(JSON.parse(one.out).name, "stepgame");
});

Deno.test("--quiet leaves results and errors", async () => {
  const words = ["generate", "direction", "-n", "2", "-s", "7", "--out", "-"];
  const loud = await alidade(...words);
  const soft = await alidade(...words, "--quiet");
  assertEquals(soft.out, loud.out);
  assertEquals(soft.log, "");
  assertStringIncludes((await alidade("tasks", "nope", "-q")).log, 'no task "nope"');
});

Deno.test("completions name every command and what it takes", async () => {
  for (const shell of ["bash", "zsh", "fish"]) {
    const { out } = await alidade("completions", shell);
    for (const word of ["generate", "stepgame", "direction", "--count", "--summary"]) {
      assertStringIncludes(out, word);
    }
  }
  assertEquals((await alidade("completions", "tcsh")).code, 2);
});

Deno.test("main() writes to the process unless it is told where", () => {
  assertEquals(main.length, 1);
});

Deno.test("--set TASK.KNOB sets the knob of one task of several", async () => {
  const words = ["generate", "direction", "tour", "-n", "2", "-o", "-"];
  const { out, code } = await alidade(...words, "--set", "direction.form=choice");
  assertEquals(code, 0);
  const forms = out.trim().split("\n").map((line) => JSON.parse(line).form);
  assertEquals(forms, ["choice", "open"]);
  const { log } = await alidade(...words, "--set", "tours.form=open");
  assertStringIncludes(log, "tours is not made (did you mean tour?), must be one of");
});
