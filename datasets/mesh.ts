import { compareSqrtSums } from "../geometry/sqrt_sum.ts";
import { MeshLocator } from "../solvers/path/plane/locate.ts";
import { type ParsedMesh, parseMesh } from "../solvers/path/plane/parse_mesh.ts";
import { type MeshPath, Polyanya } from "../solvers/path/plane/polyanya.ts";
import { isScenarioRow, type ScenarioRow, scenarioRows } from "./_scenario.ts";
import type { Dataset, Judgement, ReadContext, Reading, SourceFile } from "./dataset.ts";

/**
 * Polygon meshes of the same free space, and scenarios on them. The lengths that scenario files of
 * grids publish are octile, so that what can be checked is that all meshes give exactly one length.
 * Where a row has a Euclidean length, in a tenth column, or is one of a mesh of version 3 or between
 * places with decimals, that is held to the digits it is written with.
 */
export const mesh: Dataset = {
  name: "mesh",
  summary:
    "Polygon meshes (format versions 2 and 3): is the mesh well formed, are Euclidean lengths " +
    "right, and do meshes of one map give the same? The file is a .mesh or a .scen.",
  source: "https://bitbucket.org/dharabor/pathfinding (Polyanya, meshes and scenarios)",
  licence: "MIT for the code; the maps are for research",
  companions: [
    {
      key: "mesh",
      summary: "a .mesh of a .scen file; by default those beside it",
      required: false,
    },
    {
      key: "scen",
      summary: "a .scen of a .mesh file; by default the one beside it",
      required: false,
    },
  ],
  read,
};

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  if (file.path.endsWith(".scen")) {
    const decimals = await decimalsOf([file]);
    yield* readScenario(file, await meshesOf(file.path, context, decimals));
  } else yield* readMesh(file, context);
}

/** How many decimals the places of scenarios have at most. */
async function decimalsOf(scenarios: readonly SourceFile[]): Promise<number> {
  let decimals = 0;
  for (const scenario of scenarios) {
    for await (const row of scenarioRows(scenario, true)) {
      if (isScenarioRow(row)) decimals = Math.max(decimals, row.decimals);
    }
  }
  return decimals;
}

/** The mesh itself is one record, each row of its scenario another. */
async function* readMesh(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  const where = { file: file.path };
  const besides = file.path.replace(/(?:-merged)?\.mesh$/, ".scen");
  const paths = context.companions.get("scen") ??
    (await context.exists(besides) ? [besides] : []);
  const scenarios = await Promise.all(paths.map((path) => context.open(path)));
  const decimals = await decimalsOf(scenarios);
  let routes: Routes;
  try {
    routes = new Routes(file.path, parseMesh(await file.text(), { decimals }));
  } catch (error) {
    yield { kind: "bad", where, message: error instanceof Error ? error.message : String(error) };
    return;
  }
  const { size } = routes;
  const judge = (): Judgement => ({ verdict: "agree", answer: size, reason: null, margin: null });
  yield { kind: "claim", id: "mesh", where, claimed: size, judge };
  const others = await openMeshes(await otherMeshes(file.path, context), context, decimals);
  for (const scenario of scenarios) yield* readScenario(scenario, [routes, ...others]);
}

async function* readScenario(file: SourceFile, meshes: readonly Routes[]): AsyncIterable<Reading> {
  for await (const row of scenarioRows(file, true)) {
    const where = { file: file.path, line: row.line };
    if (!isScenarioRow(row)) {
      yield { kind: "bad", where, message: row.message };
      continue;
    }
    const claimed = euclideanOf(row, meshes) ?? `octile ${row.length}`;
    yield { kind: "claim", id: String(row.index), where, claimed, judge: () => judge(row, meshes) };
  }
}

/** The meshes to compare with: those given, or else the merged or unmerged twin beside the file. */
async function otherMeshes(path: string, context: ReadContext): Promise<readonly string[]> {
  const given = context.companions.get("mesh");
  if (given !== undefined) return given;
  const twin = path.endsWith("-merged.mesh")
    ? path.replace("-merged.mesh", ".mesh")
    : path.replace(".mesh", "-merged.mesh");
  return await context.exists(twin) ? [twin] : [];
}

async function meshesOf(
  path: string,
  context: ReadContext,
  decimals: number,
): Promise<Routes[]> {
  const stem = path.slice(0, -".scen".length);
  const beside: string[] = [];
  for (const candidate of [`${stem}.mesh`, `${stem}-merged.mesh`]) {
    if (await context.exists(candidate)) beside.push(candidate);
  }
  const paths = context.companions.get("mesh") ?? beside;
  if (paths.length > 0) return openMeshes(paths, context, decimals);
  throw new Error(
    `Cannot verify ${path}: no mesh beside it, must be ${stem}.mesh or given: --with mesh=FILE`,
  );
}

