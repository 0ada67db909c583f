// Held and Karp's dynamic program over several tours at once, one a lane of a 128-bit vector: 8 with
// 16-bit weights that saturate, or 4 with 32-bit weights. Subsets are tabulated up to half their
// size only; two halves meet at the point they share. Rebuild with builds/tour_kernel.ts.
//
// A form of tour is: `m` inner points lo..lo+m-1 of the n, in any order, behind a head (point 0, or
// none) and before a tail (point 0 again, point n-1, or none).

/** Points at most, and lanes at most. */
const POINTS: i32 = 13;
const INNER: i32 = 12;

/** Saturated prices in 16 bits: no price is told from here on. */
const MOST_16: i32 = 65535;

/** Candidates kept per lane; one more is counted, then the search of that lane ends. */
const KEPT: i32 = 8;
const CANDIDATE: i32 = 4 + 16;
const RESULT: i32 = 16 + KEPT * CANDIDATE;

const WEIGHTS: i32 = 1024; // v128[n][n], and its transpose behind it
const TRANSPOSED: i32 = WEIGHTS + POINTS * POINTS * 16;
const FIRST: i32 = TRANSPOSED + POINTS * POINTS * 16; // v128[m]
const LAST: i32 = FIRST + 16 * 16;
const ROW: i32 = LAST + 16 * 16; // i32[2^m]: where the row of a set begins, in bytes
const SETS: i32 = ROW + (4 << INNER); // u16[2^m]: sets by size
const LEVEL: i32 = SETS + (2 << INNER); // i32[m + 2]: where each size begins in SETS
const RESULTS: i32 = LEVEL + 16 * 4;
const WINDOWS: i32 = RESULTS + 8 * RESULT; // i32[8]: how much above the least is of interest
const INPUT: i32 = WINDOWS + 8 * 4; // i32[8][n][n], or f64[8][2][n]
const TABLE: i32 = (INPUT + 8 * POINTS * POINTS * 4 + 15) & ~15;
const TABLE_SIZE: i32 = 17832 * 16; // rows of sets of up to 7 of 12
const MEMORY: i32 = TABLE + 2 * TABLE_SIZE;

export const windows: i32 = WINDOWS;
export const input: i32 = INPUT;
export const results: i32 = RESULTS;
export const resultSize: i32 = RESULT;
export const kept: i32 = KEPT;

let m: i32 = 0;
let half: i32 = 0;
let full: i32 = 0;

/** Lays out the rows of all sets of up to half the `inner` points, smaller sets first. */
export function layOut(inner: i32): void {
  if (memory.size() << 16 < MEMORY) memory.grow(((MEMORY + 65535) >> 16) - memory.size());
  m = inner;
  half = (m >> 1) + 1;
  full = (1 << m) - 1;
  let row = 0;
  let count = 0;
  for (let size = 1; size <= half; size++) {
    store<i32>(LEVEL + (size << 2), count);
    for (let set = 1; set <= full; set++) {
      if (popcnt(set) != size) continue;
      store<u16>(SETS + (count << 1), set as u16);
      store<i32>(ROW + (set << 2), row);
      row += size << 4;
      count++;
    }
  }
  store<i32>(LEVEL + ((half + 1) << 2), count);
}

// --- vectors of either width ---

// @ts-ignore: decorator
@inline
function add<T>(a: v128, b: v128): v128 {
  return sizeof<T>() == 2 ? v128.add_sat<u16>(a, b) : v128.add<i32>(a, b);
}

// @ts-ignore: decorator
@inline
function least<T>(a: v128, b: v128): v128 {
  return sizeof<T>() == 2 ? v128.min<u16>(a, b) : v128.min<i32>(a, b);
}

// @ts-ignore: decorator
@inline
function most<T>(): v128 {
  return sizeof<T>() == 2 ? v128.splat<i32>(-1) : v128.splat<i32>(0x3fffffff);
}

// @ts-ignore: decorator
@inline
function atMost<T>(a: v128, b: v128): i32 {
  return sizeof<T>() == 2
    ? v128.bitmask<i16>(v128.le<u16>(a, b))
    : v128.bitmask<i32>(v128.le<i32>(a, b));
}

// @ts-ignore: decorator
@inline
function scalar<T>(at: i32, lane: i32): i32 {
  return sizeof<T>() == 2 ? load<u16>(at + (lane << 1)) : load<i32>(at + (lane << 2));
}

