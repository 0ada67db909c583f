import { assert, assertEquals, assertThrows } from "../_assert.ts";
import fc from "../_fast_check.ts";
import { nearBoundary } from "./_near_boundary.ts";
import { powerOracle } from "./_power_oracle.ts";
import type { PlaneFrame } from "../../geometry/frame.ts";
import { NO_DIRECTION, SectorClassifier, tiedBoundary } from "../../geometry/sector_classifier.ts";
import { EIGHT_WINDS, QUADRANTS, SECTOR_SYSTEMS } from "../../geometry/sector_systems.ts";
import { angleOf } from "../../solvers/direction/_arctangent.ts";
import { equalSectors, type SectorSystem } from "../../geometry/sectors.ts";

const numbered = (n: number) => Array.from({ length: n }, (_, i) => String(i));

const SYSTEMS: Readonly<Record<string, SectorSystem>> = {
  ...SECTOR_SYSTEMS,
  "3 from 10": equalSectors(numbered(3), { first: 10, zero: "east" }),
  "5 centred": equalSectors(numbered(5), { turn: "counter-clockwise" }),
  "7 centred": equalSectors(numbered(7)),
  "24 closed at the end": equalSectors(numbered(24), { onBoundary: "previous" }),
  "360": equalSectors(numbered(360)),
  "one narrow": {
    zero: "east",
    turn: "counter-clockwise",
    boundaries: ["0.5", "1"],
    labels: ["narrow", "wide"],
  },
  "without ties": equalSectors(numbered(4), { onBoundary: "none" }),
};

const FRAMES: readonly PlaneFrame[] = ["y-up", "y-down"];

/** What the oracle's word is as a code, by the rule of the boundary. */
function expected(system: SectorSystem, word: string): number {
  if (word === "none") return NO_DIRECTION;
  const [where, at] = word.split(" ");
  const i = Number(at);
  if (where === "in") return i;
  const { onBoundary = "tie" } = system;
  const rule = typeof onBoundary === "string" ? onBoundary : onBoundary[i]!;
  if (rule === "tie") return -3 - i;
  if (rule === "none") return -2;
  return rule === "next" ? i : (i + system.labels.length - 1) % system.labels.length;
}

for (const [name, system] of Object.entries(SYSTEMS)) {
  Deno.test(`code() is right on every vector up to 64, ${name}`, () => {
    const reach = system.labels.length > 100 ? 12 : 64;
    for (const frame of reach < 64 ? FRAMES : [FRAMES[name.length % 2]!]) {
      const classifier = new SectorClassifier(system, frame);
      const oracle = powerOracle(system, frame);
      for (let x = -reach; x <= reach; x++) {
        for (let y = -reach; y <= reach; y++) {
          const right = expected(system, oracle(BigInt(x), BigInt(y)));
          if (classifier.code(x, y) !== right) {
            assertEquals(classifier.code(x, y), right, `(${x}, ${y}) ${frame}`);
          }
        }
      }
    }
  });
}

/** Every boundary between 0 and 90 degrees of some system above, as k * 180 / m. */
const RAYS: readonly [k: number, m: number][] = [
  ...[1, 2, 3, 5, 7].map((k): [number, number] => [k, 16]), // 11.25, 22.5, 33.75, 56.25, 78.75
  ...[1, 3, 5, 13, 15].map((k): [number, number] => [k, 32]), // thirty-two winds
  ...[1, 2, 4, 5].map((k): [number, number] => [k, 12]), // 15, 30, 60, 75
  ...[1, 2, 3].map((k): [number, number] => [k, 7]),
  ...[1, 2].map((k): [number, number] => [k, 5]),
  [1, 360],
  [1, 180],
];

const HARD_SYSTEMS = [
  "eight-winds",
  "sixteen-winds",
  "thirty-two-winds",
  "clock-centred",
  "clock-floored",
  "sparkle-eight",
  "facing-eight",
  "5 centred",
  "7 centred",
  "one narrow",
] as const;

