import type { Plane } from "./_plane.ts";
import type { Rim } from "./_rim.ts";

/** Up to so many pairs each edge is held against each: sorting costs more. */
const FEW = 300;

/** Visits each pair of edges of two rims whose boxes meet, once. */
export function visitPairs(
  plane: Plane,
  a: Rim,
  b: Rim,
  visit: (e: number, f: number) => void,
): void {
  const [edgesA, edgesB] = [a.from.length, b.from.length];
  if (edgesA === 0 || edgesB === 0) return;
  if (edgesA * edgesB <= FEW) {
    for (let e = 0; e < edgesA; e++) {
      for (let f = 0; f < edgesB; f++) if (boxesMeet(plane, a, e, b, f)) visit(e, f);
    }
    return;
  }
  const box = shared(boxOf(plane, a), boxOf(plane, b));
  if (box === null) return;
  const [nearA, nearB] = [edgesIn(plane, a, box), edgesIn(plane, b, box)];
  if (nearA.length * nearB.length <= FEW) {
    for (const e of nearA) for (const f of nearB) if (boxesMeet(plane, a, e, b, f)) visit(e, f);
    return;
  }
  visitSlabs(plane, { rim: a, edges: nearA }, { rim: b, edges: nearB }, box, visit);
}

type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

interface Near {
  readonly rim: Rim;
  readonly edges: Int32Array;
}

/** Sorts the second edges into slabs across the axis that cuts them shorter. */
function visitSlabs(
  plane: Plane,
  a: Near,
  b: Near,
  [minX, minY, maxX, maxY]: Box,
  visit: (e: number, f: number) => void,
): void {
  const isUp = extent(plane.y, b) * (maxX - minX) <= extent(plane.x, b) * (maxY - minY);
  const along = isUp ? plane.y : plane.x;
  const [least, most] = isUp ? [minY, maxY] : [minX, maxX];
  const count = Math.max(1, Math.min(b.edges.length, 1 << 16));
  const perUnit = most > least ? count / (most - least) : 0;
  const slab = (v: number): number =>
    Math.max(0, Math.min(count - 1, Math.floor((v - least) * perUnit)));
  const { from, to } = b.rim;
  const starts = new Int32Array(count + 1);
  const [low, high] = [new Int32Array(b.edges.length), new Int32Array(b.edges.length)];
  for (let k = 0; k < b.edges.length; k++) {
    const f = b.edges[k]!;
    const [p, q] = [along[from[f]!]!, along[to[f]!]!];
    low[k] = slab(p < q ? p : q);
    high[k] = slab(p < q ? q : p);
    for (let s = low[k]!; s <= high[k]!; s++) starts[s + 1]!++;
  }
  for (let s = 0; s < count; s++) starts[s + 1]! += starts[s]!;
  const places = new Int32Array(starts[count]!);
  const fill = starts.slice();
  for (let k = 0; k < b.edges.length; k++) {
    for (let s = low[k]!; s <= high[k]!; s++) places[fill[s]!++] = k;
  }
  for (const e of a.edges) {
    const [p, q] = [along[a.rim.from[e]!]!, along[a.rim.to[e]!]!];
    const [first, last] = [slab(p < q ? p : q), slab(p < q ? q : p)];
    for (let s = first; s <= last; s++) {
      for (let i = starts[s]!; i < starts[s + 1]!; i++) {
        const k = places[i]!;
        // A pair that shares several slabs is looked at in the first.
        if (s > first && low[k]! < s) continue;
        if (boxesMeet(plane, a.rim, e, b.rim, b.edges[k]!)) visit(e, b.edges[k]!);
      }
    }
  }
}

function extent(values: Float64Array, { rim, edges }: Near): number {
  let sum = 0;
  for (const f of edges) sum += Math.abs(values[rim.to[f]!]! - values[rim.from[f]!]!);
  return sum;
}

function boxesMeet({ x, y }: Plane, a: Rim, e: number, b: Rim, f: number): boolean {
  const i = a.from[e]!, j = a.to[e]!, k = b.from[f]!, l = b.to[f]!;
  const xi = x[i]!, xj = x[j]!, xk = x[k]!, xl = x[l]!;
  if (xi < xk && xi < xl && xj < xk && xj < xl) return false;
  if (xi > xk && xi > xl && xj > xk && xj > xl) return false;
  const yi = y[i]!, yj = y[j]!, yk = y[k]!, yl = y[l]!;
  if (yi < yk && yi < yl && yj < yk && yj < yl) return false;
  return !(yi > yk && yi > yl && yj > yk && yj > yl);
}

/** The box of a rim; rounding is monotone, so that what is apart in it is apart. */
function boxOf({ x, y }: Plane, { from }: Rim): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (i: number): void => {
    const px = x[i]!, py = y[i]!;
    if (px < minX) minX = px;
    if (px > maxX) maxX = px;
    if (py < minY) minY = py;
    if (py > maxY) maxY = py;
  };
  from.forEach(take);
  return [minX, minY, maxX, maxY];
}

function shared(a: Box, b: Box): Box | null {
  const minX = Math.max(a[0], b[0]), minY = Math.max(a[1], b[1]);
  const maxX = Math.min(a[2], b[2]), maxY = Math.min(a[3], b[3]);
  return minX > maxX || minY > maxY ? null : [minX, minY, maxX, maxY];
}

function edgesIn({ x, y }: Plane, { from, to }: Rim, [minX, minY, maxX, maxY]: Box): Int32Array {
  const found = new Int32Array(from.length);
  let count = 0;
  for (let e = 0; e < from.length; e++) {
    const i = from[e]!, j = to[e]!;
    const xi = x[i]!, xj = x[j]!, yi = y[i]!, yj = y[j]!;
    if (xi < minX && xj < minX || xi > maxX && xj > maxX) continue;
    if (yi < minY && yj < minY || yi > maxY && yj > maxY) continue;
    found[count++] = e;
  }
  return found.subarray(0, count);
}
