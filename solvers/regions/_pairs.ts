import type { Plane } from "./_plane.ts";
import { BLOCK, type Box, type Rim } from "./_rim.ts";

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
  const box = shared(a.box, b.box);
  if (box === null) return;
  const [blocksA, blocksB] = [blocksIn(a, box), blocksIn(b, box)];
  if (blocksA.length * blocksB.length <= 4 * (edgesA + edgesB)) {
    for (const i of blocksA) {
      for (const j of blocksB) if (blocksMeet(a, i, b, j)) visitBlocks(plane, a, i, b, j, visit);
    }
    return;
  }
  const [nearA, nearB] = [edgesIn(a, blocksA), edgesIn(b, blocksB)];
  visitSlabs(plane, { rim: a, edges: nearA }, { rim: b, edges: nearB }, box, visit);
}

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
  const [wide, tall] = [extent(plane.x, b), extent(plane.y, b)];
  const isUp = tall * (maxX - minX) <= wide * (maxY - minY);
  const along = isUp ? plane.y : plane.x;
  const [least, most] = isUp ? [minY, maxY] : [minX, maxX];
  const count = slabCount(b.edges.length, (isUp ? tall : wide) / (most - least || 1));
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

/** As many as edges, but that an edge shall stand in some four at most, taken on average. */
function slabCount(edges: number, spanned: number): number {
  return Math.max(1, Math.min(edges, Math.floor(4 * edges / Math.max(spanned, 1)), 1 << 16));
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

function shared(a: Box, b: Box): Box | null {
  const minX = Math.max(a[0], b[0]), minY = Math.max(a[1], b[1]);
  const maxX = Math.min(a[2], b[2]), maxY = Math.min(a[3], b[3]);
  return minX > maxX || minY > maxY ? null : [minX, minY, maxX, maxY];
}

/** The blocks of edges whose boxes meet a box. */
function blocksIn({ blocks }: Rim, [minX, minY, maxX, maxY]: Box): number[] {
  const found: number[] = [];
  for (let at = 0; at < blocks.length; at += 4) {
    if (blocks[at]! > maxX || blocks[at + 1]! > maxY) continue;
    if (blocks[at + 2]! >= minX && blocks[at + 3]! >= minY) found.push(at / 4);
  }
  return found;
}

function blocksMeet({ blocks: a }: Rim, i: number, { blocks: b }: Rim, j: number): boolean {
  const [p, q] = [4 * i, 4 * j];
  return a[p]! <= b[q + 2]! && b[q]! <= a[p + 2]! && a[p + 1]! <= b[q + 3]! &&
    b[q + 1]! <= a[p + 3]!;
}

function visitBlocks(
  plane: Plane,
  a: Rim,
  i: number,
  b: Rim,
  j: number,
  visit: (e: number, f: number) => void,
): void {
  const endA = Math.min(BLOCK * (i + 1), a.from.length);
  const endB = Math.min(BLOCK * (j + 1), b.from.length);
  for (let e = BLOCK * i; e < endA; e++) {
    for (let f = BLOCK * j; f < endB; f++) if (boxesMeet(plane, a, e, b, f)) visit(e, f);
  }
}

/** The edges of some blocks. */
function edgesIn({ from }: Rim, blocks: readonly number[]): Int32Array {
  const found = new Int32Array(from.length);
  let count = 0;
  for (const block of blocks) {
    const end = Math.min(BLOCK * (block + 1), from.length);
    for (let e = BLOCK * block; e < end; e++) found[count++] = e;
  }
  return found.subarray(0, count);
}