/** Where the value of (set, j) stands in a table. */
// @ts-ignore: decorator
@inline
function cell(table: i32, set: i32, j: i32): i32 {
  return table + load<i32>(ROW + (set << 2)) + (popcnt(set & ((1 << j) - 1)) << 4);
}

// --- the table ---

/** From every set of `size` points to the sets with one point more; `size` is a constant. */
// @ts-ignore: decorator
@inline
function extend<T>(size: i32, table: i32, steps: i32, stride: i32): void {
  let at = SETS + (load<i32>(LEVEL + (size << 2)) << 1);
  const end = SETS + (load<i32>(LEVEL + ((size + 1) << 2)) << 1);
  for (; at < end; at += 2) {
    const set: i32 = load<u16>(at);
    const row = table + load<i32>(ROW + (set << 2));
    let left = set;
    const p0 = steps + ctz(left) * stride;
    left &= left - 1;
    const p1 = steps + ctz(left) * stride;
    left &= left - 1;
    const p2 = steps + ctz(left) * stride;
    left &= left - 1;
    const p3 = steps + ctz(left) * stride;
    left &= left - 1;
    const p4 = steps + ctz(left) * stride;
    left &= left - 1;
    const p5 = steps + ctz(left) * stride;
    const v0 = v128.load(row);
    const v1 = size > 1 ? v128.load(row, 16) : v0;
    const v2 = size > 2 ? v128.load(row, 32) : v0;
    const v3 = size > 3 ? v128.load(row, 48) : v0;
    const v4 = size > 4 ? v128.load(row, 64) : v0;
    const v5 = size > 5 ? v128.load(row, 80) : v0;
    for (let rest = full ^ set; rest != 0; rest &= rest - 1) {
      const o = ctz(rest) << 4;
      let value = add<T>(v0, v128.load(p0 + o));
      if (size > 1) value = least<T>(value, add<T>(v1, v128.load(p1 + o)));
      if (size > 2) value = least<T>(value, add<T>(v2, v128.load(p2 + o)));
      if (size > 3) value = least<T>(value, add<T>(v3, v128.load(p3 + o)));
      if (size > 4) value = least<T>(value, add<T>(v4, v128.load(p4 + o)));
      if (size > 5) value = least<T>(value, add<T>(v5, v128.load(p5 + o)));
      const bit = rest & -rest;
      const next = set | bit;
      const place = table + load<i32>(ROW + (next << 2)) + (popcnt(set & (bit - 1)) << 4);
      v128.store(place, value);
    }
  }
}

/** Fills a table from the prices of the one-point paths. */
// @ts-ignore: decorator
@inline
function fill<T>(table: i32, single: i32, steps: i32, stride: i32): void {
  for (let j = 0; j < m; j++) v128.store(table + (j << 4), v128.load(single + (j << 4)));
  extend<T>(1, table, steps, stride);
  if (half > 2) extend<T>(2, table, steps, stride);
  if (half > 3) extend<T>(3, table, steps, stride);
  if (half > 4) extend<T>(4, table, steps, stride);
  if (half > 5) extend<T>(5, table, steps, stride);
  if (half > 6) extend<T>(6, table, steps, stride);
}

// --- one lane's tours, walked back through the tables ---

let lane: i32 = 0;
let back: i32 = 0; // the table of the tails
let walk: i32 = 0; // the steps by row: from the later point to the earlier, all in all WEIGHTS
let stride: i32 = 0;
let limit: i32 = 0;
let result: i32 = 0;
let mirrored: bool = false; // tours come in both directions: keep one
let turned: bool = false; // tours come in one direction of two: turn to the kept one
const ORDER: i32 = 64; // u8[16]

// @ts-ignore: decorator
@inline
function step<T>(from: i32, to: i32): i32 {
  return scalar<T>(walk + from * stride + (to << 4), lane);
}

