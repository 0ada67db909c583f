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
  const { instance, alt = "" } = item;
  if (task.draw !== undefined) return [task.draw(instance, alt)];
  const { wording = "en" } = resolveKnobs(task, item).values;
  return task.pictures?.(instance, String(wording)).map(({ drawing }) => drawing) ?? [];
}
