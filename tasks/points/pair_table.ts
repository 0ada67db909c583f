import { type SectorClassifier, tiedBoundary } from "../../geometry/sector_classifier.ts";
import { type Wedge, wedgesOf } from "./_wedges.ts";
import { sectorSymmetries } from "./_sector_symmetries.ts";

/** What a table depends on. */
export interface PairSettings {
  readonly classifier: SectorClassifier;
  /** The answer of each sector. */
  readonly answerOf: ArrayLike<number>;
  /** How many answers there are. */
  readonly answers: number;
  /** The places of a row of the square. */
  readonly side: number;
  /** The square of the least distance. */
  readonly gap: number;
  /** The least margin, in hundredths of a degree. */
  readonly margin: number;
  /** Whether pairs are drawn for an answer, else from all. */
  readonly balance: boolean;
  /** Whether directions on a boundary are left out. */
  readonly unique: boolean;
}

/** A span's parts: its dx, the mirrors that take it to its quadrant, its answer, its kind. */
export const SPAN = { dx: 4095, mirrors: 12, answer: 16, kind: 20 } as const;

/** A pair is drawn by an integer below this. */
const RANGE = 2 ** 52;

/** Steps of a target's guide for each of its runs, at least. */
const GUIDE_STEPS = 2;

/**
 * Every pair of places in a square that makes an answer, numbered, so that one integer drawn below
 * their number draws a pair: nothing is rejected.
 *
 * Pairs stand in runs: those of one |dx| whose |dy| is any of an interval, all in one quadrant. A
 * run has `(side - |dx|) * (side - |dy|)` pairs for each of its |dy|. Which differences belong to a
 * run is decided by the exact classifier.
 */
export interface PairTable {
  /** The pairs of the same target that stand before each run; behind each target's, their sum. */
  readonly starts: Float64Array;
  /** Of each run, the pairs of a column of places whose |dy| is below the run's. */
  readonly firsts: Int32Array;
  /** Of each run, what {@link SPAN} takes apart. */
  readonly spans: Int32Array;
  /** For even parts of the pairs of a target, a run at or before the first of the part's. */
  readonly guide: Int32Array;
  /**
   * Of each kind of span, the middle of its sector, turned to the first quadrant, and the angle
   * from there to a boundary; in hundredths of a degree.
   */
  readonly kinds: Float64Array;
  /** What can be drawn for: each answer, or all of them. */
  readonly targets: readonly PairTarget[];
}

/** What is drawn for. */
export interface PairTarget {
  /** How many pairs there are. */
  readonly total: number;
  /** The last multiple of that number in the range that is drawn from. */
  readonly limit: number;
  /** Where its guide begins, and how many steps of it a pair takes. */
  readonly guide: number;
  readonly scale: number;
  /** The symmetry of the square that takes the pairs to its own. */
  readonly symmetry: number;
  /** The answer; -1 where that is the run's. */
  readonly answer: number;
}

/** Makes the table, in milliseconds. */
export function pairTable(settings: PairSettings): PairTable {
  const { answers, balance } = settings;
  const builder = new Builder(settings);
  if (!balance) {
    const section = builder.section(Array.from({ length: answers }, (_, i) => i));
    return builder.finish([{ ...section, symmetry: 0, answer: -1 }]);
  }
  const symmetryTo = sectorSymmetries(settings);
  const targets: PairTarget[] = [];
  for (let answer = 0; answer < answers; answer++) {
    const base = symmetryTo.findIndex((row) => row[answer]! >= 0);
    const known = targets[base] ?? builder.section([answer]);
    targets.push({ ...known, symmetry: symmetryTo[base]![answer]!, answer });
  }
  return builder.finish(targets);
}

/** Pairs of one |dx|, by their |dy|. */
interface Heights {
  readonly dx: number;
  readonly low: number;
  readonly high: number;
}

class Builder {
  readonly #settings: PairSettings;
  /** Ties count once for each of two answers, and so half as much as all others. */
  readonly #copies: number;
  readonly #starts: number[] = [];
  readonly #firsts: number[] = [];
  readonly #spans: number[] = [];
  readonly #guide: number[] = [];
  readonly #kinds: number[] = [];
  #sum = 0;

  constructor(settings: PairSettings) {
    this.#settings = settings;
    this.#copies = settings.unique || settings.margin > 0 ? 1 : 2;
  }

