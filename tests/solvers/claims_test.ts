import * as solvers from "../../solvers/mod.ts";
import { assert, assertEquals } from "../_assert.ts";
import { changed, isClear, JUNK, messageOf, places, SOUND, type Way } from "./_junk.ts";
import { enumerate } from "./tour/_enumerate.ts";
import { slowAnswers } from "./path/grid/_slow.ts";
import { simplePaths, type SmallGraph } from "./path/graph/_oracle.ts";

type Act = (...args: readonly unknown[]) => unknown;
const exported = solvers as unknown as Readonly<Record<string, Act>>;

/** Numbers that stand where others were. */
function shifted(value: number): unknown[] {
  return [value + 1, value - 1, -value, value + 0.5, value * 2, String(value)];
}

/** A list spoiled as a whole. */
function spoiled(values: readonly unknown[]): unknown[] {
  const [first, ...rest] = values;
  return [
    rest,
    values.slice(0, -1),
    [...values, ...values.slice(-1)],
    [first, ...values],
    [...rest, first],
    values.toReversed(),
    values.map(() => first),
    [values.map((value) => typeof value === "object" ? said(value) : value).join()],
    { ...values, length: values.length },
  ];
}

/** Every change of one place of a claim. */
function* spoilings(claim: unknown, ways: Iterable<Way>): Iterable<[way: Way, spoilt: unknown]> {
  for (const way of ways) {
    const value = way.reduce<unknown>(
      (at, key) => (at as Record<string | number, unknown>)[key],
      claim,
    );
    const others = typeof value === "number" ? shifted(value) : typeof value === "string"
      ? [
        `${value} `,
        `${value}\n${value}`,
        `0${value}`,
        "0/0",
        "1/0",
        "1e999999999",
        "()",
        "sqrt(2)",
      ]
      : typeof value === "bigint"
      ? [value + 1n, value - 1n, -value, Number(value), String(value)]
      : Array.isArray(value)
      ? spoiled(value)
      : [];
    for (const other of [...others, ...JUNK]) yield [way, changed(claim, way, other)];
  }
}

/** What a value says as plain data: -0 is 0, further fields say nothing. */
function said(value: unknown): string {
  return JSON.stringify(value, (_, x) => typeof x === "bigint" ? `${x}n` : x) ?? "nothing";
}

/** Demands a refusal or one clear error, unless the claim is right after all. */
async function assertRefused(
  check: () => unknown,
  isRight: () => boolean,
  told: string,
): Promise<void> {
  let verdict: unknown;
  const message = await messageOf(async () => verdict = await check());
  if (message !== null) return assert(isClear(message), `${told}: ${message}`);
  assert(verdict === null ? isRight() : typeof verdict === "string", `${told}: accepted`);
}

const corners = [[0, 4], [4, 0], [4, 4]].map(([x, y], i) => ({ name: "ABC"[i], x, y }));
const from = { name: "P", x: 0, y: 0 };
const [to] = corners;
const metric = "euclidean";
const room = [[0, 0], [0, 4], [4, 4], [4, 0]];
const clash = [["A", "B", 1], ["B", "A", 2], ["B", "C", 0]].map(([subject, reference, dx]) => ({
  subject,
  reference,
  dx,
  dy: 0,
}));

/** Instances whose answers tie, or which have none. */
const TIED: Readonly<Record<string, readonly unknown[]>> = {
  Direction: [{ from: [0, 0], to: [2, 2], frame: "y-up", sectors: "four-winds" }],
  Between: [{ from: [0, 0], to: [10, 0], point: [10, 3], by: "projection" }],
  Comparison: [{
    points: [from, ...corners],
    first: ["P", "A"],
    second: ["P", "B"],
    asked: "longer",
    metric,
  }],
  ExtremePair: [{ points: corners, metric, extreme: "nearest" }],
  Ranking: [{ from, points: corners, metric }],
  Nearest: [{ from, points: corners, metric, extreme: "nearest" }],
  DistanceBin: [{ from, to, metric, cuts: [2, 4], onCut: "tie" }],
  Within: [{ from, to, metric, onThreshold: "tie", threshold: 4 }],
  Cell: [{ x: 1, y: 2, frame: "y-up", xCuts: [1], yCuts: [2], onCut: "tie" }],
  Quadrant: [{ x: 0, y: 0, frame: "y-up" }, { x: 0, y: 1, frame: "y-up" }],
  Region: [{ x: 0, y: 2, regions: [{ name: "park", rings: [room] }], onBoundary: "tie" }],
  Chain: [{ facts: clash, subject: "A", reference: "B" }],
  Place: [{
    points: corners,
    facts: ["A", "B"].map((from) => ({ kind: "distance", from, distance: 4 })),
    frame: "y-up",
  }],
};

