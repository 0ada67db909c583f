// Draws boards of up to 64 cells with two ends as BoardEnds does, word for word; AssemblyScript.
// A board is one 64-bit word. All memory is the caller's: settings, tables, scratch and rows.

import { below, bits, openStream, startItem } from "./stream";

// Settings by their places in bytes: integers of 32 bits. The key stands first: four words.
const ROW_BYTES: usize = 16;
const WIDTH: usize = 20; // of the board
const CELLS: usize = 24;
const BLOCKED: usize = 28; // percent
const LEAST: usize = 32; // steps
const RANGE: usize = 36; // how many numbers of steps there are
const QUESTIONS: usize = 40;
const MOVES: usize = 44; // of which one is drawn that has to come first; 0 for none
const UNIQUE: usize = 48; // whether there has to be one shortest way
const FEWEST: usize = 52; // shortest ways; 0 where they are not counted
const MOST: usize = 56;
const NEAR: usize = 60; // where u64[source][steps] are, the cells that are a detour away; 0 for none
const QUESTION: usize = 64; // the place in a row
const COLUMNS: usize = 68; // the place of the cells in a row, and the number of their columns
const COLUMN_COUNT: usize = 72;
const PIECES: usize = 76; // where {first cell, mask} of each column are
const CODES: usize = 80; // where i32[bits of blocked cells] are
const UNITS: usize = 84; // where {place in a row, what a mark counts} of each cell are
const ANSWER: usize = 88; // the place in a row
const ASKED: usize = 92; // the answer: STEPS, FIRST_MOVE or WAYS
const ROUTE: usize = 96; // the place of a route in a row, or -1
const IS_WAY: usize = 100; // whether the moves of the route are written
const SOURCE_MARK: usize = 104;
const TARGET_MARK: usize = 108;
const STREAM: usize = 112; // scratch: i32[16]
const FRONTS: usize = 116; // scratch: u64[65]
const COUNTS: usize = 120; // scratch: i32[128], the first 32 and the last 32 zero

const FIRST_MOVE: i32 = 1;
const WAYS: i32 = 2;

/** Draws that may fail before the row is left to the twin, which says that there is no room. */
const PATIENCE: i32 = 4000;

/** Draws after which the number of steps is drawn anew. */
const ANEW: i32 = 64;

/** Starts that are tried on one board. */
const STARTS: i32 = 4;

/** The bits of the moves up, right, down and left. */
const RIGHT: i32 = 1;
const DOWN: i32 = 2;
const LEFT: i32 = 3;

let width: u64 = 0;
let notFirst: u64 = 0;
let notLast: u64 = 0;
let fronts: usize = 0;

/** As drawBlocked. */
function drawBlocked(percent: i32, cells: u32): u32 {
  let blocked: u32 = 0;
  let open = cells;
  for (let rest = percent; open != 0 && rest != 0;) {
    const digits = bits();
    rest <<= 1;
    if (rest >= 100) {
      rest -= 100;
      blocked |= open & ~digits;
      open &= digits;
    } else open &= ~digits;
  }
  return blocked;
}

/** Draws one of some cells, of which there is at least one. */
function drawCell(cells: u64): i32 {
  const count = <u32>popcnt(cells);
  if (count == 1) return <i32>ctz(cells);
  let rank = below(count);
  let base = 0;
  const inLow = <u32>popcnt(cells & 0xffffffff);
  if (rank >= inLow) {
    rank -= inLow;
    cells >>= 32;
    base = 32;
  }
  const inHalf = <u32>popcnt(cells & 0xffff);
  if (rank >= inHalf) {
    rank -= inHalf;
    cells >>= 16;
    base += 16;
  }
  for (; rank > 0; rank--) cells &= cells - 1;
  return base + <i32>ctz(cells);
}

/** The cells that a move leads to. */
// @ts-ignore: decorator
@inline
function moved(cells: u64, move: i32): u64 {
  if (move == RIGHT) return cells << 1 & notFirst;
  if (move == DOWN) return cells << width;
  if (move == LEFT) return cells >> 1 & notLast;
  return cells >> width;
}

