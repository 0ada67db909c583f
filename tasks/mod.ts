/**
 * Kinds of questions: each is sampled, solved, worded, scored and drawn by one plain object; and
 * the loop that makes items of them.
 *
 * @module
 */
import { direction } from "./direction.ts";
import type { Task } from "./task.ts";

export { Chance, chanceKey } from "./chance.ts";
export { direction } from "./direction.ts";
export type { ImageKind, Item, ItemHead } from "./item.ts";
export * from "./knobs.ts";
export * from "./mix.ts";
export { RECORD_FORMATS, type RecordFormat } from "./record_format.ts";
export * from "./run.ts";
export * from "./score.ts";
export * from "./shard.ts";
export * from "./task.ts";
export * from "./template.ts";

/** Every task, in the order of the lists that users see. */
export const TASKS: readonly Task[] = [
  direction,
];
