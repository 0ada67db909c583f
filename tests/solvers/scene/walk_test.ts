import { tellWalk } from "../../../solvers/mod.ts";
import { assert, assertAlmostEquals, assertEquals } from "../../_assert.ts";
import { random } from "./_random_scene.ts";

const pose = (x: number, y: number, yaw: number) => ({
  position: [x, y, 0] as const,
  forward: [Math.sin(yaw * Math.PI / 180), Math.cos(yaw * Math.PI / 180), 0] as const,
});

Deno.test("tellWalk: turns are wrapped: from 350 to 10 degrees is 20 to the right", () => {
  const { steps } = tellWalk([pose(0, 0, 350), pose(0, 0, 10)]);
  assertEquals(steps.map((s) => [Math.round(s.turn), s.forward]), [[20, 0]]);
  const back = tellWalk([pose(0, 0, 10), pose(0, 0, 350)]).steps[0]!;
  assertAlmostEquals(back.turn, -20, 1e-9);
});

Deno.test("tellWalk: straight parts are one step, lengths do not add up, the end is the goal", () => {
  const next = random(3);
  for (let run = 0; run < 50; run++) {
    const poses = [pose(0, 0, 0)];
    let [x, y, yaw] = [0, 0, 0];
    for (let i = 0; i < 20; i++) {
      if (next() < 0.3) yaw += Math.round(next() * 300 - 150);
      const d = next();
      x += d * Math.sin(yaw * Math.PI / 180);
      y += d * Math.cos(yaw * Math.PI / 180);
      poses.push(pose(x, y, yaw));
    }
    const walk = tellWalk(poses);
    // Followed by somebody else: turn, then go.
    let [px, py, heading] = [0, 0, 0];
    for (const { turn, forward } of walk.steps) {
      assert(turn > -180 && turn <= 180);
      heading += turn * Math.PI / 180;
      px += forward * Math.sin(heading);
      py += forward * Math.cos(heading);
    }
    assertAlmostEquals(px, x, 1e-6);
    assertAlmostEquals(py, y, 1e-6);
    assert(walk.steps.length <= 14, String(walk.steps.length));
    const told = walk.steps.reduce((sum, s) => sum + s.forward, 0);
    assert(told <= walk.length + 1e-9 && told >= walk.displacement - 1e-9);
  }
});

Deno.test("tellWalk: rounded steps are aimed anew, so that the end stays near", () => {
  const poses = Array.from({ length: 40 }, (_, i) => pose(i * 0.7, Math.sin(i) * 2, i * 13));
  const { endError, steps } = tellWalk(poses, { round: { degrees: 5, metres: 0.1 } });
  assert(steps.length > 10);
  assert(endError < 0.3, String(endError));
});
