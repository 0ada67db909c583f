/**
 * Items a second over the size of an item: `deno task bench:growth` draws `bench/plots/loop.svg`.
 * Each run goes to /dev/null end to end; the sizes are the points or the cells of an item.
 */
import { cpuUsage } from "node:process";
import { direction, gridPath, Run, type Task, tour } from "../../tasks/mod.ts";
import { writeGrowthPlot } from "../_growth_plot.ts";
import { rate } from "./figures.ts";

/** Each figure is the best of so many rounds of so many seconds. */
const ROUNDS = 3, SECONDS = 0.1;

/** Items are made so many at a time. */
const PIECE = 2048;

using file = await Deno.open("/dev/null", { write: true });

function series(
  name: string,
  task: Task,
  sizes: readonly number[],
  knobsOf: (size: number) => Readonly<Record<string, number | string>>,
  sizeOf: (size: number) => number = (size) => size,
) {
  const points = sizes.map((size) => {
    const perSecond = measured(new Run(task, { knobs: knobsOf(size) }));
    console.log(`${name}, ${sizeOf(size)}: ${rate(perSecond)}`);
    return [sizeOf(size), perSecond] as const;
  });
  return { name, points };
}

function measured(run: Run): number {
  let best = 0, first = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const start = cpuUsage();
    let items = 0, taken = 0;
    while (taken < SECONDS) {
      for (const bytes of run.lines(first, PIECE)) file.writeSync(bytes);
      first += PIECE;
      items += PIECE;
      const { user, system } = cpuUsage(start);
      taken = (user + system) / 1e6;
    }
    // The first round warms the compiler up.
    if (round > 0) best = Math.max(best, items / taken);
  }
  return best;
}

const grid = (side: number) => ({ width: side, height: side, most: side + 2 });
const sides = [4, 5, 6, 8, 10, 12, 16, 20];
const square = (side: number) => side * side;

await writeGrowthPlot("loop", {
  title: "The loop end to end, one core",
  size: "points or cells of an item",
  figure: "items a second",
  series: [
    series("direction, points", direction, [2, 3, 4, 5, 6, 8, 10], (points) => ({
      distractors: points - 2,
    })),
    series("tour, points", tour, [4, 5, 6, 7, 8, 9], (objects) => ({ objects })),
    series("grid path, length, cells", gridPath, sides, grid, square),
    series(
      "grid path, way, cells",
      gridPath,
      sides,
      (side) => ({ ...grid(side), ask: "way" }),
      square,
    ),
  ],
});
