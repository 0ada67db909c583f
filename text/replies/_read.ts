import { requireForm, TEXT } from "../../geometry/form.ts";
import type { Cue } from "./_cue_words.ts";
import { CUES } from "./_cues.ts";
import type { Lexicon, Match } from "./_lexicon.ts";
import { saidText } from "./_outer.ts";
import type { Meter } from "./meter.ts";
import { BOX, HASHES, isStop, type Token, tokensOf, UNBOX } from "./_tokens.ts";

/** What stands for an answer in a reply, by kind of question. */
export interface Vocabulary<V> {
  /** The answer at a token; a null value is one that cannot be read, and spoils what it is in. */
  at(tokens: readonly Token[], from: number): Match<V | null> | null;
  /** Words that do something else in this kind of question. */
  readonly cues?: Lexicon<Cue>;
  /** Names that may stand around an answer. */
  readonly names?: readonly Lexicon<true>[];
  /** Whether a number may be an answer where it counts lines: 1. */
  readonly keepsCounts?: boolean;
  /** Whether what stands behind an answer that begins a sentence, and a comma, explains it: "No, ...". */
  readonly leads?: boolean;
  /** The same for answers that are the same, different for others. */
  key(value: V): string;
}

/**
 * The one answer of a reply; null where there is none, or more than one, or where it is denied,
 * asked, or left open.
 *
 * A reply is cut into sentences, and each answer that stands in one is `said`, `denied` or left
 * `open` by the words around it. What is marked as the answer (a box, "the answer is") counts
 * before what is concluded, and that before the rest; of those marked, the last. What comes behind
 * may explain it, but not take it back or offer another.
 *
 * Cost: linear in the reply's length.
 */
export function readAnswer<V>(reply: string, vocabulary: Vocabulary<V>, meter?: Meter): V | null {
  requireForm(reply, TEXT, "reply");
  const text = saidText(reply);
  if (text === null) return null;
  const cut = tokensOf(text, vocabulary.keepsCounts);
  const tokens = meter === undefined ? cut : metered(cut, meter);
  const frames = framesOf(tokens);
  if (frames === null) return null;
  const statements = new Scan(tokens, frames, vocabulary).statements(0, tokens.length);
  return decide(statements, vocabulary)?.value ?? null;
}

/** The same tokens, each look at one counted. */
function metered(tokens: readonly Token[], meter: Meter): readonly Token[] {
  return new Proxy(tokens, {
    get(target, key, receiver) {
      if (typeof key === "string" && /^\d+$/.test(key)) meter.steps++;
      return Reflect.get(target, key, receiver);
    },
  });
}

/** How sure it is that a mention is the answer. */
type Rank = 0 | 1 | 2 | 3;

interface Mention<V> {
  readonly value: V | null;
  state: "said" | "denied" | "open";
  readonly rank: Rank;
  /** Mentions of one rank in one statement belong together. */
  readonly group: number;
}

/** A sentence. */
export interface Statement<V> {
  readonly mentions: Mention<V>[];
  /** It holds no word that is not known. */
  isClosed: boolean;
  /** It takes back, or offers something else. */
  isRetraction: boolean;
  /** It denies what was said before it. */
  isDenial: boolean;
}

class Scan<V> {
  readonly #tokens: readonly Token[];
  readonly #frames: ReadonlyMap<number, number>;
  readonly #vocabulary: Vocabulary<V>;
  #groups = 0;
  /** All that follows explains. */
  #isAside = false;

  constructor(
    tokens: readonly Token[],
    frames: ReadonlyMap<number, number>,
    vocabulary: Vocabulary<V>,
  ) {
    this.#tokens = tokens;
    this.#frames = frames;
    this.#vocabulary = vocabulary;
  }