/**
 * Fields that checkers do not look at: azimuths, shapes of regions, the words of a reason; and
 * errors of geodesics, which are below what their checker resolves.
 */
const UNREAD =
  /^(reason|azimuth|azimuthError|distanceError|directions|circle|centre|radius|corners)$/;

Deno.test("checkers: an outcome spoiled in one place is refused", async () => {
  for (const [name, instances] of Object.entries(SOUND)) {
    const check = exported[`check${name}`];
    if (check === undefined || /Path|Tour/.test(name)) continue;
    for (const instance of [...instances, ...TIED[name] ?? []]) {
      const outcome = await exported[`solve${name}`]!(instance);
      assertEquals(check(instance, outcome), null, name);
      const ways = [...places(outcome)].filter((way) => !way.some((k) => UNREAD.test(String(k))));
      for (const [way, claim] of spoilings(outcome, ways)) {
        const told = `${name}: ${way.join(".")} = ${String(said(claim))}`;
        await assertRefused(
          () => check(instance, claim),
          () => isWeaker(claim, outcome, way),
          told,
        );
      }
    }
  }
});

/** Whether a claim differs from the solver's only in what is as right: it says the same, or less. */
function isWeaker(claim: unknown, outcome: unknown, way: Way): boolean {
  if (said(claim) === said(outcome)) return true;
  const at = (root: unknown) =>
    way.reduce<unknown>((x, key) => (x as Record<string | number, unknown>)?.[key], root);
  const [now, before] = [at(claim), at(outcome)];
  const last = String(way.at(-1));
  if (/^(values|possible|core|\d+)$/.test(last) && Array.isArray(now)) {
    return isSameSet(now, before);
  }
  if (last === "margin") return now === null;
  // a smaller margin and wider bounds say less
  if (last === "value" && way.includes("margin")) return Number(now) <= Number(before);
  if (last === "lower") return Number(now) <= Number(before);
  if (last === "upper") return Number(now) >= Number(before);
  // other words for the same number
  if (/^(squared|decimal|rational|text|x|y)$/.test(last)) return isSameNumber(now, before);
  return false;
}

/** Whether two lists say the same in whatever order. */
function isSameSet(a: unknown, b: unknown): boolean {
  const [x, y] = [a, b].map((list) => Array.isArray(list) ? list.map(said).sort().join() : "");
  return x !== "" && x === y;
}

function isSameNumber(a: unknown, b: unknown): boolean {
  const value = (text: unknown) => {
    const [above, below = "1"] = String(text).split("/");
    return Number(above) / Number(below);
  };
  return typeof a === "string" && a !== "" && value(a) === value(b);
}

const ROWS = ["..#.", "....", ".#.."];
const FREE = ROWS.join("").split("").reduce((bits, c, i) => c === "." ? bits | 1 << i : bits, 0);
const grid = { map: { rows: ROWS }, start: [0, 0], goal: [3, 0] };
const GRIDS = [
  { ...grid, neighbours: 4 },
  { ...grid, neighbours: 8, corners: "both-free" },
  { ...grid, map: { rows: ["..#.", "..#.", "..#."] }, neighbours: 8, corners: "always" },
] as const;

