import { type Drawing, drawingToPng, drawingToSvg } from "../render/mod.ts";
import {
  drawingsOf,
  type ImageKind,
  type Item,
  type ItemSource,
  type JsonValue,
  type Level,
  Mix,
  Run,
  type RunOptions,
  stageCounts,
  Stages,
} from "../tasks/mod.ts";
import { findTask } from "./_tasks.ts";

/** What to generate, in plain values: it can be sent to a worker and opened there anew. */
export interface SourceSpec {
  /** The tasks and how often each takes its turn. */
  readonly tasks: readonly { readonly name: string; readonly weight: number }[];
  /** Where the modules of the user's own tasks are. */
  readonly modules: readonly string[];
  /** Seed, profile, knobs, pictures and format. */
  readonly settings: RunOptions;
  /** Levels and how they follow each other; null where none is asked for. */
  readonly curriculum: Curriculum | null;
}

/** Levels, and how their items follow each other. */
export interface Curriculum {
  /** `ordered`, one level behind the other; `mixed`, in turn. */
  readonly order: "ordered" | "mixed";
  /** The levels in order, and the share of each. */
  readonly levels: readonly { readonly name: Level; readonly share: number }[];
  /** How many items the whole run has: it says where a level ends. */
  readonly items: number;
}

/** An endless row of items and what belongs to it. */
export interface Source {
  /** The items. */
  readonly items: ItemSource;
  /** Which pictures the items have. */
  readonly images: ImageKind;
  /** All that the bytes of the items depend on, for the manifest. */
  readonly config: Readonly<Record<string, JsonValue>>;
  /** What the item's pictures show. */
  draw(item: Item): readonly Drawing[];
}

/**
 * Opens what a specification describes.
 *
 * @throws UsageError, RangeError or TypeError for words that cannot be used
 */
export function openSource({ tasks, settings, curriculum }: SourceSpec): Source {
  const { images = "none", format = "items", seed = 0 } = settings;
  const runs: Run[] = [];
  const weights: number[] = [];
  for (const { name: level, share } of curriculum?.levels ?? [{ name: null, share: 1 }]) {
    for (const { name, weight } of tasks) {
      const own = { ...settings, knobs: knobsOf(name, settings.knobs ?? {}) };
      runs.push(new Run(findTask(name), level === null ? own : { ...own, level }));
      weights.push(weight * share);
    }
  }
  return {
    items: curriculum?.order === "ordered"
      ? inOrder(runs, tasks, curriculum)
      : new Mix(runs, weights),
    images,
    config: {
      tasks: runs.map((run, i) => ({
        name: run.task.name,
        version: run.task.version,
        level: run.head.level,
        weight: weights[i]!,
        ids: run.head.prefix,
        knobs: run.values,
      })),
      profile: runs[0]!.head.profile,
      seed,
      format,
      images,
      boxes: settings.boxes ?? null,
      order: curriculum?.order ?? null,
    },
    draw: (item) => drawingsOf(findTask(item.task), item),
  };
}

/** The knobs of a task: those that are set for all, and before them those of `TASK.KNOB`. */
function knobsOf(
  task: string,
  knobs: NonNullable<RunOptions["knobs"]>,
): NonNullable<RunOptions["knobs"]> {
  const all = Object.entries(knobs);
  const own = all.filter(([name]) => name.startsWith(`${task}.`));
  return Object.fromEntries([
    ...all.filter(([name]) => !name.includes(".")),
    ...own.map(([name, value]) => [name.slice(task.length + 1), value] as const),
  ]);
}

/** Each level's tasks in turn, one level behind the other. */
function inOrder(
  runs: readonly Run[],
  tasks: SourceSpec["tasks"],
  { levels, items }: Curriculum,
): Stages {
  const counts = stageCounts(items, levels.map(({ share }) => share));
  const weights = tasks.map(({ weight }) => weight);
  return new Stages(counts.map((count, i) => {
    const own = runs.slice(i * tasks.length, (i + 1) * tasks.length);
    return { items: new Mix(own, weights), count };
  }));
}

/** Turns drawings into the bytes of picture files. */
export function painterOf(images: ImageKind): ((drawing: Drawing) => Uint8Array) | null {
  if (images === "none") return null;
  if (images === "png") return drawingToPng;
  const encoder = new TextEncoder();
  return (drawing) => encoder.encode(drawingToSvg(drawing));
}
