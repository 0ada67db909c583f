import { Q } from "../_check_numbers.ts";
import { add, type Body, cross, dot, scale, sub, type V } from "./_truth.ts";

/** A plane: what is inside has normal . x <= offset. */
interface Plane {
  readonly normal: V;
  readonly offset: bigint;
}

/** A point as (x, y, z) / w, w above 0. */
interface Point {
  readonly at: V;
  readonly w: bigint;
}

/** The volume of what two boxes share: all corners that three of the twelve planes make. */
export function sharedOf(a: Body, b: Body): Q {
  const planes = [...planesOf(a), ...planesOf(b)];
  const facets = planes.map((): Point[] => []);
  for (let i = 0; i < 12; i++) {
    for (let j = i + 1; j < 12; j++) {
      for (let k = j + 1; k < 12; k++) {
        const point = meeting(planes[i]!, planes[j]!, planes[k]!);
        if (point === null || !planes.every((p) => height(p, point) <= 0n)) continue;
        for (const [f, plane] of planes.entries()) {
          const list = facets[f]!;
          if (height(plane, point) === 0n && !list.some((q) => isSame(q, point))) list.push(point);
        }
      }
    }
  }
  const apex = facets.flat()[0];
  if (apex === undefined) return new Q(0n);
  let six = new Q(0n);
  const seen: Plane[] = [];
  for (const [f, plane] of planes.entries()) {
    // Two planes may be one: its facet counts once.
    if (facets[f]!.length < 3 || seen.some((p) => isOne(p, plane))) continue;
    seen.push(plane);
    const around = ordered(facets[f]!, plane.normal);
    for (let i = 1; i + 1 < around.length; i++) {
      six = reduced(six.plus(tetrahedron(apex, around[0]!, around[i]!, around[i + 1]!)));
    }
  }
  return six.over(new Q(6n));
}

function planesOf({ center, axes }: Body): Plane[] {
  return [0, 1, 2].flatMap((k) => {
    let normal = cross(axes[(k + 1) % 3]!, axes[(k + 2) % 3]!);
    if (dot(normal, axes[k]!) < 0n) normal = scale(normal, -1n);
    const back = scale(normal, -1n);
    return [
      { normal, offset: dot(normal, add(center, axes[k]!)) },
      { normal: back, offset: dot(back, sub(center, axes[k]!)) },
    ];
  });
}

function meeting(p: Plane, q: Plane, r: Plane): Point | null {
  const det = dot(p.normal, cross(q.normal, r.normal));
  if (det === 0n) return null;
  const sum = add(
    add(scale(cross(q.normal, r.normal), p.offset), scale(cross(r.normal, p.normal), q.offset)),
    scale(cross(p.normal, q.normal), r.offset),
  );
  return det < 0n ? { at: scale(sum, -1n), w: -det } : { at: sum, w: det };
}

function height({ normal, offset }: Plane, { at, w }: Point): bigint {
  return dot(normal, at) - offset * w;
}

function isSame(a: Point, b: Point): boolean {
  return a.at.every((x, k) => x * b.w === b.at[k]! * a.w);
}

function isOne(p: Plane, q: Plane): boolean {
  const n = cross(p.normal, q.normal);
  if (n.some((x) => x !== 0n) || dot(p.normal, q.normal) < 0n) return false;
  const k = p.normal.findIndex((x) => x !== 0n);
  return p.offset * q.normal[k]! === q.offset * p.normal[k]!;
}

/** Points of a plane sorted around the first: left turns only. */
function ordered(points: readonly Point[], normal: V): Point[] {
  const [first, ...rest] = points as [Point, ...Point[]];
  const arm = (p: Point): V => sub(scale(p.at, first.w), scale(first.at, p.w));
  // All others lie within half a turn around a corner of a convex polygon.
  rest.sort((a, b) => {
    const side = dot(normal, cross(arm(a), arm(b)));
    return side > 0n ? -1 : side < 0n ? 1 : 0;
  });
  return [first, ...rest];
}

function tetrahedron(o: Point, a: Point, b: Point, c: Point): Q {
  const [p, q, r] = [a, b, c].map((x) => sub(scale(x.at, o.w), scale(o.at, x.w))) as [V, V, V];
  return reduced(new Q(dot(p, cross(q, r)), o.w ** 3n * a.w * b.w * c.w).abs());
}

function reduced({ n, d }: Q): Q {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? new Q(0n) : new Q(n / a, d / a);
}
