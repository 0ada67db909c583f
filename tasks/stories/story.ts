import * as schema from "../../geometry/schema.ts";
import type { Schema } from "../../geometry/schema.ts";
import type { RelationStatement } from "../../solvers/relations/mod.ts";
import type { Chance } from "../chance.ts";
import {
  STORY_CALCULI,
  STORY_CALCULUS_NAMES,
  STORY_WORDS,
  type StoryCalculusName,
  type StoryRelation,
  type StoryWording,
} from "./words.ts";

/** A sentence of a story: a thing, its relation by name, and another thing. */
export type StorySentence = readonly [thing: string, relation: string, other: string];

/** Sentences of one calculus. */
export interface Story {
  readonly calculus: StoryCalculusName;
  readonly sentences: readonly StorySentence[];
}

/** The relation of a name. */
export function relationOf(calculus: StoryCalculusName, name: string): StoryRelation {
  return STORY_CALCULI[calculus].relations.find((relation) => relation.name === name)!;
}

/** What the fields of a story must be. */
export const STORY_FIELDS = {
  calculus: schema.word(STORY_CALCULUS_NAMES),
  sentences: schema.list(
    schema.tuple("[thing, relation, thing]", [schema.name, schema.name, schema.name]),
  ),
};

/** What of a value is not as it must be. */
export interface Fault {
  readonly path: string;
  readonly value: unknown;
  readonly must: string;
}

/** What is wrong with a sentence; null where nothing is. */
export function sentenceFault(
  calculus: StoryCalculusName,
  sentence: StorySentence,
  path: string,
): Fault | null {
  const [thing, relation, other] = sentence;
  if (thing === other) return { path: `${path}[2]`, value: other, must: "another thing" };
  const names = STORY_CALCULI[calculus].relations.map(({ name }) => name);
  if (names.includes(relation)) return null;
  return { path: `${path}[1]`, value: relation, must: `one of ${names.join(", ")}` };
}

/** What is wrong with a story; null where nothing is. */
export function storyFault({ calculus, sentences }: Story): Fault | null {
  for (const [i, sentence] of sentences.entries()) {
    const fault = sentenceFault(calculus, sentence, `.sentences[${i}]`);
    if (fault !== null) return fault;
  }
  return null;
}

/** A story by itself. */
export const STORY: Schema<Story> = schema.refined(schema.object(STORY_FIELDS), storyFault);

/** The sentences of a story as the solver takes them; their ids are their numbers. */
export function statementsOf({ calculus, sentences }: Story): RelationStatement[] {
  const { calculus: name } = STORY_CALCULI[calculus];
  return sentences.map(([a, relation, b], i) => {
    const { stated } = relationOf(calculus, relation);
    return { calculus: name, relation: stated, args: [a, b], id: `sentence ${i + 1}` };
  });
}

/** A sentence in words, with its end. */
export function sentenceWords(
  calculus: StoryCalculusName,
  [a, relation, b]: StorySentence,
  wording: StoryWording,
): string {
  const [phrase] = relationOf(calculus, relation).words[wording];
  return `${a} ${STORY_WORDS[wording].is} ${phrase} ${b}.`;
}

