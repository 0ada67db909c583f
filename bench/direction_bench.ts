/**
 * Directions of 10,000 pairs and triples of points: the exact kernels beside atan2 in doubles and
 * beside @turf/bearing, whose sphere is flat on a lattice this small.
 */
import { bearing } from "@turf/bearing";
import { EIGHT_WINDS, FACING_EIGHT, SectorClassifier } from "../geometry/mod.ts";
import { directionCodes, facingCodes, solveDirection } from "../solvers/mod.ts";

const COUNT = 10_000;

/** Degrees at the equator for one step of the lattice. */
const SCALE = 1e-6;

/** Triples of points; no two of one triple coincide. */
const points = new Int32Array(6 * COUNT);
const pairs = new Uint32Array(2 * COUNT);
const triples = new Uint32Array(3 * COUNT);
let state = 20261121;
for (let i = 0; i < COUNT; i++) {
  const [ax, ay] = [next(), next()];
  points.set(
    [ax, ay, ax + 1 + next(), ay + 500 - next(), ax - 1 - next(), ay + 500 - next()],
    6 * i,
  );
  pairs.set([3 * i, 3 * i + 1 + i % 2], 2 * i);
  triples.set([3 * i, 3 * i + 1, 3 * i + 2], 3 * i);
}

function next(): number {
  state = Math.imul(state, 1664525) + 1013904223 >>> 0;
  return (state >>> 8) % 1001;
}

const winds = new SectorClassifier(EIGHT_WINDS, "y-up");
const facing = new SectorClassifier(FACING_EIGHT, "y-up");
const codes = new Int16Array(COUNT);

function centred(degrees: number): number {
  return Math.floor((degrees + 742.5) / 45) % 8;
}

/** The angle clockwise from north, in degrees. */
function atan2Bearing(a: number, b: number): number {
  const dx = points[2 * b]! - points[2 * a]!;
  const dy = points[2 * b + 1]! - points[2 * a + 1]!;
  return Math.atan2(dx, dy) * 180 / Math.PI;
}

function turfBearing(a: number, b: number): number {
  return bearing(
    [points[2 * a]! * SCALE, points[2 * a + 1]! * SCALE],
    [points[2 * b]! * SCALE, points[2 * b + 1]! * SCALE],
  );
}

function windsBy(angle: (a: number, b: number) => number): void {
  for (let i = 0; i < COUNT; i++) codes[i] = centred(angle(pairs[2 * i]!, pairs[2 * i + 1]!));
}

function facingBy(angle: (a: number, b: number) => number): void {
  for (let i = 0; i < COUNT; i++) {
    const [a, b, c] = [triples[3 * i]!, triples[3 * i + 1]!, triples[3 * i + 2]!];
    codes[i] = centred(angle(a, c) - angle(a, b));
  }
}

const groups = {
  "eight winds": {
    "alidade": () => directionCodes(winds, points, pairs, codes),
    "atan2": () => windsBy(atan2Bearing),
    "@turf/bearing": () => windsBy(turfBearing),
  },
  "stand at A, face B, where is C": {
    "alidade": () => facingCodes(facing, points, triples, codes),
    "atan2": () => facingBy(atan2Bearing),
    "@turf/bearing": () => facingBy(turfBearing),
  },
};

for (const [group, ways] of Object.entries(groups)) {
  ways.alidade();
  const right = codes.slice();
  for (const [name, run] of Object.entries(ways)) {
    run();
    // Doubles cannot see all of the exact ties and near misses; 1 in 1,000 is forgiven them.
    const wrong = codes.reduce((sum, code, i) => sum + Number(code !== right[i]), 0);
    if (wrong > COUNT / 1000) throw new Error(`${group}, ${name}: ${wrong} of ${COUNT} differ`);
    Deno.bench(`${name}, 10,000`, { group, baseline: name === "alidade" }, run);
  }
}

const margins = new Float64Array(COUNT);
Deno.bench("alidade, 10,000 certified margins", { group: "margin" }, () => {
  for (let i = 0; i < COUNT; i++) {
    const at = 6 * i;
    margins[i] = winds.margin(points[at + 2]! - points[at]!, points[at + 3]! - points[at + 1]!);
  }
});

Deno.bench("alidade, one instance of JSON", { group: "solveDirection" }, () => {
  solveDirection({ from: ["0.5", 2], to: ["3.25", 4], frame: "y-up", sectors: "eight-winds" });
});
