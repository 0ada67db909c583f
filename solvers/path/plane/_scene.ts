import Flatbush from "flatbush";

/** How a line may meet polygons. */
export type Touching = "allowed" | "forbidden";

/** Orientations of doubled coordinates must stay exact, so these stay below 2^24. */
const LIMIT = 2 ** 24;

/** Polygons and two points as flat arrays of integers, and which straight lines they leave free. */
export class Scene {
  /** The x of every ring point, then of the start and of the goal. */
  readonly xs: Float64Array;
  /** The y of each. */
  readonly ys: Float64Array;
  /** The number of the start. */
  readonly start: number;
  /** The number of the goal. */
  readonly goal: number;
  /** Where a shortest path may turn or end: the corners it can bend around, and the goal. */
  readonly turns: readonly number[];
  readonly #starts: number[] = [0];
  readonly #next: Int32Array;
  readonly #edges: Flatbush | null;
  readonly #hasBoundary: boolean;

  constructor(coordinates: readonly number[], rings: { sizes: number[]; hasBoundary: boolean }) {
    this.xs = Float64Array.from(coordinates.filter((_, i) => i % 2 === 0));
    this.ys = Float64Array.from(coordinates.filter((_, i) => i % 2 === 1));
    this.goal = this.xs.length - 1;
    this.start = this.xs.length - 2;
    this.#hasBoundary = rings.hasBoundary;
    for (const size of rings.sizes) this.#starts.push(this.#starts.at(-1)! + size);
    this.#next = new Int32Array(this.start);
    for (let r = 0; r < rings.sizes.length; r++) this.#linkRing(r);
    this.#requireRange();
    this.#edges = this.#indexEdges();
    this.#requireSimple();
    this.#requireFree(this.start, "start");
    this.#requireFree(this.goal, "goal");
    this.turns = [...this.#corners(), this.goal];
  }

  /** 1 when c is left of the line a to b (y up), -1 right, 0 on it; exact. */
  side(a: number, b: number, c: number): number {
    const { xs, ys } = this;
    return Math.sign(
      (xs[b]! - xs[a]!) * (ys[c]! - ys[a]!) - (ys[b]! - ys[a]!) * (xs[c]! - xs[a]!),
    );
  }

  /** The squared distance, exact. */
  squared(a: number, b: number): number {
    return (this.xs[b]! - this.xs[a]!) ** 2 + (this.ys[b]! - this.ys[a]!) ** 2;
  }

  /** The distance, rounded. */
  distance(a: number, b: number): number {
    return Math.sqrt(this.squared(a, b));
  }

  /** Whether the straight line from p to q is free. */
  isClear(p: number, q: number, touching: Touching): boolean {
    if (this.#edges === null) return true;
    const cuts = [p, q];
    const { xs, ys } = this;
    const near = this.#edges.search(
      Math.min(xs[p]!, xs[q]!),
      Math.min(ys[p]!, ys[q]!),
      Math.max(xs[p]!, xs[q]!),
      Math.max(ys[p]!, ys[q]!),
    );
    for (const a of near) {
      const b = this.#next[a]!;
      const [sideA, sideB] = [this.side(p, q, a), this.side(p, q, b)];
      const [sideP, sideQ] = [this.side(a, b, p), this.side(a, b, q)];
      if (sideA * sideB < 0 && sideP * sideQ < 0) return false;
      if (touching === "forbidden" && this.#meets(p, q, a, b)) return false;
      if (sideA === 0 && this.#isOn(p, q, a)) cuts.push(a);
    }
    return this.#piecesAreFree(cuts, p, q);
  }

  /** Between two cuts a line is wholly inside, outside or on each ring: its middle tells. */
  #piecesAreFree(cuts: number[], p: number, q: number): boolean {
    const along = (v: number) =>
      Math.abs(this.xs[v]! - this.xs[p]!) + Math.abs(this.ys[v]! - this.ys[p]!);
    cuts.sort((a, b) => along(a) - along(b));
    for (let i = 1; i < cuts.length; i++) {
      const [a, b] = [cuts[i - 1]!, cuts[i]!];
      if (along(a) === along(b)) continue;
      if (!this.#isFreeAt(this.xs[a]! + this.xs[b]!, this.ys[a]! + this.ys[b]!)) return false;
    }
    return p !== q || this.#isFreeAt(2 * this.xs[p]!, 2 * this.ys[p]!);
  }

  /** Whether a point, its coordinates doubled, is inside no obstacle and not out of bounds. */
  #isFreeAt(x2: number, y2: number): boolean {
    const rings = this.#starts.length - 1;
    for (let r = 0; r < rings; r++) {
      const place = this.#place(r, x2, y2);
      const isBoundary = this.#hasBoundary && r === rings - 1;
      if (isBoundary ? place < 0 : place > 0) return false;
    }
    return true;
  }

  /** 1 inside ring r, 0 on it, -1 outside; the point's coordinates are doubled. */
  #place(r: number, x2: number, y2: number): number {
    let inside = -1;
    for (let a = this.#starts[r]!; a < this.#starts[r + 1]!; a++) {
      const b = this.#next[a]!;
      const [ax, ay, bx, by] = [2 * this.xs[a]!, 2 * this.ys[a]!, 2 * this.xs[b]!, 2 * this.ys[b]!];
      const cross = (bx - ax) * (y2 - ay) - (by - ay) * (x2 - ax);
      if (cross === 0 && (ax - x2) * (bx - x2) <= 0 && (ay - y2) * (by - y2) <= 0) return 0;
      if ((ay > y2) !== (by > y2) && (cross > 0) === (by > ay)) inside = -inside;
    }
    return inside;
  }

  /** Whether v, on the line of p and q, lies on the part between them, ends included. */
  #isOn(p: number, q: number, v: number): boolean {
    const dot = (this.xs[p]! - this.xs[v]!) * (this.xs[q]! - this.xs[v]!) +
      (this.ys[p]! - this.ys[v]!) * (this.ys[q]! - this.ys[v]!);
    return dot <= 0;
  }

