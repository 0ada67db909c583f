import { EXACT, type Form, FRAME, list, oneOf, POINT, record, TEXT } from "../../geometry/form.ts";

const SYSTEM: Form = record({
  zero: TEXT,
  turn: TEXT,
  boundaries: list(EXACT),
  labels: list(TEXT),
});
const SECTORS: Form = (value) => typeof value === "object" ? SYSTEM(value) : TEXT(value);

/** What solveBetween takes. */
export const BETWEEN_FORM: Form = record({
  point: POINT,
  from: POINT,
  to: POINT,
  by: oneOf("segment", "projection"),
});

/** What solveDirection takes. */
export const DIRECTION_FORM: Form = record({
  from: POINT,
  to: POINT,
  frame: FRAME,
  sectors: SECTORS,
});

/** What solveFacing takes. */
export const FACING_FORM: Form = record({
  at: POINT,
  facing: POINT,
  target: POINT,
  frame: FRAME,
  sectors: SECTORS,
});

/** What solvePose takes. */
export const POSE_FORM: Form = record({
  position: POINT,
  heading: POINT,
  target: POINT,
  frame: FRAME,
  sectors: SECTORS,
});

/** What solveSide takes. */
export const SIDE_FORM: Form = record({ point: POINT, from: POINT, to: POINT, frame: FRAME });
