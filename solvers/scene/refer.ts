import type { Real3 } from "../../geometry/space/real.ts";
import { extentAlong, objectDistance } from "./measures.ts";
import { compareQuantities, Quantity } from "./quantity.ts";
import type { ReadyScene } from "./ready_scene.ts";
import type { SceneCamera } from "./scene.ts";

/** A part of a description. */
export type ReferringPart =
  /** It has this colour or property. */
  | { readonly kind: "attribute"; readonly value: string }
  /** It is the one of its kind nearest to the only object of a category, by surfaces. */
  | { readonly kind: "nearest-to"; readonly landmark: string }
  /** It stands on the only object of a category. */
  | { readonly kind: "on"; readonly landmark: string }
  /** It is the n-th from an end, of those that the rest describes. */
  | { readonly kind: "ordinal"; readonly from: OrdinalEnd; readonly nth: number };

/** The ends that objects are counted from. */
export type OrdinalEnd =
  | "left"
  | "right"
  | "front"
  | "back"
  | "top"
  | "bottom"
  | "largest"
  | "smallest";

/** A description that fits one object alone. */
export interface Reference {
  /** What it is. */
  readonly category: string;
  /** What sets it apart from others of its category; as few as can be. */
  readonly parts: readonly ReferringPart[];
  /** The description in words. */
  readonly words: string;
}

/** An attribute or relation, and whom it fits. */
interface Trait {
  readonly part: ReferringPart;
  fits(i: number): boolean;
}

const ENDS: readonly OrdinalEnd[] = [
  "left",
  "right",
  "front",
  "back",
  "top",
  "bottom",
  "largest",
  "smallest",
];

/** More parts than these nobody follows. */
const MOST_PARTS = 3;

/**
 * The shortest description that fits an object alone: its category, then attributes, relations to
 * what there is one of, and at most one place in an order, of those that the rest describes. Fewer
 * parts come first, then attributes before relations before orders; all of them are tried.
 *
 * @param scene the scene
 * @param i the number of the object
 * @param camera whose left, right, front (near) and back are meant; none without
 * @returns the description; null where none of at most three parts fits it alone
 *
 * Cost: some milliseconds.
 *
 * @example
 * ```ts
 * import { frameOf, orientedBox } from "@alidade/core/geometry";
 * import { readyScene, referTo } from "@alidade/core/solvers";
 * import { assertEquals } from "@std/assert";
 *
 * const cup = (id: string, x: number, colour: string) => ({
 *   ...{ id, category: "cup", colour },
 *   box: orientedBox({ center: [x, 0, 0], size: [1, 1, 1] }),
 * });
 * const objects = [cup("a", 0, "red"), cup("b", 3, "red"), cup("c", 6, "blue")];
 * const scene = readyScene({ frame: frameOf("unity"), objects });
 * assertEquals(referTo(scene, 2)?.words, "the blue cup");
 * assertEquals(referTo(scene, 0), null);
 * ```
 */
export function referTo(scene: ReadyScene, i: number, camera?: SceneCamera): Reference | null {
  const { category } = scene.objects[i]!;
  const kin = scene.objects.map((_, j) => j).filter((j) => scene.objects[j]!.category === category);
  const traits = traitsOf(scene, i, kin);
  for (let size = 0; size <= MOST_PARTS; size++) {
    for (const chosen of subsets(traits, size)) {
      if (fitting(kin, chosen).length === 1) return reference(category, chosen.map((t) => t.part));
    }
    if (size === 0) continue;
    for (const chosen of subsets(traits, size - 1)) {
      const left = fitting(kin, chosen);
      const part = ordinalOf(scene, i, left, camera);
      if (part !== null) return reference(category, [...chosen.map((t) => t.part), part]);
    }
  }
  return null;
}

function fitting(kin: readonly number[], traits: readonly Trait[]): number[] {
  return kin.filter((j) => traits.every((t) => t.fits(j)));
}

/** What holds of the object: attributes, then relations to what there is one of. */
function traitsOf(scene: ReadyScene, i: number, kin: readonly number[]): Trait[] {
  const attributes = (j: number) => {
    const { colour, attributes = [] } = scene.objects[j]!;
    return colour === undefined ? attributes : [colour, ...attributes];
  };
  const traits: Trait[] = attributes(i).map((value) => ({
    part: { kind: "attribute", value },
    fits: (j) => attributes(j).includes(value),
  }));
  for (const [k, { category }] of scene.objects.entries()) {
    const isOnly = scene.objects.filter((o) => o.category === category).length === 1;
    if (!isOnly || kin.includes(k)) continue;
    if (isOn(scene, i, k)) {
      traits.push({
        part: { kind: "on", landmark: category },
        fits: (j) => isOn(scene, j, k),
      });
    }
    const nearest = soleNearest(scene, k, kin);
    if (nearest === i) {
      traits.push({
        part: { kind: "nearest-to", landmark: category },
        fits: (j) => j === i,
      });
    }
  }
  return traits;
}

