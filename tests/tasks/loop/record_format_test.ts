import * as v from "valibot";
import { direction, RECORD_FORMATS, type RecordFormat, Run } from "../../../tasks/mod.ts";
import { assertEquals } from "../../_assert.ts";

// Written from what each project's documentation says of its training files.

/** LLaVA, "Finetune on custom datasets": id, image, conversations in turn, the first human. */
const LLAVA = v.strictObject({
  id: v.string(),
  image: v.optional(v.string()),
  conversations: v.strictTuple([
    v.strictObject({ from: v.literal("human"), value: v.string() }),
    v.strictObject({ from: v.literal("gpt"), value: v.string() }),
  ]),
});

/** ms-swift, "Custom dataset": messages by role, images by path; further columns are let through. */
const SWIFT = v.strictObject({
  id: v.string(),
  messages: v.strictTuple([
    v.strictObject({ role: v.literal("user"), content: v.string() }),
    v.strictObject({ role: v.literal("assistant"), content: v.string() }),
  ]),
  images: v.optional(v.array(v.string())),
});

const BOX = v.pipe(v.array(v.pipe(v.number(), v.minValue(0))), v.length(4));

/**
 * The same, "Grounding": `ref` and `bbox` take the places of `<ref-object>` and `<bbox>`; `real` are
 * pixels, `norm1` fractions of the picture.
 */
const SWIFT_GROUNDING = v.strictObject({
  ...SWIFT.entries,
  messages: v.array(v.strictObject({
    role: v.picklist(["user", "assistant"]),
    content: v.string(),
  })),
  objects: v.strictObject({
    ref: v.array(v.string()),
    bbox: v.array(BOX),
    bbox_type: v.picklist(["real", "norm1"]),
  }),
});

/** LLaMA-Factory, "data/README": ShareGPT conversations, with as many <image> as images. */
const SHAREGPT = v.strictObject({
  id: v.string(),
  conversations: LLAVA.entries.conversations,
  images: v.optional(v.array(v.string())),
});

function linesOf(format: RecordFormat, images: "none" | "png"): unknown[] {
  return parsedLines(new Run(direction, { seed: 5, format, images, knobs: { form: "choice" } }));
}

function parsedLines(run: Run): unknown[] {
  let text = "";
  for (const bytes of run.lines(0, 20)) text += new TextDecoder().decode(bytes);
  return text.trimEnd().split("\n").map((line) => JSON.parse(line));
}

const items = new Run(direction, { seed: 5, images: "png", knobs: { form: "choice" } });

Deno.test("formats: LLaVA's conversations", () => {
  linesOf("llava", "png").forEach((line, i) => {
    const { id, image, conversations: [asked, answered] } = v.parse(LLAVA, line);
    const item = items.item(i);
    assertEquals([id, image], [item.id, item.image]);
    assertEquals(asked.value, `<image>\n${item.question}`);
    assertEquals(answered.value, item.answer);
  });
});

Deno.test("formats: the messages of ms-swift", () => {
  linesOf("swift", "png").forEach((line, i) => {
    const { messages: [asked, answered], images } = v.parse(SWIFT, line);
    const item = items.item(i);
    assertEquals(images, [item.image]);
    assertEquals([asked.content, answered.content], [`<image>${item.question}`, item.answer]);
  });
});

Deno.test("formats: ShareGPT's conversations", () => {
  linesOf("sharegpt", "png").forEach((line, i) => {
    const { conversations: [asked, answered], images } = v.parse(SHAREGPT, line);
    const item = items.item(i);
    assertEquals(images, [item.image]);
    assertEquals([asked.value, answered.value], [`<image>${item.question}`, item.answer]);
  });
});

Deno.test("formats: ms-swift has a place in the messages for each object and box", () => {
  for (const [boxes, type, most] of [["pixels", "real", 448], ["fractions", "norm1", 1]] as const) {
    const run = new Run(direction, { seed: 5, format: "swift", images: "png", boxes });
    for (const line of parsedLines(run)) {
      const { messages, objects } = v.parse(SWIFT_GROUNDING, line);
      const all = messages.map(({ content }) => content).join();
      assertEquals(all.split("<ref-object>").length - 1, objects.ref.length);
      assertEquals(all.split("<bbox>").length - 1, objects.bbox.length);
      assertEquals(messages.map(({ role }) => role), ["user", "assistant", "user", "assistant"]);
      assertEquals(objects.bbox_type, type);
      assertEquals(Math.max(...objects.bbox.flat()) <= most, true);
    }
  }
});

Deno.test("formats: LLaVA and ShareGPT carry objects as our own records do", () => {
  for (const format of ["llava", "sharegpt"] as const) {
    const settings = { seed: 5, images: "png", boxes: "thousandths" } as const;
    const own = new Run(direction, settings);
    parsedLines(new Run(direction, { ...settings, format })).forEach((line, i) => {
      const { boxes, objects } = line as Record<string, unknown>;
      assertEquals([boxes, objects], ["thousandths", own.item(i).objects]);
    });
  }
});

Deno.test("formats: without pictures no mark and no path", () => {
  for (const format of RECORD_FORMATS) {
    for (const line of linesOf(format, "none")) {
      const text = JSON.stringify(line);
      assertEquals([text.includes("<image>"), text.includes("images/")], [false, false]);
    }
  }
});
