import {
  cross,
  dot,
  minus,
  norm,
  plus,
  same,
  scale,
  type Tested,
  type V,
} from "./_check_place_facts.ts";
import { abs, div, mul, ONE, sqrt, TOLERANCE } from "./_fixed_point.ts";

type Line = readonly [V, V];
type Circle = Tested["circles"][number];

/**
 * Places that satisfy all facts: where curves cross, between such places, along lines and arcs.
 * At least one is found where any exists, and at least three where there are infinitely many.
 */
export function samplesOf(facts: readonly Tested[]): V[] {
  const lines = facts.flatMap((fact) => fact.lines);
  const circles = facts.flatMap((fact) => fact.circles);
  const corners = [
    ...facts.flatMap((fact) => fact.points),
    ...crossings(lines, circles),
    [0n, 0n] as V,
  ];
  const closed = (p: V) => facts.every((fact) => fact.holds(p, true));
  const onLinear = (p: V) => facts.every((fact) => fact.circles.length > 0 || fact.holds(p, true));
  const around = spread(distinct(corners.filter(onLinear)), lines, onLinear);
  const arcs = circles.slice(0, 1).flatMap((circle) => onArcs(circle, corners.filter(closed)));
  const all = [...corners, ...around, ...arcs];
  return distinct(all.filter((p) => facts.every((fact) => fact.holds(p, false))));
}

/** From corners of a convex set into it: between them, and along the ways that do not leave it. */
function spread(corners: readonly V[], lines: readonly Line[], holds: (p: V) => boolean): V[] {
  if (corners.length === 0) return [];
  const far = 10n ** 9n * ONE;
  const ways = [
    ...lines.flatMap(([, d]): V[] => [d, [-d[1], d[0]]]),
    [ONE, 0n] as V,
    [0n, ONE] as V,
  ]
    .flatMap((d): V[] => [d, [-d[0], -d[1]]]);
  const centre = corners.reduce(plus).map((x) => x / BigInt(corners.length)) as unknown as V;
  const found: V[] = [];
  for (const from of [centre, ...corners]) {
    const open = ways.filter((d) => holds(plus(from, scale(d, far))));
    const sum = open.reduce(plus, [0n, 0n]);
    found.push(from, plus(from, sum), plus(from, scale(sum, 3n * ONE)));
    for (const d of open) found.push(plus(from, d));
    for (const to of corners) {
      for (const part of [2n, 3n, 5n]) {
        found.push([from[0] + (to[0] - from[0]) / part, from[1] + (to[1] - from[1]) / part]);
      }
    }
  }
  return found;
}

/** Points of a circle halfway, and a quarter of the way, between others on it, and some more. */
function onArcs(circle: Circle, critical: readonly V[]): V[] {
  const { centre, radius } = circle;
  const at = (v: V): V => {
    const length = norm(v);
    return [centre[0] + div(mul(v[0], radius), length), centre[1] + div(mul(v[1], radius), length)];
  };
  const marks = distinct([
    ...critical,
    ...([[ONE, 0n], [0n, ONE], [-ONE, 0n], [0n, -ONE]] as V[]).map(at),
  ]);
  // With the four marks, neighbours are at most a quarter apart, so that halving is by adding.
  const halves = (points: readonly V[]) =>
    points.flatMap((p) =>
      points.flatMap((q) => {
        const sum = plus(minus(p, centre), minus(q, centre));
        return norm(sum) <= TOLERANCE ? [] : [at(sum)];
      })
    );
  const between = halves(marks);
  const ends = distinct([...critical, ...between]);
  return [...marks, ...between, ...(ends.length < 200 ? halves(ends) : [])];
}

function crossings(lines: readonly Line[], circles: readonly Circle[]): V[] {
  const found: V[] = [];
  for (const [i, line] of lines.entries()) {
    for (const other of lines.slice(i + 1)) found.push(...lineWithLine(line, other));
    for (const circle of circles) found.push(...lineWithCircle(line, circle));
  }
  for (const [i, circle] of circles.entries()) {
    for (const other of circles.slice(i + 1)) found.push(...circleWithCircle(circle, other));
  }
  return found;
}

function lineWithLine([p, d]: Line, [q, e]: Line): V[] {
  const area = cross(d, e);
  if (abs(area) <= TOLERANCE) return [];
  return [plus(p, scale(d, div(cross(minus(q, p), e), area)))];
}

function lineWithCircle([p, d]: Line, { centre, radius }: Circle): V[] {
  const foot = plus(p, scale(d, dot(minus(centre, p), d)));
  const off = norm(minus(foot, centre));
  if (off > radius + TOLERANCE) return [foot];
  const half = tidy(mul(radius, radius) - mul(off, off));
  return [foot, plus(foot, scale(d, half)), minus(foot, scale(d, half))];
}

function circleWithCircle(a: Circle, b: Circle): V[] {
  const between = minus(b.centre, a.centre);
  const apart = norm(between);
  if (apart <= TOLERANCE) return [];
  const along = div(
    mul(apart, apart) + mul(a.radius, a.radius) - mul(b.radius, b.radius),
    2n * apart,
  );
  const rest = mul(a.radius, a.radius) - mul(along, along);
  if (rest < -TOLERANCE) return [];
  const unit: V = [div(between[0], apart), div(between[1], apart)];
  const foot = plus(a.centre, scale(unit, along));
  const aside = scale([-unit[1], unit[0]], tidy(rest));
  return [plus(foot, aside), minus(foot, aside)];
}

/** The root, 0 of what is 0 but for rounding: a touch is one point. */
function tidy(square: bigint): bigint {
  return abs(square) <= 10n ** 20n ? 0n : sqrt(square);
}

function distinct(points: readonly V[]): V[] {
  return points.filter((p, i) => points.findIndex((q) => same(p, q)) === i);
}
