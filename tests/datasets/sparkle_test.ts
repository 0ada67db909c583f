import { type Checked, sparkle, textFile, verify } from "../../datasets/mod.ts";
import { assert, assertEquals, assertStringIncludes } from "../_assert.ts";
import {
  isShortest,
  makePicture,
  makeTour,
  type Picture,
  random,
  toFile,
  type TourMaker,
} from "./_sparkle_maker.ts";

/** Checks one of several files in memory; the others may be its companions. */
function check(files: Readonly<Record<string, string>>, path: string): Promise<Checked[]> {
  const open = (path: string) => {
    const text = files[path];
    return text === undefined
      ? Promise.reject(new Error("absent"))
      : Promise.resolve(textFile(path, text));
  };
  return Array.fromAsync(verify(sparkle, [path], { open }));
}

function verdicts(checked: readonly Checked[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict } of checked) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

function pictures(count: 4 | 8, seed = 1): Picture[] {
  const next = random(seed);
  return Array.from({ length: 100 }, (_, i) => makePicture(i, count, next));
}

for (const count of [8, 4] as const) {
  Deno.test(`sparkle: pictures with ${count} directions agree throughout`, async () => {
    const checked = await check({ "test_info.json": toFile(pictures(count)) }, "test_info.json");
    assertEquals(verdicts(checked), { agree: 900 });
    assert(checked.some(({ margin }) => margin?.unit === "degree" && margin.value < 1));
  });
}

Deno.test("sparkle: each wrong distance, direction and cell is found", async () => {
  const wrong = pictures(8).map((p) => ({
    ...p,
    distances: { ...p.distances, N2_N1: p.distances.N2_N1! + 1e-6 },
    directions: { ...p.directions, N2_N5: p.directions.N2_N5 === "top" ? "down" : "top" },
    positions: { ...p.positions, N1: p.positions.N1 === "center" ? "top" : "center" },
  }));
  // The directions that were "top" became "down", others "top": all are wrong.
  const checked = await check({ f: toFile(wrong) }, "f");
  const found = checked.filter((c) => c.verdict === "disagree").map((c) => c.id);
  const expected = wrong.flatMap(({ index }) =>
    ["distances.N2_N1", "directions.N2_N5", "positions.N1"].map((field) => `${index}.${field}`)
  );
  assertEquals(found, expected);
});

Deno.test("sparkle: numbers count as they are written, not as doubles", async () => {
  const record = (points: string, distance: string, cell: string) =>
    `{"0": {"points": {"a": ${points}, "b": [4.00, 9.0]}, "distances": {"a_b": ${distance}},
      "directions": {}, "positions": {"a": "${cell}"}}}`;
  const rows = [
    ["[4.00, 2.30]", "6.70", "down", "agree"],
    ["[4.00, 2.30]", "6.7", "down", "agree"],
    ["[4.00, 2.30]", "6.71", "down", "disagree"],
    ["[3.9999999999999999999, 2.30]", "6.70", "down left", "agree"],
    ["[4.0000000000000000000, 2.30]", "6.70", "down left", "disagree"],
  ] as const;
  for (const [point, distance, cell, verdict] of rows) {
    const checked = await check({ f: record(point, distance, cell) }, "f");
    assert(checked.some((c) => c.verdict === verdict), point + distance);
    if (verdict === "agree") assertEquals(verdicts(checked), { agree: 2 });
  }
});

Deno.test("sparkle: exactly 180 degrees is left", async () => {
  const text = (words: string) =>
    `{"0": {"points": {"a": [7, 5], "b": [2, 5]}, "directions": {"a_b": ${words}}}}`;
  assertEquals((await check({ f: text('"left"') }, "f"))[0]!.verdict, "agree");
  const hole = (await check({ f: text("null") }, "f"))[0]!;
  assertEquals([hole.verdict, hole.claimed, hole.answer], ["disagree", "none", "left"]);
});

const MAKERS: readonly (readonly [TourMaker, least: number, most: number])[] = [
  ["open-fixed", 0, 0],
  ["open-free", 0, 0],
  ["closed-fixed", 50, 80],
  ["closed-free", 15, 40],
];

