import * as schema from "../../geometry/schema.ts";
import type { Exact } from "../../geometry/decimal.ts";
import type { Octile } from "../../geometry/octile.ts";
import { mapOutcome } from "../../solvers/map_outcome.ts";
import { exact, impossible, type Outcome } from "../../solvers/outcome.ts";
import { graphFromEdges, trueLength } from "../../solvers/path/graph/edge_list.ts";
import type { EdgeList, NodeId } from "../../solvers/path/graph/edge_list_instance.ts";
import type { Graph } from "../../solvers/path/graph/graph.ts";
import { countGraphPaths } from "../../solvers/path/graph/count_graph_paths.ts";
import {
  checkGraphCount,
  checkGraphPath,
  graphCertificate,
  graphCountCertificate,
} from "../../solvers/path/graph/graph_certificate.ts";
import type { GraphInstance, GraphRoute } from "../../solvers/path/graph/graph_instance.ts";
import { kShortestGraphPaths } from "../../solvers/path/graph/k_shortest_graph_paths.ts";
import {
  necessaryGraphSteps,
  type NecessarySteps,
} from "../../solvers/path/graph/necessary_graph_steps.ts";
import { secondGraphLength } from "../../solvers/path/graph/second_graph_length.ts";
import { solveGraphPath } from "../../solvers/path/graph/solve_graph_path.ts";
import { countGridPaths } from "../../solvers/path/grid/count_grid_paths.ts";
import { checkGridPath, gridCertificate } from "../../solvers/path/grid/grid_certificate.ts";
import {
  checkGridCount,
  gridCountCertificate,
} from "../../solvers/path/grid/grid_count_certificate.ts";
import type { GridInstance, GridPath } from "../../solvers/path/grid/grid_instance.ts";
import { type Cell, GridMap, type GridSource } from "../../solvers/path/grid/grid_map.ts";
import { kShortestGridPaths } from "../../solvers/path/grid/k_shortest_grid_paths.ts";
import {
  type NecessaryCells,
  necessaryGridCells,
} from "../../solvers/path/grid/necessary_grid_cells.ts";
import { secondGridLength } from "../../solvers/path/grid/second_grid_length.ts";
import { checkTerrainPath } from "../../solvers/path/grid/check_terrain_path.ts";
import type { TerrainInstance, TerrainPath } from "../../solvers/path/grid/terrain_instance.ts";
import { solveTerrainPath } from "../../solvers/path/grid/terrain_path.ts";
import { solveGridPath } from "../../solvers/path/grid/solve_grid_path.ts";
import { AnyAngle, type CornerSides } from "../../solvers/path/plane/any_angle.ts";
import { checkObstaclePath } from "../../solvers/path/plane/check_obstacle_path.ts";
import {
  type ObstacleInstance,
  type PlanePath,
  solveObstaclePath,
} from "../../solvers/path/plane/obstacles.ts";
import { solveGraphLandmarkTour } from "../../solvers/tour/graph_landmark_tour.ts";
import {
  type LandmarkTour,
  type LandmarkWay,
  solveLandmarkTour,
} from "../../solvers/tour/landmark_tour.ts";
import type { TourShape } from "../../solvers/tour/problem.ts";
import type { Kind } from "../kind.ts";
import { asJson, COUNT, POINT, solverKind } from "./solver_kind.ts";

const CELL: schema.Schema<Cell> = schema.tuple("[column, row]", [
  schema.integer(0),
  schema.integer(0),
]);
const COSTS: schema.Schema<Readonly<Record<string, number>>> = schema.value(
  "an object of costs by characters",
  (x) => typeof x === "object" && x !== null && Object.values(x).every(Number.isSafeInteger),
);
const MAP: schema.Schema<Exclude<GridSource, GridMap>> = schema.either(
  "rows of characters, or cells of costs",
  schema.object({
    rows: schema.list(schema.name, 1),
    blocked: schema.optional(schema.name),
    free: schema.optional(schema.name),
    costs: schema.optional(COSTS),
  }),
  schema.object({
    cells: schema.list(
      schema.list(schema.either("a cost or null", schema.integer(0), schema.nothing), 1),
      1,
    ),
  }),
);
const MOVES = {
  neighbours: schema.value<4 | 8>("4 or 8", (x) => x === 4 || x === 8),
  corners: schema.optional(schema.word(["both-free", "one-free", "always"])),
};
const GRID = { map: MAP, ...MOVES, start: CELL, goal: CELL };

