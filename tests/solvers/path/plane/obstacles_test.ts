import type { ExactPoint } from "../../../../geometry/exact_point.ts";
import {
  AnyAngle,
  checkObstaclePath,
  GridMap,
  type ObstacleInstance,
  type PlanePath,
  solveObstaclePath,
} from "../../../../solvers/mod.ts";
import { assert, assertEquals, assertThrows } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import { isSame, slowLength } from "./_any_angle_oracle.ts";

type Box = readonly [x0: number, y0: number, x1: number, y1: number];

const SIZE = 10;

/** Boxes at least one cell apart from one another and from the edge of the map. */
const boxes = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), fc.nat(3), fc.nat(3)),
  { maxLength: 8 },
).map((tuples) => {
  const kept: Box[] = [];
  for (const [x, y, w, h] of tuples) {
    const box: Box = [x, y, Math.min(x + w + 1, SIZE - 1), Math.min(y + h + 1, SIZE - 1)];
    const isApart = kept.every((k) =>
      box[0] > k[2] || k[0] > box[2] || box[1] > k[3] || k[1] > box[3]
    );
    if (isApart) kept.push(box);
  }
  return kept;
});

const point = fc.tuple(fc.nat(SIZE), fc.nat(SIZE));

function mapOf(kept: readonly Box[]): GridMap {
  return GridMap.of(
    SIZE,
    SIZE,
    (x, y) => kept.some(([x0, y0, x1, y1]) => x >= x0 && x < x1 && y >= y0 && y < y1) ? -1 : 1,
  );
}

function instanceOf(kept: readonly Box[], start: ExactPoint, goal: ExactPoint): ObstacleInstance {
  const ring = ([x0, y0, x1, y1]: Box): ExactPoint[] => [[x0, y0], [x1, y0], [x1, y1], [x0, y1]];
  return {
    start,
    goal,
    obstacles: kept.map(ring),
    boundary: ring([0, 0, SIZE, SIZE]),
    touching: "allowed",
  };
}

function isInside(kept: readonly Box[], [x, y]: readonly [number, number]): boolean {
  return kept.some(([x0, y0, x1, y1]) => x > x0 && x < x1 && y > y0 && y < y1);
}

function pathsOf(instance: ObstacleInstance): readonly PlanePath[] {
  const outcome = solveObstaclePath(instance, { cap: 1000 });
  if (outcome.status === "exact") return [outcome.value];
  assert(outcome.status === "tie");
  return outcome.values;
}

Deno.test("solveObstaclePath() agrees with the search in a grid mesh, and so does its checker", () => {
  fc.assert(
    fc.property(boxes, point, point, (kept, start, goal) => {
      fc.pre(!isInside(kept, start) && !isInside(kept, goal));
      const instance = instanceOf(kept, start, goal);
      const paths = pathsOf(instance);
      const grid = new AnyAngle(mapOf(kept)).path(start, goal)!;
      assertEquals(BigInt(paths.length), grid.count);
      for (const path of paths) {
        assert(isSame(slowLength(path.squares.map(Number)), slowLength(grid.squares)));
      }
      assertEquals(checkObstaclePath(instance, paths[0]!), null);
    }),
    { numRuns: 60 },
  );
});

Deno.test("solveObstaclePath(): turned by a rational angle and mirrored, squares grow 25-fold", () => {
  fc.assert(fc.property(boxes, point, point, (kept, start, goal) => {
    fc.pre(!isInside(kept, start) && !isInside(kept, goal));
    const turn = ([x, y]: ExactPoint): ExactPoint => [
      3 * Number(x) - 4 * Number(y),
      -4 * Number(x) - 3 * Number(y),
    ];
    const instance = instanceOf(kept, start, goal);
    const turned: ObstacleInstance = {
      start: turn(start),
      goal: turn(goal),
      obstacles: instance.obstacles.map((ring) => ring.map(turn)),
      boundary: instance.boundary!.map(turn),
      touching: "allowed",
    };
    const sets = (paths: readonly PlanePath[], factor: number) =>
      paths.map((p) => p.squares.map((s) => Number(s) * factor).join()).sort();
    assertEquals(sets(pathsOf(turned), 1), sets(pathsOf(instance), 25));
  }));
});

Deno.test("solveObstaclePath(): decimals stay exact", () => {
  const outcome = solveObstaclePath({
    start: ["0.1", "0"],
    goal: ["0.1", "0.4"],
    obstacles: [[["0", "0.1"], ["0.3", "0.1"], ["0.3", "0.2"], ["0", "0.2"]]],
    touching: "allowed",
  });
  assert(outcome.status === "exact");
  assertEquals(outcome.value.points, [["0.1", "0"], ["0", "0.1"], ["0", "0.2"], ["0.1", "0.4"]]);
  assertEquals(outcome.value.squares, ["0.02", "0.01", "0.05"]);
});

