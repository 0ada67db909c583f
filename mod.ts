/**
 * Exact answers to spatial questions: what is asked, `solveX`, and `checkX`, which shares no code
 * with it. The rest stands behind `@alidade/core/solvers`, `/geometry`, `/kernels` and `/formats`.
 *
 * @module
 */
export type { Exact } from "./geometry/decimal.ts";
export type { PlaneFrame } from "./geometry/frame.ts";
export type { Metric } from "./geometry/metric.ts";
export { SECTOR_SYSTEMS, type SectorSystemName } from "./geometry/sector_systems.ts";
export { equalSectors, type SectorSystem } from "./geometry/sectors.ts";
export { type BetweenInstance, solveBetween } from "./solvers/direction/between.ts";
export { checkBetween, checkSide } from "./solvers/direction/check_between.ts";
export { checkDirection, checkFacing, checkPose } from "./solvers/direction/check_direction.ts";
export { type DirectionInstance, solveDirection } from "./solvers/direction/direction.ts";
export {
  type FacingInstance,
  type PoseInstance,
  solveFacing,
  solvePose,
} from "./solvers/direction/facing.ts";
export type { SectorChoice } from "./solvers/direction/sector_choice.ts";
export { type SideInstance, solveSide } from "./solvers/direction/side.ts";
export {
  type DistanceBinInstance,
  solveDistanceBin,
  solveWithin,
  type WithinInstance,
} from "./solvers/distance/bins.ts";
export { checkGeodesic, checkGeodesicNearest } from "./solvers/distance/check_geodesic.ts";
export {
  checkDistance,
  checkDistanceBin,
  checkDistanceRatio,
  checkWithin,
} from "./solvers/distance/check_measure.ts";
export {
  checkComparison,
  checkExtremePair,
  checkNearest,
  checkRanking,
} from "./solvers/distance/check_order.ts";
export { checkShapeDistance } from "./solvers/distance/check_shape.ts";
export { type ComparisonInstance, solveComparison } from "./solvers/distance/comparison.ts";
export { type ExtremePairInstance, solveExtremePair } from "./solvers/distance/extreme_pair.ts";
export {
  type GeodesicInstance,
  type GeodesicNearestInstance,
  type GeoPoint,
  solveGeodesic,
  solveGeodesicNearest,
} from "./solvers/distance/geodesic.ts";
export { type NearestInstance, solveNearest } from "./solvers/distance/nearest.ts";
export { type PairInstance, solveDistance } from "./solvers/distance/pair.ts";
export { type RankingInstance, solveRanking } from "./solvers/distance/ranking.ts";
export { type DistanceRatioInstance, solveDistanceRatio } from "./solvers/distance/ratio.ts";
export { type ShapeDistanceInstance, solveShapeDistance } from "./solvers/distance/shape.ts";
export {
  type CellInstance,
  type QuadrantInstance,
  solveCell,
  solveQuadrant,
} from "./solvers/localization/cell.ts";
export { type ChainInstance, solveChain } from "./solvers/relations/chain.ts";
export { checkCell, checkCoordinates, checkQuadrant } from "./solvers/localization/check_cell.ts";
export { checkChain } from "./solvers/relations/check_chain.ts";
export { checkPlace } from "./solvers/localization/check_place.ts";
export { checkRegion } from "./solvers/localization/check_region.ts";
export { type CoordinatesInstance, solveCoordinates } from "./solvers/localization/coordinates.ts";
export { solvePlace } from "./solvers/localization/place.ts";
export type { Place, PlaceInstance } from "./solvers/localization/place_instance.ts";
export { type RegionInstance, solveRegion } from "./solvers/localization/region.ts";
export type {
  ExactOutcome,
  ImpossibleOutcome,
  LimitOutcome,
  Margin,
  Outcome,
  TieOutcome,
  UndeterminedOutcome,
} from "./solvers/outcome.ts";
export { graphFromEdges } from "./solvers/path/graph/edge_list.ts";
export type { EdgeList } from "./solvers/path/graph/edge_list_instance.ts";
export type { Graph } from "./solvers/path/graph/graph.ts";
export { checkGraphCount, checkGraphPath } from "./solvers/path/graph/graph_certificate.ts";
export type { GraphInstance, GraphRoute } from "./solvers/path/graph/graph_instance.ts";
export { solveGraphPath } from "./solvers/path/graph/solve_graph_path.ts";
export { checkGridPath } from "./solvers/path/grid/grid_certificate.ts";
export { checkGridCount } from "./solvers/path/grid/grid_count_certificate.ts";
export type { GridInstance, GridPath } from "./solvers/path/grid/grid_instance.ts";
export { solveGridPath } from "./solvers/path/grid/solve_grid_path.ts";
export { checkObstaclePath } from "./solvers/path/plane/check_obstacle_path.ts";
export {
  type ObstacleInstance,
  type PlanePath,
  solveObstaclePath,
} from "./solvers/path/plane/obstacles.ts";
export type { PlanePoint } from "./solvers/plane_point.ts";
export { checkTour } from "./solvers/tour/check/check_tour.ts";
export { solveGraphLandmarkTour } from "./solvers/tour/graph_landmark_tour.ts";
export { type LandmarkTour, solveLandmarkTour } from "./solvers/tour/landmark_tour.ts";
export type { Tour } from "./solvers/tour/length.ts";
export type { TourInstance } from "./solvers/tour/problem.ts";
export { solveTour } from "./solvers/tour/solve_tour.ts";
export { solveTourSync } from "./solvers/tour/solve_tour_sync.ts";
export type { SolveTourOptions } from "./solvers/tour/tour_outcome.ts";
