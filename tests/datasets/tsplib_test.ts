import { hardtsplib, textFile, tsplib, verify, type VerifyOptions } from "../../datasets/mod.ts";
import { assertEquals, assertStringIncludes } from "../_assert.ts";

/** The corners and middles of a square of side 10: the shortest tour is 40. */
const SQUARE = `NAME: ring
TYPE: TSP
DIMENSION: 8
EDGE_WEIGHT_TYPE: MAN_2D
NODE_COORD_SECTION
1 0 0
2 10 10
3 5 0
4 0 5
5 10 0
6 10 5
7 5 10
8 0 10
EOF
`;
const TOUR = "TYPE: TOUR\nTOUR_SECTION\n1 3 5 6 2 7 8 4 -1\n";
const DETOUR = "TYPE: TOUR\nTOUR_SECTION\n1 3 5 6 7 2 8 4 -1\n";

async function judge(
  files: Readonly<Record<string, string>>,
  { dataset = tsplib, ...options }: VerifyOptions & { readonly dataset?: typeof tsplib } = {},
): Promise<[claimed: string | null, verdict: string, reason: string | null][]> {
  const open = (path: string) =>
    path in files
      ? Promise.resolve(textFile(path, files[path]!))
      : Promise.reject(new Error(`no ${path}`));
  const companions = new Map("optima" in files ? [["optima", ["optima"]]] : []);
  const found = [];
  for await (const checked of verify(dataset, ["d/ring.tsp"], { companions, open, ...options })) {
    found.push([checked.claimed, checked.verdict, checked.reason] as const);
  }
  return found.map((row) => [...row]);
}

Deno.test("tsplib: a claimed optimum and a claimed tour", async () => {
  const table = "name\tn\toptimum\nother\t9\t7\nring\t8\t40\n";
  assertEquals(await judge({ "d/ring.tsp": SQUARE, optima: table, "d/ring.opt.tour": TOUR }), [
    ["40", "agree", null],
    ["40", "agree", null],
  ]);
  assertEquals(await judge({ "d/ring.tsp": SQUARE, "d/ring.tour": TOUR }), [["40", "agree", null]]);
});

Deno.test("tsplib: wrong claims are named, each with what was proven", async () => {
  const low = await judge({ "d/ring.tsp": SQUARE, optima: "ring : 39\n" });
  assertEquals(low, [["39", "disagree", "claimed 39, but no tour is shorter than 40"]]);
  const files = { "d/ring.tsp": SQUARE, optima: "ring 41\n", "d/ring.opt.tour": DETOUR };
  assertEquals(await judge(files), [
    ["41", "disagree", "claimed 41, but a tour of 40 was found"],
    ["50", "disagree", "claimed 50, but a tour of 40 was found"],
  ]);
  assertEquals((await judge({ "d/ring.tsp": SQUARE }, { dataset: hardtsplib }))[0], [
    "1000",
    "disagree",
    "claimed 1000, but a tour of 40 was found",
  ]);
});

Deno.test("tsplib: what cannot be read is said with its place", async () => {
  const says = async (files: Record<string, string>, text: string) => {
    const [first] = await judge(files);
    assertEquals(first![1], "invalid");
    assertStringIncludes(first![2] ?? "", text);
  };
  await says({ "d/ring.tsp": SQUARE }, "nothing is claimed, must be in --with optima=FILE");
  await says({ "d/ring.tsp": SQUARE.replace("8 0 10\n", "") }, "ends after 7 nodes");
  const short = TOUR.replace("4 -1", "-1");
  await says({ "d/ring.tsp": SQUARE, "d/ring.opt.tour": short }, "ends after 7 nodes of the tour");
});

Deno.test("tsplib: a table that names two optima for one problem is refused", async () => {
  const [row] = await judge({ "d/ring.tsp": SQUARE, optima: "ring : 40\nring : 41\n" });
  assertEquals(row![1], "invalid");
  assertStringIncludes(row![2]!, "ring is 40 and 41, must be one");
});

Deno.test("tsplib: coordinates may have all the digits of a double", async () => {
  const turned = SQUARE.replace("EUC_2D", "MAN_2D").replaceAll(" 10 ", " 10.000000000000025 ")
    .replaceAll(" 5 ", " -4.9999999999999991e0 ");
  const [row] = await judge({ "d/ring.tsp": turned, optima: "ring : 7\n" });
  assertEquals(row![1], "disagree");
});

Deno.test("tsplib: the proof does not hang on the order or the frame of the points", async () => {
  const points = [[3, 1], [9, 2], [4, 8], [1, 7], [6, 6], [8, 9], [2, 3], [7, 4], [5, 0], [0, 5]];
  const file = (rows: readonly (readonly number[])[], metric: string) =>
    `DIMENSION: ${rows.length}\nEDGE_WEIGHT_TYPE: ${metric}\nNODE_COORD_SECTION\n` +
    rows.map(([x, y], i) => `${i + 1} ${1000 * x!} ${1000 * y!}\n`).join("");
  const claim = "name optimum\nring 1\n";
  const truth = async (rows: readonly (readonly number[])[], metric: string) => {
    const [row] = await judge({ "d/ring.tsp": file(rows, metric), optima: claim });
    return row![2];
  };
  for (const metric of ["EUC_2D", "CEIL_2D", "MAN_2D", "MAX_2D", "ATT"]) {
    const plain = await truth(points, metric);
    assertStringIncludes(plain ?? "", "no tour is shorter than");
    assertEquals(await truth(points.toReversed(), metric), plain);
    assertEquals(await truth(points.map(([x, y]) => [9 - x!, y!]), metric), plain);
    assertEquals(await truth(points.map(([x, y]) => [y!, x!]), metric), plain);
  }
});

Deno.test("tsplib: fixed edges, orders and graphs are honoured, and tours held to them", async () => {
  const fixed = SQUARE.replace("EOF", "FIXED_EDGES_SECTION\n1 2\n-1\nEOF");
  assertEquals((await judge({ "d/ring.tsp": fixed, optima: "ring 40\n" }))[0]![1], "disagree");
  const lacking = await judge({ "d/ring.tsp": fixed, "d/ring.opt.tour": TOUR });
  assertEquals(lacking, [[
    "a shortest tour",
    "disagree",
    "the claimed tour is none: it takes a forbidden step or lacks a fixed one",
  ]]);
  const graph = "TYPE: HCP\nDIMENSION: 4\nEDGE_DATA_FORMAT: EDGE_LIST\nEDGE_DATA_SECTION\n";
  const ring = `${graph}1 2\n2 3\n3 4\n4 1\n-1\nEOF\n`;
  assertEquals(await judge({ "d/ring.tsp": ring, "d/ring.tour": "TOUR_SECTION\n1 2 3 4 -1\n" }), [
    ["4", "agree", null],
  ]);
  const star = `${graph}1 2\n1 3\n1 4\n-1\nEOF\n`;
  assertEquals(await judge({ "d/ring.tsp": star, optima: "ring 4\n" }), [[
    "4",
    "disagree",
    "claimed 4, but no tour is allowed: 1 allowed steps meet at point 1, a tour needs 2",
  ]]);
});
