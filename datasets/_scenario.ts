import { TextFault } from "./_decode_text.ts";
import type { SourceFile } from "./dataset.ts";

/** One row of a scenario file, version 1. */
export interface ScenarioRow {
  /** The line, from 1. */
  readonly line: number;
  /** The row's number, from 0. */
  readonly index: number;
  /** The map's name as the row gives it. */
  readonly map: string;
  /** The width the map is meant to have. */
  readonly width: number;
  /** The height the map is meant to have. */
  readonly height: number;
  /** Where the path starts. */
  readonly start: readonly [x: number, y: number];
  /** Where it ends. */
  readonly goal: readonly [x: number, y: number];
  /** The published length, as written. */
  readonly length: string;
}

/** A row that cannot be read. */
export interface BadScenarioRow {
  /** The line, from 1. */
  readonly line: number;
  /** The row's number, from 0. */
  readonly index: number;
  /** What is wrong, and what it must be. */
  readonly message: string;
}

/**
 * Reads a scenario file: `version 1`, then rows of nine fields: bucket, map, width, height, start
 * x and y, goal x and y, length.
 */
export async function* scenarioRows(
  { path, lines }: Pick<SourceFile, "path" | "lines">,
): AsyncIterable<ScenarioRow | BadScenarioRow> {
  let line = 0;
  let index = 0;
  for await (const text of lines()) {
    line++;
    if (line === 1 && /^version\s+\S+$/.test(text.trim())) {
      requireVersion(path, text.trim());
      continue;
    }
    if (text.trim() !== "") yield parseRow(text, { line, index: index++ });
  }
}

/** Whether a row could be read. */
export function isScenarioRow(row: ScenarioRow | BadScenarioRow): row is ScenarioRow {
  return !("message" in row);
}

function requireVersion(path: string, text: string): void {
  if (/^version\s+1(?:\.0)?$/.test(text)) return;
  throw new TextFault(path, 1, `line 1 is "${text}", must be version 1`);
}

function parseRow(
  text: string,
  at: { line: number; index: number },
): ScenarioRow | BadScenarioRow {
  const words = text.includes("\t") ? text.trim().split("\t") : text.trim().split(/\s+/);
  const names = ["bucket", "map", "width", "height", "start x", "start y", "goal x", "goal y"];
  if (words.length !== 9) {
    return { ...at, message: `Cannot read the row: ${words.length} fields, must be 9` };
  }
  for (const i of [2, 3, 4, 5, 6, 7]) {
    if (/^\d{1,9}$/.test(words[i]!)) continue;
    const message = `Cannot read ${names[i]}: "${words[i]}", must be an integer of 0 or more`;
    return { ...at, message };
  }
  if (!/^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(words[8]!)) {
    return { ...at, message: `Cannot read length: "${words[8]}", must be a number of 0 or more` };
  }
  const number = (i: number) => Number(words[i]);
  return {
    ...at,
    map: words[1]!,
    width: number(2),
    height: number(3),
    start: [number(4), number(5)],
    goal: [number(6), number(7)],
    length: words[8]!,
  };
}
