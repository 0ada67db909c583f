import { type ImageKind, type Item, picturesOf, type RecordFormat, Run } from "../tasks/mod.ts";
import { allTasks } from "./_own.ts";

/** Formats of trainers that items can be packed as. */
export const TRAINER_FORMATS = ["llava", "swift", "sharegpt"] as const;

/** One of them. */
export type TrainerFormat = typeof TRAINER_FORMATS[number];

/** Writes items in a trainer's format: each is made again, by its record, as that format's line. */
export class TrainerLines {
  readonly #format: RecordFormat;
  readonly #runs = new Map<string, Run>();

  /** Begins with no run opened. */
  constructor(format: TrainerFormat) {
    this.#format = format;
  }

  /**
   * An item's record.
   *
   * @returns JSON with its line end
   * @throws RangeError when the item cannot be made again as it is
   */
  line(item: Item): string {
    const [bytes] = this.#runOf(item).lines(item.index, 1);
    const line = new TextDecoder().decode(bytes);
    if (JSON.parse(line).id === item.id) return line;
    throw new RangeError(
      `Cannot write ${item.id} as ${this.#format}: its record makes another item, must be as ` +
        `generate wrote it`,
    );
  }

  #runOf({ id, task, version, profile, level, seed, knobs, boxes, ...shown }: Item): Run {
    const image = picturesOf(shown)[0]?.path;
    const images: ImageKind = image === undefined ? "none" : image.endsWith(".svg") ? "svg" : "png";
    const settings = {
      ...{ seed, profile, knobs, images, format: this.#format },
      ...(level === undefined ? {} : { level }),
      ...(boxes === undefined ? {} : { boxes }),
    };
    const key = JSON.stringify([task, settings]);
    const known = this.#runs.get(key);
    if (known !== undefined) return known;
    const found = allTasks().find(({ name }) => name === task);
    if (found === undefined || found.version !== version) {
      const is = found === undefined ? "no task" : `version ${version} of`;
      const must = found === undefined ? "one on the list" : `version ${found.version}`;
      throw new RangeError(
        `Cannot write ${id} as ${this.#format}: made by ${is} ${task}, must be ${must}`,
      );
    }
    const run = new Run(found, settings);
    this.#runs.set(key, run);
    return run;
  }
}
