import { jsonMembers } from "./_json_members.ts";
import { readSparkleRecord, type SparkleRecord } from "./_sparkle_records.ts";
import { type DirectionCount, SparkleScene } from "./_sparkle_scene.ts";
import { judgeTour } from "./_sparkle_tour.ts";
import type { SourceFile } from "./dataset.ts";

/** What a whole info file shows of how it was made. */
export interface SparkleProfile {
  /** How many directions it tells apart: those under which fewer of its directions are wrong. */
  readonly directions: DirectionCount;
  /** Where its tours start: all at point 0, each at a given point, or at the best. */
  readonly tours: "zero" | "given" | "best";
}

/** Reads a whole info file for its profile. A few wrong records do not change it. */
export async function sparkleProfile(file: SourceFile): Promise<SparkleProfile> {
  const wrong = { 4: 0, 8: 0 };
  const starts = new TourStarts();
  for await (const { text } of jsonMembers(file)) {
    const record = tryRead(text);
    if (record?.kind === "tour") starts.add(record);
    if (record?.kind !== "static") continue;
    for (const count of [4, 8] as const) wrong[count] += wrongDirections(record, count);
  }
  return { directions: wrong[4] < wrong[8] ? 4 : 8, tours: starts.kind() };
}

/** So many tours show where they start, of no more points than this. */
const SAMPLE = 200;
const SMALL = 7;

/** How the tours of a file start. */
class TourStarts {
  #all = 0;
  #atZero = 0;
  #tried = 0;
  #notBest = 0;

  add({ points, permutation }: Extract<SparkleRecord, { kind: "tour" }>): void {
    const order = permutation.map(Number);
    this.#all++;
    if (order[0] === 0) this.#atZero++;
    const isWhole = order.length === points.length &&
      order.toSorted((a, b) => a - b).every((v, i) => v === i);
    if (!isWhole || order.length > SMALL || this.#tried === SAMPLE) return;
    this.#tried++;
    if (!judgeTour({ points, start: null }, order).optimal) this.#notBest++;
  }

  /**
   * A tour with a free start begins at point 0 once in as many times as it has points; one with a
   * given start is no shortest free one in some 60 of 100 cases, a closed tour cut open in some 26.
   */
  kind(): SparkleProfile["tours"] {
    if (this.#atZero > 0.7 * this.#all) return "zero";
    return this.#notBest > 0.4 * this.#tried ? "given" : "best";
  }
}

/**
 * Every record of an info file by its key, as text: a small part of what it takes parsed. Null
 * where two have one key.
 */
export async function sparkleTexts(file: SourceFile): Promise<ReadonlyMap<string, string | null>> {
  const texts = new Map<string, string | null>();
  for await (const { key, text, repeated } of jsonMembers(file)) {
    texts.set(key, repeated ? null : text);
  }
  return texts;
}

/** Splits "A_B" into two names of the scene. */
export function splitPair(key: string, scene: SparkleScene): readonly [string, string] {
  for (let at = key.indexOf("_"); at >= 0; at = key.indexOf("_", at + 1)) {
    const [a, b] = [key.slice(0, at), key.slice(at + 1)];
    if (scene.has(a) && scene.has(b)) return [a, b];
  }
  const names = scene.names.join(", ");
  throw new SyntaxError(
    `Cannot read ${JSON.stringify(key)}: must be two of ${names} with _ between`,
  );
}

function wrongDirections(
  { points, directions }: Extract<SparkleRecord, { kind: "static" }>,
  count: DirectionCount,
): number {
  try {
    const scene = new SparkleScene(points);
    return Object.entries(directions).filter(([key, words]) => {
      const [a, b] = splitPair(key, scene);
      return scene.direction(a, b, count)?.words !== words;
    }).length;
  } catch {
    return 0; // A bad record is told where it is judged.
  }
}

function tryRead(text: string): SparkleRecord | null {
  try {
    return readSparkleRecord(text);
  } catch {
    return null;
  }
}