Deno.test("code() is right on the vectors nearest to the boundaries, to 53 bits", () => {
  const hard = RAYS.flatMap(([k, m]) => nearBoundary(k, m, 2n ** 53n));
  assert(hard.length > 1000);
  for (const name of HARD_SYSTEMS) {
    const system = SYSTEMS[name]!;
    const classifier = new SectorClassifier(system, "y-up");
    const oracle = powerOracle(system, "y-up");
    for (const [x, y] of hard) {
      for (const [dx, dy] of [[x, y], [-y, x], [-x, y]] as const) {
        const right = expected(system, oracle(dx, dy));
        const code = classifier.code(Number(dx), Number(dy));
        const big = classifier.bigCode(dx, dy);
        const small = classifier.code(Number(dx) * 2 ** -90, Number(dy) * 2 ** -90);
        if (code !== right || big !== right || small !== right) {
          assertEquals([code, big, small], [right, right, right], `${name} (${dx}, ${dy})`);
        }
      }
    }
  }
});

Deno.test("bigCode() is right on the vectors nearest to the boundaries, to 400 bits", () => {
  for (const [k, m] of [[1, 16], [1, 12], [2, 7]] as const) {
    const hard = nearBoundary(k, m, 2n ** 400n).slice(-40);
    for (const name of ["sixteen-winds", "clock-floored", "7 centred"]) {
      const system = SYSTEMS[name]!;
      const classifier = new SectorClassifier(system, "y-down");
      const oracle = powerOracle(system, "y-down");
      for (const [x, y] of hard) {
        assertEquals(classifier.bigCode(x, y), expected(system, oracle(x, y)));
        assertEquals(classifier.bigCode(-y, x), expected(system, oracle(-y, x)));
      }
    }
  }
});

const lattice = fc.integer({ min: -(2 ** 25), max: 2 ** 25 });

Deno.test("code() is right on random vectors of 25 bits", () => {
  const ready = HARD_SYSTEMS.map((name) => ({
    system: SYSTEMS[name]!,
    classifier: new SectorClassifier(SYSTEMS[name]!, "y-up"),
    oracle: powerOracle(SYSTEMS[name]!, "y-up"),
  }));
  fc.assert(
    fc.property(lattice, lattice, (x, y) => {
      for (const { system, classifier, oracle } of ready) {
        assertEquals(classifier.code(x, y), expected(system, oracle(BigInt(x), BigInt(y))));
      }
    }),
    { numRuns: 2000 },
  );
});

Deno.test("code() is right for boundaries at any tenth of a degree", () => {
  const tenths = fc.uniqueArray(fc.integer({ min: 0, max: 3599 }), { minLength: 2, maxLength: 6 });
  const small = fc.integer({ min: -30, max: 30 });
  fc.assert(
    fc.property(tenths, fc.array(fc.tuple(small, small), { maxLength: 5 }), (at, vectors) => {
      const boundaries = at.toSorted((a, b) => a - b).map((t) => `${t / 10}`);
      const system: SectorSystem = {
        zero: "north",
        turn: "clockwise",
        boundaries,
        labels: numbered(at.length),
      };
      const classifier = new SectorClassifier(system, "y-up");
      const oracle = powerOracle(system, "y-up");
      for (const [x, y] of vectors) {
        assertEquals(classifier.code(x, y), expected(system, oracle(BigInt(x), BigInt(y))));
      }
    }),
    { numRuns: 60 },
  );
});

Deno.test("code() turns, mirrors and scales with its vector", () => {
  const winds = new SectorClassifier(EIGHT_WINDS, "y-up");
  const down = new SectorClassifier(EIGHT_WINDS, "y-down");
  fc.assert(fc.property(lattice, lattice, (x, y) => {
    const code = winds.code(x, y);
    if (code === NO_DIRECTION) return;
    assertEquals(winds.code(y, -x), (code + 2) % 8);
    assertEquals(winds.code(-x, y), (8 - code) % 8);
    assertEquals(winds.code(y, x), (10 - code) % 8);
    assertEquals(winds.code(x * 2 ** 20, y * 2 ** 20), code);
    assertEquals(down.code(x, -y), code);
  }));
});

/** The angle to the nearest of some boundaries in degrees times 2^300, by an arctangent series. */
function trueMargin(boundaries: readonly string[], x: bigint, y: bigint): bigint {
  const full = 360n << 300n;
  const angle = angleOf(x, y, 300n);
  const distances = boundaries.map((b) => {
    const at = (BigInt(Number(b) * 100) << 300n) / 100n;
    const apart = ((angle - at) % full + full) % full;
    return apart < full - apart ? apart : full - apart;
  });
  return distances.reduce((least, d) => d < least ? d : least);
}

