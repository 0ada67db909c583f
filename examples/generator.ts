// A generator of one's own: items of two tasks by turns, as lines of JSON for a training loop.
import { direction, Mix, Run, tour } from "@alidade/core/tasks";

const seed = Number(Deno.args[0] ?? 7);
const count = Number(Deno.args[1] ?? 4);
const runs = [
  new Run(direction, { seed, knobs: { form: "choice" } }),
  new Run(tour, { seed, level: "easy" }),
];
// Three directions for one tour. An item depends on its index alone: any part can be made anywhere.
const mix = new Mix(runs, [3, 1]);
for (const lines of mix.lines(0, count)) await Deno.stdout.write(lines);
