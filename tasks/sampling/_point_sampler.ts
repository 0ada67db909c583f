import { LineData } from "../_line_data.ts";
import type { Points } from "../_points.ts";
import type { Plan } from "../task.ts";
import type { BatchSampler, LinkedSampler, SamplerPlace } from "./batch_sampler.ts";
import { openPointKernel, type PointKernel } from "./_point_kernel.ts";

/** What is sampled, and where it stands in a row. */
export interface PointRows {
  /** The function of the kernel. */
  readonly kernel: Exclude<keyof PointKernel, "fillBlocks">;
  readonly points: Points;
  /** How many ways to put the question, and how many targets to draw for. */
  readonly questions: number;
  readonly targets: number;
  /** The columns of a row, and those written beside the points. */
  readonly width: number;
  readonly question: number;
  readonly answer: number;
  readonly margin: number;
  /** Writes what the task alone has into the data. */
  own?(data: LineData): OwnSettings;
}

/** The settings that one task alone has, in the order in which the kernel reads them. */
export interface OwnSettings {
  /** Places in the data, which become addresses. */
  readonly places: readonly number[];
  readonly integers: readonly number[];
  readonly doubles: readonly number[];
}

const NOTHING: OwnSettings = { places: [], integers: [], doubles: [] };

/** The words of the settings that all tasks have. */
const SETTING_WORDS = 22;

/** A block of a stream, in bytes. */
const BLOCK_BYTES = 16, SCRATCH_BYTES = 64;

/** What an item takes of a batch: its first block, the kernel's notes on it, and its place if missed. */
const NOTE_BYTES = 80, ITEM_BYTES = BLOCK_BYTES + NOTE_BYTES + 4;

const TWO_32 = 2 ** 32;

/**
 * The sampler of a task about points, where the kernel covers its knobs: where the ways to name
 * the points are in a table, and one draw places a point. All else the plan samples row by row.
 */
export function pointSampler(rows: PointRows): Pick<Plan, "sampler"> {
  const { arrangements, isOneDraw } = rows.points;
  return arrangements !== null && isOneDraw ? { sampler: new PointSampler(rows) } : {};
}

class PointSampler implements BatchSampler {
  readonly #rows: PointRows;
  #tables: Tables | undefined;

  constructor(rows: PointRows) {
    this.#rows = rows;
  }

  room(batch: number): number {
    return this.#made().data.size + SCRATCH_BYTES + batch * ITEM_BYTES;
  }

  link(place: SamplerPlace): LinkedSampler | null {
    const kernel = openPointKernel(place.memory);
    if (kernel === null) return null;
    const { data, settings, own, names } = this.#made();
    const { memory, base, rows, key } = place;
    const { buffer } = memory;
    data.copyTo(new Uint8Array(buffer), base);
    const words = new Int32Array(buffer, base + settings, SETTING_WORDS);
    words.set(key);
    words.set(this.#settings(), key.length);
    const batch = rows.length / this.#rows.width;
    const scratch = base + data.size;
    const blocks = scratch + SCRATCH_BYTES + batch * NOTE_BYTES;
    words.set([base + names, scratch, base + settings + 4 * SETTING_WORDS], 19);
    writeOwn(buffer, base, { at: settings + 4 * SETTING_WORDS, own });
    const missed = new Int32Array(buffer, blocks + batch * BLOCK_BYTES, batch);
    const sample = kernel[this.#rows.kernel];
    return {
      missed,
      sample(first, count) {
        const low = first % TWO_32, high = Math.floor(first / TWO_32);
        if (low + count > TWO_32) return missAll(missed, count);
        kernel.fillBlocks(base + settings, low, high, 0, count, blocks);
        const { byteOffset } = rows;
        return sample(base + settings, blocks, byteOffset, count, low, high, missed.byteOffset);
      },
    };
  }

  #made(): Tables {
    if (this.#tables !== undefined) return this.#tables;
    const data = new LineData();
    const names = data.literal(this.#rows.points.arrangements!);
    const own = this.#rows.own?.(data) ?? NOTHING;
    const { places, integers, doubles } = own;
    const ownBytes = 4 * (places.length + integers.length + 2 * doubles.length);
    const settings = data.reserve(4 * SETTING_WORDS + ownBytes);
    return this.#tables = { data, own, names, settings };
  }

  /** The settings behind the key, up to the addresses. */
  #settings(): number[] {
    const { points, questions, targets, width, question, answer, margin } = this.#rows;
    const { least, most, gap, count } = points;
    const side = most - least + 1;
    const ways = points.arrangements!.length / count;
    return [
      4 * width,
      count,
      4 * points.column(0),
      4 * question,
      4 * answer,
      4 * margin,
      least,
      most,
      side,
      gap,
      ways,
      questions,
      targets,
      TWO_32 % (ways * questions * targets),
      TWO_32 % (side * side),
    ];
  }
}

/** A sampler's tables, by their places in the data. */
interface Tables {
  readonly data: LineData;
  readonly own: OwnSettings;
  readonly names: number;
  readonly settings: number;
}

function writeOwn(
  buffer: ArrayBufferLike,
  base: number,
  { at, own }: { readonly at: number; readonly own: OwnSettings },
): void {
  const { places, integers, doubles } = own;
  const words = [...places.map((p) => base + p), ...integers];
  new Int32Array(buffer, base + at, words.length).set(words);
  const view = new DataView(buffer, base + at + 4 * words.length);
  doubles.forEach((d, i) => view.setFloat64(8 * i, d, true));
}

/** Where the low word of an index would overflow, once in 2^32 items. */
function missAll(missed: Int32Array, count: number): number {
  for (let i = 0; i < count; i++) missed[i] = i;
  return count;
}
