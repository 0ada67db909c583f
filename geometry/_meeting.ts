import type { Corners } from "./_corners.ts";
import type { Rings } from "./_rings.ts";

/** How two edges meet that do not just follow each other. */
export interface Meeting {
  /** A touch is one of two rings in a single point, which do not cross there. */
  readonly kind: "crossing" | "overlap" | "self-touch" | "touch";
  readonly e: number;
  readonly f: number;
  /** The corner where they touch; -1 for other kinds. */
  readonly point: number;
}

/**
 * How edges e and f meet; null where they do not, and where the point belongs to the edges that
 * follow: an edge owns its first corner and not its last.
 */
export function meetingOf(rings: Rings, e: number, f: number): Meeting | null {
  const { corners, next } = rings;
  const [a, b, c, d] = [e, next[e]!, f, next[f]!];
  if (b === c) return foldsBack(corners, a, b, d) ? bare("overlap", e, f) : null;
  if (d === a) return foldsBack(corners, c, d, b) ? bare("overlap", e, f) : null;
  const [atC, atD] = [corners.orientation(a, b, c), corners.orientation(a, b, d)];
  if (atC * atD > 0) return null;
  if (atC === 0 && atD === 0) return collinear(rings, e, f);
  const [atA, atB] = [corners.orientation(c, d, a), corners.orientation(c, d, b)];
  if (atA * atB > 0) return null;
  if (atA * atB < 0 && atC * atD < 0) return bare("crossing", e, f);
  if (atB === 0 || atD === 0) return null;
  const point = atC === 0 ? c : a;
  return touch(rings, { e, f, point }, atC === 0, atA === 0);
}

function bare(kind: Meeting["kind"], e: number, f: number): Meeting {
  return { kind, e, f, point: -1 };
}

/** Whether the edge from b to d runs back along the one from a to b. */
function foldsBack(corners: Corners, a: number, b: number, d: number): boolean {
  return runsAlong(corners, b, a, d);
}

/** Two edges of one line. */
function collinear(rings: Rings, e: number, f: number): Meeting | null {
  const { corners, next } = rings;
  const ordered = (i: number): readonly [number, number] =>
    corners.compare(i, next[i]!) < 0 ? [i, next[i]!] : [next[i]!, i];
  const [[lowE, highE], [lowF, highF]] = [ordered(e), ordered(f)];
  const low = corners.compare(lowE, lowF) > 0 ? lowE : lowF;
  const high = corners.compare(highE, highF) < 0 ? highE : highF;
  const order = corners.compare(low, high);
  if (order < 0) return bare("overlap", e, f);
  if (order > 0 || corners.compare(e, f) !== 0) return null;
  return touch(rings, { e, f, point: e }, true, true);
}

/**
 * Edges in one point: rings touch there, unless the arms of one are on both sides of the other.
 * Null where arms run along each other: they overlap, which the edges further on tell.
 */
function touch(
  { corners, next, previous, ring }: Rings,
  { e, f, point }: Omit<Meeting, "kind">,
  atCornerOfF: boolean,
  atCornerOfE: boolean,
): Meeting | null {
  const own = [atCornerOfE ? previous[e]! : e, next[e]!] as const;
  const others = [atCornerOfF ? previous[f]! : f, next[f]!] as const;
  if (own.some((a) => others.some((b) => runsAlong(corners, point, a, b)))) return null;
  if (ring[e] === ring[f]) return bare("self-touch", e, f);
  const [before, after] = others.map((arm) => isInSector(corners, point, ...own, arm));
  return { kind: before === after ? "touch" : "crossing", e, f, point };
}

/** Whether a and b lie in the same direction from p. */
function runsAlong(corners: Corners, p: number, a: number, b: number): boolean {
  return corners.orientation(p, a, b) === 0 && corners.compare(p, a) === corners.compare(p, b);
}

/** Whether the arm from p to b lies in the sector that turns left from p-from to p-to. */
function isInSector(corners: Corners, p: number, from: number, to: number, b: number): boolean {
  const turn = corners.orientation(p, from, to);
  const [afterFrom, beforeTo] = [corners.orientation(p, from, b), corners.orientation(p, b, to)];
  // Arms of one ring that do not fold back are opposite where they do not turn.
  if (turn === 0) return afterFrom > 0;
  return turn > 0 ? afterFrom > 0 && beforeTo > 0 : !(afterFrom < 0 && beforeTo < 0);
}
