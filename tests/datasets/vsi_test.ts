import { addToSummary, emptySummary, textFile, verify, vsi } from "../../datasets/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import { conformance, DATA } from "../_data.ts";

const AXES = [1, 0, 0, 0, 1, 0, 0, 0, 1];
const box = (centroid: number[], axesLengths: number[]) => ({
  centroid,
  axesLengths,
  normalizedAxes: AXES,
});
const BED = box([0, 0, 0.5], [2, 1, 1]);

/** A room of our own: a bed in the middle, a door north of it, a lamp to the east. */
const META = {
  den: {
    room_size: 12.04,
    object_counts: { bed: 1, door: 1, lamp: 1, chair: 1, fan: 3 },
    object_bbox: {
      bed: [BED],
      door: [box([0, 4, 1], [1, 0.1, 2])],
      lamp: [box([3, 0.2, 1], [0.3, 0.3, 0.3])],
      chair: [box([-3, 1, 0.5], [0.5, 0.5, 1]), box([-3, 1, 0.5], [0.5, 0.5, 1])],
      fan: [box([1, 3, 2], [0.5, 0.5, 0.2]), box([-1, 3, 2], [0.5, 0.5, 0.2])],
    },
  },
};

const question = (
  type: string,
  question: string,
  answer: string,
  options: string[] | null = null,
) => JSON.stringify({ id: 1, scene: "den", type, question, answer, options });

async function check(lines: readonly string[], meta: unknown = META) {
  const files: Record<string, string> = {
    q: lines.join("\n"),
    m: JSON.stringify(meta),
  };
  const open = (path: string) => Promise.resolve(textFile(path, files[path]!));
  return await Array.fromAsync(
    verify(vsi, ["q"], { open, companions: new Map([["meta", ["m"]]]) }),
  );
}

const STAND = "If I am standing by the bed and facing the door, is the lamp to ";

Deno.test("vsi: directions, nearest, size, count, distance, room", async () => {
  const found = await check([
    question("object_rel_direction_easy", `${STAND}the left or the right of the door?`, "B", [
      "A. left",
      "B. right",
    ]),
    question("object_rel_direction_medium", `${STAND}my left, right, or back?`, "A", [
      "A. left",
      "B. right",
      "C. back",
    ]),
    question("object_rel_direction_hard", `${STAND}my front-left, front-right, ...?`, "A", [
      "A. front-right",
      "B. back-right",
    ]),
    question(
      "object_rel_distance",
      "which of these objects (door, lamp, fan) is the closest to the bed?",
      "B",
      [
        "A. door",
        "B. lamp",
        "C. fan",
      ],
    ),
    question(
      "object_size_estimation",
      "the longest dimension (length, width, or height) of the bed, measured in centimeters?",
      "200",
    ),
    question("object_counting", "How many chair(s) are in this room?", "1"),
    question("object_counting", "How many fan(s) are in this room?", "3"),
    question("object_counting", "How many fan(s) are in this room?", "4"),
    question(
      "object_abs_distance",
      "what is the distance between the bed and the lamp (in meters)?",
      "1.9",
    ),
    question(
      "object_abs_distance",
      "what is the distance between the bed and the lamp (in meters)?",
      "2.9",
    ),
    question("room_size_estimation", "What is the size of this room (in square meters)?", "12.0"),
    question("obj_appearance_order", "What is first?", "A", ["A. bed"]),
    question("object_counting", "How many chairs do you see?", "1"),
    question(
      "object_rel_direction_easy",
      `${STAND.replace("lamp", "piano")}the left or the right of the door?`,
      "A",
      ["A. left"],
    ),
  ]);
  assertEquals(found.map((c) => c.verdict), [
    "agree",
    "disagree",
    "agree",
    "agree",
    "agree",
    "agree",
    "undetermined",
    "disagree",
    "agree",
    "disagree",
    "agree",
    "unsupported",
    "unsupported",
    "invalid",
  ]);
  assertEquals(
    found[5]!.reason,
    "the metadata contradicts itself: it counts 1, and has 2 boxes, 1 of them twice",
  );
  assertEquals(
    found[13]!.reason,
    'Cannot find "piano", must be a category of the metadata\'s boxes',
  );
});

Deno.test("vsi: the fields as the benchmark's own file calls them", async () => {
  const record = {
    ...{ id: 1, dataset: "scannet", scene_name: "den", question_type: "object_counting" },
    ...{ question: "How many bed(s) are in this room?", ground_truth: "1", options: null },
  };
  const { ground_truth: _, ...open } = record;
  const found = await check([JSON.stringify(record), JSON.stringify(open)]);
  assertEquals(found.map((c) => c.verdict), ["agree", "invalid"]);
});

