import {
  FACING_QUADRANT_WORDS,
  facingQuadrant,
  readyScene,
  type Scene,
  solveScene,
  UNDECIDED,
  VERTICAL_WORDS,
  verticalRelation,
} from "../../../solvers/mod.ts";
import { frameOf, orientedBox } from "../../../geometry/mod.ts";
import { assert, assertEquals } from "../../_assert.ts";
import { randomScene } from "./_random_scene.ts";

/** Boxes on a lattice: rows, stacks and ties of all kinds. */
const LATTICE: Scene = {
  frame: frameOf("scannet"),
  objects: Array.from({ length: 18 }, (_, k) => ({
    id: `thing ${k}`,
    category: "cube",
    box: orientedBox({
      center: [k % 3 / 10, Math.floor(k / 3) % 3 / 10, Math.floor(k / 9) / 10],
      size: [0.1, 0.1, 0.1],
    }),
  })),
};

Deno.test("kernels: they say what the exact queries say, and leave what is close to them", () => {
  let [decided, left] = [0, 0];
  for (const scene of [LATTICE, randomScene(1), randomScene(2)]) {
    const { data } = readyScene(scene).table;
    const n = Math.min(9, scene.objects.length);
    const id = (k: number) => scene.objects[k]!.id;
    for (let at = 0; at < n; at++) {
      for (let facing = 0; facing < n; facing++) {
        if (facing === at) continue;
        const vertical = verticalRelation(data, at, facing);
        const strict = solveScene(scene, {
          query: "vertical-direction",
          args: { a: id(at), b: id(facing) },
        }).outcome;
        if (vertical === UNDECIDED) left++;
        else assertEquals(strict.status === "exact" && strict.value, VERTICAL_WORDS[vertical]);
        for (let target = 0; target < n; target++) {
          if (target === at || target === facing) continue;
          const code = facingQuadrant(data, at, facing, target);
          if (code === UNDECIDED) {
            left++;
            continue;
          }
          decided++;
          const { outcome } = solveScene(scene, {
            query: "stand-face",
            args: { at: id(at), facing: id(facing), target: id(target) },
            variant: "quadrants",
          });
          assertEquals(outcome.status === "exact" && outcome.value, FACING_QUADRANT_WORDS[code]);
        }
      }
    }
  }
  assert(decided > 500 && left > 50, `${decided} ${left}`);
});