// @ts-ignore: decorator
@inline
function beside(cells: u64): u64 {
  return (cells << 1 & notFirst) | (cells >> 1 & notLast) | cells << width | cells >> width;
}

/** Lets a front spread so many steps; the cells of the last. */
function spread(free: u64, source: i32, steps: i32): u64 {
  let front: u64 = <u64>1 << source;
  let open = free ^ front;
  let at = fronts;
  store<u64>(at, front);
  for (const end = at + (steps << 3); at < end && front != 0;) {
    front = open & beside(front);
    open ^= front;
    at += 8;
    store<u64>(at, front);
  }
  return front;
}

/** The cells of the last front that one shortest way leads to. */
function singledOut(steps: i32): u64 {
  let once = load<u64>(fronts);
  for (let step = 1; step <= steps; step++) {
    const front = load<u64>(fronts + ((step - 1) << 3));
    const several = front & ~once;
    const a = moved(front, 0), b = moved(front, 1), c = moved(front, 2), d = moved(front, 3);
    const twice = (a & b) | (c & d) | ((a | b) & (c | d));
    once = load<u64>(fronts + (step << 3)) & ~twice & ~beside(several);
  }
  return once;
}

/** The cells of the last front from which one move alone, turned around, leads back. */
function ledBackBy(steps: i32, move: i32): u64 {
  const before = load<u64>(fronts + ((steps - 1) << 3));
  let others: u64 = 0;
  for (let other = 0; other < 4; other++) if (other != move) others |= moved(before, other);
  return moved(before, move) & ~others;
}

/** Counts the shortest ways to all cells of the fronts. */
function countWays(counts: usize, steps: i32): void {
  memory.fill(counts + 128, 0, 256);
  for (let step = 0; step <= steps; step++) {
    for (let front = load<u64>(fronts + (step << 3)); front != 0; front &= front - 1) {
      const cell = ctz(front);
      const at = counts + 128 + (<usize>cell << 2);
      let ways = load<i32>(at - (<usize>width << 2)) + load<i32>(at + (<usize>width << 2));
      if (notFirst >> cell & 1) ways += load<i32>(at - 4);
      if (notLast >> cell & 1) ways += load<i32>(at + 4);
      store<i32>(at, step == 0 ? 1 : ways);
    }
  }
}

/** Those of some cells that as many shortest ways lead to as asked. */
function siftByWays(settings: usize, cells: u64, steps: i32): u64 {
  const counts = load<usize>(settings, COUNTS);
  const fewest = load<i32>(settings, FEWEST), most = load<i32>(settings, MOST);
  countWays(counts, steps);
  let kept: u64 = 0;
  for (let rest = cells; rest != 0; rest &= rest - 1) {
    const ways = load<i32>(counts + 128 + (<usize>ctz(rest) << 2));
    if (ways >= fewest && ways <= most) kept |= rest & (0 - rest);
  }
  return kept;
}

/** Writes a way back from the target, whose fronts are known, any step that leads nearer alike. */
function writeWay(target: i32, steps: i32, column: usize): void {
  // Cells stay bits: nothing but shifts leads from one to the next.
  let cell = <u64>1 << target;
  for (let step = steps - 1; step >= 0; step--) {
    let from = load<u64>(fronts + (step << 3)) & beside(cell);
    if ((from & (from - 1)) != 0) {
      for (let rank = below(<u32>popcnt(from)); rank > 0; rank--) from &= from - 1;
      from &= 0 - from;
    }
    const isRight = i32(from << 1 == cell), isDown = i32(from << width == cell);
    const isLeft = i32(from >> 1 == cell);
    store<i32>(column + (step << 2), isRight * RIGHT | isDown * DOWN | isLeft * LEFT);
    cell = from;
  }
}

