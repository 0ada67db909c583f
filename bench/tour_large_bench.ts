/**
 * Proven shortest tours of random points: how the time grows, every certificate checked before its
 * time counts, beside the integer program that a program without branch and cut is left with.
 *
 * With ALIDADE_DATA set, TSPLIB's instances up to 300 points follow, each proven and checked.
 */
import {
  checkTour,
  parseTsplib,
  proveTour,
  toTourProblem,
  type TourInstance,
} from "../solvers/mod.ts";
import { writeGrowthPlot } from "./_growth_plot.ts";
import { mipTour } from "./_mip_rival.ts";

const SIZES = [20, 30, 50, 70, 100, 140, 200];
const INSTANCES = 10;
/** The integer program is not asked beyond this. */
const RIVAL_SIZE = 50;
const RIVAL_INSTANCES = 5;

let state = 20261121;
function random(below: number): number {
  state = Math.imul(state, 1664525) + 1013904223 >>> 0;
  return Math.floor(state / 2 ** 32 * below);
}

function randomInstance(n: number): TourInstance {
  const points = Array.from({ length: n }, (): [number, number] => [random(1e6), random(1e6)]);
  return { form: "closed", metric: "EUC_2D", points };
}

interface Timed {
  readonly length: number;
  readonly milliseconds: number;
  readonly checking: number;
  readonly nodes: number;
  readonly bytes: number;
}

/** Proves, then checks the written certificate; throws unless it proves the tour. */
async function timed(instance: TourInstance, what: string): Promise<Timed> {
  const start = performance.now();
  const { nodes, certificate } = await proveTour(instance);
  const milliseconds = performance.now() - start;
  const text = JSON.stringify(certificate());
  const read = performance.now();
  const proof = checkTour(JSON.parse(text));
  const checking = performance.now() - read;
  if (!proof.proven || !proof.optimal) throw new Error(`${what}: ${proof.reason}`);
  return { length: proof.length, milliseconds, checking, nodes, bytes: text.length };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function row(cells: readonly (string | number)[]): void {
  console.log(cells.map((c) => String(c).padStart(11)).join(""));
}

// the first run loads HiGHS and compiles
await timed(randomInstance(60), "warm-up");
await timed(randomInstance(60), "warm-up");

row(["n", "median ms", "mean ms", "worst ms", "nodes", "proof kB", "check ms"]);
const medians: [number, number][] = [];
const worsts: [number, number][] = [];
const checks: [number, number][] = [];
for (const n of SIZES) {
  const runs: Timed[] = [];
  for (let k = 0; k < INSTANCES; k++) runs.push(await timed(randomInstance(n), `n = ${n}, ${k}`));
  const times = runs.map((r) => r.milliseconds);
  row([
    n,
    median(times).toFixed(1),
    mean(times).toFixed(1),
    Math.max(...times).toFixed(1),
    mean(runs.map((r) => r.nodes)).toFixed(1),
    mean(runs.map((r) => r.bytes / 1000)).toFixed(0),
    mean(runs.map((r) => r.checking)).toFixed(1),
  ]);
  medians.push([n, median(times)]);
  worsts.push([n, Math.max(...times)]);
  checks.push([n, median(runs.map((r) => r.checking))]);
}

console.log("\nbeside HiGHS's integer program with subtours forbidden one after the other");
row(["n", "ours ms", "theirs ms", "ratio"]);
const rival: [number, number][] = [];
for (const n of SIZES.filter((n) => n <= RIVAL_SIZE)) {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let k = 0; k < RIVAL_INSTANCES; k++) {
    const instance = randomInstance(n);
    const { weights } = toTourProblem(instance);
    const { length, milliseconds } = await timed(instance, `n = ${n}`);
    const start = performance.now();
    const found = await mipTour(weights, n);
    theirs.push(performance.now() - start);
    ours.push(milliseconds);
    if (found !== length) throw new Error(`n = ${n}: ${found}, not ${length}`);
  }
  row([
    n,
    median(ours).toFixed(1),
    median(theirs).toFixed(1),
    (median(theirs) / median(ours)).toFixed(1),
  ]);
  rival.push([n, median(theirs)]);
}

await writeGrowthPlot("tour_large", {
  title: "Proven shortest tours of random points",
  size: "points",
  figure: "milliseconds",
  series: [
    { name: "median", points: medians },
    { name: "worst of ten", points: worsts },
    { name: "checking the certificate, median", points: checks },
    { name: "integer program with subtours, median", points: rival },
  ],
});

const data = Deno.env.get("ALIDADE_DATA");
if (data !== undefined) {
  row(["\ninstance", "n", "length", "ms", "nodes", "proof kB", "check ms"]);
  const table = (await Deno.readTextFile(`${data}/tsplib/optima.tsv`)).trim().split("\n").slice(1);
  for (const [name, n, , optimum] of table.map((line) => line.split("\t"))) {
    if (Number(n) > 300) continue;
    const { instance } = parseTsplib(await Deno.readTextFile(`${data}/tsplib/${name}.tsp`));
    const run = await timed(instance, name!);
    if (String(run.length) !== optimum) throw new Error(`${name}: ${run.length}, not ${optimum}`);
    row([
      name!,
      n!,
      run.length,
      run.milliseconds.toFixed(0),
      run.nodes,
      (run.bytes / 1000).toFixed(0),
      run.checking.toFixed(0),
    ]);
  }
}

const fifty = randomInstance(50);
Deno.bench("proveTour, 50 random points", { group: "tours" }, async () => {
  await proveTour(fifty);
});
