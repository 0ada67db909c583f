import { readItem, scoreReply, TASKS } from "../../../tasks/mod.ts";
import { assert, assertEquals } from "../../_assert.ts";

const POINTS = { frame: "y-up", points: [["red", 0, 0], ["blue", 3, 4], ["gray", 10, 0]] };
const SQUARE = [["red", 0, 0], ["blue", 10, 0], ["gray", 10, 10], ["pink", 0, 11]];
const GRID = ["S.#", ".B.", "#.G"];

/** Items as version 0.1.0 wrote them, with replies that are right and wrong, by hand. */
const EARLY: readonly (readonly [
  task: string,
  version: number,
  more: Record<string, unknown>,
  right: readonly string[],
  wrong: readonly string[],
])[] = [
  ["distance", 2, { instance: { ...POINTS, from: "red", to: "blue", places: 2 } }, [
    "5.00",
    "d = sqrt(9 + 16) = 5",
  ], ["5.01", "at least 5", "5 + 0"]],
  [
    "direction",
    2,
    {
      instance: { ...POINTS, sectors: "image-eight", from: "red", to: "gray" },
    },
    ["right", "to the east", "右"],
    ["left", "not right", "right?"],
  ],
  [
    "direction",
    2,
    {
      form: "choice",
      knobs: { form: "choice" },
      choices: ["left", "right"],
      answer: "B",
      instance: { ...POINTS, sectors: "image-four", from: "red", to: "gray" },
    },
    ["B", "\\boxed{\\mathbf{B}}", "(b) right"],
    ["A", "B. left", "A or B"],
  ],
  [
    "direction",
    2,
    {
      form: "true-false",
      knobs: { form: "true-false" },
      claim: "left",
      instance: { ...POINTS, sectors: "image-four", from: "red", to: "gray" },
    },
    ["False", "No, it is right of red."],
    ["true", "not false"],
  ],
  [
    "region",
    2,
    {
      instance: { frame: "y-up", points: POINTS.points, of: "gray", side: 12, cuts: "thirds" },
    },
    ["bottom right", "bottom row, right column"],
    ["right", "top right"],
  ],
  ["position", 3, { instance: { frame: "y-up", points: POINTS.points, of: "blue", side: 12 } }, [
    "(3, 4)",
    "x = 3, y = 4",
  ], ["(4, 3)", "(3, 4, 0)"]],
  [
    "shortest-path",
    1,
    {
      knobs: { ask: "moves" },
      instance: { size: 3, from: [0, 0], to: [1, 2], ask: "moves" },
    },
    ["up, up, right", "right, then up twice"],
    ["up, right", "up, up, right, left"],
  ],
  [
    "shortest-path",
    1,
    {
      knobs: { ask: "labels" },
      instance: { size: 3, from: [0, 0], to: [1, 1], ask: "labels" },
    },
    ["N1 -> N2 -> N5", "N1, N4, N5"],
    ["N1, N5"],
  ],
  [
    "tour",
    1,
    {
      instance: {
        ...{ frame: "y-up", points: SQUARE, of: ["red", "blue", "gray", "pink"] },
        ...{ tour: "open-fixed", ask: "order", places: 2 },
      },
    },
    ["red, blue, grey, pink"],
    ["pink, gray, blue, red", "red, blue, gray, pink, red"],
  ],
  [
    "tour-leg",
    1,
    {
      instance: {
        ...{ frame: "y-up", points: SQUARE },
        legs: [["red", "blue"], ["blue", "gray"], ["gray", "pink"]],
      },
    },
    ["red and pink", "pink - red"],
    ["red and gray", "red, pink, blue"],
  ],
  [
    "grid-path",
    2,
    { instance: { ask: "length", rows: GRID.map((row) => row.replace("B", ".")) } },
    [
      "4",
      "four steps",
      "2 + 2 = 4",
    ],
    ["5", "4 or 5", "no 4"],
  ],
  ["next-move", 2, { instance: { rows: ["S#.", ".#.", "..G"] } }, ["down", "D", "↓"], ["right"]],
  [
    "route-check",
    3,
    {
      instance: { rows: ["S..", "...", "..G"], moves: ["right", "right", "down", "down"] },
    },
    ["a shortest way"],
    ["a longer way", "not the shortest"],
  ],
  [
    "follow-instructions",
    2,
    {
      instance: { rows: ["C..", "...", "S.B"], facing: "right", legs: [["none", 2]] },
    },
    ["B", "Landmark **B**"],
    ["C", "B or C"],
  ],
  [
    "landmark-order",
    3,
    {
      knobs: { landmarks: 2 },
      instance: { rows: ["...", "S.B", "..C"], moves: ["right", "right", "down"] },
    },
    ["B, C", "B -> C"],
    ["C, B", "B"],
  ],
  [
    "road-path",
    1,
    {
      knobs: { ask: "way" },
      instance: {
        ...{ ask: "way", columns: 3, rows: 1, roads: [["A", "B", 2], ["B", "C", 1]] },
        ...{ from: "A", to: "C" },
      },
    },
    ["A, B, C", "A-B-C"],
    ["A, C", "A, B"],
  ],
];

Deno.test("score: items of version 0.1.0 are scored by their instances", () => {
  EARLY.forEach(([name, version, more, right, wrong], i) => {
    const item = readItem({
      ...{ id: `${name}-${i}`, task: name, version, profile: "fair", knobs: {}, form: "open" },
      ...{ choices: null, ...more },
    });
    const task = TASKS.find((t) => t.name === name)!;
    for (const reply of right) {
      assertEquals(scoreReply(task, item, reply), "right", `${name}: ${reply}`);
    }
    for (const reply of wrong) {
      assert(scoreReply(task, item, reply) !== "right", `${name}: ${reply}`);
    }
  });
});
