import { formatScaled, parseDecimal } from "../../geometry/decimal.ts";
import { integerSqrt } from "../../geometry/integer_sqrt.ts";
import * as schema from "../../geometry/schema.ts";
import { Rational } from "../../geometry/space/rational.ts";
import type { JsonValue } from "../../lines/template.ts";
import { bounded, exact, type Outcome } from "../../solvers/outcome.ts";
import type { Measured } from "../../solvers/scene/quantity.ts";
import { prepareAsk, type SceneAnswer, type SceneAsk } from "../../solvers/scene/query.ts";
import { readRawScene, sceneOf } from "../../solvers/scene/raw_scene.ts";
import { readyScene } from "../../solvers/scene/ready_scene.ts";
import type { Scene } from "../../solvers/scene/scene.ts";
import { checkScene, SCENE_QUERIES, solveScene } from "../../solvers/scene/table.ts";
import { isSameAnswer, type Kind } from "../kind.ts";

/** What a kind of {@link sceneKind} asks: of which scene, with which arguments, meant how. */
export interface SceneQuestion {
  /** The scene, with half axes, or as metadata with sizes and rotations. */
  readonly scene: Scene | Readonly<Record<string, unknown>>;
  /** What the query takes. */
  readonly args: NonNullable<SceneAsk["args"]>;
  /** What is meant; the query's first variant when left out. */
  readonly variant?: string;
}

/** What the kind `scene` asks: any query of the table. */
export interface AnySceneQuestion extends SceneQuestion {
  /** The name of the query, of {@link SCENE_QUERIES}. */
  readonly query: string;
}

/** Decimals of a measured answer that is no decimal. */
const PLACES = 20;

/**
 * Any question of the table about a scene. Measured answers are decimals, names and words are text,
 * yes and no are true and false, lists and orders are lists.
 *
 * @example
 * ```ts
 * import { sceneQuestion } from "@alidade/core/tasks";
 * import { assertEquals } from "@std/assert";
 *
 * const bed = { id: "bed", category: "bed", center: [0, 0.5, 0], size: [2, 1, 1.5] };
 * const scene = { frame: "ai2thor", objects: [bed] };
 * const outcome = sceneQuestion.solve({
 *   ...{ scene, query: "size", args: { object: "bed" } },
 *   variant: "height",
 * });
 * assertEquals(outcome.status === "exact" && outcome.value, "1");
 * ```
 */
export const sceneQuestion: Kind<AnySceneQuestion, JsonValue> = {
  name: "scene",
  schema: questions(true) as Kind<AnySceneQuestion>["schema"],
  solve: (instance) => plainOutcome(solveScene(sceneIn(instance), askOf(instance))),
  check(instance, outcome) {
    const scene = sceneIn(instance);
    const own = solveScene(scene, askOf(instance));
    const fault = checkScene(scene, askOf(instance), own.outcome);
    if (fault !== null) return fault;
    const plain = plainOutcome(own);
    return isSameAnswer(outcome as unknown as JsonValue, plain as unknown as JsonValue)
      ? null
      : `the outcome is ${JSON.stringify(plain)}`;
  },
  frame: ({ query }) => SCENE_QUERIES.get(query)?.frame ?? "none",
  say: sayAnswer,
  read: (words, instance) => readAnswer(words, instance, instance.query),
};

/**
 * The kind of one query about scenes; answers as {@link sceneQuestion}.
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
  return {
    name: `scene-${id}`,
    schema: questions(false, id) as Kind<SceneQuestion>["schema"],
    solve: (instance) =>
      plainOutcome(solveScene(sceneIn(instance), askOf({ ...instance, query: id }))),
    frame: () => query.frame,
    say: sayAnswer,
    read: (words, instance) => readAnswer(words, instance, id),
  };
}

/** An instance must be a scene and a question that can be asked of it. */
function questions(isAny: boolean, id = ""): schema.Schema<unknown> {
  const object = schema.value<object>(
    "an object",
    (x) => typeof x === "object" && x !== null && !Array.isArray(x),
  );
  const fields = {
    scene: object,
    args: object,
    variant: schema.optional(schema.text),
    ...isAny && { query: schema.word([...SCENE_QUERIES.keys()]) },
  };
  const shape = schema.object(fields as schema.FieldSchemas);
  const requireAskable = (instance: unknown) => {
    const asked = { query: id, ...instance as object } as unknown as AnySceneQuestion;
    prepareAsk(SCENE_QUERIES, readyScene(sceneIn(asked)), askOf(asked)).args.requireAll();
  };
  return {
    must: shape.must,
    // What is wrong within a scene is told by those who read it: they name the object and field.
    read(value, at) {
      shape.read(value, at);
      requireAskable(value);
      return value;
    },
    fault(value) {
      const fault = shape.fault(value);
      if (fault !== null) return fault;
      try {
        requireAskable(value);
        return null;
      } catch (error) {
        const must = `a question that can be asked: ${(error as Error).message}`;
        return { path: "", value, must, isRange: true };
      }
    },
  };
}

