import { THOROUGH } from "../../_thorough.ts";
import {
  boxFromCorners,
  boxIoU,
  BoxTable,
  boxVolume,
  type OrientedBox,
  orientedBox,
  Rational,
  type Real3,
  sharedVolume,
} from "../../../geometry/mod.ts";
import { assert, assertAlmostEquals, assertEquals } from "../../_assert.ts";
import { conformance } from "../../_data.ts";
import { random, randomBox } from "./_boxes.ts";

const TURNED = [0.6, -0.8, 0, 0.8, 0.6, 0, 0, 0, 1] as const;

Deno.test("sharedVolume: two cubes, one turned by (3/5, 4/5)", () => {
  const cube = orientedBox({ center: [0, 0, 0], size: [2, 2, 2] });
  const at = (x: number) => orientedBox({ center: [x, 0, 0], size: [2, 2, 2], rotation: TURNED });
  const table = new BoxTable([cube, at(2.4), at(2.2), at(0)]);
  assertEquals(String(sharedVolume(table, 0, 1)), "0");
  assertEquals(String(sharedVolume(table, 0, 2)), "1/12");
  assertEquals(String(boxIoU(table, 0, 2)), "1/191");
  // A square and itself turned by an angle of cosine 3/5 and sine 4/5 share, for side 2, the
  // square less four triangles with legs in the ratio 3 : 4.
  assertEquals(String(sharedVolume(table, 0, 3)), "20/3");
});

Deno.test("sharedVolume: of itself it is the volume; in either order; by slabs", () => {
  const next = random(3);
  for (let run = 0; run < (THOROUGH ? 2000 : 40); run++) {
    const [a, b] = [randomBox(next), randomBox(next)];
    const table = new BoxTable([a, b, ...halves(b)]);
    assertEquals(sharedVolume(table, 0, 0).compare(boxVolume(table, 0)), 0);
    const shared = sharedVolume(table, 0, 1);
    assertEquals(shared.compare(sharedVolume(table, 1, 0)), 0);
    assertEquals(shared.compare(sharedVolume(table, 0, 2).plus(sharedVolume(table, 0, 3))), 0);
  }
});

/** A box cut in two across its first axis. */
function halves({ center, axes: [p, q, r] }: OrientedBox): OrientedBox[] {
  const half = p.map((x) => Rational.from(x).over(Rational.of(2n)));
  return [1n, -1n].map((side) => ({
    center: center.map((x, i) =>
      String(Rational.from(x).plus(half[i]!.times(Rational.of(side))))
    ) as unknown as Real3,
    axes: [half.map(String) as unknown as Real3, q, r],
  }));
}

interface IoUCase {
  readonly id: string;
  readonly corners_a: readonly Real3[];
  readonly corners_b: readonly Real3[];
  readonly intersection_exact: number;
  readonly iou_exact: number;
}

conformance(
  "box_iou: all pairs by 8 corners, exactly",
  { path: "box_iou/cases.json", published: "https://github.com/facebookresearch/pytorch3d" },
  (path) => {
    const { pairs } = JSON.parse(Deno.readTextFileSync(path)) as { pairs: IoUCase[] };
    assert(pairs.length > 0);
    for (const { id, corners_a, corners_b, intersection_exact, iou_exact } of pairs) {
      const table = new BoxTable([boxFromCorners(corners_a), boxFromCorners(corners_b)]);
      const shared = sharedVolume(table, 0, 1).toNumber();
      assertAlmostEquals(shared, intersection_exact, 1e-9 * Math.max(1, intersection_exact), id);
      assertAlmostEquals(boxIoU(table, 0, 1).toNumber(), iou_exact, 1e-9, id);
    }
  },
);
