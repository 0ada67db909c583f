import { bytesOf } from "../../geometry/base64.ts";
import type { LineData } from "../../lines/line_data.ts";
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

/** Kernels that were opened, by their builds. */
const MODULES = new Map<string, WebAssembly.Module>();

/** A kernel that draws rows, compiled when it is first opened. */
export class RowKernel {
  readonly #base64: string;
  readonly #name: string;

  /**
   * @param base64 the build of the kernel
   * @param name the function that it exports
   */
  constructor(base64: string, name = "drawRows") {
    this.#base64 = base64;
    this.#name = name;
  }

  /**
   * Makes it ready.
   *
   * @param place where it draws
   * @param data its tables
   * @param settings where in the data they stand: the key, then what `values` gives for an address
   * @param width the columns of a row
   * @returns the sampler
   * @throws CompileError where the engine has no WebAssembly with SIMD
   */
  link(
    { memory, base, rows, key }: SamplerPlace,
    data: LineData,
    settings: { readonly at: number; values(base: number): readonly number[] },
    width: number,
  ): LinkedSampler {
    const { exports } = new WebAssembly.Instance(compiled(this.#base64), { env: { memory } });
    const drawRows = exports[this.#name] as DrawRows;
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

function compiled(base64: string): WebAssembly.Module {
  let module = MODULES.get(base64);
  if (module === undefined) {
    module = new WebAssembly.Module(bytesOf(base64));
    MODULES.set(base64, module);
  }
  return module;
}

function missAll(missed: Int32Array, count: number): number {
  for (let i = 0; i < count; i++) missed[i] = i;
  return count;
}
