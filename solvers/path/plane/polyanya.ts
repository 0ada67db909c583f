import FlatQueue from "flatqueue";
import { isLattice } from "../../../geometry/range.ts";
import { Arrivals } from "./_arrivals.ts";
import { ConeBound } from "./_cone_bound.ts";
import { nextSlot } from "./_fans.ts";
import type { Mesh } from "./mesh_instance.ts";
import { type Cone, emptyCone, LEFT, Nodes, OPEN, RIGHT, type Side } from "./_nodes.ts";
import { Ways } from "./_ways.ts";

/** The shortest way between two points of a mesh. */
export interface MeshPath {
  /** The points it turns at, from the start to the goal. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** The squared length of each straight part: the length is the sum of their square roots. */
  readonly squares: readonly number[];
  /** The length, as a double within a few units in the last place. */
  readonly length: number;
  /** How many different ways are exactly as short. */
  readonly count: bigint;
}

/** Where a search starts and ends. */
export interface MeshQuery {
  /** Start, integers of at most 2^25 in the mesh's own scale. */
  readonly start: readonly [x: number, y: number];
  /** Goal, likewise. */
  readonly goal: readonly [x: number, y: number];
  /** The polygons the start lies in or on. */
  readonly startPolygons: readonly number[];
  /** The polygons the goal lies in or on. */
  readonly goalPolygons: readonly number[];
}

/**
 * The bounds of cones are computed in doubles and may err by about 1e-9 of themselves; a search
 * goes on until every cone is longer than the best way by more than this part of it.
 */
const SLACK = 1e-8;

/**
 * Shortest paths in a mesh of convex polygons, exact: sides are decided by orientations of
 * integers, lengths by sums of square roots. Keeps its arrays from query to query; one search at
 * a time.
 *
 * Source: M. Cui, D. Harabor, A. Grastien, Compromise-free Pathfinding on a Navigation Mesh
 * (IJCAI 2017), with rays kept as vertices in place of computed interval ends.
 *
 * @example
 * ```ts
 * import { GridMap, gridMesh, Polyanya } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const { mesh, polygons } = gridMesh(GridMap.from({ rows: ["...", ".#.", "..."] }));
 * const path = new Polyanya(mesh).search({
 *   start: [0, 0],
 *   goal: [3, 3],
 *   startPolygons: [polygons[0]!],
 *   goalPolygons: [polygons[8]!],
 * });
 * assertEquals(path?.squares, [5, 5]);
 * assertEquals(path?.count, 2n);
 * ```
 */
export class Polyanya {
  readonly #mesh: Mesh;
  /** The mesh's coordinates and, behind them, those of the start and the goal. */
  readonly #xs: Float64Array;
  readonly #ys: Float64Array;
  readonly #start: number;
  readonly #goal: number;
  readonly #bound: ConeBound;
  readonly #nodes = new Nodes();
  readonly #queue = new FlatQueue<number>();
  readonly #cone = emptyCone();
  readonly #child = emptyCone();
  readonly #edge: Edge = { slot: 0, vertex: [0, 0], at: [0, 0] };
  readonly #isGoalPolygon: Uint8Array;
  /** 1 for polygons that one can leave only as one came. */
  readonly #isDeadEnd: Uint8Array;
  readonly #arrivals: Arrivals;
  /**
   * For each slot of the polygon being entered and each side of the cone: 1 when the vertex lies
   * outside of the ray on that side, 0 when on it, -1 when within.
   */
  readonly #beyond: [right: Int8Array, left: Int8Array] = [new Int8Array(64), new Int8Array(64)];

