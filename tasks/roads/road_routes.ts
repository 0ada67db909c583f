import { PATIENCE } from "../patience.ts";
import type { RouteVerdict } from "../_route_verdicts.ts";
import type { Chance } from "../chance.ts";
import { type RoadEnds, writeShortestWay } from "./road_ends.ts";
import type { RoadMap } from "./road_map.ts";

/** Draws road maps with a route of a wanted kind between their ends. */
export class RoadRoutes {
  /** The places of the last route. */
  readonly places: Int32Array;
  /** How many they are. */
  count = 0;
  readonly #map: RoadMap;
  readonly #ends: RoadEnds;
  readonly #seen: Uint8Array;

  constructor(map: RoadMap, ends: RoadEnds) {
    this.#map = map;
    this.#ends = ends;
    this.places = new Int32Array(map.graph.nodeCount);
    this.#seen = new Uint8Array(map.graph.nodeCount);
  }

  /** Draws a map, its ends and a route. */
  draw(chance: Chance, kind: RouteVerdict): void {
    for (let tries = 0; tries < PATIENCE.places; tries++) {
      this.#ends.draw(chance);
      // Routes that are none come from shortest and from longer ways alike.
      const isLonger = kind === "longer" || (kind === "none" && chance.below(2) === 0);
      if (isLonger ? !this.#wander(chance) : !this.#goStraight(chance)) continue;
      if (kind !== "none" || this.#spoil(chance)) return;
    }
    throw new RangeError(
      `Cannot sample a route: none found on ${PATIENCE.places} road maps, must leave more room for detours`,
    );
  }

  #goStraight(chance: Chance): boolean {
    this.count = writeShortestWay(this.#map, this.#ends.goal, { chance, places: this.places });
    return true;
  }

  /** Walks from the start at random, past no place twice, until the goal; false if it is shortest. */
  #wander(chance: Chance): boolean {
    const { graph } = this.#map;
    const { start, goal } = this.#ends;
    this.#seen.fill(0);
    this.count = 0;
    let length = 0;
    for (let place = start;;) {
      this.places[this.count++] = place;
      this.#seen[place] = 1;
      if (place === goal) return length > graph.lengths[goal]!;
      let found = 0;
      let next = -1;
      for (let v = 0; v < graph.nodeCount; v++) {
        if (graph.weight(place, v) === 0 || this.#seen[v] === 1) continue;
        if (chance.below(++found) === 0) next = v;
      }
      if (next < 0) return false;
      length += graph.weight(place, next);
      place = next;
    }
  }

  /** Puts a place on the route to which no road leads from the one before; false if there is none. */
  #spoil(chance: Chance): boolean {
    if (this.count < 3) return false;
    const { graph } = this.#map;
    const at = 1 + chance.below(this.count - 2);
    const before = this.places[at - 1]!;
    this.#seen.fill(0);
    for (let i = 0; i < this.count; i++) this.#seen[this.places[i]!] = 1;
    let found = 0;
    for (let v = 0; v < graph.nodeCount; v++) {
      if (this.#seen[v] === 1 || graph.weight(before, v) !== 0) continue;
      if (chance.below(++found) === 0) this.places[at] = v;
    }
    return found > 0;
  }
}