/** Writes the cells of a board. */
// @ts-ignore: decorator
@inline
function writeCells(settings: usize, row: usize, blocked: u64): void {
  const codes = load<usize>(settings, CODES);
  let piece = load<usize>(settings, PIECES);
  let at = row + load<usize>(settings, COLUMNS);
  for (const end = at + (load<usize>(settings, COLUMN_COUNT) << 2); at < end; at += 4) {
    const cells = <usize>(blocked >> load<u32>(piece)) & load<usize>(piece, 4);
    store<i32>(at, load<i32>(codes + (cells << 2)));
    piece += 8;
  }
}

// @ts-ignore: decorator
@inline
function mark(settings: usize, row: usize, cell: i32, mark: i32): void {
  const unit = load<usize>(settings, UNITS) + (<usize>cell << 3);
  const at = row + load<usize>(unit);
  store<i32>(at, load<i32>(at) + mark * load<i32>(unit, 4));
}

/** Draws one row; false where it is left to the twin. */
function drawRow(settings: usize, row: usize, all: u64): bool {
  store<i32>(row + load<usize>(settings, QUESTION), below(load<u32>(settings, QUESTIONS)));
  const moves = load<u32>(settings, MOVES);
  const first: i32 = moves > 0 ? below(moves) : 0;
  const least = load<i32>(settings, LEAST), range = load<u32>(settings, RANGE);
  let steps: i32 = least + below(range);
  const percent = load<i32>(settings, BLOCKED);
  const near = load<usize>(settings, NEAR);
  let free: u64 = 0;
  for (let tries = 0; tries < PATIENCE; tries++) {
    if (tries % ANEW == ANEW - 1) steps = least + below(range);
    if (tries % STARTS == 0) {
      free = <u64>drawBlocked(percent, <u32>all);
      if (all >> 32 != 0) free |= <u64>drawBlocked(percent, <u32>(all >> 32)) << 32;
      free = all & ~free;
    }
    if (free == 0) continue;
    const source = drawCell(free);
    let targets = spread(free, source, steps);
    if (targets == 0) continue;
    if (load<i32>(settings, UNIQUE)) targets &= singledOut(steps);
    if (near != 0) {
      targets &= load<u64>(near + ((source * (least + range) + steps) << 3));
    }
    if (moves > 0) targets &= ledBackBy(steps, (first + 2) & 3);
    if (load<i32>(settings, FEWEST) > 0 && targets != 0) targets = siftByWays(settings, targets, steps);
    if (targets == 0) continue;
    const target = drawCell(targets);
    writeCells(settings, row, all & ~free);
    mark(settings, row, source, load<i32>(settings, SOURCE_MARK));
    mark(settings, row, target, load<i32>(settings, TARGET_MARK));
    const asked = load<i32>(settings, ASKED);
    const ways = asked == WAYS
      ? load<i32>(load<usize>(settings, COUNTS) + 128 + (<usize>target << 2))
      : 0;
    store<i32>(
      row + load<usize>(settings, ANSWER),
      asked == WAYS ? ways : asked == FIRST_MOVE ? first : steps,
    );
    const route = load<i32>(settings, ROUTE);
    if (route >= 0) {
      store<i32>(row + route, steps);
      if (load<i32>(settings, IS_WAY)) writeWay(target, steps, row + route + 4);
    }
    return true;
  }
  return false;
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
  const w = load<i32>(settings, WIDTH), cells = load<i32>(settings, CELLS);
  width = w;
  openStream(settings, load<usize>(settings, STREAM));
  fronts = load<usize>(settings, FRONTS);
  notFirst = notLast = 0;
  for (let cell = 0; cell < cells; cell++) {
    if (cell % w > 0) notFirst |= <u64>1 << cell;
    if (cell % w < w - 1) notLast |= <u64>1 << cell;
  }
  const all = notFirst | notLast;
  let misses = 0;
  for (let i = 0; i < count; i++) {
    startItem(firstLow + i, firstHigh);
    if (drawRow(settings, rows + i * load<i32>(settings, ROW_BYTES), all)) continue;
    store<i32>(missed + (misses++ << 2), i);
  }
  return misses;
}
