import {
  parseTsplib,
  parseTsplibTour,
  solveTourSync,
  toTourProblem,
  tsplibDistance,
  TsplibSyntaxError,
} from "../../../solvers/mod.ts";
import { assertEquals, assertThrows } from "../../_assert.ts";
import fc from "../../_fast_check.ts";

const POINTS = `NAME : square
COMMENT: four corners
TYPE: TSP
DIMENSION: 4
EDGE_WEIGHT_TYPE: EUC_2D
NODE_COORD_SECTION
1 0 0
2 10 0.50
3 1.0e1 10
4 0 10
EOF
`;

function explicit(form: string, numbers: string, type = "TSP"): string {
  return `NAME: m\nTYPE: ${type}\nDIMENSION: 4\nEDGE_WEIGHT_TYPE: EXPLICIT\n` +
    `EDGE_WEIGHT_FORMAT: ${form}\nEDGE_WEIGHT_SECTION\n${numbers}\nEOF\n`;
}

Deno.test("points are kept as they were written", () => {
  const { name, dimension, instance } = parseTsplib(POINTS);
  assertEquals([name, dimension], ["square", 4]);
  assertEquals(instance, {
    form: "closed",
    metric: "EUC_2D",
    points: [["0", "0"], ["10", "0.50"], ["1.0e1", "10"], ["0", "10"]],
  });
});

Deno.test("every matrix form is the same matrix", () => {
  const forms: Record<string, string> = {
    FULL_MATRIX: "0 1 2 3\n1 0 4 5\n2 4 0 6\n3 5 6 0",
    UPPER_ROW: "1 2 3 4 5 6",
    LOWER_ROW: "1 2 4\n3 5 6",
    UPPER_DIAG_ROW: "0 1 2 3 0 4 5 0 6 0",
    LOWER_DIAG_ROW: "0\n1 0\n2 4 0\n3 5 6 0",
    UPPER_COL: "1 2 4 3 5 6",
    LOWER_COL: "1 2 3 4 5 6",
    UPPER_DIAG_COL: "0 1 0 2 4 0 3 5 6 0",
    LOWER_DIAG_COL: "0 1 2 3 0 4 5 0 6 0",
  };
  for (const [form, numbers] of Object.entries(forms)) {
    const { weights } = toTourProblem(parseTsplib(explicit(form, numbers)).instance);
    assertEquals([...weights], [0, 1, 2, 3, 1, 0, 4, 5, 2, 4, 0, 6, 3, 5, 6, 0], form);
  }
});

Deno.test("an asymmetric matrix keeps both directions", () => {
  const text = explicit("FULL_MATRIX", "9 1 2 3 4 9 5 6 7 8 9 10 11 12 13 9", "ATSP");
  const problem = toTourProblem(parseTsplib(text).instance);
  assertEquals([...problem.weights], [0, 1, 2, 3, 4, 0, 5, 6, 7, 8, 0, 10, 11, 12, 13, 0]);
});

Deno.test("what is wrong is named with its line", () => {
  const cases: [text: string, line: number, says: string][] = [
    [POINTS.replace("DIMENSION: 4", "DIMENSION: 5"), 11, "ends after 4 nodes, must have 5"],
    [POINTS.replace("DIMENSION: 4", "DIMENSION: 3"), 10, 'node "4", must be 1 to 3'],
    [POINTS.replace("DIMENSION: 4", "DIMENSION: four"), 4, 'DIMENSION is "four"'],
    [POINTS.replace("EUC_2D", "EUC_4D"), 5, 'EDGE_WEIGHT_TYPE is "EUC_4D", must be one of EUC_2D'],
    [
      POINTS.replace("TYPE: TSP", "TYPE: CVRP"),
      3,
      'TYPE is "CVRP", must be one of TSP, ATSP, SOP, HCP',
    ],
    [POINTS.replace("2 10 0.50", "2 10"), 8, "node 2 has 1 coordinates, must have 2"],
    [POINTS.replace("2 10 0.50", "2 10 x"), 8, 'coordinate "x" of node 2'],
    [POINTS.replace("2 10 0.50", "1 10 0"), 8, "node 1 is given twice"],
    [POINTS.split("NODE")[0]!, 5, "ends without a NODE_COORD_SECTION"],
    [POINTS.split("4 0 10")[0]!, 9, "ends after 3 nodes"],
    [POINTS.replace("NODE_COORD", "DEPOT"), 6, "DEPOT_SECTION is not part of"],
    [explicit("UPPER_ROW", "1 2 3 4 5"), 8, "ends after 5 weights, must have 6 as UPPER_ROW"],
    [
      explicit("UPPER_ROW", "1 2 3\n4 5 6 7"),
      8,
      "more weights than UPPER_ROW of DIMENSION 4 has, must be 6",
    ],
    [explicit("UPPER_ROW", "1 2 3\n4 5,5 6"), 8, 'weight "5,5", must be a decimal number'],
    [explicit("UPPER_ROW", "1 2 3\n4 -5 6"), 8, 'weight "-5", must be a decimal number'],
    [explicit("DIAGONAL", "1"), 5, 'EDGE_WEIGHT_FORMAT is "DIAGONAL", must be one of FULL_MATRIX'],
    [explicit("FULL_MATRIX", "0 1 2 3\n1 0 4 5\n2 7 0 6\n3 5 6 0"), 9, "row 3, column 2 against 4"],
    [
      explicit("LOWER_ROW", "1 2 4 3 5 6", "ATSP"),
      5,
      "must be FULL_MATRIX where directions differ",
    ],
  ];
  for (const [text, line, says] of cases) {
    const error = assertThrows(() => parseTsplib(text), TsplibSyntaxError, says);
    assertEquals(error.line, line, says);
  }
});

