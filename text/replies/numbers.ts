import { OBJECT, requireForm } from "../../geometry/form.ts";
import type { Cue } from "./_cue_words.ts";
import { Lexicon, type Match } from "./_lexicon.ts";
import { numeralAt } from "./_numerals.ts";
import type { Meter } from "./meter.ts";
import { namesAnd, NOT_RIGHT } from "./_side_names.ts";
import { readAnswer, type Vocabulary } from "./_read.ts";
import type { Token } from "./_tokens.ts";

/** How a number is read. */
export interface NumberOptions {
  /** Which signs may stand before the decimals: a point, or by the custom of a language either. */
  readonly decimals?: "point" | "either";
  /** So many decimals are asked for; tells 1.234 from 1234 where the sign does not. */
  readonly places?: number;
  /** A count: "about 7" is none. */
  readonly isCount?: boolean;
  /** Names that may stand around it. */
  readonly names?: readonly string[];
  /** Counts what reading costs, for tests. */
  readonly meter?: Meter;
}

/** More digits than this are no answer. */
const MOST_DIGITS = 60;
const MOST_EXPONENT = 60;

const GROUPED = /^\d{1,3}(?:([,'_\u2009])\d{3})(?:\1\d{3})*(?:\.\d+)?$/;
const GERMAN_GROUPED = /^\d{1,3}(?:([.'_\u2009])\d{3})(?:\1\d{3})*(?:,\d+)?$/;

/**
 * A number as it is written, as a plain decimal; null where it is written as none, or where two
 * readings differ.
 */
export function decimalOf(
  raw: string,
  { decimals = "point", places }: NumberOptions = {},
): string | null {
  const [digits, exponent] = raw.toLowerCase().split("e") as [string, string | undefined];
  const plain = plainOf(digits, decimals, places);
  if (plain === null || plain.length > MOST_DIGITS) return null;
  if (exponent === undefined) return plain;
  return Math.abs(Number(exponent)) <= MOST_EXPONENT ? `${plain}e${Number(exponent)}` : null;
}

function plainOf(digits: string, decimals: "point" | "either", places?: number): string | null {
  if (/^\d*\.?\d+$/.test(digits)) {
    // In German 1.234 has a group of three, where no three decimals are asked for.
    const isGroup = decimals === "either" && /^[1-9]\d{0,2}\.\d{3}$/.test(digits) && places !== 3;
    return isGroup ? digits.replace(".", "") : digits;
  }
  if (decimals === "either" && GERMAN_GROUPED.test(digits)) {
    return digits.replace(/[.'_\u2009]/g, "").replace(",", ".");
  }
  const isComma = /^\d+,\d+$/.test(digits);
  const isGroup = GROUPED.test(digits) && !digits.startsWith("0");
  if (isComma && (!isGroup || decimals === "either")) return digits.replace(",", ".");
  return isGroup ? digits.replace(/[,'_\u2009]/g, "") : null;
}

const OPERATORS = new Set("+ - × ÷ / ^ √ ± * ! % ‰ °".split(" "));
const BEFORE = new Set(
  ("sqrt root square log ln exp half twice double triple thrice quarter third plus minus times " +
    "divided multiplied hälfte doppelt wurzel mal geteilt 一半 平方根 根号 半 倍").split(" "),
);
const AFTER = new Set(
  ("times plus minus squared cubed doubled halved percent percentage hundred thousand million " +
    "billion dozen divided multiplied modulo mod choose factorial out prozent mal hundert tausend " +
    "millionen hoch k st nd rd th ish 倍 百 千 万 亿 成 分 左 以 或").split(" "),
);
/** Numbers behind these count something else. */
const INDEX = new Set(
  ("row column line step option node point landmark figure level case question index zeile " +
    "spalte schritt punkt 第 行 列").split(" "),
);
/** In front of these it says how a number is rounded. */
const PLACES = new Set("decimal decimals dp digits dezimalen stellen nachkommastellen".split(" "));
/** Behind these a number is one of the two parts of a way. */
const PART_OF = new Set("x y z dx dy dz δx δy Δx Δy".toLowerCase().split(" "));
/** A number in words in front of these counts what the question names. */
const COUNTED = new Set(
  "points point places place options option directions names objects colors colours dots cases of ends"
    .split(" "),
);

class Numbers implements Vocabulary<string> {
  readonly names: readonly Lexicon<true>[];
  readonly cues: Lexicon<Cue>;
  readonly #options: NumberOptions;

  constructor(options: NumberOptions) {
    this.#options = options;
    this.names = namesAnd(options.names);
    this.cues = new Lexicon<Cue>()
      .add("yields", ["=", "≈"])
      .add("wrong", NOT_RIGHT)
      .add("result", RESULTS)
      .add("reason", [":"])
      .add("doubt", options.isCount === true ? ABOUT : [])
      .add("doubt", ["above", "below", "over", "under", "beyond", "+-", "+/-", "plus or minus"]);
  }

  at(tokens: readonly Token[], from: number): Match<string | null> | null {
    const token = tokens[from]!;
    if (token.kind !== "number") return this.#numeral(tokens, from);
    let [value, length] = [decimalOf(token.text, this.#options), 1];
    const group = tokens[from + 1];
    // A group of three behind a space: 3 366.09.
    if (
      group?.kind === "number" && /^\d{1,3}$/.test(token.text) && /^\d{3}(\.\d+)?$/.test(group.text)
    ) {
      [value, length] = [`${token.text}${group.text}`, 2];
    }
    const power = powerOfTen(tokens, from + length);
    if (power !== null && value !== null) {
      [value, length] = [`${value}e${power.value}`, length + power.length];
    }
    return this.#judged(tokens, from, { value, length });
  }

  key(value: string): string {
    return canonical(value);
  }

  #numeral(tokens: readonly Token[], from: number): Match<string | null> | null {
    const numeral = numeralAt(tokens, from);
    if (numeral === null) return null;
    if (COUNTED.has(tokens[from + numeral.length]?.text ?? "")) return null;
    if (tokens[from - 1]?.text === "the" || tokens[from - 1]?.text === "die") return null;
    return this.#judged(tokens, from, { value: String(numeral.value), length: numeral.length });
  }

  /** What the neighbours make of a number: a negative one, a part of a sum, or nothing. */
  #judged(
    tokens: readonly Token[],
    from: number,
    { value, length }: Match<string | null>,
  ): Match<string | null> | null {
    if (tokens[from]!.kind === "number" && isInTuple(tokens, from)) return null;
    const next = from + length;
    if (INDEX.has(tokens[from - 1]?.text ?? "") || PLACES.has(tokens[next]?.text ?? "")) {
      return null;
    }
    if (isPartOf(tokens, from)) return null;
    const sign = signOf(tokens, from);
    if (isTiedBefore(tokens, from, sign) || isTiedBehind(tokens, next)) {
      // A side of an equation: the other side is the answer.
      return hasEquals(tokens, from) ? null : { value: null, length };
    }
    return { value: sign === "-" && value !== null ? `-${value}` : value, length };
  }
}

/** Whether a number is one of the two parts of a way: `dx = 245`. */
function isPartOf(tokens: readonly Token[], at: number): boolean {
  return PART_OF.has(tokens[at - 2]?.text ?? "") && "=:≈".includes(tokens[at - 1]!.text);
}

/** The sign of a number, rather than an operator between two. */
function signOf(tokens: readonly Token[], at: number): string {
  const sign = tokens[at - 1]?.text;
  const isSign = (sign === "-" || sign === "+") && tokens[at]!.isTight;
  return isSign && !isOperand(tokens[at - 2]) && !isSignOf(tokens[at - 2]) ? sign : "";
}

function isSignOf(token: Token | undefined): boolean {
  return token?.text === "+" || token?.text === "-";
}

/** Whether what stands in front of a number makes it a part of something else: √7, twice 7. */
function isTiedBefore(tokens: readonly Token[], at: number, sign: string): boolean {
  let first = at - 1;
  while (first >= 0 && (tokens[first]!.text === "(" || tokens[first]!.text === "of")) first--;
  const before = tokens[first]?.text ?? "";
  if (before === "–") return first === at - 1 && isOperand(tokens[first - 1]);
  return OPERATORS.has(before) && sign === "" || BEFORE.has(before);
}

/** Whether what stands behind a number does: 7%, 7 + 1, 7 of 10, 7th. */
function isTiedBehind(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const { text, kind, isTight } = token;
  const next = tokens[at + 1];
  // "7!" shouts, and "7-step" joins.
  if (text === "!" || text === "-" && isTight && UNITS.has(next?.text ?? "")) return false;
  if (OPERATORS.has(text) || AFTER.has(text)) return true;
  if (next?.kind === "number" && BETWEEN.has(text)) return text !== ":" || next.isTight;
  return kind === "word" && isTight && !UNITS.has(text) && !HAN.test(text);
}

/** Between two numbers these tie them. */
const BETWEEN = new Set(["–", ":", "of", "and", "und", "&", "和"]);
const HAN = /^\p{Script=Han}/u;

/** Whether a number stands in brackets with others: a place, which is no number. */
function isInTuple(tokens: readonly Token[], at: number): boolean {
  let [from, to] = [at, at];
  while (from > at - 8 && from > 0 && isInside(tokens[from - 1]!)) from--;
  while (to < at + 8 && to + 1 < tokens.length && isInside(tokens[to + 1]!)) to++;
  const opens = tokens[from - 1]?.text;
  const closes = tokens[to + 1]?.text;
  if (!(opens === "(" && closes === ")" || opens === "[" && closes === "]")) return false;
  const numbers = tokens.slice(from, to + 1).filter((t) => t.kind === "number");
  return numbers.length > 1 || /^\d+,\d{1,2}$/.test(numbers[0]!.text);
}

function isInside({ kind, text }: Token): boolean {
  return kind === "number" || text === "," || text === ";" || text === "-";
}

const RESULTS =
  "result distance length number count total sum abstand entfernung länge anzahl 距离 长度 数量 步数"
    .split(" ");
const ABOUT = [
  "about",
  "around",
  "roughly",
  "approximately",
  "approx",
  "circa",
  "ca",
  "etwa",
  "ungefähr",
  "大约",
  "约",
  "约为",
  "大概",
];

const UNITS = new Set(
  "m cm mm km px units unit u pixels steps step moves deg meters ft mi x".split(" "),
);

function isOperand(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === "number" || token.text === ")");
}

/** Whether an equation stands in the clause around a token. */
function hasEquals(tokens: readonly Token[], at: number): boolean {
  const isEnd = (t: Token) => t.kind === "line" || t.text === "." || t.text === ";";
  for (let i = at; i < tokens.length && i < at + REACH && !isEnd(tokens[i]!); i++) {
    if (tokens[i]!.text === "=" || tokens[i]!.text === "≈") return true;
  }
  for (let i = at; i >= 0 && i > at - REACH && !isEnd(tokens[i]!); i--) {
    if (tokens[i]!.text === "=" || tokens[i]!.text === "≈") return true;
  }
  return false;
}

/** So far an equation may reach. */
const REACH = 64;

function powerOfTen(tokens: readonly Token[], at: number): Match<string> | null {
  const isTimes = tokens[at]?.text === "×" || tokens[at]?.text === "x" || tokens[at]?.text === "·";
  if (!isTimes || tokens[at + 1]?.text !== "10" || tokens[at + 2]?.text !== "^") return null;
  const isNegative = tokens[at + 3]?.text === "-";
  const exponent = tokens[at + (isNegative ? 4 : 3)];
  if (exponent === undefined || !/^\d{1,2}$/.test(exponent.text)) return null;
  return { value: `${isNegative ? "-" : ""}${exponent.text}`, length: isNegative ? 5 : 4 };
}

/** The same for decimals of the same value. */
export function canonical(value: string): string {
  const match = /^(-?)(\d*)(?:\.(\d*))?(?:e(-?\d+))?$/.exec(value)!;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  if (digits === "") return "0";
  const kept = digits.replace(/0+$/, "");
  return `${sign}${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}

/**
 * The number that a reply gives, as a decimal string.
 *
 * Groups of thousands, powers of ten, units, words for numbers and equations are read; what is no
 * single number is not: a sum, a range, a bound, a percentage, two that differ.
 *
 * @param reply the whole reply
 * @returns the number; null where there is none, or more than one, or where it is denied
 *
 * Cost: linear in the reply's length; a few microseconds for a sentence.
 *
 * @example
 * ```ts
 * import { readNumber } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(readNumber("d = sqrt(9 + 16) = 5.00 units"), "5.00");
 * assertEquals(readNumber("It takes seven steps."), "7");
 * assertEquals(readNumber("at least 7"), null);
 * ```
 */
export function readNumber(reply: string, options: NumberOptions = {}): string | null {
  requireForm(options, OBJECT, "options");
  return readAnswer(reply, numbersOf(options), options.meter);
}

const OWN = new Map<string, Numbers>();

function numbersOf(options: NumberOptions): Numbers {
  const { decimals = "point", places = -1, isCount = false, names = [] } = options;
  if (names.length > 0) return new Numbers(options);
  const key = `${decimals} ${places} ${isCount}`;
  let own = OWN.get(key);
  if (own === undefined) OWN.set(key, own = new Numbers(options));
  return own;
}
