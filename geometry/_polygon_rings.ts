import type { Ring } from "./ring.ts";
import { requireDouble } from "./range.ts";

/** Corners of all rings, flat, and where each ring begins and the last one ends. */
export interface FlatRings {
  readonly coordinates: Float64Array;
  readonly ringStarts: Uint32Array;
}

/** Flattens rings, dropping a last corner that repeats the first. */
export function readRings(rings: readonly Ring[]): FlatRings {
  if (rings.length === 0) {
    throw new RangeError("Cannot build a polygon of 0 rings, must have an outer ring");
  }
  const coordinates: number[] = [];
  const ringStarts = [0];
  for (const [r, ring] of rings.entries()) {
    const corners = open(ring);
    if (corners.length < 3) {
      throw new RangeError(
        `Cannot build a polygon: ring ${r} has ${corners.length} corners, must have at least 3`,
      );
    }
    for (const [i, [x, y]] of corners.entries()) {
      coordinates.push(
        requireDouble(x, `ring ${r}, corner ${i}, x`),
        requireDouble(y, `ring ${r}, corner ${i}, y`),
      );
      const [nextX, nextY] = corners[(i + 1) % corners.length]!;
      if (x === nextX && y === nextY) {
        throw new RangeError(
          `Cannot build a polygon: ring ${r} repeats corner ${i} (${x}, ${y}), must not`,
        );
      }
    }
    ringStarts.push(coordinates.length / 2);
  }
  return {
    coordinates: Float64Array.from(coordinates),
    ringStarts: Uint32Array.from(ringStarts),
  };
}

function open(ring: Ring): Ring {
  const first = ring[0];
  const last = ring.at(-1);
  const closed = ring.length > 1 && first![0] === last![0] && first![1] === last![1];
  return closed ? ring.slice(0, -1) : ring;
}
