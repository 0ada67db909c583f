import type { Mesh, MeshSource } from "./mesh_instance.ts";
import { isLattice } from "../../../geometry/range.ts";
import { splitFans } from "./_fans.ts";
import { requireConvex } from "./_convex.ts";

/**
 * Builds the flat form of a mesh; which polygons are neighbours follows from the edges they share.
 *
 * @param source vertices and polygons
 * @returns the mesh
 * @throws RangeError for a coordinate that is no integer of at most 2^25, a vertex number that does
 * not exist, a polygon that is not convex and counter-clockwise, or an edge of three polygons
 *
 * Cost: linear in the number of polygon corners.
 *
 * @example
 * ```ts
 * import { buildMesh } from "@alidade/core/kernels";
 * import { assertEquals } from "@std/assert";
 *
 * const mesh = buildMesh({
 *   points: [[0, 0], [2, 0], [2, 2], [0, 2], [4, 0]],
 *   polygons: [[0, 1, 2, 3], [1, 4, 2]],
 * });
 * assertEquals(mesh.twins[1], 6);
 * ```
 */
export function buildMesh(source: MeshSource): Mesh {
  const { points, polygons } = source;
  requireLattice(points);
  const starts = new Int32Array(polygons.length + 1);
  polygons.forEach((polygon, p) => starts[p + 1] = starts[p]! + polygon.length);
  const vertices = Int32Array.from(polygons.flat());
  polygons.forEach((polygon, p) => requireVertices(polygon, { p, count: points.length }));
  polygons.forEach((polygon, p) => requireConvex(polygon.map((v) => points[v]!), p));
  const owners = new Int32Array(vertices.length);
  polygons.forEach((_, p) => owners.fill(p, starts[p], starts[p + 1]));
  const twins = pairEdges({ starts, vertices, owners });
  return splitFans({ points, starts, vertices, owners, twins });
}

function requireLattice(points: MeshSource["points"]): void {
  points.forEach(([x, y], v) => {
    if (isLattice(x) && isLattice(y)) return;
    throw new RangeError(
      `Cannot build the mesh: vertex ${v} is (${x}, ${y}), must be integers of at most 2^25`,
    );
  });
}

function requireVertices(polygon: readonly number[], at: { p: number; count: number }): void {
  for (const v of polygon) {
    if (Number.isInteger(v) && v >= 0 && v < at.count) continue;
    throw new RangeError(
      `Cannot build the mesh: polygon ${at.p} names vertex ${v}, must be 0 to ${at.count - 1}`,
    );
  }
}

/** For each slot the slot of the same edge in the polygon beyond, or -1. */
function pairEdges(
  mesh: { starts: Int32Array; vertices: Int32Array; owners: Int32Array },
): Int32Array {
  const { starts, vertices, owners } = mesh;
  const twins = new Int32Array(vertices.length).fill(-1);
  const byEnds = new Map<number, number>();
  const next = (slot: number) => {
    const p = owners[slot]!;
    return slot + 1 < starts[p + 1]! ? slot + 1 : starts[p]!;
  };
  const key = (a: number, b: number) => a * 2 ** 26 + b;
  for (let slot = 0; slot < vertices.length; slot++) {
    const ends = key(vertices[slot]!, vertices[next(slot)]!);
    if (byEnds.has(ends)) {
      throw new RangeError(
        `Cannot build the mesh: polygons ${owners[byEnds.get(ends)!]} and ${owners[slot]} lie on ` +
          `the same side of one edge, must be on two sides`,
      );
    }
    byEnds.set(ends, slot);
  }
  for (let slot = 0; slot < vertices.length; slot++) {
    twins[slot] = byEnds.get(key(vertices[next(slot)]!, vertices[slot]!)) ?? -1;
  }
  return twins;
}
