/** Where a {@link BatchSampler} samples. */
export interface SamplerPlace {
  /** The memory it works in. */
  readonly memory: WebAssembly.Memory;
  /** The first byte of its own room, a multiple of 16. */
  readonly base: number;
  /** The rows it fills, in that memory. */
  readonly rows: Int32Array;
  /** The key of the run's chance. */
  readonly key: Int32Array;
}

/** A {@link BatchSampler} in a memory. */
export interface LinkedSampler {
  /** The rows that were left unsampled last, by their place in the batch. */
  readonly missed: Int32Array;
  /**
   * Samples rows, the same as `Plan.sample` does.
   *
   * @param first the index of the first item
   * @param count how many
   * @returns how many it left to `Plan.sample`: those that stand in `missed`
   */
  sample(first: number, count: number): number;
}

/** Samples whole batches in WebAssembly, where a plan's own `sample` is too slow. */
export interface BatchSampler {
  /** The memory it takes for batches of so many rows, in bytes. */
  room(batch: number): number;
  /**
   * Makes it ready.
   *
   * @param place where it samples
   * @returns the sampler
   * @throws CompileError where the engine has no WebAssembly with SIMD
   */
  link(place: SamplerPlace): LinkedSampler;
}
