import { assertEquals, assertMatch } from "../_assert.ts";
import { clevr, type Dataset, mp3d, nsr1k, sqa3d, textFile, verify } from "../../datasets/mod.ts";
import { conformance } from "../_data.ts";

/** Verifies texts that stand for files, the first one read. */
async function check(
  dataset: Dataset,
  files: Readonly<Record<string, string>>,
  companions: Readonly<Record<string, readonly string[]>> = {},
) {
  const [first] = Object.keys(files);
  const open = (path: string) =>
    files[path] === undefined
      ? Promise.reject(new Error(`Cannot read ${path}`))
      : Promise.resolve(textFile(path, files[path]));
  return await Array.fromAsync(
    verify(dataset, [first!], { open, companions: new Map(Object.entries(companions)) as never }),
  );
}

const short = ({ verdict, answer }: { verdict: string; answer: string | null }) =>
  [verdict, answer] as const;

Deno.test("nsr1k: sectors between centres, diagonals and captions told apart", async () => {
  const row = (x: string, y: string, relation: string, prompt = "", type = "natural") =>
    `{"id":1,"obj1":["cup",[${x},${y},0.2,0.2]],"obj2":["box",[0.1,0.1,0.2,0.2]],` +
    `"prompt":"${prompt}","relation":"${relation}","type":"${type}"}`;
  const rows = [
    row("0.4", "0.1", "right"),
    row("0.4", "0.1", "next to"),
    row("0.1", "0.4", "top"),
    // 0.1 + 0.2 = 0.3 in decimals: exactly on the diagonal.
    row("0.3", "0.3", "right"),
    row("0.4", "0.1", "right", "a cup to the left of a box", "template"),
    row("0.4", "0.1", "right", "a box to the left of a cup", "template"),
    row("0.1", "0.1", "left"),
  ];
  const found = await check(nsr1k, { "a.json": `[${rows.join(",")}]` });
  assertEquals(found.map(short), [
    ["agree", "right"],
    ["agree", "right"],
    ["disagree", "bottom"],
    ["ambiguous", "bottom or right"],
    ["disagree", "right"],
    ["disagree", "right"],
    ["undetermined", null],
  ]);
  const [bad] = await check(nsr1k, {
    "a.json": `[${row("0.1", "0", "left").replace("0.2,0.2", "0,0.2")}]`,
  });
  assertEquals(bad!.reason, "Cannot read obj1[1][2]: is 0, must be above 0");
});

const point = (id: string, x: number, y: number, links: readonly boolean[]) => ({
  image_id: id,
  pose: [1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, 0, 0, 0, 0, 1],
  included: true,
  unobstructed: links,
});

Deno.test("mp3d: links, lengths, and paths that are not shortest", async () => {
  // A square of side 1 with one diagonal a-c.
  const connectivity = JSON.stringify([
    point("a", 0, 0, [false, true, true, true]),
    point("b", 1, 0, [true, false, true, false]),
    point("c", 1, 1, [true, true, false, true]),
    point("d", 0, 1, [true, false, true, false]),
  ]);
  const row = (path: string, distance?: number) =>
    JSON.stringify({
      scan: "s1",
      path: path.split(""),
      ...(distance === undefined ? {} : { distance }),
    });
  const rows = [
    row("ac", Math.SQRT2),
    row("abc", 2),
    row("bad", 2),
    row("bcd", 2),
    row("bd", 1),
    row("ab", 1.01),
    JSON.stringify({ trajectory: [["a", 0, 0], ["a", 0.5, 0], ["b", 0.5, 0]], scan: "s1" }),
    row("ax"),
  ];
  const found = await check(mp3d, {
    "data/p.jsonl": rows.join("\n"),
    "data/s1_connectivity.json": connectivity,
  });
  assertEquals(found.map(short), [
    ["agree", "shortest, 1.414214 m"],
    ["disagree", "shortest, 1.414214 m"],
    // Two ways of the same length: both are shortest.
    ["agree", "shortest, 2.000000 m"],
    ["agree", "shortest, 2.000000 m"],
    ["disagree", null],
    ["disagree", "shortest, 1.000000 m"],
    ["agree", "a walk along links"],
    ["invalid", null],
  ]);
  assertMatch(found[7]!.reason!, /^Cannot find viewpoint x in data\/s1_connectivity.json/);
});

const thing = (color: string, x: number, y: number) => ({
  ...{ size: "small", color, material: "metal", shape: "cube" },
  "3d_coords": [x, y, 0],
});

const SCENE = {
  image_filename: "s.png",
  objects: [thing("red", 0, 0), thing("blue", 0.2, 5), thing("red", 0.3, 0)],
  directions: { right: [1, 0, 0] },
  // 0.2 further is not enough, 0.3 is.
  relationships: { right: [[2], [], []] },
};

