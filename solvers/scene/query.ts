import { OBJECT, optional, record, requireForm, TEXT } from "../../geometry/form.ts";
import type { Outcome } from "../outcome.ts";
import { Arguments, type ArgumentSpec, type AskOther, type QueryArguments } from "./arguments.ts";
import type { ReadyScene } from "./ready_scene.ts";

/** The groups of the table. */
export type QueryGroup =
  | "metric"
  | "compare"
  | "direction"
  | "contact"
  | "visibility"
  | "camera"
  | "hypothetical"
  | "navigation"
  | "placement";

/**
 * Whose left and right an answer speaks of: `"none"` where it depends on no frame, `"world"` on
 * east, north and up, `"camera"` on a camera's, `"viewer"` on those of whoever stands and faces,
 * `"object"` on an object's own front.
 */
export type QueryFrame = "none" | "world" | "camera" | "viewer" | "object";

/** A question about scenes: one line of the table. */
export interface SceneQuery {
  /** Its name. */
  readonly id: string;
  /** Which group it belongs to. */
  readonly group: QueryGroup;
  /** What it asks, in a sentence. */
  readonly summary: string;
  /** What it takes. */
  readonly takes: Readonly<Record<string, ArgumentSpec>>;
  /** What is meant, by name; the first is the default and the one that means what is said. */
  readonly variants: Readonly<Record<string, string>>;
  /** The frame of reference that its answer depends on. */
  readonly frame: QueryFrame;
  /** The unit of a measured answer, where it is one. */
  readonly unit?: string;
  /** Answers it. */
  solve(args: Arguments, variant: string): Outcome<unknown>;
  /** Whether an outcome is right, by other means: null, or what is wrong. */
  check(args: Arguments, variant: string, outcome: Outcome<unknown>): string | null;
}

/** A question as data. */
export interface SceneAsk {
  /** The name of the query. */
  readonly query: string;
  /** What it takes; ids of objects, names of cameras, numbers, points. */
  readonly args?: QueryArguments;
  /** What is meant; the query's first variant when left out. */
  readonly variant?: string;
}

/** The answer to a question about a scene. */
export interface SceneAnswer {
  /** The answer. */
  readonly outcome: Outcome<unknown>;
  /** The frame of reference that it depends on. */
  readonly frame: QueryFrame;
  /** What was meant. */
  readonly variant: string;
  /** The unit of a measured answer; null where it is none. */
  readonly unit: string | null;
}

/** A question, its arguments and its variant, looked up. */
export interface PreparedAsk {
  /** The query. */
  readonly query: SceneQuery;
  /** Its arguments. */
  readonly args: Arguments;
  /** What is meant. */
  readonly variant: string;
}

const ASK = record({ query: TEXT, args: optional(OBJECT), variant: optional(TEXT) });

/**
 * Looks up what a question names.
 *
 * @param table the queries by id
 * @param scene the scene
 * @param ask the question
 * @returns the query with its arguments and variant
 * @throws RangeError for a query, argument or variant that is not known
 *
 * @example
 * ```ts
 * import { frameOf } from "@alidade/core/geometry";
 * import { prepareAsk, readyScene, SCENE_QUERIES } from "@alidade/core/solvers";
 * import { assertThrows } from "@std/assert";
 *
 * const scene = readyScene({ frame: frameOf("unity"), objects: [] });
 * assertThrows(() => prepareAsk(SCENE_QUERIES, scene, { query: "smell" }), RangeError, "smell");
 * ```
 */
export function prepareAsk(
  table: ReadonlyMap<string, SceneQuery>,
  scene: ReadyScene,
  ask: SceneAsk,
): PreparedAsk {
  requireForm(ask, ASK, "ask");
  const { query: id, args = {}, variant } = ask;
  const query = table.get(id);
  if (query === undefined) {
    throw new RangeError(
      `Cannot ask ${JSON.stringify(id)}, must be one of ${[...table.keys()].join(", ")}`,
    );
  }
  const names = Object.keys(query.variants);
  if (variant !== undefined && !names.includes(variant)) {
    throw new RangeError(
      `Cannot ask ${id} by ${JSON.stringify(variant)}, must be one of ${names.join(", ")}`,
    );
  }
  return {
    query,
    args: new Arguments(scene, query.takes, args, (other, ask) => askOf(table, other, ask)),
    variant: variant ?? names[0]!,
  };
}

/** A question that another one asks. */
function askOf(
  table: ReadonlyMap<string, SceneQuery>,
  scene: ReadyScene,
  ask: unknown,
): ReturnType<AskOther> {
  if (typeof ask !== "object" || ask === null) {
    throw new TypeError("Cannot read argument ask, must be an object with query");
  }
  const { query, args, variant } = prepareAsk(table, scene, ask as SceneAsk);
  return {
    solve: () => query.solve(args, variant),
    check: (outcome) => query.check(args, variant, outcome),
  };
}
