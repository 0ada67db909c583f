import { OBJECT, requireForm } from "../../geometry/form.ts";
import type { QueryArguments } from "./arguments.ts";
import type { SceneAnswer } from "./query.ts";
import type { Scene } from "./scene.ts";
import { solveScene } from "./table.ts";

/** What a question of SPRITE's is put about. */
export type SpriteMedium = "image" | "multi-image" | "video";

/** A kind of SPRITE's: what of the table answers it, right and as its own programs do. */
export interface SpriteKind {
  /** Its id, to the letter. */
  readonly id: string;
  /** What it is put about; none for the two that stand aside. */
  readonly media: readonly SpriteMedium[];
  /** The query that answers it. */
  readonly query: string;
  /** The variant that means what is asked. */
  readonly right: string;
  /** The variant that computes what SPRITE's programs do; null where these compute nothing else. */
  readonly sprite: string | null;
  /** Arguments that stand for what the question leaves out. */
  readonly otherwise?: QueryArguments;
}

const ALL: readonly SpriteMedium[] = ["image", "multi-image", "video"];
const STILL: readonly SpriteMedium[] = ["image", "multi-image"];
const IMAGE: readonly SpriteMedium[] = ["image"];
const VIDEO: readonly SpriteMedium[] = ["video"];

function kind(
  id: string,
  media: readonly SpriteMedium[],
  query: string,
  [right, sprite]: readonly [string, string | null],
  otherwise?: QueryArguments,
): SpriteKind {
  return { id, media, query, right, sprite, ...otherwise && { otherwise } };
}

/** SPRITE's kinds: 17 of images, 14 of several, 16 of videos, and the two that stand aside. */
export const SPRITE_KINDS: ReadonlyMap<string, SpriteKind> = new Map([
  kind("object_size_estimation", ALL, "size", ["longest", null]),
  kind("object_size_comparison", STILL, "size-compared", ["longest", null]),
  kind("object_volume_estimation", ALL, "size", ["volume", "aabb-volume"]),
  kind("object_volume_comparison", ALL, "size-compared", ["volume", "aabb-volume"]),
  kind("object_below", ALL, "vertical-direction", ["strict", "lenient"]),
  kind("object_above", ALL, "vertical-direction", ["strict", "sprite"]),
  kind("object_direction_facing_complex", ALL, "stand-face", ["quadrants", "sprite"]),
  kind("object_direction_facing_simple", ALL, "stand-face", ["left-right", "sprite-left-right"]),
  kind("object_abs_distance", ALL, "distance", ["nearest-surface", "sprite"]),
  kind("object_rel_distance", ALL, "nearest", ["nearest-surface", "sprite"]),
  kind("object_nearby", ALL, "nearby", ["nearest-surface", "sprite"], { limit: 5 }),
  kind("object_counting", ALL, "count", ["all", null]),
  kind("object_distence_camera_rel", IMAGE, "nearest-to-camera", ["nearest-surface", "sprite"]),
  kind("object_distence_camera_abs", IMAGE, "camera-distance", ["nearest-surface", "sprite"]),
  kind("object_direction_camera_complex", IMAGE, "view-quadrant", ["camera", "sprite"]),
  kind("object_direction_camera_simple", IMAGE, "view-side", ["camera", "sprite"]),
  kind("High_and_low_position", ALL, "vertical-direction", ["lenient", null]),
  kind("object_in_same", ["multi-image"], "same-frame", ["stated", null]),
  kind("object_appearance_order", VIDEO, "appearance-order", ["stated", null]),
  kind("object_in_frame", VIDEO, "in-frame", ["stated", null]),
  kind("object_height_determination", VIDEO, "largest", ["height", null]),
  kind("temporal_appearance_sequence", VIDEO, "appearance-order", ["stated", null]),
  kind("obj_spatial_relation", [], "within", ["nearest-surface", "sprite"], { limit: 5 }),
  kind("object_in_between", [], "between", ["segment", "sprite"]),
].map((k) => [k.id, k]));

/** A question of SPRITE's as data. */
export interface SpriteAsk {
  /** The id of its kind. */
  readonly kind: string;
  /** What the kind's query takes. */
  readonly args?: QueryArguments;
  /** Whether it is answered as it means, or as SPRITE's programs do; right when left out. */
  readonly by?: "right" | "sprite";
}

/**
 * Answers a question of one of SPRITE's kinds.
 *
 * @param scene the scene
 * @param ask the kind, its arguments, and which answer is wanted
 * @returns the answer, as {@link solveScene}
 * @throws RangeError for a kind that is not SPRITE's; as {@link solveScene} else
 *
 * @example
 * ```ts
 * import { frameOf, orientedBox } from "@alidade/core/geometry";
 * import { solveSprite } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const at = (id: string, x: number) => ({
 *   ...{ id, category: "cup" },
 *   box: orientedBox({ center: [x, 0, 0], size: [1, 1, 1] }),
 * });
 * const scene = { frame: frameOf("ai2thor"), objects: [at("a", 0), at("b", 3)] };
 * const ask = { kind: "object_abs_distance", args: { a: "a", b: "b" } };
 * const distance = (by: "right" | "sprite") => {
 *   const { outcome } = solveSprite(scene, { ...ask, by });
 *   return outcome.status === "exact" && (outcome.value as { exact: string }).exact;
 * };
 * assertEquals([distance("right"), distance("sprite")], ["2", "3"]);
 * ```
 */
