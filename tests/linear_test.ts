import { linesOf } from "../cli/_lines.ts";
import { DATASETS, textFile, verify } from "../datasets/mod.ts";
import { parseDecimal } from "../geometry/mod.ts";
import { parseTsplib } from "../solvers/mod.ts";
import { assert, assertEquals } from "./_assert.ts";

/** What is given a text to walk over. */
const WALKS = ["split", "trim", "trimEnd", "trimStart", "replace", "replaceAll", "match"];

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Runs something with the characters counted that methods and patterns of texts walk over. */
async function counted(run: () => unknown): Promise<number> {
  let steps = 0;
  const restore: (() => void)[] = [];
  const count = (
    owner: object,
    name: string,
    size: (self: string, args: unknown[], result: unknown) => number,
  ) => {
    const methods = owner as Record<string, Method>;
    const own = methods[name]!;
    restore.push(() => methods[name] = own);
    methods[name] = function (...args) {
      const isPattern = this instanceof RegExp;
      const from = isPattern && (this.global || this.sticky) ? this.lastIndex : 0;
      const result = own.apply(this, args);
      // One that has to match in its place, as those do that split a text, is done when it does not.
      steps += isPattern && this.sticky && result === null
        ? 1
        : size(String(this), [...args, from], result);
      return result;
    };
  };
  for (const name of WALKS) count(String.prototype, name, (self) => self.length);
  count(String.prototype, "charCodeAt", () => 1);
  count(String.prototype, "slice", (_self, _args, result) => String(result).length);
  count(String.prototype, "indexOf", (self, [, from], found) => {
    const begin = Number(from ?? 0);
    return (found === -1 ? self.length : Number(found)) - begin;
  });
  for (const name of ["exec", "test"]) {
    count(RegExp.prototype, name, (_self, args, result) => {
      const [text, from] = [String(args[0]), Number(args.at(-1))];
      if (result === null || result === false || from === 0) return text.length - from;
      return String((result as string[])[0] ?? "").length;
    });
  }
  try {
    await run();
  } finally {
    for (const back of restore) back();
  }
  return steps;
}

async function check(dataset: string, text: string): Promise<string> {
  const reader = DATASETS.find(({ name }) => name === dataset)!;
  const open = (path: string) => Promise.resolve(textFile(path, text));
  const [first] = await Array.fromAsync(verify(reader, ["a"], { open }));
  return first!.verdict;
}

const PREFIX = "If you follow these instructions, do you return to the starting point?";
const WALK = (body: string) =>
  JSON.stringify({ examples: [{ input: PREFIX + body, target: "No" }] });
const ASK = "What is the relation of the agent M to the agent N";
const STORY = (question: string) =>
  JSON.stringify({ 0: { story: ["M is over N."], question, label: "above" } });
const POINTS = (more: string) =>
  "NAME: r\nTYPE: TSP\nDIMENSION: 3\nEDGE_WEIGHT_TYPE: MAN_2D\nNODE_COORD_SECTION\n" +
  `1 0 0${more}\n2 4 0\n3 0 3\nEOF\n`;

/** Texts of so many characters that once took time by the square of their number, or more. */
const CASES: readonly (readonly [string, (n: number) => unknown])[] = [
  ["parseDecimal, zeros", (n) => parseDecimal(`1.${"0".repeat(n)}`)],
  ["parseDecimal, zeros before a digit", (n) => parseDecimal(`1.${"0".repeat(n)}1`)],
  ["bbh-navigate, spaces", (n) => check("bbh-navigate", WALK(` Take 1 step.${" ".repeat(n)}x`))],
  ["bbh-navigate, options", (n) => check("bbh-navigate", WALK(" Options:".repeat(n / 9)))],
  [
    "babi, a clause again and again",
    (n) => check("babi", `1 A is above B.\n2 Is A ${"left of A ".repeat(n / 10)}\tyes\t1\n`),
  ],
  [
    "babi, spaces",
    (n) => check("babi", `1 A is ${" ".repeat(n)}above B.\n2 Is A above B?\tyes\t1\n`),
  ],
  [
    "babi, how to go",
    (n) =>
      check("babi", `1 A is north of B.\n2 How do you go from ${"A to ".repeat(n / 5)}B\tn,n\t1\n`),
  ],
  ["stepgame, spaces", (n) => check("stepgame", STORY(`${ASK}${" ".repeat(n)}!`))],
  ["stepgame, agents", (n) => check("stepgame", STORY(`${ASK} ${"to agent ".repeat(n / 9)}`))],
  [
    "stepgame, a sentence",
    (n) => check("stepgame", STORY(`${ASK}?`).replace("over", `over ${"left and ".repeat(n / 9)}`)),
  ],
  ["tsplib, spaces", (n) => parseTsplib(POINTS(" ".repeat(n) + "x".repeat(0)))],
  ["tsplib, spaces before a comment", (n) => parseTsplib(POINTS(`${" ".repeat(n)}# x`))],
  ["lines, one long one", (n) => readLines("x".repeat(n), n / 16)],
  ["lines, short ones", (n) => readLines("x\n".repeat(n / 2), n / 16)],
];

/** Reads lines from pieces of some size. */
async function readLines(text: string, size: number): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) {
        controller.enqueue(bytes.subarray(at, at + size));
      }
      controller.close();
    },
  });
  for await (const line of linesOf(stream)) assert(line.text.length > 0);
}

for (const [name, run] of CASES) {
  Deno.test(`linear: ${name}`, async () => {
    const [once, twice] = [await counted(() => run(40_000)), await counted(() => run(80_000))];
    assert(twice <= 2.2 * once + 2000, `${once} steps, then ${twice}`);
    // What a pattern does within is not counted: by the square this would take minutes.
    await run(800_000);
  });
}

Deno.test("linear: lines that come in pieces are put together once", async () => {
  const steps = async (n: number) => {
    const meter = { steps: 0 };
    const piece = new TextEncoder().encode("x".repeat(100));
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < n; i++) controller.enqueue(piece);
        controller.close();
      },
    });
    for await (const { text } of linesOf(stream, { meter })) assertEquals(text.length, 100 * n);
    return meter.steps;
  };
  const [once, twice] = [await steps(200), await steps(400)];
  assert(once >= 20_000 && twice <= 2.05 * once, `${once} steps, then ${twice}`);
});

Deno.test("linear: the counter sees the square", async () => {
  const square = (n: number) => {
    let rest = "x".repeat(n);
    while (rest.length > 0) rest = rest.slice(1);
  };
  const [once, twice] = [await counted(() => square(200)), await counted(() => square(400))];
  assert(twice > 3.5 * once);
});
