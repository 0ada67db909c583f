import { boxShapes } from "../_boxes.ts";
import { boxFields, imagePath, type ItemBoxes, type ItemHead, itemShape } from "../item.ts";
import type { BoxConvention } from "../marks.ts";
import type { Parts } from "../task.ts";
import { INDEX, type LineShape, object, text } from "../../lines/template.ts";

/**
 * How a line of output is laid out: `items`, our own records; `llava`, LLaVA's conversations;
 * `swift`, the messages of ms-swift; `sharegpt`, the conversations of LLaMA-Factory and others;
 * `sparkle`, the rows of Sparkle's data.
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
export function recordShape(format: RecordFormat, head: ItemHead, parts: Parts): LineShape {
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
        ...boxFields(head),
      });
    case "swift":
      return object({
        id,
        messages: [
          object({ role: "user", content: marked("<image>") }),
          object({ role: "assistant", content: text(parts.answer) }),
          ...(head.boxes === null ? [] : groundingTurns(head.boxes)),
        ],
        ...images,
        ...(head.boxes === null ? {} : { objects: swiftObjects(head.boxes) }),
      });
    case "sparkle":
      return object({
        query: text(parts.question),
        response: text(parts.reply ?? parts.answer),
        images: path === null ? [] : [path],
      });
    case "sharegpt":
      return object({
        id,
        conversations: turns(marked("<image>"), text(parts.answer)),
        ...images,
        ...boxFields(head),
      });
  }
}

/** What ms-swift calls the conventions it knows. */
export const SWIFT_TYPES: Readonly<Partial<Record<BoxConvention, string>>> = {
  pixels: "real",
  fractions: "norm1",
};

/**
 * Demands boxes that a format has a place for.
 *
 * @throws RangeError for others
 */
export function requireBoxes(format: RecordFormat, convention: BoxConvention): void {
  if (format === "sparkle") {
    throw new RangeError("Cannot write boxes in rows of Sparkle, must be another format");
  }
  if (format !== "swift" || SWIFT_TYPES[convention] !== undefined) return;
  const must = Object.keys(SWIFT_TYPES).join(" or ");
  throw new RangeError(`Cannot write boxes for swift as ${convention}, must be ${must}`);
}

/**
 * A second question and answer that name the objects and give their boxes: ms-swift puts each name
 * in the place of `<ref-object>` and each box, in the model's own form, in that of `<bbox>`.
 */
function groundingTurns({ marks }: ItemBoxes): LineShape[] {
  const places = (mark: string) => marks.names.map(() => mark).join(", ");
  return [
    object({ role: "user", content: text(marks.ask(places("<ref-object>"))) }),
    object({ role: "assistant", content: places("<bbox>") }),
  ];
}

function swiftObjects({ marks, convention, column }: ItemBoxes): LineShape {
  return object({
    ref: marks.names.map((name) => text(name)),
    bbox: boxShapes(marks, convention, column),
    bbox_type: SWIFT_TYPES[convention]!,
  });
}

function turns(question: LineShape, answer: LineShape): LineShape {
  return [object({ from: "human", value: question }), object({ from: "gpt", value: answer })];
}
