import { assert, assertEquals } from "../_assert.ts";
import { conformance } from "../_data.ts";
import { parseTsplib } from "../../solvers/tour/tsplib/mod.ts";
import { solveTourSync } from "../../solvers/tour/solve_tour_sync.ts";

/** Instances of up to 60 points. */
const SMALL = [
  "burma14",
  "ulysses16",
  "gr17",
  "gr21",
  "ulysses22",
  "gr24",
  "fri26",
  "bayg29",
  "bays29",
  "dantzig42",
  "swiss42",
  "att48",
  "gr48",
  "hk48",
  "eil51",
  "berlin52",
  "brazil58",
];

conformance(
  "TSPLIB's instances of up to 60 points are solved to their listed optima by 1-trees",
  {
    path: "tsplib/optima.tsv",
    published: "http://comopt.ifi.uni-heidelberg.de/software/TSPLIB95/",
  },
  (path) => {
    const rows = Deno.readTextFileSync(path).split("\n").map((line) => line.split("\t"));
    const optima = new Map(rows.map((row) => [row[0]!, row[3]!]));
    for (const name of SMALL) {
      const text = Deno.readTextFileSync(path.replace("optima.tsv", `${name}.tsp`));
      const found = solveTourSync(parseTsplib(text).instance, { asks: "length", seconds: 20 });
      assert(found.status === "exact", name);
      assertEquals(found.value.length.exact, optima.get(name), name);
    }
  },
);
