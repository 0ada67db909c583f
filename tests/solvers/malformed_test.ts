import * as solvers from "../../solvers/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import { changed, graph, grid, isClear, JUNK, messageOf, places, SOUND, tour } from "./_junk.ts";

const way = [[0, 0], [0, 1], [1, 1]];
const query = { ...grid, neighbours: 4 };
const lists = { A: [["B", 4]], B: [["A", 4]] };
const collection = {
  type: "FeatureCollection",
  features: [{
    type: "Feature",
    geometry: { type: "LineString", coordinates: [[0, 0], [3, 4]] },
    properties: { weight: 5 },
  }],
};

/** What further functions take first, and the arguments behind it. */
const OTHERS: Readonly<Record<string, readonly [first: unknown, ...more: unknown[]]>> = {
  allShortestGraphPaths: [{ graph, from: "A", to: "B" }, 5],
  countGraphPaths: [{ graph, from: "A", to: "B" }],
  kShortestGraphPaths: [{ graph, from: "A", to: "B" }, 2],
  necessaryGraphSteps: [{ graph, from: "A", to: "B" }],
  secondGraphLength: [{ graph, from: "A", to: "B" }],
  graphFromEdges: [graph],
  graphFromAdjacency: [lists, { directed: false }],
  graphFromGeojson: [collection, { directed: false }],
  graphFromDimacs: ["p sp 2 1\na 1 2 17\n"],
  allShortestGridPaths: [query, 5],
  countGridPaths: [query],
  kShortestGridPaths: [query, 2],
  necessaryGridCells: [query],
  secondGridLength: [query],
  gridCertificate: [query],
  judgeGridPath: [query, { moves: ["down", "right"] }],
  describeGridPath: [way, "north"],
  landmarksPassed: [way, { well: [0, 1] }],
  solveLandmarkTour: [{ form: "closed", map: grid.map, landmarks: [[0, 0], [3, 0], [0, 2]] }],
  nearestNeighbourTour: [tour, 0],
  greedyTour: [tour],
  insertIntoTour: [tour, [0, 1, 2]],
  removeFromTour: [tour, [0, 1, 2, 3]],
  measureTour: [tour, [0, 1, 2, 3]],
  tourExcess: [tour, [0, 1, 2, 3]],
  optimalTours: [tour],
};

type Solve = (instance: unknown) => unknown;
type Check = (instance: unknown, outcome: unknown) => string | null | Promise<string | null>;
const exported = solvers as unknown as Readonly<Record<string, Solve & Check>>;

/** The exported function of a name; checkers of paths and tours take certificates instead. */
function checker(name: string): Check | undefined {
  return /Path|Tour/.test(name) ? undefined : exported[`check${name}`];
}

Deno.test("solvers: a malformed instance is one clear error or an honest outcome", async () => {
  for (const [name, instances] of Object.entries(SOUND)) {
    const solve = exported[`solve${name}`]!;
    const check = checker(name);
    for (const sound of instances) {
      assertEquals(await check?.(sound, await solve(sound)) ?? null, null, name);
      for (const way of places(sound)) {
        for (const junk of JUNK) {
          const instance = changed(sound, way, junk);
          const told = `${name}: ${way.join(".")} = ${String(junk)}`;
          let outcome: unknown;
          const message = await messageOf(async () => outcome = await solve(instance));
          if (message !== null) assert(isClear(message), `${told}: ${message}`);
          else if (check !== undefined) {
            assertEquals(await check(instance, outcome), null, told);
          }
        }
      }
    }
  }
});

Deno.test("solvers: a word that is not known is refused, never taken for another", async () => {
  const words =
    /^(frame|answerFrame|metric|asked|extreme|by|onCut|onThreshold|onBoundary|model|edges|form|touching|corners|parallel|kind)$/;
  for (const [name, instances] of Object.entries(SOUND)) {
    for (const sound of instances) {
      for (const way of places(sound)) {
        if (!words.test(String(way.at(-1)))) continue;
        const instance = changed(sound, way, "euclidian");
        const message = await messageOf(() => exported[`solve${name}`]!(instance));
        assert(message !== null && isClear(message), `${name}: ${way.join(".")}: ${message}`);
        assert(message.includes("euclidian"), message);
      }
    }
  }
});

Deno.test("checkers: what is no outcome at all is refused by name", async () => {
  const claims = [undefined, null, "exact", {}, { status: "right" }, { status: "exact" }, {
    status: "tie",
    values: 3,
  }];
  for (const [name, instances] of Object.entries(SOUND)) {
    const check = checker(name);
    if (check === undefined) continue;
    for (const claim of claims) {
      const message = await messageOf(() => check(instances[0], claim));
      assert(message !== null && isClear(message), `${name}: ${message}`);
      assert(message.startsWith("Cannot read outcome"), message);
    }
  }
});

Deno.test("paths and tours: malformed data are one clear error or an honest answer", async () => {
  for (const [name, [first, ...more]] of Object.entries(OTHERS)) {
    const act = exported[name] as (...args: unknown[]) => unknown;
    assertEquals(await messageOf(() => act(first, ...more)), null, name);
    for (const way of places(first)) {
      for (const junk of JUNK) {
        const instance = changed(first, way, junk);
        let answer: unknown;
        const message = await messageOf(async () => answer = await act(instance, ...more));
        const told = `${name}: ${way.join(".")} = ${String(junk)}: ${message}`;
        assert(message === null || isClear(message), told);
        assert(message !== null || isHonest(answer), `${told}: ${String(answer)}`);
      }
    }
  }
});

/** Whether an answer is one: no number in it is none, but where it says that nothing is proven. */
function isHonest(answer: unknown): boolean {
  if (answer === undefined) return false;
  if (typeof answer === "number") return !Number.isNaN(answer);
  if (typeof answer !== "object" || answer === null || ArrayBuffer.isView(answer)) return true;
  if ("proven" in answer && answer.proven === false) return true;
  return Object.values(answer).every((value) => value === undefined || isHonest(value));
}