const NODE: schema.Schema<NodeId> = schema.either(
  "a node's name or number",
  schema.name,
  schema.integer(0),
);
const GRAPH: schema.Schema<EdgeList> = schema.object({
  directed: schema.flag,
  nodes: schema.either("a number or names", schema.integer(1), schema.list(schema.name, 1)),
  edges: schema.list(schema.tuple("[from, to, weight]", [NODE, NODE, schema.exact])),
});
const WAY = {
  ...{ graph: GRAPH, from: NODE, to: NODE },
  parallel: schema.optional(schema.word(["distinct", "merged"])),
};
const HOW_MANY = { k: schema.integer(1, 1000) };
const FORM = {
  form: schema.word(["open", "closed"]),
  ...{ start: schema.optional(schema.integer(0)), end: schema.optional(schema.integer(0)) },
};

/** How many of the shortest are asked for. */
interface Several {
  readonly k: number;
}

/** Two cell corners of a map. */
interface CornerInstance extends CornerSides {
  readonly map: Exclude<GridSource, GridMap>;
  readonly start: Cell;
  readonly goal: Cell;
}

/** The corners a path turns at, and the squares of the lengths of its parts. */
interface CornerPath {
  readonly points: readonly Cell[];
  readonly squares: readonly number[];
}

/** Landmarks of a graph as plain data. */
interface RoadLandmarks extends TourShape {
  readonly graph: EdgeList;
  readonly landmarks: readonly NodeId[];
}

/** A number that may be too large for JSON's. */
const LONG_COUNT = { say: String, read: (words: string) => /^\d+$/.test(words) ? words : null };

const EXACT_COSTS: schema.Schema<Readonly<Record<string, Exact>>> = schema.value(
  "an object of exact costs by characters",
  (x) =>
    typeof x === "object" && x !== null &&
    Object.values(x).every((cost) => Number.isSafeInteger(cost) || typeof cost === "string"),
);
const STEPS = schema.list(
  schema.word(["up", "up-right", "right", "down-right", "down", "down-left", "left", "up-left"]),
);
const TERRAIN = {
  map: schema.either(
    "rows of characters, or cells of exact costs",
    schema.object({
      rows: schema.list(schema.name, 1),
      blocked: schema.optional(schema.name),
      free: schema.optional(schema.name),
      costs: schema.optional(EXACT_COSTS),
    }),
    schema.object({
      cells: schema.list(
        schema.list(schema.either("a cost or null", schema.exact, schema.nothing), 1),
        1,
      ),
    }),
  ),
  gates: schema.optional(
    schema.list(
      schema.object({
        cell: CELL,
        enter: schema.optional(STEPS),
        leave: schema.optional(STEPS),
      }),
    ),
  ),
  agent: schema.optional(schema.integer(1)),
  approach: schema.optional(schema.word(["euclidean", "manhattan", "chebyshev"])),
};

