// Samples batches of direction, by a table of pairs; AssemblyScript.

import { highDoubles, lowDoubles, lower, storeFour, storePlaces, upper, whole } from "./lanes";
import {
  ANSWER,
  BASE,
  drawBlocks,
  drawPicks,
  LEAST,
  MARGIN,
  MOST,
  NOTES,
  NOTE_BYTES,
  OWN,
  PLACED,
  placeFirst,
  placeRest,
  ROW_BYTES,
  SIDE,
  SURE,
  TARGET,
  WORDS,
} from "./placing";

// Of direction: addresses of the parts of a PairTable, and seven doubles.
const TARGET_TABLE: usize = 0;
const RUN_TABLE: usize = 4;
const GUIDE: usize = 8;
const KINDS: usize = 12;
const ARCTANGENT: usize = 16;

// A target of a PairTable.
const TOTAL: usize = 0; // doubles
const LIMIT: usize = 8;
const SCALE: usize = 16;
const GUIDE_AT: usize = 24; // integers
const SYMMETRY: usize = 28;
const OWN_ANSWER: usize = 32;
const TARGET_BYTES: usize = 40;

// A run of a PairTable: a double, two integers.
const START: usize = 0;
const RUN_BYTES: usize = 16;

// Notes on four items between passes, beside those of all tasks.
const RUN: usize = 32; // an address
const SPAN: usize = 48;
const LEFT: usize = 64; // the pair in the first quadrant: its lesser coordinates, its differences
const BOTTOM: usize = 80;
const DX: usize = 96;
const DY: usize = 112;
const PAIR: usize = 128; // doubles: its number

/** Numbers each item's pair: the number's remainder by how many there are for the target. */
function drawPairs(s: usize, count: i32): void {
  const words = load<usize>(s, WORDS);
  const targets = load<usize>(load<usize>(s, OWN), TARGET_TABLE);
  let note = load<usize>(s, NOTES);
  for (let i = 0; i < count; i += 4, note += NOTE_BYTES) {
    const block = words + (<usize>i << 4);
    const goal = i32x4.add(
      i32x4.mul(v128.load(note, TARGET), i32x4.splat(TARGET_BYTES)),
      i32x4.splat(targets),
    );
    v128.store(note, goal, TARGET);
    const w2 = i32x4.shr_u(v128.load(block, 32), 12), w1 = v128.load(block, 16);
    const t0 = i32x4.extract_lane(goal, 0), t1 = i32x4.extract_lane(goal, 1);
    const t2 = i32x4.extract_lane(goal, 2), t3 = i32x4.extract_lane(goal, 3);
    const low = drawPair(i32x4.shuffle(w1, w2, 0, 4, 1, 5), v128.load(t0), v128.load(t1));
    const high = drawPair(i32x4.shuffle(w1, w2, 2, 6, 3, 7), v128.load(t2), v128.load(t3));
    v128.store(note, low, PAIR);
    v128.store(note, high, PAIR + 16);
    const even = lower(i64x2.ge_s(low, i64x2.splat(0)), i64x2.ge_s(high, i64x2.splat(0)));
    v128.store(note, v128.and(v128.load(note, SURE), even), SURE);
  }
}

/** The numbers of two pairs from 52 bits each; with a minus where those are in the uneven rest. */
// @ts-ignore: decorator
@inline
function drawPair(words: v128, first: v128, second: v128): v128 {
  const totals = i64x2.shuffle(first, second, 0, 2), limits = i64x2.shuffle(first, second, 1, 3);
  // 52 bits are the fraction of a double from 2^52 on.
  const shift = f64x2.splat(4503599627370496.0);
  const drawn = f64x2.sub(v128.or(words, shift), shift);
  const pair = f64x2.sub(drawn, f64x2.mul(f64x2.floor(f64x2.div(drawn, totals)), totals));
  return v128.or(pair, v128.and(f64x2.ge(drawn, limits), f64x2.splat(-0.0)));
}

