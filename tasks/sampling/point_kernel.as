// Samples batches of items as the twins in TypeScript do, word for word; AssemblyScript.
// All memory is the caller's: settings, tables, scratch and rows.

import { bits, openStream, skip, startItem } from "./stream";
import { fourBlocks } from "./threefry";

// Settings of a run, by their places in bytes: integers of 32 bits unless said otherwise.
// The key stands first: four words.
const ROW_BYTES: usize = 16;
const POINTS: usize = 20; // how many
const BASE: usize = 24; // the first point's name in a row; x and y stand behind it
const QUESTION: usize = 28; // what else stands in a row
const ANSWER: usize = 32;
const MARGIN: usize = 36;
const LEAST: usize = 40; // the least and the greatest coordinate
const MOST: usize = 44;
const SIDE: usize = 48;
const GAP: usize = 52; // the square of the least distance
const WAYS: usize = 56; // of naming the points
const QUESTIONS: usize = 60;
const TARGETS: usize = 64;
const PICK_LEAST: usize = 68; // low words below this are rejected, as in Chance.below
const PLACE_LEAST: usize = 72; // the same for side * side
const NAMES: usize = 76; // the address of the names of every way, a byte each
const WORDS: usize = 80; // where the first blocks of four items stand, then those of the next four
const NOTES: usize = 84; // where notes on four items stand, then those on the next four
const STREAM: usize = 88; // scratch: i32[16]
const OWN: usize = 92; // where that stands which one task alone has

// Of direction: addresses of the parts of a PairTable, and seven doubles.
const TARGET_TABLE: usize = 0;
const RUN_TABLE: usize = 4;
const GUIDE: usize = 8;
const KINDS: usize = 12;
const ARCTANGENT: usize = 16;

// Of distance.
const UNIT: usize = 0; // a double

// Of region: addresses of the parts of a RegionCell; whether y points down, and the side.
const ENTRIES: usize = 0;
const BEGINS: usize = 4;
const GAPS: usize = 8;
const BANDS: usize = 12;
const IS_DOWN: usize = 16;
const LATTICE: usize = 20;

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

// Work goes in passes over the batch, four items at a time: in one long loop the processor would
// see too few items at once to hide the latency of divisions and roots. Notes on four items that
// passes leave for the next, each for four lanes:
const SURE: usize = 0; // -1 where the item is decided without the twin
const TARGET: usize = 16; // the number of the target, then its address
const RUN: usize = 32; // an address
const SPAN: usize = 48;
const LEFT: usize = 64; // the pair in the first quadrant: its lesser coordinates, its differences
const BOTTOM: usize = 80;
const DX: usize = 96;
const DY: usize = 112;
const PAIR: usize = 128; // doubles: its number
const PLACED: usize = 160; // of each point its x and, in the upper half, its y
const NOTE_BYTES: usize = 320;

const WORD: u64 = 0xffffffff;
const CROWDED: i32 = 100;

/** The upper words of four products. */
@inline
function upper(low: v128, high: v128): v128 {
  return i32x4.shuffle(low, high, 1, 3, 5, 7);
}

/** The lower words of four products. */
@inline
function lower(low: v128, high: v128): v128 {
  return i32x4.shuffle(low, high, 0, 2, 4, 6);
}

/** Four whole numbers of 0 to 2^31 - 1 from doubles: behind 2^52 they stand in the low words. */
@inline
function whole(low: v128, high: v128): v128 {
  const shift = f64x2.splat(4503599627370496.0);
  return lower(f64x2.add(low, shift), f64x2.add(high, shift));
}

@inline
function lowDoubles(x: v128): v128 {
  return f64x2.convert_low_i32x4_s(x);
}

@inline
function highDoubles(x: v128): v128 {
  return f64x2.convert_low_i32x4_s(i32x4.shuffle(x, x, 2, 3, 2, 3));
}

/** The x and y of four points, to be stored. */
@inline
function storePlaces(rows: usize, rowBytes: usize, x: v128, y: v128): void {
  const low = i32x4.shuffle(x, y, 0, 4, 1, 5), high = i32x4.shuffle(x, y, 2, 6, 3, 7);
  v128.store_lane<u64>(rows, low, 0);
  v128.store_lane<u64>(rows + rowBytes, low, 1);
  v128.store_lane<u64>(rows + 2 * rowBytes, high, 0);
  v128.store_lane<u64>(rows + 3 * rowBytes, high, 1);
}

@inline
function storeFour(rows: usize, rowBytes: usize, x: v128): void {
  v128.store_lane<u32>(rows, x, 0);
  v128.store_lane<u32>(rows + rowBytes, x, 1);
  v128.store_lane<u32>(rows + 2 * rowBytes, x, 2);
  v128.store_lane<u32>(rows + 3 * rowBytes, x, 3);
}

