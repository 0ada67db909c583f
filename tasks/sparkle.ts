import type { PlaneFrame } from "../geometry/frame.ts";
import type { Outcome } from "../solvers/outcome.ts";
import { description } from "./description.ts";
import { direction } from "./direction.ts";
import { distance } from "./distance.ts";
import { distanceOrder } from "./distance_order.ts";
import { drawPoints } from "./points/draw_points.ts";
import { readFields, readPoints, readScaled, readWord } from "./_instance.ts";
import { position } from "./position.ts";
import { region } from "./region.ts";
import { SPARKLE_KNOBS, type SparkleValues } from "./_sparkle_knobs.ts";
import { sparklePlan } from "./_sparkle_plan.ts";
import type { Task } from "./task.ts";
import type { JsonValue } from "../lines/template.ts";

/** The tasks that the questions about a picture belong to. */
const PARTS = { direction, distance, distanceOrder, region, position, description };

const ASKS = Object.values(PARTS).map((task) => task.name);

/** Sparkle's seventeen questions about a picture of three points. */
export const sparkle: Task = {
  name: "sparkle",
  version: 3,
  summary: "Sparkle's 17 questions about each picture of three points, by its constants",
  knobs: SPARKLE_KNOBS,
  profiles: { fair: {}, sparkle: { given: "picture" } },
  levels: {
    rises: "points shown; how close they may be; directions",
    easy: { spacing: 40, sectors: "sparkle-four" },
    medium: { distractors: 1 },
    hard: { distractors: 2, spacing: 15 },
  },
  plan: (knobs) => sparklePlan(knobs as SparkleValues),
  solve(instance): Outcome<JsonValue> {
    const { task, inner } = readInstance(instance);
    return task.solve(inner);
  },
  parse(words, knobs, instance) {
    const { task, inner } = readInstance(instance);
    return task.parse(words, knobs, inner);
  },
  accepts(instance, answer) {
    const { task, inner } = readInstance(instance);
    return task.accepts(inner, answer);
  },
  draw(instance, alt) {
    const { inner, side } = readInstance(instance);
    const { points, frame } = inner as { readonly points: unknown; readonly frame: PlaneFrame };
    const read = readPoints(points, 3, [side]);
    return drawPoints(read.points, { frame, alt, span: { least: 0, most: read.extra[0]! } });
  },
};

function readInstance(instance: unknown) {
  const fields = readFields(instance, ["ask", "side", "instance"]);
  const ask = readWord(fields.ask, "ask", ASKS);
  const side = readScaled(fields.side, "side");
  const task = Object.values(PARTS).find((t) => t.name === ask)!;
  // Every question is about points, so that the picture can be drawn from any.
  if (typeof fields.instance !== "object" || fields.instance === null) {
    throw new TypeError('Cannot read instance: the field "instance" must be an object');
  }
  return { task, side, inner: fields.instance };
}