function openMeshes(
  paths: readonly string[],
  context: ReadContext,
  decimals: number,
): Promise<Routes[]> {
  return Promise.all(paths.map(async (path) => {
    const text = await (await context.open(path)).text();
    try {
      return new Routes(path, parseMesh(text, { decimals }));
    } catch (error) {
      if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
      throw new SyntaxError(`Cannot use ${path}: ${error.message}`, { cause: error });
    }
  }));
}

function judge(row: ScenarioRow, meshes: readonly Routes[]): Judgement {
  const [first, ...others] = meshes.map((routes) => routes.find(row)) as [Routed, ...Routed[]];
  const answer = show(first);
  const claimed = euclideanOf(row, meshes);
  if (claimed !== null && !isRight(first, claimed)) {
    const reason = `claimed ${claimed}, is ${answer}`;
    return { verdict: "disagree", answer, reason, margin: null };
  }
  if (others.length === 0 && claimed === null) {
    const reason = "the published length is octile; a second mesh of the map can be compared: " +
      "--with mesh=FILE";
    return { verdict: "unsupported", answer, reason, margin: null };
  }
  const other = others.find((routed) => !isSameLength(first, routed));
  if (other === undefined) return { verdict: "agree", answer, reason: null, margin: null };
  const reason = `${first.routes.path} gives ${answer}, ${other.routes.path} ${show(other)}`;
  return { verdict: "disagree", answer, reason, margin: null };
}

/** The Euclidean length that a row claims, as written; null where its length is octile. */
function euclideanOf(row: ScenarioRow, meshes: readonly Routes[]): string | null {
  if (row.euclidean !== null) return row.euclidean;
  return row.decimals > 0 || meshes[0]!.version === 3 ? row.length : null;
}

/** Whether a claim is the length to the digits it is written with, or to 1e-9 of itself. */
function isRight({ routes, path }: Routed, claimed: string): boolean {
  if (path === null || claimed === "-1") return path === null && claimed === "-1";
  const length = path.length / 10 ** routes.scale;
  const exponent = Number(/[eE]([+-]?\d+)$/.exec(claimed)?.[1] ?? 0);
  const digits = (/\.(\d+)/.exec(claimed)?.[1]?.length ?? 0) - exponent;
  // The double of the length is right to far less than this.
  const tolerance = Math.max(0.5 * 10 ** -digits, 1e-9 * length);
  return Math.abs(Number(claimed) - length) <= tolerance * (1 + 1e-9);
}

function isSameLength(a: Routed, b: Routed): boolean {
  if (a.path === null || b.path === null) return a.path === b.path;
  const scale = Math.max(a.routes.scale, b.routes.scale);
  const squares = ({ routes, path }: Routed) => {
    const factor = 100n ** BigInt(scale - routes.scale);
    return path!.squares.map((square) => BigInt(square) * factor);
  };
  return compareSqrtSums(squares(a), squares(b)) === 0;
}

interface Routed {
  readonly routes: Routes;
  readonly path: MeshPath | null;
}

function show({ routes, path }: Routed): string {
  return path === null ? "unreachable" : String(path.length / 10 ** routes.scale);
}

/** A mesh that answers scenario rows. */
class Routes {
  readonly path: string;
  readonly size: string;
  readonly scale: number;
  readonly version: 2 | 3;
  readonly #locator: MeshLocator;
  readonly #search: Polyanya;

  constructor(path: string, { mesh, scale, version }: ParsedMesh) {
    this.path = path;
    this.version = version;
    this.scale = scale;
    this.size = `${mesh.starts.length - 1} polygons`;
    this.#locator = new MeshLocator(mesh);
    this.#search = new Polyanya(mesh);
  }

  find(row: ScenarioRow): Routed {
    const [start, goal] = [this.#scaled(row.start), this.#scaled(row.goal)];
    const startPolygons = this.#locate(start, "start");
    const goalPolygons = this.#locate(goal, "goal");
    const path = this.#search.search({ start, goal, startPolygons, goalPolygons });
    return { routes: this, path };
  }

  #scaled([x, y]: readonly [number, number]): [number, number] {
    // Places have no more decimals than the scale, so that rounding gives what is written.
    return [Math.round(x * 10 ** this.scale), Math.round(y * 10 ** this.scale)];
  }

  #locate([x, y]: readonly [number, number], name: string): number[] {
    const polygons = this.#locator.polygonsAt(x, y);
    if (polygons.length > 0) return polygons;
    const [shownX, shownY] = [x / 10 ** this.scale, y / 10 ** this.scale];
    throw new RangeError(
      `Cannot route: the ${name} (${shownX}, ${shownY}) lies in no polygon of ${this.path}, ` +
        "must lie in one",
    );
  }
}
