import { type Drawing, drawingToPng, drawingToSvg } from "../render/mod.ts";
import {
  type ImageKind,
  type Item,
  type ItemSource,
  type JsonValue,
  Mix,
  Run,
  type RunOptions,
} from "../tasks/mod.ts";
import { findTask } from "./_tasks.ts";

/** What to generate, in plain values: it can be sent to a worker and opened there anew. */
export interface SourceSpec {
  /** The tasks and how often each takes its turn. */
  readonly tasks: readonly { readonly name: string; readonly weight: number }[];
  /** Seed, profile, knobs, pictures and format. */
  readonly settings: RunOptions;
}

/** An endless row of items and what belongs to it. */
export interface Source {
  /** The items. */
  readonly items: ItemSource;
  /** Which pictures the items have. */
  readonly images: ImageKind;
  /** All that the bytes of the items depend on, for the manifest. */
  readonly config: Readonly<Record<string, JsonValue>>;
  /** What the item's picture shows. */
  draw(item: Item): Drawing;
}

/**
 * Opens what a specification describes.
 *
 * @throws UsageError, RangeError or TypeError for words that cannot be used
 */
export function openSource({ tasks, settings }: SourceSpec): Source {
  const runs = tasks.map(({ name }) => new Run(findTask(name), settings));
  const { images = "none", format = "items", seed = 0 } = settings;
  return {
    items: new Mix(runs, tasks.map(({ weight }) => weight)),
    images,
    config: {
      tasks: runs.map((run, i) => ({
        name: run.task.name,
        version: run.task.version,
        weight: tasks[i]!.weight,
        ids: run.head.prefix,
        knobs: run.values,
      })),
      profile: runs[0]!.head.profile,
      seed,
      format,
      images,
      boxes: settings.boxes ?? null,
    },
    draw: (item) => findTask(item.task).draw(item.instance, item.alt!),
  };
}

/** Turns drawings into the bytes of picture files. */
export function painterOf(images: ImageKind): ((drawing: Drawing) => Uint8Array) | null {
  if (images === "none") return null;
  if (images === "png") return drawingToPng;
  const encoder = new TextEncoder();
  return (drawing) => encoder.encode(drawingToSvg(drawing));
}
