import type { Witness } from "../../testing/mod.ts";
import * as grids from "./grids.ts";
import * as points from "./points.ts";

/** The witnesses of all kinds, by the kind's name. */
export const WITNESSES: ReadonlyMap<string, Witness> = new Map(
  [...Object.values(points), ...Object.values(grids)].map((witness) =>
    [witness.kind, witness as Witness] as const
  ),
);
