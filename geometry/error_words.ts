/** What an engine says of data that is too much for it. */
const TOO_MUCH =
  /call stack|Invalid (?:array|string|typed array) length|allocation failed|BigInt too big|too large/i;

/** What it says of a fault in the program. */
const FAULT =
  /is not (?:a function|iterable|defined|a constructor)|of (?:undefined|null)\b|Cannot (?:mix|convert|destructure|read propert|set propert)/;

/** What a parser of JSON says, by V8's words or another's. */
const JSON_FAULT = /JSON/;

/**
 * The message of whatever was thrown, in words of ours: what an engine says of itself names nothing
 * that a user knows.
 */
export function errorWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message } = error;
  if (/, must /.test(message)) return message;
  if (TOO_MUCH.test(message)) {
    return "Cannot go on: the input is too long or nested too deep, must be smaller";
  }
  if (error instanceof SyntaxError && JSON_FAULT.test(message)) return jsonFault(error);
  if (FAULT.test(message)) return "Cannot go on: the program has a fault there, must be mended";
  return message;
}

/** What is wrong with a text that a parser of JSON refused: no word of the parser's own. */
export function jsonFault(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  const [, at] = /position (\d+)/.exec(message) ?? [];
  if (/end of JSON/i.test(message)) return "it ends too early for JSON";
  return at === undefined ? "it is no JSON" : `it is no JSON from character ${Number(at) + 1} on`;
}