Deno.test("a tour file is a permutation of the nodes", () => {
  const file = (nodes: string) =>
    `NAME: t\nTYPE: TOUR\nDIMENSION: 4\nTOUR_SECTION\n${nodes}\nEOF\n`;
  assertEquals(parseTsplibTour(file("2\n1\n4 3\n-1")).tour, [1, 0, 3, 2]);
  assertEquals(parseTsplibTour("TOUR_SECTION\n1 3\n2 -1").tour, [0, 2, 1]);
  const cases: [text: string, line: number, says: string][] = [
    [file("1 2 3 -1"), 6, "ends after 3 nodes of the tour, must have 4"],
    [file("1 2\n2 3 -1"), 6, "node 2 is given twice"],
    [file("1 2\n5 3 -1"), 6, 'node "5", must be 1 to 4'],
    [file("1 2 3 4\n-1\n1"), 7, "stands behind the -1"],
    [file("1 2 3 4").replace("TYPE: TOUR", "TYPE: TSP"), 2, "must be TOUR"],
    ["TOUR_SECTION\n1 4 2 -1", 2, "names node 4, must visit every node"],
    ["TYPE: TOUR\nDIMENSION: 4\n", 2, "ends without a TOUR_SECTION"],
  ];
  for (const [text, line, says] of cases) {
    const error = assertThrows(() => parseTsplibTour(text), TsplibSyntaxError, says);
    assertEquals(error.line, line, says);
  }
  assertThrows(() => parseTsplibTour(file("1 2 3 4"), { dimension: 5 }), SyntaxError, "must be 5");
});

Deno.test("on whole coordinates every rounded length is what integers say", () => {
  const coordinate = fc.oneof(
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: -(2 ** 23), max: 2 ** 23 }),
  );
  const point = fc.tuple(coordinate, coordinate);
  fc.assert(
    fc.property(point, point, ([ax, ay], [bx, by]) => {
      const d2 = BigInt(ax - bx) ** 2n + BigInt(ay - by) ** 2n;
      const nearest = BigInt(tsplibDistance("EUC_2D", ax, ay, bx, by));
      assertEquals((2n * nearest - 1n) ** 2n <= 4n * d2 || nearest === 0n, true);
      assertEquals(4n * d2 < (2n * nearest + 1n) ** 2n, true);
      for (const [metric, divisor] of [["CEIL_2D", 1n], ["ATT", 10n]] as const) {
        const up = BigInt(tsplibDistance(metric, ax, ay, bx, by));
        assertEquals(up * up * divisor >= d2, true);
        assertEquals(up === 0n || (up - 1n) ** 2n * divisor < d2, true);
      }
    }),
    { numRuns: 2000 },
  );
});

