/** Where kernels write lengths, part by part. */
export interface LengthArrays {
  /** The integer part of each length; -1 where there is no way. */
  readonly straight: Float64Array;
  /**
   * The multiple of sqrt(2); 0 where there is no way. 32 bits are enough for any map where every
   * cell costs 1.
   */
  readonly diagonal: Int32Array | Float64Array;
}