/** The first block of each item's stream; the low word of the index must not overflow. */
function drawBlocks(s: usize, count: i32, low: i32, high: i32): void {
  const words = load<usize>(s, WORDS);
  for (let i = 0; i < count; i += 4) {
    const items = i32x4.add(i32x4.splat(low + i), i32x4(0, 1, 2, 3));
    fourBlocks(s, items, i32x4.splat(high), i32x4.splat(0), words + (<usize>i << 4));
  }
}

/** The digits of each item's first draw: names and question are written, the target is noted. */
function drawPicks(s: usize, rows: usize, count: i32): void {
  const words = load<usize>(s, WORDS);
  const rowBytes = load<usize>(s, ROW_BYTES), base = load<usize>(s, BASE), points = load<i32>(s, POINTS);
  const names = load<usize>(s, NAMES), question = load<usize>(s, QUESTION);
  const ways = v128.load_splat<u32>(s, WAYS), questions = v128.load_splat<u32>(s, QUESTIONS);
  const targets = v128.load_splat<u32>(s, TARGETS), least = v128.load_splat<u32>(s, PICK_LEAST);
  let note = load<usize>(s, NOTES), row = rows;
  for (let i = 0; i < count; i += 4, note += NOTE_BYTES, row += 4 * rowBytes) {
    const word = v128.load(words + (<usize>i << 4), 48);
    const a = i64x2.extmul_low_i32x4_u(word, ways), b = i64x2.extmul_high_i32x4_u(word, ways);
    const rest = lower(a, b), way = i32x4.mul(upper(a, b), i32x4.splat(points));
    const c = i64x2.extmul_low_i32x4_u(rest, questions), d = i64x2.extmul_high_i32x4_u(rest, questions);
    const last = lower(c, d);
    const e = i64x2.extmul_low_i32x4_u(last, targets), f = i64x2.extmul_high_i32x4_u(last, targets);
    storeFour(row + question, rowBytes, upper(c, d));
    v128.store(note, upper(e, f), TARGET);
    v128.store(note, i32x4.ge_u(lower(e, f), least), SURE);
    const from = row + base;
    const n0 = names + i32x4.extract_lane(way, 0), n1 = names + i32x4.extract_lane(way, 1);
    const n2 = names + i32x4.extract_lane(way, 2), n3 = names + i32x4.extract_lane(way, 3);
    for (let j = 0; j < points; j++) {
      const at = from + 12 * j;
      store<i32>(at, load<u8>(n0 + j));
      store<i32>(at + rowBytes, load<u8>(n1 + j));
      store<i32>(at + 2 * rowBytes, load<u8>(n2 + j));
      store<i32>(at + 3 * rowBytes, load<u8>(n3 + j));
    }
  }
}

/**
 * Places the points from `first` on by the words before `left` of the first blocks; items whose
 * points are too near each other, or that have more of them, are left to placeAnew.
 */
function placeFirst(s: usize, rows: usize, count: i32, first: i32, left: i32): void {
  const words = load<usize>(s, WORDS);
  const rowBytes = load<usize>(s, ROW_BYTES), from = load<usize>(s, BASE) + 4;
  const end = min(load<i32>(s, POINTS), first + left);
  const side = v128.load_splat<u32>(s, SIDE), least = v128.load_splat<u32>(s, LEAST);
  const placeLeast = v128.load_splat<u32>(s, PLACE_LEAST), gap = v128.load_splat<u32>(s, GAP);
  let note = load<usize>(s, NOTES), row = rows + from;
  for (let i = 0; i < count; i += 4, note += NOTE_BYTES, row += 4 * rowBytes) {
    let word = words + (<usize>i << 4) + (left << 4);
    let bad = i32x4.splat(0);
    for (let k = first; k < end; k++) {
      word -= 16;
      const w = v128.load(word);
      // The digits of a draw below side * side.
      const a = i64x2.extmul_low_i32x4_u(w, side), b = i64x2.extmul_high_i32x4_u(w, side);
      const rest = lower(a, b);
      const c = i64x2.extmul_low_i32x4_u(rest, side), d = i64x2.extmul_high_i32x4_u(rest, side);
      const x = i32x4.add(upper(c, d), least), y = i32x4.add(upper(a, b), least);
      bad = v128.or(bad, i32x4.lt_u(lower(c, d), placeLeast));
      const own = v128.or(x, i32x4.shl(y, 16));
      const place = note + (<usize>k << 4);
      for (let at = note; at < place; at += 16) {
        const apart = i16x8.sub(own, v128.load(at, PLACED));
        bad = v128.or(bad, i32x4.lt_s(i32x4.dot_i16x8_s(apart, apart), gap));
      }
      v128.store(place, own, PLACED);
      storePlaces(row + 12 * k, rowBytes, x, y);
    }
    // What is undecided here is not lost: the item is placed anew, by the same words.
    v128.store(note, v128.andnot(i32x4.splat(-1), bad), LEFT);
  }
}

