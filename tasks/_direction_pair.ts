import type { PlaneFrame } from "../geometry/frame.ts";
import { type SectorClassifier, tiedBoundary } from "../geometry/sector_classifier.ts";
import { SECTOR_SYSTEMS } from "../geometry/sector_systems.ts";
import type { Chance } from "./chance.ts";
import type { Points } from "./_points.ts";
import { classifierOf, type SectorName } from "./_sectors.ts";

/** The knobs that say which pairs are drawn. */
export interface PairKnobs {
  readonly sectors: SectorName;
  readonly frame: PlaneFrame;
  readonly margin: number;
  readonly balance: boolean;
  readonly unique: boolean;
}

/** Draws that may fail before the knobs are said to leave no room. */
const PATIENCE = 10_000;

/** Where the pair's answer and margin stand. */
export interface PairPlaces {
  readonly labels: readonly string[];
  readonly answer: number;
  readonly margin: number;
}

/** The two points that are asked about, drawn so that the answer is the one drawn first. */
export class DirectionPair {
  readonly #points: Points;
  readonly #classifier: SectorClassifier;
  readonly #columns: PairPlaces;
  readonly #answers: number;
  readonly #unique: boolean;
  readonly #balance: boolean;
  /** The least margin, in hundredths of a degree. */
  readonly #leastMargin: number;
  /** The answer of each code; a sector's label may stand in the system twice. */
  readonly #answerOf: Int32Array;
  /** For answers a and b, the symmetries of the square that take a to b: how many, and which. */
  readonly #counts: Uint8Array;
  readonly #symmetries: Uint8Array;
  /** Whether boundaries turn with the sectors: not where one is closed on one side, or a hole. */
  readonly #isSymmetric: boolean;
  readonly #x: number;
  #code = 0;

  constructor(knobs: PairKnobs, points: Points, columns: PairPlaces) {
    const { labels } = columns;
    this.#points = points;
    this.#columns = columns;
    this.#answers = labels.length;
    this.#unique = knobs.unique;
    this.#balance = knobs.balance;
    this.#leastMargin = 100 * knobs.margin;
    this.#classifier = classifierOf(knobs.sectors, knobs.frame);
    const system = SECTOR_SYSTEMS[knobs.sectors];
    this.#answerOf = Int32Array.from(system.labels, (l) => labels.indexOf(l));
    const { counts, symmetries } = findSymmetries(this.#classifier, this.#answerOf, labels.length);
    this.#counts = counts;
    this.#symmetries = symmetries;
    this.#isSymmetric = (system.onBoundary ?? "tie") === "tie";
    this.#x = points.column(0) + 1;
  }

  /** Draws both places and those of the distractors; writes the answer and its margin. */
  draw(chance: Chance, rows: Int32Array, at: number): void {
    const target = this.#balance ? chance.below(this.#answers) : -1;
    for (let tries = 0; tries < PATIENCE; tries++) {
      if (!this.#points.drawPair(chance, rows, at)) continue;
      const answer = this.#answer(chance, rows, at);
      if (answer < 0 || (target >= 0 && this.#counts[answer * this.#answers + target] === 0)) {
        continue;
      }
      let margin = this.#margin(rows, at);
      if (margin < this.#leastMargin || !this.#steer(chance, rows, at, { answer, target })) {
        continue;
      }
      // The images of a pair have its margin too, unless a boundary has no image.
      if (!this.#isSymmetric) margin = this.#margin(rows, at);
      if (margin < this.#leastMargin) continue;
      if (!this.#points.tryPlaces(chance, rows, at, 2)) continue;
      rows[at + this.#columns.answer] = target >= 0 ? target : answer;
      rows[at + this.#columns.margin] = margin;
      return;
    }
    throw this.#points.noRoom();
  }

  /**
   * Turns the places from their answer to the target by a symmetry of the square. All that fit are
   * equally likely, so that the places stay uniform among those with the target's answer.
   */
  #steer(
    chance: Chance,
    rows: Int32Array,
    at: number,
    { answer, target }: { readonly answer: number; readonly target: number },
  ): boolean {
    if (target < 0 || answer === target) return true;
    const pair = answer * this.#answers + target;
    const symmetry = this.#symmetries[8 * pair + chance.below(this.#counts[pair]!)]!;
    this.#points.turn(rows, at, 0, symmetry);
    this.#points.turn(rows, at, 1, symmetry);
    return this.#isSymmetric || this.#answer(chance, rows, at) === target;
  }

  /** The answer of the places that stand in the row; of two tied ones either; -1 for none. */
  #answer(chance: Chance, rows: Int32Array, at: number): number {
    const x = at + this.#x;
    const code = this.#classifier.code(rows[x + 3]! - rows[x]!, rows[x + 4]! - rows[x + 1]!);
    this.#code = code;
    return code >= 0 ? this.#answerOf[code]! : this.#tied(chance, code);
  }

  #tied(chance: Chance, code: number): number {
    const boundary = tiedBoundary(code);
    if (boundary < 0 || this.#unique) return -1;
    const sectors = this.#answerOf.length;
    return this.#answerOf[(boundary + sectors - chance.below(2)) % sectors]!;
  }

  /** The margin in hundredths of a degree, rounded down, of the places that were classified last. */
  #margin(rows: Int32Array, at: number): number {
    const x = at + this.#x;
    const dx = rows[x + 3]! - rows[x]!, dy = rows[x + 4]! - rows[x + 1]!;
    return Math.floor(this.#classifier.marginOf(this.#code, dx, dy) * 100);
  }
}

/** Which symmetries of the square take which sector to which, up to eight for each two. */
function findSymmetries(classifier: SectorClassifier, answerOf: Int32Array, answers: number) {
  const found = Array.from({ length: answers * answers }, () => new Set<number>());
  // Odd angles, so that none of their images stands on a boundary.
  for (let step = 0; step < 720; step++) {
    const angle = (step + 0.3137) * Math.PI / 360;
    const vector = [Math.cos(angle), Math.sin(angle)] as const;
    const from = answerOf[classifier.code(vector[0], vector[1])]!;
    for (let symmetry = 0; symmetry < 8; symmetry++) {
      const x = vector[symmetry & 1]!, y = vector[1 - (symmetry & 1)]!;
      const code = classifier.code(symmetry & 2 ? -x : x, symmetry & 4 ? -y : y);
      found[from * answers + answerOf[code]!]!.add(symmetry);
    }
  }
  const symmetries = new Uint8Array(8 * found.length);
  found.forEach((set, i) => symmetries.set([...set], 8 * i));
  return { counts: Uint8Array.from(found, (set) => set.size), symmetries };
}
