import { notJson } from "./_record.ts";

/** What JSON holds, with every number as the text it was written as. */
export type ExactJson = string | boolean | null | readonly ExactJson[] | {
  readonly [name: string]: ExactJson;
};

/**
 * Parses JSON and keeps numbers as written: 6.70 stays "6.70" and no digit is lost to a double.
 *
 * @throws SyntaxError for text that is no JSON
 */
export function parseExactJson(json: string): ExactJson {
  try {
    return JSON.parse(json, keepNumbers) as ExactJson;
  } catch (error) {
    throw notJson(error);
  }
}

function keepNumbers(_name: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === "number" ? context!.source! : value;
}
