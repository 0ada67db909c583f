/** The client in Python by its own tests, with whatever of the packages it serves is installed. */
import { assertEquals } from "../_assert.ts";

const PYTHON = Deno.env.get("ALIDADE_PYTHON") ?? "python3";
const FOLDER = new URL("../../clients/python", import.meta.url).pathname;
const MAIN = new URL("../../cli/main.ts", import.meta.url).pathname;

async function python(args: readonly string[]): Promise<{ success: boolean; out: string }> {
  try {
    const command = new Deno.Command(PYTHON, {
      args: [...args],
      cwd: FOLDER,
      env: {
        ALIDADE_COMMAND: `${Deno.execPath()} run --allow-all ${MAIN}`,
        PYTHONDONTWRITEBYTECODE: "1",
        HF_HUB_OFFLINE: "1",
      },
    });
    const { success, stdout, stderr } = await command.output();
    const decoder = new TextDecoder();
    return { success, out: decoder.decode(stdout) + decoder.decode(stderr) };
  } catch {
    return { success: false, out: "" };
  }
}

const hasPytest = (await python(["-c", "import pytest"])).success;
if (!hasPytest) console.error("skipped the client in Python: no pytest, from PyPI");

Deno.test({
  name: "client: Python asks the server that it starts",
  ignore: !hasPytest,
  async fn() {
    const { success, out } = await python([
      "-m",
      "pytest",
      "-q",
      "-p",
      "no:cacheprovider",
      "tests",
    ]);
    assertEquals(success, true, out);
  },
});
