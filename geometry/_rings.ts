import Flatbush from "flatbush";
import { Corners, type Place } from "./_corners.ts";

/** Polygons as given: each its outer ring, then its holes; corners in order, closed or not. */
export type Places = readonly (readonly (readonly Place[])[])[];

/** Up to so many edges each is held against each: an index costs more. */
const FEW = 48;

/**
 * The rings of polygons: corner after corner without repeats, edge i from corner i to `next[i]`.
 */
export class Rings {
  readonly corners: Corners;
  /** The corner that follows each in its ring. */
  readonly next: Int32Array;
  /** The corner before each in its ring. */
  readonly previous: Int32Array;
  /** The ring of each corner. */
  readonly ring: Int32Array;
  /** The number of each corner in its ring as given, where corners may repeat. */
  readonly given: Int32Array;
  /** Where each ring begins among the corners, and where the last one ends. */
  readonly starts: readonly number[];
  /** The polygon of each ring. */
  readonly polygonOf: readonly number[];
  /** The number of each ring in its polygon: 0 for the outer one. */
  readonly place: readonly number[];
  #index: Flatbush | null = null;

  constructor(polygons: Places) {
    const places: Place[] = [];
    const given: number[] = [];
    const starts = [0];
    const polygonOf: number[] = [];
    const place: number[] = [];
    for (const [p, rings] of polygons.entries()) {
      for (const [r, ring] of rings.entries()) {
        for (let i = 0; i < ring.length; i++) {
          const corner = ring[i]!;
          if (i > 0 && same(ring[i - 1]!, corner)) continue;
          places.push(corner);
          given.push(i);
        }
        const start = starts.at(-1)!;
        // A closed ring, or one whose end repeats its beginning otherwise.
        while (places.length > start + 1 && same(places[start]!, places.at(-1)!)) {
          places.pop();
          given.pop();
        }
        starts.push(places.length);
        polygonOf.push(p);
        place.push(r);
      }
    }
    this.corners = new Corners(places);
    this.given = Int32Array.from(given);
    this.starts = starts;
    this.polygonOf = polygonOf;
    this.place = place;
    this.next = new Int32Array(places.length);
    this.previous = new Int32Array(places.length);
    this.ring = new Int32Array(places.length);
    for (let r = 0; r < place.length; r++) {
      const [start, end] = [starts[r]!, starts[r + 1]!];
      for (let i = start; i < end; i++) {
        this.ring[i] = r;
        this.next[i] = i + 1 === end ? start : i + 1;
        this.previous[i] = i === start ? end - 1 : i - 1;
      }
    }
  }

