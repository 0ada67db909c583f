// Samples batches of region, by the cells of a map; AssemblyScript.

import {
  ANSWER,
  BASE,
  drawBlocks,
  drawPicks,
  MARGIN,
  NOTES,
  NOTE_BYTES,
  OWN,
  PLACED,
  placeFirst,
  placeRest,
  ROW_BYTES,
  SURE,
  TARGET,
  WORDS,
} from "./placing";

// Of region: addresses of the parts of a RegionCell; whether y points down, and the side.
const ENTRIES: usize = 0;
const BEGINS: usize = 4;
const GAPS: usize = 8;
const BANDS: usize = 12;
const IS_DOWN: usize = 16;
const LATTICE: usize = 20;

/** Draws the place of each item's target, and writes answer and margin. */
function placeCells(s: usize, rows: usize, count: i32): void {
  const words = load<usize>(s, WORDS);
  const rowBytes = load<usize>(s, ROW_BYTES), from = load<usize>(s, BASE) + 4, own = load<usize>(s, OWN);
  const answerAt = load<usize>(s, ANSWER), marginAt = load<usize>(s, MARGIN);
  const entries = load<usize>(own, ENTRIES), begins = load<usize>(own, BEGINS), gaps = load<usize>(own, GAPS);
  const bands = load<i32>(own, BANDS), isDown = load<i32>(own, IS_DOWN), lattice = load<i32>(own, LATTICE);
  const notes = load<usize>(s, NOTES);
  for (let i = 0, row = rows; i < count; i++, row += rowBytes) {
    const lane = <usize>(i & 3) << 2, note = notes + NOTE_BYTES * (<usize>i >> 2) + lane;
    const block = words + (<usize>(i & ~3) << 4) + lane;
    const target = load<i32>(note, TARGET), band = target / bands;
    const column = begins + (<usize>band << 2), line = begins + (<usize>(target - band * bands) << 2);
    const columns = load<u32>(column, 4) - load<u32>(column), lines = load<u32>(line, 4) - load<u32>(line);
    const across = <u64>load<u32>(block, 32) * <u64>columns, along = <u64>load<u32>(block, 16) * <u64>lines;
    const x = load<i32>(entries + ((load<usize>(column) + <usize>(across >> 32)) << 2));
    const up = load<i32>(entries + ((load<usize>(line) + <usize>(along >> 32)) << 2));
    const left = x & 4095, height = up & 4095;
    const y = select<i32>(lattice - height, height, isDown);
    store<i32>(row + from, left);
    store<i32>(row + from, y, 4);
    store<i32>(note, left | y << 16, PLACED);
    store<i32>(row + answerAt, 3 * (x >> 12) + (up >> 12));
    store<i32>(row + marginAt, min(load<i32>(gaps + (<usize>left << 2)), load<i32>(gaps + (<usize>height << 2))));
    // A low word this large needs no rejection; a lesser one the twin decides.
    const even = <i32>(<u32>across >= columns) & <i32>(<u32>along >= lines);
    store<i32>(note, load<i32>(note, SURE) & -even, SURE);
  }
}

/** As sampleDirection, of region. */
export function sampleRegion(s: usize, rows: usize, count: i32, low: i32, high: i32, missed: usize): i32 {
  drawBlocks(s, count, low, high);
  drawPicks(s, rows, count);
  placeCells(s, rows, (count + 3) & ~3);
  placeFirst(s, rows, count, 1, 1);
  return placeRest(s, rows, count, 1, 1, low, high, missed);
}
