import { type OrientedBox, Rational } from "../../../geometry/mod.ts";

type P = readonly Rational[];

/** The squared distance of two boxes that do not overlap, feature by feature, in rationals. */
export function oracleDistance(a: OrientedBox, b: OrientedBox): Rational {
  const [ca, cb] = [corners(a), corners(b)];
  let best = lengthSquared(sub(ca[0]!, cb[0]!));
  const take = (x: Rational | null) => {
    if (x !== null && x.compare(best) < 0) best = x;
  };
  for (const [points, box] of [[ca, b], [cb, a]] as const) {
    for (const p of points) for (const face of faces(box)) take(pointToFace(p, face));
  }
  for (const e of edges(ca)) for (const f of edges(cb)) take(segments(e, f));
  return best;
}

/** Corner i has the sign of bit k for axis k. */
export function corners({ center, axes }: OrientedBox): P[] {
  return Array.from({ length: 8 }, (_, i) =>
    [0, 1, 2].map((c) =>
      [0, 1, 2].reduce((sum, k) => {
        const m = Rational.from(axes[k]![c]!);
        return (i >> k & 1) === 1 ? sum.plus(m) : sum.minus(m);
      }, Rational.from(center[c]!))
    ));
}

function edges(c: readonly P[]): [P, P][] {
  const found: [P, P][] = [];
  for (let i = 0; i < 8; i++) {
    for (const bit of [1, 2, 4]) if ((i & bit) === 0) found.push([c[i]!, c[i | bit]!]);
  }
  return found;
}

function faces({ center, axes }: OrientedBox): { at: P; u: P; v: P }[] {
  const [c, m] = [
    center.map((x) => Rational.from(x)),
    axes.map((a) => a.map((x) => Rational.from(x))),
  ];
  return [0, 1, 2].flatMap((k) =>
    [1, -1].map((side) => ({
      at: c.map((x, i) => side > 0 ? x.plus(m[k]![i]!) : x.minus(m[k]![i]!)),
      u: m[(k + 1) % 3]!,
      v: m[(k + 2) % 3]!,
    }))
  );
}

/** Where the foot of the perpendicular lies within the face; edges stand for the rest. */
function pointToFace(p: P, { at, u, v }: { at: P; u: P; v: P }): Rational | null {
  const d = sub(p, at);
  const [uu, uv, vv, du, dv] = [dot(u, u), dot(u, v), dot(v, v), dot(d, u), dot(d, v)];
  const det = uu.times(vv).minus(uv.times(uv));
  if (det.sign === 0) return null;
  const s = du.times(vv).minus(dv.times(uv)).over(det);
  const t = dv.times(uu).minus(du.times(uv)).over(det);
  if (s.abs().compare(Rational.ONE) > 0 || t.abs().compare(Rational.ONE) > 0) return null;
  return lengthSquared(d.map((x, i) => x.minus(s.times(u[i]!)).minus(t.times(v[i]!))));
}

function segments([a, b]: [P, P], [c, d]: [P, P]): Rational {
  const [u, v, w] = [sub(b, a), sub(d, c), sub(c, a)];
  const [uu, uv, vv, uw, vw] = [dot(u, u), dot(u, v), dot(v, v), dot(u, w), dot(v, w)];
  const det = uu.times(vv).minus(uv.times(uv));
  if (det.sign !== 0) {
    const s = uw.times(vv).minus(vw.times(uv)).over(det);
    const t = uw.times(uv).minus(vw.times(uu)).over(det);
    if (within(s) && within(t)) {
      return lengthSquared(w.map((x, i) => x.plus(t.times(v[i]!)).minus(s.times(u[i]!))));
    }
  }
  return [
    toSegment(a, c, d),
    toSegment(b, c, d),
    toSegment(c, a, b),
    toSegment(d, a, b),
  ].reduce((low, x) => x.compare(low) < 0 ? x : low);
}

function toSegment(p: P, a: P, b: P): Rational {
  const [u, d] = [sub(b, a), sub(p, a)];
  const t = dot(d, u).over(dot(u, u));
  const held = t.sign < 0 ? Rational.ZERO : t.compare(Rational.ONE) > 0 ? Rational.ONE : t;
  return lengthSquared(d.map((x, i) => x.minus(held.times(u[i]!))));
}

function within(t: Rational): boolean {
  return t.sign >= 0 && t.compare(Rational.ONE) <= 0;
}

function sub(a: P, b: P): P {
  return a.map((x, i) => x.minus(b[i]!));
}

function dot(a: P, b: P): Rational {
  return a.reduce((sum, x, i) => sum.plus(x.times(b[i]!)), Rational.ZERO);
}

function lengthSquared(a: P): Rational {
  return dot(a, a);
}
