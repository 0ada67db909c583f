import { LineData } from "../../lines/line_data.ts";
import type { Points } from "../points/points.ts";
import type { Plan } from "../task.ts";
import type { BatchSampler, LinkedSampler, SamplerPlace } from "./batch_sampler.ts";
import { RowKernel } from "./_row_kernel.ts";
import { SCATTER_KERNEL } from "./_scatter_kernel_base64.ts";

const KERNEL = new RowKernel(SCATTER_KERNEL);

/** The words of the settings, the key included. */
const SETTING_WORDS = 16;

/** Scratch of the kernel: words of a stream, in bytes. */
const STREAM_BYTES = 64;

/**
 * The sampling of a plan whose rows begin with points that are named and placed apart.
 *
 * @param points the points
 * @param width the columns of a row
 */
export function scattered(points: Points, width: number): Pick<Plan, "sample" | "sampler"> {
  const sample: Plan["sample"] = (chance, rows, at) => {
    points.drawNames(chance, rows, at);
    points.drawPlaces(chance, rows, at);
  };
  // On a greater lattice a place takes two draws.
  return points.isOneDraw ? { sample, sampler: new ScatterSampler(points, width) } : { sample };
}

/** How many coordinates a place may have on either axis. */
function sideOf({ least, most }: Points): number {
  return most - least + 1;
}

class ScatterSampler implements BatchSampler {
  readonly #points: Points;
  readonly #width: number;
  #tables: Tables | undefined;

  constructor(points: Points, width: number) {
    this.#points = points;
    this.#width = width;
  }

  room(batch: number): number {
    return this.#made().data.size + 4 * batch;
  }

  link(place: SamplerPlace): LinkedSampler {
    const { data, at } = this.#made();
    const values = (base: number) => this.#settings(base, at);
    return KERNEL.link(place, data, { at: at.settings, values }, this.#width);
  }

  #made(): Tables {
    if (this.#tables !== undefined) return this.#tables;
    const { count, names, arrangements } = this.#points;
    const data = new LineData();
    const pools = Int32Array.from(
      Array.from({ length: count }, (_, i) => this.#points.poolOf(i)).flatMap(
        ({ from, left }) => [from, left],
      ),
    );
    const at = {
      ways: data.literal(arrangements ?? new Uint8Array(0)),
      pools: data.literal(new Uint8Array(pools.buffer)),
      stream: data.reserve(STREAM_BYTES),
      order: data.reserve(names.length),
      settings: data.reserve(4 * SETTING_WORDS),
    };
    return this.#tables = { data, at };
  }

  /** The settings behind the key, in the order of the kernel. */
  #settings(base: number, at: Tables["at"]): number[] {
    const { count, names, arrangements, least, gap } = this.#points;
    return [
      4 * this.#width,
      count,
      4 * this.#points.column(0),
      names.length,
      (arrangements?.length ?? 0) / count,
      base + at.ways,
      base + at.pools,
      least,
      sideOf(this.#points),
      gap,
      base + at.stream,
      base + at.order,
    ];
  }
}

/** A sampler's tables, and where they stand. */
interface Tables {
  readonly data: LineData;
  readonly at: {
    readonly ways: number;
    readonly pools: number;
    readonly stream: number;
    readonly order: number;
    readonly settings: number;
  };
}
