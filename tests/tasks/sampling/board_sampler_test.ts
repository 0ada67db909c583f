import { type KnobSettings, Run, TASKS } from "../../../tasks/mod.ts";
import { BOARD_KERNEL } from "../../../tasks/sampling/_board_kernel_base64.ts";
import { buildBoardKernel } from "../../../tasks/sampling/_build_board_kernel.ts";
import { assert, assertEquals } from "../../_assert.ts";

Deno.test("the board kernel is the build of its source", async () => {
  assertEquals((await buildBoardKernel()).toBase64(), BOARD_KERNEL);
});

const decoder = new TextDecoder();

function textOf(run: Run, first: number, count: number): string {
  return [...run.lines(first, count)].map((bytes) => decoder.decode(bytes, { stream: true })).join(
    "",
  );
}

/** Boards of every shape: with one and with two halves, with columns of unlike width, and none. */
const SIZES = [[4, 4], [8, 8], [6, 6], [7, 9], [5, 12], [16, 4], [4, 8], [20, 4], [13, 4]] as const;

const KNOBS: Readonly<Record<string, readonly KnobSettings["knobs"][]>> = {
  "grid-path": [
    {},
    { ask: "way" },
    { ask: "way", blocked: 0, most: 6 },
    { ask: "way", blocked: 37, unique: true },
    { blocked: 50, most: 5 },
    { detour: 40, least: 2 },
    { detour: 60, unique: true, ask: "way" },
    { form: "choice" },
    { gap: 2 },
  ],
  "next-move": [{}, { blocked: 35, detour: 50 }, { form: "true-false", unique: true }],
  "path-count": [{}, { blocked: 0, ways: 5000 }, { fewest: 1, ways: 1 }, { detour: 20 }],
};

for (const [name, settings] of Object.entries(KNOBS)) {
  Deno.test(`${name}: the kernel draws what its twin draws, byte for byte`, () => {
    const task = TASKS.find((t) => t.name === name)!;
    let compared = 0;
    for (const [width, height] of SIZES) {
      for (const own of settings) {
        const knobs = { width, height, ...own };
        const [kernel, twin] = (["wasm", "javascript"] as const).map((engine) =>
          new Run(task, { seed: 5, knobs, engine })
        ) as [Run, Run];
        for (const first of [0, 2 ** 32 - 100, 2 ** 40 + 3]) {
          assertEquals(textOf(kernel, first, 300), textOf(twin, first, 300));
          compared += 300;
        }
      }
    }
    assert(compared > 10_000);
  });
}
