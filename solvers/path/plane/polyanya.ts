import FlatQueue from "flatqueue";
import { isLattice } from "../../../geometry/range.ts";
import { Arrivals } from "./_arrivals.ts";
import { coneBound } from "./_cone_bound.ts";
import { nextSlot } from "./_fans.ts";
import type { Mesh } from "./mesh.ts";
import { type Cone, emptyCone, Nodes, OPEN } from "./_nodes.ts";
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
 * import { GridMap, gridMesh, Polyanya } from "@alidade/core/solvers";
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
  readonly #nodes = new Nodes();
  readonly #queue = new FlatQueue<number>();
  readonly #cone = emptyCone();
  readonly #child = emptyCone();
  readonly #isGoalPolygon: Uint8Array;
  /** 1 for polygons that one can leave only as one came. */
  readonly #isDeadEnd: Uint8Array;
  #arrivals: Arrivals;
  /** The side of each slot's vertex to the two rays of the cone being pushed. */
  #toRight = new Int8Array(64);
  #toLeft = new Int8Array(64);

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
    this.#arrivals = new Arrivals(this.#xs, this.#ys);
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
      if (found !== undefined && bound > this.#arrivals.length(found) * (1 + SLACK)) return;
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
      const side = this.#side(this.#start, a, b);
      if (side !== 0) this.#look(slot, origin);
      else if (this.#isBetween(this.#start, a, b)) continue;
      else if (this.#squared(this.#start, a) < this.#squared(this.#start, b)) {
        this.#turnRight(slot, { at: a, parent: origin, leftFrom: a, leftTo: b, leftAtEnd: true });
      } else {
        this.#turnLeft(slot, { at: b, parent: origin, rightFrom: b, rightTo: a, rightAtEnd: true });
      }
    }
  }

  /** The whole edge, seen from the start. */
  #look(slot: number, origin: number): void {
    const child = this.#child;
    child.rightFrom = child.leftFrom = this.#start;
    child.rightTo = this.#mesh.vertices[slot]!;
    child.leftTo = this.#mesh.vertices[nextSlot(this.#mesh, slot)]!;
    child.rightAtEnd = child.leftAtEnd = true;
    this.#emit(slot, origin);
  }

  /** Carries a cone through the polygon it looks into. */
  #push(cone: Cone): void {
    const { starts, vertices, owners, twins } = this.#mesh;
    const p = owners[cone.slot]!;
    const first = starts[p]!;
    const n = starts[p + 1]! - first;
    if (this.#isGoalPolygon[p] === 1) return this.#finish(cone);
    const root = this.#arrivals.vertex(cone.arrival);
    this.#classify(cone, { first, n, root });
    const entry = cone.slot - first;
    // From the right end of the entry edge round to its left end.
    for (let k = 1; k < n; k++) {
      const i = (entry + k) % n;
      if (twins[first + i]! < 0) continue;
      const j = (i + 1) % n;
      const a = vertices[first + i]!;
      const b = vertices[first + j]!;
      this.#pushRight(cone, { slot: first + i, a, b, i, j, isFirst: k === 1 });
      this.#pushAhead(cone, { slot: first + i, a, b, i, j });
      this.#pushLeft(cone, { slot: first + i, a, b, i, j, isLast: k === n - 1 });
    }
  }

  /** The side of each vertex of the polygon to both rays, exactly. */
  #classify(cone: Cone, polygon: { first: number; n: number; root: number }): void {
    const { first, n, root } = polygon;
    if (n > this.#toRight.length) {
      this.#toRight = new Int8Array(2 * n);
      this.#toLeft = new Int8Array(2 * n);
    }
    for (let i = 0; i < n; i++) {
      const v = this.#mesh.vertices[first + i]!;
      const isRoot = v === root;
      this.#toRight[i] = cone.rightFrom !== OPEN ? this.#side(cone.rightFrom, cone.rightTo, v) : 1;
      this.#toLeft[i] = cone.leftFrom !== OPEN ? this.#side(cone.leftFrom, cone.leftTo, v) : -1;
      // The root is the end of the edge on its open side and bounds the view there.
      if (isRoot && cone.rightFrom === OPEN) this.#toLeft[i] = -1;
      if (isRoot && cone.leftFrom === OPEN) this.#toRight[i] = 1;
    }
  }

  /** What the root itself sees of an edge. */
  #pushAhead(cone: Cone, edge: Edge): void {
    const [rightA, rightB] = [this.#toRight[edge.i]!, this.#toRight[edge.j]!];
    const [leftA, leftB] = [this.#toLeft[edge.i]!, this.#toLeft[edge.j]!];
    if (rightB <= 0 || leftA >= 0) return;
    const root = this.#arrivals.vertex(cone.arrival);
    const child = this.#child;
    child.rightAtEnd = rightA >= 0;
    child.leftAtEnd = leftB <= 0;
    child.rightFrom = child.rightAtEnd ? root : cone.rightFrom;
    child.rightTo = child.rightAtEnd ? edge.a : cone.rightTo;
    child.leftFrom = child.leftAtEnd ? root : cone.leftFrom;
    child.leftTo = child.leftAtEnd ? edge.b : cone.leftTo;
    if (edge.a === root) child.rightFrom = OPEN;
    if (edge.b === root) child.leftFrom = OPEN;
    this.#emit(edge.slot, cone.arrival);
  }

  /** What comes into view by turning right, at the right end of the entry edge or on the ray. */
  #pushRight(cone: Cone, edge: Edge & { isFirst: boolean }): void {
    if (cone.rightFrom === OPEN) return;
    const [sideA, sideB] = [this.#toRight[edge.i]!, this.#toRight[edge.j]!];
    const end = this.#mesh.vertices[nextSlot(this.#mesh, cone.slot)]!;
    const along = sideA === 0 && sideB === 0;
    if (along && !(edge.isFirst && !cone.rightAtEnd)) {
      const turn = {
        at: edge.a,
        parent: cone.arrival,
        leftFrom: edge.a,
        leftTo: edge.b,
        leftAtEnd: true,
      };
      return this.#turnRight(edge.slot, turn);
    }
    if (!cone.rightAtEnd || this.#mesh.corners[end] === 0) return;
    if (edge.isFirst && sideB < 0) {
      const turn = {
        at: end,
        parent: cone.arrival,
        leftFrom: end,
        leftTo: edge.b,
        leftAtEnd: true,
      };
      return this.#turnRight(edge.slot, turn);
    }
    if (edge.isFirst || sideA >= 0) return;
    const arrival = this.#arrivals.reach(end, cone.arrival);
    if (arrival === -1) return;
    const child = this.#child;
    child.rightFrom = end;
    child.rightTo = edge.a;
    child.rightAtEnd = true;
    child.leftAtEnd = sideB <= 0;
    child.leftFrom = child.leftAtEnd ? end : cone.rightFrom;
    child.leftTo = child.leftAtEnd ? edge.b : cone.rightTo;
    this.#emit(edge.slot, arrival);
  }

  /** What comes into view by turning left, at the left end of the entry edge or on the ray. */
  #pushLeft(cone: Cone, edge: Edge & { isLast: boolean }): void {
    if (cone.leftFrom === OPEN) return;
    const [sideA, sideB] = [this.#toLeft[edge.i]!, this.#toLeft[edge.j]!];
    const end = this.#mesh.vertices[cone.slot]!;
    const along = sideA === 0 && sideB === 0;
    if (along && !(edge.isLast && !cone.leftAtEnd)) {
      const turn = {
        at: edge.b,
        parent: cone.arrival,
        rightFrom: edge.b,
        rightTo: edge.a,
        rightAtEnd: true,
      };
      return this.#turnLeft(edge.slot, turn);
    }
    if (!cone.leftAtEnd || this.#mesh.corners[end] === 0) return;
    if (edge.isLast && sideA > 0) {
      const turn = {
        at: end,
        parent: cone.arrival,
        rightFrom: end,
        rightTo: edge.a,
        rightAtEnd: true,
      };
      return this.#turnLeft(edge.slot, turn);
    }
    if (edge.isLast || sideB <= 0) return;
    const arrival = this.#arrivals.reach(end, cone.arrival);
    if (arrival === -1) return;
    const child = this.#child;
    child.leftFrom = end;
    child.leftTo = edge.b;
    child.leftAtEnd = true;
    child.rightAtEnd = sideA >= 0;
    child.rightFrom = child.rightAtEnd ? end : cone.leftFrom;
    child.rightTo = child.rightAtEnd ? edge.a : cone.leftTo;
    this.#emit(edge.slot, arrival);
  }

  /** Goes straight to a corner that is the right end of an edge, and looks through that edge. */
  #turnRight(
    slot: number,
    turn: { at: number; parent: number; leftFrom: number; leftTo: number; leftAtEnd: boolean },
  ): void {
    if (this.#mesh.corners[turn.at] === 0) return;
    const arrival = this.#arrivals.reach(turn.at, turn.parent);
    if (arrival === -1) return;
    const child = this.#child;
    child.rightFrom = child.rightTo = OPEN;
    child.rightAtEnd = true;
    child.leftFrom = turn.leftFrom;
    child.leftTo = turn.leftTo;
    child.leftAtEnd = turn.leftAtEnd;
    this.#emit(slot, arrival);
  }

  /** Goes straight to a corner that is the left end of an edge, and looks through that edge. */
  #turnLeft(
    slot: number,
    turn: { at: number; parent: number; rightFrom: number; rightTo: number; rightAtEnd: boolean },
  ): void {
    if (this.#mesh.corners[turn.at] === 0) return;
    const arrival = this.#arrivals.reach(turn.at, turn.parent);
    if (arrival === -1) return;
    const child = this.#child;
    child.leftFrom = child.leftTo = OPEN;
    child.leftAtEnd = true;
    child.rightFrom = turn.rightFrom;
    child.rightTo = turn.rightTo;
    child.rightAtEnd = turn.rightAtEnd;
    this.#emit(slot, arrival);
  }

  /** Goes to the goal in the polygon a cone looks into. */
  #finish(cone: Cone): void {
    const toRight = cone.rightFrom === OPEN
      ? 1
      : this.#side(cone.rightFrom, cone.rightTo, this.#goal);
    const toLeft = cone.leftFrom === OPEN ? -1 : this.#side(cone.leftFrom, cone.leftTo, this.#goal);
    const right = this.#mesh.vertices[nextSlot(this.#mesh, cone.slot)]!;
    const left = this.#mesh.vertices[cone.slot]!;
    if (toRight < 0) this.#finishAround(cone, { end: right, isSeen: cone.rightAtEnd });
    else if (toLeft > 0) this.#finishAround(cone, { end: left, isSeen: cone.leftAtEnd });
    else this.#arrivals.reach(this.#goal, cone.arrival);
  }

  #finishAround(cone: Cone, turn: { end: number; isSeen: boolean }): void {
    if (!turn.isSeen || this.#mesh.corners[turn.end] === 0) return;
    const arrival = this.#arrivals.reach(turn.end, cone.arrival);
    if (arrival !== -1) this.#arrivals.reach(this.#goal, arrival);
  }

  /** Queues the child cone that looks out of a polygon through the edge of `slot`. */
  #emit(slot: number, arrival: number): void {
    const twin = this.#mesh.twins[slot]!;
    const beyond = this.#mesh.owners[twin]!;
    if (this.#isDeadEnd[beyond] === 1 && this.#isGoalPolygon[beyond] === 0) return;
    const child = this.#child;
    child.arrival = arrival;
    child.slot = twin;
    const root = this.#arrivals.vertex(arrival);
    const bound = coneBound({ xs: this.#xs, ys: this.#ys }, child, {
      root,
      goal: this.#goal,
      right: this.#mesh.vertices[slot]!,
      left: this.#mesh.vertices[nextSlot(this.#mesh, slot)]!,
    });
    this.#queue.push(this.#nodes.add(child), this.#arrivals.length(arrival) + bound);
  }

  #result(): MeshPath | null {
    const last = this.#arrivals.best(this.#goal);
    if (last === undefined) return null;
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

interface Edge {
  readonly slot: number;
  readonly a: number;
  readonly b: number;
  readonly i: number;
  readonly j: number;
}
