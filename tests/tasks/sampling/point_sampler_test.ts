import {
  direction,
  distance,
  position,
  region,
  resolveKnobs,
  Run,
  type Task,
} from "../../../tasks/mod.ts";
import { assert, assertEquals, assertGreater, assertLess } from "../../_assert.ts";
import fc from "../../_fast_check.ts";

/** The tasks whose rows the kernel of points samples. */
const SAMPLED: readonly Task[] = [direction, distance, region, position];

/** Items of each setting; `ALIDADE_ITEMS` asks for more. */
const ITEMS = Number(Deno.env.get("ALIDADE_ITEMS") ?? 300);

const decoder = new TextDecoder();

function textOf(run: Run, first: number, count: number): string {
  let text = "";
  for (const bytes of run.lines(first, count)) text += decoder.decode(bytes);
  return text;
}

/** The same made one by one, by the plan's own `sample`. */
function itemsOf(run: Run, first: number, count: number): string {
  const items = Array.from({ length: count }, (_, i) => run.item(first + i));
  return items.map((item) => `${JSON.stringify(item)}\n`).join("");
}

Deno.test("every profile of these tasks has a kernel", () => {
  for (const task of SAMPLED) {
    for (const profile of Object.keys(task.profiles)) {
      const { values } = resolveKnobs(task, { profile });
      assert("sampler" in (task.begin?.(values).fast?.() ?? task.plan!(values)), profile);
    }
  }
});

/** Any value of any knob; those that leave no room are left out by the caller. */
function anyKnobs(task: Task) {
  return fc.record(Object.fromEntries(
    Object.entries(task.knobs).map(([name, knob]) => [
      name,
      knob.type === "word" ? fc.constantFrom(...knob.of) : knob.type === "flag"
        ? fc.boolean()
        // Small values leave room, large ones reach what the kernel does not cover.
        : fc.oneof(
          fc.integer({ min: knob.least, max: Math.min(knob.most, knob.least + 12) }),
          fc.integer({ min: knob.least, max: knob.most }),
          fc.constant(knob.default),
        ),
    ]),
  ));
}

for (const task of SAMPLED) {
  Deno.test(`${task.name}: batches are sampled as items one by one are, whatever the knobs`, () => {
    let sampled = 0;
    fc.assert(
      fc.property(anyKnobs(task), fc.nat(1_000_000), fc.nat(2 ** 30), (knobs, seed, first) => {
        const attempt = (write: () => string) => {
          try {
            return write();
          } catch (error) {
            assert(error instanceof RangeError, String(error));
            return error.message;
          }
        };
        const batches = attempt(() => textOf(new Run(task, { seed, knobs }), first, 120));
        const single = attempt(() => itemsOf(new Run(task, { seed, knobs }), first, 120));
        if (single.startsWith("{")) sampled++;
        return batches === single;
      }),
      { numRuns: Math.ceil(ITEMS / 10) },
    );
    assertGreater(sampled, ITEMS / 100);
  });

  Deno.test(`${task.name}: batches are sampled as items one by one are, by default`, () => {
    for (const profile of Object.keys(task.profiles)) {
      const single = itemsOf(new Run(task, { seed: 5, profile }), 0, 10 * ITEMS);
      assert(textOf(new Run(task, { seed: 5, profile }), 0, 10 * ITEMS) === single, profile);
    }
  });

  Deno.test(`${task.name}: batches are the same where records say what the picture shows where`, () => {
    const run = new Run(task, { seed: 5, images: "svg", boxes: "pixels" });
    assertEquals(textOf(run, 50, ITEMS), itemsOf(run, 50, ITEMS));
  });

  Deno.test(`${task.name}: batches may begin anywhere, and cross 2^32`, () => {
    for (const first of [1, 255, 2 ** 31 - 3, 2 ** 32 - 130, 2 ** 32, 5 * 2 ** 32 - 1, 2 ** 52]) {
      const run = new Run(task, { seed: 6 });
      const items = Array.from(
        { length: 261 },
        (_, i) => `${JSON.stringify(run.item(first + i))}\n`,
      );
      assertEquals(textOf(run, first, 261), items.join(""));
    }
  });
}

/** Pearson's statistic of counts that are to be equal; its deviations from what is expected. */
function deviation(counts: readonly number[]): number {
  const mean = counts.reduce((sum, c) => sum + c, 0) / counts.length;
  const square = counts.reduce((sum, c) => sum + (c - mean) ** 2 / mean, 0);
  return Math.abs(square - (counts.length - 1)) / Math.sqrt(2 * (counts.length - 1));
}

function tally<T>(items: readonly T[], key: (item: T, i: number) => string | number): number[] {
  const counts = new Map<string | number, number>();
  items.forEach((item, i) => counts.set(key(item, i), (counts.get(key(item, i)) ?? 0) + 1));
  return [...counts.values()];
}

interface Shown {
  readonly index: number;
  readonly question: string;
  readonly answer: string;
  readonly instance: { readonly points: readonly (readonly [string, number, number])[] };
}

for (const task of SAMPLED) {
  Deno.test(`${task.name}: answers, names, questions and places are even in every lane`, () => {
    const lines = textOf(new Run(task, { seed: 9 }), 0, 40_000).trimEnd().split("\n");
    const items = lines.map((line) => JSON.parse(line) as Shown);
    const points = (item: Shown) => item.instance.points;
    const isBalanced = task === direction || task === region;
    const even: Record<string, (item: Shown) => string | number> = {
      names: (item) => points(item).map((p) => p[0]).join(),
      "first names": (item) => points(item)[0]![0],
      ...(isBalanced ? { answers: (item) => item.answer } : {}),
    };
    for (let lane = 0; lane < 4; lane++) {
      const some = items.filter((_, i) => i % 4 === lane);
      for (const [what, key] of Object.entries(even)) {
        assertLess(deviation(tally(some, key)), 5, `${what} in lane ${lane}`);
      }
      // Places are symmetric: those of the left and right, lower and upper half are as many.
      for (const point of [0, 1]) {
        for (const axis of [1, 2]) {
          const halves = tally(some, (item) => Math.sign(points(item)[point]![axis as 1] - 500));
          assertLess(deviation(halves.sort((a, b) => b - a).slice(0, 2)), 5, `lane ${lane}`);
        }
      }
    }
    // What follows each other is independent.
    const pairs = tally(
      items.slice(1),
      (item, i) => `${points(item)[0]![0]} ${points(items[i]!)[0]![0]}`,
    );
    assertLess(deviation(pairs), 5);
  });
}
