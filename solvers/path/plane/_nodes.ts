/** No ray: everything on that side of the root is in view. */
export const OPEN = -1;

/**
 * The cones of a search, in one growing array. A cone looks from the vertex of its arrival through
 * the edge of `slot` into the polygon of that slot. A ray is kept as two vertices on it, never as
 * a computed point, so that every test of a side is an exact orientation.
 */
export class Nodes {
  /** Numbers a node takes. */
  static readonly STRIDE = 7;

  /** All nodes, one after the other. */
  data: Int32Array = new Int32Array(Nodes.STRIDE * 256);

  /** How many there are. */
  count = 0;

  /** Forgets all nodes and keeps the room. */
  clear(): void {
    this.count = 0;
  }

  /** Adds a cone and returns its number. */
  add(cone: Cone): number {
    const at = this.count * Nodes.STRIDE;
    if (at === this.data.length) {
      const wider = new Int32Array(2 * at);
      wider.set(this.data);
      this.data = wider;
    }
    this.data[at] = cone.arrival;
    this.data[at + 1] = cone.slot;
    this.data[at + 2] = cone.rightFrom;
    this.data[at + 3] = cone.rightTo;
    this.data[at + 4] = cone.leftFrom;
    this.data[at + 5] = cone.leftTo;
    this.data[at + 6] = (cone.rightAtEnd ? 1 : 0) | (cone.leftAtEnd ? 2 : 0);
    return this.count++;
  }

  /** Reads a cone into the one given. */
  read(node: number, into: Cone): Cone {
    const at = node * Nodes.STRIDE;
    const data = this.data;
    into.arrival = data[at]!;
    into.slot = data[at + 1]!;
    into.rightFrom = data[at + 2]!;
    into.rightTo = data[at + 3]!;
    into.leftFrom = data[at + 4]!;
    into.leftTo = data[at + 5]!;
    into.rightAtEnd = (data[at + 6]! & 1) !== 0;
    into.leftAtEnd = (data[at + 6]! & 2) !== 0;
    return into;
  }
}

/** A view from a root through an edge. */
export interface Cone {
  /** The arrival at the root. */
  arrival: number;
  /** The edge, in the polygon looked into: its first vertex is left, its second right. */
  slot: number;
  /** The right ray leads from this vertex, OPEN for none... */
  rightFrom: number;
  /** ...through this one. */
  rightTo: number;
  /** The left ray leads from this vertex, OPEN for none... */
  leftFrom: number;
  /** ...through this one. */
  leftTo: number;
  /** Whether the view reaches the right end of the edge. */
  rightAtEnd: boolean;
  /** Whether the view reaches the left end of the edge. */
  leftAtEnd: boolean;
}

/** A cone to read into. */
export function emptyCone(): Cone {
  return {
    arrival: -1,
    slot: -1,
    rightFrom: OPEN,
    rightTo: OPEN,
    leftFrom: OPEN,
    leftTo: OPEN,
    rightAtEnd: false,
    leftAtEnd: false,
  };
}
