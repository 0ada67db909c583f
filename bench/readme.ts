/**
 * The tables of speed in README.md: `deno task bench:readme --measure [FILE...]` times the calls and
 * kernels beside their rivals into bench/readme.json, on a quiet machine, and keeps the least of all
 * runs; without it the tables are printed from that file into README.md. A test holds README to the
 * file; emptied to {}, it begins anew.
 *
 * @module
 */
const RESULTS = new URL("readme.json", import.meta.url);
const README = new URL("../README.md", import.meta.url);

/** One row: a group of a bench, what is ours in it, and the rivals that are shown. */
interface Row {
  readonly file: string;
  readonly group: string;
  /** What the row says was asked. */
  readonly what: string;
  /** The call, as it is written. */
  readonly call: string;
  /** What was made before the clock started. */
  readonly prepared: string;
  /** The name of our bench in the group. */
  readonly ours: string;
  /** The rivals in the group, by the name that is shown. */
  readonly rivals: Readonly<Record<string, string>>;
  /** How many questions one run answers. */
  readonly each?: number;
}

const FRONT = "front_door_bench.ts";

/** How many questions each group of it asks. */
const ASKED = 256;

function call(
  group: string,
  name: string,
  rivals: Readonly<Record<string, string>>,
): Row {
  const fields = { file: FRONT, group, what: group, call: `\`${name}\``, prepared: "nothing" };
  const all = Object.entries(rivals).map(([shown, rival]) => [shown, `${rival}, ${ASKED}`]);
  return { ...fields, ours: `${name}, ${ASKED}`, rivals: Object.fromEntries(all), each: ASKED };
}

const TURF = { "`@turf/distance`": "@turf/distance", "`hypot`": "hypot" };
const PATHFINDING = { "PathFinding.js": "PathFinding.js, its grid built" };
const SUBSETS = {
  "a typed-array program, the length alone": "subsets in a typed array, the length alone",
};

/** Calls on plain objects. */
const CALLS: readonly Row[] = [
  call("direction, eight winds", "solveDirection", {
    "`@turf/bearing`": "@turf/bearing",
    "`atan2`": "atan2",
  }),
  call("nearest of ten", "solveNearest", TURF),
  call("ranking of ten", "solveRanking", TURF),
  call("place by three distances", "solvePlace", { "node-trilateration": "node-trilateration" }),
  call("region of four, eight corners each", "solveRegion", {
    "`@turf/boolean-point-in-polygon`": "@turf/boolean-point-in-polygon",
  }),
  call("geodesic on the sphere", "solveGeodesic", { "`@turf/distance`": "@turf/distance" }),
  call("geodesic on WGS 84", "solveGeodesic", {
    "geographiclib-geodesic": "geographiclib-geodesic",
  }),
  call("obstacle path, four of eight corners", "solveObstaclePath", {}),
  call("grid path 8 x 8, 4 neighbours", "solveGridPath", PATHFINDING),
  call("grid path 8 x 8, 8 neighbours", "solveGridPath", PATHFINDING),
  call("grid path 32 x 32, 4 neighbours", "solveGridPath", PATHFINDING),
  call("grid path 32 x 32, 8 neighbours", "solveGridPath", PATHFINDING),
  call("graph path, 20 nodes and 40 edges", "solveGraphPath", {
    "ngraph.path": "ngraph.path, its graph built",
  }),
  call("tour of 5 points", "solveTourSync", SUBSETS),
  call("tour of 8 points", "solveTourSync", SUBSETS),
  call("tour of 10 points", "solveTourSync", SUBSETS),
  call("tour of 12 points", "solveTourSync", SUBSETS),
];

/** Kernels on typed arrays, and objects that are prepared once. */
const KERNELS: readonly Row[] = [
  {
    file: "direction_bench.ts",
    group: "eight winds",
    what: "direction, eight winds",
    call: "`directionCodes`",
    prepared: "classifier",
    ours: "alidade, 10,000",
    rivals: { "`@turf/bearing`": "@turf/bearing, 10,000", "`atan2`": "atan2, 10,000" },
    each: 10_000,
  },
  {
    file: "distance_bench.ts",
    group: "nearest of ten, 1,000 sets",
    what: "nearest of ten",
    call: "`nearestOf`",
    prepared: "arrays",
    ours: "alidade",
    rivals: TURF,
    each: 1000,
  },
  {
    file: "grid_path_bench.ts",
    group: "32x32, 20% blocked, 4 neighbours: 1,000 ways",
    what: "grid path 32 x 32, 4 neighbours",
    call: "`GridRouter`",
    prepared: "router; the rivals' grids and graphs",
    ours: "alidade GridRouter",
    rivals: {
      "PathFinding.js": "PathFinding.js AStarFinder, its grid copied for each",
      "ngraph.path": "ngraph.path",
    },
    each: 1000,
  },
  ...[8, 10, 12].map((n): Row => ({
    file: "tour_small_bench.ts",
    group: `256 closed tours, n = ${n}`,
    what: `tour of ${n} points, ties proven`,
    call: "`TourBatch.solvePoints`",
    prepared: "batch; the rival's weights and table",
    ours: "alidade, by points, Euclidean and certified",
    rivals: { "a typed-array program, the length alone": "subsets in a typed array" },
    each: 256,
  })),
];

