import { assert, assertEquals, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";
import { powerOracle } from "../../geometry/_power_oracle.ts";
import type { PlaneFrame } from "../../../geometry/frame.ts";
import { formatScaled } from "../../../geometry/decimal.ts";
import { SectorClassifier } from "../../../geometry/sector_classifier.ts";
import {
  angleSectors,
  EIGHT_WINDS,
  FACING_CLOCK,
  FACING_EIGHT,
  FOUR_WINDS,
  SECTOR_SYSTEMS,
  type SectorSystemName,
} from "../../../geometry/sector_systems.ts";
import { equalSectors } from "../../../geometry/sectors.ts";
import {
  checkDirection,
  checkFacing,
  checkPose,
  directionCode,
  directionCodes,
  type DirectionInstance,
  facingCode,
  facingCodes,
  type FacingInstance,
  type Outcome,
  solveDirection,
  solveFacing,
  solvePose,
} from "../../../solvers/mod.ts";

const NAMES = Object.keys(SECTOR_SYSTEMS) as SectorSystemName[];
const absolute = NAMES.filter((name) => SECTOR_SYSTEMS[name].zero !== "front");
const relative = NAMES.filter((name) => SECTOR_SYSTEMS[name].zero === "front");
const frame = fc.constantFrom<PlaneFrame>("y-up", "y-down");
const small = fc.integer({ min: -6, max: 6 });
const decimal = fc.integer({ min: -99_999, max: 99_999 }).map((n) => formatScaled(BigInt(n), 3));
const coordinate = fc.oneof(small, decimal);
const point = fc.tuple(coordinate, coordinate);
const lattice = fc.tuple(small, small);

/** The value where it is one, the values of a tie, the status elsewise. */
function short(outcome: Outcome<string>): string {
  if (outcome.status === "exact") return outcome.value;
  return outcome.status === "tie" ? outcome.values.join(" | ") : outcome.status;
}

Deno.test("solveDirection() reads a compass in either frame", () => {
  const ask = (to: [number, number], frame: PlaneFrame) =>
    short(solveDirection({ from: [1, 1], to, frame, sectors: "eight-winds" }));
  assertEquals(ask([1, 9], "y-up"), "north");
  assertEquals(ask([1, 9], "y-down"), "south");
  assertEquals(ask([9, 2], "y-up"), "east");
  assertEquals(ask([-5, 6], "y-up"), "northwest");
  assertEquals(ask([-5, 6], "y-down"), "southwest");
  assertEquals(ask([1, 1], "y-up"), "impossible");
});

Deno.test("Sparkle's sectors are as its constants say", () => {
  const ask = (x: string, y: string, sectors: SectorSystemName) =>
    short(solveDirection({ from: ["0.5", "0.5"], to: [x, y], frame: "y-up", sectors }));
  // 11.25 degrees is a slope of 0.19891..., 78.75 degrees of 5.02733...
  assertEquals(ask("1.5", "0.698", "sparkle-eight"), "right");
  assertEquals(ask("1.5", "0.699", "sparkle-eight"), "top right");
  assertEquals(ask("1.5", "5.527", "sparkle-eight"), "top right");
  assertEquals(ask("1.5", "5.528", "sparkle-eight"), "top");
  assertEquals(ask("0.2", "0.5", "sparkle-eight"), "impossible");
  assertEquals(ask("0.2", "0.51", "sparkle-eight"), "left");
  assertEquals(ask("0.2", "0.49", "sparkle-eight"), "left");
  assertEquals(ask("0.2", "0.5", "sparkle-four"), "impossible");
  assertEquals(ask("0.5", "0.7", "sparkle-four"), "top left");
  assertEquals(ask("0.7", "0.5", "sparkle-four"), "top right");
});

Deno.test("solveDirection() agrees with powers of complex integers, and with its checker", () => {
  fc.assert(
    fc.property(point, point, frame, fc.constantFrom(...absolute), (from, to, frame, sectors) => {
      const instance: DirectionInstance = { from, to, frame, sectors };
      const outcome = solveDirection(instance);
      assertEquals(checkDirection(instance, outcome), null);
      const [x, y] = [0, 1].map((i) =>
        BigInt(Math.round(Number(to[i]) * 1000)) - BigInt(Math.round(Number(from[i]) * 1000))
      );
      const word = powerOracle(SECTOR_SYSTEMS[sectors], frame)(x!, y!);
      if (word.startsWith("in ")) {
        assertEquals(short(outcome), SECTOR_SYSTEMS[sectors].labels[Number(word.slice(3))]);
      } else if (word === "none") assertEquals(outcome.status, "impossible");
    }),
    { numRuns: 400 },
  );
});

/** Where c is, by the clock: the facing turned to (1, 0) by hand in y-up coordinates. */
function quadrant([ax, ay]: number[], [bx, by]: number[], [cx, cy]: number[]): string {
  const [fx, fy, gx, gy] = [bx! - ax!, by! - ay!, cx! - ax!, cy! - ay!];
  const ahead = fx * gx + fy * gy;
  const left = -fy * gx + fx * gy;
  return `${ahead > 0 ? "front" : "back"}-${left > 0 ? "left" : "right"}`;
}

Deno.test("solveFacing() tells left from right, and swaps them with the frame", () => {
  const ask = (target: [number, number], frame: PlaneFrame, sectors: SectorSystemName) =>
    short(solveFacing({ at: [0, 0], facing: [0, 3], target, frame, sectors }));
  assertEquals(ask([-2, 0], "y-up", "left-right"), "left");
  assertEquals(ask([-2, 0], "y-down", "left-right"), "right");
  assertEquals(ask([0, 9], "y-up", "left-right"), "right | left");
  assertEquals(ask([0, -9], "y-up", "front-back"), "back");
  assertEquals(ask([5, 0], "y-up", "facing-clock"), "3");
  assertEquals(ask([-5, -1], "y-up", "left-right-back"), "left");
  assertEquals(ask([-5, -6], "y-up", "left-right-back"), "back");
  assertEquals(ask([5, -5], "y-up", "left-right-back"), "back | right");
  assertEquals(ask([0, 0], "y-up", "left-right"), "impossible");
});

Deno.test("solveFacing() agrees with hand-made quadrants and with its checker", () => {
  fc.assert(
    fc.property(
      point,
      point,
      point,
      frame,
      fc.constantFrom(...relative),
      (at, facing, target, frame, sectors) => {
        const instance: FacingInstance = { at, facing, target, frame, sectors };
        assertEquals(checkFacing(instance, solveFacing(instance)), null);
      },
    ),
    { numRuns: 400 },
  );
  fc.assert(fc.property(lattice, lattice, lattice, (at, facing, target) => {
    const outcome = solveFacing({
      at,
      facing,
      target,
      frame: "y-up",
      sectors: "facing-quadrants",
    });
    if (outcome.status === "exact") assertEquals(outcome.value, quadrant(at, facing, target));
  }));
});

Deno.test("solveFacing() does not change under shifts, scales and rational turns", () => {
  const turned = ([x, y]: readonly number[]): [number, number] => [
    3 * x! - 4 * y! + 17,
    4 * x! + 3 * y! - 5,
  ];
  const sectors = FACING_EIGHT;
  fc.assert(fc.property(lattice, lattice, lattice, frame, (at, facing, target, frame) => {
    const before = solveFacing({ at, facing, target, frame, sectors });
    const after = solveFacing({
      at: turned(at),
      facing: turned(facing),
      target: turned(target),
      frame,
      sectors,
    });
    assertEquals(short(after), short(before));
  }));
});

Deno.test("solvePose() takes a heading where solveFacing() takes a point", () => {
  const system = fc.constantFrom(...relative);
  fc.assert(
    fc.property(
      point,
      lattice,
      point,
      frame,
      system,
      (position, heading, target, frame, sectors) => {
        fc.pre(heading.some((x) => x !== 0));
        const instance = { position, heading, target, frame, sectors };
        const outcome = solvePose(instance);
        assertEquals(checkPose(instance, outcome), null);
        const facing = position.map((x, i) =>
          formatScaled(BigInt(Math.round((Number(x) + heading[i]!) * 1000)), 3)
        ) as [string, string];
        assertEquals(
          short(solveFacing({ at: position, facing, target, frame, sectors })),
          short(outcome),
        );
      },
    ),
    { numRuns: 200 },
  );
});

Deno.test("the checkers refuse wrong labels, margins and statuses", () => {
  const instance: DirectionInstance = {
    from: [0, 0],
    to: [3, 1],
    frame: "y-up",
    sectors: FOUR_WINDS,
  };
  const margin = { value: 26.56, unit: "degree" };
  assertEquals(checkDirection(instance, { status: "exact", value: "east", margin }), null);
  const wrong: Outcome<string>[] = [
    { status: "exact", value: "north", margin },
    { status: "exact", value: "east", margin: { value: 26.57, unit: "degree" } },
    { status: "exact", value: "east", margin: { value: 1, unit: "radian" } },
    { status: "exact", value: "east", margin: null },
    { status: "tie", values: ["north", "east"] },
    { status: "impossible", reason: "" },
  ];
  for (const outcome of wrong) assert(checkDirection(instance, outcome) !== null);
  const onLine: FacingInstance = {
    at: [0, 0],
    facing: [1, 2],
    target: [2, 4],
    frame: "y-up",
    sectors: "left-right",
  };
  assertEquals(checkFacing(onLine, { status: "tie", values: ["right", "left"] }), null);
  assert(checkFacing(onLine, { status: "tie", values: ["right", "right"] }) !== null);
  assert(checkFacing(onLine, { status: "exact", value: "left", margin }) !== null);
  assert(checkFacing({ ...onLine, target: [0, 0] }, { status: "exact", value: "left", margin }));
});

Deno.test("angleSectors() rounds the angle, ties only where 45 degrees meet a boundary", () => {
  const ask = (target: [number, number], step: number) =>
    short(solveFacing({
      at: [0, 0],
      facing: [1, 0],
      target,
      frame: "y-down",
      sectors: angleSectors(step),
    }));
  assertEquals(ask([1, 1], 1), "45");
  assertEquals(ask([1, 1], 10), "40 | 50");
  assertEquals(ask([2, -1], 1), "333");
  assertEquals(ask([0, 7], 15), "90");
  assertThrows(() => angleSectors(7), RangeError, "the step is 7");
});

Deno.test("kernels and their bulk forms agree with the solvers", () => {
  const clock = new SectorClassifier(FACING_CLOCK, "y-down");
  const winds = new SectorClassifier(EIGHT_WINDS, "y-down");
  const limit = 2 ** 25;
  const far = fc.integer({ min: -limit, max: limit });
  const six = fc.tuple(far, far, far, far, far, far);
  fc.assert(fc.property(fc.oneof(six, fc.tuple(small, small, small, small, small, small)), (p) => {
    const [ax, ay, bx, by, cx, cy] = p;
    const points = Int32Array.from(p);
    const code = new Int16Array(1);
    const frame = "y-down";
    const facing = facingCode(clock, ax, ay, bx, by, cx, cy);
    facingCodes(clock, points, Uint32Array.of(0, 1, 2), code);
    assertEquals(code[0], facing);
    const seen = solveFacing({
      at: [ax, ay],
      facing: [bx, by],
      target: [cx, cy],
      frame,
      sectors: FACING_CLOCK,
    });
    if (seen.status === "exact") assertEquals(FACING_CLOCK.labels[facing], seen.value);
    else assert(facing < 0);
    const direction = directionCode(winds, ax, ay, bx, by);
    directionCodes(winds, points, Uint32Array.of(0, 1), code);
    assertEquals(code[0], direction);
    const to = solveDirection({ from: [ax, ay], to: [bx, by], frame, sectors: EIGHT_WINDS });
    if (to.status === "exact") assertEquals(EIGHT_WINDS.labels[direction], to.value);
    else assert(direction < 0);
  }));
  assertThrows(() => facingCode(clock, 0, 0, 2 ** 27, 0, 1, 1), RangeError, "2^26 apart");
  const codes = new Int16Array(1);
  assertThrows(
    () => directionCodes(winds, Int32Array.of(0, 0), Uint32Array.of(0), codes),
    RangeError,
    "1 indices into 1 codes, must be 2 a code",
  );
  assertThrows(
    () => directionCodes(winds, Int32Array.of(0, 0), Uint32Array.of(0, 9), codes),
    RangeError,
    "NaN",
  );
});

Deno.test("bad instances are refused by name", () => {
  const good: DirectionInstance = {
    from: [0, 0],
    to: [3, 1],
    frame: "y-up",
    sectors: "four-winds",
  };
  const ask = (change: object) => () => solveDirection({ ...good, ...change } as DirectionInstance);
  assertThrows(ask({ to: [0.5, 1] }), RangeError, "Cannot read to.x: 0.5, must be an integer");
  assertThrows(ask({ to: [1, NaN] }), RangeError, "Cannot read to.y: NaN");
  assertThrows(ask({ to: [1, Infinity] }), RangeError, "Cannot read to.y: Infinity");
  assertThrows(ask({ to: [1e308, 1] }), RangeError, "Cannot read to.x: 1e+308");
  assertThrows(ask({ from: [1] }), TypeError, "Cannot read from: [1], must be [x, y]");
  assertThrows(ask({ from: ["a", 1] }), SyntaxError, "Cannot read from.x");
  assertThrows(ask({ sectors: "five-winds" }), RangeError, '"five-winds", must be a system or one');
  assertThrows(ask({ sectors: "left-right" }), RangeError, 'zero is "front", must be "east" or');
  assertThrows(ask({ frame: "up" }), RangeError, 'frame: "up"');
  const pose = { position: [0, 0], heading: [0, "0.0"], target: [1, 1] } as const;
  assertThrows(
    () => solvePose({ ...pose, frame: "y-up", sectors: "left-right" }),
    RangeError,
    "Cannot use heading: [0, 0]",
  );
  assertThrows(
    () => solvePose({ ...pose, heading: [1, 0], frame: "y-up", sectors: "four-winds" }),
    RangeError,
    'zero is "north", must be "front"',
  );
});

Deno.test("instances are plain JSON", () => {
  const sectors = equalSectors(["a", "b", "c", "d", "e"], { first: "0.1", zero: "east" });
  const instance: DirectionInstance = { from: ["0.1", 2], to: ["1e3", 4], frame: "y-up", sectors };
  const again = JSON.parse(JSON.stringify(instance)) as DirectionInstance;
  assertEquals(solveDirection(again), solveDirection(instance));
});
