/**
 * Oriented boxes beside three's OBB and Rapier: the certified distance, which bounds it from both
 * sides, and whether two boxes meet. All hold the same boxes before the clock starts. The answers
 * are checked first: every distance lies between its bounds, and rivals are counted where they call
 * boxes disjoint that touch, exactly.
 */
import RAPIER from "npm:@dimforge/rapier3d-compat@0.21.0";
import { Matrix3, Vector3 } from "npm:three@0.187.0";
import { OBB } from "npm:three@0.187.0/addons/math/OBB.js";
import {
  boxContact,
  boxDistance,
  BoxTable,
  contactSign,
  exactBoxDistance,
  type OrientedBox,
  orientedBox,
} from "../geometry/mod.ts";
import { facingQuadrant, verticalRelation } from "../solvers/mod.ts";

const COUNT = 1024;
const PAIRS = 4096;

let state = 20261201;
function next(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

/** Quaternions of whole numbers, so that boxes keep their decimals. */
const TURNS = [[0, 0, 0, 1], [0, 0.6, 0, 0.8], [0.5, 0.5, 0.5, 0.5], [0.1, 0.7, 0.1, 0.7]];

interface Placed {
  readonly box: OrientedBox;
  readonly center: readonly number[];
  readonly half: readonly number[];
  readonly turn: readonly number[];
}

function place(): Placed {
  const [x, y, z, w] = TURNS[Math.floor(next() * 4)] as [number, number, number, number];
  const center = [0, 1, 2].map(() => Math.round(next() * 100) / 10);
  const half = [0, 1, 2].map(() => Math.round(1 + next() * 9) / 10);
  const rotation = [
    ...[1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
    ...[2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
    ...[2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
  ].map((v) => Math.round(v * 1e4) / 1e4);
  const size = half.map((h) => Math.round(h * 20) / 10);
  const box = orientedBox({
    center: center as unknown as OrientedBox["center"],
    size: size as unknown as OrientedBox["center"],
    rotation: rotation as unknown as NonNullable<Parameters<typeof orientedBox>[0]["rotation"]>,
  });
  return { box, center, half, turn: [x, y, z, w] };
}

const placed = Array.from({ length: COUNT }, place);
const table = new BoxTable(placed.map((p) => p.box));
const pairs = Array.from({ length: PAIRS }, () =>
  [
    Math.floor(next() * COUNT),
    Math.floor(next() * COUNT),
  ] as const);
const bounds = new Float64Array(2);

function obbOf({ center, axes }: OrientedBox, half: readonly number[]): OBB {
  const columns = axes.map((m, k) => m.map((x) => Number(x) / half[k]!));
  const matrix = new Matrix3().fromArray(columns.flat());
  const [x, y, z] = center.map(Number) as [number, number, number];
  const [a, b, c] = half as [number, number, number];
  return new OBB(new Vector3(x, y, z), new Vector3(a, b, c), matrix);
}

const obbs = placed.map(({ box, half }) => obbOf(box, half));
await RAPIER.init();
const shapes = placed.map(({ center: [x, y, z], half: [a, b, c], turn: [i, j, k, w] }) => ({
  shape: new RAPIER.Cuboid(a!, b!, c!),
  at: { x: x!, y: y!, z: z! },
  turn: { x: i!, y: j!, z: k!, w: w! },
}));

check();
checkTouching();

function check(): void {
  let [wide, far] = [0, 0];
  for (const [i, j] of pairs) {
    boxDistance(table.data, i, j, bounds);
    const { num, den } = exactBoxDistance(table, i, j);
    const distance = Math.sqrt(Number(num * 10n ** 30n / den) / 1e30);
    if (distance < bounds[0]! - 1e-14 || distance > bounds[1]! + 1e-14) {
      throw new Error(`Cannot bound pair ${i}, ${j}: ${distance} is not in ${bounds}`);
    }
    if (bounds[1]! - bounds[0]! > 1e-12) wide++;
    const rapier = rapierDistance(i, j);
    if (Math.abs(rapier - distance) > 1e-3) far++;
  }
  console.error(
    `of ${PAIRS} pairs ${wide} bounds are wider than 1e-12; ` +
      `Rapier is off by over a millimetre in ${far}`,
  );
}

/** Boxes that touch an upright cube along x, exactly: how often rivals call them disjoint. */
function checkTouching(): void {
  let [three, rapier] = [0, 0];
  const cube = orientedBox({ center: [0, 0, 0], size: [1, 1, 1] });
  for (const { box, half, turn } of placed) {
    // Its corner farthest to the west is the middle of the cube's face.
    const [reach, y, z] = [0, 1, 2].map((k) =>
      box.axes.reduce((sum, m) => {
        return sum + Math.sign(Number(m[0])) * Math.round(Number(m[k]) * 1e6);
      }, 0) / 1e6
    ) as [number, number, number];
    const x = Math.round(reach * 1e6 + 500_000) / 1e6;
    const touching = new BoxTable([cube, { ...box, center: [x, y, z] }]);
    if (boxContact(touching, 0, 1) !== "touch") throw new Error(`Cannot touch at ${x}`);
    const [one, other] = [obbOf(cube, [0.5, 0.5, 0.5]), obbOf(touching.box(1), half)];
    if (!one.intersectsOBB(other)) three++;
    const [i, j, k, w] = turn as [number, number, number, number];
    const isMet = new RAPIER.Cuboid(0.5, 0.5, 0.5).intersectsShape(
      { x: 0, y: 0, z: 0 },
      { x: 0, y: 0, z: 0, w: 1 },
      new RAPIER.Cuboid(half[0]!, half[1]!, half[2]!),
      { x, y, z },
      { x: i, y: j, z: k, w },
    );
    if (!isMet) rapier++;
  }
  console.error(`of ${COUNT} touching pairs three calls ${three} disjoint, Rapier ${rapier}`);
}

function rapierDistance(i: number, j: number): number {
  const [a, b] = [shapes[i]!, shapes[j]!];
  const contact = a.shape.contactShape(a.at, a.turn, b.shape, b.at, b.turn, 1e3);
  return contact === null ? 0 : Math.max(0, contact.distance);
}

Deno.bench("certified distance of 4096 pairs", { group: "distance", baseline: true }, () => {
  for (const [i, j] of pairs) boxDistance(table.data, i, j, bounds);
});
Deno.bench("Rapier's contact distance", { group: "distance" }, () => {
  for (const [i, j] of pairs) rapierDistance(i, j);
});
Deno.bench("exact distance of 64 of them", { group: "distance" }, () => {
  for (let k = 0; k < 64; k++) exactBoxDistance(table, ...pairs[k]!);
});

Deno.bench("whether 4096 pairs meet, in doubles", { group: "meet", baseline: true }, () => {
  for (const [i, j] of pairs) contactSign(table.data, i, j);
});
Deno.bench("the same, exactly where doubles cannot tell", { group: "meet" }, () => {
  for (const [i, j] of pairs) boxContact(table, i, j);
});
Deno.bench("three's OBB", { group: "meet" }, () => {
  for (const [i, j] of pairs) obbs[i]!.intersectsOBB(obbs[j]!);
});

Deno.bench("4096 quadrants of who stands and faces", { group: "relations", baseline: true }, () => {
  for (let k = 1; k < PAIRS; k++) facingQuadrant(table.data, pairs[k - 1]![0], ...pairs[k]!);
});
Deno.bench("4096 times above, below or level", { group: "relations" }, () => {
  for (const [i, j] of pairs) verticalRelation(table.data, i, j);
});
