import {
  byKind,
  either,
  EXACT,
  type Form,
  FRAME,
  list,
  NAMED_POINT,
  oneOf,
  optional,
  POINT,
  record,
  TEXT,
  UNIT,
} from "../../geometry/form.ts";

/** What solveCell takes. */
export const CELL_FORM: Form = record({
  x: EXACT,
  y: EXACT,
  frame: FRAME,
  xCuts: list(EXACT),
  yCuts: list(EXACT),
  onCut: oneOf("upper", "lower", "tie"),
  box: optional(record({ minX: EXACT, minY: EXACT, maxX: EXACT, maxY: EXACT })),
  unit: UNIT,
});

/** What solveQuadrant takes. */
export const QUADRANT_FORM: Form = record({
  x: EXACT,
  y: EXACT,
  centre: optional(POINT),
  frame: FRAME,
  unit: UNIT,
});

/** What solveCoordinates takes. */
export const COORDINATES_FORM: Form = record({
  x: EXACT,
  y: EXACT,
  frame: FRAME,
  origin: optional(POINT),
  answerFrame: optional(FRAME),
});

const RINGS: Form = list(list(POINT));

/** What solveRegion takes. */
export const REGION_FORM: Form = record({
  x: EXACT,
  y: EXACT,
  regions: list(either(
    "{ name, rings } or { name, polygons } of points [x, y]",
    record({ name: TEXT, rings: RINGS }),
    record({ name: TEXT, polygons: list(RINGS) }),
  )),
  onBoundary: oneOf("inside", "outside", "tie"),
  unit: UNIT,
});

const FROM = { from: TEXT, id: optional(TEXT) };
const TOWARD: Form = either("degrees, or [dx, dy]", EXACT, POINT);

/** What solvePlace takes. */
export const PLACE_FORM: Form = record({
  points: list(NAMED_POINT),
  facts: list(byKind({
    displacement: record({ ...FROM, dx: EXACT, dy: EXACT }),
    distance: record({ ...FROM, distance: EXACT }),
    "squared-distance": record({ ...FROM, squared: EXACT }),
    bearing: record({ ...FROM, toward: TOWARD }),
    sector: record({ ...FROM, start: EXACT, end: EXACT, edges: oneOf("closed", "open") }),
  })),
  frame: FRAME,
  unit: UNIT,
});
