import type { LineData } from "../_line_data.ts";
import type { LinkedSampler, SamplerPlace } from "./batch_sampler.ts";

/** The function of a kernel that draws rows of items that follow each other. */
type DrawRows = (
  settings: number,
  rows: number,
  count: number,
  low: number,
  high: number,
  missed: number,
) => number;

const TWO_32 = 2 ** 32;

/** A kernel that draws rows, compiled when it is first opened. */
export class RowKernel {
  readonly #base64: string;
  #compiled: WebAssembly.Module | null | undefined;

  /** @param base64 the build of a kernel that exports `drawRows` */
  constructor(base64: string) {
    this.#base64 = base64;
  }

  /**
   * Makes it ready.
   *
   * @param place where it draws
   * @param data its tables
   * @param settings where in the data they stand: the key, then what `values` gives for an address
   * @param width the columns of a row
   * @returns the sampler, or null where the engine has no WebAssembly with SIMD
   */
  link(
    { memory, base, rows, key }: SamplerPlace,
    data: LineData,
    settings: { readonly at: number; values(base: number): readonly number[] },
    width: number,
  ): LinkedSampler | null {
    this.#compiled ??= compile(this.#base64);
    if (this.#compiled === null) return null;
    const { exports } = new WebAssembly.Instance(this.#compiled, { env: { memory } });
    const drawRows = exports.drawRows as DrawRows;
    data.copyTo(new Uint8Array(memory.buffer), base);
    const values = [...key, ...settings.values(base)];
    new Int32Array(memory.buffer, base + settings.at, values.length).set(values);
    const missed = new Int32Array(memory.buffer, base + data.size, rows.length / width);
    return {
      missed,
      sample(first, count) {
        const low = first % TWO_32, high = Math.floor(first / TWO_32);
        if (low + count > TWO_32) return missAll(missed, count);
        const { byteOffset } = rows;
        return drawRows(base + settings.at, byteOffset, count, low, high, missed.byteOffset);
      },
    };
  }
}

function compile(base64: string): WebAssembly.Module | null {
  const bytes = Uint8Array.fromBase64(base64);
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
}

function missAll(missed: Int32Array, count: number): number {
  for (let i = 0; i < count; i++) missed[i] = i;
  return count;
}
