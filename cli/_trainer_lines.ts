import {
  type Item,
  itemRecord,
  type JsonValue,
  type PackedColumns,
  type RecordFormat,
} from "../tasks/mod.ts";
import { typedJson } from "./_typed_json.ts";

/** Formats of trainers that items can be packed as. */
export const TRAINER_FORMATS = ["llava", "swift", "sharegpt"] as const;

/** One of them. */
export type TrainerFormat = typeof TRAINER_FORMATS[number];

/**
 * An item as a line of a trainer's format, from what its record says, so that a question that was
 * worded anew stays so.
 *
 * @param columns what any item of the dataset has: then each says that it has none
 */
export function trainerLine(item: Item, format: TrainerFormat, columns: PackedColumns): string {
  const wording = String(item.knobs.wording ?? "en");
  const record = itemRecord(item, format as RecordFormat, { wording }) as Record<string, JsonValue>;
  return typedJson({ ...record, ...missing(record, format, columns) });
}

function missing(
  record: Readonly<Record<string, JsonValue>>,
  format: TrainerFormat,
  { pictures, boxes }: PackedColumns,
): Record<string, JsonValue> {
  // LLaVA takes an item without the member for one of text alone.
  const images = pictures > 0 && format !== "llava" && record.images === undefined
    ? { images: [] }
    : {};
  if (!boxes || record.objects !== undefined) return images;
  return format === "swift"
    ? { ...images, objects: { ref: [], bbox: [], bbox_type: "real" } }
    : { ...images, boxes: "", objects: [] };
}

/** The types of a format's columns, in Hugging Face's YAML for cards. */
export function trainerFeatures(format: TrainerFormat, { pictures, boxes }: PackedColumns): string {
  const text = (name: string) => [`- name: ${name}`, "  dtype: string"];
  const nested = (name: string, kind: string, fields: readonly string[]) => [
    `- name: ${name}`,
    `  ${kind}:`,
    ...fields.map((line) => `  ${line}`),
  ];
  const turns = format === "swift"
    ? nested("messages", "list", [...text("role"), ...text("content")])
    : nested("conversations", "list", [...text("from"), ...text("value")]);
  const images = pictures === 0
    ? []
    : format === "llava" && pictures === 1
    ? text("image")
    : [`- name: ${format === "llava" ? "image" : "images"}`, "  list: string"];
  const boxList = (name: string) => [`- name: ${name}`, "  list: float64"];
  const swift = ["- name: ref", "  list: string", "- name: bbox", "  list:", "    list: float64"];
  const objects = !boxes
    ? []
    : format === "swift"
    ? nested("objects", "struct", [...swift, ...text("bbox_type")])
    : [...text("boxes"), ...nested("objects", "list", [...text("name"), ...boxList("box")])];
  return [...text("id"), ...turns, ...images, ...objects].map((line) => `    ${line}`).join("\n");
}
