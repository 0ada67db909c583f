/**
 * Distances on a lattice: the exact kernels beside Math.hypot in doubles and beside
 * @turf/distance, whose sphere is flat on a lattice this small.
 */
import { distance } from "@turf/distance";
import { compareDistances, distanceKey } from "../geometry/mod.ts";
import { nearestOf, rankByDistance } from "../solvers/mod.ts";

const SETS = 1000;
const SIZE = 10;

/** Degrees at the equator for one step of the lattice. */
const SCALE = 1e-6;

let state = 20261121;

/** A place and ten candidates a set; every 16th set is mirrored into ties. */
const places = new Float64Array(2 * SETS);
const sets = Array.from({ length: SETS }, (_, s) => {
  const [x, y] = [next(), next()];
  places.set([x, y], 2 * s);
  const set = Float64Array.from({ length: 2 * SIZE }, next);
  if (s % 16 === 0) {
    for (let i = 0; i < SIZE; i += 2) {
      set[2 * i + 2] = x + (set[2 * i + 1]! - y);
      set[2 * i + 3] = y - (set[2 * i]! - x);
    }
  }
  return set;
});

function next(): number {
  state = Math.imul(state, 1664525) + 1013904223 >>> 0;
  return (state >>> 8) % 1001;
}

type Measure = (ax: number, ay: number, bx: number, by: number) => number;

const hypot: Measure = (ax, ay, bx, by) => Math.hypot(ax - bx, ay - by);
const turf: Measure = (ax, ay, bx, by) =>
  distance([ax * SCALE, ay * SCALE], [bx * SCALE, by * SCALE]);

const answers = new Int32Array(SETS);

function nearestBy(measure: Measure): void {
  for (let s = 0; s < SETS; s++) {
    let [best, least, tied] = [0, Infinity, false];
    for (let i = 0; i < SIZE; i++) {
      const set = sets[s]!;
      const d = measure(places[2 * s]!, places[2 * s + 1]!, set[2 * i]!, set[2 * i + 1]!);
      if (d < least) [best, least, tied] = [i, d, false];
      else if (d === least) tied = true;
    }
    answers[s] = tied ? ~best : best;
  }
}

function compareBy(measure: Measure): void {
  for (let s = 0; s < SETS; s++) {
    const [x, y] = [places[2 * s]!, places[2 * s + 1]!];
    const [ax, ay, bx, by] = sets[s]! as unknown as [number, number, number, number];
    answers[s] = Math.sign(measure(x, y, ax, ay) - measure(x, y, bx, by));
  }
}

function rankBy(measure: Measure): void {
  for (let s = 0; s < SETS; s++) {
    const set = sets[s]!;
    const far = Array.from(
      { length: SIZE },
      (_, i) => measure(places[2 * s]!, places[2 * s + 1]!, set[2 * i]!, set[2 * i + 1]!),
    );
    const order = far.map((_, i) => i).sort((a, b) => far[a]! - far[b]! || a - b);
    answers[s] = order.reduce((hash, i) => hash * 10 + i & 0xfffffff, 0);
  }
}

const order = new Uint32Array(SIZE);
const keys = new Float64Array(SIZE);

const groups = {
  "nearest of ten, 1,000 sets": {
    "alidade": () => {
      for (let s = 0; s < SETS; s++) {
        answers[s] = nearestOf("euclidean", sets[s]!, SIZE, places[2 * s]!, places[2 * s + 1]!);
      }
    },
    "hypot": () => nearestBy(hypot),
    "@turf/distance": () => nearestBy(turf),
  },
  "which of two is nearer, 1,000 sets": {
    "alidade": () => {
      for (let s = 0; s < SETS; s++) {
        const [x, y] = [places[2 * s]!, places[2 * s + 1]!];
        const set = sets[s]!;
        answers[s] = compareDistances("euclidean", x, y, set[0]!, set[1]!, x, y, set[2]!, set[3]!);
      }
    },
    "hypot": () => compareBy(hypot),
    "@turf/distance": () => compareBy(turf),
  },
  "ranking of ten, 1,000 sets": {
    "alidade": () => {
      for (let s = 0; s < SETS; s++) {
        const [x, y] = [places[2 * s]!, places[2 * s + 1]!];
        rankByDistance("euclidean", sets[s]!, SIZE, x, y, order, keys);
        let hash = 0;
        for (let i = 0; i < SIZE; i++) hash = hash * 10 + order[i]! & 0xfffffff;
        answers[s] = hash;
      }
    },
    "hypot": () => rankBy(hypot),
    "@turf/distance": () => rankBy(turf),
  },
};

/** Sets whose distances all differ by 2^-20 of themselves: doubles of any kind order these. */
const clear = sets.map((set, s) => {
  const far = Array.from(
    { length: SIZE },
    (_, i) =>
      distanceKey("euclidean", set[2 * i]! - places[2 * s]!, set[2 * i + 1]! - places[2 * s + 1]!),
  ).sort((a, b) => a - b);
  return far.every((key, i) => i === 0 || key - far[i - 1]! > 2 ** -20 * key);
});

for (const [group, ways] of Object.entries(groups)) {
  ways.alidade();
  const right = answers.slice();
  for (const [name, run] of Object.entries(ways)) {
    run();
    const differ = answers.map((answer, s) => Number(answer !== right[s]));
    const unclear = differ.reduce((sum, d) => sum + d, 0);
    if (differ.some((d, s) => d === 1 && clear[s])) throw new Error(`${group}: ${name} is wrong`);
    if (unclear > 0) console.error(`${group}: ${name} misses ${unclear} of ${SETS}, all near ties`);
    Deno.bench(name, { group, baseline: name === "alidade" }, run);
  }
}
