import { readSpriteScene } from "../../../datasets/mod.ts";
import {
  forbiddenInSprite,
  readyScene,
  type Scene,
  sceneOf,
  solveSprite,
  SPRITE_KINDS,
  spriteRejections,
  tellWalk,
  wrongSpriteRejections,
} from "../../../solvers/mod.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "../../_assert.ts";
import { conformance } from "../../_data.ts";

Deno.test("SPRITE_KINDS: 17 of images, 14 of several, 16 of videos, and two aside", () => {
  const kinds = [...SPRITE_KINDS.values()];
  const of = (medium: "image" | "multi-image" | "video") =>
    kinds.filter((k) => k.media.includes(medium)).length;
  assertEquals([of("image"), of("multi-image"), of("video")], [17, 14, 16]);
  assertEquals(kinds.filter((k) => k.media.length === 0).map((k) => k.id), [
    "obj_spatial_relation",
    "object_in_between",
  ]);
  assertThrows(
    () => solveSprite({} as Scene, { kind: "object_smell" }),
    RangeError,
    "object_smell",
  );
});

Deno.test("spriteRejections: what is lost, and what of it wrongly", () => {
  const cases: [string, "image" | "video", string[], string[]][] = [
    ["3.2 meters", "image", [], []],
    ["", "image", ["empty"], []],
    ["unknown", "image", ["unknown"], []],
    ["tv_monitor", "image", ["underscore"], ["underscore"]],
    ["The notebook was found", "image", ["not-found"], ["not-found"]],
    ["No chair was found", "image", ["not-found"], []],
    ["invalid input", "image", ["invalid"], []],
    ["invalid input", "video", [], []],
    ["unable to tell", "video", ["unable"], []],
    ["a, b, c, d, e, f, g, h, i, j, k", "image", ["many-parts"], []],
  ];
  for (const [answer, medium, rules, wrongly] of cases) {
    assertEquals(spriteRejections(answer, medium), rules, answer);
    assertEquals(wrongSpriteRejections(answer, medium), wrongly, answer);
  }
  const source = "data = input()\nthread = 'already'";
  assertEquals(forbiddenInSprite(source), { found: ["input", "read"], wrongly: ["read"] });
});

/** The published figures of how SPRITE's programs and what is right differ, on the sample. */
conformance(
  "SPRITE's kinds differ from its programs as published",
  { path: "sprite/metainfo/0.json", published: "https://github.com/AI9Stars/SPRITE" },
  (path) => {
    const read = (file: string) => JSON.parse(Deno.readTextFileSync(file));
    const raw = readSpriteScene(read(path), read(path.replace("metainfo", "camera_pose")));
    const scene = sceneOf(raw);
    const ids = scene.objects.map((o) => o.id);
    const answer = (kind: string, args: Record<string, unknown>, by: "right" | "sprite") => {
      const { outcome } = solveSprite(scene, { kind, args, by });
      return outcome.status === "exact" ? outcome.value : outcome.status;
    };
    const differ = (kind: string, args: Record<string, unknown>) =>
      JSON.stringify(answer(kind, args, "right")) !== JSON.stringify(answer(kind, args, "sprite"));
    const pairs = ids.flatMap((a) => ids.filter((b) => b !== a).map((b) => ({ a, b })));
    const halves = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const));

    const long = pairs.reduce((sum, pair) => {
      const [right, theirs] = (["right", "sprite"] as const).map((by) =>
        (answer("object_abs_distance", pair, by) as { approximate: number }).approximate
      );
      return sum + theirs! - right!;
    }, 0);
    assertAlmostEquals(long / pairs.length, 0.838, 5e-4);
    assertEquals(pairs.filter((pair) => differ("obj_spatial_relation", pair)).length, 8);

    const nearest = ids.flatMap((anchor) =>
      halves.filter((pair) => !pair.includes(anchor)).map((options) => ({ anchor, options }))
    );
    assertEquals(nearest.length, 360);
    assertEquals(nearest.filter((args) => differ("object_rel_distance", args)).length, 10);

    const clash = pairs.filter((pair) =>
      answer("object_above", pair, "sprite") === "no" &&
      answer("object_below", pair, "sprite") !== "below"
    );
    assertEquals(clash.length, 29);

    const between = ids.flatMap((object) =>
      halves.filter((pair) => !pair.includes(object)).map(([a, b]) => ({ object, a, b }))
    );
    const yes = between.filter((args) => answer("object_in_between", args, "sprite") === true);
    assertEquals(yes.length, 120);
    const true_ = yes.filter((args) => answer("object_in_between", args, "right") === true);
    assertEquals(true_.length, 7);

    const views = scene.cameras!.flatMap((c) => {
      const seen = scene.objects.filter((o) => o.seen!.includes(c.time!)).map((o) => o.id);
      return halves.filter((pair) => pair.every((id) => seen.includes(id)))
        .map((options) => ({ camera: c.name, options }));
    });
    assertEquals(views.length, 177);
    assertEquals(views.filter((args) => differ("object_distence_camera_rel", args)).length, 9);

    const walk = tellWalk(readyScene(scene).cameras.map((c) => c.camera), { straight: 0.2 });
    assertAlmostEquals(walk.length, 9.248863, 1e-6);
    const told = walk.steps.reduce((sum, s) => sum + s.forward, 0);
    assert(told <= 9.249 && told > 9.16 && walk.endError < 1e-9, JSON.stringify(walk));
  },
);
