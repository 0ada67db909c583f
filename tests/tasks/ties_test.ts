import {
  direction,
  distanceOrder,
  type Item,
  region,
  Run,
  scoreReply,
  type Task,
} from "../../tasks/mod.ts";
import { assert, assertEquals, assertGreater } from "../_assert.ts";
import { itemCount } from "../_item_count.ts";

/** Items of each setting; `ALIDADE_ITEMS` asks for more. */
const ITEMS = itemCount(150);

/** Settings under which every other item is a tie. */
const CLOSE = { unique: false, margin: 0, lattice: 4, spacing: 1, distractors: 0 };

const SETTINGS: readonly (readonly [Task, Record<string, number | boolean | string>])[] = [
  [direction, { ...CLOSE, sectors: "image-four", balance: false }],
  [direction, { ...CLOSE, sectors: "quadrants" }],
  [distanceOrder, { ...CLOSE, objects: 3 }],
  [distanceOrder, { ...CLOSE, objects: 4, ask: "shortest" }],
  [distanceOrder, { ...CLOSE, objects: 4, ask: "longer" }],
  [region, { ...CLOSE, lattice: 6, balance: false }],
];

type Places = readonly (readonly [name: string, x: number, y: number])[];

/** The right answers by plain arithmetic, in English. */
function rightOf(item: Item): Set<string> {
  const { points, from, to, of, ask, side, sectors } = item.instance as unknown as {
    points: Places;
    from: string;
    to: string;
    of: string | string[];
    ask: string;
    side: number;
    sectors: string;
  };
  const at = (name: string) => points.find(([own]) => own === name)!;
  if (sectors !== undefined) {
    const [, fx, fy] = at(from), [, tx, ty] = at(to);
    return sectorsOf(tx - fx, ty - fy, sectors === "quadrants" ? 0 : -45);
  }
  if (typeof of === "string") {
    const [, x, y] = at(of);
    const bands = (v: number) =>
      [0, 1, 2].filter((b) => 3 * v >= b * side && 3 * v <= (b + 1) * side);
    const across = ["left", "", "right"], up = ["bottom", "", "top"];
    return new Set(
      bands(x).flatMap((c) => bands(y).map((r) => `${up[r]} ${across[c]}`.trim() || "center")),
    );
  }
  const square = (a: string, b: string) => (at(a)[1] - at(b)[1]) ** 2 + (at(a)[2] - at(b)[2]) ** 2;
  const pairs = ask === "nearest"
    ? of.slice(1).map((b) => [of[0]!, b, b])
    : ask === "longer"
    ? [[of[0]!, of[1]!], [of[2]!, of[3]!]]
    : of.flatMap((a, i) => of.slice(i + 1).map((b) => [a, b]));
  const all = pairs.map(([a, b]) => square(a!, b!));
  const best = ask === "longer" ? Math.max(...all) : Math.min(...all);
  return new Set(
    pairs.filter((_, i) => all[i] === best).map(([a, b, one]) => one ?? `${a} and ${b}`),
  );
}

/** The sectors of 90 degrees from a first angle on that hold an angle; on a boundary both. */
function sectorsOf(x: number, y: number, first: number): Set<string> {
  const labels = first === 0
    ? ["top right", "top left", "bottom left", "bottom right"]
    : ["right", "top", "left", "bottom"];
  const angle = (Math.atan2(y, x) * 180 / Math.PI - first + 720) % 360 / 90;
  const near = Math.round(angle);
  const at = (i: number) => labels[(i + 4) % 4]!;
  // On so small a lattice no angle comes near to a boundary without lying on it.
  return Math.abs(angle - near) < 1e-9
    ? new Set([at(near - 1), at(near)])
    : new Set([at(Math.floor(angle))]);
}

for (const [task, knobs] of SETTINGS) {
  const named = Object.entries(knobs).map(([k, v]) => `${k}=${v}`).slice(5).join(" ");
  Deno.test(`ties: ${task.name} ${named} excludes every tied answer from claims and options`, () => {
    let tied = 0;
    for (const form of ["open", "choice", "true-false"]) {
      const run = new Run(task, { seed: 1, knobs: { ...knobs, form } });
      for (let i = 0; i < ITEMS; i++) {
        const item = run.item(i);
        const right = rightOf(item);
        if (right.size > 1) tied++;
        if (form === "open") assert(right.has(item.answer), item.id);
        if (form === "true-false") {
          assertEquals(item.answer, String(right.has(item.claim!)), item.id);
        }
        if (form === "choice") {
          const options = item.choices!.filter((choice) => right.has(choice));
          assertEquals(options, [item.choices!["ABCD".indexOf(item.answer)]], item.id);
        }
        assertEquals(scoreReply(task, item, item.answer), "right", item.id);
      }
    }
    assertGreater(tied, ITEMS / 20);
  });
}

Deno.test("ties: the item that once called a nearest point false", () => {
  const knobs = { ...CLOSE, form: "true-false", objects: 3 };
  const run = new Run(distanceOrder, { seed: 1, knobs });
  for (let i = 0; i < 200; i++) {
    const item = run.item(i);
    assertEquals(item.answer, String(rightOf(item).has(item.claim!)), item.id);
  }
  // Green is as near to blue as to olive.
  const instance = {
    frame: "y-up",
    points: [["green", 2, 1], ["blue", 3, 3], ["olive", 4, 0]],
    ask: "nearest",
    of: ["green", "blue", "olive"],
  };
  assertEquals(distanceOrder.solve(instance), { status: "tie", values: ["blue", "olive"] });
});