function walkHead<T>(set: i32, j: i32, position: i32, room: i32, tail: i32, meet: i32): void {
  if (load<i32>(result, 4) > KEPT) return;
  store<u8>(ORDER + position, j as u8);
  if (position == 0) {
    const spare = room - scalar<T>(cell(TABLE, set, j), lane);
    const start = scalar<T>(cell(back, tail, meet), lane);
    walkTail<T>(tail, meet, m - popcnt(tail), start + spare);
    return;
  }
  const rest = set ^ (1 << j);
  for (let left = rest; left != 0; left &= left - 1) {
    const i = ctz(left);
    const onward = room - step<T>(i, j);
    if (scalar<T>(cell(TABLE, rest, i), lane) <= onward) {
      walkHead<T>(rest, i, position - 1, onward, tail, meet);
    }
  }
}

function walkTail<T>(set: i32, j: i32, position: i32, room: i32): void {
  if (load<i32>(result, 4) > KEPT) return;
  store<u8>(ORDER + position, j as u8);
  if (position == m - 1) return keep(limit - (room - scalar<T>(cell(back, set, j), lane)));
  const rest = set ^ (1 << j);
  for (let left = rest; left != 0; left &= left - 1) {
    const i = ctz(left);
    const onward = room - step<T>(j, i);
    if (scalar<T>(cell(back, rest, i), lane) <= onward) walkTail<T>(rest, i, position + 1, onward);
  }
}

/** Takes one tour of price `price`. */
function keep(price: i32): void {
  const last = load<u8>(ORDER + m - 1);
  const falling = load<u8>(ORDER) > last;
  if (mirrored && falling) return;
  const count = load<i32>(result, 4);
  store<i32>(result, count + 1, 4);
  if (count >= KEPT) return;
  const to = result + 16 + count * CANDIDATE;
  store<i32>(to, price);
  for (let i = 0; i < m; i++) {
    const from = turned && falling ? m - 1 - i : i;
    store<u8>(to + 4 + i, load<u8>(ORDER + from));
  }
}

// @ts-ignore: decorator
@inline
function windowsOf<T>(): v128 {
  const low = v128.load(WINDOWS);
  return sizeof<T>() == 2 ? i16x8.narrow_i32x4_u(low, v128.load(WINDOWS, 16)) : low;
}

/** Joins the halves: the least price of each lane, then every tour within the window of it. */
// @ts-ignore: decorator
@inline
function join<T>(halved: bool): void {
  const size = m + 1 - half;
  const from = SETS + (load<i32>(LEVEL + (size << 2)) << 1);
  const end = SETS + (load<i32>(LEVEL + ((size + 1) << 2)) << 1);
  let best = most<T>();
  for (let at = from; at < end; at += 2) {
    const set: i32 = load<u16>(at);
    const others = full ^ set;
    let row = TABLE + load<i32>(ROW + (set << 2));
    for (let left = set; left != 0; left &= left - 1) {
      const tail = others | (left & -left);
      if (!halved || set < tail) {
        best = least<T>(best, add<T>(v128.load(row), v128.load(cell(back, tail, ctz(left)))));
      }
      row += 16;
    }
  }
  const lanes = sizeof<T>() == 2 ? 8 : 4;
  v128.store(ORDER - 16, best);
  for (let i = 0; i < lanes; i++) {
    store<i32>(RESULTS + i * RESULT, scalar<T>(ORDER - 16, i));
    store<i32>(RESULTS + i * RESULT, 0, 4);
  }
  let bound = add<T>(best, windowsOf<T>());
  if (sizeof<T>() == 2) bound = v128.min<u16>(bound, v128.splat<i16>((MOST_16 - 1) as i16));
  for (let at = from; at < end; at += 2) {
    const set: i32 = load<u16>(at);
    const others = full ^ set;
    let row = TABLE + load<i32>(ROW + (set << 2));
    for (let left = set; left != 0; left &= left - 1) {
      const tail = others | (left & -left);
      if (!halved || set < tail) {
        const j = ctz(left);
        const price = add<T>(v128.load(row), v128.load(cell(back, tail, j)));
        let hits = atMost<T>(price, bound);
        for (; hits != 0; hits &= hits - 1) {
          lane = ctz(hits);
          result = RESULTS + lane * RESULT;
          limit = load<i32>(result) + load<i32>(WINDOWS + (lane << 2));
          if (sizeof<T>() == 2) limit = min(limit, MOST_16 - 1);
          const meeting = scalar<T>(cell(back, tail, j), lane);
          walkHead<T>(set, j, size - 1, limit - meeting, tail, j);
        }
      }
      row += 16;
    }
  }
}

