import type { Meter } from "../../../text/replies/meter.ts";
import {
  readChoice,
  readLabels,
  readMoves,
  readNumber,
  readPoint,
  readSide,
  readTruth,
  readVerdict,
} from "../../../text/replies/mod.ts";
import { assert } from "../../_assert.ts";

const READERS: Readonly<Record<string, (reply: string, meter: Meter) => unknown>> = {
  choice: (reply, meter) => readChoice(reply, ["left", "right"], { meter }),
  side: (reply, meter) => readSide(reply, { meter }),
  number: (reply, meter) => readNumber(reply, { meter }),
  point: (reply, meter) => readPoint(reply, { meter }),
  labels: (reply, meter) => readLabels(reply, ["B", "C"], { meter }),
  moves: readMoves,
  truth: readTruth,
  verdict: readVerdict,
};

/** What is repeated: words, and each mark that opens something. */
const PARTS = [
  "B, ",
  "A or ",
  "not A ",
  "A is wrong, ",
  "left and ",
  "up ",
  "up 2, ",
  "7 + ",
  "= 7 ",
  "7.",
  "(4, ",
  "false ",
  "not the shortest ",
  "It could be B. ",
  "不左",
  "\\boxed{",
  "\\boxed{A} ",
  "<answer>",
  "<answer>A</answer> ",
  "<think>",
  "{",
  '{"a":',
  "[1,",
  "(",
  "<",
  "-",
  "*a",
  "#",
  "\\",
  "a_",
  "1. x\n",
  "' ",
];

Deno.test("replies: reading costs as many steps as a reply is long, whatever stands in it", () => {
  const stepsOf = (read: (reply: string, meter: Meter) => unknown, reply: string) => {
    const meter = { steps: 0 };
    read(reply, meter);
    return meter.steps;
  };
  for (const [name, read] of Object.entries(READERS)) {
    for (const part of PARTS) {
      const count = Math.ceil(800 / part.length);
      const [once, twice] = [count, 2 * count].map((n) => stepsOf(read, part.repeat(n)));
      assert(once! <= 150 * count * part.length, `${name} ${part}: ${once}`);
      assert(twice! <= 2.2 * once! + 100, `${name} ${part}: ${once}, ${twice}`);
    }
  }
});
