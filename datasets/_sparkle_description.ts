import { compareSqrtSums } from "../geometry/mod.ts";
import { UnsupportedError } from "./_judging.ts";
import { readPair } from "./_sparkle_questions.ts";
import type { DirectionCount, SparkleScene } from "./_sparkle_scene.ts";
import type { Judgement } from "./dataset.ts";

interface View {
  readonly scene: SparkleScene;
  readonly directions: DirectionCount;
}

/** What is wrong with a statement, or null. */
type Statement = (groups: readonly string[], view: View) => string | null;

const STATEMENTS: readonly (readonly [RegExp, Statement])[] = [
  [/^The (.+) object is (?:located )?at the (.+) of the image\.$/, position],
  [/^You'll find the (.+) object at the (.+) of the image\.$/, position],
  [/^The coordinate of the (.+) object is \(([^,\s]+), ([^,\s]+)\)\.$/, coordinate],
  [/^You can reach the (.+) object by going (.+) from the (.+) object\.$/, toFrom],
  [/^Starting at the (.+) object, head (.+) to find the (.+) object\.$/, fromTo],
  [/^From the (.+) object, you can go (.+) to reach the (.+) object\.$/, fromTo],
  [/^The distance from (.+) is (longer than|the same as) the distance from (.+)\.$/, comparison],
  [/^The distance between the (.+) objects is ([^\s]+)\.$/, distance],
];

/** Headings and the words before them; they state nothing. */
const HEADING = /:$/;

/**
 * Judges a long description: every one of its lines must hold.
 *
 * @throws UnsupportedError for a line that is not understood
 */
export function judgeDescription(text: string, view: View): Judgement {
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const wrong: string[] = [];
  let statements = 0;
  for (const line of lines) {
    if (HEADING.test(line)) continue;
    statements++;
    const fault = faultIn(line, view);
    if (fault !== null) wrong.push(`${JSON.stringify(line)}: ${fault}`);
  }
  if (statements === 0) throw new UnsupportedError("does not understand a text without statements");
  const answer = `${statements - wrong.length} of ${statements} statements hold`;
  if (wrong.length === 0) return { verdict: "agree", answer, reason: null, margin: null };
  return { verdict: "disagree", answer, reason: wrong.join("; "), margin: null };
}

function faultIn(line: string, view: View): string | null {
  for (const [pattern, statement] of STATEMENTS) {
    const match = pattern.exec(line);
    if (match !== null) return statement(match.slice(1), view);
  }
  throw new UnsupportedError(`does not understand ${JSON.stringify(line)}`);
}

function position([name, words]: readonly string[], { scene }: View): string | null {
  const told = scene.position(name!);
  return told.words === words ? null : `is ${told.words}`;
}

function coordinate([name, x, y]: readonly string[], { scene }: View): string | null {
  return scene.isPoint(name!, [x!, y!]) ? null : `is ${scene.point(name!)}`;
}

function fromTo([from, words, to]: readonly string[], { scene, directions }: View): string | null {
  const told = scene.direction(from!, to!, directions);
  return told?.words === words ? null : `is ${told?.words ?? "the same point"}`;
}

function toFrom([to, words, from]: readonly string[], view: View): string | null {
  return fromTo([from!, words!, to!], view);
}

function comparison([one, relation, other]: readonly string[], { scene }: View): string | null {
  const [a, b] = readPair(one!, scene);
  const [c, d] = readPair(other!, scene);
  const sign = compareSqrtSums([scene.squaredDistance(a, b)], [scene.squaredDistance(c, d)]);
  if (sign === (relation === "longer than" ? 1 : 0)) return null;
  return ["is shorter", "is the same", "is longer"][sign + 1]!;
}

function distance([pair, length]: readonly string[], { scene }: View): string | null {
  const [a, b] = readPair(pair!, scene);
  return scene.isDistance(a, b, length!) ? null : `is ${scene.distance(a, b)}`;
}
