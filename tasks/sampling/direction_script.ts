import { composed } from "../points/direction_pair.ts";
import { marginHundredths } from "../points/pair_margin.ts";
import { type PairTable, SPAN } from "../points/pair_table.ts";
import type { Points } from "../points/points.ts";
import type { Plan } from "../task.ts";
import { threefry4x32 } from "../_threefry.ts";
import type { PointRows } from "./point_sampler.ts";
import type { LinkedSampler, SamplerPlace } from "./batch_sampler.ts";

/** Points that the words of one block place: the pair, and one beside it. */
const MOST_POINTS = 3;

const TWO_32 = 2 ** 32;

/**
 * Samples direction in JavaScript, in passes over the batch as the kernel does: one item at a time
 * takes twice as long, for nothing else is done while its divisions and roots are.
 */
export function directionScript(
  rows: PointRows,
  table: () => PairTable,
): Pick<Plan, "scriptSampler"> {
  const { arrangements, count, isOneDraw } = rows.points;
  if (arrangements === null || count > MOST_POINTS || !isOneDraw) return {};
  const link = (place: SamplerPlace) => new DirectionScript(rows, table(), place);
  return { scriptSampler: { room: () => 0, link } };
}

class DirectionScript implements LinkedSampler {
  readonly missed: Int32Array;
  readonly #layout: PointRows;
  readonly #points: Points;
  readonly #rows: Int32Array;
  readonly #key: Int32Array;
  readonly #table: PairTable;
  readonly #targets: TargetColumns;
  readonly #notes: Notes;

