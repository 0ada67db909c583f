import { fuse } from "../../lines/_fuse.ts";
import { lineSteps, numberText, type Step } from "../../lines/_steps.ts";
import { choice, INDEX, integer, type Text, text } from "../../lines/template.ts";
import { assert, assertEquals, assertLess } from "../_assert.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** What the steps write for a row, byte by byte, and how many stores of 16 bytes that takes. */
function written(steps: readonly Step[], row: readonly number[], index: number) {
  const bytes: number[] = [];
  let stores = 0;
  const put = (text: string, past = 0) => {
    const all = encoder.encode(text);
    // What is cut off is overwritten by what comes next, so that it need not be whole characters.
    bytes.push(...all.subarray(0, all.length - past));
    stores += Math.ceil(all.length / 16);
  };
  const walk = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if (step.kind === "bytes") put(step.text);
      else if (step.kind === "index") put(`${Math.floor(index / step.divisor)}${step.tail}`);
      else if (step.kind === "number") put(numberText(step.slot, row[step.slot.column]!));
      else if (step.kind === "branch") walk(step.cases[row[step.column]!]!);
      else if (step.kind === "above") row[step.column]! > step.bound && walk(step.steps);
      else {
        const value = row[step.column]! - step.least;
        const part = step.part === "quotient" ? Math.floor(value / step.unit) : value % step.unit;
        put(step.words[step.unit === 0 ? value : part]!, step.past);
      }
    }
  };
  walk(steps);
  return { text: decoder.decode(Uint8Array.from(bytes)), stores };
}

const name = choice(0, ["red", "grün", "purple"]);

/** Texts of which some fragment fills no store. */
const TEXTS: Readonly<Record<string, readonly Text[]>> = {
  "words, and numbers of one table": [
    name,
    " (",
    integer(1, 0, 1000),
    ", ",
    integer(2, 0, 1000),
    "), ",
    name,
  ],
  "a long fragment": ["x".repeat(35), name],
  "characters of many bytes": ["€".repeat(7), name, "ß".repeat(9), name],
  "a branch and an index": [INDEX, ") ", choice(3, [["is ", name], "none"]), "!"],
};

for (const [what, parts] of Object.entries(TEXTS)) {
  Deno.test(`fuse: ${what}: the same bytes in fewer stores`, () => {
    const plain = lineSteps(text(...parts));
    const fused = fuse(plain);
    let [before, after] = [0, 0];
    for (let i = 0; i < 60; i++) {
      const row = [i % 3, (7 * i) % 1001, (131 * i) % 1001, i % 2];
      const [expected, found] = [written(plain, row, i), written(fused, row, i)];
      assertEquals(found.text, expected.text);
      assert(found.stores <= expected.stores, JSON.stringify(row));
      before += expected.stores;
      after += found.stores;
    }
    assertLess(after, before);
  });
}