Deno.test("solveObstaclePath(): a wall from side to side, and touching forbidden", () => {
  const wall: ObstacleInstance = {
    start: [0, 0],
    goal: [4, 0],
    obstacles: [[[1, -5], [3, -5], [3, 5], [1, 5]]],
    boundary: [[-1, -4], [5, -4], [5, 4], [-1, 4]],
    touching: "allowed",
  };
  assertThrows(() => solveObstaclePath(wall), RangeError, "must not touch or cross");
  const { boundary: _, ...open } = wall;
  const forbidden = solveObstaclePath({ ...open, touching: "forbidden" });
  assertEquals(forbidden.status, "impossible");
  const room = solveObstaclePath({
    start: [0, 0],
    goal: [10, 0],
    obstacles: [[[-1, 9], [9, 9], [9, -9], [-1, -9], [-1, -8], [8, -8], [8, 8], [-1, 8]]],
    boundary: [[-2, -10], [11, -10], [11, 10], [-2, 10]],
    touching: "allowed",
  });
  assertEquals(room.status, "tie");
});

Deno.test("solveObstaclePath(): rings may be closed, and repeat points in a row", () => {
  const base = { start: [0, 0], goal: [4, 0], touching: "allowed" } as const;
  const ring = [[1, -3], [3, -3], [3, 1], [1, 1]] as const;
  const room = [[-1, -5], [5, -5], [5, 5], [-1, 5]] as const;
  const expected = solveObstaclePath({ ...base, obstacles: [ring], boundary: room });
  const closed = {
    ...base,
    obstacles: [[...ring.slice(0, 2), ring[1], ...ring.slice(2), ring[0]]],
    boundary: [...room, room[0]],
  };
  assertEquals(solveObstaclePath(closed), expected);
  assert(expected.status === "exact");
  assertEquals(checkObstaclePath(closed, expected.value), null);
});

Deno.test("solveObstaclePath(): bad input is named", () => {
  const base = { start: [0, 0], goal: [9, 9], touching: "allowed" } as const;
  const solve = (obstacles: ObstacleInstance["obstacles"]) => () =>
    solveObstaclePath({ ...base, obstacles });
  assertThrows(solve([[[1, 1], [2, 2]]]), RangeError, "obstacle 0: 2 points");
  assertThrows(solve([[[1, 1], [3, 3], [3, 1], [1, 3]]]), RangeError, "must not touch or cross");
  assertThrows(solve([[[1, 1], [1, 1], [3, 1]]]), RangeError, "obstacle 0: 2 points");
  assertThrows(solve([[[-1, -1], [1, -1], [1, 1], [-1, 1]]]), RangeError, "the start lies inside");
  assertThrows(solve([[[1, NaN], [2, 1], [2, 2]]]), RangeError, "coordinates[1]: NaN");
  assertThrows(solve([[[1, 0.5], [2, 1], [2, 2]]]), RangeError, 'decimal string "0.5"');
});

Deno.test("checkObstaclePath() refuses a path through an obstacle, a detour and false squares", () => {
  const instance: ObstacleInstance = {
    start: [0, 0],
    goal: [4, 0],
    obstacles: [[[1, -1], [2, -1], [2, 3], [1, 3]]],
    touching: "allowed",
  };
  const path = (points: ExactPoint[], squares: number[]) => ({
    points,
    squares,
    length: squares.reduce((sum, s) => sum + Math.sqrt(s), 0),
  });
  const check = (points: ExactPoint[], squares: number[]) =>
    checkObstaclePath(instance, path(points, squares));
  assertEquals(check([[0, 0], [1, -1], [2, -1], [4, 0]], [2, 1, 5]), null);
  assertEquals(check([[0, 0], [4, 0]], [16]), "part 1 crosses an obstacle");
  assertEquals(check([[0, 0], [2, -2], [4, 0]], [8, 8]), "a shorter path exists");
  assertEquals(
    check([[0, 0], [1, -1], [2, -1], [4, 0]], [2, 1, 4]),
    "the squares are not those of the points",
  );
  assertEquals(
    checkObstaclePath(instance, {
      ...path([[0, 0], [1, -1], [2, -1], [4, 0]], [2, 1, 5]),
      length: 4,
    }),
    "the length is not that of the squares",
  );
});
