/** How many instances one call solves with 16-bit weights. */
export const LANES = 8;
/** How many with 32-bit weights. */
export const WIDE_LANES = 4;
/** How many tours within the window are kept of each instance. */
export const KEPT = 8;
/** 32-bit words of a result: price, count, 2 unused, then the kept tours. */
export const RESULT_WORDS = 44;
/** Words of a kept tour: its price, then 16 bytes of inner points. */
export const KEPT_WORDS = 5;
/** Where the kept tours begin in a result. */
export const KEPT_FROM = 4;

/**
 * Solves several tours at once: the WASM kernel, or its twin in TypeScript. Both have one layout: the
 * input, the windows, and a result of {@link RESULT_WORDS} 32-bit words an instance.
 */
export interface BatchKernel {
  /** Weights, n^2 an instance; or see {@link points}. */
  readonly weights: Int32Array;
  /** 8 scales, then x and y of each point in turn, 8 of each. */
  readonly points: Float64Array;
  /** How much above the least price tours are listed, an instance each. */
  readonly windows: Int32Array;
  /** The results, word by word. */
  readonly words: Int32Array;
  /** The results, byte by byte. */
  readonly bytes: Uint8Array;
  /**
   * Solves 8 instances by their weights, listing only tours below 2^16 - 1: `head` 1 where
   * point 0 comes first, `tail` 1 where it comes back, 2 where point n - 1 comes last.
   */
  solve16(n: number, head: number, tail: number, symmetric: boolean): void;
  /** Solves 4 instances by their weights. */
  solve32(n: number, head: number, tail: number, symmetric: boolean): void;
  /** Solves 8 instances by their points, with weights round(scale * distance). */
  solvePoints(n: number, head: number, tail: number): void;
}