function solve<T>(n: i32, head: i32, tail: i32, symmetric: bool): void {
  const lo = head;
  stride = n << 4;
  walk = WEIGHTS + lo * stride + (lo << 4);
  const zero = v128.splat<i32>(0);
  for (let j = 0; j < m; j++) {
    v128.store(FIRST + (j << 4), head ? v128.load(WEIGHTS + ((lo + j) << 4)) : zero);
    const to = tail == 1 ? 0 : n - 1;
    v128.store(LAST + (j << 4), tail ? v128.load(WEIGHTS + (((lo + j) * n + to) << 4)) : zero);
  }
  fill<T>(TABLE, FIRST, walk, stride);
  const one = symmetric && (tail == 1 || (head == 0 && tail == 0));
  back = one ? TABLE : TABLE + TABLE_SIZE;
  if (!one) {
    if (!symmetric) transpose(n);
    const steps = symmetric ? walk : walk - WEIGHTS + TRANSPOSED;
    fill<T>(back, LAST, steps, stride);
  }
  const halved = one && (m & 1) == 1 && m > 1;
  mirrored = one && !halved && m > 1;
  turned = halved;
  join<T>(halved);
}

function transpose(n: i32): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      v128.store(TRANSPOSED + ((i * n + j) << 4), v128.load(WEIGHTS + ((j * n + i) << 4)));
    }
  }
}

/**
 * Solves the 8 tables of weights at INPUT, n^2 numbers each; `head` 1 where point 0 comes first,
 * `tail` 1 where point 0 comes back at the end, 2 where point n - 1 does. No tour
 * of price 65535 or more is listed, though the window may reach there.
 *
 * A result at RESULTS is: the least price, the number of tours within the window (at most KEPT + 1),
 * 8 bytes unused, then KEPT times a price and the inner points in order, a byte each.
 */
export function solve16(n: i32, head: i32, tail: i32, symmetric: bool): void {
  const square = n * n;
  for (let k = 0; k < square; k++) {
    for (let i = 0; i < 8; i++) {
      const w = load<i32>(INPUT + ((i * square + k) << 2));
      store<u16>(WEIGHTS + (k << 4) + (i << 1), min(w, MOST_16) as u16);
    }
  }
  solve<u16>(n, head, tail, symmetric);
}

/** As {@link solve16} for the 4 tables at INPUT, whose sums must stay below 2^30. */
export function solve32(n: i32, head: i32, tail: i32, symmetric: bool): void {
  const square = n * n;
  for (let k = 0; k < square; k++) {
    for (let i = 0; i < 4; i++) {
      store<i32>(WEIGHTS + (k << 4) + (i << 2), load<i32>(INPUT + ((i * square + k) << 2)));
    }
  }
  solve<i32>(n, head, tail, symmetric);
}

/** Two lanes' weights between two points, as i32 in the low half. */
// @ts-ignore: decorator
@inline
function scaled(a: i32, b: i32, offset: i32): v128 {
  const dx = f64x2.sub(v128.load(a + offset), v128.load(b + offset));
  const dy = f64x2.sub(v128.load(a + offset, 64), v128.load(b + offset, 64));
  const length = f64x2.sqrt(f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy)));
  const weight = f64x2.nearest(f64x2.mul(length, v128.load(INPUT + offset)));
  return i32x4.trunc_sat_f64x2_s_zero(weight);
}

// @ts-ignore: decorator
@inline
function join64(a: v128, b: v128): v128 {
  return v128.shuffle<i64>(a, b, 0, 2);
}

/**
 * Solves the 8 lists of points at INPUT, `x` and `y` of point k of lane i at f64[(2 * k + 0 or 1) * 8 + i],
 * behind f64[8] scales, by weights round(scale * distance).
 */
export function solvePoints(n: i32, head: i32, tail: i32): void {
  const points = INPUT + 64;
  for (let i = 1; i < n; i++) {
    const a = points + (i << 7);
    for (let j = 0; j < i; j++) {
      const b = points + (j << 7);
      const w = i16x8.narrow_i32x4_u(
        join64(scaled(a, b, 0), scaled(a, b, 16)),
        join64(scaled(a, b, 32), scaled(a, b, 48)),
      );
      v128.store(WEIGHTS + ((i * n + j) << 4), w);
      v128.store(WEIGHTS + ((j * n + i) << 4), w);
    }
  }
  solve<u16>(n, head, tail, true);
}
