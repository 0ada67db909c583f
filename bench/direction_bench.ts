import { bearing } from "@turf/bearing";
import { EIGHT_WINDS, SectorClassifier } from "../geometry/mod.ts";

/** Displacements on a lattice so small, in degrees at the equator, that the sphere is flat. */
const COUNT = 10_000;
const SCALE = 1e-6;

const dx = new Int32Array(COUNT);
const dy = new Int32Array(COUNT);
let state = 20261121;
for (let i = 0; i < COUNT; i++) {
  dx[i] = next() % 1001 - 500;
  dy[i] = next() % 1001 - 500;
  if (dx[i] === 0 && dy[i] === 0) dx[i] = 1;
}

function next(): number {
  state = Math.imul(state, 1664525) + 1013904223 >>> 0;
  return state >>> 8;
}

const classifier = new SectorClassifier(EIGHT_WINDS, "y-up");
const codes = new Int16Array(COUNT);

function ours(): Int16Array {
  classifier.codes(dx, dy, codes);
  return codes;
}

function byAtan2(): Int16Array {
  for (let i = 0; i < COUNT; i++) {
    const angle = Math.atan2(dx[i]!, dy[i]!) * 180 / Math.PI;
    codes[i] = Math.floor((angle + 382.5) / 45) % 8;
  }
  return codes;
}

function byTurf(): Int16Array {
  for (let i = 0; i < COUNT; i++) {
    const angle = bearing([0, 0], [dx[i]! * SCALE, dy[i]! * SCALE]);
    codes[i] = Math.floor((angle + 382.5) / 45) % 8;
  }
  return codes;
}

// Vectors this short stay clear of the boundaries of the eight winds: all three must agree on each.
const right = ours().slice();
for (const [name, rival] of Object.entries({ byAtan2, byTurf })) {
  const wrong = rival().findIndex((code, i) => code !== right[i]);
  if (wrong >= 0) {
    throw new Error(
      `${name}: (${dx[wrong]}, ${dy[wrong]}) is ${codes[wrong]}, not ${right[wrong]}`,
    );
  }
}

const margins = new Float64Array(COUNT);

Deno.bench("alidade, 10,000 exact", { group: "eight winds", baseline: true }, () => void ours());
Deno.bench("atan2 and floor", { group: "eight winds" }, () => void byAtan2());
Deno.bench("@turf/bearing and floor", { group: "eight winds" }, () => void byTurf());
Deno.bench("alidade, margins of 10,000", { group: "margin" }, () => {
  for (let i = 0; i < COUNT; i++) margins[i] = classifier.margin(dx[i]!, dy[i]!);
});
