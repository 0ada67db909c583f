import { FEATURE_KINDS, type JsonValue, type Kind, SOLVER_KINDS } from "../../../tasks/mod.ts";
import { isSameAnswer } from "../../../tasks/kind.ts";
import { assert, assertEquals, assertThrows } from "../../_assert.ts";

/** An instance of a kind, its answer by hand, and another that is wrong. */
interface Example {
  readonly instance: Readonly<Record<string, unknown>>;
  readonly answer: JsonValue;
  readonly wrong: JsonValue;
}

const frame = "y-up", metric = "euclidean";
const place = (name: string, x: number, y: number) => ({ name, x, y });
const [a, b, c] = [place("a", 0, 0), place("b", 3, 4), place("c", 0, 6)];
const ROWS = { map: { rows: ["..", ".."] }, neighbours: 4, start: [0, 0], goal: [1, 1] };
const SQUARE = {
  ...{ directed: false, nodes: ["A", "B", "C", "D"] },
  edges: [["A", "B", 1], ["B", "D", 1], ["A", "C", 1], ["C", "D", 2]],
};
const ROADS = { graph: SQUARE, from: "A", to: "D" };
const WAY = { length: { straight: 2, diagonal: 0 }, cells: [[0, 0], [1, 0], [1, 1]] };
const LONG = {
  length: { straight: 4, diagonal: 0 },
  cells: [[0, 0], [1, 0], [0, 0], [1, 0], [1, 1]],
};

const RECTANGLE = { form: "closed", points: [[0, 0], [4, 0], [4, 3], [0, 3]], metric: "euclidean" };

