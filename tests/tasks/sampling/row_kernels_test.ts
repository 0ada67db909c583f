import { type KnobSettings, Run, type Task, TASKS } from "../../../tasks/mod.ts";
import { BOARD_KERNEL } from "../../../tasks/sampling/_board_kernel_base64.ts";
import { buildRowKernel, ROW_KERNELS } from "../../../builds/row_kernels.ts";
import { POINT_KERNEL } from "../../../tasks/sampling/_point_kernel_base64.ts";
import { SCATTER_KERNEL } from "../../../tasks/sampling/_scatter_kernel_base64.ts";
import { assert, assertEquals } from "../../_assert.ts";
import { THOROUGH } from "../../_thorough.ts";

const BUILDS = { BOARD_KERNEL, POINT_KERNEL, SCATTER_KERNEL };

for (const [name, constant] of ROW_KERNELS) {
  Deno.test(`${name}: what is checked in is the build of its source`, async () => {
    assertEquals((await buildRowKernel(name)).toBase64(), BUILDS[constant]);
  });
}

function linesOf(run: Run, first: number, count: number): string[] {
  let text = "";
  const decoder = new TextDecoder();
  for (const bytes of run.lines(first, count)) text += decoder.decode(bytes);
  return text.split("\n").slice(0, -1);
}

/** Items at each place; `ALIDADE_THOROUGH` asks for more. */
const COUNT = THOROUGH ? 300 : 60;

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
    { blocked: 40, least: 6, most: 9 },
    { form: "choice" },
    { gap: 2 },
  ],
  "next-move": [{}, { blocked: 35, detour: 50 }, { form: "true-false", unique: true }],
  "landmark-order": [{}, { landmarks: 4, form: "choice", blocked: 10 }],
  "path-count": [{}, { blocked: 0, ways: 5000 }, { fewest: 1, ways: 1 }, { detour: 20 }],
};

/** Of tours: few names and many, places that are often too near, and lattices of all sizes. */
const TOURS: readonly KnobSettings["knobs"][] = [
  {},
  { objects: 9, spacing: 25 },
  { objects: 4, lattice: 20, tour: "closed" },
  { names: "sparkle-tour", spacing: 30, objects: 5 },
  { names: "sparkle-tour", objects: 7, distractors: 2 },
  { names: "labels", distractors: 3, tour: "open-free" },
  { lattice: 1447 },
  { lattice: 1448, spacing: 30 },
  { ask: "length", form: "choice", border: 20 },
];

/**
 * Lines from the kernel are the items that the plan's own `sample` draws one by one, at the
 * beginning, and where indices pass 2^32.
 */
function compare(task: Task, knobs: NonNullable<KnobSettings["knobs"]>): number {
  const run = new Run(task, { seed: 5, knobs });
  const firsts = [0, 2 ** 32 - 100, 2 ** 40 + 3];
  for (const first of firsts) {
    const drawn = linesOf(run, first, COUNT);
    assertEquals(drawn.length, COUNT);
    drawn.forEach((line, i) => {
      const expected = JSON.stringify(run.item(first + i));
      assert(line === expected, `${JSON.stringify(knobs)}: ${line}, must be ${expected}`);
    });
  }
  return COUNT * firsts.length;
}

for (const [name, settings] of Object.entries(KNOBS)) {
  Deno.test(`${name}: the kernel draws what the plan draws one by one`, () => {
    const task = TASKS.find((t) => t.name === name)!;
    let compared = 0;
    for (const [width, height] of SIZES) {
      for (const own of settings) compared += compare(task, { width, height, ...own });
    }
    assert(compared > 2000, String(compared));
  });
}

Deno.test("tour: the kernel draws what the plan draws one by one", () => {
  for (const knobs of TOURS) compare(TASKS.find((t) => t.name === "tour")!, knobs!);
});