/** Places the points from `first` on, one item alone, by its next words. False for no room. */
function placeAnew(s: usize, row: usize, first: i32): bool {
  const points = load<i32>(s, POINTS), gap = load<i32>(s, GAP), least = load<i32>(s, LEAST);
  const side = <u64>load<u32>(s, SIDE), placeLeast = load<u32>(s, PLACE_LEAST);
  const from = row + load<i32>(s, BASE) + 4;
  let tries = 0;
  for (let i = first; i < points;) {
    const line = <u64>bits() * side;
    const place = (line & WORD) * side;
    if (<u32>place < placeLeast) continue;
    const x = <i32>(place >> 32) + least, y = <i32>(line >> 32) + least;
    const own = from + 12 * i;
    let near: i32 = 0;
    for (let at = from; at < own; at += 12) {
      const dx = x - load<i32>(at), dy = y - load<i32>(at, 4);
      near |= <i32>(dx * dx + dy * dy < gap);
    }
    if (near == 0) {
      store<i32>(own, x);
      store<i32>(own, y, 4);
      i++;
    } else if (++tries == CROWDED) return false;
  }
  return true;
}

/** Places what placeFirst could not, and lists the items that are left to the twin. */
function placeRest(s: usize, rows: usize, count: i32, first: i32, left: i32, low: i32, high: i32, missed: usize): i32 {
  const rowBytes = load<usize>(s, ROW_BYTES), hasMore = load<i32>(s, POINTS) > first + left;
  let note = load<usize>(s, NOTES), misses = 0;
  openStream(s, load<usize>(s, STREAM));
  for (let i = 0; i < count; i += 4, note += NOTE_BYTES) {
    const sure = v128.load(note, SURE), placed = v128.load(note, LEFT);
    if (!hasMore && i32x4.all_true(v128.and(sure, placed))) continue;
    const end = min(4, count - i);
    for (let lane = 0; lane < end; lane++) {
      const at = <usize>lane << 2, item = i + lane;
      const isPlaced = load<i32>(note + at, LEFT) != 0;
      if (load<i32>(note + at, SURE) != 0) {
        if (isPlaced && !hasMore) continue;
        startItem(low + item, high);
        skip(isPlaced ? 4 : 4 - left);
        if (placeAnew(s, rows + rowBytes * item, isPlaced ? first + left : first)) continue;
      }
      store<i32>(missed + (<usize>misses << 2), item);
      misses++;
    }
  }
  return misses;
}

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

@inline
function heightOf(place: v128, top: v128, square: v128): v128 {
  const root = f64x2.sqrt(f64x2.sub(square, f64x2.mul(f64x2.splat(8), place)));
  return f64x2.floor(f64x2.mul(f64x2.sub(top, root), f64x2.splat(0.5)));
}

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
@inline
function negated(x: v128, mask: v128): v128 {
  return i32x4.sub(v128.xor(x, mask), mask);
}

/** The angles of two pairs to the nearer boundaries of their sectors, in hundredths of a degree. */
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

@inline
function coefficient(own: usize, i: usize): v128 {
  return v128.load_splat<u64>(own + (i << 3), ARCTANGENT);
}

/** Whether a fraction is far enough from 0 and 1 for its whole to be sure; see DOUBT of the twin. */
@inline
function isClear(fraction: v128): v128 {
  const doubt = 1.0 / 1048576.0;
  return v128.and(f64x2.gt(fraction, f64x2.splat(doubt)), f64x2.lt(fraction, f64x2.splat(1.0 - doubt)));
}

/**
 * Samples rows of direction, in fours: rows behind the last may be touched. Items that it cannot decide are listed at `missed`, and left to the twin.
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

/** The same of points that are placed apart, with nothing but a target drawn for them. */
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

/** The same of region. */
export function sampleRegion(s: usize, rows: usize, count: i32, low: i32, high: i32, missed: usize): i32 {
  drawBlocks(s, count, low, high);
  drawPicks(s, rows, count);
  placeCells(s, rows, (count + 3) & ~3);
  placeFirst(s, rows, count, 1, 1);
  return placeRest(s, rows, count, 1, 1, low, high, missed);
}
