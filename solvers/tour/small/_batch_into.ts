/** Too many tours are within a billionth of the shortest to compare them all. */
export const UNPROVEN = 0;
/** One shortest tour, and every other is longer by the gap at least. */
export const UNIQUE = 1;
/** Several tours are proven equally short. */
export const TIED = 2;
/** One shortest tour, but another is not proven to be longer by the gap. */
export const CLOSE = 3;

/** Where a batch writes: n bytes of order and a byte of verdict an instance. */
export interface BatchInto {
  /** The orders, one after the other. */
  readonly orders: Uint8Array;
  /** The verdicts. */
  readonly verdicts: Uint8Array;
}
