import type { Mesh, MeshSource } from "./mesh_instance.ts";

interface Paired {
  readonly points: MeshSource["points"];
  readonly starts: Int32Array;
  readonly vertices: Int32Array;
  readonly owners: Int32Array;
  readonly twins: Int32Array;
}

/** Gives each free fan around a vertex a vertex of its own, and marks the corners. */
export function splitFans(mesh: Paired): Mesh {
  const fans = fanOfSlots(mesh);
  const fanCount = new Int32Array(mesh.points.length);
  const numbers = new Map<number, number>();
  const origins: number[] = [];
  const vertices = new Int32Array(mesh.vertices.length);
  for (let slot = 0; slot < vertices.length; slot++) {
    let number = numbers.get(fans[slot]!);
    if (number === undefined) {
      number = origins.length;
      numbers.set(fans[slot]!, number);
      origins.push(mesh.vertices[slot]!);
      fanCount[mesh.vertices[slot]!]!++;
    }
    vertices[slot] = number;
  }
  const xs = Float64Array.from(origins, (v) => mesh.points[v]![0]);
  const ys = Float64Array.from(origins, (v) => mesh.points[v]![1]);
  const pinched = Uint8Array.from(origins, (v) => fanCount[v]! > 1 ? 1 : 0);
  const { starts, owners, twins } = mesh;
  const split = { xs, ys, starts, vertices, owners, twins, pinched };
  return { ...split, corners: markCorners(split) };
}

/** A representative slot for the fan of each slot: a fan is what shared edges join. */
function fanOfSlots(mesh: Paired): Int32Array {
  const parent = Int32Array.from(mesh.vertices, (_, slot) => slot);
  const find = (slot: number) => {
    while (parent[slot] !== slot) slot = parent[slot] = parent[parent[slot]!]!;
    return slot;
  };
  for (let slot = 0; slot < parent.length; slot++) {
    const twin = mesh.twins[slot]!;
    if (twin < 0) continue;
    // The edge runs the other way round beyond: its first vertex is the twin's second.
    parent[find(slot)] = find(nextSlot(mesh, twin));
  }
  return parent.map((_, slot) => find(slot));
}

/** A vertex is a corner where the free fan is wider than a half turn. */
function markCorners(mesh: Omit<Mesh, "corners">): Uint8Array {
  const { xs, ys, vertices, twins } = mesh;
  const corners = new Uint8Array(xs.length);
  const outgoing = new Int32Array(xs.length).fill(-1);
  for (let slot = 0; slot < vertices.length; slot++) {
    if (twins[slot]! < 0) outgoing[vertices[slot]!] = vertices[nextSlot(mesh, slot)]!;
  }
  for (let slot = 0; slot < vertices.length; slot++) {
    if (twins[slot]! >= 0) continue;
    const u = vertices[slot]!;
    const v = vertices[nextSlot(mesh, slot)]!;
    const w = outgoing[v]!;
    if (w < 0) continue;
    const turn = (xs[v]! - xs[u]!) * (ys[w]! - ys[u]!) - (ys[v]! - ys[u]!) * (xs[w]! - xs[u]!);
    // An edge out and back along itself bounds a wall without thickness: also a corner.
    const back = (xs[v]! - xs[u]!) * (xs[w]! - xs[v]!) + (ys[v]! - ys[u]!) * (ys[w]! - ys[v]!);
    if (turn < 0 || (turn === 0 && back < 0)) corners[v] = 1;
  }
  return corners;
}

/** The slot after this one, counter-clockwise around its polygon. */
export function nextSlot(mesh: Pick<Mesh, "starts" | "owners">, slot: number): number {
  const p = mesh.owners[slot]!;
  return slot + 1 < mesh.starts[p + 1]! ? slot + 1 : mesh.starts[p]!;
}