/** Finds the run of each pair. */
function findRuns(s: usize, count: i32): void {
  const own = load<usize>(s, OWN);
  const runs = load<usize>(own, RUN_TABLE), guide = load<usize>(own, GUIDE);
  let note = load<usize>(s, NOTES);
  for (let i = 0; i < count; i += 4, note += NOTE_BYTES) {
    for (let lane: usize = 0; lane < 4; lane++) {
      const target = load<usize>(note + (lane << 2), TARGET), pair = abs(load<f64>(note + (lane << 3), PAIR));
      const step = <usize>(pair * load<f64>(target, SCALE));
      let run = runs + (load<usize>(guide + load<usize>(target, GUIDE_AT) + (step << 2)) << 4);
      // One step without a branch is mostly enough.
      run += RUN_BYTES * <usize>(load<f64>(run, RUN_BYTES + START) <= pair);
      while (load<f64>(run, RUN_BYTES + START) <= pair) run += RUN_BYTES;
      store<usize>(note + (lane << 2), run, RUN);
    }
  }
}

/** Takes a pair's number within its run apart. */
function findPairs(s: usize, count: i32): void {
  const side = load<i32>(s, SIDE);
  const top = f64x2.splat(<f64>(2 * side + 1)), square = f64x2.mul(top, top);
  let note = load<usize>(s, NOTES);
  for (let i = 0; i < count; i += 4, note += NOTE_BYTES) {
    const r0 = v128.load(load<usize>(note, RUN)), r1 = v128.load(load<usize>(note, RUN + 4));
    const r2 = v128.load(load<usize>(note, RUN + 8)), r3 = v128.load(load<usize>(note, RUN + 12));
    const low = f64x2.sub(f64x2.abs(v128.load(note, PAIR)), i64x2.shuffle(r0, r1, 0, 2));
    const high = f64x2.sub(f64x2.abs(v128.load(note, PAIR + 16)), i64x2.shuffle(r2, r3, 0, 2));
    const a = i64x2.shuffle(r0, r1, 1, 3), b = i64x2.shuffle(r2, r3, 1, 3);
    const first = lower(a, b), span = upper(a, b);
    const dx = v128.and(span, i32x4.splat(4095)), width = i32x4.sub(i32x4.splat(side), dx);
    const lowWidth = lowDoubles(width), highWidth = highDoubles(width);
    const lowLine = f64x2.floor(f64x2.div(low, lowWidth)), highLine = f64x2.floor(f64x2.div(high, highWidth));
    const lowPlace = f64x2.add(lowDoubles(first), lowLine), highPlace = f64x2.add(highDoubles(first), highLine);
    const lowDy = heightOf(lowPlace, top, square), highDy = heightOf(highPlace, top, square);
    v128.store(note, span, SPAN);
    v128.store(note, dx, DX);
    v128.store(note, whole(lowDy, highDy), DY);
    v128.store(note, whole(f64x2.sub(low, f64x2.mul(lowLine, lowWidth)), f64x2.sub(high, f64x2.mul(highLine, highWidth))), LEFT);
    v128.store(note, whole(bottomOf(lowPlace, lowDy, top), bottomOf(highPlace, highDy, top)), BOTTOM);
  }
}

// @ts-ignore: decorator
@inline
function heightOf(place: v128, top: v128, square: v128): v128 {
  const root = f64x2.sqrt(f64x2.sub(square, f64x2.mul(f64x2.splat(8), place)));
  return f64x2.floor(f64x2.mul(f64x2.sub(top, root), f64x2.splat(0.5)));
}

// @ts-ignore: decorator
@inline
function bottomOf(place: v128, dy: v128, top: v128): v128 {
  return f64x2.sub(place, f64x2.mul(f64x2.mul(dy, f64x2.sub(top, dy)), f64x2.splat(0.5)));
}

