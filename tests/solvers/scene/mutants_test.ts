import {
  checkScene,
  type Outcome,
  type Scene,
  SCENE_QUERIES,
  type SceneAsk,
  solveScene,
  type Walk,
} from "../../../solvers/mod.ts";
import type { Real3 } from "../../../geometry/mod.ts";
import { assert, assertEquals } from "../../_assert.ts";
import { changed, random, randomArguments, randomScene } from "./_random_scene.ts";

/** How often the checks refuse what a faulty solver says, of how often it says another thing. */
function killed(
  query: string,
  variant: string,
  mutate: (scene: Scene, ask: SceneAsk) => Outcome<unknown>,
): { wrong: number; refused: number } {
  const next = random(17);
  let [wrong, refused] = [0, 0];
  for (let seed = 0; seed < 12; seed++) {
    const scene = randomScene(seed);
    const args = randomArguments(SCENE_QUERIES.get(query)!, scene, next);
    const ask = { query, variant, args };
    const right = solveScene(scene, ask).outcome;
    assertEquals(checkScene(scene, ask, right), null);
    const mutant = mutate(scene, ask);
    if (JSON.stringify(mutant) === JSON.stringify(right)) continue;
    wrong++;
    if (checkScene(scene, ask, mutant) !== null) refused++;
  }
  return { wrong, refused };
}

function mustDie(...[query, variant, mutate]: Parameters<typeof killed>): void {
  const { wrong, refused } = killed(query, variant, mutate);
  assert(wrong > 0, `${query}: the mutant says nothing else`);
  assertEquals(refused, wrong, query);
}

Deno.test("mutants: centres for surfaces", () => {
  const centre = (scene: Scene, ask: SceneAsk) =>
    solveScene(scene, { ...ask, variant: "centre-3d" }).outcome;
  mustDie("distance", "nearest-surface", centre);
  mustDie("camera-distance", "nearest-surface", centre);
  // Who is nearest is often the same by centres; the margin then is another.
  const { wrong, refused } = killed("nearest", "nearest-surface", centre);
  assert(wrong > 0 && refused > 0);
});

Deno.test("mutants: the world box for the oriented one", () => {
  const boxed = (scene: Scene): Scene => ({
    ...scene,
    objects: scene.objects.map((o) => {
      const size = [0, 1, 2].map((k) => o.box.axes.reduce((s, m) => s + Math.abs(Number(m[k])), 0));
      const axes = size.map((x, k) => [0, 1, 2].map((j) => j === k ? x : 0));
      return { ...o, box: { ...o.box, axes: axes as unknown as typeof o.box.axes } };
    }),
  });
  for (
    const [query, variant] of [["distance", "nearest-surface"], ["size", "volume"], [
      "size",
      "longest",
    ], ["size", "footprint"]]
  ) {
    mustDie(query!, variant!, (scene, ask) => solveScene(boxed(scene), ask).outcome);
  }
});

Deno.test("mutants: right for left", () => {
  const mirrored = (scene: Scene) =>
    changed(scene, scene.frame, { matrix: [-1, 0, 0, 0, 1, 0, 0, 0, 1], shift: [0, 0, 0] });
  for (
    const [query, variant] of [["stand-face", "quadrants"], ["camera-direction", "four"], [
      "intrinsic-direction",
      "eight",
    ]]
  ) {
    const { wrong, refused } = killed(
      query!,
      variant!,
      (scene, ask) => solveScene(mirrored(scene), ask).outcome,
    );
    assert(wrong > 0 && refused > 0, query);
  }
});

Deno.test("mutants: the agent for the camera", () => {
  const lowered = (scene: Scene): Scene => ({
    ...scene,
    cameras: scene.cameras!.map((c) => {
      const [x, y, z] = c.camera.position;
      const position: Real3 = [x, y, Number(z) - 0.675];
      return { ...c, camera: { ...c.camera, position } };
    }),
  });
  mustDie(
    "camera-distance",
    "nearest-surface",
    (scene, ask) => solveScene(lowered(scene), ask).outcome,
  );
  mustDie("depth", "nearest", (scene, ask) => solveScene(lowered(scene), ask).outcome);
});

Deno.test("mutants: yaws that are not wrapped", () => {
  const { wrong, refused } = killed("walk", "merged", (scene, ask) => {
    const outcome = solveScene(scene, ask).outcome;
    if (outcome.status !== "exact") return outcome;
    const walk = outcome.value as Walk;
    const steps = walk.steps.map((s) => ({ ...s, turn: s.turn < 0 ? s.turn + 360 : s.turn }));
    return { ...outcome, value: { ...walk, steps } };
  });
  assert(wrong > 0 && refused > 0);
});
