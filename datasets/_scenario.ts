import { parseDecimal } from "../geometry/decimal.ts";
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
  /** How many decimals the most exact of the four coordinates has. */
  readonly decimals: number;
  /** The Euclidean length as written, where the row has a column of its own for it. */
  readonly euclidean: string | null;
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
 * x and y, goal x and y, length. On meshes coordinates and sizes may be decimals, and a tenth field
 * may give the Euclidean length.
 */
export async function* scenarioRows(
  { path, lines }: Pick<SourceFile, "path" | "lines">,
  onMesh = false,
): AsyncIterable<ScenarioRow | BadScenarioRow> {
  let line = 0;
  let index = 0;
  for await (const text of lines()) {
    line++;
    if (line === 1 && /^version\s+\S+$/.test(text.trim())) {
      requireVersion(path, text.trim());
      continue;
    }
    if (text.trim() !== "") yield parseRow(text, { line, index: index++ }, onMesh);
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

/** A published length; -1 stands for none, in the column of Euclidean ones. */
const LENGTH = /^(?:-1|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

function parseRow(
  text: string,
  at: { line: number; index: number },
  onMesh: boolean,
): ScenarioRow | BadScenarioRow {
  const words = text.includes("\t") ? text.trim().split("\t") : text.trim().split(/\s+/);
  const names = ["bucket", "map", "width", "height", "start x", "start y", "goal x", "goal y"];
  if (words.length !== 9 && !(onMesh && words.length === 10)) {
    const must = onMesh ? "9, or 10 with a Euclidean length" : "9";
    return { ...at, message: `Cannot read the row: ${words.length} fields, must be ${must}` };
  }
  for (const i of [2, 3, 4, 5, 6, 7]) {
    if (onMesh ? /^-?\d{1,9}(?:\.\d{1,9})?$/.test(words[i]!) : /^\d{1,9}$/.test(words[i]!)) {
      continue;
    }
    const must = onMesh ? "a decimal number" : "an integer of 0 or more";
    const message = `Cannot read ${names[i]}: "${words[i]}", must be ${must}`;
    return { ...at, message };
  }
  const unread = words.slice(8).find((word) => !LENGTH.test(word));
  if (unread !== undefined) {
    return { ...at, message: `Cannot read length: "${unread}", must be a number of 0 or more` };
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
    euclidean: words[9] ?? null,
    decimals: Math.max(...words.slice(4, 8).map((word) => parseDecimal(word).scale)),
  };
}
