import { parseTsplib, parseTsplibTour, tsplibDistance } from "../../solvers/mod.ts";
import { isTsplibMetric, type TourInstance } from "../../solvers/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import { conformance } from "../_data.ts";

/** The length of a tour, summed without a table of weights, for the largest has 34,000 nodes. */
function lengthOf(instance: TourInstance, tour: readonly number[]): number {
  let sum = 0;
  tour.forEach((a, k) => sum += step(instance, a, tour[(k + 1) % tour.length]!));
  return sum;
}

function step(instance: TourInstance, a: number, b: number): number {
  if ("weights" in instance) return Number(instance.weights[a]![b]);
  const [p, q] = [instance.points[a]!.map(Number), instance.points[b]!.map(Number)];
  assert(isTsplibMetric(instance.metric));
  return tsplibDistance(instance.metric, p[0]!, p[1]!, q[0]!, q[1]!);
}

conformance("every published optimal tour of TSPLIB has the listed length", {
  path: "tsplib",
  published: "http://comopt.ifi.uni-heidelberg.de/software/TSPLIB95/",
}, async (folder) => {
  const table = (await Deno.readTextFile(`${folder}/optima.tsv`)).trim().split("\n").slice(1);
  let tours = 0;
  for (const [name, , , optimum] of table.map((row) => row.split("\t"))) {
    const file = `${folder}/${name}.opt.tour`;
    const problem = parseTsplib(await Deno.readTextFile(`${folder}/${name}.tsp`));
    const text = await Deno.readTextFile(file).catch(() => null);
    if (text === null) continue;
    const { tour } = parseTsplibTour(text, { dimension: problem.dimension });
    assertEquals(String(lengthOf(problem.instance, tour)), optimum, name);
    tours++;
  }
  assertEquals(tours, 33);
});
