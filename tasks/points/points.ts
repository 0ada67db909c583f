import { PATIENCE } from "../patience.ts";
import type { Chance } from "../chance.ts";
import { paletteOf } from "./_palette.ts";
import { fixed, type NamedPlace } from "./point_map.ts";
import type { PointSettings } from "./point_knobs.ts";
import { choice, decimal, fill, type LineShape, type Text, text } from "../../lines/template.ts";
import { COMMON_WORDS } from "../../text/wordings/common.ts";

/** The squares of sides up to this are in the range of one draw. */
const ONE_DRAW = 1448;

/** Up to so many ways to name the points are kept in a table. */
const ARRANGEMENTS = 4096;

/** Places that may be too near to others before all are drawn anew. */
const CROWDED = 100;

/**
 * Points in a row: for each its name, x and y, in three columns. Sampled in the integers that are
 * shown; what is asked about comes first, distractors behind.
 */
export class Points {
  /** How many there are, distractors included. */
  readonly count: number;
  /** The columns they take. */
  readonly width: number;
  /** The names a point may have, in the words of the wording. */
  readonly names: readonly string[];
  readonly #gap: number;
  readonly #least: number;
  readonly #side: number;
  readonly #base: number;
  readonly #objects: number;
  readonly #pools: readonly [own: number, noise: number];
  readonly #order: Int32Array;
  /** The names of the points in every way to name them, one behind the other; null for too many. */
  readonly arrangements: Uint8Array | null;
  readonly #settings: PointSettings;

  /**
   * @param settings the knobs
   * @param base the first of their columns
   */
  constructor(settings: PointSettings, base: number) {
    const { objects, distractors, lattice, border, spacing } = settings;
    this.#settings = settings;
    this.#base = base;
    this.#objects = objects;
    this.count = objects + distractors;
    this.width = 3 * this.count;
    this.#least = Math.ceil(lattice * border / 100);
    this.#side = lattice - 2 * this.#least + 1;
    const gap = Math.ceil(lattice * spacing / 100);
    this.#gap = gap * gap;
    const { names, pools } = paletteOf(settings);
    this.names = names;
    this.#pools = pools;
    this.#order = new Int32Array(names.length);
    this.arrangements = this.#everyArrangement();
  }

  /** The column of a point's name; its x and y stand behind it. */
  column(point: number): number {
    return this.#base + 3 * point;
  }

  /**
   * Draws a name for each point, no two the same, and an integer below `extra`: by one draw where
   * there are few names.
   */
  drawNames(chance: Chance, rows: Int32Array, at: number, extra = 1): number {
    const arrangements = this.arrangements;
    if (arrangements === null) {
      this.#shuffleNames(chance, rows, at);
      return extra === 1 ? 0 : chance.below(extra);
    }
    const { count } = this;
    const pick = chance.below(arrangements.length / count * extra);
    const way = (pick / extra) | 0;
    for (let i = 0, column = at + this.#base; i < count; i++, column += 3) {
      rows[column] = arrangements[way * count + i]!;
    }
    return pick - way * extra;
  }

