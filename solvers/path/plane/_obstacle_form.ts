import { type Form, list, oneOf, optional, POINT, record } from "../../../geometry/form.ts";

/** What solveObstaclePath takes. */
export const OBSTACLE_FORM: Form = record({
  start: POINT,
  goal: POINT,
  obstacles: list(list(POINT)),
  boundary: optional(list(POINT)),
  touching: oneOf("allowed", "forbidden"),
});