Deno.test("checkGridPath(), checkGridCount(): no spoiled claim or certificate proves a wrong way", async () => {
  for (const instance of GRIDS) {
    const isOpen = instance.map.rows === ROWS;
    const corners = "corners" in instance ? instance.corners : null;
    const slow = isOpen ? slowAnswers(4, 3, FREE, corners, 0)[3]! : null;
    const solved = solvers.solveGridPath(instance as unknown as solvers.GridInstance);
    const [one] = solved.status === "exact"
      ? [solved.value]
      : solved.status === "tie"
      ? solved.values
      : [];
    const certificate = plain(exported.gridCountCertificate!(instance));
    const isRight = (cells: unknown) => {
      if (cells === null || slow === null) return cells === slow;
      let length = 0;
      const way = cells as number[][];
      for (let i = 1; i < way.length; i++) {
        length += Math.hypot(way[i]![0]! - way[i - 1]![0]!, way[i]![1]! - way[i - 1]![1]!);
      }
      return Math.abs(length - slow.best) < 1e-9 && way.length > 1;
    };
    const count = BigInt(slow?.count ?? 0);
    await attack(
      [one?.cells ?? null, certificate],
      ([cells, labels]) => exported.checkGridPath!(instance, cells, labels),
      ([cells]) => isRight(cells),
    );
    await attack(
      [count, certificate],
      ([n, labels]) => exported.checkGridCount!(instance, n, labels),
      ([n]) => n === count,
    );
  }
});

const GRAPHS: readonly SmallGraph[] = [
  { directed: false, nodes: 4, edges: [[0, 1, 1], [1, 2, 4], [0, 2, 14], [2, 3, 2], [0, 3, 7]] },
  { directed: true, nodes: 4, edges: [[0, 1, 2], [1, 2, 1], [2, 1, 1], [3, 0, 1]] },
  { directed: false, nodes: 4, edges: [[0, 1, 1], [1, 2, 10], [2, 3, 5], [0, 3, 16], [0, 3, 17]] },
];

Deno.test("checkGraphPath(), checkGraphCount(): no spoiled claim or certificate proves a wrong path", async () => {
  for (const graph of GRAPHS) {
    const instance = { graph, from: 0, to: 3 };
    const all = simplePaths(graph, 0, 3);
    const best = all.filter(({ length }) => length === all[0]!.length);
    const right = new Set([...best.map(({ nodes }) => said(nodes)), ...all.length ? [] : ["null"]]);
    const certificate = plain(exported.graphCountCertificate!(instance));
    const check = ([nodes, labels]: readonly unknown[]) =>
      exported.checkGraphPath!(instance, nodes, labels);
    for (const nodes of [...all.map((path) => path.nodes), null]) {
      await attack([nodes, certificate], check, ([claim]) => right.has(said(claim)));
    }
    await attack(
      [BigInt(best.length), certificate],
      ([n, labels]) => exported.checkGraphCount!(instance, n, labels),
      ([n]) => n === BigInt(best.length),
    );
  }
});

Deno.test("judgeGraphPath(): what is no path is named, what is none of the shortest is not optimal", async () => {
  const [list] = GRAPHS;
  const graph = solvers.graphFromEdges(list!);
  const claim = { from: 0, to: 3, nodes: [0, 1, 2, 3] };
  const best = simplePaths(list!, 0, 3)[0]!;
  for (const [way, spoilt] of spoilings(claim, places(claim))) {
    let judged: unknown;
    const message = await messageOf(() => judged = exported.judgeGraphPath!(graph, spoilt));
    const told = `${way.join(".")}: ${said(spoilt)}: ${message}`;
    if (message !== null) assert(isClear(message), told);
    else if (way[0] === "nodes" && (judged as solvers.GraphPathJudgement).optimal) {
      assertEquals(said((spoilt as typeof claim).nodes), said(best.nodes), told);
    }
  }
});

Deno.test("checkGraphPath(): labels as text do not add up to a proof", () => {
  const graph = { directed: true, nodes: 3, edges: [[0, 1, 1], [1, 2, 4], [0, 2, 14]] } as const;
  const labels = [0, "1", 14] as unknown as number[];
  const check = () => solvers.checkGraphPath({ graph, from: 0, to: 2 }, [0, 2], { labels });
  return messageOf(check).then((message) => assert(message?.includes("labels[1]")));
});

