import * as v from "valibot";
import { parseDecimal } from "../geometry/decimal.ts";
import { Rational } from "../geometry/space/rational.ts";
import { objectDistance, objectSize } from "../solvers/scene/measures.ts";
import { compareQuantities, Quantity } from "../solvers/scene/quantity.ts";
import { readyScene } from "../solvers/scene/ready_scene.ts";
import { solveScene } from "../solvers/scene/table.ts";
import { vsiGridDistance } from "../solvers/scene/vsi_grid.ts";
import { exact, type Margin, type Outcome, tie } from "../solvers/outcome.ts";
import * as schema from "../geometry/schema.ts";
import { sceneKind, type SceneQuestion } from "../tasks/kinds/scene.ts";
import type { Kind, Question } from "../tasks/kind.ts";
import { recordMembers, requireOnce } from "./_json_members.ts";
import { judging, UnsupportedError } from "./_judging.ts";
import { checkRecord, parseRecord, reading } from "./_record.ts";
import { type RawBox, VsiMeta } from "./_vsi_meta.ts";
import type { Dataset, Judgement, ReadContext, Reading, SourceFile } from "./dataset.ts";
import { judgeClaim } from "./judge_claim.ts";
import type { VsiScene } from "./scenes/vsi_scene.ts";

const ANSWER = v.union([v.string(), v.number()]);
const RECORD = v.object({
  id: v.union([v.string(), v.number()]),
  scene: v.string(),
  type: v.string(),
  question: v.string(),
  options: v.nullish(v.array(v.string())),
  answer: ANSWER,
});

/** The same fields as the benchmark's own file calls them. */
const PUBLISHED = v.object({
  ...RECORD.entries,
  scene: v.optional(v.string()),
  type: v.optional(v.string()),
  answer: v.optional(ANSWER),
  scene_name: v.optional(v.string()),
  question_type: v.optional(v.string()),
  ground_truth: v.optional(ANSWER),
});

/**
 * VSI-Bench: questions about rooms whose objects are oriented boxes. Directions go by centroids on
 * the ground, relative distances and sizes by the boxes, counts by the distinct boxes; absolute
 * distances by its own 5 cm grids, with the bias against the true distance told. What only a video
 * shows (the order of appearance, routes by landmarks) is named as not understood.
 */
export const vsi: Dataset = {
  name: "vsi",
  summary: "VSI-Bench: counts, sizes, distances and directions in rooms, from the boxes of its " +
    "metadata; absolute distances by its grid rule, with their bias",
  source: "https://huggingface.co/datasets/nyu-visionx/VSI-Bench",
  licence: "Apache-2.0; the scans have terms of their own",
  companions: [{
    key: "meta",
    summary: "the metadata of the scenes, boxes by scene and category; may be given several times",
    required: true,
  }],
  read,
};

type VsiRecord = v.InferOutput<typeof RECORD>;

interface Job {
  readonly record: VsiRecord;
  readonly meta: VsiMeta;
}

async function* read(file: SourceFile, context: ReadContext): AsyncIterable<Reading> {
  const meta = await VsiMeta.open(context);
  for await (const member of recordMembers(file, "lines")) {
    yield reading({ file: file.path, line: member.line }, () => {
      requireOnce(member);
      const record = readRecord(member.text);
      const judge = JUDGES[record.type];
      const unsupported = () => {
        throw new UnsupportedError(
          `does not decide ${JSON.stringify(record.type)}: boxes alone do not tell`,
        );
      };
      return {
        id: String(record.id),
        claimed: String(record.answer),
        judge: judging(() => {
          const judgement = (judge ?? unsupported)({ record, meta });
          return { group: record.type, ...judgement };
        }),
      };
    });
  }
}

function readRecord(text: string): VsiRecord {
  const { scene, type, answer, scene_name, question_type, ground_truth, ...rest } = parseRecord(
    PUBLISHED,
    text,
  );
  return checkRecord(RECORD, {
    ...rest,
    scene: scene ?? scene_name,
    type: type ?? question_type,
    answer: answer ?? ground_truth,
  });
}

