import { orientation } from "./orientation.ts";
import { segmentsMeet } from "./segment_distance.ts";

/** What is asked of a ring that is a polygon of its own. */
interface Nested {
  readonly coordinates: Float64Array;
  side(x: number, y: number): number;
}

interface Edge {
  readonly ring: number;
  /** The edge runs from this corner of its ring to the next. */
  readonly index: number;
  readonly count: number;
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

/** Demands that edges meet only where they follow each other, and there only in their corner. */
export function requireSimple(coordinates: Float64Array, ringStarts: Uint32Array): void {
  const edges = edgesOf(coordinates, ringStarts);
  edges.sort((e, f) => Math.min(e.ax, e.bx) - Math.min(f.ax, f.bx));
  for (const [i, e] of edges.entries()) {
    const reach = Math.max(e.ax, e.bx);
    for (let j = i + 1; j < edges.length; j++) {
      const f = edges[j]!;
      if (Math.min(f.ax, f.bx) > reach) break;
      if (conflict(e, f)) throw clash(e, f);
    }
  }
}

/** Demands that each ring but the first lies in the first, and in no other. */
export function requireNested(rings: readonly Nested[]): void {
  const [outer, ...holes] = rings as [Nested, ...Nested[]];
  for (const [h, hole] of holes.entries()) {
    const [x, y] = hole.coordinates as unknown as [number, number];
    if (outer.side(x, y) < 0) {
      throw new RangeError(
        `Cannot build a polygon: ring ${h + 1} lies outside of ring 0, must be a hole in it`,
      );
    }
    for (const [o, other] of holes.entries()) {
      if (o !== h && other.side(x, y) > 0) {
        throw new RangeError(
          `Cannot build a polygon: ring ${h + 1} lies in ring ${o + 1}, must not nest holes`,
        );
      }
    }
  }
}

function edgesOf(coordinates: Float64Array, ringStarts: Uint32Array): Edge[] {
  const edges: Edge[] = [];
  for (let ring = 0; ring + 1 < ringStarts.length; ring++) {
    const start = ringStarts[ring]!;
    const count = ringStarts[ring + 1]! - start;
    for (let index = 0; index < count; index++) {
      const a = 2 * (start + index);
      const b = 2 * (start + (index + 1) % count);
      const [ax, ay, bx, by] = [a, a + 1, b, b + 1].map((i) => coordinates[i]!) as [
        number,
        number,
        number,
        number,
      ];
      edges.push({ ring, index, count, ax, ay, bx, by });
    }
  }
  return edges;
}

function conflict(e: Edge, f: Edge): boolean {
  if (e.ring === f.ring) {
    if ((e.index + 1) % e.count === f.index) return foldsBack(e, f);
    if ((f.index + 1) % f.count === e.index) return foldsBack(f, e);
  }
  return segmentsMeet(e.ax, e.ay, e.bx, e.by, f.ax, f.ay, f.bx, f.by);
}

/** Whether f, which follows e, runs back along it. */
function foldsBack(e: Edge, f: Edge): boolean {
  if (orientation(e.ax, e.ay, e.bx, e.by, f.bx, f.by) !== 0) return false;
  const back = e.bx === e.ax ? (f.by > f.ay) !== (e.by > e.ay) : (f.bx > f.ax) !== (e.bx > e.ax);
  return back;
}

function clash(e: Edge, f: Edge): RangeError {
  const [first, second] = e.ring < f.ring || (e.ring === f.ring && e.index < f.index)
    ? [e, f]
    : [f, e];
  return new RangeError(
    `Cannot build a polygon: edge ${second.index} of ring ${second.ring} meets edge ` +
      `${first.index} of ring ${first.ring}, must not touch or cross`,
  );
}
