import {
  either,
  EXACT,
  FINITE,
  type Form,
  list,
  METRIC,
  NAMED_POINT,
  oneOf,
  POINT,
  record,
  TEXT,
  tuple,
  UNIT,
} from "../../geometry/form.ts";

/** What solveDistanceBin takes. */
export const DISTANCE_BIN_FORM: Form = record({
  from: NAMED_POINT,
  to: NAMED_POINT,
  metric: METRIC,
  cuts: list(EXACT),
  onCut: oneOf("upper", "lower", "tie"),
  unit: UNIT,
});

/** What solveWithin takes. */
export const WITHIN_FORM: Form = record({
  from: NAMED_POINT,
  to: NAMED_POINT,
  metric: METRIC,
  threshold: EXACT,
  onThreshold: oneOf("within", "beyond", "tie"),
  unit: UNIT,
});

/** What solveComparison takes. */
export const COMPARISON_FORM: Form = record({
  points: list(NAMED_POINT),
  first: tuple(2, TEXT, "two names"),
  second: tuple(2, TEXT, "two names"),
  asked: oneOf("shorter", "longer"),
  metric: METRIC,
  unit: UNIT,
});

/** What solveExtremePair takes. */
export const EXTREME_PAIR_FORM: Form = record({
  points: list(NAMED_POINT),
  metric: METRIC,
  extreme: oneOf("nearest", "farthest"),
  unit: UNIT,
});

const PLACE: Form = record({ name: TEXT, latitude: FINITE, longitude: FINITE });

/** What solveGeodesic takes. */
export const GEODESIC_FORM: Form = record({
  from: PLACE,
  to: PLACE,
  model: oneOf("sphere", "wgs84"),
});

/** What solveGeodesicNearest takes. */
export const GEODESIC_NEAREST_FORM: Form = record({
  from: PLACE,
  points: list(PLACE),
  model: oneOf("sphere", "wgs84"),
  extreme: oneOf("nearest", "farthest"),
});

/** What solveNearest takes. */
export const NEAREST_FORM: Form = record({
  from: NAMED_POINT,
  points: list(NAMED_POINT),
  metric: METRIC,
  extreme: oneOf("nearest", "farthest"),
  unit: UNIT,
});

/** What solveDistance takes. */
export const PAIR_FORM: Form = record({ from: NAMED_POINT, to: NAMED_POINT, metric: METRIC });

/** What solveRanking takes. */
export const RANKING_FORM: Form = record({
  from: NAMED_POINT,
  points: list(NAMED_POINT),
  metric: METRIC,
  unit: UNIT,
});

/** What solveDistanceRatio takes. */
export const RATIO_FORM: Form = record({
  points: list(NAMED_POINT),
  first: tuple(2, TEXT, "two names"),
  second: tuple(2, TEXT, "two names"),
  metric: METRIC,
});

const SHAPE: Form = either(
  "{ point }, { segment }, { polygon } or { polygons } of points [x, y]",
  record({ point: POINT }),
  record({ segment: tuple(2, POINT, "") }),
  record({ polygon: list(list(POINT)) }),
  record({ polygons: list(list(list(POINT))) }),
);

/** What solveShapeDistance takes. */
export const SHAPE_DISTANCE_FORM: Form = record({ from: SHAPE, to: SHAPE });