  /** Whether two closed segments have a point in common. */
  #meets(p: number, q: number, a: number, b: number): boolean {
    const [sideA, sideB] = [this.side(p, q, a), this.side(p, q, b)];
    const [sideP, sideQ] = [this.side(a, b, p), this.side(a, b, q)];
    if (sideA * sideB < 0 && sideP * sideQ < 0) return true;
    return (sideA === 0 && this.#isOn(p, q, a)) || (sideB === 0 && this.#isOn(p, q, b)) ||
      (sideP === 0 && this.#isOn(a, b, p)) || (sideQ === 0 && this.#isOn(a, b, q));
  }

  #linkRing(r: number): void {
    const [first, end] = [this.#starts[r]!, this.#starts[r + 1]!];
    if (end - first < 3) {
      throw new RangeError(`Cannot use ${this.#name(r)}: ${end - first} points, must be 3 or more`);
    }
    for (let a = first; a < end; a++) this.#next[a] = a + 1 < end ? a + 1 : first;
  }

  #requireRange(): void {
    for (const x of [...this.xs, ...this.ys]) {
      if (Math.abs(x) <= LIMIT) continue;
      throw new RangeError(
        `Cannot use the coordinate ${x}: scaled to integers it must be at most 2^24 in size`,
      );
    }
  }

  #indexEdges(): Flatbush | null {
    if (this.#next.length === 0) return null;
    const edges = new Flatbush(this.#next.length);
    this.#next.forEach((b, a) => {
      const [ax, ay, bx, by] = [this.xs[a]!, this.ys[a]!, this.xs[b]!, this.ys[b]!];
      edges.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    });
    edges.finish();
    return edges;
  }

  /** No two edges may meet but neighbours of one ring at their common point. */
  #requireSimple(): void {
    const { xs, ys } = this;
    this.#next.forEach((b, a) => {
      const box = [Math.min(xs[a]!, xs[b]!), Math.min(ys[a]!, ys[b]!)] as const;
      const far = [Math.max(xs[a]!, xs[b]!), Math.max(ys[a]!, ys[b]!)] as const;
      for (const c of this.#edges!.search(...box, ...far)) {
        const d = this.#next[c]!;
        if (c === a || !this.#meets(a, b, c, d)) continue;
        if (c === b && !this.#isFoldedBack(a, b, d)) continue;
        if (d === a && !this.#isFoldedBack(c, a, b)) continue;
        this.#refuse(a, c, "must not touch or cross");
      }
    });
  }

  #isFoldedBack(a: number, b: number, c: number): boolean {
    return this.side(a, b, c) === 0 && this.#isOn(a, c, b) === false;
  }

  #refuse(a: number, c: number, why: string): never {
    const place = (v: number) => {
      const r = this.#ringOf(v);
      return `edge ${v - this.#starts[r]!} of ${this.#name(r)}`;
    };
    throw new RangeError(`Cannot use the obstacles: ${place(a)} and ${place(c)} ${why}`);
  }

  #requireFree(v: number, name: string): void {
    const [x2, y2] = [2 * this.xs[v]!, 2 * this.ys[v]!];
    for (let r = 0; r < this.#starts.length - 1; r++) {
      const place = this.#place(r, x2, y2);
      const isBoundary = this.#isBoundary(r);
      if (isBoundary ? place >= 0 : place <= 0) continue;
      const where = isBoundary ? "outside the boundary" : `inside ${this.#name(r)}`;
      throw new RangeError(`Cannot search: the ${name} lies ${where}, must lie in the free space`);
    }
  }

  /** Obstacle corners that stick out, and corners of the boundary that stick in. */
  #corners(): number[] {
    const corners: number[] = [];
    for (let r = 0; r < this.#starts.length - 1; r++) {
      const outward = this.#isBoundary(r) ? -this.#winding(r) : this.#winding(r);
      for (let a = this.#starts[r]!; a < this.#starts[r + 1]!; a++) {
        const b = this.#next[a]!;
        if (this.side(a, b, this.#next[b]!) === outward) corners.push(b);
      }
    }
    return corners;
  }

  /** 1 for a counter-clockwise ring (y up), -1 for a clockwise one: its lowest corner turns so. */
  #winding(r: number): number {
    let low = this.#starts[r]!;
    let before = low;
    const { xs, ys } = this;
    for (let a = low; a < this.#starts[r + 1]!; a++) {
      const b = this.#next[a]!;
      const isLower = ys[b]! < ys[low]! || (ys[b] === ys[low] && xs[b]! < xs[low]!);
      if (isLower || b === low) [low, before] = [b, a];
    }
    return this.side(before, low, this.#next[low]!);
  }

  #isBoundary(r: number): boolean {
    return this.#hasBoundary && r === this.#starts.length - 2;
  }

  #ringOf(v: number): number {
    return this.#starts.findIndex((first, r) => v >= first && v < this.#starts[r + 1]!);
  }

  #name(r: number): string {
    return this.#isBoundary(r) ? "the boundary" : `obstacle ${r}`;
  }
}
