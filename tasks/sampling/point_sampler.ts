import { LineData } from "../../lines/line_data.ts";
import type { Points } from "../points/points.ts";
import type { Plan } from "../task.ts";
import type { BatchSampler, LinkedSampler, SamplerPlace } from "./batch_sampler.ts";
import { POINT_KERNEL } from "./_point_kernel_base64.ts";
import { RowKernel } from "./_row_kernel.ts";

/** The functions of the kernel, by what they sample. */
const KERNELS = {
  direction: new RowKernel(POINT_KERNEL, "sampleDirection"),
  distance: new RowKernel(POINT_KERNEL, "sampleDistance"),
  region: new RowKernel(POINT_KERNEL, "sampleRegion"),
  points: new RowKernel(POINT_KERNEL, "samplePoints"),
} as const;

/** What is sampled, and where it stands in a row. */
export interface PointRows {
  readonly kernel: keyof typeof KERNELS;
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

/** The words of the settings that all tasks have, the key included. */
const SETTING_WORDS = 24;

/** Scratch of the kernel, in bytes: words of a stream, a block and notes for each item. */
const STREAM_BYTES = 64, BLOCK_BYTES = 16, NOTE_BYTES = 80;

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
    return this.#made(batch).data.size + 4 * batch;
  }

  link(place: SamplerPlace): LinkedSampler {
    const { kernel, width } = this.#rows;
    const tables = this.#made(place.rows.length / width);
    const values = (base: number) => this.#settings(base, tables);
    return KERNELS[kernel].link(place, tables.data, { at: tables.settings, values }, width);
  }

  #made(batch: number): Tables {
    if (this.#tables?.batch === batch) return this.#tables;
    const data = new LineData();
    const own = this.#rows.own?.(data) ?? NOTHING;
    const { places, integers, doubles } = own;
    const ownWords = places.length + integers.length + 2 * doubles.length;
    return this.#tables = {
      batch,
      data,
      own,
      names: data.literal(this.#rows.points.arrangements!),
      blocks: data.reserve(BLOCK_BYTES * batch),
      notes: data.reserve(NOTE_BYTES * batch),
      stream: data.reserve(STREAM_BYTES),
      settings: data.reserve(4 * (SETTING_WORDS + ownWords)),
    };
  }

  /** The settings behind the key, in the order of the kernel. */
  #settings(base: number, tables: Tables): number[] {
    const { points, questions, targets, width, question, answer, margin } = this.#rows;
    const { least, most, gap, count } = points;
    const { own, names, blocks, notes, stream, settings } = tables;
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
      base + names,
      base + blocks,
      base + notes,
      base + stream,
      base + settings + 4 * SETTING_WORDS,
      ...own.places.map((place) => base + place),
      ...own.integers,
      ...new Int32Array(Float64Array.from(own.doubles).buffer),
    ];
  }
}

/** A sampler's tables, by their places in the data. */
interface Tables {
  readonly batch: number;
  readonly data: LineData;
  readonly own: OwnSettings;
  readonly names: number;
  readonly blocks: number;
  readonly notes: number;
  readonly stream: number;
  readonly settings: number;
}
