// Names and places points as Points does, word for word; AssemblyScript.
// All memory is the caller's: settings, tables, scratch and rows.

import { openStream, refilled, startItem } from "./stream";

// Settings by their places in bytes: integers of 32 bits. The key stands first: four words.
const ROW_BYTES: usize = 16;
const POINTS: usize = 20; // how many
const FIRST: usize = 24; // the place of the first point's name in a row; x and y stand behind it
const NAMES: usize = 28; // how many names there are
const WAYS: usize = 32; // how many ways to name the points are in a table, 0 for none
const TABLE: usize = 36; // where they are, a byte for each name
const POOLS: usize = 40; // else where {first name, how many are left} of each point are
const LEAST: usize = 44; // the least coordinate
const SIDE: usize = 48; // how many coordinates there are
const GAP: usize = 52; // the square of the least distance
const STREAM: usize = 56; // scratch: i32[16]
const ORDER: usize = 60; // scratch: a byte for each name, in whole vectors

/** A point's columns: its name, x and y. */
const POINT_BYTES: usize = 12;

/** Places that may be too near to others before the row is left to the twin, which begins anew. */
const CROWDED: i32 = 100;

/** Whether a place is far enough from those of the points before. */
// @ts-ignore: decorator
@inline
function isSpaced(row: usize, end: usize, x: i32, y: i32, gap: i32): bool {
  for (let at = row; at < end; at += POINT_BYTES) {
    const dx = x - load<i32>(at, 4), dy = y - load<i32>(at, 8);
    if (dx * dx + dy * dy < gap) return false;
  }
  return true;
}

/**
 * Draws one row; false where it is left to the twin, which also has all draws that a uniform
 * integer rejects. The place among the stream's words is kept in a register.
 */
function drawRow(settings: usize, row: usize): bool {
  const points = load<usize>(settings, POINTS), ways = load<u32>(settings, WAYS);
  const words = load<usize>(settings, STREAM);
  const end = row + points * POINT_BYTES;
  let at = refilled();
  if (ways > 0) {
    at -= 4;
    const draw = load<u32>(at) * <u64>ways;
    if (<u32>draw < ways) return false;
    let name = load<usize>(settings, TABLE) + <usize>(draw >> 32) * points;
    for (let point = row; point < end; point += POINT_BYTES) store<i32>(point, load<u8>(name++));
  } else {
    const order = load<usize>(settings, ORDER);
    const names = load<usize>(settings, NAMES);
    let numbers = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    for (let i: usize = 0; i < names; i += 16) {
      v128.store(order + i, numbers);
      numbers = i8x16.add(numbers, i8x16.splat(16));
    }
    let pool = load<usize>(settings, POOLS);
    for (let point = row; point < end; point += POINT_BYTES) {
      const from = order + load<usize>(pool), left = load<u32>(pool, 4);
      if (at == words) at = refilled();
      at -= 4;
      const draw = load<u32>(at) * <u64>left;
      if (<u32>draw < left) return false;
      const pick = from + <usize>(draw >> 32);
      const name = load<u8>(pick);
      store<u8>(pick, load<u8>(from));
      store<i32>(point, name);
      pool += 8;
    }
  }
  const least = load<i32>(settings, LEAST), gap = load<i32>(settings, GAP);
  const side = load<u32>(settings, SIDE);
  const places = side * side;
  // Places are below 2^21 and sides below 2^11, so that this multiplied divides exactly.
  const inverse: u64 = 0xffffffff / side + 1;
  for (let point = row, tries = 0; point < end;) {
    if (at == words) at = refilled();
    at -= 4;
    const draw = load<u32>(at) * <u64>places;
    if (<u32>draw < places) return false;
    const place = draw >> 32;
    const line = <u32>(place * inverse >> 32);
    const x = least + (<i32>place - line * side), y = least + <i32>line;
    if (isSpaced(row, point, x, y, gap)) {
      store<i32>(point, x, 4);
      store<i32>(point, y, 8);
      point += POINT_BYTES;
    } else if (++tries == CROWDED) return false;
  }
  return true;
}

/**
 * Draws rows of items that follow each other; the low word of the index must not overflow.
 * Returns how many are left to the twin, which are listed by their places.
 */
export function drawRows(
  settings: usize,
  rows: usize,
  count: i32,
  firstLow: i32,
  firstHigh: i32,
  missed: usize,
): i32 {
  openStream(settings, load<usize>(settings, STREAM));
  let misses = 0;
  for (let i = 0; i < count; i++) {
    startItem(firstLow + i, firstHigh);
    const row = rows + i * load<i32>(settings, ROW_BYTES) + load<usize>(settings, FIRST);
    if (drawRow(settings, row)) continue;
    store<i32>(missed + (misses++ << 2), i);
  }
  return misses;
}