const read = new WeakMap<object, Scene>();

/** The scene of an instance: metadata is read once. */
function sceneIn({ scene }: Pick<SceneQuestion, "scene">): Scene {
  const { frame, objects } = scene as { frame?: unknown; objects?: unknown };
  const first = Array.isArray(objects) ? objects[0] as Record<string, unknown> : undefined;
  const isRaw = typeof frame === "string" || first !== undefined && "size" in first ||
    typeof frame === "object" && frame !== null && "convention" in frame;
  if (!isRaw) return scene as Scene;
  let made = read.get(scene);
  if (made === undefined) read.set(scene, made = sceneOf(readRawScene(scene)));
  return made;
}

function askOf({ query, args, variant }: AnySceneQuestion): SceneAsk {
  return { query, args, ...variant !== undefined && { variant } };
}

/** The outcome with measured answers as decimals, from both sides where they are none. */
function plainOutcome({ outcome, unit }: SceneAnswer): Outcome<JsonValue> {
  if (outcome.status !== "exact" || !isMeasured(outcome.value)) {
    return outcome as Outcome<JsonValue>;
  }
  const { exact: number, squared, approximate } = outcome.value;
  const measure = unit ?? "unit";
  if (number !== null) return decimalOutcome(Rational.from(number), measure);
  if (squared !== null) {
    const { num, den } = Rational.from(squared);
    const lower = integerSqrt(num * 100n ** BigInt(PLACES) / den);
    return bounded(formatScaled(lower, PLACES), formatScaled(lower + 1n, PLACES), measure);
  }
  const digits = parseDecimal(approximate.toFixed(9));
  const near = digits.digits * 10n ** BigInt(9 - digits.scale);
  return bounded(formatScaled(near - 1n, 9), formatScaled(near + 1n, 9), measure);
}

function decimalOutcome({ num, den }: Rational, unit: string): Outcome<JsonValue> {
  const scaled = num * 10n ** BigInt(PLACES);
  const floor = scaled / den - (scaled % den < 0n ? 1n : 0n);
  if (scaled % den === 0n) return exact(formatScaled(floor, PLACES));
  return bounded(formatScaled(floor, PLACES), formatScaled(floor + 1n, PLACES), unit);
}

function isMeasured(value: unknown): value is Measured {
  return typeof value === "object" && value !== null && "approximate" in value;
}

function sayAnswer(answer: JsonValue): string {
  if (answer === true || answer === false) return answer ? "yes" : "no";
  if (typeof answer === "object" && answer !== null && !Array.isArray(answer)) {
    return JSON.stringify(answer);
  }
  if (!Array.isArray(answer)) return String(answer);
  return answer.map((part) => Array.isArray(part) ? part.join(" = ") : String(part)).join(", ");
}

/** Words that queries answer by, beside the names of objects. */
const WORDS: ReadonlySet<string> = new Set([
  ...["left", "right", "front", "back", "behind", "level", "above", "below", "no", "straight"],
  ...["front-left", "front-right", "back-left", "back-right", "behind-left", "behind-right"],
  ...["forward", "backward", "up", "down", "nearer", "same", "farther", "smaller", "larger"],
  ...["N", "NE", "E", "SE", "S", "SW", "W", "NW"],
  ...["DC", "EC", "PO", "TPP", "NTPP", "TPPi", "NTPPi", "EQ"],
  ...Array.from({ length: 12 }, (_, k) => String(k + 1)),
]);

/** Queries whose answers are whole numbers, or lists. */
const COUNTS = ["count", "first-seen"];
const ORDERS = ["rank-by-size", "rank-by-distance", "order-along", "appearance-order"];
const LISTS = ["nearby", "visible-set", "shared-view", "turns", "same-frame", "free-place"];

function readAnswer(words: string, instance: SceneQuestion, query: string): JsonValue | null {
  const text = words.trim();
  if (text === "") return null;
  if (/^(yes|true)$/i.test(text)) return true;
  const isWordy = query === "vertical-direction";
  if (/^(no|false)$/i.test(text)) return isWordy ? "no" : false;
  if (text.startsWith("{")) return readJson(text);
  const known = (word: string) =>
    WORDS.has(word) || sceneIn(instance).objects.some((o) => o.id === word);
  if (ORDERS.includes(query)) {
    const groups = text.split(/\s*,\s*/).map((part) => part.split(/\s*=\s*/));
    return groups.flat().every(known) ? groups : null;
  }
  if (LISTS.includes(query)) {
    const parts = text.split(/\s*,\s*/);
    if (parts.every((p) => NUMBER.test(p))) {
      return query === "same-frame" ? parts.map(Number) : parts;
    }
    return parts.every(known) ? parts : null;
  }
  if (known(text)) return text;
  if (!NUMBER.test(text)) return null;
  return COUNTS.includes(query) ? Number(text) : text.replace(/^\+/, "");
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

function readJson(text: string): JsonValue | null {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
}
