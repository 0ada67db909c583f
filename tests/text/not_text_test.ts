import * as text from "../../text/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import { isClear, JUNK, messageOf } from "../solvers/_junk.ts";

/** What readers take behind the text. */
const MORE: Readonly<Record<string, readonly unknown[]>> = {
  readChoice: [["left", "right"]],
  readLabel: [["A", "B"]],
  readLabels: [["A", "B"]],
  readQuestionAnswer: ["yes"],
  readSideLabel: [["left", "right"]],
};

type Read = (...args: unknown[]) => unknown;

const READERS = Object.entries(text as unknown as Record<string, Read>).filter(([name]) =>
  /^(?:read[A-Z]|unframed$|nameOf$|keywordOf$|findKeywords$|substringKeywords$)/.test(name)
);

Deno.test("text: what is no text is refused by name, never by the engine", async () => {
  assert(READERS.length > 20);
  for (const [name, read] of READERS) {
    const more = MORE[name] ?? [];
    assertEquals(await messageOf(() => read("A is left of B.", ...more)), null, name);
    for (const junk of JUNK) {
      if (typeof junk === "string") continue;
      const message = await messageOf(() => read(junk, ...more));
      assert(message !== null && isClear(message), `${name}(${String(junk)}): ${message}`);
    }
  }
});

Deno.test("text: options and labels that are none are refused by name", async () => {
  for (const name of ["readChoice", "readLabel", "readLabels"]) {
    const read = (text as unknown as Record<string, Read>)[name]!;
    for (const junk of [undefined, null, NaN, {}, "A", [null], ["A", 1]]) {
      const message = await messageOf(() => read("A", junk));
      assert(message !== null && isClear(message), `${name}: ${String(junk)}: ${message}`);
    }
  }
  for (const name of ["readNumber", "readPoint", "readSide"]) {
    const read = (text as unknown as Record<string, Read>)[name]!;
    const message = await messageOf(() => read("3", null));
    assertEquals(message, "Cannot read options: null, must be an object");
  }
});
