import type { EdgeList, NodeId } from "./edge_list_instance.ts";
import type { Graph } from "./graph.ts";

/** A question about the ways between two nodes of a graph. A path visits no node twice. */
export interface GraphInstance {
  /** The graph, as plain data or as compressed rows. */
  readonly graph: EdgeList | Graph;
  /** The node where the way begins, by name or number as the graph has them. */
  readonly from: NodeId;
  /** The node where it ends. */
  readonly to: NodeId;
  /**
   * Whether ways over different edges between the same nodes are different paths
   * (`"distinct"`, unless given) or a path is its nodes, over the lightest edges (`"merged"`).
   */
  readonly parallel?: "distinct" | "merged";
}

/** A way through a graph in the user's own terms. */
export interface GraphRoute {
  /** Its length; a decimal string where it is not whole or passes 2^53 - 1. */
  readonly length: number | string;
  /** Its nodes, both ends included. */
  readonly nodes: readonly NodeId[];
  /** Its edges, by their index in the list; null where the graph was built without them. */
  readonly edges: readonly number[] | null;
}
