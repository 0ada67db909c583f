/**
 * Shortest ways in grids beside other libraries: the same questions for all, the lengths compared
 * before anything is timed. What each prepares once for a map is not counted.
 */
import { GridFlood, GridRouter } from "../solvers/mod.ts";
import { writeGrowthPlot } from "./_growth_plot.ts";
import { hilly, movingaiQuestions, randomMap, randomQuestions } from "./_grid_maps.ts";
import {
  alidade,
  easystar,
  ngraph,
  pathfinding,
  pathfindingCopies,
  requireAgreement,
  type Rival,
} from "./_grid_rivals.ts";

const FOUR = { neighbours: 4 } as const;
const EIGHT = { neighbours: 8, corners: "both-free" } as const;

function race(group: string, rivals: readonly Rival[]): void {
  requireAgreement(rivals);
  for (const [i, rival] of rivals.entries()) {
    Deno.bench(rival.name, { group, baseline: i === 0 }, () => void rival.answer());
  }
}

const small = randomQuestions(8, { count: 1000, maps: 100, blocked: 20 });
race("8x8, 20% blocked, 4 neighbours: 1,000 ways", [
  alidade(small, FOUR),
  pathfinding(small, FOUR),
  pathfindingCopies(small),
  ngraph(small, FOUR),
]);

const middle = randomQuestions(32, { count: 1000, maps: 100, blocked: 20 });
race("32x32, 20% blocked, 4 neighbours: 1,000 ways", [
  alidade(middle, FOUR),
  pathfinding(middle, FOUR),
  pathfindingCopies(middle),
  ngraph(middle, FOUR),
]);

for (const name of ["dao/brc202d", "random/random512-20-0"]) {
  const questions = movingaiQuestions(name, 8);
  if (questions === null) continue;
  race(`${name}, 4 neighbours: 8 ways`, [
    alidade(questions, FOUR),
    pathfinding(questions, FOUR),
    pathfindingCopies(questions),
    easystar(questions),
    ngraph(questions, FOUR),
  ]);
  race(`${name}, 8 neighbours: 8 ways`, [
    alidade(questions, EIGHT),
    pathfinding(questions, EIGHT),
    pathfinding(questions, EIGHT, "JumpPointFinder"),
    pathfindingCopies(questions),
    ngraph(questions, EIGHT),
  ]);
}

const hills = hilly(256);
race("256x256, 15% blocked, cells cost 1 to 9, 4 neighbours: 8 ways", [
  alidade(hills, FOUR),
  ngraph(hills, FOUR),
]);
race("256x256, 15% blocked, cells cost 1 to 9, 8 neighbours: 8 ways", [
  alidade(hills, EIGHT),
  ngraph(hills, EIGHT),
]);

/** Milliseconds of a call, the least of some. */
function time(run: () => void): number {
  return Math.min(...Array.from({ length: 5 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  }));
}

type Points = [number, number][];
const four: Points = [], eight: Points = [], all: Points = [];
const fourBytes: Points = [], eightBytes: Points = [];
for (const size of [16, 32, 64, 128, 256, 512, 1024]) {
  const map = randomMap(size, 20);
  const questions = randomQuestions(size, { count: 20, maps: 1, blocked: 20 });
  for (
    const [moves, times, bytes] of [[FOUR, four, fourBytes], [EIGHT, eight, eightBytes]] as const
  ) {
    const rival = alidade(questions, moves);
    times.push([size * size, time(() => void rival.answer()) / questions.length]);
    const before = Deno.memoryUsage().external;
    const router = new GridRouter(map, moves);
    bytes.push([size * size, (Deno.memoryUsage().external - before) / 1024]);
    if (router.map !== map) throw new Error("a packed map must be used as it is");
  }
  const { map: own } = questions[0]!;
  const flood = new GridFlood(own, EIGHT);
  const starts = questions.slice(0, 5).map((q) => own.idOf(...q.start));
  const floods = () => starts.forEach((start) => flood.flood(start));
  all.push([size * size, time(floods) / starts.length]);
}
await writeGrowthPlot("grid_path_time", {
  title: "Shortest ways on square maps, 20 % blocked",
  size: "cells of the map",
  figure: "milliseconds",
  series: [
    { name: "one way, 4 neighbours", points: four },
    { name: "one way, 8 neighbours", points: eight },
    { name: "all lengths from a cell, 8 neighbours", points: all },
  ],
});
await writeGrowthPlot("grid_path_memory", {
  title: "What a prepared map holds beside the map",
  size: "cells of the map",
  figure: "KiB",
  series: [
    { name: "4 neighbours", points: fourBytes },
    { name: "8 neighbours", points: eightBytes },
  ],
});
