import { drawingToPng, drawingToSvg } from "../../render/mod.ts";
import { drawingsOf, type Item, type Run, Run as Runs } from "../../tasks/mod.ts";
import { NAIVE, writeNaive } from "./rivals/naive.ts";
import { runsOf, sourceOf, type Work } from "./works.ts";

/** One thing that is measured: it works on so many items, and is timed as a whole. */
export interface Stage {
  /** What is done. */
  readonly stage: string;
  /** How many items one call works on. */
  readonly items: number;
  /** Does it; returns the bytes that were written. */
  run(): number;
}

/** How much is done, and where lines go: to a file, so that the cost of writing counts. */
export interface StageOptions {
  /** The most items of a stage; slow works make as many as they can in {@link SECONDS}. */
  readonly items: number;
  readonly sink: (bytes: Uint8Array) => void;
}

/** The stage that rivals are held against. */
export const WHOLE = "end to end";

/** The stage of the rival that runs in the same process. */
const JOINED = "naive TypeScript, joined writes";

const encoder = new TextEncoder();

/** A stage of the loop works on so many items at least. */
const LEAST_ITEMS = 1000;

/** About how long a stage of the loop is to take. */
const SECONDS = 0.1;

/** Objects and pictures are so much slower than lines that fewer of them are enough. */
const OBJECTS = 200, PICTURES = 20, NAIVE_ITEMS = 10_000;

/**
 * The stages of a work. The loop samples and solves a batch of rows, then words and writes them in
 * one go: these two and the sum of both can be told apart, and are followed by what is done to one
 * item at a time.
 */
export function stagesOf(work: Work, options: StageOptions): readonly Stage[] {
  const runs = runsOf(work);
  const some = { ...options, items: enough(runs, options.items) };
  return [
    ...loopStages(runs, some.items),
    whole(WHOLE, runs, some),
    ...(runs.length === 1 ? itemStages(runs[0]!) : []),
    ...(work.naive.length === 0 ? [] : [naive(work.naive, options)]),
  ];
}

/** So many items as are made in about {@link SECONDS} or some more, at most `most`. */
function enough(runs: readonly Run[], most: number): number {
  const source = sourceOf(runs);
  for (let items = LEAST_ITEMS;; items *= 2) {
    const start = performance.now();
    for (const _ of source.lines(0, items)) continue;
    // The first is slow, for what it needs is made then.
    const isTimed = items > LEAST_ITEMS;
    if (items >= most) return most;
    if (isTimed && performance.now() - start > 1000 * SECONDS) return items;
  }
}

function loopStages(runs: readonly Run[], items: number): readonly Stage[] {
  const writers = Runs.writers(runs, runs.map((_, i) => i));
  const { batch } = writers;
  const size = batch * runs.length;
  const rounds = Math.ceil(items / size);
  // A buffer holds so many lines at least.
  const lines = Math.floor(writers.buffer.length / writers.longest);
  const fill = (round: number) => runs.forEach((_, i) => writers.fill(i, round * batch, batch));
  fill(0);
  return [
    {
      stage: "sample and solve",
      items: rounds * size,
      run() {
        for (let round = 0; round < rounds; round++) fill(round);
        return 0;
      },
    },
    {
      stage: "word and write",
      items: rounds * size,
      run() {
        let bytes = 0;
        for (let round = 0; round < rounds; round++) {
          writers.begin();
          for (let done = 0; done < size; done += lines) {
            const count = Math.min(lines, size - done);
            bytes += runs.length === 1
              ? writers.write(0, done, count, 0)
              : writers.next(done % runs.length, count, 0);
          }
        }
        return bytes;
      },
    },
  ];
}

function whole(stage: string, runs: readonly Run[], { items, sink }: StageOptions): Stage {
  const source = sourceOf(runs);
  return {
    stage,
    items,
    run() {
      let length = 0;
      for (const bytes of source.lines(0, items)) {
        sink(bytes);
        length += bytes.length;
      }
      return length;
    },
  };
}

function itemStages(run: Run): readonly Stage[] {
  const items = Array.from({ length: OBJECTS }, (_, i) => run.item(i));
  const { task } = run;
  const each = (stage: string, of: readonly Item[], act: (item: Item) => unknown): Stage => ({
    stage,
    items: of.length,
    run() {
      of.forEach(act);
      return 0;
    },
  });
  const pictured = items.slice(0, PICTURES);
  const draw = (item: Item) => drawingsOf(task, { ...item, alt: item.question })[0]!;
  return [
    each("solve one instance", items, (item) => task.solve(item.instance)),
    each("make one object", items, (item) => run.item(item.index)),
    each("draw as SVG", pictured, (item) => drawingToSvg(draw(item))),
    each("draw as PNG", pictured, (item) => drawingToPng(draw(item))),
  ];
}

function naive(names: readonly string[], { sink }: StageOptions): Stage {
  const makers = names.map((name) => NAIVE[name]!);
  return {
    stage: JOINED,
    items: NAIVE_ITEMS,
    run() {
      let length = 0;
      writeNaive(makers, NAIVE_ITEMS, (text) => {
        const bytes = encoder.encode(text);
        sink(bytes);
        length += bytes.length;
      });
      return length;
    },
  };
}