const EXAMPLES: Readonly<Record<string, Example>> = {
  between: {
    instance: { point: [1, 1], from: [0, 0], to: [2, 2], by: "segment" },
    ...{ answer: true, wrong: false },
  },
  side: {
    instance: { point: [0, 1], from: [0, 0], to: [1, 0], frame },
    ...{ answer: "left", wrong: "right" },
  },
  facing: {
    // One who looks north sees what is in the east on the right.
    instance: { at: [0, 0], facing: [0, 1], target: [1, 0], frame, sectors: "facing-four" },
    ...{ answer: "right", wrong: "left" },
  },
  pose: {
    instance: { position: [2, 2], heading: [0, -1], target: [3, 2], frame, sectors: "facing-four" },
    ...{ answer: "left", wrong: "right" },
  },
  "exact-distance": {
    instance: { from: a, to: b, metric },
    answer: { squared: "25", decimal: "5", approximate: 5 },
    wrong: { squared: "26", decimal: "5", approximate: 5 },
  },
  "distance-bin": {
    instance: { from: a, to: b, metric, cuts: [2, 4, 6], onCut: "upper" },
    ...{ answer: 2, wrong: 1 },
  },
  within: {
    instance: { from: a, to: b, metric, threshold: 5, onThreshold: "within" },
    ...{ answer: true, wrong: false },
  },
  comparison: {
    instance: { points: [a, b, c], first: ["a", "b"], second: ["a", "c"], asked: "longer", metric },
    ...{ answer: "second", wrong: "first" },
  },
  nearest: {
    instance: { from: a, points: [b, c], metric, extreme: "nearest" },
    ...{ answer: "b", wrong: "c" },
  },
  "extreme-pair": {
    instance: { points: [a, b, c], metric, extreme: "nearest" },
    ...{ answer: ["b", "c"], wrong: ["a", "b"] },
  },
  ranking: {
    instance: { from: a, points: [c, b, place("d", 5, 0)], metric },
    ...{ answer: [["b", "d"], ["c"]], wrong: [["b"], ["d"], ["c"]] },
  },
  "distance-ratio": {
    instance: { points: [a, b, c], first: ["a", "c"], second: ["a", "b"], metric },
    answer: { squared: "1.44", rational: "1.2", approximate: 1.2 },
    wrong: { squared: "1.96", rational: "1.4", approximate: 1.4 },
  },
  "shape-distance": {
    instance: { from: { point: [0, 3] }, to: { segment: [[-1, 0], [1, 0]] } },
    answer: { squared: "9", approximate: 3 },
    wrong: { squared: "10", approximate: 3 },
  },
  cell: {
    instance: { x: 5, y: 5, frame: "y-down", xCuts: [0, 4, 8], yCuts: [0, 4, 8], onCut: "upper" },
    ...{ answer: { column: 2, row: 2 }, wrong: { column: 1, row: 2 } },
  },
  quadrant: { instance: { x: -1, y: 2, frame }, answer: 2, wrong: 1 },
  coordinates: {
    instance: { x: 5, y: 1, frame, origin: [2, 2] },
    ...{ answer: { x: "3", y: "-1" }, wrong: { x: "3", y: "1" } },
  },
  "named-region": {
    instance: {
      ...{ x: 1, y: 1, onBoundary: "tie" },
      regions: [{ name: "lake", rings: [[[0, 0], [2, 0], [2, 2], [0, 2]]] }],
    },
    ...{ answer: "lake", wrong: false },
  },
  place: {
    instance: { points: [a], facts: [{ kind: "displacement", from: "a", dx: 2, dy: 3 }], frame },
    answer: {
      kind: "point",
      x: { text: "2", approximate: 2 },
      y: { text: "3", approximate: 3 },
    },
    wrong: {
      kind: "point",
      x: { text: "2", approximate: 2 },
      y: { text: "4", approximate: 4 },
    },
  },
  chain: {
    instance: {
      facts: [
        { subject: "x", reference: "y", dx: 1, dy: 0 },
        { subject: "y", reference: "z", dx: 0, dy: 1 },
      ],
      ...{ subject: "x", reference: "z" },
    },
    ...{ answer: { x: 1, y: 1 }, wrong: { x: 1, y: 0 } },
  },
  "grid-way": { instance: ROWS, answer: WAY, wrong: LONG },
  "terrain-way": {
    instance: {
      ...{ map: { rows: ["..#", ".~."], costs: { "~": "0.5" } }, neighbours: 4, start: [0, 0] },
      ...{ goal: [2, 0], gates: [{ cell: [0, 1], leave: ["right"] }], agent: 1 },
      approach: "euclidean",
    },
    answer: { length: { straight: "1", diagonal: "0" }, cells: [[0, 0], [1, 0]] },
    wrong: {
      length: { straight: "2.5", diagonal: "0" },
      cells: [[0, 0], [1, 0], [1, 1], [2, 1]],
    },
  },
  "grid-way-count": { instance: ROWS, answer: "2", wrong: "1" },
  "necessary-cells": {
    instance: { ...ROWS, map: { rows: ["..", "#."] } },
    answer: { cells: [[0, 0], [1, 0], [1, 1]], steps: [[[0, 0], [1, 0]], [[1, 0], [1, 1]]] },
    wrong: { cells: [], steps: [] },
  },
  "second-grid-way": {
    instance: { ...ROWS, map: { rows: ["...", ".#.", "..."] }, goal: [1, 0] },
    ...{ answer: { straight: 7, diagonal: 0 }, wrong: { straight: 3, diagonal: 0 } },
  },
  "k-shortest-grid-ways": {
    instance: { ...ROWS, map: { rows: ["..", "#."] }, k: 3 },
    ...{ answer: [WAY], wrong: [] },
  },
  "graph-path": {
    instance: ROADS,
    answer: { length: 2, nodes: ["A", "B", "D"], edges: [0, 1] },
    wrong: { length: 3, nodes: ["A", "C", "D"], edges: [2, 3] },
  },
  "graph-path-count": { instance: ROADS, answer: "1", wrong: "2" },
  "necessary-steps": {
    instance: ROADS,
    answer: { nodes: ["A", "B", "D"], steps: [["A", "B"], ["B", "D"]] },
    wrong: { nodes: ["A", "D"], steps: [] },
  },
  "second-path": { instance: ROADS, answer: 3, wrong: 2 },
  "k-shortest-paths": {
    instance: { ...ROADS, k: 9 },
    answer: [
      { length: 2, nodes: ["A", "B", "D"], edges: [0, 1] },
      { length: 3, nodes: ["A", "C", "D"], edges: [2, 3] },
    ],
    wrong: [],
  },
  "obstacle-way": {
    instance: {
      ...{ start: [0, 0], goal: [4, 0], touching: "allowed" },
      obstacles: [[[1, -3], [3, -3], [3, 1], [1, 1]]],
    },
    answer: {
      points: [[0, 0], [1, 1], [3, 1], [4, 0]],
      ...{ squares: [2, 4, 2], length: 2 + 2 * Math.SQRT2 },
    },
    wrong: { points: [[0, 0], [4, 0]], squares: [16], length: 4 },
  },
  "any-angle": {
    instance: { map: { rows: ["..", ".."] }, start: [0, 0], goal: [2, 1] },
    ...{ answer: { points: [[0, 0], [2, 1]], squares: [5] }, wrong: { points: [], squares: [] } },
  },
  "landmark-tour": {
    instance: {
      ...{ form: "open", start: 0, map: { rows: ["....", ".##.", "...."] } },
      landmarks: [[0, 0], [3, 2], [3, 0]],
    },
    answer: {
      tour: { order: [0, 2, 1], length: { approximate: 5, exact: "5" } },
      cells: [[0, 0], [1, 0], [2, 0], [3, 0], [3, 1], [3, 2]],
    },
    wrong: { tour: { order: [0, 1, 2], length: { approximate: 7, exact: "7" } }, cells: [] },
  },
  "tour-length": {
    instance: { tour: RECTANGLE, order: [0, 1, 2, 3] },
    answer: { order: [0, 1, 2, 3], length: { approximate: 14, exact: "14" } },
    wrong: { order: [0, 1, 2, 3], length: { approximate: 15, exact: "15" } },
  },
  "tour-insertion": {
    instance: { tour: RECTANGLE, order: [0, 1, 3] },
    answer: {
      ...{ point: 2, place: 2 },
      tour: { order: [0, 1, 2, 3], length: { approximate: 14, exact: "14" } },
    },
    wrong: { point: 2, place: 1 },
  },
  "tour-removal": {
    // The far point saves the most: what is left is the way there and back by (2, 1).
    instance: {
      tour: { ...RECTANGLE, points: [[0, 0], [4, 0], [2, 9], [2, 1]] },
      order: [0, 3, 1, 2],
    },
    answer: {
      ...{ point: 2, place: 3 },
      tour: {
        order: [0, 3, 1],
        length: { approximate: 4 + 2 * Math.sqrt(5), exact: "4 + 2*sqrt(5)" },
      },
    },
    wrong: { point: 3, place: 1 },
  },
  "rule-tour": {
    instance: {
      tour: {
        form: "open",
        start: 0,
        points: [[0, 0], [3, 0], [-2, 0], [9, 0]],
        metric: "euclidean",
      },
      rule: "nearest-neighbour",
    },
    answer: {
      tour: { order: [0, 2, 1, 3], length: { approximate: 13, exact: "13" } },
      tied: false,
    },
    wrong: { tied: true },
  },
  scene: {
    instance: {
      scene: {
        frame: "ai2thor",
        objects: [
          { id: "bed", category: "bed", center: [0, 0.5, 0], size: [2, 1, 2] },
          { id: "lamp", category: "lamp", center: [4, 0.5, 0], size: [1, 1, 1] },
        ],
      },
      query: "distance",
      args: { a: "bed", b: "lamp" },
    },
    ...{ answer: "2.5", wrong: "4" },
  },
  "graph-landmark-tour": {
    instance: { form: "open", start: 0, graph: SQUARE, landmarks: ["A", "D", "B"] },
    ...{ answer: { length: "2", nodes: ["A", "B", "D"] }, wrong: { length: "3", nodes: [] } },
  },
};