  constructor(layout: PointRows, table: PairTable, { rows, key }: SamplerPlace) {
    const batch = rows.length / layout.width;
    this.missed = new Int32Array(batch);
    this.#layout = layout;
    this.#points = layout.points;
    this.#rows = rows;
    this.#key = key;
    this.#table = table;
    this.#targets = {
      totals: Float64Array.from(table.targets, (t) => t.total),
      limits: Float64Array.from(table.targets, (t) => t.limit),
      scales: Float64Array.from(table.targets, (t) => t.scale),
      guides: Int32Array.from(table.targets, (t) => t.guide),
      symmetries: Int32Array.from(table.targets, (t) => t.symmetry),
      answers: Int32Array.from(table.targets, (t) => t.answer),
    };
    this.#notes = {
      words: new Int32Array(4 * batch),
      targets: new Int32Array(batch),
      numbers: new Float64Array(batch),
      runs: new Int32Array(batch),
      across: new Int32Array(batch),
      upward: new Int32Array(batch),
      sure: new Uint8Array(batch),
    };
  }

  sample(first: number, count: number): number {
    this.#drawWords(first, count);
    this.#drawPicks(count);
    this.#drawPairs(count);
    this.#findRuns(count);
    this.#placePairs(count);
    this.#measure(count);
    if (this.#points.count === MOST_POINTS) this.#placeOther(count);
    let misses = 0;
    for (let i = 0; i < count; i++) if (this.#notes.sure[i] === 0) this.missed[misses++] = i;
    return misses;
  }

  /** The first block of each item. */
  #drawWords(first: number, count: number): void {
    const { words } = this.#notes;
    const block = new Int32Array(4);
    for (let i = 0; i < count; i++) {
      const index = first + i;
      threefry4x32(this.#key, index | 0, (index / TWO_32) | 0, 0, 0, block);
      for (let j = 0; j < 4; j++) words[4 * i + j] = block[j]!;
    }
  }

  /** Names, question and target, by the last word. */
  #drawPicks(count: number): void {
    const { words, targets, sure } = this.#notes;
    const { questions, targets: goals, width, question } = this.#layout;
    const rows = this.#rows;
    const names = this.#points.arrangements!;
    const points = this.#points.count, base = this.#points.column(0);
    const ways = names.length / points;
    const least = TWO_32 % (ways * questions * goals);
    for (let i = 0, at = 0; i < count; i++, at += width) {
      const product = (words[4 * i + 3]! >>> 0) * (ways * questions * goals);
      const pick = (product / TWO_32) | 0;
      const asked = (pick / goals) | 0;
      const way = (asked / questions) | 0;
      sure[i] = (product >>> 0) >= least ? 1 : 0;
      targets[i] = pick - asked * goals;
      rows[at + question] = asked - way * questions;
      for (let p = 0; p < points; p++) rows[at + base + 3 * p] = names[way * points + p]!;
    }
  }

  /** The number of each pair among its target's, by the two words before. */
  #drawPairs(count: number): void {
    const { words, targets, numbers, sure } = this.#notes;
    const { totals, limits } = this.#targets;
    for (let i = 0; i < count; i++) {
      const drawn = (words[4 * i + 2]! >>> 12) * TWO_32 + (words[4 * i + 1]! >>> 0);
      const total = totals[targets[i]!]!;
      if (drawn >= limits[targets[i]!]!) sure[i] = 0;
      numbers[i] = drawn - Math.floor(drawn / total) * total;
    }
  }

  #findRuns(count: number): void {
    const { targets, numbers, runs } = this.#notes;
    const { scales, guides } = this.#targets;
    const { starts, guide } = this.#table;
    for (let i = 0; i < count; i++) {
      const target = targets[i]!, pair = numbers[i]!;
      let run = guide[guides[target]! + ((pair * scales[target]!) | 0)]!;
      while (starts[run + 1]! <= pair) run++;
      runs[i] = run;
    }
  }

  /** Takes the numbers apart and writes places and answers; as DirectionPair does, by masks. */
  #placePairs(count: number): void {
    const { targets, numbers, runs, across, upward } = this.#notes;
    const { starts, firsts, spans } = this.#table;
    const { symmetries, answers } = this.#targets;
    const { least, most } = this.#points;
    const { width, answer } = this.#layout;
    const rows = this.#rows;
    const side = most - least + 1, twice = 2 * side + 1, square = twice * twice;
    const sum = least + most;
    for (let i = 0, at = 0; i < count; i++, at += width) {
      const run = runs[i]!, span = spans[run]!, target = targets[i]!;
      const dx = span & SPAN.dx, rest = numbers[i]! - starts[run]!;
      const upright = Math.floor(rest / (side - dx));
      const left = (rest - upright * (side - dx)) | 0;
      const place = firsts[run]! + upright;
      const dy = ((twice - Math.sqrt(square - 8 * place)) / 2) | 0;
      const low = (place - dy * (twice - dy) / 2) | 0;
      across[i] = dx;
      upward[i] = dy;

      const symmetry = composed(span >> SPAN.mirrors, symmetries[target]!);
      const isSwapped = -(symmetry & 1), mirrorX = -(symmetry >> 1 & 1), mirrorY = -(symmetry >> 2);
      const places = (left ^ low) & isSwapped, sizes = (dx ^ dy) & isSwapped;
      const x0 = least + (left ^ places), x1 = x0 + (dx ^ sizes);
      const y0 = least + (low ^ places), y1 = y0 + (dy ^ sizes);
      const x = at + this.#points.column(0) + 1;
      rows[x] = (x0 ^ mirrorX) - mirrorX + (sum & mirrorX);
      rows[x + 1] = (y0 ^ mirrorY) - mirrorY + (sum & mirrorY);
      rows[x + 3] = (x1 ^ mirrorX) - mirrorX + (sum & mirrorX);
      rows[x + 4] = (y1 ^ mirrorY) - mirrorY + (sum & mirrorY);
      rows[at + answer] = answers[target]! >= 0 ? answers[target]! : (span >> SPAN.answer) & 15;
    }
  }

  #measure(count: number): void {
    const { runs, across, upward, sure } = this.#notes;
    const { spans, kinds } = this.#table;
    const { width, margin } = this.#layout;
    for (let i = 0; i < count; i++) {
      const kind = 2 * (spans[runs[i]!]! >> SPAN.kind);
      const measured = marginHundredths(across[i]!, upward[i]!, kinds[kind]!, kinds[kind + 1]!);
      this.#rows[i * width + margin] = measured;
      if (measured < 0) sure[i] = 0;
    }
  }

  /** The place of the third point, by the first word; where it is too near the item is missed. */
  #placeOther(count: number): void {
    const { words, sure } = this.#notes;
    const { least, most, gap } = this.#points;
    const { width } = this.#layout;
    const rows = this.#rows;
    const side = most - least + 1;
    const uneven = TWO_32 % (side * side);
    for (let i = 0, x = this.#points.column(0) + 1; i < count; i++, x += width) {
      const product = (words[4 * i]! >>> 0) * (side * side);
      const place = (product / TWO_32) | 0, line = (place / side) | 0;
      const ownX = least + place - line * side, ownY = least + line;
      const dx = ownX - rows[x]!, dy = ownY - rows[x + 1]!;
      const ex = ownX - rows[x + 3]!, ey = ownY - rows[x + 4]!;
      const isNear = Math.min(dx * dx + dy * dy, ex * ex + ey * ey) < gap;
      if (isNear || (product >>> 0) < uneven) sure[i] = 0;
      rows[x + 6] = ownX;
      rows[x + 7] = ownY;
    }
  }
}

/** The targets of a table, field by field. */
interface TargetColumns {
  readonly totals: Float64Array;
  readonly limits: Float64Array;
  readonly scales: Float64Array;
  readonly guides: Int32Array;
  readonly symmetries: Int32Array;
  readonly answers: Int32Array;
}

/** What a pass leaves for the next, for each item. */
interface Notes {
  readonly words: Int32Array;
  readonly targets: Int32Array;
  /** The number of the pair. */
  readonly numbers: Float64Array;
  readonly runs: Int32Array;
  /** |dx| and |dy|, in the first quadrant. */
  readonly across: Int32Array;
  readonly upward: Int32Array;
  /** Whether the item is decided here. */
  readonly sure: Uint8Array;
}
