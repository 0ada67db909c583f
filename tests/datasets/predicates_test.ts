import { robospatial, spatialreasoner, textFile, verify } from "../../datasets/mod.ts";
import { assertEquals } from "../_assert.ts";
import { conformance } from "../_data.ts";

const box = (id: string, position: number[], size: number[], angle = 0) => ({
  ...{ id, position, width: size[0], height: size[1], depth: size[2], angle },
});

async function check(cases: unknown) {
  const open = (path: string) => Promise.resolve(textFile(path, JSON.stringify(cases)));
  return await Array.fromAsync(verify(spatialreasoner, ["a.json"], { open }));
}

Deno.test("spatialreasoner: predicates by the reference's own frame", async () => {
  const table = box("table", [0, 0, 0], [2, 1, 1]);
  const of = async (target: unknown, must_hold: string[], must_not_hold: string[] = []) =>
    (await check([{ name: "a", calls: [{ reference: table, target }], must_hold, must_not_hold }]))
      .filter((c) => c.verdict !== "agree").map((c) => [c.id, c.verdict]);
  const cup = box("cup", [0.2, 1.01, 0], [0.1, 0.1, 0.1]);
  assertEquals(
    await of(cup, ["on top", "on", "above", "near", "disjoint", "meeting"], ["far"]),
    [],
  );
  // x is the table's own left.
  const lamp = box("lamp", [4, 0, 0.2], [0.3, 1.5, 0.3]);
  assertEquals(await of(lamp, ["left", "far", "taller"], ["right", "ahead", "near"]), []);
  const rug = box("rug", [0, 0.2, 0], [3, 0.1, 0.2]);
  assertEquals(await of(rug, ["crossing", "meeting"], ["inside", "disjoint", "overlapping"]), []);
  assertEquals(await of(cup, ["below", "sideways"]), [
    ["a below", "disagree"],
    ["a sideways", "unsupported"],
  ]);
  const ego = box("ego", [0, 0, 0], [0.5, 1.7, 0.3]);
  const calls = [{ reference: ego, target: box("door", [-1, 0, 1], [0.2, 2, 0.2]) }];
  const found = await check([{ name: "b", calls, must_hold: ["two o'clock"], must_not_hold: [] }]);
  // 45 degrees to the right is between one and two: a tie is neither.
  assertEquals(found.map((c) => c.verdict), ["disagree"]);
});

conformance(
  "spatialreasoner: its 32 scenes",
  { path: "spatialreasoner/cases.json", published: "https://github.com/metason/SpatialReasoner" },
  async (path) => {
    const found = await Array.fromAsync(verify(spatialreasoner, [path]));
    const wrong = found.filter((c) => c.verdict !== "agree" && c.verdict !== "unsupported");
    assertEquals(wrong.map((c) => [c.id, c.reason]), []);
  },
);

conformance(
  "robospatial: all that is visible is in the picture, and nothing with the pose inverted",
  { path: "robospatial/example_input.json", published: "https://github.com/NVlabs/RoboSpatial" },
  async (path) => {
    const verdicts = (await Array.fromAsync(verify(robospatial, [path]))).map((c) => c.verdict);
    assertEquals([...new Set(verdicts)], ["agree"]);
    const input = JSON.parse(Deno.readTextFileSync(path));
    const { extrinsic } = input.camera_annotations;
    // The inverse of a turn is its transpose.
    input.camera_annotations.extrinsic = [0, 1, 2].map((i) =>
      [0, 1, 2].map((j) => extrinsic[j][i]).concat(0)
    );
    const open = (name: string) => Promise.resolve(textFile(name, JSON.stringify(input)));
    const inverted = await Array.fromAsync(verify(robospatial, ["a"], { open }));
    assertEquals([...new Set(inverted.map((c) => c.verdict))], ["disagree"]);
  },
);
