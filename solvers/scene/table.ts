import type { Outcome } from "../outcome.ts";
import { COMPARE_QUERIES } from "./queries/compare.ts";
import { CONTACT_QUERIES } from "./queries/contact.ts";
import { DIRECTION_QUERIES } from "./queries/direction.ts";
import { METRIC_QUERIES } from "./queries/metric.ts";
import { NAVIGATION_QUERIES } from "./queries/navigation.ts";
import { VISIBILITY_QUERIES } from "./queries/visibility.ts";
import { prepareAsk, type SceneAnswer, type SceneAsk, type SceneQuery } from "./query.ts";
import { readyScene } from "./ready_scene.ts";
import type { Scene } from "./scene.ts";

/** Every question about scenes, by its name. */
export const SCENE_QUERIES: ReadonlyMap<string, SceneQuery> = new Map(
  [
    ...METRIC_QUERIES,
    ...COMPARE_QUERIES,
    ...DIRECTION_QUERIES,
    ...CONTACT_QUERIES,
    ...VISIBILITY_QUERIES,
    ...NAVIGATION_QUERIES,
  ].map((query) => [query.id, query]),
);

/**
 * Answers a question about a scene.
 *
 * @param scene the scene
 * @param ask the question
 * @returns the answer with its frame of reference and what was meant
 * @throws TypeError, RangeError, SyntaxError for a scene, query, argument or variant that is not as
 * it must be; it is named
 *
 * Cost: below a microsecond to some hundred, by the query and by whether doubles can tell.
 *
 * @example
 * ```ts
 * import { frameOf, orientedBox } from "@alidade/core/geometry";
 * import { solveScene } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const at = (id: string, x: number) => ({
 *   ...{ id, category: "cup" },
 *   box: orientedBox({ center: [x, 0, 0], size: [1, 1, 1] }),
 * });
 * const scene = { frame: frameOf("unity"), objects: [at("a", 0), at("b", 3), at("c", 7)] };
 * const args = { anchor: "a", options: ["b", "c"] };
 * const { outcome } = solveScene(scene, { query: "nearest", args });
 * assertEquals(outcome.status === "exact" && outcome.value, "b");
 * ```
 */
export function solveScene(scene: Scene, ask: SceneAsk): SceneAnswer {
  const { query, args, variant } = prepareAsk(SCENE_QUERIES, readyScene(scene), ask);
  return {
    outcome: query.solve(args, variant),
    frame: query.frame,
    variant,
    unit: query.unit ?? null,
  };
}

/**
 * Whether an answer of {@link solveScene} is right, by other means: the scene is turned by cross
 * products, and measured feature by feature in fractions of integers.
 *
 * @param scene the scene
 * @param ask the question
 * @param outcome what is claimed
 * @returns null where it holds, else what is wrong, in one sentence
 * @throws TypeError, RangeError, SyntaxError as {@link solveScene}
 *
 * @example
 * ```ts
 * import { frameOf, orientedBox } from "@alidade/core/geometry";
 * import { checkScene, exact } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const box = orientedBox({ center: [0, 0, 0], size: [1, 1, 1] });
 * const scene = { frame: frameOf("unity"), objects: [{ id: "a", category: "cup", box }] };
 * const ask = { query: "count", args: { category: "cup" } };
 * assertEquals(checkScene(scene, ask, exact(2)), "the answer is 1");
 * ```
 */
export function checkScene(scene: Scene, ask: SceneAsk, outcome: Outcome<unknown>): string | null {
  const { query, args, variant } = prepareAsk(SCENE_QUERIES, readyScene(scene), ask);
  return query.check(args, variant, outcome);
}