const JUDGES: Readonly<Record<string, (job: Job) => Judgement>> = {
  object_rel_direction_easy: (job) => judgeDirection(job, "vsi-easy"),
  object_rel_direction_medium: (job) => judgeDirection(job, "vsi-medium"),
  object_rel_direction_hard: (job) => judgeDirection(job, "vsi-hard"),
  object_rel_distance: judgeNearest,
  object_size_estimation: judgeSize,
  object_counting: judgeCount,
  object_abs_distance: judgeDistance,
  room_size_estimation: judgeRoom,
};

const STANDING = /standing by the (.+?) and facing the (.+?), is the (.+?) to (?:my|the) /;

/** Closer to a boundary than this, a question is meant to be left out. */
const DEGREES = 10;

function judgeDirection({ record, meta }: Job, variant: string): Judgement {
  const [, at, facing, target] = understand(STANDING, record.question);
  const scene = meta.scene(record.scene);
  const args = {
    at: only(scene, at!),
    facing: only(scene, facing!),
    target: only(scene, target!),
  };
  const instance: SceneQuestion = { scene: scene.scene, args, variant };
  const judgement = judgeChoice(record, { kind: sceneKind("stand-face"), instance } as Question);
  if (judgement.verdict === "disagree" && claimedOption(record) !== sideBeyond(instance)) {
    return judgement;
  }
  return softened(judgement, DEGREES, "is nearer to a boundary than the 10 degrees meant");
}

/** The side beyond the boundary that the direction is nearest to; null where none is near. */
function sideBeyond(instance: SceneQuestion): string | null {
  const { solve } = sceneKind("stand-face");
  const [side, half] = [solve(instance), solve({ ...instance, variant: "vsi-easy" })];
  if (side.status !== "exact" || half.status !== "exact" || half.margin === null) return null;
  const [name, hand] = [String(side.value), String(half.value)];
  if (half.margin.value < DEGREES) return name.replace(hand, hand === "left" ? "right" : "left");
  if (name === "back") return hand;
  if (name === hand) return instance.variant === "vsi-medium" ? "back" : null;
  return name.startsWith("front") ? `back-${hand}` : `front-${hand}`;
}

const NEAREST = /of these objects \((.+?)\) is the closest to the (.+?)\?/;

/** Options nearer to each other than this are meant to be left out. */
const APART = 0.15;

function judgeNearest({ record, meta }: Job): Judgement {
  const [, options, anchor] = understand(NEAREST, record.question);
  const { scene } = meta.scene(record.scene);
  const instance = {
    scene,
    anchors: idsOf(meta.scene(record.scene), anchor!),
    options: options!.split(", ").flatMap((name) => idsOf(meta.scene(record.scene), name)),
  };
  const judgement = judgeChoice(record, { kind: nearestCategory, instance } as unknown as Question);
  const margin = judgement.verdict === "disagree" ? gapOf(record, instance) : null;
  // What is claimed may be far off though two others are close.
  const own = margin === null ? judgement : { ...judgement, margin };
  return softened(own, APART, "is nearer to another option than the 0.15 m meant");
}

/** How much further the claimed category is than the nearest; null where it is not among them. */
function gapOf(record: VsiRecord, instance: NearestInstance): Margin | null {
  const claimed = claimedOption(record);
  const nearest = nearestCategory.solve(instance);
  if (claimed === undefined || nearest.status !== "exact") return null;
  const options = instance.options.filter((id) => {
    const category = instance.scene.objects.find((object) => object.id === id)?.category;
    return category === claimed || category === nearest.value;
  });
  const pair = nearestCategory.solve({ ...instance, options });
  return pair.status === "exact" ? pair.margin ?? null : null;
}

interface NearestInstance {
  readonly scene: VsiScene["scene"];
  readonly anchors: readonly string[];
  readonly options: readonly string[];
}

