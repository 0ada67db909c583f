import * as v from "valibot";
import { direction, RECORD_FORMATS, type RecordFormat, Run } from "../../tasks/mod.ts";
import { assertEquals } from "../_assert.ts";

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

/** LLaMA-Factory, "data/README": ShareGPT conversations, with as many <image> as images. */
const SHAREGPT = v.strictObject({
  id: v.string(),
  conversations: LLAVA.entries.conversations,
  images: v.optional(v.array(v.string())),
});

function linesOf(format: RecordFormat, images: "none" | "png"): unknown[] {
  const run = new Run(direction, { seed: 5, format, images, knobs: { form: "choice" } });
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

Deno.test("formats: without pictures no mark and no path", () => {
  for (const format of RECORD_FORMATS) {
    for (const line of linesOf(format, "none")) {
      const text = JSON.stringify(line);
      assertEquals([text.includes("<image>"), text.includes("images/")], [false, false]);
    }
  }
});
