import * as schema from "../../geometry/schema.ts";
import {
  type DistanceBinInstance,
  solveDistanceBin,
  solveWithin,
  type WithinInstance,
} from "../../solvers/distance/bins.ts";
import {
  checkDistance,
  checkDistanceBin,
  checkDistanceRatio,
  checkWithin,
} from "../../solvers/distance/check_measure.ts";
import {
  checkComparison,
  checkExtremePair,
  checkNearest,
  checkRanking,
} from "../../solvers/distance/check_order.ts";
import { checkShapeDistance } from "../../solvers/distance/check_shape.ts";
import { type ComparisonInstance, solveComparison } from "../../solvers/distance/comparison.ts";
import {
  type ExtremePairInstance,
  type NamePair,
  solveExtremePair,
} from "../../solvers/distance/extreme_pair.ts";
import { type NearestInstance, solveNearest } from "../../solvers/distance/nearest.ts";
import {
  type ExactDistance,
  type PairInstance,
  solveDistance,
} from "../../solvers/distance/pair.ts";
import {
  type Ranking,
  type RankingInstance,
  solveRanking,
} from "../../solvers/distance/ranking.ts";
import {
  type DistanceRatio,
  type DistanceRatioInstance,
  solveDistanceRatio,
} from "../../solvers/distance/ratio.ts";
import {
  type PlaneShape,
  type ShapeDistance,
  type ShapeDistanceInstance,
  solveShapeDistance,
} from "../../solvers/distance/shape.ts";
import type { PlanePoint } from "../../solvers/plane_point.ts";
import type { Kind } from "../kind.ts";
import {
  type AnswerWords,
  asJson,
  COUNT,
  MEASURE,
  oneWord,
  PLACE,
  PLACES,
  POINT,
  solverKind,
  TRUTH,
} from "./solver_kind.ts";

const { metric } = MEASURE;
const PAIR = schema.tuple("two names", [schema.name, schema.name]);
const EXTREME = schema.word(["nearest", "farthest"]);
const SHAPE: schema.Schema<PlaneShape> = schema.either<readonly schema.Schema<PlaneShape>[]>(
  "{ point }, { segment }, { polygon } or { polygons } of points [x, y]",
  schema.object({ point: POINT }),
  schema.object({ segment: schema.tuple("two points", [POINT, POINT]) }),
  schema.object({ polygon: schema.list(schema.list(POINT, 3), 1) }),
  schema.object({ polygons: schema.list(schema.list(schema.list(POINT, 3), 1), 1) }),
);

/** Names from the nearest to the farthest; those as far stand with `=` between them. */
const RANKS: AnswerWords<Ranking, RankingInstance> = {
  say: (ranks) => ranks.map((names) => names.join(" = ")).join(", "),
  read(words, { points }) {
    const ranks = words.split(",").map((rank) => rank.split("=").map((name) => name.trim()));
    return areNames(ranks.flat(), points) ? ranks : null;
  },
};

function areNames(names: readonly string[], points: readonly PlanePoint[]): boolean {
  return names.every((name) => points.some((point) => point.name === name));
}

/** Questions about distances beside those of the tasks. */
export const DISTANCE_KINDS: readonly Kind[] = [
  solverKind<PairInstance, ExactDistance>({
    name: "exact-distance",
    schema: schema.object({ from: PLACE, to: PLACE, metric }),
    ...{ solve: solveDistance, check: checkDistance, words: asJson() },
  }),
  solverKind<DistanceBinInstance, number>({
    name: "distance-bin",
    schema: schema.object({
      ...{ from: PLACE, to: PLACE, ...MEASURE, cuts: schema.list(schema.exact, 1) },
      onCut: schema.word(["upper", "lower", "tie"]),
    }),
    ...{ solve: solveDistanceBin, check: checkDistanceBin },
    words: { ...COUNT, answers: ({ cuts }) => [...cuts.keys(), cuts.length] },
  }),
  solverKind<WithinInstance, boolean>({
    name: "within",
    schema: schema.object({
      ...{ from: PLACE, to: PLACE, ...MEASURE, threshold: schema.exact },
      onThreshold: schema.word(["within", "beyond", "tie"]),
    }),
    ...{ solve: solveWithin, check: checkWithin, words: TRUTH },
  }),
  solverKind<ComparisonInstance, "first" | "second">({
    name: "comparison",
    schema: schema.object({
      ...{ points: PLACES, first: PAIR, second: PAIR, ...MEASURE },
      asked: schema.word(["shorter", "longer"]),
    }),
    ...{ solve: solveComparison, check: checkComparison, words: oneWord(["first", "second"]) },
  }),
  solverKind<NearestInstance, string>({
    name: "nearest",
    schema: schema.object({ from: PLACE, points: PLACES, extreme: EXTREME, ...MEASURE }),
    ...{ solve: solveNearest, check: checkNearest },
    words: oneWord(({ points }: NearestInstance) => points.map(({ name }) => name)),
  }),
  solverKind<ExtremePairInstance, NamePair>({
    name: "extreme-pair",
    schema: schema.object({ points: PLACES, extreme: EXTREME, ...MEASURE }),
    ...{ solve: solveExtremePair, check: checkExtremePair },
    words: {
      say: (names) => names.join(", "),
      read(words, instance) {
        const names = words.split(",").map((name) => name.trim());
        const isPair = names.length === 2 && areNames(names, instance.points);
        return isPair ? names as unknown as NamePair : null;
      },
    },
  }),
  solverKind<RankingInstance, Ranking>({
    name: "ranking",
    schema: schema.object({ from: PLACE, points: PLACES, ...MEASURE }),
    ...{ solve: solveRanking, check: checkRanking, words: RANKS },
  }),
  solverKind<DistanceRatioInstance, DistanceRatio>({
    name: "distance-ratio",
    schema: schema.object({ points: PLACES, first: PAIR, second: PAIR, metric }),
    ...{ solve: solveDistanceRatio, check: checkDistanceRatio, words: asJson() },
  }),
  solverKind<ShapeDistanceInstance, ShapeDistance>({
    name: "shape-distance",
    schema: schema.object({ from: SHAPE, to: SHAPE }),
    ...{ solve: solveShapeDistance, check: checkShapeDistance, words: asJson() },
  }),
];