/** Questions about shortest ways, as the solvers take them. */
export const PATH_KINDS: readonly Kind[] = [
  solverKind<GridInstance, GridPath>({
    name: "grid-way",
    schema: schema.object(GRID),
    ...{ solve: solveGridPath, check: checkGridWay, words: asJson(), frame: () => "y-down" },
  }),
  solverKind<TerrainInstance, TerrainPath>({
    name: "terrain-way",
    schema: schema.object({ ...GRID, ...TERRAIN }),
    ...{ solve: solveTerrainPath, check: checkTerrainPath, words: asJson(), frame: () => "y-down" },
  }),
  solverKind<GridInstance, string>({
    name: "grid-way-count",
    schema: schema.object(GRID),
    solve: (instance) => mapOutcome(countGridPaths(instance), String),
    check(instance, outcome) {
      const count = claimedCount(outcome);
      if (typeof count === "string") return count;
      return checkGridCount(instance, count, gridCountCertificate(instance));
    },
    ...{ words: LONG_COUNT, frame: () => "y-down" },
  }),
  solverKind<GridInstance, NecessaryCells>({
    name: "necessary-cells",
    schema: schema.object(GRID),
    ...{ solve: necessaryGridCells, words: asJson(), frame: () => "y-down" },
  }),
  solverKind<GridInstance, Octile>({
    name: "second-grid-way",
    schema: schema.object(GRID),
    ...{ solve: secondGridLength, words: asJson(), frame: () => "y-down" },
  }),
  solverKind<GridInstance & Several, readonly GridPath[]>({
    name: "k-shortest-grid-ways",
    schema: schema.object({ ...GRID, ...HOW_MANY }),
    solve: ({ k, ...instance }) => kShortestGridPaths(instance, k),
    ...{ words: asJson(), frame: () => "y-down" },
  }),
  solverKind<GraphInstance & { readonly graph: EdgeList }, GraphRoute>({
    name: "graph-path",
    schema: schema.object(WAY),
    ...{ solve: solveGraphPath, check: checkRoute, words: asJson() },
  }),
  solverKind<GraphInstance, string>({
    name: "graph-path-count",
    schema: schema.object(WAY),
    solve: (instance) => mapOutcome(countGraphPaths(instance), String),
    check(instance, outcome) {
      const count = claimedCount(outcome);
      if (typeof count === "string") return count;
      return checkGraphCount(instance, count, graphCountCertificate(instance));
    },
    words: LONG_COUNT,
  }),
  solverKind<GraphInstance, NecessarySteps>({
    name: "necessary-steps",
    schema: schema.object(WAY),
    ...{ solve: necessaryGraphSteps, words: asJson() },
  }),
  solverKind<GraphInstance, number | string>({
    name: "second-path",
    schema: schema.object(WAY),
    ...{ solve: secondGraphLength, words: { say: String, read: COUNT.read } },
  }),
  solverKind<GraphInstance & Several, readonly GraphRoute[]>({
    name: "k-shortest-paths",
    schema: schema.object({ ...WAY, ...HOW_MANY }),
    solve: ({ k, ...instance }) => kShortestGraphPaths(instance, k),
    words: asJson(),
  }),
  solverKind<ObstacleInstance, PlanePath>({
    name: "obstacle-way",
    schema: schema.object({
      ...{ start: POINT, goal: POINT, obstacles: schema.list(schema.list(POINT, 3)) },
      boundary: schema.optional(schema.list(POINT, 3)),
      touching: schema.word(["allowed", "forbidden"]),
    }),
    solve: (instance) => solveObstaclePath(instance),
    check(instance, outcome) {
      if (outcome.status === "exact") return checkObstaclePath(instance, outcome.value);
      if (outcome.status !== "tie") return `${outcome.status} cannot be checked, must be a path`;
      const faults = outcome.values.map((path) => checkObstaclePath(instance, path));
      return faults.find((fault) => fault !== null) ?? null;
    },
    words: asJson(),
  }),
  solverKind<CornerInstance, CornerPath>({
    name: "any-angle",
    schema: schema.object({
      ...{ map: MAP, start: CELL, goal: CELL },
      startSide: schema.optional(schema.integer(0, 1) as schema.Schema<0 | 1>),
      goalSide: schema.optional(schema.integer(0, 1) as schema.Schema<0 | 1>),
    }),
    ...{ solve: solveCorners, words: asJson(), frame: () => "y-down" },
  }),
  solverKind<LandmarkTour, LandmarkWay>({
    name: "landmark-tour",
    schema: schema.object({
      ...{ ...FORM, map: MAP, landmarks: schema.list(CELL, 2) },
      ...{ neighbours: schema.optional(MOVES.neighbours), corners: MOVES.corners },
    }),
    ...{ solve: solveLandmarkTour, words: asJson(), frame: () => "y-down" },
  }),
  solverKind<RoadLandmarks, { readonly length: string; readonly nodes: readonly NodeId[] }>({
    name: "graph-landmark-tour",
    schema: schema.object({ ...FORM, graph: GRAPH, landmarks: schema.list(NODE, 2) }),
    ...{ solve: solveRoadTour, words: asJson() },
  }),
];

