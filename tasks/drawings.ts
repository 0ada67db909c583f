import type { Drawing } from "../render/drawing.ts";
import type { Item } from "./item.ts";
import { resolveKnobs } from "./knobs.ts";
import type { Task } from "./task.ts";

/**
 * The drawings of an item's pictures, in the order of {@link picturesOf}.
 *
 * @param task the item's task
 * @param item an item that was made with pictures
 * @returns what each shows
 * @throws RangeError, TypeError for an item that is not one of the task's
 *
 * @example
 * ```ts
 * import { direction, drawingsOf, Run } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const item = new Run(direction, { images: "svg" }).item(0);
 * assertEquals(drawingsOf(direction, item).map(({ alt }) => alt), [item.alt]);
 * ```
 */
export function drawingsOf(task: Task, item: Item): readonly Drawing[] {
  return task.pictures?.(item.instance, wordingOf(task, item)).map(({ drawing }) => drawing) ?? [];
}

/** The wordings of the profiles and levels of each task. */
const WORDINGS = new WeakMap<Task, Map<string, string>>();

function wordingOf(task: Task, item: Item): string {
  const { profile, level, knobs } = item;
  if (knobs.wording !== undefined) return String(knobs.wording);
  let known = WORDINGS.get(task);
  if (known === undefined) WORDINGS.set(task, known = new Map());
  const key = `${profile} ${level}`;
  let wording = known.get(key);
  if (wording === undefined) {
    const { values } = resolveKnobs(task, item);
    known.set(key, wording = String(values.wording ?? "en"));
  }
  return wording;
}
