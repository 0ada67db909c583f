import { quoteNumbers } from "../geometry/json_numbers.ts";
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
    // Only what is JSON may be changed, lest a change makes JSON of it.
    JSON.parse(json);
    return JSON.parse(quoteNumbers(json, "")) as ExactJson;
  } catch (error) {
    throw notJson(error);
  }
}
