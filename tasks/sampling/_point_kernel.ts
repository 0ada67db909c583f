import { POINT_KERNEL } from "./_point_kernel_base64.ts";

/** The functions of the kernel, over addresses in the caller's memory. */
export interface PointKernel {
  /** Writes the first block of each item's stream, four by four. */
  fillBlocks(
    key: number,
    low: number,
    high: number,
    block: number,
    count: number,
    into: number,
  ): void;
  /** Samples rows of direction; returns how many it left to the twin, which it lists. */
  sampleDirection: SampleRows;
  /** The same of points alone, and of a target in the answer's column. */
  samplePoints: SampleRows;
  /** The same of distance. */
  sampleDistance: SampleRows;
  /** The same of region. */
  sampleRegion: SampleRows;
}

/** A function that samples rows from their first blocks. */
export type SampleRows = (
  settings: number,
  words: number,
  rows: number,
  count: number,
  low: number,
  high: number,
  missed: number,
) => number;

let compiled: WebAssembly.Module | null | undefined;

/** The kernel in a memory; null where the engine has no WebAssembly with SIMD. */
export function openPointKernel(memory: WebAssembly.Memory): PointKernel | null {
  compiled ??= compile();
  if (compiled === null) return null;
  return new WebAssembly.Instance(compiled, { env: { memory } })
    .exports as unknown as PointKernel;
}

function compile(): WebAssembly.Module | null {
  const bytes = Uint8Array.fromBase64(POINT_KERNEL);
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
}
