/** Where what a reply marks as its answer begins: `\boxed{`, `<answer>`, a JSON value. */
export const BOX = "\uE000";
/** Where it ends. */
export const UNBOX = "\uE001";
/** `####` at the beginning of a line. */
export const HASHES = "\uE002";
/** A narrow space, as between groups of digits. */
export const THIN = "\u2009";

/** LaTeX that only dresses what stands in it. */
const DRESS = new Set(
  ("text textbf textit textrm texttt textsf textnormal mathbf mathrm mathit mathsf mathtt mathcal " +
    "mathbb boldsymbol bm bf rm it mbox hbox operatorname left right big Big bigl bigr Bigl Bigr " +
    "displaystyle textstyle quad qquad emph underline space enspace thinspace").split(" "),
);

/** LaTeX that frames an answer. */
const FRAMES = new Set(["boxed", "fbox", "framebox"]);

const COMMANDS: Readonly<Record<string, string>> = {
  to: "→",
  rightarrow: "→",
  longrightarrow: "→",
  mapsto: "→",
  leftarrow: "←",
  uparrow: "↑",
  downarrow: "↓",
  Rightarrow: "⇒",
  implies: "⇒",
  therefore: "⇒",
  times: "×",
  cdot: "×",
  div: "÷",
  frac: "÷",
  dfrac: "÷",
  tfrac: "÷",
  sqrt: "√",
  pm: "±",
  approx: "≈",
  sim: "≈",
  simeq: "≈",
  ge: "≥",
  geq: "≥",
  le: "≤",
  leq: "≤",
  gt: ">",
  lt: "<",
  ne: "≠",
  neq: "≠",
  neg: "≠",
  lnot: "≠",
  circ: "°",
  degree: "°",
  dots: "…",
  ldots: "…",
  cdots: "…",
  newline: "\n",
};

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** What single characters stand for; those that stand for nothing are dropped. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ..."\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\u00AD\uFE0E\uFE0F\u20E3✓✔✅".split("").map(to("")),
  ...[..."\u00A0\u2009\u202F"].map(to(THIN)),
  ...[...'“”„«»「」『』《》〈〉"\u3000\u2002\u2003\t'].map(to(" ")),
  ...[..."’‘´ʼ"].map(to("'")),
  ...[..."\u2010\u2011\u2212\uFE63"].map(to("-")),
  ...[..."–—―‒"].map(to("–")),
  ...[..."【〔［"].map(to("(")),
  ...[..."】〕］"].map(to(")")),
  ...[..."⟶➔➜➝➞⭢➡"].map(to("→")),
  ...[..."⬅⭠⟵"].map(to("←")),
  ...[..."⬆⭡"].map(to("↑")),
  ...[..."⬇⭣"].map(to("↓")),
  ...[..."⟹∴"].map(to("⇒")),
  ...[..."∼≃≅≒"].map(to("≈")),
  ...[..."⩾≧"].map(to("≥")),
  ...[..."⩽≦"].map(to("≤")),
  ...[..."∙·•⋅"].map(to("·")),
  ...[..."½⅓⅔¼¾⅕⅛"].map(to("÷")),
  ...[..."❌✗✘✖"].map(to(" wrong ")),
  ["、", ","],
  ["。", ". "],
  ["｡", ". "],
  ["…", " … "],
  ["🅰", "A"],
  ["🅱", "B"],
]);

function to(plain: string): (character: string) => readonly [string, string] {
  return (character) => [character, plain];
}

/** Tags around an answer, and tags that end a line. */
const ANSWER_TAGS = new Set(["answer", "final_answer", "finalanswer", "final"]);
const LINE_TAGS = new Set(["br", "p", "li", "div", "tr"]);
const PLAIN_TAGS = new Set([
  "b",
  "i",
  "u",
  "em",
  "strong",
  "code",
  "span",
  "sub",
  "pre",
  "ul",
  "ol",
]);

