import { BOX, HASHES, THIN, UNBOX } from "./_plain.ts";

/** What a token is; a line's end is a mark of its own. */
export type TokenKind = "word" | "number" | "mark" | "line";

/** A word, a Chinese character, a number, a mark, or the end of a line. */
export interface Token {
  readonly kind: TokenKind;
  /** As it is looked up: in small letters. */
  readonly text: string;
  /** As it is written. */
  readonly raw: string;
  /** Whether no space stands in front of it. */
  readonly isTight: boolean;
}

const NUMBER = /\d+(?:[.,'_\u2009]\d+)*(?:[eE][+-]?\d{1,4}(?![\p{L}\d]))?|\.\d+/uy;
const WORD = /\p{L}[\p{L}\p{M}]*(?:'\p{L}+)?\d*/uy;
const HAN = /\p{Script=Han}/uy;
const LATIN_RUN =
  /[^\P{L}\p{Script=Han}][^\P{L}\p{Script=Han}]*\p{M}*(?:'[^\P{L}\p{Script=Han}]+)?\d*/uy;
const ARROW = /<?[-=]{1,3}>|<-+/y;
const SPACES = /[ \u2009\v\f]+/y;

/**
 * Cuts plain text into tokens. Cost: linear in the length.
 *
 * @param text the text
 * @param keepsCounts whether a number that counts the lines of a list stays one
 */
export function tokensOf(text: string, keepsCounts = false): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let isTight = false;
  const put = (kind: TokenKind, raw: string, as = raw.toLowerCase()) => {
    tokens.push({ kind, text: as, raw, isTight });
    at += raw.length;
    isTight = true;
  };
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  while (at < text.length) {
    const spaces = match(SPACES);
    if (spaces !== undefined) {
      at += spaces.length;
      isTight = false;
      continue;
    }
    const c = text[at]!;
    if (c === "\n") {
      put("line", c);
      isTight = false;
      continue;
    }
    const number = match(NUMBER);
    if (number !== undefined) {
      put("number", number);
      continue;
    }
    const word = match(HAN) ?? (match(WORD) === undefined ? undefined : match(LATIN_RUN));
    if (word !== undefined) {
      put("word", word);
      continue;
    }
    const arrow = match(ARROW);
    if (arrow !== undefined) put("mark", arrow, arrow.startsWith("<") ? "←" : arrowOf(arrow));
    else put("mark", String.fromCodePoint(text.codePointAt(at)!));
  }
  return keepsCounts ? tokens : numbered(tokens);
}

function arrowOf(arrow: string): string {
  return arrow.includes("=") ? "⇒" : "→";
}

/** Numbers that only count lines, `1.` and on, become marks. */
function numbered(tokens: Token[]): Token[] {
  let last = 0;
  for (let i = 0; i + 2 < tokens.length; i++) {
    const before = tokens[i - 1];
    const isStart = before === undefined || before.kind === "line" || before.text === BOX;
    const [number, mark, next] = [tokens[i]!, tokens[i + 1]!, tokens[i + 2]!];
    if (!isStart || number.kind !== "number" || !/^[.):]$/.test(mark.text)) continue;
    if (Number(number.text) !== last + 1 || next.kind === "line" || next.isTight) continue;
    last++;
    const bullet: Token = { kind: "mark", text: "•", raw: "•", isTight: false };
    tokens[i] = bullet;
    tokens[i + 1] = bullet;
  }
  return tokens;
}

/** Whether a token ends a sentence. */
export function isStop(token: Token): boolean {
  return token.kind === "line" || STOPS.has(token.text);
}

const STOPS = new Set([".", "!", "?", BOX, UNBOX, HASHES]);

export { BOX, HASHES, THIN, UNBOX };