/** Writes the places and the answers. */
function placePairs(s: usize, rows: usize, count: i32): void {
  const rowBytes = load<usize>(s, ROW_BYTES), from = load<usize>(s, BASE) + 4, answerAt = load<usize>(s, ANSWER);
  const least = v128.load_splat<u32>(s, LEAST), most = v128.load_splat<u32>(s, MOST);
  let note = load<usize>(s, NOTES), row = rows;
  for (let i = 0; i < count; i += 4, note += NOTE_BYTES, row += 4 * rowBytes) {
    const t0 = v128.load(load<usize>(note, TARGET), SYMMETRY), t1 = v128.load(load<usize>(note, TARGET + 4), SYMMETRY);
    const t2 = v128.load(load<usize>(note, TARGET + 8), SYMMETRY), t3 = v128.load(load<usize>(note, TARGET + 12), SYMMETRY);
    const a = i64x2.shuffle(t0, t1, 0, 2), b = i64x2.shuffle(t2, t3, 0, 2);
    const symmetry = lower(a, b), own = upper(a, b), span = v128.load(note, SPAN);
    const swapped = i32x4.shr_s(i32x4.shl(symmetry, 31), 31);
    const mirrors = v128.and(i32x4.shr_u(span, 12), i32x4.splat(6));
    const exchanged = v128.or(
      i32x4.shl(v128.and(mirrors, i32x4.splat(2)), 1),
      v128.and(i32x4.shr_u(mirrors, 1), i32x4.splat(2)),
    );
    const mirror = v128.xor(symmetry, v128.bitselect(exchanged, mirrors, swapped));
    const mirrorX = i32x4.shr_s(i32x4.shl(mirror, 30), 31), mirrorY = i32x4.shr_s(i32x4.shl(mirror, 29), 31);
    const left = v128.load(note, LEFT), bottom = v128.load(note, BOTTOM);
    const dx = v128.load(note, DX), dy = v128.load(note, DY);
    const x = v128.bitselect(bottom, left, swapped), y = v128.bitselect(left, bottom, swapped);
    const right = i32x4.add(x, v128.bitselect(dy, dx, swapped)), over = i32x4.add(y, v128.bitselect(dx, dy, swapped));
    const x0 = v128.bitselect(i32x4.sub(most, x), i32x4.add(least, x), mirrorX);
    const y0 = v128.bitselect(i32x4.sub(most, y), i32x4.add(least, y), mirrorY);
    const x1 = v128.bitselect(i32x4.sub(most, right), i32x4.add(least, right), mirrorX);
    const y1 = v128.bitselect(i32x4.sub(most, over), i32x4.add(least, over), mirrorY);
    storePlaces(row + from, rowBytes, x0, y0);
    storePlaces(row + from + 12, rowBytes, x1, y1);
    v128.store(note, v128.or(x0, i32x4.shl(y0, 16)), PLACED);
    v128.store(note, v128.or(x1, i32x4.shl(y1, 16)), PLACED + 16);
    const common = v128.and(i32x4.shr_u(span, 16), i32x4.splat(15));
    storeFour(row + answerAt, rowBytes, v128.bitselect(common, own, i32x4.shr_s(own, 31)));
  }
}

