import {
  boxContact,
  BoxTable,
  exactBoxDistance,
  type OrientedBox,
  sharedVolume,
} from "../../../geometry/mod.ts";
import { random, randomBox } from "./_boxes.ts";

/** What is used of the package, which works in single precision. */
interface Solid {
  transform(matrix: readonly number[]): Solid;
  intersect(other: Solid): Solid;
  volume(): number;
  minGap(other: Solid, reach: number): number;
  delete(): void;
}
interface Manifold {
  setup(): void;
  readonly Manifold: { cube(size: readonly number[], center: boolean): Solid };
}

function assert(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

// Not among the pinned packages, for it brings 30 MB of others: a process of its own loads it.
const specifier = "npm:manifold-3d@3.5.4";
const { default: load } = await import(specifier) as { default(): Promise<Manifold> };
const library = await load();
library.setup();
const solid = ({ center, axes }: OrientedBox): Solid => {
  const columns = [...axes, center].map((v) => v.map(Number));
  // A cube of half 1 under the half axes.
  const matrix = columns.flatMap((c, k) => [...c, k === 3 ? 1 : 0]);
  return library.Manifold.cube([2, 2, 2], true).transform(matrix);
};
const next = random(23);
let [shared, apart] = [0, 0];
for (let run = 0; run < 4000; run++) {
  const boxes = [randomBox(next), randomBox(next)] as const;
  const table = new BoxTable(boxes);
  const [a, b] = boxes.map(solid) as [Solid, Solid];
  const contact = boxContact(table, 0, 1);
  if (contact === "overlap") {
    shared++;
    const common = a.intersect(b);
    const [ours, theirs] = [sharedVolume(table, 0, 1).toNumber(), common.volume()];
    assert(
      Math.abs(ours - theirs) <= 1e-5 * Math.max(1, ours),
      `run ${run}: ${ours} ${theirs}`,
    );
    common.delete();
  } else {
    apart++;
    const { num, den } = exactBoxDistance(table, 0, 1);
    const ours = Math.sqrt(Number(num * 10n ** 30n / den) / 1e30);
    const theirs = a.minGap(b, 1e3);
    assert(Math.abs(ours - theirs) <= 1e-4, `run ${run}: ${ours} ${theirs}`);
  }
  for (const one of [a, b]) one.delete();
}
assert(shared > 100 && apart > 1000, `${shared} ${apart}`);
