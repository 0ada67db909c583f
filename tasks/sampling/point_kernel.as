// Samples batches of the tasks about points; AssemblyScript.

import { storeFour } from "./lanes";
import {
  ANSWER,
  BASE,
  drawBlocks,
  drawPicks,
  NOTES,
  NOTE_BYTES,
  OWN,
  placeFirst,
  placeRest,
  ROW_BYTES,
  TARGET,
} from "./placing";

export { sampleDirection } from "./direction";
export { sampleRegion } from "./region";

// Of distance.
const UNIT: usize = 0; // a double

/** As sampleDirection, of points that are placed apart, with nothing but a target drawn for them. */
export function samplePoints(s: usize, rows: usize, count: i32, low: i32, high: i32, missed: usize): i32 {
  const rowBytes = load<usize>(s, ROW_BYTES), answer = load<usize>(s, ANSWER);
  drawBlocks(s, count, low, high);
  drawPicks(s, rows, count);
  placeFirst(s, rows, count, 0, 3);
  let note = load<usize>(s, NOTES), at = rows + answer;
  for (let i = 0; i < count; i += 4, note += NOTE_BYTES, at += 4 * rowBytes) {
    storeFour(at, rowBytes, v128.load(note, TARGET));
  }
  return placeRest(s, rows, count, 0, 3, low, high, missed);
}

/** The same of distance. */
export function sampleDistance(s: usize, rows: usize, count: i32, low: i32, high: i32, missed: usize): i32 {
  const misses = samplePoints(s, rows, count, low, high, missed);
  const unit = load<f64>(load<usize>(s, OWN), UNIT), answer = load<usize>(s, ANSWER);
  const rowBytes = load<usize>(s, ROW_BYTES), from = load<usize>(s, BASE) + 4;
  for (let i = 0, row = rows; i < count; i++, row += rowBytes) {
    const dx = unit * <f64>(load<i32>(row + from, 12) - load<i32>(row + from));
    const dy = unit * <f64>(load<i32>(row + from, 16) - load<i32>(row + from, 4));
    // As roundedHypotenuse.
    const quadruple = 4.0 * (dx * dx + dy * dy);
    const root = <i32>sqrt(quadruple);
    const isAbove = <i32>(<f64>root * <f64>root > quadruple);
    store<i32>(row + answer, (root - isAbove + 1) >> 1);
  }
  return misses;
}
