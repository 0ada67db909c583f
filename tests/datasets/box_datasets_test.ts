import { boxIou, type Dataset, kitti, nuscenes, textFile, verify } from "../../datasets/mod.ts";
import { assertEquals } from "../_assert.ts";
import { conformance, DATA } from "../_data.ts";

async function check(dataset: Dataset, files: Readonly<Record<string, string>>) {
  const open = (path: string) =>
    Object.hasOwn(files, path)
      ? Promise.resolve(textFile(path, files[path]!))
      : Promise.reject(new Error(`Cannot read ${path}: absent, must be there`));
  const [first] = Object.keys(files);
  return await Array.fromAsync(verify(dataset, [first!], { open }));
}

const CALIBRATION = "P0: 1\nP2: 100 0 50 0 0 100 20 0 0 0 1 0\n";

Deno.test("kitti: angle and rectangle of a box ahead, and of one that reaches behind", async () => {
  const found = await check(kitti, {
    "label_2/1.txt": [
      // 2 m wide cube, its front 9 m away: 100 / 9 to either side of the middle.
      "Car 0 0 0.00 38.89 8.89 61.11 31.11 2 2 2 0 1 10 0",
      "Car 0 0 1.00 38.89 8.89 90.00 31.11 2 2 2 0 1 10 0",
      // Around the camera: it fills the picture.
      "Van 0 0 0.00 0 0 1242 375 9 9 9 0 4 0 0",
      "DontCare -1 -1 -10 1 1 2 2 -1 -1 -1 -1000 -1000 -1000 -10",
      "Car 0 0 0.00 1 2",
      "Car 0 0 0.00 1 1 2 2 2 0 2 0 1 10 0",
    ].join("\n"),
    "label_2/../calib/1.txt": CALIBRATION,
  });
  assertEquals(found.map((c) => [c.verdict, c.id]), [
    ["agree", "Car 1 alpha"],
    ["agree", "Car 1 box"],
    ["disagree", "Car 2 alpha"],
    ["disagree", "Car 2 box"],
    ["agree", "Van 3 alpha"],
    ["agree", "Van 3 box"],
    ["invalid", null],
    ["agree", "Car 6 alpha"],
    ["invalid", "Car 6 box"],
  ]);
  assertEquals(found[1]!.answer, "38.9 8.9 61.1 31.1");
  assertEquals(
    found[6]!.reason,
    "Cannot read line 5: it has 6 words, must be a type and 14 numbers",
  );
  assertEquals(found[8]!.reason, "Cannot read Car 6.size[2]: 0, must be above 0");
});

Deno.test("nuscenes: centre and rectangle; a file that is none is told", async () => {
  const image = {
    id: 1,
    width: 100,
    height: 40,
    cam_intrinsic: [[100, 0, 50], [0, 100, 20], [0, 0, 1]],
    cam2ego_rotation: [1, 0, 0, 0],
  };
  const annotation = {
    id: 7,
    image_id: 1,
    category_name: "car",
    bbox: [38.89, 8.89, 22.22, 22.22],
    bbox_cam3d: [0, 0, 10, 2, 2, 2, 0],
    center2d: [50, 20, 10],
  };
  const of = (images: unknown[], annotations: unknown[]) =>
    check(nuscenes, { f: JSON.stringify({ images, annotations }) });
  const verdicts = async (images: unknown[], annotations: unknown[]) =>
    (await of(images, annotations)).map((c) => c.verdict);
  assertEquals(await verdicts([image], [annotation]), ["agree", "agree"]);
  const off = { ...annotation, center2d: [51, 20, 10], bbox: [0, 0, 9, 9] };
  assertEquals(await verdicts([image], [off]), ["disagree", "disagree"]);
  const [bad] = await of([{ ...image, cam2ego_rotation: [0, 0, 0, 0] }], [annotation]);
  assertEquals(
    bad!.reason,
    "Cannot read cam2ego_rotation: a quaternion of length 0, must be of length 1",
  );
});

Deno.test("box-iou: two cubes, one turned by (3/5, 4/5)", async () => {
  const face = (z: number, turn: (x: number, y: number) => number[]) =>
    [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x, y]) => [...turn(x!, y!), z]);
  const cube = (turn: (x: number, y: number) => number[]) => [...face(-1, turn), ...face(1, turn)];
  const corners_a = cube((x, y) => [x, y]);
  const corners_b = cube((x, y) => [
    Math.round((2.2 + 0.6 * x - 0.8 * y) * 10) / 10,
    Math.round((0.8 * x + 0.6 * y) * 10) / 10,
  ]);
  const pair = { id: "touching", corners_a, corners_b, iou_exact: 1 / 191 };
  const text = JSON.stringify({ pairs: [pair, { ...pair, iou_exact: 0.3 }, { id: 3 }] });
  const found = await check(boxIou, { f: text });
  assertEquals(found.map((c) => c.verdict), ["agree", "disagree", "invalid"]);
});

async function verdictsOf(dataset: Dataset, ...paths: string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for await (const { verdict } of verify(dataset, paths)) {
    counts[verdict] = (counts[verdict] ?? 0) + 1;
  }
  return counts;
}

conformance(
  "box-iou: all cases",
  { path: "box_iou/cases.json", published: "https://github.com/facebookresearch/pytorch3d" },
  async (path) => assertEquals(await verdictsOf(boxIou, path), { agree: 23 }),
);

conformance(
  "kitti: three frames",
  { path: "kitti/label_2", published: "https://www.cvlibs.net/datasets/kitti" },
  async (path) => {
    const files = Array.from(Deno.readDirSync(path), (f) => `${path}/${f.name}`);
    const counts = await verdictsOf(kitti, ...files);
    assertEquals(Object.keys(counts), ["agree"]);
  },
);

conformance(
  "nuscenes: a key frame, and KITTI's boxes in its form",
  { path: "nus_mono", published: "https://github.com/open-mmlab/mmdetection3d" },
  async () => {
    const files = ["nus", "kitti"].map((f) => `${DATA}/nus_mono/${f}_infos_mono3d.coco.json`);
    assertEquals(await verdictsOf(nuscenes, ...files), { agree: 30 });
  },
);
