import { PATIENCE } from "../patience.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import type { SectorClassifier } from "../../geometry/sector_classifier.ts";
import type { Chance } from "../chance.ts";
import { marginHundredths } from "./pair_margin.ts";
import { type PairTable, pairTable, SPAN } from "./pair_table.ts";
import type { Points } from "./points.ts";
import { classifierOf, type SectorName } from "./sectors.ts";

/** The knobs that say which pairs are drawn. */
export interface PairKnobs {
  readonly sectors: SectorName;
  readonly frame: PlaneFrame;
  readonly margin: number;
  readonly balance: boolean;
  readonly unique: boolean;
}

const TWO_32 = 2 ** 32;

/** Where the pair's answer and margin stand. */
export interface PairPlaces {
  readonly labels: readonly string[];
  readonly answer: number;
  readonly margin: number;
}

/** The two points that are asked about, drawn among all that have the answer drawn first. */
export class DirectionPair {
  readonly #points: Points;
  readonly #classifier: SectorClassifier;
  readonly #columns: PairPlaces;
  readonly #knobs: PairKnobs;
  readonly #x: number;
  readonly #side: number;
  #table: PairTable | undefined;

  constructor(knobs: PairKnobs, points: Points, columns: PairPlaces) {
    this.#knobs = knobs;
    this.#points = points;
    this.#columns = columns;
    this.#classifier = classifierOf(knobs.sectors, knobs.frame);
    this.#x = points.column(0) + 1;
    this.#side = points.most - points.least + 1;
  }

  /** How many targets there are to draw for: the answers, or one for all of them. */
  get targets(): number {
    return this.#knobs.balance ? this.#columns.labels.length : 1;
  }

  /** The pairs there are. Made when it is asked for first, for that takes milliseconds. */
  get table(): PairTable {
    return this.#table ??= this.#makeTable();
  }

  /** Draws both places and those of the distractors; writes the answer and its margin. */
  draw(chance: Chance, rows: Int32Array, at: number, target: number): void {
    for (let tries = 0; tries < PATIENCE.places; tries++) {
      this.#drawPair(chance, rows, at, target);
      if (this.#points.tryPlaces(chance, rows, at, 2)) return;
    }
    throw this.#points.noRoom();
  }

  #drawPair(chance: Chance, rows: Int32Array, at: number, of: number): void {
    const { starts, firsts, spans, guide, kinds, targets } = this.table;
    const target = targets[of]!;
    const pair = drawBelow(chance, target.total, target.limit);
    let run = guide[target.guide + ((pair * target.scale) | 0)]!;
    while (starts[run + 1]! <= pair) run++;
    const span = spans[run]!;

    // The pair's number within its run is (dy and the lower y, the left x).
    const side = this.#side;
    const dx = span & SPAN.dx;
    const rest = pair - starts[run]!;
    const upright = Math.floor(rest / (side - dx));
    const left = rest - upright * (side - dx);
    const place = firsts[run]! + upright;
    const twice = 2 * side + 1;
    // Exact: the root of an integer is rounded to one only where it is one.
    const dy = ((twice - Math.sqrt(twice * twice - 8 * place)) / 2) | 0;
    const low = place - dy * (twice - dy) / 2;
    const symmetry = composed(span >> SPAN.mirrors, target.symmetry);
    this.#place(rows, at + this.#x, symmetry, left, dx, low, dy);

    const kind = 2 * (span >> SPAN.kind);
    const margin = marginHundredths(dx, dy, kinds[kind]!, kinds[kind + 1]!);
    rows[at + this.#columns.answer] = target.answer >= 0
      ? target.answer
      : (span >> SPAN.answer) & 15;
    rows[at + this.#columns.margin] = margin >= 0 ? margin : this.#exactMargin(rows, at);
  }

  /** Writes a pair of the first quadrant, of which `left` and `low` are the lesser coordinates. */
  #place(
    rows: Int32Array,
    x: number,
    symmetry: number,
    left: number,
    dx: number,
    low: number,
    dy: number,
  ): void {
    const { least, most } = this.#points;
    const isSwapped = (symmetry & 1) !== 0;
    const x0 = isSwapped ? low : left, x1 = isSwapped ? low + dy : left + dx;
    const y0 = isSwapped ? left : low, y1 = isSwapped ? left + dx : low + dy;
    rows[x] = symmetry & 2 ? most - x0 : least + x0;
    rows[x + 1] = symmetry & 4 ? most - y0 : least + y0;
    rows[x + 3] = symmetry & 2 ? most - x1 : least + x1;
    rows[x + 4] = symmetry & 4 ? most - y1 : least + y1;
  }

  /** The margin where doubles cannot tell it. */
  #exactMargin(rows: Int32Array, at: number): number {
    const x = at + this.#x;
    const dx = rows[x + 3]! - rows[x]!, dy = rows[x + 4]! - rows[x + 1]!;
    return Math.floor(this.#classifier.margin(dx, dy) * 100);
  }

  #makeTable(): PairTable {
    const { labels } = this.#columns;
    const { balance, unique, margin } = this.#knobs;
    const table = pairTable({
      classifier: this.#classifier,
      answerOf: this.#classifier.system.labels.map((l) => labels.indexOf(l)),
      answers: labels.length,
      side: this.#side,
      gap: this.#points.gap,
      margin: 100 * margin,
      balance,
      unique,
    });
    if (table.targets.some(({ total }) => total === 0)) throw this.#points.noRoom();
    return table;
  }
}

/** An integer of 0 to n - 1, each equally likely; the limit is the last multiple of n in range. */
function drawBelow(chance: Chance, n: number, limit: number): number {
  let drawn = 0;
  do drawn = (chance.bits() >>> 12) * TWO_32 + (chance.bits() >>> 0); while (drawn >= limit);
  return drawn - Math.floor(drawn / n) * n;
}

/** The symmetry that does the work of some mirrors, then of a symmetry that swaps first. */
export function composed(mirrors: number, symmetry: number): number {
  return symmetry ^ (symmetry & 1 ? (mirrors & 2) << 1 | (mirrors & 4) >> 1 : mirrors & 6);
}