/** The way by the labels' certificate, and its length by the goal's label. */
function checkGridWay(instance: GridInstance, outcome: Outcome<GridPath>): string | null {
  const certificate = gridCertificate(instance);
  if (outcome.status === "impossible") return checkGridPath(instance, null, certificate);
  if (outcome.status !== "exact") return `${outcome.status}, must be exact or impossible`;
  const { cells, length } = outcome.value;
  const fault = checkGridPath(instance, cells, certificate);
  if (fault !== null) return fault;
  const [x, y] = instance.goal;
  const at = y * GridMap.from(instance.map).width + x;
  const [straight, diagonal] = [certificate.straight[at], certificate.diagonal[at]];
  return length.straight === straight && length.diagonal === diagonal
    ? null
    : `its length is ${straight} + ${diagonal} sqrt(2)`;
}

function checkRoute(
  instance: GraphInstance & { readonly graph: EdgeList },
  outcome: Outcome<GraphRoute>,
): string | null {
  const certificate = graphCertificate(instance);
  if (outcome.status === "impossible") return checkGraphPath(instance, null, certificate);
  if (outcome.status !== "exact") return `${outcome.status}, must be exact or impossible`;
  const graph = graphFromEdges(instance.graph);
  const nodes = outcome.value.nodes.map((node) => numberOf(graph, node));
  const fault = checkGraphPath(instance, nodes, certificate);
  if (fault !== null) return fault;
  const length = trueLength(graph, certificate.labels[nodes.at(-1)!]!);
  return String(length) === String(outcome.value.length) ? null : `its length is ${length}`;
}

/** The number that is claimed, 0 where no way is; or why none is. */
function claimedCount(outcome: Outcome<string>): bigint | string {
  if (outcome.status === "impossible") return 0n;
  return outcome.status === "exact"
    ? BigInt(outcome.value)
    : `${outcome.status}, must be exact or impossible`;
}

function solveCorners({ map, start, goal, ...sides }: CornerInstance): Outcome<CornerPath> {
  const path = new AnyAngle(GridMap.from(map)).path(start, goal, sides);
  if (path === null) return impossible(`no path leads from (${start}) to (${goal})`);
  return exact({ points: path.points, squares: path.squares });
}

function solveRoadTour({ graph: list, landmarks, ...shape }: RoadLandmarks) {
  const graph = graphFromEdges(list);
  const found = solveGraphLandmarkTour({
    ...{ ...shape, graph },
    landmarks: landmarks.map((node) => numberOf(graph, node)),
  });
  return mapOutcome(found, ({ tour, nodes }) => ({
    length: tour.length.exact ?? String(tour.length.approximate),
    nodes: nodes.map((node): NodeId => graph.names?.[node] ?? node),
  }));
}

function numberOf({ names, nodeCount }: Graph, node: NodeId): number {
  const number = typeof node === "string" ? names?.indexOf(node) ?? -1 : node;
  if (number >= 0 && number < nodeCount) return number;
  throw new RangeError(`Cannot find ${JSON.stringify(node)}, must be a node of the graph`);
}
