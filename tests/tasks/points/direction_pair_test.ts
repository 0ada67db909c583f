import { direction, type KnobValue, resolveKnobs } from "../../../tasks/mod.ts";
import type { Chance } from "../../../tasks/chance.ts";
import { DirectionPair } from "../../../tasks/points/direction_pair.ts";
import { hundredthsOf, marginHundredths } from "../../../tasks/points/pair_margin.ts";
import { Points } from "../../../tasks/points/points.ts";
import { SECTOR_SYSTEMS } from "../../../geometry/mod.ts";
import { assert, assertEquals, assertLess } from "../../_assert.ts";

type Knobs = Readonly<Record<string, KnobValue>>;

/** A small map, so that all pairs can be listed. */
const SMALL = { lattice: 9, spacing: 20, distractors: 0 };

const SETTINGS: readonly Knobs[] = [
  {},
  { margin: 0 },
  { margin: 8, frame: "y-down" },
  { balance: false },
  { sectors: "image-four", margin: 0 },
  { sectors: "image-four", margin: 0, unique: false },
  { sectors: "image-four", margin: 0, unique: false, balance: false, frame: "y-down" },
  { sectors: "quadrants", margin: 0, unique: false },
  { sectors: "quadrants", margin: 3, unique: false, spacing: 60 },
  { sectors: "sparkle-eight", margin: 0, balance: false, spacing: 1 },
  { sectors: "sparkle-eight", margin: 0, frame: "y-down" },
  { sectors: "sparkle-four", margin: 0 },
  { sectors: "sparkle-four", margin: 0, balance: false, frame: "y-down" },
];

function pairOf(knobs: Knobs) {
  const values = resolveKnobs(direction, { knobs: { ...SMALL, ...knobs } }).values as never;
  const points = new Points({ ...(values as typeof SMALL), objects: 2 } as never, 0);
  const sectors = (values as { sectors: keyof typeof SECTOR_SYSTEMS }).sectors;
  const labels = [...new Set(SECTOR_SYSTEMS[sectors].labels)];
  const pair = new DirectionPair(values, points, { labels, answer: 6, margin: 7 });
  return { pair, labels, values: values as Record<string, number | string | boolean> };
}

/** Gives the words that draw a number, the high ones first. */
function chanceOf(drawn: number): Chance {
  const words = [Math.floor(drawn / 2 ** 32) * 4096, drawn % 2 ** 32];
  return { bits: () => words.shift()! | 0 } as unknown as Chance;
}

/** How often each pair of places is drawn for a target, over all numbers there are. */
function drawn(knobs: Knobs, target: number): Map<string, number> {
  const { pair, labels } = pairOf(knobs);
  const { total } = pair.table.targets[target]!;
  const rows = new Int32Array(8);
  const counts = new Map<string, number>();
  for (let i = 0; i < total; i++) {
    pair.draw(chanceOf(i), rows, 0, target);
    const key = [rows[1], rows[2], rows[4], rows[5], labels[rows[6]!], rows[7]].join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The same by judging every two places of the map by the solver. */
function listed(knobs: Knobs, target: number): Map<string, number> {
  const { values, labels } = pairOf(knobs);
  const copies = values.unique || (values.margin as number) > 0 ? 1 : 2;
  const size = (values.lattice as number) + 1;
  const gap = Math.ceil((values.lattice as number) * (values.spacing as number) / 100) ** 2;
  const counts = new Map<string, number>();
  for (let i = 0; i < size ** 4; i++) {
    const [ax, ay, bx, by] = [1, size, size ** 2, size ** 3].map((d) => Math.floor(i / d) % size);
    if ((bx! - ax!) ** 2 + (by! - ay!) ** 2 < gap) continue;
    const points = [["a", ax, ay], ["b", bx, by]];
    const { sectors, frame } = values;
    const outcome = direction.solve({ sectors, frame, points, from: "a", to: "b" });
    if (outcome.status === "impossible" || (outcome.status === "tie" && copies === 1)) continue;
    const exact = outcome.status === "exact";
    const margin = exact ? Math.floor((outcome.margin?.value ?? 0) * 100) : 0;
    if (margin < 100 * (values.margin as number)) continue;
    const answers = exact ? [outcome.value] : outcome.status === "tie" ? outcome.values : [];
    for (const answer of answers) {
      if (values.balance && labels.indexOf(answer as string) !== target) continue;
      counts.set([ax, ay, bx, by, answer, margin].join(), exact ? copies : 1);
    }
  }
  return counts;
}

for (const knobs of SETTINGS) {
  Deno.test(`direction draws every pair of an answer equally often: ${JSON.stringify(knobs)}`, () => {
    for (let target = 0; target < pairOf(knobs).pair.targets; target++) {
      assertEquals(drawn(knobs, target), listed(knobs, target));
    }
  });
}

Deno.test("direction draws numbers from the whole range, and leaves out the uneven rest", () => {
  const { pair } = pairOf({});
  const { total } = pair.table.targets[0]!;
  const rows = new Int32Array(8), first = new Int32Array(8);
  pair.draw(chanceOf(0), first, 0, 0);
  const end = 2 ** 52 - 2 ** 52 % total;
  pair.draw(chanceOf(end - total), rows, 0, 0);
  assertEquals(rows, first);
  // The numbers from the end on would favour the first pairs: they are drawn again.
  const words = [...[end, 0].flatMap((n) => [Math.floor(n / 2 ** 32) * 4096, n % 2 ** 32])];
  pair.draw({ bits: () => words.shift()! | 0 } as unknown as Chance, rows, 0, 0);
  assertEquals([rows, words.length], [first, 0]);
});

Deno.test("angles are known to a millionth of a hundredth of a degree", () => {
  let worst = 0;
  for (let i = 0; i <= 3000; i++) {
    for (const [dx, dy] of [[i, 4000 - i], [4000, i], [i + 1, 3], [3999, 4000 - i]] as const) {
      const angle = Math.atan2(dy, dx) * 18000 / Math.PI;
      worst = Math.max(worst, Math.abs(hundredthsOf(dx, dy) - angle));
    }
  }
  assert(worst > 0);
  assertLess(worst, 1e-7);
});

Deno.test("a margin that doubles cannot tell from a whole number is left to the exact classifier", () => {
  // At multiples of 45 degrees margins are whole; 22.5 degrees to either boundary.
  for (const [dx, dy, middle] of [[7, 0, 0], [0, 7, 9000], [7, 7, 4500]] as const) {
    assertEquals(marginHundredths(dx, dy, middle, 2250), -1);
  }
  assertEquals(
    marginHundredths(7, 1, 0, 2250),
    Math.floor(2250 - Math.atan(1 / 7) * 18000 / Math.PI),
  );
});