/** Of which category is the object nearest to any of some others? */
const nearestCategory: Kind<NearestInstance, string> = {
  name: "vsi-nearest",
  margin: { unit: "metre", places: 3 },
  schema: schema.value("a scene, anchors and options", (x) => typeof x === "object"),
  solve({ scene, anchors, options }): Outcome<string> {
    const ready = readyScene(scene);
    const list = options.map((id) => ({
      category: ready.objects[ready.number(id)]!.category,
      quantity: anchors.map((anchor) =>
        objectDistance(ready, ready.number(anchor), ready.number(id), "nearest-surface")
      ).reduce((a, b) => compareQuantities(b, a) < 0 ? b : a),
    }));
    const best = list.reduce((a, b) => compareQuantities(b.quantity, a.quantity) < 0 ? b : a);
    const ties = list.filter((o) => compareQuantities(o.quantity, best.quantity) === 0);
    const names = [...new Set(ties.map((o) => o.category))];
    if (names.length > 1) return tie(names);
    const others = list.filter((o) => o.category !== best.category);
    if (others.length === 0) return exact(best.category);
    const value = Math.min(...others.map((o) => o.quantity.lower - best.quantity.upper));
    return exact(best.category, { value: Math.max(0, value), unit: "metre" });
  },
  frame: () => "none",
  say: (answer) => answer,
  read: (words) => words.trim() === "" ? null : words.trim(),
};

/** A claim of one of the options, by its letter. */
function judgeChoice(record: VsiRecord, question: Question): Judgement {
  if (!record.options?.length) throw new UnsupportedError("does not find the options");
  const choices = choicesOf(record);
  const claim = {
    kind: "claim",
    id: String(record.id),
    where: { file: "" },
    claimed: String(record.answer),
    question: { ...question, choices },
  } as const;
  return judgeClaim(claim);
}

/** The options without their letters. */
function choicesOf({ options }: VsiRecord): readonly string[] {
  return (options ?? []).map((option) => option.replace(/^[A-Z]\.\s*/, ""));
}

/** The option whose letter is claimed; nothing where there is none. */
function claimedOption(record: VsiRecord): string | undefined {
  return choicesOf(record)["ABCDEFGH".indexOf(String(record.answer).trim().toUpperCase())];
}

/** Too close to call by the dataset's own rule. */
function softened(judgement: Judgement, least: number, why: string): Judgement {
  const { verdict, margin, reason } = judgement;
  if (verdict !== "disagree" || margin === null || margin.value >= least) return judgement;
  return { ...judgement, verdict: "ambiguous", reason: `${reason}; it ${why}` };
}

const SIZE = /(?:longest dimension).* of the (.+?), measured in centimeters/;

function judgeSize({ record, meta }: Job): Judgement {
  const [, name] = understand(SIZE, record.question);
  const scene = meta.scene(record.scene);
  const ready = readyScene(scene.scene);
  const size = objectSize(ready, ready.number(only(scene, name!)), "longest");
  const claimed = readClaim(record);
  return measured(size, claimed, { scale: 100, half: "0.5", places: 1, unit: "cm" });
}

const COUNT = /How many (.+?)\(s\) are/;

function judgeCount({ record, meta }: Job): Judgement {
  const [, name] = understand(COUNT, record.question);
  const scene = meta.scene(record.scene);
  const { outcome } = solveScene(scene.scene, { query: "count", args: { category: name! } });
  const boxes = outcome.status === "exact" ? outcome.value as number : 0;
  const claimed = Number(readClaim(record));
  const base = { answer: String(boxes), margin: null };
  if (claimed === boxes) return { verdict: "agree", reason: conflictOf(scene, name!), ...base };
  const counted = scene.counts.get(name!);
  if (counted === claimed) {
    return {
      verdict: "undetermined",
      reason: conflictOf(scene, name!) ??
        `the metadata contradicts itself: it counts ${counted}, and has ${boxes} boxes`,
      ...base,
      group: "object_counting: the metadata contradicts itself",
    };
  }
  return { verdict: "disagree", reason: `claimed ${claimed}, is ${boxes}`, ...base };
}

/** What is wrong with the counts of a category; null where nothing is. */
function conflictOf({ conflicts }: VsiScene, name: string): string | null {
  const conflict = conflicts.get(name);
  if (conflict === undefined) return null;
  const { counted, boxes, doubled } = conflict;
  const twice = doubled === 0 ? "" : `, ${doubled} of them twice`;
  return `the metadata contradicts itself: it counts ${counted ?? "none"}, and has ` +
    `${boxes + doubled} boxes${twice}`;
}

const DISTANCE = /distance between the (.+?) and the (.+?) \(in meters\)/;

