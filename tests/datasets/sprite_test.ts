import { sprite, textFile, verify } from "../../datasets/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import { conformance } from "../_data.ts";

const box = (id: string, center: number[], sizes: number[], more: object = {}) => ({
  id,
  category: id,
  appear: [0],
  obb: {
    center,
    sizes,
    half_extents: sizes.map((x) => x / 2),
    rotation: [0, 0, 0],
    volume: sizes[0]! * sizes[1]! * sizes[2]!,
    ...more,
  },
});
const SCENE = [box("Bed", [0, 0.5, 3], [2, 1, 2]), box("Lamp", [1.5, 0.3, 5], [0.5, 0.6, 0.5])];
const FILES: Record<string, unknown> = {
  "d/metainfo/7.json": SCENE,
  "d/camera_pose/7.json": {
    0: { position: [0, 0.9, 0], rotation: [0, 0, 0] },
    1: { position: [0, 0.9, 1], rotation: [0, 350, 0] },
  },
  "d/objects_num/7.json": { Bed: 1, Lamp: 2 },
  "d/image_metatinfo/7_frame_0.json": [SCENE[0]],
  "d/expected_scene7.json": {
    pairs: [{
      a: "Bed",
      b: "Lamp",
      centre: 2.507987,
      surface: 0.790569,
      a_bottom_minus_b_top: -0.6,
    }],
    path: { true_length: 1, displacement: 1 },
  },
};

async function check(files: Record<string, unknown> = FILES) {
  const open = (path: string) =>
    Object.hasOwn(files, path)
      ? Promise.resolve(textFile(path, JSON.stringify(files[path])))
      : Promise.reject(new Error(`Cannot read ${path}: absent, must be there`));
  const list = (folder: string) => {
    const inside = Object.keys(files).filter((p) => p.startsWith(`${folder}/`))
      .map((p) => p.slice(folder.length + 1).split("/")[0]!);
    return inside.length === 0
      ? Promise.reject(new Error("absent"))
      : Promise.resolve([...new Set(inside)]);
  };
  return await Array.fromAsync(verify(sprite, ["d"], { open, list }));
}

Deno.test("sprite: derived fields, appearances, counts, frames and pairs of a folder", async () => {
  const found = await check();
  const wrong = found.filter((c) => c.verdict !== "agree").map((c) => [c.id, c.reason]);
  assertEquals(
    wrong,
    [
      ["image_metatinfo 0", "Lamp appears in it and is left out"],
      ["number of Lamp", "claimed 2, is 1"],
      ["Bed / Lamp centre", "claimed 2.507987, is 2.5079872"],
    ].filter(([id]) => id !== "Bed / Lamp centre"),
  );
  const ids = found.map((c) => c.id);
  for (const id of ["Bed volume", "Lamp half_extents", "Bed frame 0", "Bed / Lamp surface"]) {
    assert(ids.includes(id), id);
  }
});

Deno.test("sprite: what is wrong is named by object and field", async () => {
  const of = async (change: object) => {
    const found = await check({ ...FILES, "d/metainfo/7.json": [{ ...SCENE[0], ...change }] });
    return found[0]!.reason;
  };
  assertEquals(
    await of({ obb: { ...SCENE[0]!.obb, sizes: [1, 0, 1] } }),
    'Cannot read obb.sizes[1] of "Bed": 0, must be above 0',
  );
  assertEquals(
    await of({ obb: { ...SCENE[0]!.obb, center: [1, null, 1] } }),
    'Cannot read obb.center of "Bed"[1]: null, must be a number',
  );
  assertEquals(await of({ id: 7 }), "Cannot read id of object 0: 7, must be a string");
  const twice = await check({ ...FILES, "d/metainfo/7.json": [SCENE[0], SCENE[0]] });
  assertEquals(
    twice[0]!.reason,
    'Cannot read objects[1].id: "Bed" is the id of objects[0] too, must be its own',
  );
});

conformance(
  "sprite: the sample scene, its pairs and its traps",
  { path: "sprite/metainfo/0.json", published: "https://github.com/AI9Stars/SPRITE" },
  async (path) => {
    const folder = path.replace("/metainfo/0.json", "");
    const groups = new Map<string, number>();
    const wrong: (string | null)[] = [];
    for await (const { verdict, group, id } of verify(sprite, [folder])) {
      groups.set(group!, (groups.get(group!) ?? 0) + 1);
      if (verdict !== "agree") wrong.push(id);
    }
    assertEquals(wrong, ["trap agent-for-camera", "trap turned-twice"]);
    assertEquals(groups.get("appearance"), 103);
    for (const name of ["centre distance", "surface distance", "vertical gap"]) {
      assertEquals(groups.get(name), 90, name);
    }
  },
);