Deno.test("vsi: what is wrong in the metadata is named by scene, object and field", async () => {
  const ask = [question("object_counting", "How many bed(s) are in this room?", "1")];
  const cases: [unknown, string][] = [
    [
      { ...BED, axesLengths: [2, 0, 1] },
      "den.object_bbox.bed[0].axesLengths[1]: 0, must be above 0",
    ],
    [{ ...BED, centroid: [0, 0] }, "den.object_bbox.bed[0].centroid: [0,0], must be three numbers"],
    [
      { ...BED, normalizedAxes: [1, 0] },
      "den.object_bbox.bed[0].normalizedAxes, must be nine numbers",
    ],
    [{ ...BED, normalizedAxes: AXES.map((x) => 2 * x) }, "row 0 has length 2, must be of length 1"],
    [7, "den.object_bbox.bed[0]: no object, must be an object"],
  ];
  for (const [bed, message] of cases) {
    const meta = { den: { object_counts: {}, object_bbox: { bed: [bed] } } };
    const [found] = await check(ask, meta);
    assertEquals(found!.verdict, "invalid");
    assert(found!.reason!.includes(message), found!.reason!);
  }
});

conformance(
  "vsi: the ScanNet part",
  {
    path: "vsi/scannet_questions.jsonl",
    published: "https://huggingface.co/datasets/nyu-visionx/VSI-Bench",
  },
  async (path) => {
    const companions = new Map([["meta", [`${DATA}/vsi/scannet_meta_info_val.json`]]]);
    const summary = emptySummary();
    const wrong: string[] = [];
    for await (const checked of verify(vsi, [path], { companions })) {
      addToSummary(summary, checked);
      if (checked.verdict === "disagree") wrong.push(`${checked.id}: ${checked.reason}`);
    }
    assertEquals(wrong, ["4551: claimed 7, is 6"]);
    assertEquals(summary.invalid, 0);
    const by = (name: string) => summary.groups.get(name) ?? 0;
    const grid = by("object_abs_distance: by the grid rule") +
      by("object_abs_distance: by the grid rule, over 0.05 m from the truth");
    assert(grid >= 0.95 * Number(summary.totals.get("absolute distances")), String(grid));
  },
);

Deno.test("vsi: of two close options either is let pass, a third far off is wrong", async () => {
  const bin = box([1.3, 0, 0.5], [0.2, 0.2, 0.2]);
  const rug = box([0, 0.65, 0.5], [0.2, 0.2, 0.2]);
  const { object_bbox } = META.den;
  const meta = { den: { ...META.den, object_bbox: { ...object_bbox, bin: [bin], rug: [rug] } } };
  const text = "which of these objects (bin, rug, lamp) is the closest to the bed?";
  const options = ["A. bin", "B. rug", "C. lamp"];
  const found = await check(
    ["A", "B", "C"].map((answer) => question("object_rel_distance", text, answer, options)),
    meta,
  );
  assertEquals(found.map(({ verdict }) => verdict), ["ambiguous", "agree", "disagree"]);
});

Deno.test("vsi: just the side beyond a near boundary is let pass", async () => {
  const { object_bbox } = META.den;
  // The door is north of the bed: 3 degrees to the right of it, and 4 behind the right.
  const [jar, pot] = [box([0.15, 3, 1], [0.3, 0.3, 0.3]), box([3, -0.2, 1], [0.3, 0.3, 0.3])];
  const meta = { den: { ...META.den, object_bbox: { ...object_bbox, jar: [jar], pot: [pot] } } };
  const sides = ["front-left", "front-right", "back-left", "back-right"];
  const verdicts = async (name: string) => {
    const text = `${STAND.replace("lamp", name)}my front-left, front-right, ...?`;
    const options = sides.map((side, i) => `${"ABCD"[i]}. ${side}`);
    const found = await check(
      ["A", "B", "C", "D"].map((a) => question("object_rel_direction_hard", text, a, options)),
      meta,
    );
    return found.map(({ verdict }) => verdict);
  };
  assertEquals(await verdicts("jar"), ["ambiguous", "agree", "disagree", "disagree"]);
  assertEquals(await verdicts("pot"), ["disagree", "ambiguous", "disagree", "agree"]);
});
