import * as v from "valibot";
import { toScaled } from "../geometry/decimal.ts";

/** What a question may ask of an object. */
export const ATTRIBUTES = ["size", "color", "material", "shape"] as const;

/** One of {@link ATTRIBUTES}. */
export type Attribute = (typeof ATTRIBUTES)[number];

const TEXT = v.string();
const PLACE = v.pipe(v.array(v.number()), v.length(3));

/** A scene as CLEVR writes it. */
export const SCENE = v.looseObject({
  image_filename: TEXT,
  image_index: v.optional(v.number()),
  objects: v.array(v.looseObject({
    ...{ size: TEXT, color: TEXT, material: TEXT, shape: TEXT },
    "3d_coords": PLACE,
  })),
  directions: v.record(TEXT, PLACE),
  relationships: v.optional(v.record(TEXT, v.array(v.array(v.pipe(v.number(), v.integer()))))),
});

/** A scene as CLEVR writes it. */
export type ClevrScene = v.InferOutput<typeof SCENE>;

/** By how much one object must lie further along a direction than another. */
const LEAST = "0.2";

/** Far above what the doubles below err. */
const NEAR = 1e-9;

/** The objects that stand in a relation to one: further than 0.2 along its direction, exactly. */
export function related(scene: ClevrScene, relation: string, to: number): number[] {
  const direction = scene.directions[relation];
  if (direction === undefined) {
    throw new SyntaxError(
      `Cannot find the direction ${JSON.stringify(relation)}, must be one of ` +
        Object.keys(scene.directions).join(", "),
    );
  }
  const from = scene.objects[to]!["3d_coords"];
  return scene.objects.flatMap(({ "3d_coords": place }, i) =>
    i !== to && isFurther(from, place, direction) ? [i] : []
  );
}

function isFurther(
  from: readonly number[],
  to: readonly number[],
  along: readonly number[],
): boolean {
  let dot = 0;
  for (let k = 0; k < 3; k++) dot += (to[k]! - from[k]!) * along[k]!;
  const over = dot - Number(LEAST);
  if (Math.abs(over) > NEAR) return over > 0;
  // Decimals as written, brought to one scale; products have twice that scale.
  const { values, scale } = toScaled([...from, ...to, ...along].map(String).map(plain));
  let sum = 0n;
  for (let k = 0; k < 3; k++) sum += (values[3 + k]! - values[k]!) * values[6 + k]!;
  return 10n * sum > 2n * 10n ** BigInt(2 * scale);
}

/** A double's shortest text; "-0" is no decimal of ours. */
function plain(text: string): string {
  return text === "-0" ? "0" : text;
}
