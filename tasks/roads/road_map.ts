import { MatrixGraph } from "../../solvers/path/graph/matrix_graph.ts";
import type { Chance } from "../chance.ts";
import { LETTERS } from "../option_marks.ts";
import type { IntegerKnob, WordKnob } from "../knobs.ts";
import {
  choice,
  fill,
  integer,
  type LineShape,
  list,
  sequence,
  type Text,
  text,
} from "../../lines/template.ts";

/** The knobs of every task about road maps. */
export const ROAD_KNOBS: {
  readonly columns: IntegerKnob;
  readonly rows: IntegerKnob;
  readonly density: IntegerKnob;
  readonly weight: IntegerKnob;
  readonly given: WordKnob<"text" | "picture">;
  readonly wording: WordKnob<"en" | "de">;
} = {
  columns: { type: "integer", least: 2, most: 5, default: 3, doc: "the columns of places" },
  rows: { type: "integer", least: 2, most: 5, default: 3, doc: "the rows of places" },
  density: {
    type: "integer",
    least: 40,
    most: 100,
    default: 75,
    doc: "the chance of a road between places side by side, or across, in percent",
  },
  weight: { type: "integer", least: 1, most: 99, default: 9, doc: "the greatest length of a road" },
  given: {
    type: "word",
    of: ["text", "picture"],
    default: "text",
    doc: "whether the question holds the roads or leaves them to the picture",
  },
  wording: { type: "word", of: ["en", "de"], default: "en", doc: "the language of the words" },
};

/** The values of {@link ROAD_KNOBS} that shape a map. */
export interface RoadSettings {
  readonly columns: number;
  readonly rows: number;
  readonly density: number;
  readonly weight: number;
}

/**
 * Road maps whose places stand in columns and rows, named by letters row by row; roads join
 * places side by side, and in each square two of its corners across, so that none cross.
 */
export class RoadMap {
  /** The roads of the last draw. */
  readonly graph: MatrixGraph;
  /** How many roads there are. */
  count = 0;
  /** Where each begins. */
  readonly tails: Int32Array;
  /** Where each ends. */
  readonly heads: Int32Array;
  readonly #settings: RoadSettings;

  constructor(settings: RoadSettings) {
    const { columns, rows } = settings;
    this.#settings = settings;
    this.graph = new MatrixGraph(columns * rows);
    const most = (columns - 1) * rows + columns * (rows - 1) + (columns - 1) * (rows - 1);
    this.tails = new Int32Array(most);
    this.heads = new Int32Array(most);
  }

  /** Draws the roads anew. */
  draw(chance: Chance): void {
    const { columns, rows } = this.#settings;
    this.graph.clear();
    this.count = 0;
    for (let y = 0, place = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++, place++) {
        const right = x + 1 < columns;
        const below = y + 1 < rows;
        if (right) this.#maybe(chance, place, place + 1);
        if (below) this.#maybe(chance, place, place + columns);
        if (!right || !below) continue;
        if (chance.below(2) === 0) this.#maybe(chance, place, place + columns + 1);
        else this.#maybe(chance, place + 1, place + columns);
      }
    }
  }

  #maybe(chance: Chance, u: number, v: number): void {
    const { density, weight } = this.#settings;
    if (chance.below(100) >= density) return;
    this.tails[this.count] = u;
    this.heads[this.count++] = v;
    this.graph.join(u, v, 1 + chance.below(weight));
  }
}

/** A road map in a row: how many roads, then the ends and the length of each; then two places. */
export class RoadColumns {
  /** The columns they take. */
  readonly width: number;
  readonly #map: RoadMap;
  readonly #names: readonly string[];
  readonly #weight: number;

  constructor(map: RoadMap, weight: number) {
    this.#map = map;
    this.#weight = weight;
    this.#names = LETTERS.slice(0, map.graph.nodeCount);
    this.width = 1 + 3 * map.tails.length + 2;
  }

  /** Writes the map and its ends at the beginning of a row. */
  write(rows: Int32Array, at: number, start: number, goal: number): void {
    const { count, tails, heads, graph } = this.#map;
    rows[at] = count;
    for (let i = 0; i < count; i++) {
      const column = at + 1 + 3 * i;
      rows[column] = tails[i]!;
      rows[column + 1] = heads[i]!;
      rows[column + 2] = graph.weight(tails[i]!, heads[i]!);
    }
    rows[at + this.width - 2] = start;
    rows[at + this.width - 1] = goal;
  }

  /** The roads, and the two places, as slots of the wordings. */
  slots(): Record<string, Text> {
    const roads = this.#roads().map(([from, to, weight]) => {
      return fill("{from}-{to} {weight}", { from, to, weight });
    });
    return {
      roads: list(0, roads),
      from: this.name(this.width - 2),
      to: this.name(this.width - 1),
    };
  }

  /** The parts of an instance. */
  shapes(): Record<string, LineShape> {
    const roads = this.#roads().map(([from, to, weight]) => [text(from), text(to), weight]);
    return {
      roads: sequence(0, roads),
      from: text(this.name(this.width - 2)),
      to: text(this.name(this.width - 1)),
    };
  }

  /** The name of the place whose number stands in a column. */
  name(column: number): Text {
    return choice(column, this.#names);
  }

  #roads() {
    return Array.from({ length: this.#map.tails.length }, (_, i) => {
      const column = 1 + 3 * i;
      const weight = integer(column + 2, 1, this.#weight);
      return [this.name(column), this.name(column + 1), weight] as const;
    });
  }
}

/** The places of a route in a row: how many, then the places. */
export class PlaceColumns {
  /** The columns they take. */
  readonly width: number;
  readonly #base: number;
  readonly #most: number;

  constructor(most: number, base: number) {
    this.#most = most;
    this.#base = base;
    this.width = 1 + most;
  }

  /** Writes the places of a route. */
  write(rows: Int32Array, at: number, places: Int32Array, count: number): void {
    rows[at + this.#base] = count;
    for (let i = 0; i < count; i++) rows[at + this.#base + 1 + i] = places[i]!;
  }

  /** The route in words. */
  text(): Text {
    return list(this.#base, this.#places());
  }

  /** The route as an array of names. */
  shape(): LineShape {
    return sequence(this.#base, this.#places().map((place) => text(place)));
  }

  #places(): Text[] {
    return Array.from({ length: this.#most }, (_, i) => choice(this.#base + 1 + i, LETTERS));
  }
}