Deno.test("files as other programs write them: bare keys, comments, nodes from 0, decimals", () => {
  const text = `NAME square
TYPE : TSP (four corners)
DIMENSION: 4 # nodes
EDGE_WEIGHT_TYPE : EUC_2D ! rounded
NODE_COORD_SECTION
0 0 0 ! the first
1 10 0.50 // and so on
# nothing here
2 1.0e1 10
3 0 10
-1
FIXED_EDGES_SECTION
0 2
-1
EOF`;
  const { name, instance, firstNode } = parseTsplib(text);
  assertEquals([name, firstNode], ["square", 0]);
  assertEquals(instance, {
    form: "closed",
    metric: "EUC_2D",
    points: [["0", "0"], ["10", "0.50"], ["1.0e1", "10"], ["0", "10"]],
    fixed: [[0, 2]],
  });
  assertEquals(parseTsplibTour("TOUR_SECTION\n0 2 1 3\n-1").tour, [0, 2, 1, 3]);
  const decimals = parseTsplib(explicit("UPPER_ROW", "1.50 1e3 2.0\n0.25 inf 3"));
  assertEquals(decimals.instance, {
    form: "closed",
    directed: false,
    weights: [[0, "1.5", 1000, 2], ["1.5", 0, "0.25", null], [1000, "0.25", 0, 3], [2, null, 3, 0]],
  });
  const found = solveTourSync(decimals.instance);
  assertEquals(found.status === "exact" && found.value.length.exact, "6.75");
});

Deno.test("three coordinates, angles of a diffractometer, and degrees with decimals", () => {
  const weightOf = (metric: string, a: string, b: string) => {
    const text = `DIMENSION: 3\nEDGE_WEIGHT_TYPE: ${metric}\nNODE_COORD_SECTION\n` +
      `1 ${a}\n2 ${b}\n3 ${a}\n`;
    return toTourProblem(parseTsplib(text).instance).weights[1];
  };
  assertEquals(weightOf("EUC_3D", "0 0 0", "2 3 6.1"), 7);
  assertEquals(weightOf("MAX_3D", "0 0 0", "2 3.4 -6.5"), 7);
  assertEquals(weightOf("MAN_3D", "0 0 0", "1 2.25 -3.5"), 7);
  // From 350 to 10 degrees it is 20 degrees round; then chi and 2 theta decide.
  assertEquals(weightOf("XRAY1", "350 0 0", "10 5 19.994"), 2000);
  assertEquals(weightOf("XRAY1", "350 0 0", "10 5 21.506"), 2151);
  assertEquals(weightOf("XRAY2", "350 0 0", "10 0 0"), 1600);
  assertEquals(weightOf("XRAY2", "0 0 0", "10 15 0"), 1000);
  // A degree of a great circle of 6378388 m, rounded up.
  assertEquals(weightOf("GEOM", "0 10", "0 11"), Math.floor(6378388 * Math.PI / 180 + 1));
  assertEquals(weightOf("GEOM", "89 0", "89 180"), Math.floor(6378388 * Math.PI / 90 + 1));
});

Deno.test("a SOP has a start, an end and an order; an HCP the edges of a graph", () => {
  const sop = `NAME: s\nTYPE: SOP\nDIMENSION: 4\nEDGE_WEIGHT_TYPE: EXPLICIT\n` +
    `EDGE_WEIGHT_FORMAT: FULL_MATRIX\nEDGE_WEIGHT_SECTION\n4\n` +
    `0 1 5 1000000\n-1 0 1 9\n-1 2 0 3\n-1 -1 -1 0\nEOF`;
  const free = solveTourSync(parseTsplib(sop).instance);
  assertEquals(free.status === "exact" && free.value.order, [0, 1, 2, 3]);
  // Node 3 before node 2.
  const { instance } = parseTsplib(sop.replace("-1 0 1 9", "-1 0 -1 9"));
  assertEquals(instance.precedence, [[2, 1]]);
  const found = solveTourSync(instance);
  assertEquals(found.status === "exact" && found.value, {
    order: [0, 2, 1, 3],
    length: { approximate: 16, exact: "16" },
  });
  const hcp = (edges: string, format = "EDGE_LIST") =>
    parseTsplib(
      `TYPE: HCP\nDIMENSION: 4\nEDGE_DATA_FORMAT: ${format}\nEDGE_DATA_SECTION\n${edges}\n-1\nEOF`,
    ).instance;
  const ring = solveTourSync(hcp("1 2\n2 3\n3 4\n4 1\n1 3"));
  assertEquals(ring.status === "exact" && ring.value.order, [0, 1, 2, 3]);
  assertEquals(hcp("1 2 4 3 -1\n2 3 -1\n3 4 -1", "ADJ_LIST"), hcp("1 2\n2 3\n3 4\n4 1\n1 3"));
  const star = solveTourSync(hcp("1 2\n1 3\n1 4"));
  assertEquals(star.status, "impossible");
  assertThrows(() => hcp("1 5"), TsplibSyntaxError, 'node "5", must be 1 to 4');
  assertThrows(() => hcp("1 1"), TsplibSyntaxError, "joins a node with itself");
});
