/** A string of JSON, or a number. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/gs;

/**
 * JSON with the numbers put in quotation marks behind a mark, so that parsing it keeps every digit.
 *
 * @param json a text that is known to be JSON
 * @param mark what stands before the digits
 * @param least how many characters a number must have to be quoted
 * @returns JSON of the same form
 */
export function quoteNumbers(json: string, mark: string, least = 1): string {
  return json.replace(
    STRING_OR_NUMBER,
    (token) => token[0] === '"' || token.length < least ? token : `"${mark}${token}"`,
  );
}

/** A character that no string of a JSON text holds, written or escaped. */
export function unusedMark(json: string): string {
  for (let code = 0xe000; code < 0xf900; code++) {
    const mark = String.fromCharCode(code);
    if (json.includes(mark)) continue;
    if (!new RegExp(`\\\\u${code.toString(16)}`, "i").test(json)) return mark;
  }
  throw new RangeError("Cannot read JSON: it uses every private character, must leave one");
}
