import { formatScaled, parseDecimal } from "../../geometry/decimal.ts";
import * as schema from "../../geometry/schema.ts";
import { integerSqrt } from "../../geometry/integer_sqrt.ts";
import { Rational } from "../../geometry/space/rational.ts";
import type { Measured } from "../../solvers/scene/quantity.ts";
import type { SceneAsk, SceneQuery } from "../../solvers/scene/query.ts";
import type { Scene } from "../../solvers/scene/scene.ts";
import { SCENE_QUERIES, solveScene } from "../../solvers/scene/table.ts";
import { bounded, exact, type Outcome } from "../../solvers/outcome.ts";
import type { JsonValue } from "../../lines/template.ts";
import type { Kind } from "../kind.ts";

/** What a kind of {@link sceneKind} asks: of which scene, with which arguments, meant how. */
export interface SceneQuestion {
  /** The scene. */
  readonly scene: Scene;
  /** What the query takes. */
  readonly args: NonNullable<SceneAsk["args"]>;
  /** What is meant; the query's first variant when left out. */
  readonly variant?: string;
}

/** Decimals of a measured answer that is no decimal. */
const PLACES = 20;

/**
 * The kind of a query about scenes. Measured answers are decimals, names and words are text, yes
 * and no are true and false, lists and orders are lists.
 *
 * @param id the name of the query, of {@link SCENE_QUERIES}
 * @returns the kind, named `scene-` and the query's name
 * @throws RangeError where there is no such query
 *
 * @example
 * ```ts
 * import { frameOf, orientedBox } from "@alidade/core/geometry";
 * import { sceneKind } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const box = orientedBox({ center: [0, 0, 0], size: [1, 1, 2] });
 * const scene = { frame: frameOf("scannet"), objects: [{ id: "a", category: "cup", box }] };
 * const outcome = sceneKind("size").solve({ scene, args: { object: "a" }, variant: "height" });
 * assertEquals(outcome.status === "exact" && outcome.value, "2");
 * ```
 */
export function sceneKind(id: string): Kind<SceneQuestion, JsonValue> {
  const query = SCENE_QUERIES.get(id);
  if (query === undefined) {
    throw new RangeError(
      `Cannot make a kind of ${JSON.stringify(id)}, must be one of ${
        [...SCENE_QUERIES.keys()].join(", ")
      }`,
    );
  }
  const variants = Object.keys(query.variants);
  return {
    name: `scene-${id}`,
    schema: schema.object({
      scene: schema.value<Scene>("a scene", (x) => typeof x === "object" && x !== null),
      args: schema.value<SceneQuestion["args"]>(
        `an object with ${Object.keys(query.takes).join(", ")}`,
        (x) => typeof x === "object" && x !== null && !Array.isArray(x),
      ),
      variant: schema.optional(schema.word(variants)),
    }) as Kind<SceneQuestion>["schema"],
    solve: ({ scene, args, variant }) =>
      plainOutcome(
        solveScene(scene, { query: id, args, ...variant !== undefined && { variant } }).outcome,
      ),
    frame: () => query.frame,
    say: (answer) => sayAnswer(answer),
    read: (words) => readAnswer(words, query),
  };
}

/** The outcome with measured answers as decimals, from both sides where they are none. */
function plainOutcome(outcome: Outcome<unknown>): Outcome<JsonValue> {
  if (outcome.status !== "exact" || !isMeasured(outcome.value)) {
    return outcome as Outcome<JsonValue>;
  }
  const { exact: number, squared, approximate } = outcome.value;
  if (number !== null) return decimalOutcome(Rational.from(number), 1n);
  if (squared !== null) {
    const { num, den } = Rational.from(squared);
    const lower = integerSqrt(num * 100n ** BigInt(PLACES) / den);
    return bounded(formatScaled(lower, PLACES), formatScaled(lower + 1n, PLACES), "unit");
  }
  const digits = parseDecimal(approximate.toFixed(9));
  const near = digits.digits * 10n ** BigInt(9 - digits.scale);
  return bounded(formatScaled(near - 1n, 9), formatScaled(near + 1n, 9), "unit");
}

function decimalOutcome({ num, den }: Rational, unit: bigint): Outcome<JsonValue> {
  const scaled = num * unit * 10n ** BigInt(PLACES);
  const floor = scaled / den - (scaled % den < 0n ? 1n : 0n);
  if (scaled % den === 0n) return exact(formatScaled(floor, PLACES));
  return bounded(formatScaled(floor, PLACES), formatScaled(floor + 1n, PLACES), "unit");
}

function isMeasured(value: unknown): value is Measured {
  return typeof value === "object" && value !== null && "approximate" in value;
}

function sayAnswer(answer: JsonValue): string {
  if (answer === true || answer === false) return answer ? "yes" : "no";
  if (!Array.isArray(answer)) return String(answer);
  return answer.map((part) => Array.isArray(part) ? part.join(" = ") : String(part)).join(", ");
}

function readAnswer(words: string, query: SceneQuery): JsonValue | null {
  const text = words.trim();
  if (/^(yes|true)$/i.test(text)) return true;
  if (/^(no|false)$/i.test(text)) return false;
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text)) {
    return query.id === "count" ? Number(text) : text.replace(/^\+/, "");
  }
  if (text === "") return null;
  if (query.id.startsWith("rank-") || query.id === "order-along") {
    return text.split(/\s*,\s*/).map((part) => part.split(/\s*=\s*/));
  }
  return text;
}
