import { PATIENCE } from "../patience.ts";
import { secondGraphLength } from "../../solvers/path/graph/second_graph_length.ts";
import type { Edge } from "../../solvers/path/graph/edge_list_instance.ts";
import type { Chance } from "../chance.ts";
import type { FlagKnob, IntegerKnob } from "../knobs.ts";
import type { RoadMap } from "./road_map.ts";

/** The knobs of every task about ways between two places. */
export const ROAD_END_KNOBS: {
  readonly least: IntegerKnob;
  readonly most: IntegerKnob;
  readonly detour: IntegerKnob;
  readonly unique: FlagKnob;
  readonly gap: IntegerKnob;
} = {
  least: {
    type: "integer",
    least: 1,
    most: 12,
    default: 2,
    doc: "the fewest roads of a shortest way",
  },
  most: {
    type: "integer",
    least: 1,
    most: 24,
    default: 5,
    doc: "the most roads of a shortest way",
  },
  detour: {
    type: "integer",
    least: 0,
    most: 200,
    default: 0,
    doc:
      "how much longer than the shortest way the one of the fewest roads is at least, in percent",
  },
  unique: { type: "flag", default: false, doc: "whether there is only one shortest way" },
  gap: {
    type: "integer",
    least: 0,
    most: 50,
    default: 0,
    doc: "how much longer than the shortest the next longer way is at least",
  },
};

/** The values of {@link ROAD_END_KNOBS}. */
export interface RoadEndSettings {
  readonly least: number;
  readonly most: number;
  readonly detour: number;
  readonly unique: boolean;
  readonly gap: number;
}

/** Two places on a road map drawn for them; the number of roads between them is drawn first. */
export class RoadEnds {
  /** The places of the last draw. */
  start = 0;
  goal = 0;
  readonly #map: RoadMap;
  readonly #settings: RoadEndSettings;
  readonly #suits: (goal: number) => boolean;

  /** `suits` says whether a place can be the goal, once the graph is spread from the start. */
  constructor(
    map: RoadMap,
    settings: RoadEndSettings,
    suits: (goal: number) => boolean = () => true,
  ) {
    if (settings.least > settings.most) {
      throw new RangeError(
        `Cannot use knobs: least ${settings.least} and most ${settings.most}, ` +
          `least must not be greater`,
      );
    }
    this.#map = map;
    this.#settings = settings;
    this.#suits = suits;
  }

  /** Draws the map and its ends; the graph is left spread from the start. */
  draw(chance: Chance): void {
    const { least, most } = this.#settings;
    const { graph } = this.#map;
    let steps = least + chance.below(most - least + 1);
    for (let tries = 0; tries < PATIENCE.maps; tries++) {
      // A number that does not come up, for the map is too small, is drawn anew.
      if (tries % 64 === 63) steps = least + chance.below(most - least + 1);
      this.#map.draw(chance);
      const start = chance.below(graph.nodeCount);
      const reached = graph.spread(start);
      if (this.#settings.detour > 0) graph.spreadDirect(start, reached);
      const goal = this.#drawGoal(chance, reached, steps);
      if (goal < 0 || !this.#hasGap(start, goal)) continue;
      this.start = start;
      this.goal = goal;
      return;
    }
    throw new RangeError(
      `Cannot sample a road map: none found in ${PATIENCE.maps} draws with ` +
        `${JSON.stringify(this.#settings)}, must leave more room`,
    );
  }

  #drawGoal(chance: Chance, reached: number, wanted: number): number {
    const { unique, detour } = this.#settings;
    const { order, steps, ways, lengths, direct } = this.#map.graph;
    let found = 0;
    let goal = -1;
    for (let i = 0; i < reached; i++) {
      const place = order[i]!;
      if (steps[place] !== wanted || (unique && ways[place] !== 1)) continue;
      const isDetour = detour === 0 || 100 * direct[place]! >= (100 + detour) * lengths[place]!;
      if (!isDetour || !this.#suits(place)) continue;
      if (chance.below(++found) === 0) goal = place;
    }
    return goal;
  }

  /** Lengths are whole, so only a gap above 1 needs a search. */
  #hasGap(from: number, to: number): boolean {
    const { gap } = this.#settings;
    if (gap <= 1) return true;
    const { count, tails, heads, graph } = this.#map;
    const edges = Array.from({ length: count }, (_, i): Edge => {
      return [tails[i]!, heads[i]!, graph.weight(tails[i]!, heads[i]!)];
    });
    const instance = { graph: { directed: false, nodes: graph.nodeCount, edges }, from, to };
    const second = secondGraphLength(instance, { budget: 2000 });
    if (second.status === "impossible") return true;
    const lower = second.status === "exact" ? second.value : (second as { lower: unknown }).lower;
    return Number(lower) - graph.lengths[to]! >= gap;
  }
}

/**
 * Writes a shortest way to a place, all equally likely at each step, and tells how many places it
 * has, both ends included.
 */
export function writeShortestWay(
  map: RoadMap,
  goal: number,
  { chance, places }: { chance: Chance; places: Int32Array },
): number {
  const { graph } = map;
  const { nodeCount, lengths } = graph;
  let count = 0;
  for (let place = goal;;) {
    places[count++] = place;
    if (lengths[place] === 0) break;
    let found = 0;
    let before = place;
    for (let u = 0; u < nodeCount; u++) {
      const weight = graph.weight(u, place);
      if (weight === 0 || lengths[u] === -1 || lengths[u]! + weight !== lengths[place]) continue;
      if (chance.below(++found) === 0) before = u;
    }
    place = before;
  }
  for (let i = 0, j = count - 1; i < j; i++, j--) {
    const other = places[i]!;
    places[i] = places[j]!;
    places[j] = other;
  }
  return count;
}
