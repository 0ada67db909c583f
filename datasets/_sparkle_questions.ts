import { compareSqrtSums } from "../geometry/mod.ts";
import { compare, UnsupportedError } from "./_judging.ts";
import type { DirectionCount, SparkleScene } from "./_sparkle_scene.ts";
import type { Judgement } from "./dataset.ts";

/** Two points whose distance is meant. */
export type Pair = readonly [a: string, b: string];

/** A question on one picture, understood. */
export type SparkleQuestion =
  | { readonly kind: "direction"; readonly from: string; readonly to: string }
  | { readonly kind: "position"; readonly name: string }
  | { readonly kind: "coordinates"; readonly name: string }
  | { readonly kind: "distance"; readonly pair: Pair }
  | { readonly kind: "extreme"; readonly pairs: readonly Pair[]; readonly longest: boolean };

const DIRECTION = [
  /^(?:What is|Determine) the direction from (?:the )?(.+?)(?: point| object)? to (?:the )?(.+?)(?: point| object)?[?.]$/,
  /^From (?:the )?(.+?)(?: object)? to (?:the )?(.+?)(?: object)?, which direction (?:is it|should you move)\?$/,
];
const POSITION = [
  /^Where is the (.+?) object located\?$/,
  /^What is the position of the (.+?)(?: object)?\?$/,
  /^Identify the location of the (.+?)(?: object)?\.$/,
  /^Which relative position is the (.+?) located at\?$/,
];
const COORDINATES = [
  /^(?:The image is 10x10\. W|In a 10x10 image, w)hat is the (?:absolute position|coordinate) of the (.+?) object\?$/,
];
const DISTANCE = [
  /^(?:The image is 10x10\. W|In a 10x10 image, w)hat is the distance between the (.+?) and (.+?) objects\?$/,
];
const OF_TWO = [
  /^Which distance is (shorter), (.+) or (.+)\?$/,
  /^Compare the distances: (.+) and (.+)\. Which one is (longer)\?$/,
];
const OF_ALL = [
  /^Which distance is the (shortest)\?(?: (.+))?$/,
  /^Identify the (longest) distance between the points\.$/,
  /^Among the given distances, which one is the (longest)\?(?: (.+))?$/,
];

/**
 * Understands the wordings of Sparkle's questions.
 *
 * @param text the question, without its options
 * @param scene the picture, whose names tell where one pair ends and the next begins
 * @param options the pairs offered as answers, where there are such
 * @throws UnsupportedError for other wordings, SyntaxError for a name that is not in the picture
 */
export function readSparkleQuestion(
  text: string,
  scene: SparkleScene,
  options: readonly string[] | null,
): SparkleQuestion {
  const direction = firstMatch(DIRECTION, text);
  if (direction) return { kind: "direction", from: direction[1]!, to: direction[2]! };
  const position = firstMatch(POSITION, text);
  if (position) return { kind: "position", name: position[1]! };
  const coordinates = firstMatch(COORDINATES, text);
  if (coordinates) return { kind: "coordinates", name: coordinates[1]! };
  const distance = firstMatch(DISTANCE, text);
  if (distance) return { kind: "distance", pair: [distance[1]!, distance[2]!] };
  const two = readTwo(text, scene);
  if (two) return two;
  const all = firstMatch(OF_ALL, text);
  if (all) {
    const offered = all[2]?.split(", ") ?? options ?? [];
    const pairs = offered.map((words) => readPair(words, scene));
    if (pairs.length > 0) return { kind: "extreme", pairs, longest: all[1] === "longest" };
  }
  throw new UnsupportedError(`does not understand the question ${JSON.stringify(text)}`);
}

/** Reads "A to B" or "A and B", names being those of the scene. */
export function readPair(words: string, scene: SparkleScene): Pair {
  for (const { 0: between, index } of words.matchAll(/ to | and |_/g)) {
    const [a, b] = [words.slice(0, index), words.slice(index + between.length)];
    if (scene.has(a) && scene.has(b)) return [a, b];
  }
  const names = scene.names.join(", ");
  throw new SyntaxError(
    `Cannot read ${JSON.stringify(words)}: must be two of ${names} with "to" or "and" between`,
  );
}

