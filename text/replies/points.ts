import { OBJECT, requireForm } from "../../geometry/form.ts";
import type { Cue } from "./_cue_words.ts";
import { Lexicon, type Match } from "./_lexicon.ts";
import { canonical, decimalOf, type NumberOptions } from "./numbers.ts";
import { namesAnd, NOT_RIGHT } from "./_side_names.ts";
import { readAnswer, type Vocabulary } from "./_read.ts";
import type { Token } from "./_tokens.ts";

/** Coordinates as decimal strings. */
export type SaidPoint = readonly [x: string, y: string];

class Points implements Vocabulary<SaidPoint> {
  readonly cues: Lexicon<Cue> = new Lexicon<Cue>()
    .add("wrong", NOT_RIGHT)
    .add("doubt", ["above", "below", "over", "under", "±", "+-", "+/-"])
    .add("plain", ["and", "/", "|"]);
  readonly names: readonly Lexicon<true>[];
  readonly #options: NumberOptions;

  constructor(options: NumberOptions) {
    this.#options = options;
    this.names = namesAnd(options.names);
  }

  at(tokens: readonly Token[], from: number): Match<SaidPoint | null> | null {
    const { text, kind } = tokens[from]!;
    if (text === "x" || text === "y") return this.#named(tokens, from);
    const opens = text === "(" || text === "[";
    if (!opens && kind !== "number" && !this.#isSign(tokens, from)) return null;
    // Brackets that nothing closes.
    if (!opens && /^[([]$/.test(tokens[from - 1]?.text ?? "")) return null;
    let at = opens ? from + 1 : from;
    if (opens && (tokens[at]?.text === "x" || tokens[at]?.text === "y")) {
      const named = this.#named(tokens, at);
      return named === null ? null : { value: named.value, length: named.length + at - from };
    }
    const values: (string | null)[] = [];
    for (;;) {
      const number = this.#number(tokens, at, values.length === 0);
      if (number === null) break;
      values.push(...number.value);
      at += number.length;
      const isPause = SEPARATORS.has(tokens[at]?.text ?? "");
      if (isPause && this.#number(tokens, at + 1, false) !== null) at++;
      else break;
    }
    if (values.length === 0) return null;
    const closes = tokens[at]?.text === ")" || tokens[at]?.text === "]";
    if (opens && !closes) return null;
    // A number alone is no place, and no part of one.
    if (values.length === 1) return null;
    const isTied = TIES.has(tokens[at + (opens ? 1 : 0)]?.text ?? "") ||
      TIES.has(tokens[from - 1]?.text ?? "");
    const isPair = values.length === 2 && !values.includes(null) && !isTied;
    const [x, y] = isTurned(tokens, from) ? [values[1], values[0]] : values;
    return {
      value: isPair ? [x!, y!] : null,
      length: at - from + (opens ? 1 : 0),
    };
  }

  key([x, y]: SaidPoint): string {
    return `${canonical(x)} ${canonical(y)}`;
  }

  /** `x = 4, y = 221`, in either order. */
  #named(tokens: readonly Token[], from: number): Match<SaidPoint | null> | null {
    const first = this.#part(tokens, from);
    if (first === null) return null;
    let at = from + first.length;
    while (at < tokens.length && BETWEEN.has(tokens[at]!.text)) at++;
    const name = tokens[at]?.text;
    const second =
      at < tokens.length && (name === "x" || name === "y") && name !== tokens[from]!.text
        ? this.#part(tokens, at)
        : null;
    if (second === null) return null;
    const [x, y] = name === "y" ? [first.value, second.value] : [second.value, first.value];
    const length = at + second.length - from;
    const after = tokens[from + length];
    const isTied = after !== undefined && TIES.has(after.text);
    return { value: x === null || y === null || isTied ? null : [x, y], length };
  }

  #part(tokens: readonly Token[], from: number): Match<string | null> | null {
    let at = from + 1;
    while (at < tokens.length && EQUALS.has(tokens[at]!.text)) at++;
    if (at >= tokens.length) return null;
    const number = this.#number(tokens, at, false, true);
    return number === null ? null : { value: number.value[0]!, length: at + number.length - from };
  }

  #isSign(tokens: readonly Token[], at: number): boolean {
    const sign = tokens[at]?.text;
    return (sign === "-" || sign === "+") && tokens[at + 1]?.kind === "number" &&
      tokens[at + 1]!.isTight;
  }

  /** One number, or two that a comma without a space joins. */
  #number(
    tokens: readonly Token[],
    at: number,
    isFirst: boolean,
    isAlone = false,
  ): Match<readonly (string | null)[]> | null {
    const hasSign = this.#isSign(tokens, at);
    const token = tokens[at + (hasSign ? 1 : 0)];
    if (token === undefined || token.kind !== "number") return null;
    const sign = hasSign && tokens[at]!.text === "-" ? "-" : "";
    const length = hasSign ? 2 : 1;
    const pair = token.text.split(",");
    const goesOn = SEPARATORS.has(tokens[at + length]?.text ?? "") &&
      tokens[at + length + 1]?.kind === "number";
    if (!isAlone && isFirst && pair.length === 2 && !goesOn) {
      return { value: [sign + pair[0]!, pair[1]!], length };
    }
    const value = decimalOf(token.text, this.#options);
    return { value: [value === null ? null : sign + value], length };
  }
}

/** Whether the numbers are said to stand as (y, x). */
function isTurned(tokens: readonly Token[], from: number): boolean {
  const text = (back: number) => tokens[from - back]?.text;
  return /^(=|:|is)$/.test(text(1) ?? "") && text(2) === ")" && text(3) === "x" && text(5) === "y";
}

const SEPARATORS = new Set([",", ";", "|", "and", "und", "和"]);
const EQUALS = new Set("- = : ≈ is ist coordinate at 坐 标 是 为".split(" "));
const BETWEEN = new Set([..."，,;&和\n", "and", "und", "the", "die"]);
const TIES = new Set("± + - × ÷ / ^ * % > < ≥ ≤".split(" "));

/**
 * The coordinates that a reply gives: `(4, 221)`, `[4, 221]`, `x = 4, y = 221`, `4, 221`.
 *
 * @param reply the whole reply
 * @returns the coordinates as they are written; null where there are none, or more than one pair
 *
 * Cost: linear in the reply's length.
 *
 * @example
 * ```ts
 * import { readPoint } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(readPoint("y = 221 and x = 4"), ["4", "221"]);
 * assertEquals(readPoint("(4, 221) or (5, 221)"), null);
 * ```
 */
export function readPoint(reply: string, options: NumberOptions = {}): SaidPoint | null {
  requireForm(options, OBJECT, "options");
  return readAnswer(reply, new Points(options), options.meter);
}