Deno.test("margin() is a lower bound, and a close one", () => {
  const hard = nearBoundary(1, 16, 2n ** 52n).concat(nearBoundary(7, 16, 2n ** 52n));
  const random = fc.sample(fc.tuple(lattice, lattice), 500).map(([x, y]) =>
    [BigInt(x), BigInt(y)] as const
  );
  const system = SECTOR_SYSTEMS["sparkle-eight"];
  const sparkle = new SectorClassifier(system, "y-up");
  // At 180 degrees "left" meets "left": that is no boundary to another answer.
  const boundaries = system.boundaries.map(String).filter((angle) => angle !== "180");
  for (
    const [x, y] of [...hard, ...random, [-7n, 1n], [-7n, -1n], [0n, -5n], [10n ** 9n, 1n]] as const
  ) {
    if (sparkle.bigCode(x, y) < 0) continue;
    const right = trueMargin(boundaries, x, y);
    for (const margin of [sparkle.margin(Number(x), Number(y)), sparkle.bigMargin(x, y)]) {
      // No margin here is below 2^-100, so its double times 2^200 is an integer.
      const bits = BigInt(margin * 2 ** 200) << 100n;
      assert(bits <= right, `(${x}, ${y}): ${margin}`);
      assert(bits * (10n ** 9n + 1n) >= right * 10n ** 9n, `(${x}, ${y}): ${margin}`);
    }
  }
  assertEquals(new SectorClassifier(QUADRANTS, "y-up").margin(0, 1), 0);
});

Deno.test("codes() agrees with code()", () => {
  const winds = new SectorClassifier(EIGHT_WINDS, "y-up");
  const codes = new Int16Array(3);
  winds.codes(Int32Array.of(0, 0, 4), Int32Array.of(0, 2, -4), codes);
  assertEquals([...codes], [NO_DIRECTION, 0, 3]);
  assertThrows(() => winds.codes([1], [1], codes), RangeError, "Cannot classify 1 x");
});

Deno.test("tiedBoundary() reads the tie codes alone", () => {
  const quadrants = new SectorClassifier(QUADRANTS, "y-up");
  assertEquals(tiedBoundary(quadrants.code(1, 0)), 0);
  assertEquals(tiedBoundary(quadrants.code(0, -1)), 3);
  assertEquals(tiedBoundary(quadrants.code(1, 1)), -1);
  assertEquals(tiedBoundary(NO_DIRECTION), -1);
});

Deno.test("bad vectors and bad systems are refused by name", () => {
  const winds = new SectorClassifier(EIGHT_WINDS, "y-up");
  for (const bad of [NaN, Infinity, 1e308, 1e-308]) {
    assertThrows(() => winds.code(bad, 0), RangeError, "Cannot tell the direction of (");
  }
  const bad = (change: object) => () =>
    new SectorClassifier({ ...QUADRANTS, ...change } as SectorSystem, "y-up");
  assertThrows(bad({ zero: "up" }), RangeError, 'zero is "up"');
  assertThrows(bad({ turn: "left" }), RangeError, 'turn is "left"');
  assertThrows(bad({ boundaries: [0, 90, 90, 180] }), RangeError, "boundaries[2] is 90");
  assertThrows(bad({ boundaries: [0, 90, 180, 360] }), RangeError, "less than 360");
  assertThrows(bad({ boundaries: [0, 90, 180, 0.5] }), RangeError, "boundaries[3]");
  assertThrows(bad({ boundaries: [0, 90, 180, "1/0"] }), RangeError, "divide by 0");
  assertThrows(bad({ labels: ["a"] }), RangeError, "1 labels for 4 boundaries");
  assertThrows(bad({ onBoundary: "left" }), RangeError, 'boundaries[0] is "left"');
  assertThrows(bad({ onBoundary: ["tie"] }), RangeError, "1 rules for 4");
  assertThrows(() => equalSectors(["all"]), RangeError, "1 of them");
  assertThrows(() => new SectorClassifier(QUADRANTS, "up" as "y-up"), RangeError, 'frame is "up"');
});
