import { mesh, textFile, verify } from "../../datasets/mod.ts";
import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { conformance } from "../_data.ts";

/** A square of side 4 with the cell (1, 1) to (3, 3) missing, as four and as eight polygons. */
const FOUR = `mesh
2
8 4
0 0 3 0 3 -1
4 0 3 0 1 -1
4 4 3 1 2 -1
0 4 3 2 3 -1
1 1 3 0 3 -1
3 1 3 0 1 -1
3 3 3 1 2 -1
1 3 3 2 3 -1
4 0 1 5 4 3 -1 1 -1
4 1 2 6 5 0 -1 2 -1
4 2 3 7 6 1 -1 3 -1
4 3 0 4 7 2 -1 0 -1
`;

const SCEN = "version 1\n0\tm\t4\t4\t0\t0\t4\t4\t7\n0\tm\t4\t4\t2\t2\t4\t4\t1\n";

function open(contents: Record<string, string>) {
  return (path: string) => {
    const text = contents[path];
    if (text === undefined) return Promise.reject(new Error(`Cannot read ${path}: not there`));
    return Promise.resolve(textFile(path, text));
  };
}

Deno.test("mesh: one mesh shows its lengths, two are compared", async () => {
  const alone = { open: open({ "m.scen": SCEN, "m.mesh": FOUR }) };
  const [one, inside] = await Array.fromAsync(verify(mesh, ["m.scen"], alone));
  assertEquals(one!.verdict, "unsupported");
  assertEquals(Number(one!.answer), 2 * Math.sqrt(10));
  assertEquals(inside!.verdict, "invalid");
  assertStringIncludes(inside!.reason!, "the start (2, 2) lies in no polygon");
  const scaled = FOUR.replace("\n4 4 ", "\n4.0 4.0 ");
  const wider = FOUR.replace("\n3 1 ", "\n3.5 1 ").replace("\n1 3 ", "\n1 3.5 ");
  for (const [other, verdict] of [[scaled, "agree"], [wider, "disagree"]] as const) {
    const both = { open: open({ "m.scen": SCEN, "m.mesh": FOUR, "m-merged.mesh": other }) };
    assertEquals((await Array.fromAsync(verify(mesh, ["m.scen"], both)))[0]!.verdict, verdict);
  }
});

Deno.test("mesh: a faulty mesh is one bad record that names the polygon", async () => {
  const dented = FOUR.replace("4 0 1 5 4 3", "4 0 5 1 4 3");
  const files = { open: open({ "m.mesh": dented }) };
  const [checked] = await Array.fromAsync(verify(mesh, ["m.mesh"], files));
  assertEquals(checked!.verdict, "invalid");
  assertStringIncludes(checked!.reason!, "polygon 0 is not convex");
});

Deno.test("mesh: an empty mesh and a faulty one beside are told with their file", async () => {
  const empty = { open: open({ "m.mesh": "mesh\n2\n0 0\n" }) };
  const [none] = await Array.fromAsync(verify(mesh, ["m.mesh"], empty));
  assertStringIncludes(none!.reason!, "must be at least 3 vertices and 1 polygon");
  const files = { open: open({ "m.scen": SCEN, "m.mesh": FOUR.replace("mesh\n2", "mesh\n4") }) };
  const [faulty] = await Array.fromAsync(verify(mesh, ["m.scen"], files));
  assertEquals(faulty!.verdict, "invalid");
  assertStringIncludes(faulty!.reason!, "Cannot use m.mesh: ");
});

Deno.test("mesh: version 3, decimals and Euclidean lengths to the digits they are written with", async () => {
  const three = FOUR.replace("mesh\n2", "mesh\n3").replace("\n4 4 3", "\n4.0 4.0 0 3")
    .replace("1 -1\n4 1 2", "1 -1 1\n4 1 2");
  const rows = (...more: string[]) => "version 1\n" + more.map((row) => `${row}\n`).join("");
  // From (0.5, 0) past (3, 1) to (4, 3.25): sqrt(7.25) + sqrt(6.0625).
  const length = Math.sqrt(7.25) + Math.sqrt(6.0625);
  const row = (claim: string) => `0\tm\t4\t4\t0.5\t0\t4\t3.25\t${claim}`;
  const scen = rows(
    row(length.toFixed(3)),
    row(length.toFixed(9)),
    row((length + 0.001).toFixed(3)),
    `0\tm\t4\t4\t0\t0\t4\t4\t7\t${(2 * Math.sqrt(10)).toFixed(6)}`,
    "0\tm\t4\t4\t0\t0\t4\t4\t7\t-1",
    "0\tm\t4\t4\t0\t0\t4\t4\t7\t7\t7",
  );
  const files = { open: open({ "m.scen": scen, "m.mesh": three }) };
  const checked = await Array.fromAsync(verify(mesh, ["m.scen"], files));
  assertEquals(checked.map((c) => c.verdict), [
    "agree",
    "agree",
    "disagree",
    "agree",
    "disagree",
    "invalid",
  ]);
  assertEquals(checked[0]!.claimed, length.toFixed(3));
  for (
    const [wrong, says] of [
      [three.replace("1 -1 1\n4 1", "1 -1 2\n4 1"), 'has the cost "2", must be 1'],
      [three.replace("\n0 0 3", "\n0 0 5 3"), "has the height 0, must be that of the others"],
    ] as const
  ) {
    const bad = { open: open({ "m.mesh": wrong }) };
    const [fault] = await Array.fromAsync(verify(mesh, ["m.mesh"], bad));
    assertStringIncludes(fault!.reason!, says);
  }
});

conformance(
  "mesh: the merged and the unmerged mesh of arena give the same lengths",
  { path: "anyangle/meshes/arena.scen", published: mesh.source },
  async (path) => {
    const checked = await Array.fromAsync(verify(mesh, [path]));
    assertEquals(checked.length, 160);
    assertEquals(checked.filter((c) => c.verdict !== "agree").length, 0);
  },
);