  /** The statements between two tokens. */
  statements(from: number, to: number): Statement<V>[] {
    const found: Statement<V>[] = [];
    let heading: Rank = 0;
    for (let at = from; at < to;) {
      if (this.#tokens[at]!.kind === "line") {
        at++;
        continue;
      }
      const sentence: Sentence<V> = new Sentence<V>(this.#isAside, ++this.#groups, heading);
      const end = this.#sentence(sentence, at, to);
      this.#groups = sentence.group;
      this.#isAside = sentence.isAside;
      heading = end < to && this.#tokens[end]!.kind === "line" ? sentence.heading : 0;
      at = end + 1;
      let isQuestion = end < to && this.#tokens[end]!.text === "?";
      // "A!?" asks.
      while (at < to && /^[.!?]$/.test(this.#tokens[at]!.text) && this.#tokens[at]!.isTight) {
        if (this.#tokens[at]!.text === "?") isQuestion = true;
        at++;
      }
      found.push(sentence.end(isQuestion));
    }
    return found;
  }

  /** Reads up to the stop that ends a sentence, which it returns. */
  #sentence(sentence: Sentence<V>, from: number, to: number): number {
    const tokens = this.#tokens;
    let at = from;
    while (at < to) {
      const token = tokens[at]!;
      if (token.text === BOX) {
        const close = this.#frames.get(at)!;
        sentence.mention(this.#boxed(at + 1, close), true);
        at = close + 1;
        continue;
      }
      if (token.text === HASHES) {
        sentence.mark();
        at++;
        continue;
      }
      const value = this.#vocabulary.at(tokens, at);
      const cue = this.#vocabulary.cues?.at(tokens, at) ?? CUES.at(tokens, at);
      if (value !== null && value.length >= (cue?.length ?? 0)) {
        at += value.length;
        // A word that is not known may make another thing of it: left blank, B minor.
        const isLead = this.#vocabulary.leads === true && tokens[at]?.text === ",";
        if (this.#isKnown(at, to)) sentence.mention(value.value, false, isLead);
        else sentence.unknown();
        continue;
      }
      if (cue === null && isStop(token)) return at;
      const name = cue === null ? this.#nameAt(at) : null;
      if (cue !== null) sentence.cue(cue.value, tokens, at, at + cue.length);
      else if (name !== null || token.kind === "number" || isVariable(tokens, at)) sentence.name();
      else sentence.unknown();
      at += cue?.length ?? name?.length ?? 1;
    }
    return to;
  }

  #nameAt(at: number): Match<true> | null {
    for (const names of this.#vocabulary.names ?? []) {
      const found = names.at(this.#tokens, at);
      if (found !== null) return found;
    }
    return null;
  }

  /** Whether a word that is known stands at a token, or none. */
  #isKnown(at: number, to: number): boolean {
    const token = at < to ? this.#tokens[at]! : undefined;
    if (token === undefined || token.kind !== "word") return true;
    return this.#vocabulary.at(this.#tokens, at) !== null ||
      this.#nameAt(at) !== null ||
      (this.#vocabulary.cues?.at(this.#tokens, at) ?? CUES.at(this.#tokens, at)) !== null;
  }

  #boxed(from: number, to: number): V | null {
    const scan = new Scan(this.#tokens, this.#frames, this.#vocabulary);
    return decide(scan.statements(from, to), this.#vocabulary)?.value ?? null;
  }
}

/** So deep frames stand in each other at most; more say nothing. */
const DEEPEST = 8;

/** Where each frame ends, by where it begins; null where one does not end, or they stand too deep. */
function framesOf(tokens: readonly Token[]): ReadonlyMap<number, number> | null {
  const frames = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { text } = tokens[at]!;
    if (text === BOX) open.push(at);
    else if (text === UNBOX && open.length > 0) frames.set(open.pop()!, at);
    if (open.length > DEEPEST) return null;
  }
  return open.length === 0 ? frames : null;
}

/** A letter that an equation is about: P = (4, 221). */
function isVariable(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.text.length === 1 && /^[=≈:]$/.test(tokens[at + 1]?.text ?? "");
}

const PAUSES = new Set([",", "(", ")", ";", ":"]);

/** A sentence while it is read: what is denied, left open or explained at its present word. */
class Sentence<V> {
  readonly #mentions: Mention<V>[] = [];
  #isClosed = true;
  #isRetraction = false;
  #isDenial = false;
  isAside: boolean;
  group: number;

  #rank: Rank = 0;
  /** The rank that an "is" would give. */
  #pending: Rank = 0;
  /** Where the clause begins among the mentions. */
  #clause = 0;
  /** What was said, for a denial of all that was said before. */
  #said: Mention<V>[] = [];
  /** So many mentions are not said any more. */
  #settled = 0;
  #denies = false;
  /** A mention was denied by the present denial. */
  #isSpent = false;
  #doubts = false;
  #explains = false;
  /** The explanation stands in front, and ends with its clause. */
  #explainsFirst = false;
  #isOr = false;
  #isWrong = false;
  /** The last mention was marked, and nothing but words like "or" stands behind it. */
  #isBeside = false;
  /** It begins with an answer, and goes on to explain it. */
  #isLed = false;
  #words = 0;
  /** The last word denied, and what it denied has not come: "but it isn't". */
  #endsInDenial = false;
  #outer: readonly [denies: boolean, doubts: boolean, clause: number] | null = null;

  constructor(isAside: boolean, group: number, rank: Rank) {
    this.isAside = isAside && rank < 3;
    this.group = group;
    this.#rank = rank;
  }

  /** The rank of what stands on the next line, where this one only announces it. */
  get heading(): Rank {
    const isOpen = this.#isClosed && this.#mentions.length === 0 && !this.#denies;
    return isOpen ? this.#pending > 0 ? this.#pending : this.#rank : 0;
  }

  mention(value: V | null, isMarked: boolean, isLead = false): void {
    this.#endsInDenial = false;
    this.#isLed ||= isLead && this.#words === 0;
    this.#words++;
    if (isMarked) {
      // Frames side by side are offered together.
      if (!this.#isBeside) this.group++;
      this.isAside = false;
      this.#explains = false;
    }
    this.#isBeside = isMarked;
    const explained = this.isAside || this.#explains;
    const state = explained || this.#doubts ? "open" : this.#denies ? "denied" : "said";
    if (this.#denies && !explained) this.#isSpent = true;
    this.#isOr = false;
    if (explained && !isMarked) return;
    const rank = isMarked ? 3 : this.#rank;
    const mention: Mention<V> = { value, state, rank, group: this.group };
    if (state === "said") this.#said.push(mention);
    this.#mentions.push(mention);
    this.#pending = 0;
  }

  /** The rest is the answer. */
  mark(): void {
    this.#bound();
    this.#rank = 3;
    this.isAside = false;
    this.group++;
  }

  /** A name or a number that is no answer. */
  name(): void {
    this.#words++;
    this.#endsInDenial = false;
  }

  unknown(): void {
    this.#words++;
    this.#endsInDenial = false;
    this.#isBeside = false;
    if (this.#explains || this.isAside || this.#isLed) return;
    this.#isClosed = false;
    this.#rank = 0;
    this.#pending = 0;
  }

  cue(cue: Cue, tokens: readonly Token[], at: number, end: number): void {
    const token = tokens[at]!;
    const isFirst = this.#words === 0;
    const isPause = PAUSES.has(token.text);
    if (!isPause) this.#words++;
    if (token.text === ",") return this.#comma(tokens, end);
    if (token.text === "(") this.#outer = [this.#denies, this.#doubts, this.#clause];
    if (token.text === ")" && this.#outer !== null) {
      this.#closeClause();
      [this.#denies, this.#doubts, this.#clause] = this.#outer;
      this.#outer = null;
    }
    if (!isPause) this.#endsInDenial = false;
    if (token.text === ":" && this.#pending > 0) return this.#is();
    if (token.text === ":" && cue === "reason" && this.#mentions.length === 0) return;
    switch (cue) {
      case "deny":
        if (isInterjection(tokens, at, end)) return this.#interject(isFirst, tokens, end);
        return this.#deny();
      case "wrong":
        this.#isWrong = !this.#explains && !this.isAside || tokens[at - 1]?.text === ":";
        return this.#deny();
      case "except":
        this.#denies = true;
        this.#isSpent = false;
        return;
      case "doubt":
        this.#settle("open");
        this.#doubts = true;
        return;
      case "if":
        this.#doubts = true;
        return;
      case "or":
        this.#isOr = true;
        if (isFirst) this.#isRetraction = true;
        return;
      case "but":
        if (token.text !== ":") return this.#bound();
        // "Not: left" still denies.
        if (this.#mentions.length > this.#clause) this.#closeClause();
        return;
      case "fresh":
        if (token.text === "是" && this.#pending > 0) return this.#is();
        return;
      case "reason":
        this.#closeClause();
        this.#explains = true;
        this.#explainsFirst = isFirst;
        return;
      case "aside":
        if (isFirst) this.isAside = true;
        return;
      case "so":
      case "yields":
        // An equation goes on: a denial in front of it holds.
        if (cue === "so") this.#bound();
        this.#rank = Math.max(this.#rank, 2) as Rank;
        this.group++;
        return;
      case "answer":
        this.#pending = 3;
        return;
      case "result":
        if (this.#pending < 2) this.#pending = 2;
        return;
      case "noun":
        if (this.#pending === 0) this.#pending = 1;
        return;
      case "is":
        if (this.#pending > 0) this.#is();
        return;
      case "retract":
        this.#isRetraction = true;
        this.#isBeside = false;
        return;
      case "junk":
        return this.unknown();
    }
  }

  end(isQuestion: boolean): Statement<V> {
    this.#closeClause();
    if (isQuestion) { for (const mention of this.#mentions) mention.state = "open"; }
    return {
      mentions: this.#mentions,
      isClosed: this.#isClosed,
      isRetraction: this.#isRetraction,
      isDenial: this.#isDenial,
    };
  }

  #is(): void {
    this.#rank = Math.max(this.#rank, this.#pending) as Rank;
    if (this.#rank === 3) {
      this.isAside = false;
      this.#explains = false;
    }
    this.#pending = 0;
    this.group++;
  }

  /** Denies what stands in the clause so far and what is to come in it. */
  #deny(): void {
    if (this.#explains || this.isAside) return;
    if (this.#mentions.length > this.#clause) this.#isSpent = true;
    this.#settle("denied");
    this.#denies = true;
    if (this.#mentions.length === this.#clause) {
      this.#isSpent = false;
      this.#endsInDenial = true;
    }
  }

  /** Changes the state of what stands in the clause so far, but for what is settled. */
  #settle(state: "open" | "denied"): void {
    for (let i = Math.max(this.#clause, this.#settled); i < this.#mentions.length; i++) {
      const mention = this.#mentions[i]!;
      if (mention.state === "said") mention.state = state;
    }
    this.#settled = this.#mentions.length;
  }

  /** "No," answers a question, or takes back. */
  #interject(isFirst: boolean, tokens: readonly Token[], end: number): void {
    const next = tokens[end];
    const isAlone = next === undefined || isStop(next);
    if (isFirst && isAlone) this.#isDenial = true;
    else if (isAlone) this.#endsInDenial = true;
    else if (!isFirst) this.#isRetraction = true;
  }

  #comma(tokens: readonly Token[], next: number): void {
    const cue = next < tokens.length ? CUES.at(tokens, next) : null;
    const isFresh = cue?.value === "fresh" || cue?.value === "answer";
    if (this.#explains && this.#explainsFirst && isFresh) this.#explains = false;
    if (isFresh && this.#denies && this.#isSpent) this.#denies = false;
    if (isFresh) this.#doubts = false;
    const keeps = [this.#denies, this.#isSpent, this.#doubts] as const;
    this.#closeClause();
    [this.#denies, this.#isSpent, this.#doubts] = keeps;
  }

  /** Begins a clause of its own. */
  #bound(): void {
    this.#closeClause();
    this.#explains = false;
    if (this.#mentions.some((m) => m.group === this.group)) {
      this.#rank = 0;
      this.group++;
    }
  }

  #closeClause(): void {
    const own = this.#mentions.slice(this.#clause);
    // Offered beside something that is no answer: "left or so".
    if (this.#isOr) {
      for (const mention of own.length > 0 ? own : this.#mentions.slice(-1)) mention.state = "open";
    }
    if ((this.#isWrong || this.#endsInDenial) && own.length === 0) {
      if (this.#said.length === 0) this.#isDenial = true;
      for (const mention of this.#said) if (mention.state === "said") mention.state = "denied";
      this.#said = [];
    }
    this.#isOr = false;
    this.#isWrong = false;
    this.#endsInDenial = false;
    this.#denies = false;
    this.#isSpent = false;
    this.#doubts = false;
    this.#clause = this.#mentions.length;
  }
}

const INTERJECTIONS = new Set(["no", "nein", "nope", "否", "不"]);

/** Whether a "no" stands for itself, before a pause. */
function isInterjection(tokens: readonly Token[], at: number, end: number): boolean {
  const next = tokens[end];
  return INTERJECTIONS.has(tokens[at]!.text) &&
    (next === undefined || isStop(next) || PAUSES.has(next.text) || next.text === "–");
}

interface Decision<V> {
  readonly value: V;
}

/** The answer that statements give together. */
export function decide<V>(
  statements: readonly Statement<V>[],
  { key }: Vocabulary<V>,
): Decision<V> | null {
  const keyOf = (m: Mention<V>) => m.value === null ? null : key(m.value);
  const chosen = choose(statements, keyOf);
  if (chosen === null) return null;
  const { mention, at } = chosen;
  const right = keyOf(mention);
  if (right === null) return null;
  const contradicts = (statement: Statement<V>, i: number): boolean => {
    const { mentions, isClosed, isRetraction, isDenial } = statement;
    const isLater = i > at;
    if (isLater && isDenial) return true;
    const isEcho = mentions.some((m) => m.state === "said" && keyOf(m) === right);
    if (isLater && isRetraction && !isEcho) return true;
    return mentions.some((m) => {
      const isSame = keyOf(m) === right;
      if (m.state === "denied") return isSame && (isLater || i === at || mention.rank < 3);
      if (isSame) return false;
      // What cannot be read may be another answer.
      if (m.value === null && i === at && m.state === "said") return true;
      const isBefore = i < at || i === at && m.group < mention.group;
      if (isBefore && (mention.rank >= 2 || m.rank < mention.rank)) return false;
      if (m.state === "open") return isRetraction && !isBefore;
      return isClosed || isRetraction || m.rank > 0;
    });
  };
  return statements.some(contradicts) ? null : { value: mention.value! };
}

/** The mention that counts first, where those beside it say the same. */
function choose<V>(
  statements: readonly Statement<V>[],
  keyOf: (m: Mention<V>) => string | null,
): { readonly mention: Mention<V>; readonly at: number } | null {
  for (let rank = 3; rank >= 0; rank--) {
    for (let at = statements.length - 1; at >= 0; at--) {
      const { mentions, isClosed } = statements[at]!;
      const own = mentions.filter((m) =>
        m.rank === rank && m.state !== "denied" && (rank > 0 || isClosed)
      );
      const last = own.at(-1);
      if (last === undefined) continue;
      const group = own.filter((m) => m.group === last.group);
      const isOne = group.every((m) => m.state === "said" && keyOf(m) === keyOf(last));
      return isOne ? { mention: last, at } : null;
    }
  }
  return null;
}
