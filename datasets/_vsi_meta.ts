import { jsonFault } from "../geometry/error_words.ts";
import type { ReadContext } from "./dataset.ts";
import { readVsiScene, type VsiScene } from "./scenes/vsi_scene.ts";

/** The scenes of VSI-Bench's metadata files, each read when it is first asked about. */
export class VsiMeta {
  readonly #entries: ReadonlyMap<string, { readonly value: unknown; readonly file: string }>;
  readonly #scenes = new Map<string, VsiScene | Error>();

  private constructor(
    entries: ReadonlyMap<string, { readonly value: unknown; readonly file: string }>,
  ) {
    this.#entries = entries;
  }

  /**
   * Reads the companions `meta`.
   *
   * @throws Error, SyntaxError for files that cannot be read; for a scene that stands in two
   */
  static async open({ companions, open }: ReadContext): Promise<VsiMeta> {
    const entries = new Map<string, { value: unknown; file: string }>();
    for (const path of companions.get("meta") ?? []) {
      const text = await (await open(path)).text();
      for (const [name, value] of Object.entries(parse(text, path))) {
        const other = entries.get(name);
        if (other !== undefined) {
          throw new SyntaxError(
            `Cannot read ${path}: scene ${name} is in ${other.file} too, must be in one`,
          );
        }
        entries.set(name, { value, file: path });
      }
    }
    return new VsiMeta(entries);
  }

  /**
   * A scene by its name.
   *
   * @throws RangeError where there is none; TypeError, RangeError for what is wrong in it
   */
  scene(name: string): VsiScene {
    const known = this.#scenes.get(name);
    if (known instanceof Error) throw known;
    if (known !== undefined) return known;
    const entry = this.#entries.get(name);
    if (entry === undefined) {
      throw new RangeError(`Cannot find scene ${JSON.stringify(name)}, must be in the metadata`);
    }
    try {
      const scene = readVsiScene(entry.value, name);
      this.#scenes.set(name, scene);
      return scene;
    } catch (error) {
      this.#scenes.set(name, error as Error);
      throw error;
    }
  }

  /** The centre of each object of a scene that is the only one of its category, by that. */
  onlyOnes(name: string): ReadonlyMap<string, readonly number[]> {
    this.scene(name);
    const { value } = this.#entries.get(name)!;
    const boxes = (value as { object_bbox: Record<string, readonly RawBox[]> }).object_bbox;
    return new Map(
      Object.entries(boxes).flatMap(([category, [first, second]]) =>
        first !== undefined && second === undefined ? [[category, first.centroid] as const] : []
      ),
    );
  }

  /** A box as the file has it, for rules that follow its rounding; the first of its category. */
  rawBox(scene: string, category: string): RawBox {
    const { value } = this.#entries.get(scene)!;
    const boxes = (value as { object_bbox: Record<string, readonly RawBox[]> }).object_bbox;
    return boxes[category]![0]!;
  }
}

/** A box of the metadata. */
export interface RawBox {
  readonly centroid: readonly number[];
  readonly axesLengths: readonly number[];
  readonly normalizedAxes: readonly number[];
}

function parse(text: string, path: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new SyntaxError(`Cannot read ${path}: ${jsonFault(error)}, must be JSON`);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new SyntaxError(`Cannot read ${path}: it is no object, must be scenes by name`);
}
