import { objectsShape } from "./_boxes.ts";
import type { KnobValue, Level } from "./knobs.ts";
import type { BoxConvention, Marks } from "./marks.ts";
import type { Form, Parts, Task } from "./task.ts";
import {
  INDEX,
  indexOf,
  type JsonValue,
  type LineShape,
  object,
  type Text,
  text,
} from "../lines/template.ts";

/** One question with its answer, and enough to make it again: a line of the output, as a value. */
export interface Item {
  /** Different for every item of every run: task, a hash of what the run depends on, index. */
  readonly id: string;
  /** The task's name. */
  readonly task: string;
  /** The task's version. */
  readonly version: number;
  /** The profile. */
  readonly profile: string;
  /** The level; only there if one is asked for. */
  readonly level?: Level;
  /** The seed. */
  readonly seed: number;
  /** The index within the seed. */
  readonly index: number;
  /** The knobs that differ from the profile's and the level's. */
  readonly knobs: Readonly<Record<string, KnobValue>>;
  /** How the question is put. */
  readonly form: Form;
  /** The question. */
  readonly question: string;
  /** A right answer: words, a letter, or true or false; where several are right, one of them. */
  readonly answer: string;
  /** The options, the first one being A; null unless the form is `choice`. */
  readonly choices: readonly string[] | null;
  /** The claim to be judged; only there if the form is `true-false`. */
  readonly claim?: string;
  /** The frame of reference. */
  readonly frame: string;
  /** What the margin measures; null where there is none. */
  readonly unit: string | null;
  /** How far the item is from another answer, at least; 0 for a tie; null where nothing is near. */
  readonly margin: number | null;
  /** The instance, which the task's `solve` takes. */
  readonly instance: JsonValue;
  /** The picture's path, relative to the file of items; only there if pictures are made. */
  readonly image?: string;
  /** What the picture shows, in words; only there if pictures are made. */
  readonly alt?: string;
  /** From where the picture was taken; only there where the task says so. */
  readonly camera?: string;
  /** When the picture was taken; only there where the task says so. */
  readonly time?: number;
  /** The pictures, instead of `image`, `alt` and `objects`, where there are several. */
  readonly images?: readonly ItemPicture[];
  /** How the boxes of the objects are measured; only there if boxes are asked for. */
  readonly boxes?: BoxConvention;
  /** What the picture names, and where; only there if boxes are asked for. */
  readonly objects?: readonly PictureObject[];
}

/** A named thing in a picture. */
export interface PictureObject {
  /** Its name, as the picture shows it or by its colour. */
  readonly name: string;
  /** The edges around its mark, measured as {@link Item.boxes} says. */
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

/** A picture of an item. */
export interface ItemPicture {
  /** Its path, relative to the file of items. */
  readonly path: string;
  /** What it shows, in words. */
  readonly alt: string;
  /** From where it was taken; only there where the task says so. */
  readonly camera?: string;
  /** When it was taken; only there where the task says so. */
  readonly time?: number;
  /** What it names, and where; only there if boxes are asked for. */
  readonly objects?: readonly PictureObject[];
}

/**
 * The pictures of an item, in order; whether a record holds one or several, they are read by this.
 *
 * @param item an item, or as much of it as says what its pictures are
 *
 * @example
 * ```ts
 * import { direction, picturesOf, Run } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const item = new Run(direction, { images: "svg" }).item(0);
 * assertEquals(picturesOf(item).map(({ path }) => path), [item.image]);
 * ```
 */
export function picturesOf(
  item: Pick<Item, "image" | "alt" | "camera" | "time" | "images" | "objects">,
): readonly ItemPicture[] {
  const { image, alt = "", camera, time, images, objects } = item;
  if (images !== undefined) return images;
  if (image === undefined) return [];
  return [{
    ...{ path: image, alt },
    ...(camera === undefined ? {} : { camera }),
    ...(time === undefined ? {} : { time }),
    ...(objects === undefined ? {} : { objects }),
  }];
}

/** The kinds of pictures that can be made. */
export type ImageKind = "none" | "svg" | "png";

/** What is the same in every item of a run. */
export interface ItemHead {
  /** The task. */
  readonly task: Task;
  /** The beginning of each id; the index stands behind it. */
  readonly prefix: string;
  /** The profile. */
  readonly profile: string;
  /** The level; null where none is asked for. */
  readonly level: Level | null;
  /** The seed. */
  readonly seed: number;
  /** The knobs that differ from the profile's and the level's. */
  readonly changed: Readonly<Record<string, KnobValue>>;
  /** Which pictures are made. */
  readonly images: ImageKind;
  /** So many items that follow each other share a picture. */
  readonly group: number;
  /** How the boxes of what the picture names are written; null where they are not. */
  readonly boxes: ItemBoxes | null;
}

/** The boxes of an item. */
export interface ItemBoxes {
  /** How they are measured. */
  readonly convention: BoxConvention;
  /** What they are around. */
  readonly marks: Marks;
  /** The first column of their edges. */
  readonly column: number;
}

/** The record of an item: {@link Item} as fragments and slots. */
export function itemShape(head: ItemHead, parts: Parts): LineShape {
  const { task, prefix, profile, level, seed, changed, images } = head;
  const { claim } = parts;
  const image: Record<string, LineShape> = images === "none" ? {} : {
    image: text(imagePath(head)),
    alt: text(parts.alt),
  };
  return object({
    id: text(prefix, INDEX),
    task: task.name,
    version: task.version,
    profile,
    ...(level === null ? {} : { level }),
    seed,
    index: INDEX,
    knobs: object(changed),
    form: parts.form,
    question: text(parts.question),
    answer: text(parts.answer),
    choices: parts.choices,
    ...(claim === null ? {} : { claim: text(claim) }),
    frame: parts.frame,
    unit: parts.unit,
    margin: parts.margin,
    instance: parts.instance,
    ...image,
    ...boxFields(head),
  });
}

/** The objects of a picture and how their boxes are measured, where boxes are asked for. */
export function boxFields({ boxes }: ItemHead): Record<string, LineShape> {
  if (boxes === null) return {};
  const { convention, marks, column } = boxes;
  return { boxes: convention, objects: objectsShape(marks, convention, column) };
}

/** The path of an item's picture, which items of one group share. */
export function imagePath({ prefix, images, group }: ItemHead): Text {
  return ["images/", prefix, group === 1 ? INDEX : indexOf(group), `.${images}`];
}
