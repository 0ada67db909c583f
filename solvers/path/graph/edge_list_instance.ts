import type { Exact } from "../../../geometry/decimal.ts";

/** A node as the user names it: a number from 0, or a name. */
export type NodeId = number | string;

/** An edge: where it begins, where it ends, how long it is. */
export type Edge = readonly [from: NodeId, to: NodeId, weight: Exact];

/** A graph as plain data. */
export interface EdgeList {
  /** Whether an edge leads one way only. */
  readonly directed: boolean;
  /** How many nodes there are, or their names; every name once. */
  readonly nodes: number | readonly string[];
  /** The edges, by number or by name as the nodes are; weights whole or decimal strings. */
  readonly edges: readonly Edge[];
  /** A point [x, y] for each node. */
  readonly points?: readonly (readonly [number, number])[];
}
