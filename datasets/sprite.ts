import { Rational } from "../geometry/space/rational.ts";
import { examineScene } from "../solvers/scene/doctor.ts";
import { sceneOf } from "../solvers/scene/raw_scene.ts";
import { ReadyScene } from "../solvers/scene/ready_scene.ts";
import { extentAlong, objectDistance } from "../solvers/scene/measures.ts";
import { isInPicture } from "../solvers/scene/view.ts";
import { tellWalk } from "../solvers/scene/walk.ts";
import { notJson, reading } from "./_record.ts";
import type { BadRecord, Claim, Dataset, Judgement, ReadContext, SourceFile } from "./dataset.ts";
import type { Reading } from "./dataset.ts";
import { readSpriteScene } from "./scenes/sprite_scene.ts";

/**
 * SPRITE's scenes: a folder with `metainfo/`, `camera_pose/` and what is derived from them. Checked
 * are the derived fields (volumes, half extents, counts, objects by frame), every appearance
 * against the picture of the agent's camera, and, where a file of expected pairs stands beside,
 * each pair's distances and heights. What a program that takes the fields literally would trip
 * over is told, one record a trap.
 */
export const sprite: Dataset = {
  name: "sprite",
  summary: "SPRITE's scene metadata, a folder: derived fields, appearances in frames, pairs of " +
    "objects, and the traps of the fields",
  source: "https://github.com/AI9Stars/SPRITE",
  licence: "research data without a stated licence",
  companions: [{
    key: "expected",
    summary:
      "pairs of objects as computed elsewhere; by default expected_scene<name>.json in the " +
      "folder or in sprite_check beside it",
    required: false,
  }],
  readsFolders: true,
  read,
};

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  const names = await context.list(file.path).catch(() => null);
  if (names === null) {
    const folder = file.path.replace(/[^/\\]*$/, "") + "..";
    yield* readScene({ folder, path: file.path, context, text: await file.text() });
    return;
  }
  const folder = names.includes("metainfo") ? file.path : `${file.path}/../sprite`;
  const scenes = await context.list(`${folder}/metainfo`).catch(() => {
    throw new Error(`Cannot read ${file.path}: it has no folder metainfo, must have one`);
  });
  for (const name of scenes.filter((n) => n.endsWith(".json"))) {
    const path = `${folder}/metainfo/${name}`;
    try {
      yield* readScene({ folder, path, context, text: await (await context.open(path)).text() });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      yield { kind: "bad", where: { file: path }, message: error.message };
    }
  }
}

interface Source {
  readonly folder: string;
  readonly path: string;
  readonly text: string;
  readonly context: ReadContext;
}

/** A scene with the parts of its metadata that make claims. */
interface SpriteScene {
  readonly path: string;
  readonly name: string;
  readonly metadata: readonly SpriteObject[];
  readonly poses: unknown;
  readonly ready: ReadyScene;
}

interface SpriteObject {
  readonly id: string;
  readonly category: string;
  readonly appear?: readonly number[];
  readonly obb: {
    readonly sizes: readonly number[];
    readonly half_extents?: readonly number[];
    readonly volume?: number;
  };
}

async function* readScene({ folder, path, text, context }: Source): AsyncIterable<Reading> {
  const name = path.replace(/^.*[/\\]/, "").replace(/\.json$/, "");
  const metadata = parse(text);
  const poses = await optional(context, `${folder}/camera_pose/${name}.json`);
  const scene: SpriteScene = {
    ...{ path, name, poses },
    metadata: metadata as readonly SpriteObject[],
    ready: settle(() => new ReadyScene(sceneOf(readSpriteScene(metadata, poses ?? {})))),
  };
  yield* derivedFields(scene);
  yield* appearances(scene);
  yield* await frames(scene, folder, context);
  yield* await counts(scene, folder, context);
  yield* await expected(scene, folder, context);
  yield* traps(scene);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(error);
  }
}

/** What is of another type than it must be is a fault of the file, not of the reader. */
function settle<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof TypeError ? new SyntaxError(error.message) : error;
  }
}

/** A file that may not be there, parsed. */
async function optional({ exists, open }: ReadContext, path: string): Promise<unknown> {
  return await exists(path) ? parse(await (await open(path)).text()) : undefined;
}

