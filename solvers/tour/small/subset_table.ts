import { bytesOf } from "../../../geometry/base64.ts";
import { SUBSET_KERNEL } from "./_subset_kernel_base64.ts";
import { type InnerPath, toInnerPath } from "../_inner_path.ts";
import { type Meter, OutOfBudget } from "../meter.ts";
import type { TourProblem } from "../problem.ts";
import type { LeastTour, TourSearch, TourVisitor } from "../_search.ts";

interface Exports {
  layOut(inner: number, most: number, entries: number, bytes: number, twice: boolean): number;
  behindAt(): number;
  fill16(from: number, to: number): void;
  fill32(from: number, to: number): void;
  join16(from: number, to: number, size: number): number;
  join32(from: number, to: number, size: number): number;
  readonly memory: WebAssembly.Memory;
  readonly first: WebAssembly.Global;
  readonly last: WebAssembly.Global;
  readonly into: WebAssembly.Global;
  readonly out: WebAssembly.Global;
  readonly rows: WebAssembly.Global;
}

/** Points without a fixed place at most: sets of them are told by the bits of an index. */
const INNER_LIMIT = 27;

/** Entries from here on are told as this. */
const MOST_16 = 2 ** 16 - 1;
const MOST_32 = 2 ** 30 - 1;

/** So many sets are filled between two looks at the clock. */
const CHUNK = 2 ** 18;

/** Fixed places of the kernel's memory. */
const LAID = 16384;

let compiled: WebAssembly.Module | undefined;

/** How a table over subsets is laid out. */
interface Layout {
  /** Sets of up to so many points are tabulated. */
  readonly most: number;
  readonly entries: number;
  readonly bytes: 2 | 4;
  readonly twice: boolean;
}

/**
 * Megabytes that a table over subsets takes for a problem; null where there is none, for its points
 * are too many or its weights too long.
 */
export function tableMegabytes(problem: TourProblem, upper: number): number | null {
  const path = toInnerPath(problem);
  const most = problem.weights.reduce((most, w) => w < Infinity ? Math.max(most, w) : most, 0);
  if (path.m < 2 || path.m > INNER_LIMIT || most * problem.n >= MOST_32) return null;
  return megabytesOf(path.m, layoutFor(path, upper < MOST_16 ? 2 : 4));
}

function megabytesOf(m: number, { entries, bytes, twice }: Layout): number {
  return (LAID + 4 * 2 ** m + entries * bytes * (twice ? 2 : 1)) / 1e6;
}

function layoutFor({ m, reversible }: InnerPath, bytes: 2 | 4): Layout {
  const most = Math.ceil((m + 1) / 2);
  let entries = 0;
  for (let size = 1, sets = m; size <= most; size++) {
    entries += size * sets;
    sets = sets * (m - size) / (size + 1);
  }
  return { most, entries, bytes, twice: !reversible };
}

/**
 * The dynamic program over subsets for one problem whose bounds leave a wide gap: its time depends
 * on the number of points alone. Sets of up to half the points are tabulated in WebAssembly, after
 * Held and Karp (1962), and two halves meet in a point.
 *
 * Cost: with weights that sum to less than 2^16, 0.3 s and 8 MB at 20 points, 3 s and 0.33 GB at 25;
 * twice that where directions differ, and where sums are longer.
 */
export class SubsetTable implements TourSearch {
  readonly #path: InnerPath;
  readonly #meter: Meter;
  readonly #upper: number;
  #table: Table | null = null;

  constructor(problem: TourProblem, meter: Meter, upper: number) {
    this.#path = toInnerPath(problem);
    this.#meter = meter;
    this.#upper = upper;
  }

  /**
   * A tour of least weight.
   *
   * @throws OutOfBudget when the meter ends it, or memory is refused
   */
  solve(): LeastTour {
    const least = this.#tableTo(this.#upper).least;
    let order: readonly number[] = [];
    this.within(least, (found) => {
      order = [...found];
      return -Infinity;
    });
    Object.assign(this.#meter, { lower: least, upper: least, best: order });
    return { least, order };
  }

  /** Visits every tour of weight `limit` at most, once. */
  within(limit: number, visit: TourVisitor): void {
    this.#tableTo(limit).within(Math.min(limit, MOST_32 - 1), visit);
  }

  /** A table that tells all prices up to a limit. */
  #tableTo(limit: number): Table {
    const bytes = limit < MOST_16 ? 2 : 4;
    if (this.#table === null || this.#table.bytes < bytes) {
      this.#table = new Table(this.#path, layoutFor(this.#path, bytes), this.#meter);
    }
    return this.#table;
  }
}

class Table {
  readonly bytes: 2 | 4;
  /** The least price of a tour. */
  readonly least: number;
  readonly #path: InnerPath;
  readonly #most: number;
  readonly #rows: Uint32Array;
  readonly #ahead: Uint16Array | Uint32Array;
  readonly #behind: Uint16Array | Uint32Array;