/** Standing on: lowest point at the other's highest to a centimetre, shadows that meet. */
function isOn(scene: ReadyScene, i: number, k: number): boolean {
  const up: Real3 = [0, 0, 1];
  const gap = extentAlong(scene, i, up).low.minus(extentAlong(scene, k, up).high);
  if (gap.abs().compare({ num: 1n, den: 100n }) > 0) return false;
  return objectDistance(scene, i, k, "surface-ground").exactly.sign === 0;
}

function soleNearest(scene: ReadyScene, k: number, kin: readonly number[]): number | null {
  const sorted = kin.map((j) => ({ j, d: objectDistance(scene, k, j, "nearest-surface") }))
    .sort((a, b) => compareQuantities(a.d, b.d));
  const [first, second] = sorted;
  if (first === undefined) return null;
  return second !== undefined && compareQuantities(first.d, second.d) === 0 ? null : first.j;
}

/** Where an object stands in an order of some, from the end where it is nearest; ties have none. */
function ordinalOf(
  scene: ReadyScene,
  i: number,
  among: readonly number[],
  camera: SceneCamera | undefined,
): ReferringPart | null {
  let best: { from: OrdinalEnd; nth: number } | null = null;
  for (const from of ENDS) {
    const key = orderKey(scene, from, camera);
    if (key === null) continue;
    const own = key(i);
    const signs = among.filter((j) => j !== i).map((j) => compareQuantities(key(j), own));
    if (signs.includes(0)) continue;
    const nth = signs.filter((s) => s < 0).length + 1;
    if (best === null || nth < best.nth) best = { from, nth };
  }
  return best === null ? null : { kind: "ordinal", ...best };
}

/** What objects are sorted by, from an end: the least is first. */
function orderKey(
  scene: ReadyScene,
  from: OrdinalEnd,
  camera: SceneCamera | undefined,
): ((i: number) => Quantity) | null {
  const along = (v: Real3, sense: 1 | -1) => (i: number) => {
    const { middle } = extentAlong(scene, i, v);
    return Quantity.rational(sense > 0 ? middle : middle.negated());
  };
  if (from === "top" || from === "bottom") return along([0, 0, 1], from === "top" ? -1 : 1);
  if (from === "largest" || from === "smallest") {
    return (i) => {
      const { axes } = scene.table.integers.boxes[i]!;
      const [p, q, r] = axes;
      const det = p[0] * (q[1] * r[2] - q[2] * r[1]) - p[1] * (q[0] * r[2] - q[2] * r[0]) +
        p[2] * (q[0] * r[1] - q[1] * r[0]);
      const size = det < 0n ? -det : det;
      return Quantity.rational({ num: from === "smallest" ? size : -size, den: 1n });
    };
  }
  if (camera === undefined) return null;
  const { right, forward } = camera.camera;
  if (from === "left" || from === "right") return along(right, from === "left" ? 1 : -1);
  return along(forward, from === "front" ? 1 : -1);
}

function* subsets<T>(list: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let k = from; k + size <= list.length; k++) {
    for (const rest of subsets(list, size - 1, k + 1)) yield [list[k]!, ...rest];
  }
}

const NTH = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
const FIRST: Readonly<Record<OrdinalEnd, string>> = {
  left: "leftmost",
  right: "rightmost",
  front: "nearest",
  back: "farthest",
  top: "highest",
  bottom: "lowest",
  largest: "largest",
  smallest: "smallest",
};

function reference(category: string, parts: readonly ReferringPart[]): Reference {
  const words: string[] = [];
  let behind = "";
  for (const part of parts) {
    if (part.kind === "attribute") words.push(part.value);
    else if (part.kind === "on") behind += ` on the ${part.landmark}`;
    else if (part.kind === "nearest-to") behind += ` nearest to the ${part.landmark}`;
    else {
      const [before, after] = ordinalWords(part);
      words.unshift(before);
      behind = after + behind;
    }
  }
  return { category, parts, words: ["the", ...words, category].join(" ") + behind };
}

/** What stands before and behind the noun: the second ... from the left, the second largest ... */
function ordinalWords(
  { from, nth }: ReferringPart & { readonly kind: "ordinal" },
): [string, string] {
  if (nth === 1) return [FIRST[from], ""];
  const place = NTH[nth - 1] ?? `${nth}th`;
  return from === "left" || from === "right"
    ? [place, ` from the ${from}`]
    : [`${place} ${FIRST[from]}`, ""];
}