  #shuffleNames(chance: Chance, rows: Int32Array, at: number): void {
    const order = this.#order;
    for (let i = 0; i < order.length; i++) order[i] = i;
    for (let i = 0; i < this.count; i++) {
      const { from, left } = this.poolOf(i);
      const pick = from + chance.below(left);
      const name = order[pick]!;
      order[pick] = order[from]!;
      order[from] = name;
      rows[at + this.column(i)] = name;
    }
  }

  /** The names point i draws from; distractors have a pool of their own where there is one. */
  poolOf(i: number): { readonly from: number; readonly left: number } {
    const [own, noise] = this.#pools;
    if (noise === 0 || i < this.#objects) return { from: i, left: own - i };
    return { from: own + i - this.#objects, left: noise - (i - this.#objects) };
  }

  /** Every way to name the points, where there are few, so that one draw names them all. */
  #everyArrangement(): Uint8Array | null {
    let ways: number[][] = [[]];
    for (let i = 0; i < this.count; i++) {
      const { from, left } = this.poolOf(i);
      if (ways.length * left > ARRANGEMENTS) return null;
      // What is left of a pool is kept in order: the k-th of it is the k-th name not taken.
      const first = i < this.#objects || this.#pools[1] === 0 ? 0 : this.#pools[0];
      const names = Array.from({ length: from + left - first }, (_, k) => first + k);
      ways = ways.flatMap((way) => names.filter((n) => !way.includes(n)).map((n) => [...way, n]));
    }
    return Uint8Array.from(ways.flat());
  }

  /** Draws the places of all points, each far enough from every other. */
  drawPlaces(chance: Chance, rows: Int32Array, at: number): void {
    for (let tries = 0; tries < PATIENCE.instances; tries++) {
      if (this.tryPlaces(chance, rows, at, 0)) return;
    }
    throw this.noRoom();
  }

  /**
   * Draws the places of the points from the `first` on, each far enough from all before it; false
   * where those that stand already leave too little room.
   */
  tryPlaces(chance: Chance, rows: Int32Array, at: number, first: number): boolean {
    for (let i = first, tries = 0; i < this.count;) {
      this.#place(chance, rows, at + this.column(i) + 1);
      if (this.#spaced(rows, at, i)) i++;
      else if (++tries === CROWDED) return false;
    }
    return true;
  }

  /** One draw places a point, where the lattice is small enough. */
  #place(chance: Chance, rows: Int32Array, x: number): void {
    const side = this.#side;
    if (this.isOneDraw) {
      const place = chance.below(side * side);
      const row = (place / side) | 0;
      rows[x] = this.#least + place - row * side;
      rows[x + 1] = this.#least + row;
    } else {
      rows[x] = this.#least + chance.below(side);
      rows[x + 1] = this.#least + chance.below(side);
    }
  }

  /** Whether one draw places a point. */
  get isOneDraw(): boolean {
    return this.#side <= ONE_DRAW;
  }

  /** The square of the least distance of two points. */
  get gap(): number {
    return this.#gap;
  }

  /** The least coordinate of a place. */
  get least(): number {
    return this.#least;
  }

  /** The greatest coordinate of a place. */
  get most(): number {
    return this.#least + this.#side - 1;
  }

  /** The error for knobs that no instance satisfies. */
  noRoom(): RangeError {
    const { lattice, border, spacing } = this.#settings;
    return new RangeError(
      `Cannot sample ${this.count} points: none found in ${PATIENCE.instances} draws with lattice ` +
        `${lattice}, border ${border} and spacing ${spacing}, must leave more room`,
    );
  }

  /** A point's name. */
  name(point: number): Text {
    return choice(this.column(point), this.names);
  }

  /** A point's name at the beginning of a sentence. */
  firstName(point: number): Text {
    return choice(this.column(point), this.names.map(capital));
  }

  /** A point's coordinate, as the map shows it: x by 0, y by 1. */
  coordinate(point: number, axis: 0 | 1): LineShape & Text {
    const { lattice, decimals } = this.#settings;
    const range = { least: 0, most: lattice };
    return decimal(this.column(point) + 1 + axis, range, { scale: decimals, form: "fixed" });
  }

  /** The greatest coordinate, as it is shown. */
  side(): string {
    const { lattice, decimals } = this.#settings;
    return (lattice / 10 ** decimals).toFixed(decimals);
  }

  /** Every point with its coordinates. */
  listed(): Text {
    const words = COMMON_WORDS[this.#settings.wording];
    const points = Array.from({ length: this.count }, (_, i) =>
      fill(words.point, {
        name: this.name(i),
        x: this.coordinate(i, 0),
        y: this.coordinate(i, 1),
      }));
    return points.flatMap((p, i) => i === 0 ? [p] : [", ", p]);
  }

  /** The points of a row as an instance has them; coordinates with decimals are strings, and so exact. */
  read(rows: Int32Array, at: number): NamedPlace[] {
    const { decimals } = this.#settings;
    const places: NamedPlace[] = [];
    for (let i = 0, column = at + this.#base; i < this.count; i++, column += 3) {
      const name = this.names[rows[column]!]!;
      const x = rows[column + 1]!, y = rows[column + 2]!;
      places.push(decimals === 0 ? [name, x, y] : [name, fixed(x, decimals), fixed(y, decimals)]);
    }
    return places;
  }

  /** The names of the points from the `first` on, up to the `end`. */
  listedNames(first: number, end: number): Text {
    const names: Text[] = [];
    for (let i = first; i < end; i++) names.push(i === first ? "" : ", ", this.name(i));
    return names;
  }

  /** Every point as `[name, x, y]`; coordinates with decimals are strings, and so exact. */
  shape(): LineShape {
    const exact = (s: LineShape & Text) => this.#settings.decimals === 0 ? s : text(s);
    return Array.from({ length: this.count }, (_, i): LineShape => [
      text(this.name(i)),
      exact(this.coordinate(i, 0)),
      exact(this.coordinate(i, 1)),
    ]);
  }

  #spaced(rows: Int32Array, at: number, point: number): boolean {
    const own = at + this.column(point) + 1;
    for (let j = at + this.#base + 1; j < own; j += 3) {
      const dx = rows[own]! - rows[j]!, dy = rows[own + 1]! - rows[j + 1]!;
      if (dx * dx + dy * dy < this.#gap) return false;
    }
    return true;
  }
}

/** A word as it begins a sentence. */
export function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
