// Held and Karp's table over subsets of up to half the points, for one tour of up to 27 points:
// ahead of a set and one of its members stands the least price of the ways that begin outside,
// pass through the set and end at that member; behind them that of the ways that begin at the
// member, pass through the set and end outside. A tour is one of each that meet in a point.
// Rebuild with builds/tour_kernel.ts.

const INNER: i32 = 32;
const FIRST: usize = 1024; // i32[32]: the price of beginning at each point
const LAST: usize = FIRST + 4 * INNER; // i32[32]: that of ending at each
const INTO: usize = LAST + 4 * INNER; // i32[32][32]: row j, column k is the step from k to j
const OUT: usize = INTO + 4 * INNER * INNER; // i32[32][32]: row j, column k is the step from j to k
const MEMBERS: usize = OUT + 4 * INNER * INNER; // i32[32]: members of a set, times 4
const ROW: usize = MEMBERS + 4 * INNER; // u32[2^m]: where the row of a set begins, in entries

export const first: usize = FIRST;
export const last: usize = LAST;
export const into: usize = INTO;
export const out: usize = OUT;
export const rows: usize = ROW;

let m: i32 = 0;
let half: i32 = 0;
let ahead: usize = 0;
let behind: usize = 0;

/**
 * Makes room for the rows of all sets of up to `most` of `inner` points, `bytes` an entry, twice
 * where the two directions differ. Returns where the table ahead begins, 0 where memory is refused.
 */
export function layOut(inner: i32, most: i32, entries: u32, bytes: u32, twice: bool): usize {
  m = inner;
  half = most;
  ahead = (ROW + (4 << inner) + 15) & ~15;
  const size: u64 = (entries as u64) * bytes;
  behind = twice ? ahead + (size as usize) : ahead;
  const end: u64 = (behind as u64) + size;
  const pages = ((end + 65535) >> 16) as i32;
  const present = memory.size();
  if (pages > 65535 || (pages > present && memory.grow(pages - present) < 0)) return 0;
  let row: u32 = 0;
  for (let set: u32 = 1; set < (1 as u32) << inner; set++) {
    const members = popcnt(set);
    store<u32>(ROW + (set << 2), row);
    if (members <= (most as u32)) row += members;
  }
  return ahead;
}

/** Where the table behind begins. */
export function behindAt(): usize {
  return behind;
}

/** Fills the rows of the sets from..to-1, those before being filled. */
function fill<T>(from: u32, to: u32, most: i32, table: usize, ends: usize, steps: usize): void {
  for (let set = from; set < to; set++) {
    const size = popcnt(set) as i32;
    if (size > half) continue;
    let entry = table + (load<u32>(ROW + (set << 2)) as usize) * sizeof<T>();
    if (size == 1) {
      store<T>(entry, min(most, load<i32>(ends + (ctz(set) << 2))) as T);
      continue;
    }
    let at = MEMBERS;
    for (let left = set; left != 0; left &= left - 1) {
      store<i32>(at, ctz(left) << 2);
      at += 4;
    }
    const end = at;
    for (at = MEMBERS; at < end; at += 4) {
      const j = load<i32>(at);
      const rest = set ^ (1 << (j >> 2));
      let source = table + (load<u32>(ROW + (rest << 2)) as usize) * sizeof<T>();
      const prices = steps + ((j as usize) << 5);
      let best = most;
      for (let other = MEMBERS; other < at; other += 4) {
        best = min(best, (load<T>(source) as i32) + load<i32>(prices + load<i32>(other)));
        source += sizeof<T>();
      }
      for (let other = at + 4; other < end; other += 4) {
        best = min(best, (load<T>(source) as i32) + load<i32>(prices + load<i32>(other)));
        source += sizeof<T>();
      }
      store<T>(entry, best as T);
      entry += sizeof<T>();
    }
  }
}

/** Fills both tables with entries of 16 bits; what is 65535 or more is told as that. */
export function fill16(from: u32, to: u32): void {
  fill<u16>(from, to, 65535, ahead, FIRST, INTO);
  if (behind != ahead) fill<u16>(from, to, 65535, behind, LAST, OUT);
}

/** Fills both tables with entries of 32 bits; what is 2^30 - 1 or more is told as that. */
export function fill32(from: u32, to: u32): void {
  fill<u32>(from, to, (1 << 30) - 1, ahead, FIRST, INTO);
  if (behind != ahead) fill<u32>(from, to, (1 << 30) - 1, behind, LAST, OUT);
}

/** The least price of a tour whose first half is one of the sets from..to-1. */
function join<T>(from: u32, to: u32, size: u32): i32 {
  const full = (((1 as u32) << m) - 1) as u32;
  let best = i32.MAX_VALUE;
  for (let set = from; set < to; set++) {
    if (popcnt(set) != size) continue;
    let entry = ahead + (load<u32>(ROW + (set << 2)) as usize) * sizeof<T>();
    for (let left = set; left != 0; left &= left - 1) {
      const point = left & (0 - left);
      const rest = full ^ set | point;
      const place = (load<u32>(ROW + (rest << 2)) as usize) + (popcnt(rest & (point - 1)) as usize);
      best = min(best, (load<T>(entry) as i32) + (load<T>(behind + place * sizeof<T>()) as i32));
      entry += sizeof<T>();
    }
  }
  return best;
}

export function join16(from: u32, to: u32, size: u32): i32 {
  return join<u16>(from, to, size);
}

export function join32(from: u32, to: u32, size: u32): i32 {
  return join<u32>(from, to, size);
}
