import { Run, type Task, TASKS } from "../../tasks/mod.ts";
import { assert, assertEquals } from "../_assert.ts";

const task = (name: string): Task => TASKS.find((task) => task.name === name)!;

/** A coordinate as hundredths. */
const hundredths = (x: unknown) => Math.round(Number(x) * 100);

/** The points of an instance by name, where its question shows them. */
function places(instance: Record<string, unknown>): Map<string, [number, number]> {
  const inner = (instance.instance ?? instance) as Record<string, unknown>;
  return new Map(
    (inner.points as [string, unknown, unknown][]).map(([name, x, y]) => [
      name,
      [hundredths(x), hundredths(y)],
    ]),
  );
}

Deno.test("no question in four quadrants has two points in one row or column of the map", () => {
  const settings = [
    ["description", { sectors: "sparkle-four", lattice: 12 }],
    ["description", { sectors: "sparkle-four", lattice: 20, frame: "y-down" }],
    ["sparkle", { sectors: "sparkle-four", lattice: 20, decimals: 0, spacing: 10 }],
    ["direction", { sectors: "sparkle-four", lattice: 20, margin: 0 }],
    ["direction", { sectors: "sparkle-four", lattice: 20, margin: 0, balance: false }],
  ] as const;
  for (const [name, knobs] of settings) {
    const run = new Run(task(name), { seed: 1, knobs });
    for (let i = 0; i < 300; i++) {
      const { instance } = run.item(i);
      const at = places(instance as Record<string, unknown>);
      const { from, to, of } = ((instance as Record<string, unknown>).instance ?? instance) as {
        from?: string;
        to?: string;
        of?: string | string[];
      };
      const asked = from !== undefined ? [from, to!] : Array.isArray(of) ? of : [];
      for (const a of asked) {
        for (const b of asked) {
          if (a === b) continue;
          const [[ax, ay], [bx, by]] = [at.get(a)!, at.get(b)!];
          assert(ax !== bx && ay !== by, `${name} ${i}: ${a} and ${b}`);
        }
      }
    }
  }
});

Deno.test("what lies between two of Sparkle's quadrants is a tie", () => {
  const points = [["purple", 4, 0], ["blue", 9, 0]];
  const frame = "y-up", sectors = "sparkle-four";
  const asked = { sectors, frame, points, from: "purple", to: "blue" };
  assertEquals(task("direction").solve!(asked), {
    status: "tie",
    values: ["down right", "top right"],
  });
  const described = { frame, sectors, points, of: ["purple", "blue"], side: 12 };
  const outcome = task("description").solve!(described);
  assert(outcome.status === "tie");
  const directions = outcome.values.map((v) => (v as { pairs: [{ direction: string }] }).pairs[0]);
  assertEquals(directions.map((pair) => pair.direction), ["down right", "top right"]);
});

Deno.test("Sparkle's left is one direction: its margin runs to the next other answer", () => {
  const margin = (x: number, y: number) => {
    const points = [["a", 50, 50], ["b", 50 + x, 50 + y]];
    const instance = { sectors: "sparkle-eight", frame: "y-up", points, from: "a", to: "b" };
    const outcome = task("direction").solve!(instance);
    assert(outcome.status === "exact" && outcome.value === "left");
    return outcome.margin!.value;
  };
  const degree = (x: number, y: number) => 11.25 - Math.abs(Math.atan2(y, -x)) * 180 / Math.PI;
  for (const [x, y] of [[-40, 1], [-40, -1], [-40, 0], [-40, 7], [-40, -7]] as const) {
    const right = degree(x, y);
    assert(margin(x, y) <= right && margin(x, y) > right - 1e-6, `${x}, ${y}`);
  }
});

Deno.test("margins of Sparkle's left, drawn in rows, are the solver's", () => {
  for (const balance of [true, false]) {
    const knobs = { sectors: "sparkle-eight", margin: 0, balance, lattice: 60 };
    const run = new Run(task("direction"), { seed: 3, knobs });
    let lefts = 0;
    for (let i = 0; i < 600; i++) {
      const { answer, instance, margin } = run.item(i);
      if (answer !== "left") continue;
      lefts++;
      const outcome = run.task.solve!(instance);
      assert(outcome.status === "exact");
      assertEquals(margin, Math.floor(outcome.margin!.value * 100) / 100);
    }
    assert(lefts > 20);
  }
});
