// What batches of all tasks about points begin and end with, as the twins in TypeScript do, word for
// word; AssemblyScript. All memory is the caller's: settings, tables, scratch and rows.

import { lower, storeFour, storePlaces, upper } from "./lanes";
import { bits, openStream, skip, startItem } from "./stream";
import { fourBlocks } from "./threefry";

// Settings of a run, by their places in bytes: integers of 32 bits unless said otherwise.
// The key stands first: four words.
export const ROW_BYTES: usize = 16;
export const POINTS: usize = 20; // how many
export const BASE: usize = 24; // the first point's name in a row; x and y stand behind it
export const QUESTION: usize = 28; // what else stands in a row
export const ANSWER: usize = 32;
export const MARGIN: usize = 36;
export const LEAST: usize = 40; // the least and the greatest coordinate
export const MOST: usize = 44;
export const SIDE: usize = 48;
export const GAP: usize = 52; // the square of the least distance
export const WAYS: usize = 56; // of naming the points
export const QUESTIONS: usize = 60;
export const TARGETS: usize = 64;
export const PICK_LEAST: usize = 68; // low words below this are rejected, as in Chance.below
export const PLACE_LEAST: usize = 72; // the same for side * side
export const NAMES: usize = 76; // the address of the names of every way, a byte each
export const WORDS: usize = 80; // where the first blocks of four items stand, then those of the next four
export const NOTES: usize = 84; // where notes on four items stand, then those on the next four
export const STREAM: usize = 88; // scratch: i32[16]
export const OWN: usize = 92; // where that stands which one task alone has

// Work goes in passes over the batch, four items at a time: in one long loop the processor would
// see too few items at once to hide the latency of divisions and roots. Notes on four items that
// passes leave for the next, each for four lanes; those between are a task's own:
export const SURE: usize = 0; // -1 where the item is decided without the twin
export const TARGET: usize = 16; // its number, then its address where a task has a table of them
export const IS_PLACED: usize = 64; // by placeFirst, -1 or 0; before that a task's own
export const PLACED: usize = 160; // of each point its x and, in the upper half, its y
export const NOTE_BYTES: usize = 320;

const WORD: u64 = 0xffffffff;
const CROWDED: i32 = 100;

/** The first block of each item's stream; the low word of the index must not overflow. */
export function drawBlocks(s: usize, count: i32, low: i32, high: i32): void {
  const words = load<usize>(s, WORDS);
  for (let i = 0; i < count; i += 4) {
    const items = i32x4.add(i32x4.splat(low + i), i32x4(0, 1, 2, 3));
    fourBlocks(s, items, i32x4.splat(high), i32x4.splat(0), words + (<usize>i << 4));
  }
}

/** The digits of each item's first draw: names and question are written, the target is noted. */
export function drawPicks(s: usize, rows: usize, count: i32): void {
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
export function placeFirst(s: usize, rows: usize, count: i32, first: i32, left: i32): void {
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
    v128.store(note, v128.andnot(i32x4.splat(-1), bad), IS_PLACED);
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
export function placeRest(s: usize, rows: usize, count: i32, first: i32, left: i32, low: i32, high: i32, missed: usize): i32 {
  const rowBytes = load<usize>(s, ROW_BYTES), hasMore = load<i32>(s, POINTS) > first + left;
  let note = load<usize>(s, NOTES), misses = 0;
  openStream(s, load<usize>(s, STREAM));
  for (let i = 0; i < count; i += 4, note += NOTE_BYTES) {
    const sure = v128.load(note, SURE), placed = v128.load(note, IS_PLACED);
    if (!hasMore && i32x4.all_true(v128.and(sure, placed))) continue;
    const end = min(4, count - i);
    for (let lane = 0; lane < end; lane++) {
      const at = <usize>lane << 2, item = i + lane;
      const isPlaced = load<i32>(note + at, IS_PLACED) != 0;
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
