import type { Feature } from "../../geometry/features/feature.ts";
import { BOUNDARY, INSIDE, Matrix, OUTSIDE } from "./_matrix.ts";

/** A point with rational coordinates x/w and y/w, w above 0. */
interface Place {
  readonly x: bigint;
  readonly y: bigint;
  readonly w: bigint;
}

interface Segment {
  readonly from: Place;
  readonly to: Place;
}

/** A polygon's rings, or many polygons' that share no inside: one area. */
type Area = readonly Segment[];

interface Half {
  readonly areas: readonly Area[];
  readonly lines: readonly Segment[];
  readonly points: readonly Place[];
  readonly ends: readonly Place[];
}

/**
 * The nine intersections of any two features by the whole arrangement of their edges, in rational
 * numbers: every edge is cut at every other, and each point, piece and side is located on its own.
 * A collection is the union of its members. Cubic in the edges; shares nothing with `Relation`.
 */
export function arrangementMatrix(a: Feature, b: Feature): Matrix {
  const scale = Math.max(a.scale, b.scale);
  const halves = [halfOf(a.rescaled(scale)), halfOf(b.rescaled(scale))] as const;
  const matrix = new Matrix();
  matrix.set(OUTSIDE, OUTSIDE, 2);
  const note = (place: Place): void =>
    matrix.set(locate(halves[0], place), locate(halves[1], place), 0);
  const segments = halves.flatMap(({ areas, lines }) => [...areas.flat(), ...lines]);
  const points = halves.flatMap((half) => half.points);
  for (const segment of segments) {
    const cuts = cutsOf(segment, segments, points);
    cuts.forEach(note);
    for (let i = 1; i < cuts.length; i++) {
      const middle = middleOf(cuts[i - 1]!, cuts[i]!);
      matrix.set(locate(halves[0], middle), locate(halves[1], middle), 1);
      for (const isLeft of [true, false]) {
        const beside = halves.map(({ areas }) => isBesideInside(areas, segment, middle, isLeft));
        matrix.set(beside[0] ? INSIDE : OUTSIDE, beside[1] ? INSIDE : OUTSIDE, 2);
      }
    }
  }
  points.forEach(note);
  return matrix;
}

function halfOf(feature: Feature): Half {
  const integers = feature.integers();
  const place = (i: number): Place => ({ x: integers[2 * i]!, y: integers[2 * i + 1]!, w: 1n });
  const areas = new Map<number, Segment[]>();
  const lines: Segment[] = [], points: Place[] = [], open: Place[] = [];
  for (const { kind, start, end, member, isClosed } of feature.parts) {
    const corners = Array.from({ length: end - start }, (_, i) => place(start + i));
    if (kind === "point" || corners.length === 1) {
      points.push(corners[0]!);
      continue;
    }
    const into = kind === "line" ? lines : areas.get(member) ?? [];
    if (kind === "ring") areas.set(member, into);
    for (let i = 1; i < corners.length; i++) into.push({ from: corners[i - 1]!, to: corners[i]! });
    if (kind === "ring") into.push({ from: corners.at(-1)!, to: corners[0]! });
    else if (!isClosed) open.push(corners[0]!, corners.at(-1)!);
  }
  const ends = open.filter((p) => open.filter((q) => same(p, q)).length % 2 === 1);
  return { areas: [...areas.values()], lines, points, ends };
}

/** Where a place is with regard to the union of a half's members; areas go before lines. */
function locate({ areas, lines, points, ends }: Half, place: Place): number {
  const sides = areas.map((area) => sideOf(area, place));
  if (sides.includes(1)) return INSIDE;
  const rims = areas.filter((_, i) => sides[i] === 0);
  if (rims.length > 0) return isSurrounded(rims, place) ? INSIDE : BOUNDARY;
  if (ends.some((end) => same(end, place))) return BOUNDARY;
  if (lines.some((line) => isOn(line, place))) return INSIDE;
  return points.some((point) => same(point, place)) ? INSIDE : OUTSIDE;
}

/** 1 inside of an area, 0 on its rim, -1 outside. */
function sideOf(area: Area, place: Place): number {
  let isInside = false;
  for (const { from, to } of area) {
    if (isOn({ from, to }, place)) return 0;
    const isFromAbove = compare(from.y, from.w, place.y, place.w) > 0;
    if (isFromAbove === compare(to.y, to.w, place.y, place.w) > 0) continue;
    if (turn(from, to, place) > 0n === !isFromAbove) isInside = !isInside;
  }
  return isInside ? 1 : -1;
}

/** Whether areas whose rims all pass through a place fill everything around it. */
function isSurrounded(areas: readonly Area[], place: Place): boolean {
  const ways = areas.flat().filter((segment) => isOn(segment, place))
    .flatMap(({ from, to }) => [from, to]).filter((end) => !same(end, place))
    .map((end): Vector => [end.x * place.w - place.x * end.w, end.y * place.w - place.y * end.w])
    .sort(compareVectors)
    .filter((way, i, all) => i === 0 || compareVectors(all[i - 1]!, way) !== 0);
  return ways.every((way, i) => {
    const next = ways[(i + 1) % ways.length]!;
    return areas.some((area) => fillsSector(area, place, way, next));
  });
}