/** Judges the answer to a question, given as its words. */
export function judgeSparkleAnswer(
  question: SparkleQuestion,
  claimed: string,
  { scene, directions }: { scene: SparkleScene; directions: DirectionCount },
): Judgement {
  switch (question.kind) {
    case "direction":
      return judgeDirection(question, claimed, { scene, directions });
    case "position": {
      const { words, margin } = scene.position(question.name);
      return compare(oneOf(POSITION_WORDS, claimed), words, { margin });
    }
    case "coordinates": {
      const [, x, y] = /^\(([^,\s]+), ([^,\s]+)\)$/.exec(claimed) ?? [];
      if (x === undefined || y === undefined) {
        throw new SyntaxError(`Cannot read ${JSON.stringify(claimed)}, must be (x, y)`);
      }
      const right = scene.isPoint(question.name, [x, y]);
      return verdict(right, claimed, scene.point(question.name));
    }
    case "distance": {
      const [a, b] = question.pair;
      return verdict(scene.isDistance(a, b, claimed), claimed, scene.distance(a, b));
    }
    case "extreme":
      return judgeExtreme(question, claimed, scene);
  }
}

const DIRECTION_WORDS = [
  "top left",
  "top",
  "top right",
  "left",
  "right",
  "down left",
  "down",
  "down right",
  "none",
];
const POSITION_WORDS = [...DIRECTION_WORDS.slice(0, -1), "center"];

function oneOf(words: readonly string[], claimed: string): string {
  if (words.includes(claimed)) return claimed;
  throw new SyntaxError(
    `Cannot read the answer: is ${JSON.stringify(claimed)}, must be one of ${words.join(", ")}`,
  );
}

function judgeDirection(
  { from, to }: { from: string; to: string },
  claimed: string,
  { scene, directions }: { scene: SparkleScene; directions: DirectionCount },
): Judgement {
  const told = scene.direction(from, to, directions);
  if (told !== null) {
    return compare(oneOf(DIRECTION_WORDS, claimed), told.words, { margin: told.margin });
  }
  const reason = `${from} and ${to} are at one point`;
  return { verdict: "undetermined", answer: null, reason, margin: null };
}

function judgeExtreme(
  { pairs, longest }: { pairs: readonly Pair[]; longest: boolean },
  claimed: string,
  scene: SparkleScene,
): Judgement {
  const order = ([a, b]: Pair, [c, d]: Pair) =>
    compareSqrtSums([scene.squaredDistance(a, b)], [scene.squaredDistance(c, d)]);
  const best = pairs.reduce((p, q) => (longest ? order(q, p) > 0 : order(q, p) < 0) ? q : p);
  const ties = pairs.filter((pair) => order(pair, best) === 0);
  const [a, b] = readPair(claimed, scene);
  const offered = pairs.some((pair) => isSame(pair, [a, b]));
  const right = offered && order([a, b], best) === 0;
  const judgement = verdict(right, claimed, ties.map(([a, b]) => `${a} and ${b}`).join(" or "));
  if (!right || ties.length === 1) return judgement;
  return { ...judgement, reason: `${ties.length} distances are equal`, group: "tied distances" };
}

function isSame([a, b]: Pair, [c, d]: Pair): boolean {
  return a === c && b === d || a === d && b === c;
}

function verdict(right: boolean, claimed: string, answer: string): Judgement {
  const reason = right ? null : `claimed ${claimed}, is ${answer}`;
  return { verdict: right ? "agree" : "disagree", answer, reason, margin: null };
}

/** "A and B or C and D" and "A and B and C and D": names may hold such words themselves. */
function readTwo(text: string, scene: SparkleScene): SparkleQuestion | null {
  const longer = text.startsWith("Compare the distances: ");
  const match = firstMatch(OF_TWO, text);
  if (match === null) return null;
  const whole = longer ? `${match[1]} and ${match[2]}` : `${match[2]} or ${match[3]}`;
  for (const { 0: between, index } of whole.matchAll(longer ? / and /g : / or /g)) {
    try {
      const first = readPair(whole.slice(0, index), scene);
      const second = readPair(whole.slice(index + between.length), scene);
      return { kind: "extreme", pairs: [first, second], longest: longer };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return null;
}

function firstMatch(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match;
  }
  return null;
}
