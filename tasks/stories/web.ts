import { canAllHold } from "../../solvers/relations/mod.ts";
import type { Chance } from "../chance.ts";
import {
  anyStep,
  distractors,
  shuffle,
  statementsOf,
  storyNames,
  type StorySentence,
} from "./story.ts";
import type { StoryCalculusName } from "./words.ts";

/** Whether sentences can all be true. */
export function canHold(calculus: StoryCalculusName, sentences: readonly StorySentence[]): boolean {
  return canAllHold(statementsOf({ calculus, sentences })) === true;
}

const TRIES = 60;

/**
 * Refuses more sentences than there are pairs of things without one.
 *
 * @throws RangeError that names both knobs
 */
export function requirePairs(things: number, more: number): void {
  const most = (things - 1) * (things - 2) / 2;
  if (more <= most) return;
  throw new RangeError(
    `Cannot use knobs: things ${things} and more ${more}, more must be at most ${most}`,
  );
}

/**
 * Sentences that can all be true, on things that hang together, with so many sentences more than
 * that needs; null where chance did not find so many.
 */
export function web(
  chance: Chance,
  calculus: StoryCalculusName,
  things: number,
  more: number,
): StorySentence[] | null {
  const names = storyNames(chance, things);
  const sentences = distractors(chance, calculus, names.slice(0, 1), names.slice(1));
  for (let tries = 0; sentences.length < things - 1 + more; tries++) {
    if (tries === TRIES * more) return null;
    const further = anySentence(chance, calculus, sentences);
    if (further !== null && canHold(calculus, [...sentences, further])) sentences.push(further);
  }
  return sentences;
}

/** Some sentence on two things of others that none of them is on yet; null where chance met one that is. */
export function anySentence(
  chance: Chance,
  calculus: StoryCalculusName,
  sentences: readonly StorySentence[],
): StorySentence | null {
  const things = [...new Set(sentences.flatMap(([a, , b]) => [a, b]))];
  const [a, b] = shuffle(chance, things) as [string, string];
  const isTold = sentences.some(([p, , q]) => p === a && q === b || p === b && q === a);
  return isTold ? null : [a, anyStep(chance, calculus), b];
}

/** The same sentences with one that says something else, so that they cannot all be true; or null. */
export function broken(
  chance: Chance,
  calculus: StoryCalculusName,
  sentences: readonly StorySentence[],
): { readonly sentences: StorySentence[]; readonly at: number } | null {
  for (let tries = 0; tries < TRIES; tries++) {
    const at = chance.below(sentences.length);
    const [a, relation, b] = sentences[at]!;
    const other = anyStep(chance, calculus);
    if (other === relation) continue;
    const changed = [...sentences].with(at, [a, other, b]);
    if (!canHold(calculus, changed)) return { sentences: changed, at };
  }
  return null;
}

/** The members in random order, one of them at a given place. */
export function shuffledWith<T>(
  chance: Chance,
  members: readonly T[],
  at: number,
  place: number,
): T[] {
  const others = shuffle(chance, members.filter((_, i) => i !== at));
  return [...others.slice(0, place), members[at]!, ...others.slice(place)];
}