for (const [maker, least, most] of MAKERS) {
  Deno.test(`sparkle: tours made ${maker}: the wrong ones are found, no others`, async () => {
    const next = random(7);
    const tours = Array.from({ length: 100 }, (_, i) => makeTour(i, maker, next));
    const wrong = tours.filter((tour) => !isShortest(tour, maker.endsWith("fixed")));
    const checked = await check({ "test_info.json": toFile(tours) }, "test_info.json");
    const found = checked.filter((c) => c.verdict === "disagree");
    assertEquals(found.map((c) => c.id), wrong.map(({ index }) => String(index)));
    assert(found.length >= least && found.length <= most, `${found.length} wrong`);
    assert(found.every((c) => c.group === "closed tour cut open"));
  });
}

Deno.test("sparkle: one tour from another start is wrong, and makes no others so", async () => {
  const next = random(21);
  const tours = Array.from({ length: 60 }, (_, i) => makeTour(i, "open-fixed", next));
  const [a, b, ...rest] = tours[7]!.permutation;
  tours[7] = { ...tours[7]!, permutation: [b!, a!, ...rest] };
  const wrong = (await check({ f: toFile(tours) }, "f")).filter((c) => c.verdict !== "agree");
  assertEquals(wrong.map(({ id, verdict }) => [id, verdict]), [["7", "disagree"]]);
});

Deno.test("sparkle: tours with a given start are told when their points are renumbered", async () => {
  const next = random(22);
  const tours = Array.from({ length: 60 }, (_, i) => {
    const tour = makeTour(i, "open-fixed", next);
    const to = [3, 4, 0, 1, 2].map((k) => (k + i) % 5);
    const from = to.map((_, k) => to.indexOf(k));
    return {
      ...tour,
      points: from.map((k) => tour.points[k]!),
      colors: from.map((k) => tour.colors[k]!),
      permutation: tour.permutation.map((k) => to[k]!),
    };
  });
  assertEquals(verdicts(await check({ f: toFile(tours) }, "f")), { agree: 60 });
});

Deno.test("sparkle: a path that is no path, or has a wrong length, disagrees", async () => {
  const tour = makeTour(0, "open-free", random(3));
  const rows = [
    [{ ...tour, permutation: [0, 1, 2, 3, 3] }, "each point once"],
    [{ ...tour, permutation: [0, 1, 2, 3] }, "each point once"],
    [{ ...tour, permutation: [0, 1, 2, 3, 9] }, "each point once"],
    [{ ...tour, distance: tour.distance + 1e-6 }, "long, not"],
  ] as const;
  for (const [wrong, why] of rows) {
    const [checked] = await check({ f: toFile([wrong]) }, "f");
    assertEquals(checked!.verdict, "disagree");
    assertStringIncludes(checked!.reason!, why);
  }
  const reverse = { ...tour, permutation: tour.permutation.toReversed() };
  assertEquals((await check({ f: toFile([reverse]) }, "f"))[0]!.verdict, "agree");
});

Deno.test("sparkle: tour questions, with and without a start", async () => {
  const free = makeTour(0, "open-free", random(4));
  const fixed = makeTour(1, "open-fixed", random(5));
  const words = ({ permutation, colors }: typeof free) => permutation.map((i) => colors[i]!);
  const question = (start?: string) =>
    "Find the shortest path that:\n" + (start ? `a. Starts at the ${start} object\n` : "") +
    "visits all";
  const test = {
    0: { question: question(), answer: words(free) },
    1: { question: question("yellow"), answer: words(fixed) },
    2: { question: question("red"), answer: words(fixed) },
  };
  const info = toFile([free, fixed, { ...fixed, index: 2 }]);
  const checked = await check(
    { "d/test.json": JSON.stringify(test), "d/test_info.json": info },
    "d/test.json",
  );
  assertEquals(checked.map((c) => c.verdict), ["agree", "agree", "disagree"]);
  assertStringIncludes(checked[2]!.reason!, "must start from red");
});

