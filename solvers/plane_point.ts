import type { Exact } from "../geometry/mod.ts";

/** A named point of a plane, exact as written. */
export interface PlanePoint {
  /** What answers call it; no two points of an instance share a name. */
  readonly name: string;
  /** Its x, to the right. */
  readonly x: Exact;
  /** Its y; which way it points is the instance's to say where it matters. */
  readonly y: Exact;
}