/** The least nanoseconds of a run, by `file | group | name`. */
type Results = Readonly<Record<string, number>>;

interface BenchJson {
  readonly benches: readonly {
    readonly origin: string;
    readonly group: string | null;
    readonly name: string;
    readonly results: readonly { readonly ok?: { readonly min: number } }[];
  }[];
}

function keysOf({ file, group, ours, rivals }: Row): string[] {
  return [ours, ...Object.values(rivals)].map((name) => `${file} | ${group} | ${name}`);
}

/** Times the rows of some files, all unless named; of several runs the least times are kept. */
async function measure(known: Results, files: readonly string[]): Promise<Results> {
  const rows = [...CALLS, ...KERNELS];
  const found: Record<string, number> = { ...known };
  for (const file of new Set(rows.map((row) => row.file))) {
    if (files.length > 0 && !files.includes(file)) continue;
    const url = new URL(file, import.meta.url);
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["bench", "--no-check", "--allow-all", "--json", url.pathname],
      stderr: "inherit",
    }).output();
    if (code !== 0) throw new Error(`${file} failed`);
    const text = new TextDecoder().decode(stdout);
    const { benches } = JSON.parse(text.slice(text.indexOf("{"))) as BenchJson;
    for (const { group, name, results } of benches) {
      const least = results[0]?.ok?.min;
      const key = `${file} | ${group} | ${name}`;
      if (least !== undefined) found[key] = Math.min(least, found[key] ?? Infinity);
    }
  }
  return Object.fromEntries(
    rows.flatMap(keysOf).map((key) => {
      if (found[key] === undefined) throw new Error(`no figure for ${key}`);
      return [key, Number(found[key].toPrecision(3))];
    }),
  );
}

/** The tables, from results. */
export function tablesOf(results: Results): string {
  return `One call on plain objects, beside rivals given the same objects in their own form, nothing prepared
by anybody:

${tableOf(CALLS, results)}

Kernels on typed arrays, and objects that are prepared once, for loops:

${tableOf(KERNELS, results)}
`;
}

function tableOf(rows: readonly Row[], results: Results): string {
  const cells = rows.map((row) => {
    const [ours, ...rivals] = keysOf(row).map((key) => results[key]!);
    const names = Object.keys(row.rivals);
    const beside = rivals.map((time, i) => `${ratio(time / ours!)} ${names[i]}`).join(", ") || "-";
    return [row.what, row.call, row.prepared, duration(ours! / (row.each ?? 1)), beside];
  });
  return padded([["what", "call", "prepared", "ours", "beside"], ...cells]);
}

/** A table of Markdown in the width that \`deno fmt\` gives it. */
function padded([head, ...body]: readonly (readonly string[])[]): string {
  const widths = head!.map((_, i) => Math.max(...[head!, ...body].map((row) => row[i]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(" | ")} |`;
  return [line(head!), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join(
    "\n",
  );
}

function ratio(times: number): string {
  return `${times >= 10 ? Math.round(times) : Number(times.toPrecision(2))}x`;
}

function duration(ns: number): string {
  if (ns < 1000) return `${Number(ns.toPrecision(2))} ns`;
  return ns < 1e6
    ? `${Number((ns / 1e3).toPrecision(2))} us`
    : `${Number((ns / 1e6).toPrecision(2))} ms`;
}

const BEGIN = "<!-- printed by: deno task bench:readme -->\n";
const END = "<!-- end of what is printed -->\n";

/** README with the tables in their place. */
export function withTables(readme: string, results: Results): string {
  const [from, to] = [readme.indexOf(BEGIN) + BEGIN.length, readme.indexOf(END)];
  if (from < BEGIN.length || to < from) throw new Error("README.md has no place for the tables");
  return `${readme.slice(0, from)}\n${tablesOf(results)}\n${readme.slice(to)}`;
}

/** The committed results, and README. */
export function committed(): { readonly results: Results; readonly readme: string } {
  return {
    results: JSON.parse(Deno.readTextFileSync(RESULTS)),
    readme: Deno.readTextFileSync(README),
  };
}

if (import.meta.main) {
  const [option, ...files] = Deno.args;
  if (option === "--measure") {
    const results = await measure(committed().results, files);
    Deno.writeTextFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  }
  const { readme, results } = committed();
  Deno.writeTextFileSync(README, withTables(readme, results));
}
