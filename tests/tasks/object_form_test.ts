import { boxesOf } from "../../render/mod.ts";
import {
  defineTask,
  direction,
  drawingsOf,
  type Item,
  itemRecord,
  marksOf,
  Mix,
  picturesOf,
  Run,
  scoreReply,
} from "../../tasks/mod.ts";
import { assert, assertEquals, assertNotEquals, assertThrows } from "../_assert.ts";
import { story } from "../toys/story.ts";
import { twoViews, wallDistance } from "../toys/two_views.ts";

function linesOf(
  items: { lines(first: number, count: number): Iterable<Uint8Array> },
  count: number,
) {
  return Array.from(items.lines(0, count), (bytes) => new TextDecoder().decode(bytes)).join("")
    .split("\n").slice(0, -1);
}

for (const form of ["open", "choice", "true-false"]) {
  Deno.test(`object form: ${form} items of two pictures are solved as they are shown`, () => {
    const run = new Run(twoViews, { seed: 5, images: "svg", boxes: "pixels", knobs: { form } });
    const lines = linesOf(run, 200);
    for (const [i, line] of lines.entries()) {
      const item = run.item(i);
      assertEquals(JSON.parse(line), item);
      const y = (item.instance as { balls: { y: number }[] }).balls[0]!.y;
      const right = {
        "open": `${y} steps`,
        "choice": "ABCD"[item.choices?.indexOf(`${y} steps`) ?? 0],
        "true-false": String(item.claim === `${y} steps`),
      }[form];
      assertEquals(item.answer, right);
      assertEquals(scoreReply(twoViews, item, item.answer), "right");
      assertEquals(item.margin, 1);
    }
  });
}

Deno.test("object form: pictures stand in a list with their boxes, read off the drawings", () => {
  const run = new Run(twoViews, { images: "png", boxes: "pixels" });
  const item = run.item(3);
  assertEquals(item.image, undefined);
  const pictures = picturesOf(item);
  assertEquals(pictures.map(({ path }) => path), [1, 2].map((i) => `images/${item.id}-${i}.png`));
  assertEquals(pictures.map(({ camera }) => camera), ["above", "front"]);
  for (const [i, drawing] of drawingsOf(twoViews, item).entries()) {
    const boxes = Array.from(boxesOf(drawing), ([name, box]) => ({ name, box }));
    assertEquals(pictures[i]!.objects, boxes);
  }
});

Deno.test("object form: trainers' records name every picture", () => {
  const settings = { images: "png", boxes: "pixels" } as const;
  const item = new Run(twoViews, settings).item(1);
  const paths = picturesOf(item).map(({ path }) => path);
  const record = (format: "llava" | "swift" | "sharegpt") =>
    new Run(twoViews, { ...settings, format }).record(1) as Record<string, unknown>;
  assertEquals(record("llava").image, paths);
  assertEquals(record("sharegpt").images, paths);
  const { messages, objects } = record("swift") as {
    messages: { content: string }[];
    objects: { ref: string[]; image_id: number[] };
  };
  assertEquals(messages[0]!.content, `<image><image>${item.question}`);
  assertEquals(objects.ref, ["red", "green", "red", "green"]);
  assertEquals(objects.image_id, [0, 0, 1, 1]);
});

Deno.test("object form: a question that the picture shows is not asked without one", () => {
  assertThrows(() => new Run(twoViews).item(0), RangeError, "without pictures");
  assertThrows(() => new Run(story, { images: "png" }), RangeError, "has none");
});

Deno.test("object form: a story is asked by words alone, its answers as often as they are aimed", () => {
  const run = new Run(story, { seed: 2, knobs: { steps: 3 } });
  const answers = Array.from({ length: 400 }, (_, i) => {
    const item = run.item(i);
    assertEquals(picturesOf(item), []);
    assertEquals(item.margin, null);
    assert(item.question.endsWith("?"));
    return item.answer;
  });
  const left = answers.filter((answer) => answer === "left").length;
  assert(left > 150 && left < 250, String(left));
});

Deno.test("object form: an item depends on its index alone, and a mix deals tasks of both forms", () => {
  const run = new Run(story, { seed: 2 });
  const whole = linesOf(run, 60);
  assertEquals(JSON.stringify(new Run(story, { seed: 2 }).item(41)), whole[41]);
  const mix = new Mix([run, new Run(direction)], [2, 1]);
  const lines = linesOf(mix, 60);
  for (const [i, line] of lines.entries()) assertEquals(JSON.parse(line), mix.item(i));
  assertEquals(lines.filter((line) => JSON.parse(line).task === "toy-story").length, 40);
});

