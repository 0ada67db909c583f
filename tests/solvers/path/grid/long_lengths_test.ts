import { assert, assertEquals, assertThrows } from "../../../_assert.ts";
import fc from "../../../_fast_check.ts";
import type { Octile } from "../../../../geometry/octile.ts";
import {
  allShortestGridPaths,
  type Cell,
  checkGridCount,
  checkGridPath,
  countGridPaths,
  gridCertificate,
  gridCountCertificate,
  GridFlood,
  type GridInstance,
  GridMap,
  GridRouter,
  kShortestGridPaths,
  necessaryGridCells,
  secondGridLength,
  solveGridPath,
} from "../../../../solvers/path/grid/mod.ts";
import { GridLabels } from "../../../../solvers/path/grid/_labels.ts";
import { LongSearch } from "../../../../solvers/path/grid/_long_search.ts";
import { StepSearch } from "../../../../solvers/path/grid/_step_search.ts";

const CORNERS = ["both-free", "one-free", "always"] as const;

/** Pairs whose quotient is as near sqrt(2) as can be, from below 2.7e7 to 2^31. */
const NEAR_ROOTS: readonly (readonly [number, number])[] = [
  [8119, 5741],
  [9369319, 6625109],
  [22619537, 15994428],
  [54608393, 38613965],
  [318281039, 225058681],
  [1855077841, 1311738121],
];

/** A way without repeated cells, by the rules alone. */
interface Way extends Octile {
  readonly cells: readonly Cell[];
}

/** The sign of a - b, in integers alone. */
function compareExactly(a: Octile, b: Octile): number {
  const p = BigInt(a.straight) - BigInt(b.straight);
  const q = BigInt(a.diagonal) - BigInt(b.diagonal);
  const scaled = (p << 200n) + root(2n * q * q << 400n) * (q < 0n ? -1n : 1n);
  if (p === 0n && q === 0n) return 0;
  return scaled < 0n ? -1 : 1;
}

function root(n: bigint): bigint {
  if (n === 0n) return 0n;
  let x = 1n << BigInt(n.toString(2).length + 1 >> 1);
  for (;;) {
    const next = x + n / x >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

/** Every way from start to goal, shortest first. */
function everyWay({ map, corners, start, goal }: GridInstance): Way[] {
  const { cells: rows } = map as { cells: (number | null)[][] };
  const cost = (x: number, y: number) => rows[y]?.[x] ?? null;
  const needed = { "both-free": 2, "one-free": 1, always: 0 }[corners!];
  const ways: Way[] = [];
  const walk = (cells: readonly Cell[], straight: number, diagonal: number) => {
    const [x, y] = cells.at(-1)!;
    if (x === goal[0] && y === goal[1]) return void ways.push({ cells, straight, diagonal });
    for (let i = 0; i < 9; i++) {
      const [u, v] = [x + i % 3 - 1, y + Math.floor(i / 3) - 1];
      const c = cost(u, v);
      if (c === null || cells.some(([a, b]) => a === u && b === v)) continue;
      if (u === x || v === y) walk([...cells, [u, v]], straight + c, diagonal);
      else if (+(cost(u, y) !== null) + +(cost(x, v) !== null) >= needed) {
        walk([...cells, [u, v]], straight, diagonal + c);
      }
    }
  };
  walk([start], 0, 0);
  return ways.sort(compareExactly);
}

/** Small maps whose costs make ways differ by less than doubles can tell. */
function instances(costs: fc.Arbitrary<number | null>): fc.Arbitrary<GridInstance> {
  return fc.record({
    cells: fc.array(fc.array(costs, { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 3,
    }),
    ends: fc.tuple(fc.nat(5), fc.nat(5)),
    corners: fc.constantFrom(...CORNERS),
  }).map(({ cells, ends, corners }): GridInstance => {
    const end = (i: number): Cell => [i % 3, Math.floor(i / 3)];
    const [start, goal] = [end(ends[0]), end(ends[1])];
    for (const [x, y] of [start, goal]) cells[y]![x] ??= 1;
    return { map: { cells }, neighbours: 8, corners, start, goal };
  });
}

const nearTies = instances(fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NEAR_ROOTS.flat()) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 2 ** 31 - 1) },
  { weight: 1, arbitrary: fc.constant(null) },
));

/** Costs that lead to lengths just below and just above 2.7e7, where the kernels change over. */
const besideLimit = instances(fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 8_999_998, max: 9_000_002 }) },
  { weight: 2, arbitrary: fc.constantFrom(19_091_883, 13_499_999, 13_500_000, 13_500_001) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(null) },
));

const pair = ({ straight, diagonal }: Octile): string => `${straight} + ${diagonal} r`;

for (const [name, cases] of Object.entries({ nearTies, besideLimit })) {
  Deno.test(`long octile lengths, ${name}: every answer as by walking over every way`, () => {
    fc.assert(fc.property(cases, compareWithEveryWay), { numRuns: 1500 });
  });
}

