/** Slow and separate: polygons by rational parameters of lines, on small integers. */
export type P = readonly [number, number];

function edges(ring: readonly P[]): [P, P][] {
  return ring.map((a, i) => [a, ring[(i + 1) % ring.length]!]);
}

function onSegment([x, y]: P, [[ax, ay], [bx, by]]: readonly [P, P]): boolean {
  const dot = (x - ax) * (x - bx) + (y - ay) * (y - by);
  return (bx - ax) * (y - ay) === (by - ay) * (x - ax) && dot <= 0;
}

/** By a ray so slanted that it meets no corner on a small grid. */
export function slowLocate(rings: readonly (readonly P[])[], p: P): string {
  const all = rings.flatMap(edges);
  if (all.some((edge) => onSegment(p, edge))) return "boundary";
  const [ux, uy] = [100003, 1];
  let crossings = 0;
  for (const [a, b] of all) {
    // p + s u = a + t (b - a)
    const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
    const [wx, wy] = [a[0] - p[0], a[1] - p[1]];
    let den = ux * ey - uy * ex;
    let s = wx * ey - wy * ex;
    let t = wx * uy - wy * ux;
    if (den < 0) [den, s, t] = [-den, -s, -t];
    if (den !== 0 && s > 0 && t > 0 && t < den) crossings++;
  }
  return crossings % 2 === 1 ? "inside" : "outside";
}

/** Whether two closed segments meet: by the parameters of the common point, or by ends on lines. */
export function slowMeet(e: readonly [P, P], f: readonly [P, P]): boolean {
  if ([e[0], e[1]].some((p) => onSegment(p, f)) || [f[0], f[1]].some((p) => onSegment(p, e))) {
    return true;
  }
  const [ex, ey] = [e[1][0] - e[0][0], e[1][1] - e[0][1]];
  const [fx, fy] = [f[1][0] - f[0][0], f[1][1] - f[0][1]];
  const [wx, wy] = [f[0][0] - e[0][0], f[0][1] - e[0][1]];
  const den = ex * fy - ey * fx;
  if (den === 0) return false;
  const s = (wx * fy - wy * fx) / den;
  const t = (wx * ey - wy * ex) / den;
  return s > 0 && s < 1 && t > 0 && t < 1;
}

/** Whether a single ring is simple. */
export function slowSimple(ring: readonly P[]): boolean {
  const all = edges(ring);
  const n = all.length;
  for (let i = 0; i < n; i++) {
    if (all[i]![0][0] === all[i]![1][0] && all[i]![0][1] === all[i]![1][1]) return false;
    for (let j = i + 1; j < n; j++) {
      const [e, f] = [all[i]!, all[j]!];
      if (j === i + 1 || (i === 0 && j === n - 1)) {
        const [first, second] = j === i + 1 ? [e, f] : [f, e];
        if (onSegment(second[1], first) || onSegment(first[0], second)) return false;
      } else if (slowMeet(e, f)) return false;
    }
  }
  return true;
}

/** The squared distance from a point to a segment, as [numerator, denominator]. */
export function slowDistance([x, y]: P, [a, b]: readonly [P, P]): [number, number] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  // The nearest t in [0, 1] of a + t (b - a), as a fraction of `length`.
  const t = Math.max(0, Math.min(length, (x - a[0]) * dx + (y - a[1]) * dy));
  if (length === 0) return [(x - a[0]) ** 2 + (y - a[1]) ** 2, 1];
  const ex = (x - a[0]) * length - t * dx;
  const ey = (y - a[1]) * length - t * dy;
  return [ex * ex + ey * ey, length * length];
}

/** The least squared distance between points of two sets of edges, as a double. */
export function slowRimDistance(a: readonly [P, P][], b: readonly [P, P][]): number {
  let least = Infinity;
  for (const e of a) {
    for (const f of b) {
      if (slowMeet(e, f)) return 0;
      const pairs: [P, readonly [P, P]][] = [[e[0], f], [e[1], f], [f[0], e], [f[1], e]];
      for (const [p, s] of pairs) {
        const [num, den] = slowDistance(p, s);
        least = Math.min(least, num / den);
      }
    }
  }
  return least;
}

export { edges as edgesOf };
