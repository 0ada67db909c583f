import type { SectorSystemName } from "../../geometry/sector_systems.ts";
import type { SectorSystem } from "../../geometry/sectors.ts";

/** A division of directions in an instance: as plain data, or by its name. */
export type SectorChoice = SectorSystem | SectorSystemName;