Deno.test("checkGraphPath(): a round of weight 0 is no path", () => {
  const graph = { directed: true, nodes: 3, edges: [[0, 1, 0], [1, 0, 0], [0, 2, 1]] } as const;
  const instance = { graph, from: 0, to: 2 };
  const fault = solvers.checkGraphPath(instance, [0, 1, 0, 2], { labels: [0, 0, 1] });
  assertEquals(fault, "the path visits a node twice");
});

Deno.test("checkObstaclePath(): no spoiled path is called shortest", async () => {
  const instance = {
    start: [0, 0],
    goal: [4, 0],
    obstacles: [[[1, -1], [2, -1], [2, 3], [1, 3]]],
    touching: "allowed",
  };
  const path = { points: [[0, 0], [1, -1], [2, -1], [4, 0]], squares: [2, 1, 5], length: 0 };
  path.length = Math.SQRT2 + 1 + Math.sqrt(5);
  await attack(
    [path],
    ([claim]) => exported.checkObstaclePath!(instance, claim),
    ([claim]) =>
      JSON.stringify(claim, (_, x) => isNaN(x) ? x : String(Number(x))) ===
        JSON.stringify(path, (_, x) => isNaN(x) ? x : String(Number(x))),
  );
  const forbidden = await messageOf(() =>
    exported.checkObstaclePath!({ ...instance, touching: "forbidden" }, path)
  );
  assert(forbidden !== null && isClear(forbidden), String(forbidden));
});

Deno.test("checkTour(): no spoiled certificate proves a wrong tour, and each is refused in words", async () => {
  const points = [[0, 0], [3, 0], [3, 4], [0, 4], [1, 2], [6, 1], [2, 6]];
  const weights = points.map((_, i) =>
    points.map((_, j) => i === j ? 0 : (i * 7 + j * 3) % 11 + 1)
  );
  const instances = [
    { form: "closed", points, metric: "manhattan" },
    { form: "open", start: 1, points, metric: "chebyshev" },
    { form: "closed", weights, directed: true },
    { form: "closed", points, metric: "euclidean" },
  ] as unknown as solvers.TourInstance[];
  const certificates = [];
  for (const instance of instances) {
    certificates.push((await solvers.proveTour(instance)).certificate());
  }
  for (const certificate of certificates) {
    const truth = new Map<string, ReturnType<typeof enumerate>>();
    const judge = (claim: unknown) => {
      const proof = solvers.checkTour(claim as solvers.TourCertificate);
      if (!proof.proven) {
        assert(
          !/propert|iterable|'in' operator|not a function/.test(proof.reason!),
          proof.reason!,
        );
        return assert(!proof.optimal && Number.isNaN(proof.lower));
      }
      const { instance, tour } = claim as solvers.TourCertificate;
      const key = JSON.stringify(instance);
      const best = truth.get(key) ?? enumerate(instance);
      truth.set(key, best);
      const measured = solvers.measureTour(instance, tour);
      assert(measured.valid);
      const { approximate } = measured.tour.length;
      const isEuclidean = "metric" in instance && instance.metric === "euclidean";
      const shortest = isEuclidean ? Number(best.length >> 160n) / 2 ** 40 : Number(best.length);
      if (proof.optimal) assert(Math.abs(approximate - shortest) < 1e-9, key);
      if (!isEuclidean) assert(proof.lower <= shortest && proof.length === approximate, key);
    };
    const { instance: _, ...claims } = certificate;
    const ways = [...places(claims)];
    const step = Math.ceil(ways.length / 150);
    const chosen = ways.filter((way, i) => way.length < 2 || i % step === 0);
    for (const [, claim] of spoilings(certificate, chosen)) judge(claim);
    for (const other of instances) judge({ ...certificate, instance: other });
    for (const other of certificates) judge({ ...other, instance: certificate.instance });
  }
  const self: Record<string, unknown> = { edge: [0, 1], without: { dual: 0 } };
  self.with = self;
  assert(!solvers.checkTour({ ...certificates[0]!, tree: self as never }).proven);
});

