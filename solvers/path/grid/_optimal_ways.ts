import type { Octile } from "../../../geometry/octile.ts";
import { TightArcs } from "../_tight_arcs.ts";
import { GridLabels } from "./_labels.ts";
import type { GridQuery } from "./_query.ts";
import { idSteps, stepTable } from "./_steps.ts";

/** The shortest ways of a query. Its nodes and its arcs are called by ids, an arc by its head's. */
export interface OptimalWays {
  readonly length: Octile;
  readonly graph: TightArcs;
}

/** The shortest ways of a query; null when the goal is out of reach. */
export function optimalWays(query: GridQuery): OptimalWays | null {
  const { map, corners, start, goal } = query;
  const from = new GridLabels(map, corners).spread(start);
  if (!from.reaches(goal)) return null;
  const to = new GridLabels(map, corners).spread(goal, { reverse: true });
  const length = from.lengthOf(goal);
  const isPassed = (id: number): boolean =>
    to.reaches(id) && from.straight[id]! + to.straight[id]! === length.straight &&
    from.diagonal[id]! + to.diagonal[id]! === length.diagonal;
  const stepsFrom = tightSteps(from);
  const graph = new TightArcs([start, goal], map.idCount, (u, tell) => {
    stepsFrom(u, (v) => {
      if (isPassed(v)) tell(v, v);
    });
  });
  return { length, graph };
}

/**
 * Tells, for an id that is reached, the ids to which a step leads at just their length from the
 * source, clockwise from north.
 */
export function tightSteps(labels: GridLabels): (id: number, tell: (id: number) => void) => void {
  const { map, corners, straight, diagonal } = labels;
  const steps = stepTable(map, corners);
  const by = idSteps(map);
  return (u, tell) => {
    for (let mask = steps[u]!; mask !== 0; mask &= mask - 1) {
      const d = 31 - Math.clz32(mask & -mask);
      const v = u + by[d]!;
      const cost = map.costs === null ? 1 : map.costs[v]!;
      const isTight = straight[u]! + (d & 1 ? 0 : cost) === straight[v]! &&
        diagonal[u]! + (d & 1 ? cost : 0) === diagonal[v]!;
      if (isTight) tell(v);
    }
  };
}