Deno.test("clevr: relation lists at the threshold, programs, and questions without a referent", async () => {
  const step = (type: string, inputs: readonly number[], ...value_inputs: string[]) => ({
    type,
    inputs,
    value_inputs,
  });
  const ask = (answer: unknown, ...program: unknown[]) =>
    JSON.stringify({ image: "s.png", question: "?", program, answer });
  const rows = [
    ask(1, step("scene", []), step("filter_color", [0], "blue"), step("count", [1])),
    ask(true, step("scene", []), step("filter_color", [0], "blue"), step("exist", [1])),
    ask("cube", step("scene", []), step("unique", [0]), step("query_shape", [1])),
    ask(
      2,
      ...[step("scene", []), step("filter_color", [0], "blue"), step("unique", [1])],
      ...[step("same_shape", [2]), step("count", [3])],
    ),
    ask("x", step("scene", []), step("smell", [0])),
    ask(1, step("scene", [])),
  ];
  const scenes = { scenes: ["scenes.jsonl"] };
  const files = { "q.jsonl": rows.join("\n"), "scenes.jsonl": JSON.stringify(SCENE) };
  assertEquals((await check(clevr, files, scenes)).map(short), [
    ["agree", "1"],
    ["agree", "yes"],
    ["disagree", null],
    ["agree", "2"],
    ["unsupported", null],
    ["invalid", null],
  ]);
  const wrong = { ...SCENE, relationships: { right: [[1, 2], [], []] } };
  const [own] = await check(clevr, { "scenes.jsonl": JSON.stringify(wrong) });
  assertEquals(own!.reason, "right of 0 is [2], not [1,2]");
  const whole = JSON.stringify({ info: {}, scenes: [SCENE, SCENE] });
  assertEquals((await check(clevr, { "all.json": whole })).map(short), [
    ["agree", "1 relations of 3 objects"],
    ["agree", "1 relations of 3 objects"],
  ]);
});

Deno.test("sqa3d: half planes about the facing; what is not put plainly is left", async () => {
  const box = (x: number, y: number) => [{
    ...{ centroid: [x, y, 0], axesLengths: [1, 1, 1] },
    normalizedAxes: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  }];
  const meta = {
    s: {
      ...{ object_counts: { door: 1, bed: 1, sofa: 1 }, room_size: 9, room_center: [0, 0, 0] },
      object_bbox: { door: box(-3, 0), bed: box(0, -3), sofa: box(-3, 1) },
      dataset: "scannet",
    },
  };
  // No rotation: the agent faces -x, and -y is to its left.
  const row = (situation: string, question = "?", answer = "") => ({
    ...{ id: 1, scene: "s", situation, question, answer },
    ...{ position: [0, 0, 0], quaternion_xyzw: [0, 0, 0, 1] },
  });
  const rows = [
    row("I am facing the door."),
    row("I stand with the bed on my right."),
    row("I stand with the couch to my right."),
    row("I am by the bed.", "Which way should I turn to get to the bed?", "left"),
    row("I am by the bed.", "If I turn around, where is the bed?", "right"),
    row("I stand with the door handle on my left."),
  ];
  const found = await check(sqa3d, {
    "q.jsonl": rows.map((r) => JSON.stringify(r)).join("\n"),
    "meta.json": JSON.stringify(meta),
  }, { meta: ["meta.json"] });
  assertEquals(found.map(({ verdict, group }) => [verdict, group]), [
    ["agree", "said in the situation"],
    ["disagree", "said in the situation"],
    ["agree", "outside its quarter"],
    ["agree", "said in the answer"],
    ["unsupported", null],
    ["unsupported", null],
  ]);
});

const clean =
  (dataset: Dataset, path: string, companions = {}, most = 0) => async (folder: string) => {
    const with_ = new Map(Object.entries(companions).map(([k, v]) => [k, [`${folder}/../${v}`]]));
    let wrong = 0;
    for await (const { verdict } of verify(dataset, [`${folder}/${path}`], { companions: with_ })) {
      if (verdict !== "agree" && verdict !== "unsupported") wrong++;
    }
    assertEquals(wrong, most);
  };

conformance("nsr1k: 738 of 738", {
  ...{ path: "nsr1k", published: "https://github.com/weixi-feng/LayoutGPT" },
}, clean(nsr1k, "spatial.train.json"));

conformance("mp3d: all lengths, and the two paths that are not shortest", {
  ...{ path: "mp3d", published: "https://github.com/peteanderson80/Matterport3DSimulator" },
}, clean(mp3d, "paths.jsonl", {}, 2));

conformance("clevr: all relation lists, all answers", {
  ...{ path: "clevr", published: "https://cs.stanford.edu/people/jcjohns/clevr/" },
}, async (folder) => {
  await clean(clevr, "scenes.jsonl")(folder);
  await clean(clevr, "questions.jsonl", { scenes: "clevr/scenes.jsonl" })(folder);
});

conformance("sqa3d: all but five that the poses refute", {
  ...{ path: "sqa3d", published: "https://github.com/SilongYong/SQA3D" },
}, clean(sqa3d, "open.jsonl", { meta: "vsi/scannet_meta_info_val.json" }, 5));
