import { drawingToPng, drawingToSvg } from "../../render/mod.ts";
import { type Item, Mix, Run, type Task } from "../../tasks/mod.ts";
import { NAIVE, writeNaive } from "./naive.ts";

/** One thing that is measured: it works on so many items, and is timed as a whole. */
export interface Stage {
  /** What it belongs to: a task's name, or `mix`. */
  readonly task: string;
  /** What is done. */
  readonly stage: string;
  /** How many items one call works on. */
  readonly items: number;
  /** Does it. */
  run(): void;
}

/** Where lines go: the file is written to, so that the cost of writing counts. */
export type Sink = (bytes: Uint8Array) => void;

const encoder = new TextEncoder();

/** Pictures are so much slower than the rest that fewer of them are enough. */
const PICTURES = 100;

/** The stages of one task, and its naive rival where it has one. */
export function stagesOf(
  task: Task,
  options: { readonly items: number; readonly sink: Sink },
): Stage[] {
  const { items, sink } = options;
  const run = new Run(task, { seed: 1 });
  const script = new Run(task, { seed: 1, engine: "javascript" });
  const writers = Run.writers([run]);
  const some = Array.from({ length: Math.min(items, 500) }, (_, i) => run.item(i));
  const pictures = some.slice(0, PICTURES);
  const few = (stage: string, each: (item: Item) => unknown, of = some): Stage => ({
    task: task.name,
    stage,
    items: of.length,
    run: () => of.forEach(each),
  });
  const draw = (item: Item) => task.draw(item.instance, item.question);
  const stages: Stage[] = [
    {
      task: task.name,
      stage: "sample and solve",
      items,
      run: () => eachBatch(items, writers.batch, (first, count) => writers.fill(0, first, count)),
    },
    {
      task: task.name,
      stage: "write",
      items,
      run: () => eachBatch(items, writers.batch, (_, count) => void writers.write(0, 0, count, 0)),
    },
    {
      task: task.name,
      stage: "end to end",
      items,
      run: () => {
        for (const bytes of run.lines(0, items)) sink(bytes);
      },
    },
    {
      task: task.name,
      stage: "without WebAssembly",
      items,
      run: () => {
        for (const bytes of script.lines(0, items)) sink(bytes);
      },
    },
    few("solve one instance", (item) => task.solve(item.instance)),
    few("word one item", (item) => run.item(item.index)),
    few("draw as SVG", (item) => drawingToSvg(draw(item)), pictures),
    few("draw as PNG", (item) => drawingToPng(draw(item)), pictures),
  ];
  const rival = NAIVE[task.name];
  if (rival !== undefined) stages.push(naive(task.name, [rival], { items, sink }));
  return stages;
}

/** All tasks that have a rival, in turn, beside the rivals in turn. */
export function mixStages(
  tasks: readonly Task[],
  options: { readonly items: number; readonly sink: Sink },
): Stage[] {
  const { items, sink } = options;
  const rivalled = tasks.filter((task) => NAIVE[task.name] !== undefined);
  const mix = new Mix(rivalled.map((task) => new Run(task, { seed: 1 })));
  return [
    {
      task: "mix",
      stage: "end to end",
      items,
      run: () => {
        for (const bytes of mix.lines(0, items)) sink(bytes);
      },
    },
    naive("mix", rivalled.map((task) => NAIVE[task.name]!), options),
  ];
}

function naive(
  task: string,
  makers: Parameters<typeof writeNaive>[0],
  options: { readonly items: number; readonly sink: Sink },
): Stage {
  const { sink } = options;
  const items = Math.min(options.items, 20_000);
  const run = () => writeNaive(makers, items, (text) => sink(encoder.encode(text)));
  return { task, stage: "naive TypeScript", items, run };
}

function eachBatch(
  items: number,
  batch: number,
  act: (first: number, count: number) => void,
): void {
  for (let first = 0; first < items; first += batch) act(first, Math.min(batch, items - first));
}