Deno.test("sparkle: grids, their questions and labels", async () => {
  const grid = (n: number, [sx, sy]: [number, number], [ex, ey]: [number, number]) => ({
    index: 0,
    start: [sx, sy],
    end: [ex, ey],
    start_text_label: `N${sx * n + sy + 1}`,
    end_text_label: `N${ex * n + ey + 1}`,
    gt_shortest_path_length: Math.abs(sx - ex) + Math.abs(sy - ey),
  });
  const good = grid(5, [0, 4], [3, 1]);
  const rows = [
    [good, "agree"],
    [{ ...good, start_text_label: null, end_text_label: null }, "agree"],
    [{ ...good, gt_shortest_path_length: 5 }, "disagree"],
    [{ ...good, end_text_label: "N9" }, "disagree"],
    [{ ...good, start: [0.5, 4] }, "invalid"],
  ] as const;
  for (const [record, verdict] of rows) {
    assertEquals((await check({ f: toFile([record as typeof good]) }, "f"))[0]!.verdict, verdict);
  }
  for (const [answer, verdict] of [[6, "agree"], [7, "disagree"]] as const) {
    const test = JSON.stringify({ 0: { question: "Return the moves.", answer } });
    const [checked] = await check(
      { "test.json": test, "test_info.json": toFile([good]) },
      "test.json",
    );
    assertEquals(checked!.verdict, verdict);
  }
});

const EIGHT =
  "A. top left, B. top, C. top right, D. left, E. right, F. down left, G. down, H. down right";
const NINE =
  "A. top left, B. top, C. top right, D. left, E. center, F. right, G. down left, H. down, I. down right";
const PAIRS = "A. red cup to tin, B. red cup to N1, C. tin to N1";
const BOX = "Respond with the correct option letter in \\boxed{option}.";

/** Red cup to tin is exactly 3 right; N1 is 4 above the tin. */
const SCENE = toFile([{
  index: 17,
  points: { "red cup": [1, 2], "tin": [4, 2], "N1": [4, 6] },
} as never]);

Deno.test("sparkle: questions with options", async () => {
  const rows = [
    ["direction", "What is the direction from the tin point to the N1 point?", EIGHT, "B"],
    ["direction", "From red cup to N1, which direction is it?", EIGHT, "C"],
    ["direction", "Determine the direction from N1 to red cup.", EIGHT, "F"],
    ["position", "Where is the N1 object located?", NINE, "B"],
    ["position", "What is the position of the red cup object?", NINE, "G"],
    ["position", "Identify the location of the tin object.", NINE, "H"],
    ["distance", "Which distance is the shortest?", PAIRS, "A"],
    ["distance", "Identify the longest distance between the points.", PAIRS, "B"],
    ["distance", "Among the given distances, which one is the longest?", PAIRS, "B"],
    ["distance", "Which distance is shorter, tin to N1 or red cup to N1?", PAIRS, "C"],
    [
      "distance",
      "Compare the distances: tin to N1 and red cup to tin. Which one is longer?",
      PAIRS,
      "C",
    ],
  ] as const;
  for (const [field, text, options, letter] of rows) {
    const question = `${text}\nOptions: ${options}\n${BOX}`;
    for (const answer of [letter, `\\boxed{${letter}}`, letter === "A" ? "C" : "A"]) {
      const test = JSON.stringify({ 17: { [field]: { question, answer } } });
      const [checked] = await check({ "test.json": test, "test_info.json": SCENE }, "test.json");
      const verdict = answer.includes(letter) ? "agree" : "disagree";
      assertEquals([checked!.verdict, checked!.id], [verdict, `17.${field}`], text + answer);
    }
  }
});

const DESCRIPTION = `Here's a breakdown:

Positions:
The tin object is located at the down of the image.
You'll find the N1 object at the top of the image.
The coordinate of the red cup object is (1.00, 2.00).

Comparing distances:
The distance from red cup to N1 is longer than the distance from tin to N1.
The distance between the red cup and N1 objects is 5.00.

Directions:
You can reach the N1 object by going top from the tin object.
Starting at the red cup object, head right to find the tin object.
`;

