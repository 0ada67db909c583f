import { PATIENCE } from "../patience.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import type { SectorClassifier } from "../../geometry/sector_classifier.ts";
import type { Chance } from "../chance.ts";
import { PLACES } from "./description_facts.ts";
import { roundedHypotenuse } from "./hypotenuse.ts";
import type { Points } from "./points.ts";
import { classifierOf, type SectorName } from "./sectors.ts";

/** What {@link PairColumns} needs to know. */
export interface PairSettings {
  readonly objects: number;
  readonly sectors: SectorName;
  readonly frame: PlaneFrame;
  readonly decimals: number;
}

/** The direction and distance of every pair, in two columns each. */
export class PairColumns {
  readonly pairs: readonly (readonly [number, number])[];
  readonly labels: readonly string[];
  readonly width: number;
  readonly #points: Points;
  /** The columns of the x of either point of each pair. */
  readonly #columns: Int32Array;
  readonly #base: number;
  readonly #classifier: SectorClassifier;
  readonly #unit: number;

  constructor({ objects, sectors, frame, decimals }: PairSettings, points: Points, base: number) {
    const all = Array.from({ length: objects }, (_, i) => i);
    this.pairs = all.flatMap((i) => all.slice(i + 1).map((j) => [i, j] as const));
    this.#points = points;
    this.#columns = Int32Array.from(this.pairs.flat(), (point) => points.column(point) + 1);
    this.#base = base;
    this.#classifier = classifierOf(sectors, frame);
    this.labels = this.#classifier.system.labels;
    this.width = 2 * this.pairs.length;
    this.#unit = 10 ** (PLACES - decimals);
  }

  /** The column of a pair's direction. */
  direction(pair: number): number {
    return this.#base + 2 * pair;
  }

  /** The column of a pair's distance, in units of the last place. */
  distance(pair: number): number {
    return this.direction(pair) + 1;
  }

  /** Draws places until no direction lies on a boundary. */
  draw(chance: Chance, rows: Int32Array, at: number): void {
    for (let tries = 0; tries < PATIENCE.instances; tries++) {
      this.#points.drawPlaces(chance, rows, at);
      if (this.measure(rows, at)) return;
    }
    throw this.#points.noRoom();
  }

  /** Writes both for every pair; false where a direction lies on a boundary. */
  measure(rows: Int32Array, at: number): boolean {
    for (let i = 0; i < this.pairs.length; i++) {
      const p = at + this.#columns[2 * i]!, q = at + this.#columns[2 * i + 1]!;
      const dx = rows[q]! - rows[p]!, dy = rows[q + 1]! - rows[p + 1]!;
      const code = this.#classifier.code(dx, dy);
      if (code < 0) return false;
      rows[at + this.direction(i)] = code;
      rows[at + this.distance(i)] = roundedHypotenuse(this.#unit * dx, this.#unit * dy);
    }
    return true;
  }
}