/** Writes the margins as marginHundredths, of which the octant is told in integers. */
function measurePairs(s: usize, rows: usize, count: i32): void {
  const rowBytes = load<usize>(s, ROW_BYTES), own = load<usize>(s, OWN), marginAt = load<usize>(s, MARGIN);
  const kinds = load<usize>(own, KINDS);
  let note = load<usize>(s, NOTES), row = rows + marginAt;
  for (let i = 0; i < count; i += 4, note += NOTE_BYTES, row += 4 * rowBytes) {
    const dx = v128.load(note, DX), dy = v128.load(note, DY);
    const shorter = i32x4.min_s(dx, dy), longer = i32x4.max_s(dx, dy);
    // 985 / 2378 is about the tangent of 22.5 degrees.
    const steep = i32x4.gt_s(i32x4.mul(shorter, i32x4.splat(2378)), i32x4.mul(longer, i32x4.splat(985)));
    const upright = i32x4.gt_s(dy, dx);
    // Taken from the other axis, the angle turns the other way.
    const over = negated(i32x4.sub(shorter, v128.and(longer, steep)), upright);
    const under = i32x4.add(longer, v128.and(shorter, steep));
    const offset = i32x4.add(
      negated(v128.and(i32x4.splat(4500), steep), upright),
      v128.and(i32x4.splat(9000), upright),
    );
    const kind = i32x4.add(i32x4.shl(i32x4.shr_u(v128.load(note, SPAN), 20), 4), i32x4.splat(kinds));
    const k0 = v128.load(i32x4.extract_lane(kind, 0)), k1 = v128.load(i32x4.extract_lane(kind, 1));
    const k2 = v128.load(i32x4.extract_lane(kind, 2)), k3 = v128.load(i32x4.extract_lane(kind, 3));
    const low = marginOf(own, lowDoubles(over), lowDoubles(under), lowDoubles(offset), k0, k1);
    const high = marginOf(own, highDoubles(over), highDoubles(under), highDoubles(offset), k2, k3);
    const lowWhole = f64x2.floor(low), highWhole = f64x2.floor(high);
    storeFour(row, rowBytes, whole(lowWhole, highWhole));
    const sure = lower(isClear(f64x2.sub(low, lowWhole)), isClear(f64x2.sub(high, highWhole)));
    v128.store(note, v128.and(v128.load(note, SURE), sure), SURE);
  }
}

/** A vector's negative where the mask is set. */
// @ts-ignore: decorator
@inline
function negated(x: v128, mask: v128): v128 {
  return i32x4.sub(v128.xor(x, mask), mask);
}

/** The angles of two pairs to the nearer boundaries of their sectors, in hundredths of a degree. */
// @ts-ignore: decorator
@inline
function marginOf(own: usize, over: v128, under: v128, offset: v128, first: v128, second: v128): v128 {
  const z = f64x2.div(over, under), w = f64x2.mul(z, z), v = f64x2.mul(w, w);
  const c01 = f64x2.add(coefficient(own, 0), f64x2.mul(w, coefficient(own, 1)));
  const c23 = f64x2.add(coefficient(own, 2), f64x2.mul(w, coefficient(own, 3)));
  const c45 = f64x2.add(coefficient(own, 4), f64x2.mul(w, coefficient(own, 5)));
  const c456 = f64x2.add(c45, f64x2.mul(v, coefficient(own, 6)));
  const series = f64x2.add(c01, f64x2.mul(v, f64x2.add(c23, f64x2.mul(v, c456))));
  const angle = f64x2.add(offset, f64x2.mul(z, series));
  const middles = i64x2.shuffle(first, second, 0, 2), halves = i64x2.shuffle(first, second, 1, 3);
  return f64x2.sub(halves, f64x2.abs(f64x2.sub(angle, middles)));
}

// @ts-ignore: decorator
@inline
function coefficient(own: usize, i: usize): v128 {
  return v128.load_splat<u64>(own + (i << 3), ARCTANGENT);
}

/** Whether a fraction is far enough from 0 and 1 for its whole to be sure; see DOUBT of the twin. */
// @ts-ignore: decorator
@inline
function isClear(fraction: v128): v128 {
  const doubt = 1.0 / 1048576.0;
  return v128.and(f64x2.gt(fraction, f64x2.splat(doubt)), f64x2.lt(fraction, f64x2.splat(1.0 - doubt)));
}

/**
 * Samples rows of direction, in fours: rows behind the last may be touched. Items that it cannot
 * decide are listed at `missed`, and left to the twin.
 *
 * @returns how many it missed
 */
export function sampleDirection(s: usize, rows: usize, count: i32, low: i32, high: i32, missed: usize): i32 {
  drawBlocks(s, count, low, high);
  drawPicks(s, rows, count);
  drawPairs(s, count);
  findRuns(s, count);
  findPairs(s, count);
  placePairs(s, rows, count);
  measurePairs(s, rows, count);
  placeFirst(s, rows, count, 2, 1);
  return placeRest(s, rows, count, 2, 1, low, high, missed);
}