export function solveSprite(
  scene: Scene,
  ask: SpriteAsk,
): SceneAnswer {
  requireForm(ask, OBJECT, "ask");
  const { kind: id, args, by = "right" } = ask;
  const found = SPRITE_KINDS.get(id);
  if (found === undefined) {
    throw new RangeError(
      `Cannot ask ${JSON.stringify(id)}, must be one of ${[...SPRITE_KINDS.keys()].join(", ")}`,
    );
  }
  const { query, right, sprite, otherwise } = found;
  const variant = by === "sprite" ? sprite ?? right : right;
  return solveScene(scene, { query, variant, args: { ...otherwise, ...args } });
}

/** A rule by which SPRITE throws answers away. */
export type SpriteRejection =
  | "empty"
  | "unknown"
  | "empty-list"
  | "underscore"
  | "not-found"
  | "many-parts"
  | "invalid"
  | "unable";

const RULES: Readonly<Record<SpriteRejection, (answer: string, medium: SpriteMedium) => boolean>> =
  {
    "empty": (a) => a.trim() === "",
    "unknown": (a) => a.includes("unknow"),
    "empty-list": (a) => a.includes("[]"),
    "underscore": (a) => a.includes("_"),
    "not-found": (a) => a.includes("no") && a.includes("found"),
    "many-parts": (a) => a.split(/[,>;]/).length > 10,
    "invalid": (a, medium) => medium !== "video" && a.includes("invalid"),
    "unable": (a, medium) => medium === "video" && a.includes("unable"),
  };

/**
 * By which of its rules SPRITE throws an answer away.
 *
 * @param answer the answer
 * @param medium what the question is put about
 * @returns the names of the rules; none where it is kept
 *
 * @example
 * ```ts
 * import { spriteRejections } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(spriteRejections("The notebook was found", "image"), ["not-found"]);
 * ```
 */
export function spriteRejections(answer: string, medium: SpriteMedium): SpriteRejection[] {
  const lower = answer.toLowerCase();
  return (Object.keys(RULES) as SpriteRejection[]).filter((rule) => RULES[rule](lower, medium));
}

/** Words that hold the letters of a rule and mean none of it. */
const INNOCENT: Readonly<Partial<Record<SpriteRejection, (answer: string) => boolean>>> = {
  // An underscore within a name, as in tv_monitor.
  "underscore": (a) => !/(^|[^a-z0-9])_|_([^a-z0-9]|$)/.test(a),
  // "notebook", "north", "now" are no "no".
  "not-found": (a) => !/\b(no|not|none|nothing)\b/.test(a),
  "unknown": (a) => !/\bunknown?s?\b/.test(a),
  "invalid": (a) => /\binvalid(s|ed|ity)\b/.test(a) && !/\binvalid\b/.test(a),
  "unable": (a) => !/\bunable\b/.test(a),
};

/**
 * By which rules an answer is thrown away although it says nothing of the kind: an underscore within
 * a name, letters within other words.
 *
 * @param answer the answer
 * @param medium what the question is put about
 * @returns the names of the rules that lose it wrongly; none where any rule rejects it rightly
 *
 * @example
 * ```ts
 * import { wrongSpriteRejections } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(wrongSpriteRejections("tv_monitor", "image"), ["underscore"]);
 * assertEquals(wrongSpriteRejections("no chair was found", "image"), []);
 * ```
 */
export function wrongSpriteRejections(answer: string, medium: SpriteMedium): SpriteRejection[] {
  const lower = answer.toLowerCase();
  const rules = spriteRejections(answer, medium);
  return rules.every((rule) => INNOCENT[rule]?.(lower) === true) ? rules : [];
}

/** Substrings for which SPRITE throws a program's source away. */
export const SPRITE_FORBIDDEN: readonly string[] = ["input", "read", "__doc__"];

/**
 * Which forbidden substrings a program holds, and which of them only within other words, such as
 * `"bread"`, `"thread"` or `"already"`.
 *
 * @param source the program's text
 * @returns what SPRITE finds, and what of it is no use of the word itself
 *
 * @example
 * ```ts
 * import { forbiddenInSprite } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(forbiddenInSprite('return "bread"'), { found: ["read"], wrongly: ["read"] });
 * ```
 */
export function forbiddenInSprite(
  source: string,
): { readonly found: readonly string[]; readonly wrongly: readonly string[] } {
  const found = SPRITE_FORBIDDEN.filter((word) => source.includes(word));
  const wrongly = found.filter((word) =>
    !new RegExp(`(?<![A-Za-z0-9_])${word}(?![A-Za-z0-9_])`).test(source)
  );
  return { found, wrongly };
}