const TAG = /<(\/?)([a-zA-Z_]{1,14})\s*\/?>|<\|([a-z_]{1,24})\|>/y;
/** What stands for itself. */
const PLAIN = /[^\\{}*_#<~$`\-+\r"\t\u0080-\uffff]+/y;
const COMMAND = /[a-zA-Z]+/y;
const STARS = /\*+/y;

/**
 * A reply in plain characters: LaTeX, Markdown and HTML undone, full-width and dressed letters and
 * digits folded, and {@link BOX} and {@link UNBOX} around what is marked as the answer. A power
 * keeps its `^`, so that 7² never becomes 72.
 *
 * Cost: linear in the length.
 */
export function plainText(reply: string): string {
  return new Folder(reply).fold();
}

/** So much of what is put out is looked at again. */
const TAIL = 8;

class Folder {
  readonly #reply: string;
  #at = 0;
  #out = "";
  /** The end of what is put out. */
  #tail = "";
  /** Which braces are open: true for a frame's. */
  readonly #braces: boolean[] = [];
  #openTags = 0;

  constructor(reply: string) {
    this.#reply = reply;
  }

  fold(): string {
    while (this.#at < this.#reply.length) {
      const plain = this.#match(PLAIN)?.[0];
      if (plain === undefined) this.#step(this.#reply[this.#at]!);
      else this.#put(plain, plain.length);
    }
    // A tag that is never closed was cut off behind the answer; a frame was cut within it.
    return this.#out + UNBOX.repeat(this.#openTags);
  }

  #step(c: string): void {
    switch (c) {
      case "\\":
        return this.#command();
      case "{":
        this.#braces.push(false);
        return this.#put("", 1);
      case "}":
        return this.#put(this.#braces.pop() === true ? UNBOX : "", 1);
      case "*":
        return this.#stars();
      case "_":
        return this.#put(isLetter(this.#last) && isLetter(this.#next(1)) ? " " : "", 1);
      case "#":
        return this.#hashes();
      case "<":
        return this.#tag();
      case "~":
        return this.#put(isDigit(this.#next(1)) || this.#next(1) === " " ? "≈" : " ", 1);
      case "$":
      case "`":
        return this.#put(" ", 1);
      case "-":
      case "+":
        // A bullet; a sign stands at its number.
        if (this.#isLineStart && this.#next(1) === " ") return this.#put("", 2);
        return this.#put(c, 1);
      case "\r":
        return this.#put("", 1);
    }
    this.#fold();
  }

  get #last(): string {
    return this.#tail.at(-1) ?? "";
  }

  get #isLineStart(): boolean {
    const last = this.#last;
    return last === "" || last === "\n" || last === BOX;
  }

  #next(by: number): string {
    return this.#reply[this.#at + by] ?? "";
  }

  #put(text: string, length: number): void {
    this.#out += text;
    this.#tail = text.length < TAIL ? (this.#tail + text).slice(-TAIL) : text.slice(-TAIL);
    this.#at += length;
  }

  #match(pattern: RegExp, at = this.#at): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.#reply);
  }

  #command(): void {
    const name = this.#match(COMMAND, this.#at + 1)?.[0];
    if (name === undefined) {
      const c = this.#next(1);
      const isThin = c === "," && isDigit(this.#last);
      return this.#put(c === "\\" ? "\n" : isThin ? THIN : "%&#".includes(c) ? c : " ", 2);
    }
    this.#at += 1 + name.length;
    if (DRESS.has(name)) return this.#put(" ", 0);
    if (!FRAMES.has(name)) return this.#put(` ${COMMANDS[name] ?? name} `, 0);
    while (this.#next(0) === " ") this.#at++;
    this.#put(BOX, 0);
    if (this.#next(0) === "{") {
      this.#braces.push(true);
      this.#at++;
    }
  }

  /** `**bold**` and bullets go; a star between digits multiplies, two of them raise. */
  #stars(): void {
    const { length } = this.#match(STARS)![0];
    const after = this.#reply.slice(this.#at + length, this.#at + length + 2);
    const before = this.#tail.slice(-2);
    const isProduct = /[\w)] ?$/.test(before) && /^ ?\d/.test(after) &&
      before.endsWith(" ") === after.startsWith(" ");
    if (length === 1 && isProduct) return this.#put("×", 1);
    if (length === 2 && /\d$/.test(before) && /^\d/.test(after)) return this.#put("^", 2);
    this.#put("", length);
  }

  #hashes(): void {
    let length = 1;
    while (this.#next(length) === "#") length++;
    this.#put(!this.#isLineStart ? " " : length === 4 ? HASHES : "", length);
  }

  #tag(): void {
    const match = this.#match(TAG);
    if (match === null) return this.#put("<", 1);
    const [whole, closes, raw, special] = match;
    const name = raw?.toLowerCase() ?? "";
    const isBox = ANSWER_TAGS.has(name) || special?.endsWith("_of_box") === true;
    if (isBox && (closes === "/" || special?.startsWith("end") === true)) {
      this.#put(this.#openTags > 0 ? UNBOX : " ", whole.length);
      if (this.#openTags > 0) this.#openTags--;
    } else if (isBox) {
      this.#openTags++;
      this.#put(BOX, whole.length);
    } else if (name === "sup") this.#put(closes === "/" ? " " : "^", whole.length);
    else if (LINE_TAGS.has(name)) this.#put("\n", whole.length);
    else if (raw === undefined || PLAIN_TAGS.has(name)) this.#put(" ", whole.length);
    else this.#put(`(${raw})`, whole.length);
  }

  #fold(): void {
    const code = this.#reply.codePointAt(this.#at)!;
    const c = String.fromCodePoint(code);
    const plain = CHARACTERS.get(c);
    if (plain !== undefined) return this.#put(plain, c.length);
    if (code >= 0xFF01 && code <= 0xFF5E) {
      return this.#put(String.fromCharCode(code - 0xFEE0), 1);
    }
    if (code >= 0x1D400 && code <= 0x1D7FF) return this.#put(c.normalize("NFKC"), 2);
    if (code >= 0x24B6 && code <= 0x24E9) return this.#put(c.normalize("NFKC"), 1);
    if (code >= 0x2460 && code <= 0x2473) return this.#put(`(${code - 0x245F})`, 1);
    if (code >= 0x2080 && code <= 0x2089) return this.#put(String(code - 0x2080), 1);
    const power = SUPERSCRIPTS.indexOf(c);
    if (power >= 0) {
      return this.#put(`${/\^\d*$/.test(this.#tail) ? "" : "^"}${power}`, 1);
    }
    this.#put(c, c.length);
  }
}

function isLetter(c: string): boolean {
  return /^\p{L}$/u.test(c);
}

function isDigit(c: string): boolean {
  return c >= "0" && c <= "9" && c.length === 1;
}
