import { type KnobValue, region, resolveKnobs } from "../../../tasks/mod.ts";
import type { Chance } from "../../../tasks/chance.ts";
import { RegionCell } from "../../../tasks/points/region_cell.ts";
import { Points } from "../../../tasks/points/points.ts";
import { assertEquals } from "../../_assert.ts";

type Knobs = Readonly<Record<string, KnobValue>>;

const SMALL = { lattice: 12, distractors: 0 };

const CELLS = [
  "bottom left",
  "left",
  "top left",
  "bottom",
  "center",
  "top",
  "bottom right",
  "right",
  "top right",
];

const SETTINGS: readonly Knobs[] = [
  { margin: 0 },
  { margin: 1, frame: "y-down" },
  { margin: 0, cuts: "sparkle", border: 5 },
  { margin: 0, unique: false, balance: false },
  { margin: 0, unique: false, balance: false, lattice: 10, cuts: "sparkle", frame: "y-down" },
  { margin: 1, balance: false },
];

for (const knobs of SETTINGS) {
  Deno.test(`region draws every place of a cell equally often: ${JSON.stringify(knobs)}`, () => {
    const { values } = resolveKnobs(region, { knobs: { ...SMALL, ...knobs } });
    const { lattice, border, margin, unique, balance, cuts, frame } = values as never as {
      [name: string]: number;
    };
    const points = new Points({ ...values, objects: 1 } as never, 0);
    const cell = new RegionCell(values as never, points);
    const bands = cell.begins.length - 1;
    const rows = new Int32Array(4);
    const counts = new Map<string, number>();
    for (let target = 0; target < cell.targets; target++) {
      const size = (band: number) => cell.begins[band + 1]! - cell.begins[band]!;
      for (let c = 0; c < size(Math.floor(target / bands)); c++) {
        for (let r = 0; r < size(target % bands); r++) {
          const words = [c, r];
          const chance = { below: () => words.shift()! } as unknown as Chance;
          const gap = cell.draw(chance, rows, 0, target);
          const key = [rows[1], rows[2], CELLS[cell.answer], gap].join();
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
      }
    }

    const expected = new Map<string, number>();
    const least = Math.ceil(lattice! * border! / 100);
    for (let x = least; x <= lattice! - least; x++) {
      for (let y = least; y <= lattice! - least; y++) {
        const instance = { frame, points: [["a", x, y]], of: "a", side: lattice, cuts };
        const outcome = region.solve(instance);
        const exact = outcome.status === "exact";
        if (outcome.status !== "exact" && outcome.status !== "tie") throw new Error(outcome.status);
        // The bound is a double rounded down.
        const gap = exact ? Math.floor(outcome.margin!.value * 100 + 1e-9) : 0;
        if (gap < 100 * margin! || (!exact && unique)) continue;
        const answers = exact ? [outcome.value] : outcome.values;
        const whole = balance || unique ? 1 : 4;
        for (const answer of answers) {
          expected.set([x, y, answer, gap].join(), whole / answers.length);
        }
      }
    }
    assertEquals(counts, expected);
  });
}
