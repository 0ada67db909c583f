import type { Feature } from "../../geometry/features/feature.ts";
import { Locator } from "./_locator.ts";
import { BOUNDARY, INSIDE, Matrix, OUTSIDE } from "./_matrix.ts";
import { visitPairs } from "./_pairs.ts";
import { Plane } from "./_plane.ts";
import { movedRim, OF_LINE, type Rim, rimOf } from "./_rim.ts";
import { noteStar, type Ray } from "./_star.ts";

/** A point where edges of both features meet. */
interface Node {
  /** A corner that stands there. */
  readonly corner: number;
  /** Edges of the first feature through it, and of the second. */
  readonly edges: readonly [Set<number>, Set<number>];
}

/**
 * The nine intersections of two features. Each is points, lines, or valid areas alone, or points
 * and lines; then every edge of one is cut where edges of the other meet it, and what lies beside
 * the pieces is known from the edges around their ends.
 */
export class Relation {
  readonly #plane: Plane;
  readonly #rims: readonly [Rim, Rim];
  readonly #locators: readonly [Locator, Locator];
  readonly #matrix = new Matrix();
  /** Corners with the same place stand for each other. */
  readonly #known: Map<number, number[]> = new Map();
  readonly #nodes: Map<number, Node> = new Map();
  /** The nodes on each edge that corners of other edges make. */
  readonly #onEdge: readonly [Map<number, Node[]>, Map<number, Node[]>] = [new Map(), new Map()];
  /** Pairs of edges that cross between their ends, one behind the other. */
  readonly #crossings: number[] = [];
  /** Edges of the other feature on the same line as an edge, and meeting it. */
  readonly #along: readonly [Map<number, number[]>, Map<number, number[]>] = [
    new Map(),
    new Map(),
  ];
  /** Whether a line or ring meets the other feature. */
  readonly #isMet: readonly [Uint8Array, Uint8Array];

  /** @param a a feature, and `b` another of the same scale */
  constructor(a: Feature, b: Feature) {
    const plane = Plane.of([a, b]);
    const rims = [rimOf(a), movedRim(rimOf(b), a.x.length)] as const;
    this.#plane = plane;
    this.#rims = rims;
    this.#locators = [new Locator(plane, rims[0]), new Locator(plane, rims[1])];
    this.#isMet = [
      new Uint8Array(rims[0].chainStart.length),
      new Uint8Array(rims[1].chainStart.length),
    ];
  }

  /** The matrix. */
  matrix(): Matrix {
    this.#matrix.set(OUTSIDE, OUTSIDE, 2);
    visitPairs(this.#plane, this.#rims[0], this.#rims[1], (e, f) => this.#meet(e, f));
    this.#noteCrossings();
    for (const node of this.#nodes.values()) this.#noteNode(node);
    for (const owner of [0, 1] as const) {
      this.#noteApart(owner);
      this.#notePoints(owner);
    }
    return this.#matrix;
  }

  /** Notes where two edges meet, if they do. */
  #meet(e: number, f: number): void {
    const plane = this.#plane;
    const [a, b] = [this.#rims[0].from[e]!, this.#rims[0].to[e]!];
    const [c, d] = [this.#rims[1].from[f]!, this.#rims[1].to[f]!];
    const sideC = plane.turn(a, b, c), sideD = plane.turn(a, b, d);
    if (sideC > 0 && sideD > 0 || sideC < 0 && sideD < 0) return;
    const sideA = plane.turn(c, d, a), sideB = plane.turn(c, d, b);
    if (sideA > 0 && sideB > 0 || sideA < 0 && sideB < 0) return;
    if (sideA !== 0 && sideB !== 0 && sideC !== 0 && sideD !== 0) {
      this.#crossings.push(e, f);
      return;
    }
    if (sideC === 0 && plane.isBetween(c, a, b)) this.#join(c, e, f);
    if (sideD === 0 && plane.isBetween(d, a, b)) this.#join(d, e, f);
    if (sideA === 0 && plane.isBetween(a, c, d)) this.#join(a, e, f);
    if (sideB === 0 && plane.isBetween(b, c, d)) this.#join(b, e, f);
    if (sideA !== 0 || sideB !== 0) return;
    this.#crossings.push(e, f);
    append(this.#along[0], e, f);
    append(this.#along[1], f, e);
  }

  #join(corner: number, e: number, f: number): void {
    const key = this.#standIn(corner);
    let node = this.#nodes.get(key);
    if (node === undefined) {
      node = { corner: key, edges: [new Set(), new Set()] };
      this.#nodes.set(key, node);
    }
    this.#add(node, 0, e);
    this.#add(node, 1, f);
  }

  #add(node: Node, owner: 0 | 1, edge: number): void {
    if (node.edges[owner].has(edge)) return;
    node.edges[owner].add(edge);
    append(this.#onEdge[owner], edge, node);
  }

  /**
   * Edges that cross where nothing else is share every combination of their sides. Where a corner
   * of another edge stands on the crossing, or between the ends of what two edges share, both
   * edges belong to its node; where a line runs along one of them, it passes through, too.
   */
  #noteCrossings(): void {
    const plane = this.#plane;
    if (this.#nodes.size === 0) {
      const pairs = this.#crossings;
      for (let i = 0; i < pairs.length; i += 2) this.#noteCrossing(pairs[i]!, pairs[i + 1]!);
      return;
    }
    for (let i = 0; i < this.#crossings.length; i += 2) {
      const [e, f] = [this.#crossings[i]!, this.#crossings[i + 1]!];
      const [a, b] = [this.#rims[0].from[e]!, this.#rims[0].to[e]!];
      const [c, d] = [this.#rims[1].from[f]!, this.#rims[1].to[f]!];
      let isPlain = plane.turn(a, b, c) !== 0 || plane.turn(a, b, d) !== 0;
      const through = (node: Node): void => {
        const p = node.corner;
        if (plane.turn(a, b, p) !== 0 || !plane.isBetween(p, a, b)) return;
        if (plane.turn(c, d, p) !== 0 || !plane.isBetween(p, c, d)) return;
        isPlain = false;
        this.#add(node, 0, e);
        this.#add(node, 1, f);
      };
      this.#onEdge[0].get(e)?.slice().forEach(through);
      this.#onEdge[1].get(f)?.slice().forEach(through);
      if (!isPlain) continue;
      const across = (owner: 0 | 1, edges: readonly number[] = [], i: number, j: number) =>
        edges.filter((edge) => this.#isAcross(owner, edge, i, j));
      const withE = across(0, this.#along[1].get(f), a, b);
      const withF = across(1, this.#along[0].get(e), c, d);
      if (withE.length + withF.length === 0) this.#noteCrossing(e, f);
      else this.#noteThrough([[e, ...withE], [f, ...withF]]);
    }
  }

  /** Whether an edge passes from one side of the line through two corners to the other. */
  #isAcross(owner: 0 | 1, edge: number, i: number, j: number): boolean {
    const { from, to } = this.#rims[owner];
    const side = this.#plane.turn(i, j, from[edge]!);
    const other = this.#plane.turn(i, j, to[edge]!);
    return side > 0 && other < 0 || side < 0 && other > 0;
  }

  /** Edges of each that pass through one point between their ends. */
  #noteThrough(edges: readonly [readonly number[], readonly number[]]): void {
    const rays = ([0, 1] as const).flatMap((owner) =>
      edges[owner].flatMap((edge) => this.#rays(owner, edge))
    );
    noteStar(this.#plane, rays, [false, false], this.#matrix);
  }

  /** Both ways along an edge, which is met. */
  #rays(owner: 0 | 1, edge: number): readonly [ahead: Ray, back: Ray] {
    const { from, to, left, chain } = this.#rims[owner];
    const [i, j, side] = [from[edge]!, to[edge]!, left[edge]!];
    this.#isMet[owner][chain[edge]!] = 1;
    return [
      { owner, from: i, to: j, left: side },
      { owner, from: j, to: i, left: side === OF_LINE ? side : 1 - side },
    ];
  }

  #noteCrossing(e: number, f: number): void {
    const matrix = this.#matrix;
    const [rimA, rimB] = this.#rims;
    const isLineA = rimA.left[e] === OF_LINE, isLineB = rimB.left[f] === OF_LINE;
    const [onA, onB] = [isLineA ? INSIDE : BOUNDARY, isLineB ? INSIDE : BOUNDARY];
    matrix.set(onA, onB, 0);
    matrix.set(onA, OUTSIDE, 1);
    matrix.set(OUTSIDE, onB, 1);
    if (!isLineB) {
      matrix.set(onA, INSIDE, 1);
      matrix.set(OUTSIDE, INSIDE, 2);
    }
    if (!isLineA) {
      matrix.set(INSIDE, onB, 1);
      matrix.set(INSIDE, OUTSIDE, 2);
    }
    if (!isLineA && !isLineB) matrix.set(INSIDE, INSIDE, 2);
    this.#isMet[0][rimA.chain[e]!] = 1;
    this.#isMet[1][rimB.chain[f]!] = 1;
  }

  #noteNode({ corner, edges }: Node): void {
    const rays: Ray[] = [];
    for (const owner of [0, 1] as const) {
      for (const edge of edges[owner]) {
        const [ahead, back] = this.#rays(owner, edge);
        if (!this.#plane.same(corner, ahead.to)) rays.push(ahead);
        if (!this.#plane.same(corner, back.to)) rays.push(back);
      }
    }
    noteStar(this.#plane, rays, [this.#isEnd(0, corner), this.#isEnd(1, corner)], this.#matrix);
  }

  /** The lines and rings that no edge of the other feature meets lie on one side of it. */
  #noteApart(owner: 0 | 1): void {
    const { chainStart, chainEdge, left } = this.#rims[owner];
    for (let chain = 0; chain < chainStart.length; chain++) {
      if (this.#isMet[owner][chain] === 1) continue;
      const isIn = this.#locators[1 - owner]!.side(chainStart[chain]!) > 0;
      const where = isIn ? INSIDE : OUTSIDE;
      const isLine = left[chainEdge[chain]!] === OF_LINE;
      this.#set(owner, isLine ? INSIDE : BOUNDARY, where, 1);
      this.#set(owner, OUTSIDE, where, 2);
      if (!isLine) this.#set(owner, INSIDE, where, 2);
    }
  }

  /** Points on their own, and the ends of lines. */
  #notePoints(owner: 0 | 1): void {
    const { points, ends } = this.#rims[owner];
    for (const point of points) {
      const isLineEnd = ends.length > 0 && this.#isEnd(owner, point);
      this.#set(owner, isLineEnd ? BOUNDARY : INSIDE, this.#locate(1 - owner, point), 0);
    }
    for (const end of ends) this.#set(owner, BOUNDARY, this.#locate(1 - owner, end), 0);
  }

  #locate(owner: number, point: number): number {
    const { points, isArea } = this.#rims[owner]!;
    const locator = this.#locators[owner]!;
    if (isArea) {
      const side = locator.side(point);
      return side > 0 ? INSIDE : side === 0 ? BOUNDARY : OUTSIDE;
    }
    if (this.#isEnd(owner as 0 | 1, point)) return BOUNDARY;
    if (locator.isOnLine(point)) return INSIDE;
    return this.#among(owner, points).has(this.#standIn(point)) ? INSIDE : OUTSIDE;
  }

  #isEnd(owner: 0 | 1, corner: number): boolean {
    const { ends } = this.#rims[owner];
    return ends.length > 0 && this.#among(2 + owner, ends).has(this.#standIn(corner));
  }

  readonly #sets: Set<number>[] = [];

  #among(key: number, corners: readonly number[]): Set<number> {
    return this.#sets[key] ??= new Set(corners.map((corner) => this.#standIn(corner)));
  }

  /** The first corner that was asked about at the same place. */
  #standIn(corner: number): number {
    const hash = Math.imul(this.#plane.x[corner]! | 0, 0x9e3779b1) ^
      Math.imul(this.#plane.y[corner]! | 0, 0x85ebca6b);
    const found = this.#known.get(hash);
    if (found === undefined) {
      this.#known.set(hash, [corner]);
      return corner;
    }
    for (const other of found) if (this.#plane.same(corner, other)) return other;
    found.push(corner);
    return corner;
  }

  #set(owner: 0 | 1, own: number, other: number, dimension: number): void {
    if (owner === 0) this.#matrix.set(own, other, dimension);
    else this.#matrix.set(other, own, dimension);
  }
}

function append<V>(lists: Map<number, V[]>, key: number, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