/** A story in words: what the sentences mean, then they, with numbers where they are asked for. */
export function storyWords(story: Story, wording: StoryWording, isNumbered = false): string {
  const { calculus, sentences } = story;
  const told = sentences.map((sentence, i) =>
    `${isNumbered ? `(${i + 1}) ` : ""}${sentenceWords(calculus, sentence, wording)}`
  );
  return `${STORY_CALCULI[calculus].frame[wording]} ${told.join(" ")} `;
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** So many different names, of one letter or two. */
export function storyNames(chance: Chance, count: number): string[] {
  const all = count <= LETTERS.length
    ? [...LETTERS]
    : LETTERS.flatMap((a) => LETTERS.map((b) => a + b));
  return shuffle(chance, all).slice(0, count);
}

/** The members in random order. */
export function shuffle<T>(chance: Chance, members: readonly T[]): T[] {
  const all = [...members];
  for (let i = all.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

/** One of some members. */
export function pick<T>(chance: Chance, members: readonly T[]): T {
  return members[chance.below(members.length)]!;
}

/** A sentence, told from the one thing or from the other. */
export function eitherWay(
  chance: Chance,
  calculus: StoryCalculusName,
  [a, relation, b]: StorySentence,
): StorySentence {
  return chance.below(2) === 0 ? [a, relation, b] : [b, relationOf(calculus, relation).converse, a];
}

/** Signs of a displacement on the axes of a calculus, by relation. */
const SIGNS: Readonly<Record<string, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  above: [0, 1],
  below: [0, -1],
  "upper-left": [-1, 1],
  "upper-right": [1, 1],
  "lower-left": [-1, -1],
  "lower-right": [1, -1],
  N: [0, 1],
  NE: [1, 1],
  E: [1, 0],
  SE: [1, -1],
  S: [0, -1],
  SW: [-1, -1],
  W: [-1, 0],
  NW: [-1, 1],
  same: [0, 0],
};

/** The relations that may stand between neighbours of a chain. */
function stepsOf(calculus: StoryCalculusName): readonly string[] {
  const names = STORY_CALCULI[calculus].relations.map(({ name }) => name);
  return calculus === "steps" ? names.filter((name) => name !== "same") : names;
}

/** The answers that a chain of so many hops can have. */
export function answersOfChain(calculus: StoryCalculusName, hops: number): readonly string[] {
  const names = STORY_CALCULI[calculus].relations.map(({ name }) => name);
  return calculus === "steps" && hops === 1 ? stepsOf(calculus) : names;
}

/**
 * Relations from each thing of a chain to the next, by which the first has a wanted relation to the
 * last; null where chance did not find any.
 */
export function chainTo(
  chance: Chance,
  calculus: StoryCalculusName,
  hops: number,
  answer: string,
): string[] | null {
  if (calculus === "regions") return regionChain(chance, hops, answer);
  const [x, y] = SIGNS[answer]!;
  const names = stepsOf(calculus);
  if (calculus === "steps") {
    for (let attempt = 0; attempt < 200; attempt++) {
      const chain = Array.from({ length: hops }, () => pick(chance, names));
      const sum = (axis: 0 | 1) => chain.reduce((total, name) => total + SIGNS[name]![axis], 0);
      if (Math.sign(sum(0)) === x && Math.sign(sum(1)) === y) return chain;
    }
    return null;
  }
  // Where only the order is told, no step may lead back.
  const onward = names.filter((name) => {
    const [dx, dy] = SIGNS[name]!;
    return (dx === 0 || dx === x) && (dy === 0 || dy === y);
  });
  const chain = Array.from({ length: hops }, () => pick(chance, onward));
  const reaches = ([0, 1] as const).every((axis) =>
    [x, y][axis] === 0 || chain.some((name) => SIGNS[name]![axis] !== 0)
  );
  return reaches ? chain : null;
}

/** A chain of regions: parts within parts, up to one that is apart, or one relation among equals. */
function regionChain(chance: Chance, hops: number, answer: string): string[] | null {
  const parts = ["inside", "inside at the edge"];
  const wholes = ["around", "around at the edge"];
  const some = (names: readonly string[], count: number) =>
    Array.from({ length: count }, () => pick(chance, names));
  if (answer === "inside" || answer === "around") {
    const chain = some(answer === "inside" ? parts : wholes, hops);
    return chain.includes(answer) ? chain : null;
  }
  if (answer === "apart" && hops > 1) {
    const before = chance.below(hops);
    return [...some(parts, before), "apart", ...some(wholes, hops - 1 - before)];
  }
  const chain = new Array<string>(hops).fill("same");
  chain[chance.below(hops)] = answer;
  return chain;
}

/** Any relation between two neighbours. */
export function anyStep(chance: Chance, calculus: StoryCalculusName): string {
  return pick(chance, stepsOf(calculus));
}

/**
 * Sentences that hang further things on those of a story, one on each: they tell nothing of the
 * others.
 */
export function distractors(
  chance: Chance,
  calculus: StoryCalculusName,
  things: readonly string[],
  more: readonly string[],
): StorySentence[] {
  const known = [...things];
  return more.map((thing) => {
    const sentence: StorySentence = [thing, anyStep(chance, calculus), pick(chance, known)];
    known.push(thing);
    return sentence;
  });
}
