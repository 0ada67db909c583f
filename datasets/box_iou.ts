import * as v from "valibot";
import { boxFromCorners, orientedBox } from "../geometry/space/oriented_box.ts";
import type { OrientedBox } from "../geometry/space/oriented_box.ts";
import { BoxTable } from "../geometry/space/box_table.ts";
import { boxIoU, boxVolume, sharedVolume } from "../geometry/space/box_volume.ts";
import { Rational } from "../geometry/space/rational.ts";
import type { Real3 } from "../geometry/space/real.ts";
import { rotationMatrix } from "../geometry/space/rotation.ts";
import { checkRecord, notJson, reading } from "./_record.ts";
import type { Claim, Dataset, Judgement, Reading, SourceFile } from "./dataset.ts";

const POINT = v.pipe(v.array(v.number()), v.length(3));
const CORNERS = v.pipe(v.array(POINT), v.length(8));
const PAIR = v.object({
  id: v.union([v.string(), v.number()]),
  corners_a: CORNERS,
  corners_b: CORNERS,
  iou_exact: v.number(),
  intersection_exact: v.optional(v.number()),
  volume_a: v.optional(v.number()),
  volume_b: v.optional(v.number()),
});
const MATRIX = v.array(v.array(v.number()));
const YAWED = v.array(v.pipe(v.array(v.number()), v.length(7)));
const YAW_TABLE = v.object({
  a: YAWED,
  b: YAWED,
  expected_iou: MATRIX,
  expected_over_a: v.optional(MATRIX),
});
const FILE = v.object({
  pairs: v.optional(v.array(v.unknown())),
  mmdet3d: v.optional(v.unknown()),
});

/**
 * Pairs of oriented boxes with the volume they share and their IoU: by eight corners each
 * (`pairs`), or by bottom centre, extents and yaw with a table of all pairs (`mmdet3d`). Volumes
 * are exact, by clipping in rational numbers.
 */
export const boxIou: Dataset = {
  name: "box-iou",
  summary: "Pairs of oriented boxes: shared volume and intersection over union, exactly",
  source:
    "https://github.com/facebookresearch/pytorch3d, https://github.com/open-mmlab/mmdetection3d",
  licence: "BSD-3-Clause, Apache-2.0",
  companions: [],
  read,
};

async function* read(file: SourceFile): AsyncIterable<Reading> {
  const { pairs = [], mmdet3d } = checkRecord(FILE, parse(await file.text()));
  for (const [i, pair] of pairs.entries()) {
    yield reading({ file: file.path, field: `pairs[${i}]` }, () => ofCorners(pair));
  }
  if (mmdet3d !== undefined) yield* ofTable(file.path, mmdet3d);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(error);
  }
}

/** What is claimed of a pair: its name, the claim, and how far rounding may have moved it. */
interface Figure {
  readonly name: string;
  readonly claimed: number;
  readonly truth: Rational;
  readonly room: number;
}

type Made = Omit<Claim, "kind" | "where"> & { judge(): Judgement };

function ofCorners(value: unknown): Made {
  const pair = checkRecord(PAIR, value);
  return {
    id: String(pair.id),
    claimed: String(pair.iou_exact),
    judge: () => {
      const [a, b] = [pair.corners_a, pair.corners_b].map((corners, i) =>
        boxFromCorners(corners as unknown as readonly Real3[], `corners_${"ab"[i]}`)
      );
      const table = new BoxTable([a!, b!]);
      const figure = (name: string, claimed: number | undefined, truth: () => Rational) =>
        claimed === undefined ? [] : [{
          ...{ name, claimed, truth: truth() },
          room: 1e-9 * Math.max(1, Math.abs(claimed)),
        }];
      return judge([
        ...figure("iou", pair.iou_exact, () => boxIoU(table, 0, 1)),
        ...figure("intersection", pair.intersection_exact, () => sharedVolume(table, 0, 1)),
        ...figure("volume of a", pair.volume_a, () => boxVolume(table, 0)),
        ...figure("volume of b", pair.volume_b, () => boxVolume(table, 1)),
      ]);
    },
  };
}

function* ofTable(file: string, value: unknown): Iterable<Reading> {
  const { a, b, expected_iou, expected_over_a } = checkRecord(YAW_TABLE, value);
  for (const [i, row] of a.entries()) {
    for (const [j, other] of b.entries()) {
      yield reading({ file, field: `mmdet3d[${i}][${j}]` }, () => {
        const claimed = expected_iou[i]?.[j];
        if (claimed === undefined) {
          throw new SyntaxError(
            `Cannot read expected_iou[${i}][${j}]: not given, must be a number`,
          );
        }
        return {
          id: `mmdet3d ${i} ${j}`,
          claimed: String(claimed),
          judge: () => {
            const table = new BoxTable([yawed(row, "a"), yawed(other, "b")]);
            const shared = sharedVolume(table, 0, 1);
            const over = expected_over_a?.[i]?.[j];
            const figures = [{ name: "iou", claimed, truth: boxIoU(table, 0, 1), room: 5e-5 }];
            if (over !== undefined) {
              const truth = shared.over(boxVolume(table, 0));
              figures.push({ name: "share of a", claimed: over, truth, room: 5e-5 });
            }
            return judge(figures);
          },
        };
      });
    }
  }
}

/** A box by its bottom centre, extents and yaw counter-clockwise about z, which points up. */
function yawed([x, y, z, dx, dy, dz, yaw]: readonly number[], what: string): OrientedBox {
  const box = orientedBox({
    center: [x!, y!, 0],
    size: [dx!, dy!, dz!],
    rotation: rotationMatrix([yaw!], { form: "angle", about: "+z", unit: "radian" }),
  }, what);
  const height = Rational.from(z!).plus(Rational.from(dz!).over(Rational.of(2n)));
  return { ...box, center: [x!, y!, String(height)] };
}

function judge(figures: readonly Figure[]): Judgement {
  const answer = figures[0]!.truth.toNumber().toPrecision(15);
  const wrong = figures.filter(({ claimed, truth, room }) =>
    !(Math.abs(claimed - truth.toNumber()) <= room)
  );
  const reason = wrong.map(({ name, claimed, truth }) =>
    `${name} claimed ${claimed}, is ${truth.toNumber().toPrecision(12)}`
  ).join("; ");
  return {
    verdict: wrong.length === 0 ? "agree" : "disagree",
    answer,
    reason: reason || null,
    margin: null,
  };
}
