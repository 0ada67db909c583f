import { imagePath, type ItemHead, itemShape } from "./item.ts";
import type { Parts } from "./task.ts";
import { INDEX, object, type Shape, text } from "./template.ts";

/**
 * How a line of output is laid out: `items`, our own records; `llava`, LLaVA's conversations;
 * `swift`, the messages of ms-swift; `sharegpt`, the conversations of LLaMA-Factory and others.
 */
export type RecordFormat = "items" | "llava" | "swift" | "sharegpt" | "sparkle";

/** Every format of lines. */
export const RECORD_FORMATS: readonly RecordFormat[] = [
  "items",
  "llava",
  "swift",
  "sharegpt",
  "sparkle",
];

/** The record of an item in one of the formats, as fragments and slots. */
export function recordShape(format: RecordFormat, head: ItemHead, parts: Parts): Shape {
  const id = text(head.prefix, INDEX);
  const path = head.images === "none" ? null : text(imagePath(head));
  // Where a picture is shown, the place of its tokens is marked in the question.
  const marked = (mark: string) => text(path === null ? "" : mark, parts.question);
  const images = path === null ? {} : { images: [path] };
  switch (format) {
    case "items":
      return itemShape(head, parts);
    case "llava":
      return object({
        id,
        ...(path === null ? {} : { image: path }),
        conversations: turns(marked("<image>\n"), text(parts.answer)),
      });
    case "swift":
      return object({
        id,
        messages: [
          object({ role: "user", content: marked("<image>") }),
          object({ role: "assistant", content: text(parts.answer) }),
        ],
        ...images,
      });
    case "sparkle":
      return object({
        query: text(parts.question),
        response: text(parts.reply ?? parts.answer),
        images: path === null ? [] : [path],
      });
    case "sharegpt":
      return object({ id, conversations: turns(marked("<image>"), text(parts.answer)), ...images });
  }
}

function turns(question: Shape, answer: Shape): Shape {
  return [object({ from: "human", value: question }), object({ from: "gpt", value: answer })];
}