  finish(targets: readonly PairTarget[]): PairTable {
    return {
      starts: Float64Array.from(this.#starts),
      firsts: Int32Array.from(this.#firsts),
      spans: Int32Array.from(this.#spans),
      guide: Int32Array.from(this.#guide),
      kinds: Float64Array.from(this.#kinds),
      targets,
    };
  }

  /** Adds the runs of some answers. */
  section(answers: readonly number[]): Pick<PairTarget, "total" | "limit" | "guide" | "scale"> {
    const { answerOf } = this.#settings;
    const first = this.#starts.length;
    this.#sum = 0;
    for (let sector = 0; sector < answerOf.length; sector++) {
      if (!answers.includes(answerOf[sector]!)) continue;
      for (const wedge of wedgesOf(sector, this.#settings)) {
        this.#addWedge(wedge, this.#kinds.push(wedge.middle, wedge.half) / 2 - 1);
      }
    }
    const total = this.#sum;
    this.#add(0, 0, 0);
    const guide = this.#guide.length;
    const steps = 2 ** Math.ceil(Math.log2(GUIDE_STEPS * (this.#starts.length - first)));
    for (let step = 0, run = first; step <= steps; step++) {
      // A pair's step is found in doubles, so that it may be one too far by their rounding.
      const pair = Math.floor(step * total / steps * (1 - 2 ** -40)) - 1;
      while (run + 1 < this.#starts.length - 1 && this.#starts[run + 1]! <= pair) run++;
      this.#guide.push(run);
    }
    return { total, limit: RANGE - RANGE % total, guide, scale: steps / total };
  }

  #add(first: number, span: number, pairs: number): void {
    this.#starts.push(this.#sum);
    this.#firsts.push(first);
    this.#spans.push(span);
    this.#sum += pairs;
  }

  #addWedge(wedge: Wedge, kind: number): void {
    const { side, gap } = this.#settings;
    const tanFrom = slope(wedge.from), tanTo = slope(wedge.to);
    for (let dx = wedge.leastX; dx < side; dx++) {
      const least = Math.max(wedge.leastY, Math.ceil(Math.sqrt(Math.max(0, gap - dx * dx))));
      // One more at either end than the slopes say, for those are doubles.
      let low = dx === 0 ? least : Math.max(least, Math.floor(dx * tanFrom) - 1);
      let high = tanTo === Infinity ? side - 1 : Math.min(side - 1, Math.ceil(dx * tanTo) + 1);
      while (low <= high && !this.#isInside(wedge, dx, low)) low++;
      while (low <= high && !this.#isInside(wedge, dx, high)) high--;
      for (let i = 0; i < this.#copies; i++) this.#addRun(wedge, kind, { dx, low, high });
      if (this.#copies > 1) this.#addTies(wedge, kind, dx, least);
    }
  }

  /** Adds the directions on a boundary, of which multiples of 45 degrees alone have any. */
  #addTies(wedge: Wedge, kind: number, dx: number, least: number): void {
    const { side } = this.#settings;
    for (const angle of new Set([wedge.from, wedge.to])) {
      if (angle % 45 !== 0 || (angle === 90 && dx > 0)) continue;
      const low = angle === 0 ? 0 : angle === 45 ? dx : least;
      const high = angle === 90 ? side - 1 : low;
      if (low >= least && low <= high && this.#isTied(wedge, dx, high)) {
        this.#addRun(wedge, kind, { dx, low, high });
      }
    }
  }

  #addRun({ sector, mirrors }: Wedge, kind: number, { dx, low, high }: Heights): void {
    if (low > high) return;
    const { side, answerOf } = this.#settings;
    const first = pairsBelow(low, side);
    const pairs = (side - dx) * (pairsBelow(high + 1, side) - first);
    const answer = answerOf[sector]!;
    const span = dx | mirrors << SPAN.mirrors | answer << SPAN.answer | kind << SPAN.kind;
    this.#add(first, span, pairs);
  }

  #isInside({ sector, mirrors }: Wedge, dx: number, dy: number): boolean {
    const { classifier, margin } = this.#settings;
    const x = mirrors & 2 ? -dx : dx, y = mirrors & 4 ? -dy : dy;
    if (classifier.code(x, y) !== sector) return false;
    return margin === 0 || Math.floor(classifier.marginOf(sector, x, y) * 100) >= margin;
  }

  #isTied({ sector, mirrors }: Wedge, dx: number, dy: number): boolean {
    const { classifier, answerOf } = this.#settings;
    const code = classifier.code(mirrors & 2 ? -dx : dx, mirrors & 4 ? -dy : dy);
    const boundary = tiedBoundary(code);
    return boundary >= 0 && (boundary === sector || boundary === (sector + 1) % answerOf.length);
  }
}

/** The pairs of places in a column whose dy, from 0 on, is less than so much. */
function pairsBelow(dy: number, side: number): number {
  return dy * (2 * side + 1 - dy) / 2;
}

function slope(degrees: number): number {
  return degrees > 89.999 ? Infinity : Math.tan(degrees * Math.PI / 180);
}