function claim(
  scene: Pick<SpriteScene, "path">,
  id: string,
  claimed: string,
  judge: () => Judgement,
): Reading {
  return reading({ file: scene.path, field: id }, () => ({ id, claimed, judge }) as Claim);
}

/** Numbers are written with six decimals, or are products of such. */
const NEAR = 2e-6;

function near(claimed: number, truth: number, group: string, room = NEAR): Judgement {
  const agree = Math.abs(claimed - truth) <= room * Math.max(1, Math.abs(truth));
  return {
    verdict: agree ? "agree" : "disagree",
    answer: String(Number(truth.toPrecision(12))),
    reason: agree ? null : `claimed ${claimed}, is ${Number(truth.toPrecision(8))}`,
    margin: null,
    group,
  };
}

/** volume = product of the sizes, half_extents = half of them. */
function* derivedFields(scene: SpriteScene): Iterable<Reading> {
  for (const { id, obb } of scene.metadata) {
    const { sizes, volume, half_extents } = obb;
    if (typeof volume === "number") {
      yield claim(scene, `${id} volume`, String(volume), () => {
        const product = sizes.reduce(
          (p, x) => p.times(Rational.from(x)),
          Rational.ONE,
        );
        // Of extents that are rounded to six decimals.
        const room = sizes.reduce((sum, x) => sum + 5e-7 / x, 1e-12) * product.toNumber();
        return near(volume, product.toNumber(), "volume", Math.max(NEAR, room));
      });
    }
    if (Array.isArray(half_extents)) {
      yield claim(scene, `${id} half_extents`, half_extents.join(" "), () => {
        const off = sizes.map((x, k) => Math.abs(x / 2 - Number(half_extents[k])));
        const judgement = near(Math.max(...off), 0, "half extents");
        return { ...judgement, answer: sizes.map((x) => x / 2).join(" ") };
      });
    }
  }
}

/** Whoever appears in a frame is at least partly in its picture. */
function* appearances(scene: SpriteScene): Iterable<Reading> {
  for (const [i, { id, appear = [] }] of scene.metadata.entries()) {
    for (const time of appear) {
      const camera = scene.ready.cameras.find((c) => c.time === time);
      if (camera === undefined) continue;
      yield claim(scene, `${id} frame ${time}`, "appears", () => {
        const isIn = isInPicture(scene.ready, i, camera.camera);
        return {
          verdict: isIn ? "agree" : "disagree",
          answer: isIn ? "in the picture" : "not in the picture",
          reason: isIn ? null : "its box is outside of what the camera sees",
          margin: null,
          group: "appearance",
        };
      });
    }
  }
}

