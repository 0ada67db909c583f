import { hardtsplib } from "../../datasets/mod.ts";
import { checkTour, parseTsplib, proveTour } from "../../solvers/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import { conformance } from "../_data.ts";
import { summarize } from "../datasets/_check.ts";

/** So large instances are proven in the suite; `bench/tour_large_bench.ts` goes on from there. */
const LARGEST = 60;
const LARGE = ["kroA100", "rd100", "lin105", "ch150", "brg180"];

conformance("the listed optima of TSPLIB are proven, and the proofs check", {
  path: "tsplib/optima.tsv",
  published: "http://comopt.ifi.uni-heidelberg.de/software/TSPLIB95/",
}, async (path) => {
  const folder = path.slice(0, path.lastIndexOf("/"));
  const rows = (await Deno.readTextFile(path)).trim().split("\n").slice(1);
  let proven = 0;
  for (const [name, n, , optimum] of rows.map((row) => row.split("\t"))) {
    if (Number(n) > LARGEST && !LARGE.includes(name!)) continue;
    const { instance } = parseTsplib(await Deno.readTextFile(`${folder}/${name}.tsp`));
    const { outcome, certificate } = await proveTour(instance);
    assert(outcome.status === "exact", name);
    assertEquals(outcome.value.length.exact, optimum, name);
    const proof = checkTour(JSON.parse(JSON.stringify(certificate())));
    assertEquals([proof.reason, proof.optimal, String(proof.length)], [null, true, optimum], name);
    proven++;
  }
  assert(proven >= 20, `only ${proven} instances`);
});

conformance("hardtsplib: every optimum is 1000", {
  path: "hardtsplib",
  published: hardtsplib.source,
}, async (folder) => {
  const files = [...Deno.readDirSync(folder)].map(({ name }) => `${folder}/${name}`);
  const { total, agree } = await summarize(hardtsplib, ...files.filter((f) => f.endsWith(".tsp")));
  assertEquals([total, agree], [11, 11]);
});
