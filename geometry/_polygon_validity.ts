import { type Meeting, meetingOf } from "./_meeting.ts";
import type { Rings } from "./_rings.ts";
import type { PolygonFault, PolygonFaultKind, RimPlace } from "./polygon_fault.ts";

/** The first fault of rings. */
export function faultOf(rings: Rings): PolygonFault | null {
  return fewCorners(rings) ?? new Validity(rings).fault();
}

function fewCorners(rings: Rings): PolygonFault | null {
  for (let r = 0; r < rings.place.length; r++) {
    if (rings.starts[r + 1]! - rings.starts[r]! >= 3) continue;
    const at = { polygon: rings.polygonOf[r]!, ring: rings.place[r]!, corner: 0 };
    return { kind: "too few corners", at, with: null };
  }
  return null;
}

class Validity {
  readonly #rings: Rings;
  readonly #touches: Meeting[] = [];

  constructor(rings: Rings) {
    this.#rings = rings;
  }

  fault(): PolygonFault | null {
    return this.#edges() ?? this.#holes() ?? this.#nestedHoles() ?? this.#nestedShells() ??
      this.#cutInterior();
  }

  /** Edges that cross or overlap, and rings that touch themselves; notes where rings touch. */
  #edges(): PolygonFault | null {
    let first: PolygonFault | null = null;
    this.#rings.somePair((e, f) => {
      const meeting = meetingOf(this.#rings, e, f);
      if (meeting === null) return false;
      if (meeting.kind === "touch") this.#touches.push(meeting);
      else first = this.#at(meeting.kind, f, e);
      return first !== null;
    });
    return first;
  }

  #holes(): PolygonFault | null {
    const { place } = this.#rings;
    let shell = 0;
    for (let ring = 0; ring < place.length; ring++) {
      if (place[ring] === 0) shell = ring;
      else if (
        !this.#rings.boxWithin(ring, shell) || this.#rings.sideOfRing(ring, shell) < 0
      ) return this.#ofRings("hole outside shell", ring, shell);
    }
    return null;
  }

  #nestedHoles(): PolygonFault | null {
    const { place } = this.#rings;
    for (let ring = 0; ring < place.length; ring++) {
      if (place[ring] === 0) continue;
      for (let other = ring - 1; place[other]! > 0; other--) {
        if (this.#within(ring, other)) return this.#ofRings("nested holes", ring, other);
        if (this.#within(other, ring)) return this.#ofRings("nested holes", other, ring);
      }
    }
    return null;
  }

  /** A polygon in the inside of another; one in a hole of another is none. */
  #nestedShells(): PolygonFault | null {
    const { place } = this.#rings;
    const shells = place.flatMap((p, ring) => p === 0 ? [ring] : []);
    for (const inner of shells) {
      for (const outer of shells) {
        if (inner === outer || !this.#within(inner, outer)) continue;
        let inHole = false;
        for (let hole = outer + 1; place[hole]! > 0; hole++) inHole ||= this.#within(inner, hole);
        if (!inHole) return this.#ofRings("nested shells", inner, outer);
      }
    }
    return null;
  }

  /** Rings of one polygon and the points where they touch: a circle of these cuts its inside. */
  #cutInterior(): PolygonFault | null {
    const { ring, polygonOf, corners } = this.#rings;
    const inner = this.#touches.filter(({ e, f }) => polygonOf[ring[e]!] === polygonOf[ring[f]!])
      .sort((s, t) => corners.compare(s.point, t.point));
    const parent = new Map<string, string>();
    const root = (node: string): string => {
      let at = node;
      for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
      return at;
    };
    const joined = new Set<string>();
    let group = 0;
    for (const [i, touch] of inner.entries()) {
      if (i > 0 && corners.compare(inner[i - 1]!.point, touch.point) !== 0) group++;
      for (const edge of [touch.e, touch.f]) {
        // A point where polygons meet belongs to each of them on its own.
        const link = `${ring[edge]} ${group}`;
        if (joined.has(link)) continue;
        joined.add(link);
        const [from, to] = [
          root(`r${ring[edge]}`),
          root(`p${group} ${polygonOf[ring[edge]!]}`),
        ];
        if (from === to) return this.#at("disconnected interior", touch.f, touch.e);
        parent.set(from, to);
      }
    }
    return null;
  }

  #within(ring: number, other: number): boolean {
    return this.#rings.boxWithin(ring, other) && this.#rings.sideOfRing(ring, other) > 0;
  }

  #at(kind: PolygonFaultKind, e: number, f: number): PolygonFault {
    return { kind, at: this.#place(e), with: this.#place(f) };
  }

  #ofRings(kind: PolygonFaultKind, ring: number, other: number): PolygonFault {
    return this.#at(kind, this.#rings.starts[ring]!, this.#rings.starts[other]!);
  }

  #place(corner: number): RimPlace {
    const { ring, polygonOf, place, given } = this.#rings;
    const r = ring[corner]!;
    return { polygon: polygonOf[r]!, ring: place[r]!, corner: given[corner]! };
  }
}