function compareWithEveryWay(instance: GridInstance): void {
  const ways = everyWay(instance);
  const path = solveGridPath(instance);
  const labels = gridCertificate(instance);
  const router = new GridRouter(instance.map, instance as { neighbours: 8 });
  const routed = router.solve(instance.start, instance.goal);
  if (path.status !== "exact") {
    assertEquals([path.status, routed.status, ways.length], ["impossible", "impossible", 0]);
    return assertEquals(checkGridPath(instance, null, labels), null);
  }
  const best = ways.filter((way) => compareExactly(way, ways[0]!) === 0);
  assert(routed.status === "exact");
  assertEquals(pair(path.value.length), pair(ways[0]!));
  assertEquals(pair(routed.value.length), pair(ways[0]!));
  assertEquals(checkGridPath(instance, path.value.cells, labels), null);
  assertEquals(checkGridPath(instance, routed.value.cells, labels), null);
  const count = countGridPaths(instance);
  assertEquals(count.status === "exact" ? count.value : null, BigInt(best.length));
  const second = secondGridLength(instance);
  const longer = ways[best.length];
  assertEquals(second.status === "exact" ? pair(second.value) : null, longer ? pair(longer) : null);
  const k = kShortestGridPaths(instance, 7);
  assert(k.status === "exact");
  assertEquals(k.value.map((p) => pair(p.length)), ways.slice(0, 7).map(pair));
  const listed = allShortestGridPaths(instance, 1000).paths.map((p) => p.cells.join(" "));
  assertEquals(listed.sort(), best.map((way) => way.cells.join(" ")).sort());
  const always = necessaryGridCells(instance);
  assert(always.status === "exact");
  const shared = best[0]!.cells.filter((c) =>
    best.every((way) => way.cells.some((d) => d.join() === c.join()))
  );
  assertEquals(always.value.cells, shared);
}

Deno.test("counts of long lengths are proven by their certificates", () => {
  const priced = instances(fc.constantFrom(...NEAR_ROOTS.flat(), 2 ** 31 - 1));
  fc.assert(
    fc.property(priced, (instance) => {
      const count = countGridPaths(instance);
      assert(count.status === "exact");
      const certificate = gridCountCertificate(instance);
      assertEquals(checkGridCount(instance, count.value, certificate), null);
      assert(checkGridCount(instance, count.value + 1n, certificate) !== null);
    }),
    { numRuns: 300 },
  );
});

Deno.test("the kernel for long lengths answers as the fast ones do", () => {
  const costs = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  const limits = fc.constantFrom(0, 1, 2, 3, 5);
  fc.assert(
    fc.property(instances(costs), limits, fc.boolean(), (instance, limit, isFlat) => {
      const { cells } = instance.map as { cells: (number | null)[][] };
      const flat = cells.map((row) => row.map((cost) => cost === null ? null : 1));
      const map = GridMap.from({ cells: isFlat ? flat : cells });
      const corners = instance.corners!;
      const [start, goal] = [map.idOf(...instance.start), map.idOf(...instance.goal)];
      const fast = new GridLabels(map, corners).spread(start);
      const long = new GridLabels(map, corners, limit).spread(start);
      assertEquals(long.count, fast.count);
      for (const id of fast.order.subarray(0, fast.count)) {
        assertEquals(long.lengthOf(id), fast.lengthOf(id));
      }
      const search = new LongSearch(map, new StepSearch(map, corners, limit), corners);
      assertEquals(search.search(start, goal), fast.reaches(goal));
      if (!fast.reaches(goal)) return;
      const { straight, diagonal } = search;
      assertEquals({ straight, diagonal }, fast.lengthOf(goal));
      const way = new Int32Array(map.freeCount);
      const ids = Array.from(way.subarray(0, search.writeWay(way)), (id) => map.cellOf(id));
      assertEquals(
        checkGridPath({ ...instance, map }, ids, gridCertificate({ ...instance, map })),
        null,
      );
    }),
    { numRuns: 2000 },
  );
});

Deno.test("a part of a length that does not fit 32 bits is not written to them", () => {
  const map = { cells: [[1, null, null], [null, 2 ** 31 - 1, null], [null, null, 1]] };
  const moves = { neighbours: 8, corners: "always" } as const;
  const router = new GridRouter(map, moves);
  const flood = new GridFlood(map, moves);
  const ends = [router.map.idOf(0, 0), Int32Array.of(router.map.idOf(2, 2))] as const;
  const wide = { straight: new Float64Array(1), diagonal: new Float64Array(1) };
  const narrow = { straight: new Float64Array(1), diagonal: new Int32Array(1) };
  assertEquals(router.writeLengths(Int32Array.of(ends[0]), ends[1], wide), 1);
  assertEquals([wide.straight[0], wide.diagonal[0]], [0, 2 ** 31]);
  assertEquals(flood.writeLengths(...ends, wide), 1);
  assertEquals([wide.straight[0], wide.diagonal[0]], [0, 2 ** 31]);
  for (
    const kernel of [
      () => router.writeLengths(Int32Array.of(ends[0]), ends[1], narrow),
      () => flood.writeLengths(...ends, narrow),
    ]
  ) {
    assertThrows(kernel, RangeError, "Cannot write length 0: 2147483648 times sqrt(2)");
  }
});
