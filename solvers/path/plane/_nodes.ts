/** The right side of a cone, looking out from its root. */
export const RIGHT = 0;

/** The left side. */
export const LEFT = 1;

/** One of the two sides. */
export type Side = typeof RIGHT | typeof LEFT;

/** In place of a vertex: there is no ray, everything on that side of the root is in view. */
export const OPEN = -1;

/**
 * A view from a root through an edge. A ray is kept as two vertices on it, never as a computed
 * point, so that every test of a side is an exact orientation.
 */
export interface Cone {
  /** The arrival at the root. */
  arrival: number;
  /** The edge, as a slot of the polygon looked into: its first vertex is left, its second right. */
  slot: number;
  /** On each side the vertex a ray comes from, or OPEN. */
  readonly from: [right: number, left: number];
  /** On each side another vertex the ray goes through. */
  readonly to: [right: number, left: number];
  /** On each side whether the view reaches the end of the edge. */
  readonly atEnd: [right: boolean, left: boolean];
}

/** A cone to write to or read into. */
export function emptyCone(): Cone {
  return { arrival: -1, slot: -1, from: [OPEN, OPEN], to: [OPEN, OPEN], atEnd: [false, false] };
}

/** Numbers a node takes. */
const STRIDE = 7;

/** The cones of a search, in one growing array. */
export class Nodes {
  #data: Int32Array = new Int32Array(STRIDE * 256);
  #count = 0;

  /** Forgets all nodes and keeps the room. */
  clear(): void {
    this.#count = 0;
  }

  /** Adds a cone and returns its number. */
  add(cone: Cone): number {
    const at = this.#count * STRIDE;
    if (at === this.#data.length) {
      const wider = new Int32Array(2 * at);
      wider.set(this.#data);
      this.#data = wider;
    }
    const data = this.#data;
    data[at] = cone.arrival;
    data[at + 1] = cone.slot;
    data[at + 2] = cone.from[RIGHT];
    data[at + 3] = cone.from[LEFT];
    data[at + 4] = cone.to[RIGHT];
    data[at + 5] = cone.to[LEFT];
    data[at + 6] = (cone.atEnd[RIGHT] ? 1 : 0) | (cone.atEnd[LEFT] ? 2 : 0);
    return this.#count++;
  }

  /** Reads a cone into the one given. */
  read(node: number, into: Cone): Cone {
    const at = node * STRIDE;
    const data = this.#data;
    into.arrival = data[at]!;
    into.slot = data[at + 1]!;
    into.from[RIGHT] = data[at + 2]!;
    into.from[LEFT] = data[at + 3]!;
    into.to[RIGHT] = data[at + 4]!;
    into.to[LEFT] = data[at + 5]!;
    into.atEnd[RIGHT] = (data[at + 6]! & 1) !== 0;
    into.atEnd[LEFT] = (data[at + 6]! & 2) !== 0;
    return into;
  }
}