/** Attacks each place of some arguments. */
async function attack(
  args: readonly unknown[],
  check: (args: readonly unknown[]) => unknown,
  isRight: (args: readonly unknown[]) => boolean,
): Promise<void> {
  if (isRight(args)) assertEquals(check(args), null);
  const ways = [...places(args)].filter((way) => way.length > 0);
  for (const [way, spoilt] of spoilings(args, ways)) {
    const told = `${way.join(".")}: ${said(spoilt)}`;
    await assertRefused(() => check(spoilt as unknown[]), () => isRight(spoilt as unknown[]), told);
  }
}

/** Typed arrays as lists, so that each of their places can be spoiled. */
function plain(certificate: unknown): Record<string, unknown> {
  const entries = Object.entries(certificate as Record<string, Iterable<unknown>>);
  return Object.fromEntries(entries.map(([key, values]) => [key, [...values]]));
}

const tour = { form: "closed", points: [[0, 0], [4, 0], [4, 3], [0, 3]], metric: "manhattan" };
const graph = { directed: false, nodes: ["A", "B"], edges: [["A", "B", 1]] };
const route = { graph, from: "A", to: "B" };
const squareMap = { rows: ["...", "...", "..."] };
const landmarks = { form: "closed", map: squareMap, landmarks: [[0, 0], [2, 0], [0, 2]] };
const nodes = solvers.graphFromEdges({
  directed: false,
  nodes: 3,
  edges: [[0, 1, 1], [1, 2, 1], [0, 2, 1]],
});
const budget = { seconds: 10, nodes: 1000, onProgress: () => {} };

/** What each function takes, and options that are sound. */
const OPTIONS: Readonly<Record<string, readonly [args: readonly unknown[], options: object]>> = {
  solveTour: [[tour], { ...budget, asks: "tour", cap: 5 }],
  solveTourSync: [[tour], { ...budget, asks: "length", cap: 5 }],
  solveLandmarkTour: [[landmarks], { ...budget, asks: "tour", cap: 5 }],
  solveGraphLandmarkTour: [
    [{ form: "closed", graph: nodes, landmarks: [0, 1, 2] }],
    { ...budget, asks: "tour", cap: 5 },
  ],
  proveTour: [[tour], { ...budget, megabytes: 10, tour: [0, 1, 2, 3], seed: 3 }],
  optimalTours: [[tour], { ...budget, cap: 5 }],
  tourExcess: [[tour, [0, 1, 2, 3]], budget],
  toTourProblem: [[{ ...tour, metric: "euclidean" }], { sumBits: 40 }],
  solveObstaclePath: [
    [{ start: [0, 0], goal: [3, 0], obstacles: [], touching: "allowed" }],
    { cap: 5 },
  ],
  countGraphPaths: [[route], { listed: 5 }],
  secondGraphLength: [[route], { budget: 5 }],
  countGridPaths: [[{ ...grid, neighbours: 4 }], { listed: 5 }],
  secondGridLength: [[{ ...grid, neighbours: 4 }], { budget: 5 }],
};

/** What no option can be. */
const BAD = [null, NaN, -1, -Infinity, "", "x", "5", [], [5], {}, true, 10n, Symbol("junk")];

Deno.test("options: what is not known is one clear error", async () => {
  for (const [name, [args, options]] of Object.entries(OPTIONS)) {
    const act = exported[name]!;
    assertEquals(await messageOf(() => act(...args, options)), null, name);
    for (const bad of [null, 5, "x", [], true]) {
      const message = await messageOf(() => act(...args, bad));
      assert(message !== null && isClear(message), `${name}: ${String(bad)}: ${message}`);
    }
    for (const key of Object.keys(options)) {
      for (const bad of BAD) {
        const message = await messageOf(() => act(...args, { ...options, [key]: bad }));
        const told = `${name}: ${key} = ${String(bad)}: ${message}`;
        assert(message !== null && isClear(message), told);
      }
    }
  }
});
