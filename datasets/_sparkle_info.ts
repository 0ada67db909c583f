import { jsonMembers } from "./_json_members.ts";
import { readSparkleRecord, type SparkleRecord } from "./_sparkle_records.ts";
import { type DirectionCount, SparkleScene } from "./_sparkle_scene.ts";
import type { SourceFile } from "./dataset.ts";

/** What a whole info file shows of how it was made. */
export interface SparkleProfile {
  /** How many directions it tells apart: those under which fewer of its directions are wrong. */
  readonly directions: DirectionCount;
  /** Whether every tour starts at its first point, as tours with a given start do. */
  readonly fixedStart: boolean;
}

/** Reads a whole info file for its profile. */
export async function sparkleProfile(file: SourceFile): Promise<SparkleProfile> {
  const wrong = { 4: 0, 8: 0 };
  let fixedStart = true;
  for await (const { text } of jsonMembers(file)) {
    const record = tryRead(text);
    if (record?.kind === "tour" && Number(record.permutation[0]) !== 0) fixedStart = false;
    if (record?.kind !== "static") continue;
    for (const count of [4, 8] as const) wrong[count] += wrongDirections(record, count);
  }
  return { directions: wrong[4] < wrong[8] ? 4 : 8, fixedStart };
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