  /**
   * Prepares searches in a mesh.
   *
   * @param mesh the mesh
   */
  constructor(mesh: Mesh) {
    this.#mesh = mesh;
    this.#start = mesh.xs.length;
    this.#goal = mesh.xs.length + 1;
    this.#xs = new Float64Array(mesh.xs.length + 2);
    this.#ys = new Float64Array(mesh.ys.length + 2);
    this.#xs.set(mesh.xs);
    this.#ys.set(mesh.ys);
    this.#bound = new ConeBound(this.#xs, this.#ys);
    this.#isGoalPolygon = new Uint8Array(mesh.starts.length - 1);
    this.#isDeadEnd = this.#isGoalPolygon.map((_, p) =>
      mesh.twins.subarray(mesh.starts[p], mesh.starts[p + 1]).filter((t) => t >= 0).length < 2
        ? 1
        : 0
    );
    this.#arrivals = new Arrivals(this.#xs, this.#ys);
  }

  /**
   * Finds the shortest way.
   *
   * @param query the two points and the polygons they lie in
   * @returns the way, or null when the two are not connected
   * @throws RangeError when a coordinate is no integer of at most 2^25
   */
  search(query: MeshQuery): MeshPath | null {
    this.#prepare(query);
    for (const p of query.goalPolygons) this.#isGoalPolygon[p] = 1;
    this.#run(query);
    for (const p of query.goalPolygons) this.#isGoalPolygon[p] = 0;
    return this.#result();
  }

  #prepare(query: MeshQuery): void {
    for (const x of [...query.start, ...query.goal]) {
      if (isLattice(x)) continue;
      throw new RangeError(`Cannot search from or to ${x}, must be an integer of at most 2^25`);
    }
    [this.#xs[this.#start], this.#ys[this.#start]] = query.start;
    [this.#xs[this.#goal], this.#ys[this.#goal]] = query.goal;
    this.#nodes.clear();
    this.#queue.clear();
    this.#arrivals.clear();
  }

  #run(query: MeshQuery): void {
    const origin = this.#arrivals.start(this.#start);
    for (const p of query.startPolygons) {
      if (this.#isGoalPolygon[p] === 1) return void this.#arrivals.reach(this.#goal, origin);
    }
    for (const p of query.startPolygons) this.#leave(p, origin);
    for (;;) {
      const node = this.#queue.peek();
      if (node === undefined) return;
      const found = this.#arrivals.best(this.#goal);
      const bound = this.#queue.peekValue()!;
      if (found !== -1 && bound > this.#arrivals.length(found) * (1 + SLACK)) return;
      this.#queue.pop();
      this.#nodes.read(node, this.#cone);
      if (this.#arrivals.isBest(this.#cone.arrival)) this.#push(this.#cone);
    }
  }

  /** Looks from the start through every edge of a polygon it lies in. */
  #leave(p: number, origin: number): void {
    const { starts, vertices, twins } = this.#mesh;
    for (let slot = starts[p]!; slot < starts[p + 1]!; slot++) {
      if (twins[slot]! < 0) continue;
      const a = vertices[slot]!;
      const b = vertices[nextSlot(this.#mesh, slot)]!;
      if (this.#side(this.#start, a, b) !== 0) this.#look(slot, origin, [a, b]);
      else if (this.#isBetween(this.#start, a, b)) continue;
      // The start lies on the line of the edge: only the nearer end can be turned around.
      else if (this.#squared(this.#start, a) < this.#squared(this.#start, b)) {
        this.#turnAt(a, origin, { slot, side: RIGHT, far: b });
      } else {
        this.#turnAt(b, origin, { slot, side: LEFT, far: a });
      }
    }
  }

  /** The whole edge, seen from the start. */
  #look(slot: number, origin: number, ends: readonly [right: number, left: number]): void {
    const child = this.#child;
    for (const side of SIDES) {
      child.from[side] = this.#start;
      child.to[side] = ends[side];
      child.atEnd[side] = true;
    }
    this.#emit(slot, origin);
  }

  /** Carries a cone through the polygon it looks into. */
  #push(cone: Cone): void {
    const { starts, vertices, owners, twins } = this.#mesh;
    const p = owners[cone.slot]!;
    if (this.#isGoalPolygon[p] === 1) return this.#finish(cone);
    const first = starts[p]!;
    const n = starts[p + 1]! - first;
    this.#classify(cone, first, n);
    const edge = this.#edge;
    let i = cone.slot - first;
    // From the right end of the entry edge round to its left end.
    for (let k = 1; k < n; k++) {
      i = i + 1 === n ? 0 : i + 1;
      if (twins[first + i]! < 0) continue;
      const j = i + 1 === n ? 0 : i + 1;
      edge.slot = first + i;
      edge.vertex[RIGHT] = vertices[first + i]!;
      edge.vertex[LEFT] = vertices[first + j]!;
      edge.at[RIGHT] = i;
      edge.at[LEFT] = j;
      this.#pushAside(cone, edge, RIGHT, k === 1);
      this.#pushAhead(cone, edge);
      this.#pushAside(cone, edge, LEFT, k === n - 1);
    }
  }

  /** Places each vertex of a polygon beside the two rays, exactly. */
  #classify(cone: Cone, first: number, n: number): void {
    const { vertices } = this.#mesh;
    const xs = this.#xs;
    const ys = this.#ys;
    const root = this.#arrivals.vertex(cone.arrival);
    for (const side of SIDES) {
      if (n > this.#beyond[side].length) this.#beyond[side] = new Int8Array(2 * n);
      const beyond = this.#beyond[side];
      const from = cone.from[side];
      if (from === OPEN) {
        beyond.fill(-1, 0, n);
        continue;
      }
      // A root with an open side is an end of the entry edge, and within the view there.
      const within = cone.from[1 - side] === OPEN ? root : OPEN;
      const ax = xs[from]!;
      const ay = ys[from]!;
      const to = cone.to[side];
      const ux = side === LEFT ? xs[to]! - ax : ax - xs[to]!;
      const uy = side === LEFT ? ys[to]! - ay : ay - ys[to]!;
      for (let i = 0; i < n; i++) {
        const v = vertices[first + i]!;
        const turn = ux * (ys[v]! - ay) - uy * (xs[v]! - ax);
        beyond[i] = v === within ? -1 : turn > 0 ? 1 : turn < 0 ? -1 : 0;
      }
    }
  }

  /** What the root itself sees of an edge. */
  #pushAhead(cone: Cone, edge: Edge): void {
    const root = this.#arrivals.vertex(cone.arrival);
    const child = this.#child;
    for (const side of SIDES) {
      const beyond = this.#beyond[side];
      if (beyond[edge.at[1 - side]!]! >= 0) return;
      const atEnd = beyond[edge.at[side]]! <= 0;
      const end = edge.vertex[side];
      child.atEnd[side] = atEnd;
      child.from[side] = !atEnd ? cone.from[side] : end === root ? OPEN : root;
      child.to[side] = atEnd ? end : cone.to[side];
    }
    this.#emit(edge.slot, cone.arrival);
  }

  /**
   * What comes into view by turning to one side: at that end of the entry edge, or at a corner
   * that lies on the ray. `isEnd` tells that the edge begins where the entry edge ends.
   */
  #pushAside(cone: Cone, edge: Edge, side: Side, isEnd: boolean): void {
    if (cone.from[side] === OPEN) return;
    const near = edge.vertex[side];
    const far = edge.vertex[1 - side]!;
    const nearBeyond = this.#beyond[side][edge.at[side]]!;
    const farBeyond = this.#beyond[side][edge.at[1 - side]!]!;
    const isReached = cone.atEnd[side];
    const liesAlong = nearBeyond === 0 && farBeyond === 0;
    const foldsBack = isEnd && farBeyond > 0;
    if ((liesAlong && (isReached || !isEnd)) || (foldsBack && isReached)) {
      return this.#turnAt(near, cone.arrival, { slot: edge.slot, side, far });
    }
    const end = this.#entryEnd(cone, side);
    if (isEnd || nearBeyond <= 0 || !isReached || this.#mesh.corners[end] === 0) return;
    const arrival = this.#arrivals.reach(end, cone.arrival);
    if (arrival === -1) return;
    const child = this.#child;
    child.from[side] = end;
    child.to[side] = near;
    child.atEnd[side] = true;
    // On the other side the view ends at the edge's end, or at the ray that was turned from.
    const atEnd = farBeyond >= 0;
    child.atEnd[1 - side] = atEnd;
    child.from[1 - side] = atEnd ? end : cone.from[side];
    child.to[1 - side] = atEnd ? far : cone.to[side];
    this.#emit(edge.slot, arrival);
  }

  /** Goes straight to a corner that is one end of an edge, and looks along and through the edge. */
  #turnAt(
    corner: number,
    parent: number,
    view: { slot: number; side: Side; far: number },
  ): void {
    if (this.#mesh.corners[corner] === 0) return;
    const arrival = this.#arrivals.reach(corner, parent);
    if (arrival === -1) return;
    const { slot, side, far } = view;
    const child = this.#child;
    child.from[side] = child.to[side] = OPEN;
    child.from[1 - side] = corner;
    child.to[1 - side] = far;
    child.atEnd[RIGHT] = child.atEnd[LEFT] = true;
    this.#emit(slot, arrival);
  }

  /** Goes to the goal in the polygon a cone looks into, straight or around an end of the edge. */
  #finish(cone: Cone): void {
    for (const side of SIDES) {
      if (cone.from[side] === OPEN) continue;
      const beyond = this.#side(cone.from[side], cone.to[side], this.#goal);
      if ((side === LEFT ? beyond : -beyond) <= 0) continue;
      const end = this.#entryEnd(cone, side);
      if (!cone.atEnd[side] || this.#mesh.corners[end] === 0) return;
      const arrival = this.#arrivals.reach(end, cone.arrival);
      if (arrival !== -1) this.#arrivals.reach(this.#goal, arrival);
      return;
    }
    this.#arrivals.reach(this.#goal, cone.arrival);
  }

  /** The end of a cone's edge on one side. */
  #entryEnd(cone: Cone, side: Side): number {
    return this.#mesh.vertices[side === LEFT ? cone.slot : nextSlot(this.#mesh, cone.slot)]!;
  }

  /** Queues the child cone that looks out of a polygon through the edge of `slot`. */
  #emit(slot: number, arrival: number): void {
    const twin = this.#mesh.twins[slot]!;
    const beyond = this.#mesh.owners[twin]!;
    if (this.#isDeadEnd[beyond] === 1 && this.#isGoalPolygon[beyond] === 0) return;
    const child = this.#child;
    child.arrival = arrival;
    child.slot = twin;
    const { vertices } = this.#mesh;
    const right = vertices[slot]!;
    const left = vertices[nextSlot(this.#mesh, slot)]!;
    const bound = this.#bound.of(child, this.#arrivals.vertex(arrival), right, left, this.#goal);
    this.#queue.push(this.#nodes.add(child), this.#arrivals.length(arrival) + bound);
  }

  #result(): MeshPath | null {
    const last = this.#arrivals.best(this.#goal);
    if (last === -1) return null;
    const ways = new Ways(this.#arrivals, (a, b, c) => this.#side(a, b, c) === 0);
    const [way] = ways.list(last, 1) as [number[]];
    return {
      points: way.map((v) => [this.#xs[v]!, this.#ys[v]!]),
      squares: way.slice(1).map((v, i) => this.#squared(way[i]!, v)),
      length: this.#arrivals.length(last),
      count: ways.count(last),
    };
  }

  /** 1 when c is left of the line a to b, -1 right, 0 on it; exact for integers up to 2^25. */
  #side(a: number, b: number, c: number): number {
    const xs = this.#xs;
    const ys = this.#ys;
    return Math.sign(
      (xs[b]! - xs[a]!) * (ys[c]! - ys[a]!) - (ys[b]! - ys[a]!) * (xs[c]! - xs[a]!),
    );
  }

  #squared(a: number, b: number): number {
    return (this.#xs[b]! - this.#xs[a]!) ** 2 + (this.#ys[b]! - this.#ys[a]!) ** 2;
  }

  /** Whether a point on the line of a and b lies between them, ends included. */
  #isBetween(point: number, a: number, b: number): boolean {
    const dot = (this.#xs[a]! - this.#xs[point]!) * (this.#xs[b]! - this.#xs[point]!) +
      (this.#ys[a]! - this.#ys[point]!) * (this.#ys[b]! - this.#ys[point]!);
    return dot <= 0;
  }
}

const SIDES = [RIGHT, LEFT] as const;

/** An edge of the polygon a cone looks into, seen from within. */
interface Edge {
  slot: number;
  /** Its ends. */
  readonly vertex: [right: number, left: number];
  /** Their places in the polygon. */
  readonly at: [right: number, left: number];
}