Deno.test("sparkle: training lines, short and long", async () => {
  const rows = [
    ["What is the direction from the tin object to the N1 object?", "top", "agree"],
    ["From the N1 object to the tin object, which direction should you move?", "top", "disagree"],
    [
      "Which distance is the shortest? red cup and tin, red cup and N1, tin and N1",
      "red cup and tin",
      "agree",
    ],
    ["Which distance is shorter, tin and N1 or red cup and tin?", "tin and N1", "disagree"],
    [
      "Compare the distances: tin and N1 and red cup and tin. Which one is longer?",
      "tin and N1",
      "agree",
    ],
    [
      "The image is 10x10. What is the distance between the red cup and N1 objects?",
      "5.0",
      "agree",
    ],
    [
      "In a 10x10 image, what is the distance between the red cup and N1 objects?",
      "5.1",
      "disagree",
    ],
    ["Which relative position is the N1 located at?", "top", "agree"],
    ["In a 10x10 image, what is the coordinate of the N1 object?", "(4.0, 6.0)", "agree"],
    [
      "The image is 10x10. What is the absolute position of the N1 object?",
      "(6.0, 4.0)",
      "disagree",
    ],
    ["Can you describe it?", DESCRIPTION, "agree"],
    ["Can you describe it?", DESCRIPTION.replace("head right", "head left"), "disagree"],
    ["Can you describe it?", DESCRIPTION.replace("longer than", "the same as"), "disagree"],
    ["Can you describe it?", DESCRIPTION.replace("(1.00", "(1.01"), "disagree"],
    ["Can you describe it?", `${DESCRIPTION}\nAll is well.`, "unsupported"],
    ["What colour is the tin object?", "grey", "unsupported"],
    ["Which relative position is the moon located at?", "top", "invalid"],
  ] as const;
  const lines = rows.map(([query, response]) =>
    JSON.stringify({ query, response, images: ["x/imgs/train_17.png"] })
  );
  const files = { "x/train_full.jsonl": lines.join("\n"), "x/train_info.json": SCENE };
  const checked = await check(files, "x/train_full.jsonl");
  assertEquals(checked.map((c) => c.verdict), rows.map(([, , verdict]) => verdict));
});

Deno.test("sparkle: equal distances are both right, and told", async () => {
  const info = '{"0": {"points": {"a": [1, 1], "b": [3, 1], "c": [1, 3]}}}';
  const question =
    `Which distance is the shortest?\nOptions: A. a to b, B. a to c, C. b to c\n${BOX}`;
  for (const [answer, verdict] of [["A", "agree"], ["B", "agree"], ["C", "disagree"]] as const) {
    const test = JSON.stringify({ 0: { distance: { question, answer } } });
    const [checked] = await check({ "test.json": test, "test_info.json": info }, "test.json");
    assertEquals([checked!.verdict, checked!.answer], [verdict, "a and b or a and c"]);
    if (verdict === "agree") assertEquals(checked!.group, "tied distances");
  }
});

Deno.test("sparkle: what is no record is told, a missing info file ends it", async () => {
  const rows = [
    ['{"0": {"points": {"a": [1, "x"]}}}', "points.a.1"],
    ['{"0": {"points": {"a": [1, 11]}}}', "from 0 to 10"],
    ['{"0": {"points": {"a": [1, 1]}, "distances": {"a_z": 3}}}', '"a_z"'],
    ['{"0": {"colour": 3}}', "must have points"],
    ['{"0": {"points": {"a": [1', "JSON"],
    ['{"0": {"points": {"a": [NaN, 1]}}}', "JSON"],
  ] as const;
  for (const [text, named] of rows) {
    const [checked] = await check({ f: text }, "f");
    assertEquals(checked!.verdict, "invalid", text);
    assertStringIncludes(checked!.reason!, named);
  }
  const huge = '{"0": {"points": [[0, 0], [1e309, 0], [1, 1]], "colors": ["a", "b", "c"], ' +
    '"permutation": [0, 1, 2]}}';
  const [beyond] = await check({ f: huge }, "f");
  assertEquals(beyond!.verdict, "invalid");
  const points = '"points": {"a": [1, 1], "b": [3, 1]}';
  const named = `{"0": {${points}, "directions": {"a_b": "east"}, "positions": {"a": "nw"}}}`;
  for (const { verdict, reason } of await check({ f: named }, "f")) {
    assertEquals(verdict, "invalid");
    assertStringIncludes(reason!, "must be one of top left, top");
  }
  const test = '{"0": {"question": "?", "answer": 3}}';
  const [checked, ...more] = await check({ "test.json": test }, "test.json");
  assertEquals([checked!.verdict, more], ["invalid", []]);
  assertStringIncludes(checked!.reason!, "test_info.json");
});