function judgeDistance({ record, meta }: Job): Judgement {
  const [, first, second] = understand(DISTANCE, record.question);
  const scene = meta.scene(record.scene);
  const ready = readyScene(scene.scene);
  const [i, j] = [first!, second!].map((name) => ready.number(only(scene, name)));
  const truth = objectDistance(ready, i!, j!, "nearest-surface").measured.approximate;
  const claimed = Number(readClaim(record));
  const [a, b] = [first!, second!].map((name) => gridBox(meta.rawBox(record.scene, name)));
  const grid = vsiGridDistance(a!, b!);
  const bias = claimed - truth;
  const isReproduced = Math.abs(claimed - grid) <= 0.05 + 1e-9;
  const isTrue = Math.abs(bias) <= 0.05 + 1e-9;
  return {
    verdict: isReproduced || isTrue ? "agree" : "disagree",
    answer: grid.toFixed(3),
    reason: isTrue
      ? null
      : `claimed ${claimed}; its grid rule gives ${grid.toFixed(3)}, the true distance is ` +
        `${truth.toFixed(3)} m: off by ${bias.toFixed(3)}`,
    margin: null,
    group: isReproduced
      ? `object_abs_distance: by the grid rule${isTrue ? "" : ", over 0.05 m from the truth"}`
      : "object_abs_distance: not by the grid rule",
    totals: {
      "absolute distances": 1n,
      "absolute distances: claimed less true, in micrometres": micrometres(bias),
      "absolute distances: grid rule less true, in micrometres": micrometres(grid - truth),
    },
  };
}

function micrometres(metres: number): bigint {
  return BigInt(Math.round(metres * 1e6));
}

function gridBox({ centroid, axesLengths, normalizedAxes: n }: RawBox) {
  return {
    center: centroid,
    extent: axesLengths,
    axes: [n.slice(0, 3), n.slice(3, 6), n.slice(6, 9)],
  };
}

function judgeRoom({ record, meta }: Job): Judgement {
  const { roomSize } = meta.scene(record.scene);
  if (roomSize === null) throw new UnsupportedError("does not find the room's size");
  const size = Quantity.rational(Rational.from(roomSize));
  return measured(size, readClaim(record), { scale: 1, half: "0.05", places: 2, unit: "m2" });
}

interface Rounding {
  /** How many of the claim's units a metre (or square metre) is. */
  readonly scale: number;
  /** Half a step of the claim's rounding. */
  readonly half: string;
  readonly places: number;
  readonly unit: string;
}

/** A claim that is a measured number, rounded. */
function measured(quantity: Quantity, claimed: string, rounding: Rounding): Judgement {
  const { scale, half, places, unit } = rounding;
  const [c, h] = [Rational.from(claimed), Rational.from(half)];
  const per = Rational.of(BigInt(scale));
  const isIn = [c.minus(h), c.plus(h)].map((end) =>
    compareQuantities(quantity, Quantity.rational(end.over(per)))
  );
  const answer = `${(quantity.measured.approximate * scale).toFixed(places)} ${unit}`;
  const agree = isIn[0]! >= 0 && isIn[1]! <= 0;
  return {
    verdict: agree ? "agree" : "disagree",
    answer,
    reason: agree ? null : `claimed ${claimed}, is ${answer}`,
    margin: null,
  };
}

function readClaim({ answer }: VsiRecord): string {
  const text = String(answer);
  parseDecimal(text, "the answer");
  return text;
}

function understand(pattern: RegExp, question: string): RegExpExecArray {
  const match = pattern.exec(question);
  if (match === null) throw new UnsupportedError(`does not understand ${JSON.stringify(question)}`);
  return match;
}

/** The objects of a category. */
function idsOf({ scene }: VsiScene, category: string): string[] {
  const ids = scene.objects.filter((o) => o.category === category).map((o) => o.id);
  if (ids.length === 0) {
    throw new RangeError(
      `Cannot find ${JSON.stringify(category)}, must be a category of the metadata's boxes`,
    );
  }
  return ids;
}

/** The only object of a category. */
function only(scene: VsiScene, category: string): string {
  const ids = idsOf(scene, category);
  if (ids.length === 1) return ids[0]!;
  throw new UnsupportedError(
    `cannot tell which ${category} is meant: the scene has ${ids.length} of them`,
  );
}