/** The objects of a frame are those of the scene that appear in it. */
async function frames(
  scene: SpriteScene,
  folder: string,
  context: ReadContext,
): Promise<Reading[]> {
  const made: Reading[] = [];
  const pattern = new RegExp(`^${escaped(scene.name)}_frame_(\\d+)\\.json$`);
  for (const part of ["image_metatinfo", "image_collection_objects"]) {
    for (const name of await context.list(`${folder}/${part}`).catch(() => [])) {
      const frame = pattern.exec(name)?.[1];
      if (frame === undefined) continue;
      const path = `${folder}/${part}/${name}`;
      const found = await attempt(path, () => optional(context, path));
      if ("kind" in found) {
        made.push(found);
        continue;
      }
      const listed = idsIn(found.value);
      made.push(claim({ path }, `${part} ${frame}`, listed.join(", "), () => {
        const right = scene.metadata
          .filter((o) => o.appear?.includes(Number(frame)))
          .map((o) => o.id);
        const missing = right.filter((id) => !listed.includes(id));
        const extra = listed.filter((id) => !right.includes(id));
        const agree = missing.length === 0 && extra.length === 0;
        const reason = [
          ...missing.map((id) => `${id} appears in it and is left out`),
          ...extra.map((id) => `${id} does not appear in it`),
        ].join("; ");
        return {
          verdict: agree ? "agree" : "disagree",
          answer: right.join(", "),
          reason: reason || null,
          margin: null,
          group: "objects of a frame",
        };
      }));
    }
  }
  return made;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

async function attempt(
  path: string,
  read: () => Promise<unknown>,
): Promise<BadRecord | { readonly value: unknown }> {
  try {
    return { value: await read() };
  } catch (error) {
    return { kind: "bad", where: { file: path }, message: (error as Error).message };
  }
}

/** The ids that a list of objects or an object by ids names. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.map((o) => String((o as SpriteObject)?.id));
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

/** Objects by id, and how many there are of each id or category. */
async function counts(
  scene: SpriteScene,
  folder: string,
  context: ReadContext,
): Promise<Reading[]> {
  const made: Reading[] = [];
  const path = `${folder}/objects_num/${scene.name}.json`;
  const numbers = await attempt(path, () => optional(context, path));
  if ("kind" in numbers) return [numbers];
  for (const [id, claimed] of Object.entries((numbers.value ?? {}) as Record<string, unknown>)) {
    made.push(claim({ path }, `number of ${id}`, String(claimed), () => {
      const byId = scene.metadata.filter((o) => o.id === id).length;
      const truth = byId || scene.metadata.filter((o) => o.category === id).length;
      return near(Number(claimed), truth, "count");
    }));
  }
  return made;
}

interface ExpectedPair {
  readonly a: string;
  readonly b: string;
  readonly centre?: number;
  readonly surface?: number;
  readonly a_bottom_minus_b_top?: number;
}

/** Pairs that were computed elsewhere. */
async function expected(
  scene: SpriteScene,
  folder: string,
  context: ReadContext,
): Promise<Reading[]> {
  const name = `expected_scene${scene.name}.json`;
  const places = context.companions.get("expected") ??
    [`${folder}/${name}`, `${folder}/../sprite_check/${name}`];
  for (const path of places) {
    if (!await context.exists(path)) continue;
    const found = await attempt(path, () => optional(context, path));
    if ("kind" in found) return [found];
    const { pairs = [], path: way } = (found.value ?? {}) as {
      pairs?: readonly ExpectedPair[];
      path?: { true_length?: number; displacement?: number };
    };
    return [
      ...pairs.flatMap((pair) => pairClaims(scene, path, pair)),
      ...wayClaims(scene, path, way ?? {}),
    ];
  }
  return [];
}

function pairClaims(scene: SpriteScene, path: string, pair: ExpectedPair): Reading[] {
  const { ready } = scene;
  const { a, b } = pair;
  const figures: [keyof ExpectedPair, string, (i: number, j: number) => number][] = [
    [
      "centre",
      "centre distance",
      (i, j) => objectDistance(ready, i, j, "centre-3d").measured.approximate,
    ],
    [
      "surface",
      "surface distance",
      (i, j) => objectDistance(ready, i, j, "nearest-surface").measured.approximate,
    ],
    ["a_bottom_minus_b_top", "vertical gap", (i, j) => {
      const up = [0, 0, 1] as const;
      return extentAlong(ready, i, up).low.minus(extentAlong(ready, j, up).high).toNumber();
    }],
  ];
  return figures.filter(([field]) => typeof pair[field] === "number").map(([field, group, of]) =>
    claim(
      { path },
      `${a} / ${b} ${field}`,
      String(pair[field]),
      () => near(pair[field] as number, of(ready.number(a), ready.number(b)), group),
    )
  );
}

function wayClaims(
  { ready }: SpriteScene,
  path: string,
  { true_length, displacement }: { true_length?: number; displacement?: number },
): Reading[] {
  if (ready.cameras.length === 0) return [];
  const poses = ready.cameras.toSorted((a, b) => (a.time ?? 0) - (b.time ?? 0))
    .map(({ camera }) => camera);
  const made: Reading[] = [];
  if (true_length !== undefined) {
    made.push(
      claim(
        { path },
        "length of the way",
        String(true_length),
        () => near(true_length, tellWalk(poses).length, "way", 1e-6),
      ),
    );
  }
  if (displacement !== undefined) {
    made.push(
      claim(
        { path },
        "displacement",
        String(displacement),
        () => near(displacement, tellWalk(poses).displacement, "way", 1e-6),
      ),
    );
  }
  return made;
}

/** What a program trips over that takes the fields literally. */
function* traps(scene: SpriteScene): Iterable<Reading> {
  const literal = readSpriteScene(scene.metadata, scene.poses ?? {}, { as: "literal" });
  for (const { trap, sure, says, evidence } of examineScene(literal)) {
    if (sure === "possible") continue;
    yield claim(scene, `trap ${trap}`, "as the fields say", () => ({
      verdict: "disagree",
      answer: says,
      reason: `${says} (${sure}: ${evidence})`,
      margin: null,
      group: `trap: ${trap}`,
    }));
  }
}
