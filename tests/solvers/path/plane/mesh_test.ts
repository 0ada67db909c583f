import { compareSqrtSums } from "../../../../geometry/mod.ts";
import {
  AnyAngle,
  buildMesh,
  GridMap,
  MeshLocator,
  parseMesh,
  Polyanya,
} from "../../../../solvers/mod.ts";
import { assert, assertEquals, assertThrows } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";

/** Every free cell as two triangles: another mesh of the same free space. */
function triangles(rows: readonly string[]) {
  const width = rows[0]!.length;
  const points: [number, number][] = [];
  for (let y = 0; y <= rows.length; y++) for (let x = 0; x <= width; x++) points.push([x, y]);
  const polygons: number[][] = [];
  rows.forEach((row, y) =>
    [...row].forEach((cell, x) => {
      if (cell !== ".") return;
      const a = y * (width + 1) + x;
      const [b, c, d] = [a + 1, a + width + 2, a + width + 1];
      polygons.push(...((x + y) % 2 === 0 ? [[a, b, c], [a, c, d]] : [[a, b, d], [b, c, d]]));
    })
  );
  return { points, polygons };
}

/** The text of a mesh in the file format. */
function textOf({ points, polygons }: ReturnType<typeof triangles>): string {
  const mesh = buildMesh({ points, polygons });
  const vertexLines = points.map(([x, y], v) => {
    const around = polygons.flatMap((polygon, p) => polygon.includes(v) ? [p] : []);
    return [x, y, around.length, ...around].join(" ");
  });
  const polygonLines = polygons.map((polygon, p) => {
    const start = mesh.starts[p]!;
    const neighbours = polygon.map((_, i) => {
      const twin = mesh.twins[start + (i + polygon.length - 1) % polygon.length]!;
      return twin < 0 ? -1 : mesh.owners[twin];
    });
    return [polygon.length, ...polygon, ...neighbours].join(" ");
  });
  const sizes = `${points.length} ${polygons.length}`;
  return ["mesh", "2", sizes, ...vertexLines, ...polygonLines, ""].join("\n");
}

const rowsOf = (width: number, height: number) =>
  fc.array(
    fc.array(fc.constantFrom(".", ".", ".", "#"), { minLength: width, maxLength: width }).map((r) =>
      r.join("")
    ),
    { minLength: height, maxLength: height },
  );

Deno.test("Polyanya: a mesh of triangles and one of rectangles give the same paths", () => {
  fc.assert(
    fc.property(rowsOf(9, 8), fc.infiniteStream(fc.nat()), (rows, stream) => {
      const source = triangles(rows);
      fc.pre(source.polygons.length > 0);
      const mesh = buildMesh(source);
      const locator = new MeshLocator(mesh);
      const search = new Polyanya(mesh);
      const grid = new AnyAngle(GridMap.from({ rows }));
      for (let i = 0; i < 20; i++) {
        const corner = () => [stream.next().value % 10, stream.next().value % 9] as const;
        const [start, goal] = [corner(), corner()];
        const path = search.search({
          start,
          goal,
          startPolygons: locator.polygonsAt(...start),
          goalPolygons: locator.polygonsAt(...goal),
        });
        const other = grid.path(start, goal);
        // Of tied paths each may name another, so it is the lengths that are the same.
        assertEquals(path === null, other === null, `${start} to ${goal}`);
        assertEquals(compareSqrtSums(path?.squares ?? [], other?.squares ?? []), 0);
        assertEquals(path?.count, other?.count);
      }
    }),
    { numRuns: 60 },
  );
});

Deno.test("parseMesh() reads what was written, decimals too", () => {
  const source = triangles(["..#", "#.."]);
  const { mesh, scale } = parseMesh(textOf(source));
  assertEquals(scale, 0);
  assertEquals(mesh, buildMesh(source));
  const decimal = textOf(source).replace("\n1 0 ", "\n1.0 0 ");
  assertEquals(parseMesh(decimal).mesh, mesh);
});

Deno.test("parseMesh() names the line that is wrong", () => {
  const text = textOf(triangles(["..", ".#"]));
  const lines = text.trimEnd().split("\n");
  const cut = (n: number) => () => parseMesh(lines.slice(0, n).join("\n"));
  assertThrows(cut(lines.length - 1), SyntaxError, `line ${lines.length} has 0 numbers`);
  assertThrows(cut(5), SyntaxError, "line 6 is cut off");
  assertThrows(() => parseMesh("grid\n"), SyntaxError, 'line 1 is "grid", must be "mesh"');
  assertThrows(() => parseMesh("mesh\n1\n"), SyntaxError, 'line 2 is version "1", must be 2');
  const wrong = text.replace(/-1\n$/, "0\n");
  assert(wrong !== text);
  assertThrows(() => parseMesh(wrong), RangeError, "which shares the edge");
  assertThrows(() => parseMesh(text.replace("\n0 0 ", "\nNaN 0 ")), SyntaxError, "line 4");
});

Deno.test("buildMesh() refuses polygons that are not convex, and says which", () => {
  const points = [[0, 0], [4, 0], [4, 4], [1, 1], [0, 4]] as const;
  const build = (...polygons: number[][]) => () => buildMesh({ points, polygons });
  assertThrows(build([0, 1, 2, 3, 4]), RangeError, "polygon 0 is not convex");
  assertThrows(build([0, 1, 2], [1, 0, 2]), RangeError, "polygon 1 is not convex");
  assertThrows(build([0, 1]), RangeError, "polygon 0 has 2 vertices");
  assertThrows(build([0, 1, 9]), RangeError, "polygon 0 names vertex 9");
  assertThrows(build([0, 1, 2], [0, 1, 4]), RangeError, "polygons 0 and 1 lie on the same side");
  const twice = [[0, 0], [4, 3], [1, 4], [2, 0], [4, 1], [2, 4]] as const;
  assertThrows(() => buildMesh({ points: twice, polygons: [[0, 3, 4, 1, 2, 5]] }), RangeError);
});
