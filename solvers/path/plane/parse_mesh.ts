import { OBJECT, requireForm, TEXT } from "../../../geometry/form.ts";
import { parseDecimal } from "../../../geometry/decimal.ts";
import { toScaled } from "../../../geometry/decimal.ts";
import { buildMesh } from "./mesh.ts";
import type { Mesh } from "./mesh_instance.ts";

/** A mesh read from a file. */
export interface ParsedMesh {
  /** The mesh, its coordinates multiplied by `10^scale`. */
  readonly mesh: Mesh;
  /** How many decimals the file's coordinates have. */
  readonly scale: number;
  /** The version of the format. */
  readonly version: 2 | 3;
}

/**
 * Reads a polygon mesh in the text format, version 2: `mesh`, `2`, the numbers V and P, V vertices
 * `x y n p1..pn` and P polygons `n v1..vn p1..pn`, where the i-th neighbour lies across the edge
 * from vertex i - 1 to vertex i and -1 is an obstacle. The neighbours must be those that the
 * shared edges give. Version 3 is read likewise: vertices may have a height, the same for all,
 * behind x and y, and polygons a cost behind their neighbours, which must be 1.
 *
 * @param text the whole file
 * @param options.decimals how many decimals coordinates are scaled to at least, for points beside it
 * @returns the mesh and the scale of its coordinates
 * @throws SyntaxError for a file cut off or of another version, with the line
 * @throws RangeError for a polygon that is not convex, or a neighbour that does not share the edge
 *
 * Cost: linear in the length of the text.
 *
 * @example
 * ```ts
 * import { parseMesh } from "@alidade/core/formats";
 * import { assertEquals } from "@std/assert";
 *
 * const text = "mesh\n2\n3 1\n0 0 2 0 -1\n1.5 0 2 0 -1\n0 1 2 0 -1\n3 0 1 2 -1 -1 -1\n";
 * assertEquals(parseMesh(text).scale, 1);
 * ```
 */
export function parseMesh(
  text: string,
  options: { readonly decimals?: number } = {},
): ParsedMesh {
  requireForm(text, TEXT, "text");
  requireForm(options, OBJECT, "options");
  const { decimals = 0 } = options;
  const lines = text.split(/\r?\n/);
  if (lines[0]?.trim() !== "mesh") fail(1, `is ${show(lines[0])}, must be "mesh"`);
  const version = lines[1]?.trim() === "3" ? 3 : 2;
  if (version === 2 && lines[1]?.trim() !== "2") {
    fail(2, `is version ${show(lines[1])}, must be 2 or 3`);
  }
  const [vertexCount, polygonCount] = integers(lines, 2, 2) as [number, number];
  if (vertexCount < 3 || polygonCount < 1) {
    fail(3, `is ${show(lines[2])}, must be at least 3 vertices and 1 polygon`);
  }
  const { xs, ys, scale } = readVertices(lines, vertexCount, decimals);
  const polygons: number[][] = [];
  const neighbours: number[][] = [];
  for (let p = 0; p < polygonCount; p++) {
    const at = 3 + vertexCount + p;
    const row = polygonRow(lines, at, version);
    const n = row[0] ?? 0;
    if (row.length !== 1 + 2 * n) {
      fail(at + 1, `has ${row.length} numbers, must be 1 + 2 x ${n} for a polygon of ${n}`);
    }
    polygons.push(row.slice(1, 1 + n));
    neighbours.push(row.slice(1 + n));
  }
  const mesh = buildMesh({ points: xs.map((x, v) => [x, ys[v]!]), polygons });
  requireNeighbours(mesh, { neighbours, firstLine: 4 + vertexCount });
  return { mesh, scale, version };
}

/** A polygon's numbers, without the cost that version 3 may put behind them. */
function polygonRow(lines: readonly string[], at: number, version: 2 | 3): number[] {
  const words = (lines[at] ?? "").trim().split(/\s+/);
  if (version === 2 || words.length !== 2 + 2 * Number(words[0])) return integers(lines, at);
  if (Number(words.at(-1)) !== 1) {
    fail(at + 1, `has the cost ${show(words.at(-1))}, must be 1: lengths are Euclidean`);
  }
  return words.slice(0, -1).map((word) =>
    /^-?\d+$/.test(word) ? Number(word) : fail(at + 1, `has ${show(word)}, must be integers`)
  );
}

function readVertices(lines: readonly string[], count: number, decimals: number) {
  const words: string[] = [];
  const heights = new Set<string>();
  for (let v = 0; v < count; v++) {
    const [x, y, ...more] = (lines[3 + v] ?? "").trim().split(/\s+/);
    if (x === undefined || y === undefined) fail(4 + v, "is cut off, must be a vertex `x y n ...`");
    words.push(coordinate(x!, 4 + v), coordinate(y!, 4 + v));
    // A height is told by the number of neighbours that then follows it.
    if (more.length !== 1 + Number(more[0]) && more.length === 2 + Number(more[1])) {
      heights.add(coordinate(more[0]!, 4 + v));
      if (heights.size > 1) fail(4 + v, `has the height ${more[0]}, must be that of the others`);
    }
  }
  const { values, scale } = toScaled([...words, `1e-${decimals}`], "vertices");
  const numbers = values.slice(0, -1).map(Number);
  return { xs: evens(numbers), ys: evens(numbers.slice(1)), scale };
}

function coordinate(word: string, line: number): string {
  parseDecimal(word, `line ${line} of the mesh`);
  return word;
}

function evens(values: readonly number[]): number[] {
  return values.filter((_, i) => i % 2 === 0);
}

function requireNeighbours(
  mesh: Mesh,
  claimed: { neighbours: readonly (readonly number[])[]; firstLine: number },
): void {
  claimed.neighbours.forEach((row, p) => {
    const start = mesh.starts[p]!;
    row.forEach((neighbour, i) => {
      // The i-th neighbour lies across the edge that ends at the i-th vertex.
      const twin = mesh.twins[start + (i + row.length - 1) % row.length]!;
      const found = twin < 0 ? -1 : mesh.owners[twin]!;
      if (found === neighbour) return;
      throw new RangeError(
        `Cannot read the mesh: line ${
          claimed.firstLine + p
        }, polygon ${p}: its neighbour ${i} is ` +
          `${neighbour}, must be ${found}, which shares the edge`,
      );
    });
  });
}

function integers(lines: readonly string[], at: number, count?: number): number[] {
  const words = (lines[at] ?? "").trim().split(/\s+/).filter((w) => w !== "");
  const numbers = words.map(Number);
  if (words.length === 0 || (count !== undefined && words.length !== count)) {
    fail(at + 1, `has ${words.length} numbers, must be ${count ?? "some"}: the file is cut off`);
  }
  if (!numbers.every(Number.isSafeInteger)) fail(at + 1, `is ${show(lines[at])}, must be integers`);
  return numbers;
}

function show(line: string | undefined): string {
  return line === undefined ? "missing" : JSON.stringify(line.slice(0, 60));
}

function fail(line: number, what: string): never {
  throw new SyntaxError(`Cannot read the mesh: line ${line} ${what}`);
}
