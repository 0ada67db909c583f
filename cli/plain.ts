/**
 * Characters that a terminal obeys rather than shows: controls but for tab and line end, and those
 * that turn the direction of writing.
 */
// deno-lint-ignore no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A text whose controls are written out, as JSON writes them: within JSON it says the same. */
export function plain(text: string): string {
  return text.replace(CONTROL, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