  /** Visits each pair of edges whose boxes meet, until one visit returns true; whether one did. */
  somePair(visit: (e: number, f: number) => boolean): boolean {
    const n = this.corners.count;
    if (n <= FEW) {
      for (let e = 0; e < n; e++) {
        for (let f = e + 1; f < n; f++) if (this.#boxesMeet(e, f) && visit(e, f)) return true;
      }
      return false;
    }
    const index = this.#edges();
    const { xs, ys } = this.corners;
    let found = false;
    for (let e = 0; e < n && !found; e++) {
      const to = this.next[e]!;
      index.search(
        Math.min(xs[e]!, xs[to]!),
        Math.min(ys[e]!, ys[to]!),
        Math.max(xs[e]!, xs[to]!),
        Math.max(ys[e]!, ys[to]!),
        (f) => {
          if (f > e && !found) found = visit(e, f);
          return false;
        },
      );
    }
    return found;
  }

  /** Where a corner is with regard to a ring: 1 inside, 0 on it, -1 outside. */
  side(corner: number, ring: number): -1 | 0 | 1 {
    const { corners } = this;
    const [start, end] = [this.starts[ring]!, this.starts[ring + 1]!];
    if (end - start <= FEW) return this.#sideOf(corners, corner, start, end);
    const crossing = new Crossing(corners, corner);
    const [x, y] = [corners.xs[corner]!, corners.ys[corner]!];
    this.#edges().search(x, y, Infinity, y, (e) => {
      if (this.ring[e] === ring) crossing.edge(e, this.next[e]!);
      return false;
    });
    return crossing.side;
  }

  /** Where a ring that neither crosses another nor shares a part of an edge with it is of it. */
  sideOfRing(ring: number, other: number): -1 | 1 {
    const [start, end] = [this.starts[ring]!, this.starts[ring + 1]!];
    for (let corner = start; corner < end; corner++) {
      const side = this.side(corner, other);
      if (side !== 0) return side;
    }
    // Every corner touches: look from the middle of an edge, up to the first corner on it.
    const { corners } = this;
    const [from, otherEnd] = [this.starts[other]!, this.starts[other + 1]!];
    const ahead = corners.compare(start, this.next[start]!);
    let to = this.next[start]!;
    for (let c = from; c < otherEnd; c++) {
      const between = corners.compare(start, c) === ahead && corners.compare(c, to) === ahead;
      if (between && corners.orientation(start, to, c) === 0) to = c;
    }
    const middle = corners.withMiddle(start, to);
    return this.#sideOf(middle, corners.count, from, otherEnd) > 0 ? 1 : -1;
  }

  /** Whether the box of one ring lies in that of another. */
  boxWithin(ring: number, other: number): boolean {
    const [a, b] = [this.#box(ring), this.#box(other)];
    return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
  }

  readonly #boxes: (readonly [number, number, number, number])[] = [];

  #box(ring: number): readonly [minX: number, minY: number, maxX: number, maxY: number] {
    const known = this.#boxes[ring];
    if (known !== undefined) return known;
    const { xs, ys } = this.corners;
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = this.starts[ring]!; i < this.starts[ring + 1]!; i++) {
      minX = Math.min(minX, xs[i]!);
      maxX = Math.max(maxX, xs[i]!);
      minY = Math.min(minY, ys[i]!);
      maxY = Math.max(maxY, ys[i]!);
    }
    return this.#boxes[ring] = [minX, minY, maxX, maxY];
  }

  #sideOf(corners: Corners, point: number, start: number, end: number): -1 | 0 | 1 {
    const crossing = new Crossing(corners, point);
    for (let i = start; i < end; i++) crossing.edge(i, this.next[i]!);
    return crossing.side;
  }

  #boxesMeet(e: number, f: number): boolean {
    const { xs, ys } = this.corners;
    const [a, b, c, d] = [e, this.next[e]!, f, this.next[f]!];
    return Math.max(xs[a]!, xs[b]!) >= Math.min(xs[c]!, xs[d]!) &&
      Math.max(xs[c]!, xs[d]!) >= Math.min(xs[a]!, xs[b]!) &&
      Math.max(ys[a]!, ys[b]!) >= Math.min(ys[c]!, ys[d]!) &&
      Math.max(ys[c]!, ys[d]!) >= Math.min(ys[a]!, ys[b]!);
  }

  #edges(): Flatbush {
    if (this.#index !== null) return this.#index;
    const { xs, ys, count } = this.corners;
    const index = new Flatbush(count);
    for (let i = 0; i < count; i++) {
      const j = this.next[i]!;
      index.add(
        Math.min(xs[i]!, xs[j]!),
        Math.min(ys[i]!, ys[j]!),
        Math.max(xs[i]!, xs[j]!),
        Math.max(ys[i]!, ys[j]!),
      );
    }
    index.finish();
    return this.#index = index;
  }
}

/** Counts the edges that a ray from a point to the right crosses. */
class Crossing {
  #inside = false;
  #on = false;

  constructor(private readonly corners: Corners, private readonly point: number) {}

  get side(): -1 | 0 | 1 {
    return this.#on ? 0 : this.#inside ? 1 : -1;
  }

  edge(a: number, b: number): void {
    const { corners, point } = this;
    const [atA, atB] = [corners.compareY(a, point), corners.compareY(b, point)];
    if (atA > 0 === atB > 0) {
      if (atA !== 0) return;
      const x = corners.compareX(a, point);
      this.#on ||= x === 0 || (atB === 0 && x > 0 !== corners.compareX(b, point) > 0);
      return;
    }
    const turn = corners.orientation(a, b, point);
    if (turn === 0) this.#on = true;
    else if (turn > 0 === atB > 0) this.#inside = !this.#inside;
  }
}

function same(a: Place, b: Place): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