const OWN = SOLVER_KINDS.filter((kind) => !FEATURE_KINDS.includes(kind));

Deno.test("solver kinds: each has an example and a name of its own", () => {
  assertEquals(OWN.map(({ name }) => name).sort(), Object.keys(EXAMPLES).sort());
  assertEquals(new Set(SOLVER_KINDS.map(({ name }) => name)).size, SOLVER_KINDS.length);
});

for (const kind of OWN) {
  const { instance, answer, wrong } = EXAMPLES[kind.name]!;
  Deno.test(`solver kinds: ${kind.name} answers what is found by hand, and its checker agrees`, () => {
    const read = kind.schema.read(instance);
    const outcome = kind.solve(read);
    assertEquals(outcome.status === "exact" && outcome.value, answer);
    // What JSON gives back is the same instance and the same outcome.
    assertEquals(kind.solve(JSON.parse(JSON.stringify(read))), outcome);
    assertEquals(JSON.parse(JSON.stringify(outcome)), outcome);
    if (kind.check === undefined) return;
    assertEquals(kind.check(read, outcome), null);
    const margin = outcome.status === "exact" ? outcome.margin : null;
    assert(kind.check(read, { status: "exact", value: wrong, margin }) !== null, "a wrong answer");
  });

  Deno.test(`solver kinds: ${kind.name} reads what it says, and no instance but its own`, () => {
    const read = kind.schema.read(instance);
    for (const said of [answer, wrong, ...kind.answers?.(read) ?? []]) {
      assert(isSameAnswer(kind.read(kind.say(said, read, "en"), read, "en")!, said), String(said));
    }
    assertEquals(kind.read("", read, "en"), null);
    assertEquals(kind.read("I do not know", read, "en"), null);
    requireStrict(kind, instance);
  });
}

function requireStrict(kind: Kind, instance: Example["instance"]): void {
  assertThrows(() => kind.schema.read({ ...instance, more: 1 }), TypeError, "more");
  for (const field of Object.keys(instance)) {
    const bad = { ...instance, [field]: { unknown: null } };
    assertThrows(() => kind.schema.read(bad), Error, "Cannot read");
  }
}
