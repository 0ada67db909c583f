import { commonPhrases } from "./_common_phrases.ts";
import { type Item, picturesOf } from "../item.ts";
import type { JsonValue } from "../../lines/template.ts";
import { type RecordFormat, SWIFT_TYPES } from "./record_format.ts";

/** What a format shows of an item besides what the item says. */
export interface RecordExtras {
  /** The language and style of its words. */
  readonly wording: string;
  /** The answer as a reply in the task's own style; the answer itself when left out. */
  readonly reply?: string;
}

/**
 * An item laid out as the record of a format.
 *
 * @param item the item
 * @param format the format
 * @param extras its wording, and its reply
 * @returns a plain value: a line of that format as JSON
 *
 * @example
 * ```ts
 * import { direction, itemRecord, Run } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const item = new Run(direction).item(0);
 * const own = new Run(direction, { format: "llava" });
 * const [line] = [...own.lines(0, 1)].map((bytes) => new TextDecoder().decode(bytes));
 * assertEquals(JSON.parse(line!), itemRecord(item, "llava", { wording: "en" }));
 * ```
 */
export function itemRecord(item: Item, format: RecordFormat, extras: RecordExtras): JsonValue {
  const { id, question, answer, boxes } = item;
  const pictures = picturesOf(item);
  const paths = pictures.map(({ path }) => path);
  const objects = boxes === undefined
    ? {}
    : { boxes, objects: pictures.flatMap((picture) => picture.objects ?? []) };
  // Where pictures are shown, the place of their tokens is marked in the question.
  const marked = (mark: string) => `${mark.repeat(paths.length)}${question}`;
  const images = paths.length === 0 ? {} : { images: paths };
  switch (format) {
    case "items":
      return item as unknown as JsonValue;
    case "llava":
      return {
        id,
        ...(paths.length === 0 ? {} : { image: paths.length === 1 ? paths[0]! : paths }),
        conversations: turns(marked("<image>\n"), answer),
        ...objects as Record<string, JsonValue>,
      };
    case "swift": {
      return {
        id,
        messages: [
          { role: "user", content: marked("<image>") },
          { role: "assistant", content: answer },
          ...(boxes === undefined ? [] : groundingTurns(item, extras.wording)),
        ],
        ...images,
        ...(boxes === undefined ? {} : { objects: swiftObjects(item) }),
      };
    }
    case "sharegpt":
      return {
        id,
        conversations: turns(marked("<image>"), answer),
        ...images,
        ...objects as Record<string, JsonValue>,
      };
    case "sparkle":
      return { query: question, response: extras.reply ?? answer, images: paths };
  }
}

/** Each object of all pictures, and which picture it stands in. */
function objectsOf(item: Item) {
  return picturesOf(item).flatMap(({ objects = [] }, image) =>
    objects.map(({ name, box }) => ({ name, box, image }))
  );
}

function groundingTurns(item: Item, wording: string): JsonValue[] {
  const places = (mark: string) => objectsOf(item).map(() => mark).join(", ");
  return [
    { role: "user", content: commonPhrases(wording).find(places("<ref-object>")) },
    { role: "assistant", content: places("<bbox>") },
  ];
}

function swiftObjects(item: Item): JsonValue {
  const objects = objectsOf(item);
  const isOne = picturesOf(item).length === 1;
  return {
    ref: objects.map(({ name }) => name),
    bbox: objects.map(({ box }) => box),
    bbox_type: SWIFT_TYPES[item.boxes!]!,
    // Only where there are several is it said which picture a box is of.
    ...(isOne ? {} : { image_id: objects.map(({ image }) => image) }),
  };
}

function turns(question: string, answer: string): JsonValue {
  return [{ from: "human", value: question }, { from: "gpt", value: answer }];
}
