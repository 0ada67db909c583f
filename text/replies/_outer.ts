import { BOX, plainText, UNBOX } from "./_plain.ts";

/** Tags around what a model thinks, which is not said. */
const THOUGHT =
  /<(\/?)(?:think|thinking|thought|thoughts|reasoning|reflection|analysis|scratchpad)>|◁(\/?)think▷|<\|channel\|>(final)/gi;

/**
 * What a reply says, in plain characters: thoughts left out, and a JSON value in it opened.
 * `null` where it is cut off while it thinks.
 *
 * Cost: linear in the length.
 */
export function saidText(reply: string): string | null {
  const spoken = withoutThought(reply);
  if (spoken === null) return null;
  const json = lastObject(spoken);
  if (json === null) return plainText(spoken);
  const { from, to, value } = json;
  const said = saidBy(value);
  return `${plainText(spoken.slice(0, from))}${BOX}${
    said === null ? "" : plainText(said)
  }${UNBOX}` +
    plainText(spoken.slice(to));
}

function withoutThought(reply: string): string | null {
  let from = 0;
  let opened = -1;
  for (const match of reply.matchAll(THOUGHT)) {
    const closes = match[1] === "/" || match[2] === "/" || match[3] !== undefined;
    if (closes) {
      from = match.index + match[0].length;
      opened = -1;
    } else if (opened < 0) opened = match.index;
  }
  if (opened < 0) return reply.slice(from);
  const before = reply.slice(from, opened);
  return before.trim() === "" ? null : before;
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly value: unknown;
}

/** The last object or list of JSON that stands in a reply, where it reads as such. */
function lastObject(reply: string): Found | null {
  const to = Math.max(reply.lastIndexOf("}"), reply.lastIndexOf("]")) + 1;
  if (to === 0) return null;
  // The bracket that opens it, found backwards; strings in it hold none in what models write.
  let depth = 0;
  for (let at = to - 1; at >= 0; at--) {
    const c = reply[at];
    if (c === "}" || c === "]") depth++;
    else if ((c === "{" || c === "[") && --depth === 0) {
      if (!/^[{[]\s*["'[{\]}\d-]/.test(reply.slice(at, at + 40)) || reply[at - 1] === "\\") {
        return null;
      }
      const value = parsed(reply.slice(at, to));
      const isWhole = reply.slice(0, at).trim() === "" && reply.slice(to).trim() === "";
      const isData = typeof value === "object" && value !== null;
      return isData && (isWhole || c === "{" || hasStrings(value)) ? { from: at, to, value } : null;
    }
  }
  return null;
}

function hasStrings(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === "string");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return text.includes('"') ? undefined : JSON.parse(text.replaceAll("'", '"'));
    } catch {
      return undefined;
    }
  }
}

const ANSWER_KEY =
  /^(?:(?:final|correct|right|my|the)[ _-]?)?(?:answer|antwort|solution|option|choice|letter|prediction|result|output|response|答案)$/i;
const ASIDE_KEY =
  /^(?:reason|reasoning|explanation|rationale|thought|thoughts|thinking|analysis|confidence|steps?|note|notes|comment|id|question|task|work|begründung|unit|units)$/i;

/** The words of a JSON value: of its answer, where it has one. */
function saidBy(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) {
    const words = value.map(saidBy);
    if (words.length === 0 || words.includes(null)) return null;
    const isPoint = value.every((v) => typeof v === "number");
    return isPoint ? `(${words.join(", ")})` : words.join(", ");
  }
  if (typeof value !== "object" || value === null) return null;
  const entries = Object.entries(value);
  const answers = entries.filter(([key]) => ANSWER_KEY.test(key));
  if (answers.length > 0) return answers.length === 1 ? saidBy(answers[0]![1]) : null;
  const rest = entries.length === 1 ? entries : entries.filter(([key]) => !ASIDE_KEY.test(key));
  if (rest.length === 1) return saidBy(rest[0]![1]);
  const x = rest.find(([key]) => key === "x");
  const y = rest.find(([key]) => key === "y");
  if (rest.length !== 2 || x === undefined || y === undefined) return null;
  return `x = ${saidBy(x[1]) ?? "?"}, y = ${saidBy(y[1]) ?? "?"}`;
}
