import type { Plane } from "./_plane.ts";
import { OF_LINE, type Rim } from "./_rim.ts";

/** Questions after which edges are worth sorting, and edges below which they never are. */
const PATIENCE = 8;
const FEW = 32;

/** Finds where corners of the plane lie with regard to the areas and lines of a rim. */
export class Locator {
  readonly #plane: Plane;
  readonly #rim: Rim;
  #asked = 0;
  #slabs: Slabs | null = null;

  constructor(plane: Plane, rim: Rim) {
    this.#plane = plane;
    this.#rim = rim;
  }

  /** 1 in the inside of an area, 0 on a rim, -1 outside of all areas. */
  side(corner: number): number {
    if (!this.#rim.isArea) return -1;
    const { left } = this.#rim;
    let isInside = false;
    let isOn = false;
    this.#visit(corner, (e) => {
      if (left[e] === OF_LINE || isOn) return;
      const crossing = this.#crossing(corner, e);
      if (crossing === 0) isOn = true;
      else if (crossing > 0) isInside = !isInside;
    });
    return isOn ? 0 : isInside ? 1 : -1;
  }

  /** Whether a corner lies on a line. */
  isOnLine(corner: number): boolean {
    const { left, from, to } = this.#rim;
    let isOn = false;
    this.#visit(corner, (e) => {
      isOn ||= left[e] === OF_LINE && this.#plane.turn(from[e]!, to[e]!, corner) === 0 &&
        this.#plane.isBetween(corner, from[e]!, to[e]!);
    });
    return isOn;
  }

  /** 1 where a ray to the right crosses an edge, -1 where not, 0 where the corner is on it. */
  #crossing(corner: number, e: number): number {
    const plane = this.#plane;
    const [a, b] = [this.#rim.from[e]!, this.#rim.to[e]!];
    const ay = plane.compareY(a, corner), by = plane.compareY(b, corner);
    if (ay > 0 === by > 0) {
      if (ay !== 0) return -1;
      const ax = plane.compareX(a, corner);
      if (ax === 0) return 0;
      return by === 0 && ax > 0 !== plane.compareX(b, corner) > 0 ? 0 : -1;
    }
    const turn = plane.turn(a, b, corner);
    return turn === 0 ? 0 : turn > 0 === by > 0 ? 1 : -1;
  }

  /** The edges whose y reaches that of a corner, and maybe more. */
  #visit(corner: number, visit: (e: number) => void): void {
    const count = this.#rim.from.length;
    if (count > FEW && this.#asked++ > PATIENCE) {
      this.#slabs ??= slabsOf(this.#plane, this.#rim);
      const { starts, edges, least, perUnit } = this.#slabs;
      const slab = Math.floor((this.#plane.y[corner]! - least) * perUnit);
      if (!(slab >= 0 && slab < starts.length - 1)) return;
      for (let i = starts[slab]!; i < starts[slab + 1]!; i++) visit(edges[i]!);
      return;
    }
    for (let e = 0; e < count; e++) visit(e);
  }
}

interface Slabs {
  readonly starts: Int32Array;
  readonly edges: Int32Array;
  readonly least: number;
  readonly perUnit: number;
}

function slabsOf({ y }: Plane, { from, to }: Rim): Slabs {
  let [least, most] = [Infinity, -Infinity];
  for (const i of from) {
    least = Math.min(least, y[i]!);
    most = Math.max(most, y[i]!);
  }
  const count = Math.min(from.length, 1 << 16);
  // The topmost y falls into a slab of its own, so that none is left out.
  const perUnit = most > least ? count / (most - least) : 0;
  const slab = (v: number): number => Math.floor((v - least) * perUnit);
  const starts = new Int32Array(count + 2);
  const bounds = (e: number): readonly [number, number] => {
    const p = y[from[e]!]!, q = y[to[e]!]!;
    return p < q ? [slab(p), slab(q)] : [slab(q), slab(p)];
  };
  for (let e = 0; e < from.length; e++) {
    const [low, high] = bounds(e);
    for (let s = low; s <= high; s++) starts[s + 1]!++;
  }
  for (let s = 0; s <= count; s++) starts[s + 1]! += starts[s]!;
  const edges = new Int32Array(starts[count + 1]!);
  const fill = starts.slice();
  for (let e = 0; e < from.length; e++) {
    const [low, high] = bounds(e);
    for (let s = low; s <= high; s++) edges[fill[s]!++] = e;
  }
  return { starts, edges, least, perUnit };
}
