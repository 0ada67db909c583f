import { type Drawing, drawingToPng, type Shape } from "../../render/mod.ts";
import {
  BOX_CONVENTIONS,
  direction,
  drawingsOf,
  type Item,
  type KnobValue,
  Run,
  type Task,
  TASKS,
} from "../../tasks/mod.ts";
import { COLOURS } from "../../tasks/points/colours.ts";
import { COMMON_WORDS } from "../../text/wordings/common.ts";
import { assert, assertEquals, assertThrows } from "../_assert.ts";
import { readPng } from "../render/_pixels.ts";

/** The shape that is the mark of a name: of that colour, or around a label's middle, or above it. */
function markOf({ shapes }: Drawing, name: string): Shape {
  const named = shapes.filter((shape) => "of" in shape && shape.of === name);
  if (named.length === 1) return named[0]!;
  const paint = COLOURS.find((_, i) =>
    Object.values(COMMON_WORDS).some((words) => words.colours[i] === name)
  )?.paint;
  const coloured = shapes.filter((s) => s.kind === "circle" && s.fill === paint);
  if (coloured.length === 1) return coloured[0]!;
  const label = shapes.findLast((s) => s.kind === "text" && s.text === name);
  assert(label?.kind === "text", name);
  const around = shapes.filter((shape) => {
    if (shape.kind === "circle") {
      const { cx, cy, r } = shape;
      return cx === label.x && (cy === label.y || label.y === cy - r - 12);
    }
    return shape.kind === "rect" && shape.x + shape.width / 2 === label.x &&
      shape.y + shape.height / 2 === label.y;
  });
  assertEquals(around.length, 1, name);
  return around[0]!;
}

/** The box of all pixels that differ from the paper, the last ones not included. */
function paintedBox(drawing: Drawing): number[] {
  const background = "#ff00ff";
  const { width, height, rgb } = readPng(drawingToPng({ ...drawing, background }));
  const box = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 3 * (y * width + x);
      if (rgb[at] === 255 && rgb[at + 1] === 0 && rgb[at + 2] === 255) continue;
      box[0] = Math.min(box[0]!, x);
      box[1] = Math.min(box[1]!, y);
      box[2] = Math.max(box[2]!, x + 1);
      box[3] = Math.max(box[3]!, y + 1);
    }
  }
  return box;
}

/** Those that have pictures. */
const PICTURED = TASKS.filter(({ kind }) => kind?.draw !== undefined);

/** The fair and the last profile, and further knobs where a task has them. */
function settingsOf(task: Task) {
  const further: Record<string, KnobValue>[] = [
    { frame: "y-down", names: "labels" },
    { width: 7, height: 4 },
    { columns: 5, rows: 2 },
    { size: 7 },
  ];
  const known = further.filter((knobs) => Object.keys(knobs).every((name) => name in task.knobs));
  return [
    {},
    { profile: Object.keys(task.profiles).at(-1)! },
    ...known.map((knobs) => ({ knobs })),
  ];
}

for (const task of PICTURED) {
  Deno.test(`boxes: ${task.name} paints each mark on its box and nowhere else`, () => {
    for (const settings of settingsOf(task)) {
      const run = new Run(task, { seed: 9, images: "png", boxes: "pixels", ...settings });
      for (let i = 0; i < 2; i++) {
        const item = run.item(17 * i);
        const { objects, id } = item;
        const drawing = drawingsOf(task, item)[0]!;
        assert(objects!.length > 0, id);
        assertEquals(new Set(objects!.map((o) => o.name)).size, objects!.length, id);
        for (const { name, box } of objects!.slice(0, 4)) {
          const mark = markOf(drawing, name);
          assertEquals(paintedBox({ ...drawing, shapes: [mark] }), [...box], `${id} ${name}`);
        }
      }
    }
  });
}

Deno.test("boxes: lines are the items, under every convention and format", () => {
  for (const task of PICTURED) {
    for (const boxes of BOX_CONVENTIONS) {
      const run = new Run(task, { seed: 4, images: "svg", boxes });
      let text = "";
      for (const bytes of run.lines(0, 300)) text += new TextDecoder().decode(bytes);
      const lines = text.split("\n");
      for (const i of [0, 1, 255, 256, 299]) assertEquals(JSON.stringify(run.item(i)), lines[i]);
    }
  }
});

Deno.test("boxes: the conventions round the pixels to the nearest step", () => {
  const settings = { seed: 4, images: "png" } as const;
  const [pixels, ...others] = BOX_CONVENTIONS.map((boxes) =>
    new Run(direction, { ...settings, boxes })
  );
  for (let i = 0; i < 200; i++) {
    const edges = edgesOf(pixels!.item(i));
    others.forEach((run, k) => {
      const steps = [1000, 10_000][k]!;
      edgesOf(run.item(i)).forEach((value, e) => {
        const step = Math.round(value * (k === 0 ? 1 : steps));
        assert(2 * Math.abs(step * 448 - edges[e]! * steps) <= 448, `${value} of ${edges[e]}`);
      });
    });
  }
});

function edgesOf({ objects }: Item): number[] {
  return objects!.flatMap(({ box }) => [...box]);
}

Deno.test("boxes: do not change the items, and need a picture", () => {
  const plain = new Run(direction, { seed: 4, images: "png" });
  const boxed = new Run(direction, { seed: 4, images: "png", boxes: "pixels" });
  const { boxes, objects, ...rest } = boxed.item(5);
  assertEquals(rest, plain.item(5));
  assertEquals([boxes, objects!.length], ["pixels", 3]);
  assertThrows(() => new Run(direction, { boxes: "pixels" }), RangeError, "without pictures");
  for (const format of ["swift", "sparkle"] as const) {
    const options = { images: "png", boxes: "thousandths", format } as const;
    assertThrows(() => new Run(direction, options), RangeError, "Cannot write boxes");
  }
});
