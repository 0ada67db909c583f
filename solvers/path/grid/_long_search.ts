import type { CornerRule } from "./grid_instance.ts";
import type { GridMap } from "./grid_map.ts";
import { GridLabels } from "./_labels.ts";
import type { DoubleSearch, WaySearch } from "./_way_search.ts";

/**
 * A fast search, and a slow one by integers for the questions whose lengths doubles cannot compare.
 */
export class LongSearch implements WaySearch {
  readonly map: GridMap;
  readonly #fast: DoubleSearch;
  readonly #corners: CornerRule;
  /** Made once the first long length is met. */
  #labels: GridLabels | null = null;
  #goal = 0;

  constructor(map: GridMap, fast: DoubleSearch, corners: CornerRule) {
    this.map = map;
    this.#fast = fast;
    this.#corners = corners;
  }

  get straight(): number {
    return this.#fast.isLong ? this.#labels!.straight[this.#goal]! : this.#fast.straight;
  }

  get diagonal(): number {
    return this.#fast.isLong ? this.#labels!.diagonal[this.#goal]! : this.#fast.diagonal;
  }

  search(start: number, goal: number): boolean {
    const found = this.#fast.search(start, goal);
    if (!this.#fast.isLong) return found;
    this.#goal = goal;
    this.#labels ??= new GridLabels(this.map, this.#corners);
    return this.#labels.spread(start, { until: [goal] }).reaches(goal);
  }

  writeWay(into: Int32Array): number {
    if (!this.#fast.isLong) return this.#fast.writeWay(into);
    const way = this.#labels!.wayTo(this.#goal);
    into.set(way);
    return way.length;
  }
}