Deno.test("object form: no claim is wrong in name only, and none is right where it is false", () => {
  const run = new Run(story, { seed: 4, knobs: { form: "true-false" } });
  const items = Array.from({ length: 100 }, (_, i) => run.item(i));
  for (const { claim, answer, instance } of items) {
    assertEquals(story.accepts(instance, claim!), answer === "true");
  }
  const isTrue = items.filter(({ answer }) => answer === "true").length;
  assert(isTrue > 25 && isTrue < 75);
});

Deno.test("object form: a tie has no other right option, and none is drawn where there is no wrong one", () => {
  const tied = defineTask({
    name: "toy-tie",
    version: 1,
    summary: "A tie of two in four",
    kind: {
      ...wallDistance,
      solve: () => ({ status: "tie", values: [1, 3] }),
      answers: () => [1, 2, 3, 4],
    },
    forms: ["choice", "true-false"],
    knobs: {},
    begin: () => ({
      make: () => ({ instance: { balls: [{ name: "red", x: 1, y: 1 }], asked: "red" }, shown: 3 }),
      ask: () => ({ given: "", question: "How far?", claim: (answer) => `${answer}.` }),
      keeps: ({ status }) => status === "tie",
    }),
  });
  for (let i = 0; i < 50; i++) {
    const { choices, margin, unit } = new Run(tied, { knobs: { options: 4 } }).item(i);
    assertEquals([...choices!].sort(), ["2 steps", "3 steps", "4 steps"]);
    assertEquals([margin, unit], [0, "step"]);
    const { claim, answer } = new Run(tied, { knobs: { form: "true-false" } }).item(i);
    assertEquals(answer, String(claim === "3 steps"));
  }
});

Deno.test("object form: options are called by numbers where they are letters themselves", () => {
  assertEquals(marksOf(["left", "right"]), ["A", "B"]);
  assertEquals(marksOf(["B", "left"]), ["1", "2"]);
  assertEquals(marksOf(["K", "left"]), ["A", "B"]);
  assertEquals(marksOf(["A", "1"]), null);
});

Deno.test("object form: a scene that is given is part of the key, and needed where it is asked about", () => {
  const given = defineTask({
    name: "toy-given",
    version: 1,
    summary: "Asks about a scene that is given",
    kind: wallDistance,
    source: wallDistance.schema,
    knobs: {},
    begin: () => ({
      make: ({ source }) => ({ instance: source }),
      ask: ({ asked }) => ({ given: "", question: `How far is ${asked}?` }),
    }),
  });
  const scene = (y: number) => ({ balls: [{ name: "red", x: 1, y }], asked: "red" });
  const item = (y: number): Item => new Run(given, { source: scene(y) }).item(0);
  assertEquals(item(4).answer, "4 steps");
  assertNotEquals(item(4).id, item(5).id);
  assertThrows(() => new Run(given), TypeError, "Cannot read source: not given");
  assertThrows(() => new Run(given, { source: scene(99) }), RangeError, "source.balls[0].y");
  assertThrows(() => new Run(story, { source: scene(1) }), RangeError, "makes its own");
});

Deno.test("object form: what is defined badly is refused by name", () => {
  const spec = {
    name: "toy",
    version: 1,
    summary: "s",
    kind: wallDistance,
    knobs: {},
    begin: () => ({ make: () => null, ask: () => ({ given: "", question: "" }) }),
  };
  assertThrows(() => defineTask({ ...spec, name: "Toy" }), RangeError, 'Cannot define task "Toy"');
  assertThrows(() => defineTask({ ...spec, version: 0 }), RangeError, "version 0");
  assertThrows(() => defineTask({ ...spec, wordings: ["xx"] }), RangeError, 'wording "xx"');
  assertThrows(() => new Run(defineTask(spec)).item(0), RangeError, "were rejected");
});

Deno.test("object form: an answer that is shown must be right", () => {
  const wrong = defineTask({
    name: "toy-wrong",
    version: 1,
    summary: "Shows a wrong answer",
    kind: wallDistance,
    knobs: {},
    begin: () => ({
      make: () => ({ instance: { balls: [{ name: "red", x: 1, y: 1 }], asked: "red" }, shown: 2 }),
      ask: () => ({ given: "", question: "How far?" }),
    }),
  });
  assertThrows(() => new Run(wrong).item(0), TypeError, "it is wrong, must be right");
});

Deno.test("object form: a record of any format is made of the item alone", () => {
  for (const format of ["llava", "swift", "sharegpt", "sparkle", "items"] as const) {
    const run = new Run(direction, { format, images: "png" });
    assertEquals(run.record(5), itemRecord(run.item(5), format, { wording: "en" }));
  }
});
