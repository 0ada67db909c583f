import { assertEquals, assertStringIncludes } from "../_assert.ts";
import { withFolder } from "./_folders.ts";
import { alidade } from "./_io.ts";

const box = (id: string, center: number[], sizes: number[], yaw: number) => ({
  ...{ id, category: id, appear: [0] },
  obb: { center, sizes, rotation: [0, yaw, 0] },
});

/** Pictures on two walls, their extents the world's; the agent stands lower than its camera. */
const SCENE = [
  box("rug", [0, 0.01, 1.2], [1, 0.02, 0.6], 0),
  box("north", [0, 1.5, 4], [1, 0.8, 0.03], 0),
  box("north 2", [1, 1.5, 4], [1, 0.8, 0.03], 180),
  box("east", [3, 1.5, 4], [0.03, 0.8, 1], 90),
];
const POSES = { 0: { position: [0, 0.9, 0], rotation: [0, 0, 0] } };

Deno.test("scene check: SPRITE's folder, an own scene and what cannot be read", () =>
  withFolder(async (folder) => {
    for (const name of ["metainfo", "camera_pose"]) await Deno.mkdir(`${folder}/${name}`);
    const path = `${folder}/metainfo/3.json`;
    await Deno.writeTextFile(path, JSON.stringify(SCENE));
    await Deno.writeTextFile(`${folder}/camera_pose/3.json`, JSON.stringify(POSES));
    const found = await alidade("scene", "check", path, "--json");
    assertEquals(found.code, 0);
    const traps = found.out.trim().split("\n").map((line) => JSON.parse(line).trap);
    assertEquals(traps.includes("turned-twice"), true, found.out);
    assertEquals((await alidade("scene", "check", path, "--strict")).code, 1);

    const own = `${folder}/own.json`;
    const bed = { id: "bed", category: "bed", center: [0, 1, 0], size: [2, 2, 2] };
    await Deno.writeTextFile(own, JSON.stringify({ frame: "unity", objects: [bed] }));
    const sound = await alidade("scene", "check", own, "--strict");
    assertEquals([sound.code, sound.log], [0, ""]);
    assertStringIncludes(sound.out, "1 objects, 0 cameras, nothing found");

    const flat = { ...bed, size: [2, 0, 2] };
    await Deno.writeTextFile(own, JSON.stringify({ frame: "unity", objects: [flat] }));
    const zero = await alidade("scene", "check", own);
    assertStringIncludes(zero.out, 'certain   zero-size: size[1] of object "bed" is 0');

    await Deno.writeTextFile(own, JSON.stringify({ objects: [bed] }));
    const lost = await alidade("scene", "check", own);
    assertEquals(lost.code, 1);
    assertStringIncludes(lost.log, "it has no frame, must say what its axes mean");
  }));

Deno.test("scene: usage", async () => {
  for (const args of [["scene"], ["scene", "look"], ["scene", "check"]]) {
    assertEquals((await alidade(...args)).code, 2, args.join(" "));
  }
  const wrong = await alidade("scene", "check", "a.json", "--as", "word");
  assertStringIncludes(wrong.log, "--as is word, must be own, sprite");
});