type Vector = readonly [x: bigint, y: bigint];

/** Whether the sector from one way counter-clockwise to the next, without ways in it, is filled. */
function fillsSector(area: Area, place: Place, way: Vector, next: Vector): boolean {
  const turnBy = way[0] * next[1] - way[1] * next[0];
  const [ax, ay] = [way[0], way[1]];
  // Between the two: their sum where they are less than a half turn apart.
  const between: Vector = turnBy > 0n
    ? [
      ax * magnitude(next) + next[0] * magnitude(way),
      ay * magnitude(next) + next[1] * magnitude(way),
    ]
    : turnBy === 0n
    ? [-ay, ax]
    : [
      -ax * magnitude(next) - next[0] * magnitude(way),
      -ay * magnitude(next) - next[1] * magnitude(way),
    ];
  return isFilledTowards(area, place, between);
}

function magnitude([x, y]: Vector): bigint {
  return (x < 0n ? -x : x) + (y < 0n ? -y : y);
}

/** Whether an area is found right behind a place in a direction: before any of its rims. */
function isFilledTowards(area: Area, place: Place, [dx, dy]: Vector): boolean {
  const far = { x: place.x + dx * place.w, y: place.y + dy * place.w, w: place.w };
  let near = middleOf(place, far);
  const probe = { from: place, to: far };
  for (const segment of area) {
    for (const cut of meetings(probe, segment)) {
      if (!same(cut, place) && isOn({ from: place, to: near }, cut)) near = middleOf(place, cut);
    }
  }
  return sideOf(area, near) > 0;
}

/** Whether the union of areas lies beside a piece of a segment, around its middle. */
function isBesideInside(
  areas: readonly Area[],
  { from, to }: Segment,
  middle: Place,
  isLeft: boolean,
): boolean {
  const along: Vector = [to.x * from.w - from.x * to.w, to.y * from.w - from.y * to.w];
  const across: Vector = isLeft ? [-along[1], along[0]] : [along[1], -along[0]];
  return areas.some((area) => {
    const side = sideOf(area, middle);
    return side > 0 || (side === 0 && isFilledTowards(area, middle, across));
  });
}

/** The ends of a segment and what meets it, in order along it, each place once. */
function cutsOf(
  segment: Segment,
  others: readonly Segment[],
  points: readonly Place[],
): Place[] {
  const cuts = [segment.from, segment.to, ...points.filter((point) => isOn(segment, point))];
  for (const other of others) cuts.push(...meetings(segment, other));
  const isForward = comparePlaces(segment.from, segment.to) < 0;
  cuts.sort((p, q) => isForward ? comparePlaces(p, q) : comparePlaces(q, p));
  return cuts.filter((cut, i) => i === 0 || !same(cut, cuts[i - 1]!));
}

/** Where two segments meet: a point, the ends of what they share, or nothing. */
function meetings(s: Segment, t: Segment): Place[] {
  const found = [t.from, t.to].filter((p) => isOn(s, p));
  found.push(...[s.from, s.to].filter((p) => isOn(t, p)));
  if (found.length > 0) return found;
  const [a, b] = [turn(s.from, s.to, t.from), turn(s.from, s.to, t.to)];
  const [c, d] = [turn(t.from, t.to, s.from), turn(t.from, t.to, s.to)];
  if (a > 0n === b > 0n || c > 0n === d > 0n) return [];
  // The turns weigh the two ends: (a t.to - b t.from) / (a - b), in homogeneous coordinates.
  const [x, y, w] = [
    a * t.to.x - b * t.from.x,
    a * t.to.y - b * t.from.y,
    a * t.to.w - b * t.from.w,
  ];
  return [w < 0n ? { x: -x, y: -y, w: -w } : { x, y, w }];
}

function isOn({ from, to }: Segment, place: Place): boolean {
  return turn(from, to, place) === 0n && comparePlaces(from, place) * comparePlaces(place, to) >= 0;
}

/** Above 0 where c lies left of the line from a to b. */
function turn(a: Place, b: Place, c: Place): bigint {
  return a.x * (b.y * c.w - b.w * c.y) - a.y * (b.x * c.w - b.w * c.x) +
    a.w * (b.x * c.y - b.y * c.x);
}

function middleOf(a: Place, b: Place): Place {
  return { x: a.x * b.w + b.x * a.w, y: a.y * b.w + b.y * a.w, w: 2n * a.w * b.w };
}

function same(a: Place, b: Place): boolean {
  return comparePlaces(a, b) === 0;
}

function comparePlaces(a: Place, b: Place): number {
  return compare(a.x, a.w, b.x, b.w) || compare(a.y, a.w, b.y, b.w);
}

function compare(a: bigint, aw: bigint, b: bigint, bw: bigint): number {
  const difference = a * bw - b * aw;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function compareVectors(a: Vector, b: Vector): number {
  const lower = ([x, y]: Vector): number => y > 0n || (y === 0n && x > 0n) ? 0 : 1;
  const half = lower(a) - lower(b);
  if (half !== 0) return half;
  const cross = a[0] * b[1] - a[1] * b[0];
  return cross > 0n ? -1 : cross < 0n ? 1 : 0;
}
