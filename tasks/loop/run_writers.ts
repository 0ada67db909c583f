/** The loops of some runs in parts, and the buffer they share. */
export interface RunWriters {
  /** Where lines are written. */
  readonly buffer: Uint8Array;
  /** No line of any run is longer than this, in bytes. */
  readonly longest: number;
  /** So many items of a run are sampled at once, at most. */
  readonly batch: number;
  /**
   * Samples items.
   *
   * @param run which run
   * @param first the index of the first
   * @param count how many, at most the batch
   */
  fill(run: number, first: number, count: number): void;
  /**
   * Writes items that were sampled.
   *
   * @param run which run
   * @param from the first, counted within the batch
   * @param count how many
   * @param position where in the buffer to begin
   * @returns the position behind the last line
   */
  write(run: number, from: number, count: number, position: number): number;
  /** Makes {@link RunWriters.next} begin with the first item that each run has sampled. */
  begin(): void;
  /**
   * Writes items of all runs in their order.
   *
   * @param slot where in the cycle the first is
   * @param count how many
   * @param position where in the buffer to begin
   * @returns the position behind the last line
   */
  next(slot: number, count: number, position: number): number;
}

/** The lines of the only run of some writers, in pieces that share the buffer. */
export function* bufferedLines(
  writers: RunWriters,
  first: number,
  count: number,
): Generator<Uint8Array, void, void> {
  const { batch, buffer, longest } = writers;
  let position = 0;
  for (let done = 0; done < count; done += batch) {
    const size = Math.min(batch, count - done);
    writers.fill(0, first + done, size);
    for (let at = 0; at < size;) {
      const room = Math.floor((buffer.length - position) / longest);
      const some = Math.min(size - at, room);
      position = writers.write(0, at, some, position);
      at += some;
      if (at < size || room === some) {
        yield buffer.subarray(0, position);
        position = 0;
      }
    }
  }
  if (position > 0) yield buffer.subarray(0, position);
}

/** Lines are gathered up to so many characters. */
const GATHERED = 1 << 16;

const encoder = new TextEncoder();

/** Records as lines of JSON, in pieces. */
export function* recordLines(
  record: (i: number) => unknown,
  count: number,
): Generator<Uint8Array, void, void> {
  let text = "";
  for (let i = 0; i < count; i++) {
    text += `${JSON.stringify(record(i))}\n`;
    if (text.length < GATHERED) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text !== "") yield encoder.encode(text);
}
