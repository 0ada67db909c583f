import { crc32 } from "./_crc32.ts";
import type { ContractionHierarchy } from "./hierarchy.ts";
import type { UpwardArcs } from "./upward_arcs.ts";

/** "ALIDCH" and the version of the format, as one number. */
const MAGIC = 0x4843_4449_4c41;
const VERSION = 1;

/** Header: magic, version, checksum of what follows, then six counts and flags; 64 bytes. */
const HEADER_BYTES = 64;

/** Weights are 8 bytes instead of 4; arcs differ by direction; vias name edges. */
const WIDE = 1, TWO_WAY = 2, TRACED = 4;

/**
 * Writes a hierarchy as one binary file: a header with version and checksum, then the arrays,
 * least significant byte first.
 *
 * @param hierarchy the hierarchy
 * @returns the bytes of the file
 *
 * Cost: linear in its arcs.
 *
 * @example
 * ```ts
 * import {
 *   contractGraph,
 *   graphFromEdges,
 *   hierarchyFromBytes,
 *   HierarchySearch,
 *   hierarchyToBytes,
 * } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const graph = graphFromEdges({ directed: true, nodes: 3, edges: [[0, 1, 4], [1, 2, 5]] });
 * const bytes = hierarchyToBytes(contractGraph(graph));
 * assertEquals(new HierarchySearch(hierarchyFromBytes(bytes)).distance(0, 2), 9);
 * ```
 */
export function hierarchyToBytes(hierarchy: ContractionHierarchy): Uint8Array {
  const { nodeCount, edgeCount, scale, traced, ranks, forward, backward } = hierarchy;
  const twoWay = backward !== forward;
  const sets = twoWay ? [forward, backward] : [forward];
  const wide = sets.some(({ weights }) => weights instanceof Float64Array);
  const counts = [nodeCount, edgeCount, scale, forward.heads.length, backward.heads.length];
  const flags = (wide ? WIDE : 0) | (twoWay ? TWO_WAY : 0) | (traced ? TRACED : 0);
  const bytes = new Uint8Array(fileSize(counts, flags));
  const view = new DataView(bytes.buffer);
  let at = HEADER_BYTES;
  // The 8-byte weights come first, so that every array is aligned.
  for (const { weights } of sets) {
    for (const w of weights) {
      if (wide) view.setFloat64(at, w, true);
      else view.setInt32(at, w, true);
      at += wide ? 8 : 4;
    }
  }
  for (const list of [ranks, ...sets.flatMap((s) => [s.offsets, s.heads, s.vias])]) {
    for (const x of list) {
      view.setInt32(at, x, true);
      at += 4;
    }
  }
  view.setBigUint64(0, BigInt(MAGIC), true);
  view.setUint32(8, VERSION, true);
  [...counts, flags].forEach((x, i) => view.setUint32(16 + 4 * i, x, true));
  view.setUint32(12, crc32(bytes.subarray(16)), true);
  return bytes;
}

/**
 * Reads a hierarchy that {@link hierarchyToBytes} wrote.
 *
 * @param bytes the whole file
 * @returns the hierarchy
 * @throws SyntaxError for another file, another version, or one that was cut off or damaged
 *
 * Cost: linear in the bytes.
 *
 * @example
 * ```ts
 * import { hierarchyFromBytes } from "@alidade/core/formats";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => hierarchyFromBytes(new Uint8Array(64)), SyntaxError);
 * ```
 */
export function hierarchyFromBytes(bytes: Uint8Array): ContractionHierarchy {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { counts, flags } = readHeader(bytes, view);
  const [nodeCount, edgeCount, scale, ahead, behind] = counts;
  const wide = (flags & WIDE) !== 0;
  let at = HEADER_BYTES;
  const integers = (length: number): Int32Array => {
    const list = Int32Array.from({ length }, (_, i) => view.getInt32(at + 4 * i, true));
    at += 4 * length;
    return list;
  };
  const doubles = (length: number): Float64Array => {
    const list = Float64Array.from({ length }, (_, i) => view.getFloat64(at + 8 * i, true));
    at += 8 * length;
    return list;
  };
  const lengths = (flags & TWO_WAY) !== 0 ? [ahead, behind] : [ahead];
  const weights = lengths.map((length) => wide ? doubles(length) : integers(length));
  const ranks = integers(nodeCount);
  const sets = lengths.map((length, i): UpwardArcs => ({
    offsets: integers(nodeCount + 1),
    heads: integers(length),
    weights: weights[i]!,
    vias: integers(length),
  }));
  const [forward, backward = forward] = sets as [UpwardArcs, UpwardArcs?];
  const traced = (flags & TRACED) !== 0;
  return { nodeCount, edgeCount, scale, traced, ranks, forward, backward };
}

type Counts = [nodes: number, edges: number, scale: number, ahead: number, behind: number];

function readHeader(bytes: Uint8Array, view: DataView): { counts: Counts; flags: number } {
  if (bytes.length < HEADER_BYTES || view.getBigUint64(0, true) !== BigInt(MAGIC)) {
    throw new SyntaxError(
      `Cannot read hierarchy: ${bytes.length} bytes that do not begin with its mark, must be a ` +
        "file that hierarchyToBytes wrote",
    );
  }
  const version = view.getUint32(8, true);
  if (version !== VERSION) {
    throw new SyntaxError(`Cannot read hierarchy: version ${version}, must be ${VERSION}`);
  }
  const counts = [0, 1, 2, 3, 4].map((i) => view.getUint32(16 + 4 * i, true)) as Counts;
  const flags = view.getUint32(36, true);
  const size = fileSize(counts, flags);
  if (bytes.length !== size) {
    throw new SyntaxError(
      `Cannot read hierarchy: ${bytes.length} bytes, must be ${size} by its header`,
    );
  }
  if (view.getUint32(12, true) !== crc32(bytes.subarray(16))) {
    throw new SyntaxError("Cannot read hierarchy: its checksum does not fit, must be undamaged");
  }
  return { counts, flags };
}

function fileSize(counts: readonly number[], flags: number): number {
  const [nodeCount, , , ahead, behind] = counts as Counts;
  const twoWay = (flags & TWO_WAY) !== 0;
  const arcs = ahead + (twoWay ? behind : 0);
  const offsets = (twoWay ? 2 : 1) * (nodeCount + 1);
  return HEADER_BYTES + arcs * ((flags & WIDE) !== 0 ? 16 : 12) + 4 * (nodeCount + offsets);
}