  constructor(path: InnerPath, layout: Layout, meter: Meter) {
    compiled ??= new WebAssembly.Module(bytesOf(SUBSET_KERNEL));
    const exports = new WebAssembly.Instance(compiled).exports as unknown as Exports;
    const { m } = path;
    const { most, entries, bytes, twice } = layout;
    const ahead = exports.layOut(m, most, entries, bytes, twice) >>> 0;
    if (ahead === 0) throw new OutOfBudget();
    const { buffer } = exports.memory;
    writePrices(exports, path);
    const [fill, join] = bytes === 2
      ? [exports.fill16, exports.join16]
      : [exports.fill32, exports.join32];
    const end = 2 ** m;
    for (let set = 1; set < end; set += CHUNK) {
      meter.tick();
      fill(set, Math.min(end, set + CHUNK));
    }
    let least = Infinity;
    for (let set = 1; set < end; set += CHUNK) {
      least = Math.min(least, join(set, Math.min(end, set + CHUNK), m + 1 - most));
    }
    const view = (at: number) =>
      bytes === 2 ? new Uint16Array(buffer, at, entries) : new Uint32Array(buffer, at, entries);
    this.bytes = bytes;
    this.least = least;
    this.#path = path;
    this.#most = most;
    this.#rows = new Uint32Array(buffer, exports.rows.value, end);
    this.#ahead = view(ahead);
    this.#behind = view(exports.behindAt() >>> 0);
  }

  /** Visits every tour of price `limit` at most: its first half backward, then its second forward. */
  within(limit: number, visit: TourVisitor): void {
    const { m, nodes, first, last, steps, reversible, head, tail } = this.#path;
    const [ahead, behind, rows] = [this.#ahead, this.#behind, this.#rows];
    const size = m + 1 - this.#most;
    const full = 2 ** m - 1;
    const order = [...head, ...nodes, ...tail];
    const offset = head.length;
    const at = (set: number, point: number) => rows[set]! + bitCount(set & ((1 << point) - 1));
    let rest = 0;

    function onward(set: number, from: number, placed: number, price: number): void {
      order[offset + placed - 1] = nodes[from]!;
      const left = set ^ (1 << from);
      if (left === 0) {
        const turned = reversible && order[offset]! > order[offset + m - 1]!;
        if (!turned) limit = Math.min(limit, visit(order, price + last[from]!));
        return;
      }
      for (let members = left; members !== 0; members &= members - 1) {
        const next = 31 - Math.clz32(members & -members);
        const reached = price + steps[from * m + next]!;
        if (reached + behind[at(left, next)]! <= limit) onward(left, next, placed + 1, reached);
      }
    }

    /** What follows `to` costs `price`, up to the meeting point, and `beyond` at least from there. */
    function back(set: number, to: number, place: number, price: number, beyond: number): void {
      order[offset + place] = nodes[to]!;
      const left = set ^ (1 << to);
      if (left === 0) {
        const meeting = nodes.indexOf(order[offset + size - 1]!);
        if (price + first[to]! + beyond <= limit) onward(rest, meeting, size, price + first[to]!);
        return;
      }
      for (let members = left; members !== 0; members &= members - 1) {
        const before = 31 - Math.clz32(members & -members);
        const reached = price + steps[before * m + to]!;
        if (ahead[at(left, before)]! + reached + beyond <= limit) {
          back(left, before, place - 1, reached, beyond);
        }
      }
    }

    for (let set = 2 ** size - 1; set <= full; set = nextOfSameSize(set)) {
      for (let members = set, entry = rows[set]!; members !== 0; members &= members - 1, entry++) {
        const point = 31 - Math.clz32(members & -members);
        const other = full ^ set | 1 << point;
        const beyond = behind[at(other, point)]!;
        if (ahead[entry]! + beyond > limit) continue;
        rest = other;
        back(set, point, size - 1, 0, beyond);
      }
    }
  }
}

function writePrices({ memory, ...places }: Exports, { m, first, last, steps }: InnerPath): void {
  const price = (w: number) => Math.min(w, MOST_32);
  const view = (place: WebAssembly.Global, count: number) =>
    new Int32Array(memory.buffer, place.value, count);
  view(places.first, 32).set(first.map(price));
  view(places.last, 32).set(last.map(price));
  const [into, out] = [view(places.into, 1024), view(places.out, 1024)];
  for (let a = 0; a < m; a++) {
    for (let b = 0; b < m; b++) {
      out[32 * a + b] = price(steps[a * m + b]!);
      into[32 * b + a] = out[32 * a + b]!;
    }
  }
}

/** The next larger set of as many members (Gosper). */
function nextOfSameSize(set: number): number {
  const low = set & -set;
  const raised = set + low;
  return raised | (((set ^ raised) >>> 2) / low);
}

function bitCount(set: number): number {
  set -= (set >> 1) & 0x55555555;
  set = (set & 0x33333333) + ((set >> 2) & 0x33333333);
  return Math.imul((set + (set >> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
