import type { Match } from "./_lexicon.ts";
import type { Token } from "./_tokens.ts";

const list = (text: string) => text.split(" ");

const ENGLISH = list(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
    "sixteen seventeen eighteen nineteen",
);
const ENGLISH_TENS = list("twenty thirty forty fifty sixty seventy eighty ninety");
const GERMAN = list(
  "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn " +
    "sechzehn siebzehn achtzehn neunzehn",
);
const GERMAN_TENS = list("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig");
const CHINESE = "零一二三四五六七八九";

/** Words that are a number by themselves. */
const WHOLE = new Map<string, number>([
  ...ENGLISH.map((word, n) => [word, n] as const),
  ...ENGLISH_TENS.map((word, i) => [word, 20 + 10 * i] as const),
  ...GERMAN.map((word, n) => [word, n] as const),
  ...GERMAN_TENS.flatMap((ten, i) => [
    [ten, 20 + 10 * i] as const,
    ...GERMAN.slice(1, 10).map((unit, n) =>
      [`${unit === "eins" ? "ein" : unit}und${ten}`, 21 + 10 * i + n] as const
    ),
  ]),
]);

/** In front of these a "one" is a pronoun. */
const BEFORE_ONE = new Set(
  list(
    "the this that which any each another no every shortest longest right correct last first other 第",
  ),
);
/** Behind these too. */
const AFTER_ONE = new Set(list("of is that which 样 共 般 些 定 起 直 致 旦 下 边"));

/** A whole number in words, in English, German or Chinese; null where there is none. */
export function numeralAt(tokens: readonly Token[], at: number): Match<number> | null {
  const { text } = tokens[at]!;
  if (text.length === 1 && isChinese(text)) return chineseAt(tokens, at);
  const first = WHOLE.get(text);
  if (first === undefined) return null;
  const before = tokens[at - 1]?.text ?? "";
  const after = tokens[at + 1]?.text ?? "";
  if (text === "one" && (BEFORE_ONE.has(before) || AFTER_ONE.has(after))) return null;
  let [value, length] = [first, 1];
  const next = () => {
    const skip = tokens[at + length]?.text === "-" || tokens[at + length]?.text === "and" ? 1 : 0;
    return [WHOLE.get(tokens[at + length + skip]?.text ?? ""), skip] as const;
  };
  if (value >= 20) {
    const [unit, skip] = next();
    if (unit !== undefined && unit > 0 && unit < 10) {
      [value, length] = [value + unit, length + skip + 1];
    }
    return { value, length };
  }
  if (value > 0 && value < 10 && tokens[at + 1]?.text === "hundred") {
    [value, length] = [100 * value, 2];
    const rest = at + length < tokens.length ? restAt(tokens, at + length) : null;
    if (rest !== null) [value, length] = [value + rest.value, length + rest.length];
  }
  return { value, length };
}

/** What stands behind a hundred. */
function restAt(tokens: readonly Token[], at: number): Match<number> | null {
  const skip = tokens[at]!.text === "and" ? 1 : 0;
  if (at + skip >= tokens.length) return null;
  const rest = WHOLE.has(tokens[at + skip]!.text) ? numeralAt(tokens, at + skip) : null;
  return rest !== null && rest.value < 100
    ? { value: rest.value, length: rest.length + skip }
    : null;
}

function isChinese(character: string): boolean {
  return CHINESE.includes(character) || "十百两".includes(character);
}

function chineseAt(tokens: readonly Token[], at: number): Match<number> | null {
  let end = at;
  while (
    end < tokens.length && end < at + 8 && tokens[end]!.text.length === 1 &&
    isChinese(tokens[end]!.text)
  ) end++;
  const after = tokens[end]?.text ?? "";
  const before = tokens[at - 1]?.text ?? "";
  const written = tokens.slice(at, end).map((t) => t.text).join("");
  if (
    before === "第" || written === "一" && AFTER_ONE.has(after) ||
    written === "十" && after === "分"
  ) {
    return null;
  }
  const match =
    /^(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([零一二两三四五六七八九])?$/
      .exec(written);
  if (match === null) return null;
  const digit = (c: string | undefined) =>
    c === "两" ? 2 : c === undefined ? 0 : CHINESE.indexOf(c);
  const [, hundreds, tens, ten, unit] = match;
  const value = 100 * digit(hundreds) + (ten === undefined ? 0 : 10 * (digit(tens) || 1)) +
    digit(unit);
  return { value, length: end - at };
}
