import { requireForm, TEXT } from "../../geometry/form.ts";
import { DIRECTION_WORDS, readDirection, type Step } from "./direction_phrase.ts";

/** What a sentence says: where the subject is, one step from the landmark. */
export interface StepRelation {
  /** Who is placed. */
  readonly subject: string;
  /** Beside whom. */
  readonly landmark: string;
  /** From the landmark to the subject. */
  readonly step: Step;
}

/** A sentence taken apart. */
export interface Sentence {
  /** The sentence with X, Y, ... in place of its names, in the order of their appearance. */
  readonly template: string;
  /** What it says; null when it is not understood. */
  readonly relation: StepRelation | null;
}

/** Words around a name that are no part of it. */
const DETERMINERS = new Set(["the", "object", "objects", "agent", "labeled"]);

/** Words that would change what is said: no sentence that has one is read. */
const REFUSED =
  ("almost behind beside but either except far maybe near neither never no nor not or " +
    "perhaps probably than unless").split(" ");

const GAP = "with a small gap between them";
const TOKEN = new RegExp(`${GAP}|[^\\s.,]+|[.,]`, "g");
const GRAMMAR_WORDS = new Set([
  ...DIRECTION_WORDS,
  ...DETERMINERS,
  ...REFUSED,
  ..."are both each if line next other parallel side by there with".split(" "),
  GAP,
]);

const NUMBER = /^\d+(?::\d\d)?$/;
const POSSESSIVE = /['\u2019]s$/;

/**
 * Reads a sentence on where two things are, by a grammar of introductions, clauses and direction
 * phrases. Every word that is not of the grammar is taken as part of a name, so that a sentence
 * with any word more than that has too many names and is not understood.
 */
export function readSentence(text: string): Sentence {
  requireForm(text, TEXT, "text");
  const shape = shapeOf(text);
  const known = SHAPES.get(shape);
  if (known !== undefined) return known === null ? parseSentence(text) : withLetters(known);
  const sentence = parseSentence(text);
  if (SHAPES.size >= READ_LIMIT) SHAPES.clear();
  SHAPES.set(shape, shapeFrom(sentence));
  return sentence;
}

/** What was read of a sentence whose names are capitals alone, with the places of the two. */
interface Shape {
  readonly template: string;
  readonly relation: { subject: number; landmark: number; step: Step } | null;
}

/**
 * Sentences that differ only in which capitals stand alone in them are read alike, for such a
 * capital is always a name: so each is read once. Null for one whose names are others too.
 */
const SHAPES = new Map<string, Shape | null>();

/** The capitals that stand alone in the sentence at hand, in the order of their appearance. */
let letters: string[] = [];

/** Whether it has a capital that stands alone but for "'s", which may be the name of another. */
let isMixed = false;

/** A sentence with the places of its capitals instead of those that stand alone. */
function shapeOf(text: string): string {
  letters = [];
  isMixed = text.includes("\0");
  let shape = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 65 || code > 90 || !isEnd(text, i - 1)) continue;
    if (!isEnd(text, i + 1)) {
      isMixed ||= text[i + 1] === "'" || text[i + 1] === "\u2019";
      continue;
    }
    const letter = text[i]!;
    let place = letters.indexOf(letter);
    if (place < 0) place = letters.push(letter) - 1;
    shape += `${text.slice(from, i)}\0${place}`;
    from = i + 1;
  }
  return shape + text.slice(from);
}

/** Whether a token ends or begins at a place of a text: at its ends, white space, "." and ",". */
function isEnd(text: string, i: number): boolean {
  if (i < 0 || i >= text.length) return true;
  const code = text.charCodeAt(i);
  return code === 32 || code === 44 || code === 46;
}

/** What to keep of a sentence that was read; null where its names are not the capitals alone. */
function shapeFrom({ template, relation }: Sentence): Shape | null {
  // A template has X, Y, ... for names: it is that of all only where it has no other capital.
  if (isMixed || letters.length !== templateLetters(template)) return null;
  if (relation === null) return { template, relation };
  const subject = letters.indexOf(relation.subject);
  const landmark = letters.indexOf(relation.landmark);
  if (subject < 0 || landmark < 0) return null;
  return { template, relation: { subject, landmark, step: relation.step } };
}

function templateLetters(template: string): number {
  return new Set(template.match(/(?<![^\s.,])[A-Z](?![^\s.,])/g) ?? []).size;
}

function withLetters({ template, relation }: Shape): Sentence {
  if (relation === null) return { template, relation };
  const { subject, landmark, step } = relation;
  return { template, relation: { subject: letters[subject]!, landmark: letters[landmark]!, step } };
}

function parseSentence(text: string): Sentence {
  const names: string[] = [];
  const { plain, template } = withoutNames(text, names);
  // A name in both places is read as two, so that what is said of it can be told.
  const placed = readPlain(names.length === 1 ? plain.replace(/(#0.*)#0/, "$1#1") : plain);
  if (placed === null || names.length > 2) return { template, relation: null };
  const [subject, landmark, step] = placed;
  const name = (index: number) => names[index] ?? names[0]!;
  return { template, relation: { subject: name(subject), landmark: name(landmark), step } };
}

/** Puts `#0`, `#1` in place of names, and drops determiners and commas. */
function withoutNames(text: string, names: string[]): { plain: string; template: string } {
  const words: string[] = [];
  let template = "", end = 0, run: string[] = [], runStart = 0;
  const close = (suffix: string) => {
    if (run.length === 0) return;
    const name = run.join(" ");
    if (!names.includes(name)) names.push(name);
    while (DETERMINERS.has(words.at(-1)!)) words.pop();
    words.push(`#${names.indexOf(name)}${suffix}`);
    template += text.slice(end, runStart) + variable(names.indexOf(name));
    end = runStart + name.length;
    run = [];
  };
  const tokens: readonly string[] = text.match(TOKEN) ?? [];
  let at = 0;
  tokens.forEach((token, i) => {
    const index = text.indexOf(token, at);
    at = index + token.length;
    const word = i === 0 || words.at(-1) === "." ? token.toLowerCase() : token;
    if (isPlain(word, i, tokens)) {
      close("");
      if (word !== ",") words.push(word);
      return;
    }
    if (run.length === 0) runStart = index;
    run.push(token.replace(POSSESSIVE, ""));
    if (POSSESSIVE.test(token)) close("'s");
  });
  close("");
  const plain = words.join(" ").replace(/ \.$/, "");
  return { plain, template: template + text.slice(end) };
}

/** What "a" is an article of; everywhere else it is a name. */
const AFTER_ARTICLE = new Set(["45", "clock", "horizontal", "vertical"]);

/** What a number belongs to; with nothing of the kind it is a name. */
const AFTER_NUMBER = new Set(["degree", "degrees", "o'clock", "position"]);

/** Whether a word is of the grammar and not of a name. */
function isPlain(word: string, i: number, tokens: readonly string[]): boolean {
  const token = tokens[i]!;
  if (token === "." || token === ",") return true;
  if (token === "a") return AFTER_ARTICLE.has(tokens[i + 1] ?? "");
  // A capital alone is a name: "A" at the beginning is no article.
  if (token.length === 1 && token >= "A" && token <= "Z") return false;
  if (GRAMMAR_WORDS.has(word)) return true;
  if (NUMBER.test(token)) return isMeasure(i, tokens);
  return word.includes("-") && word.split("-").every((part) => GRAMMAR_WORDS.has(part));
}

/** Whether a number is an hour or an angle, and not a name. */
function isMeasure(i: number, tokens: readonly string[]): boolean {
  if (tokens[i]!.includes(":") || AFTER_NUMBER.has(tokens[i + 1] ?? "")) return true;
  return tokens[i - 1] === "between" || tokens[i - 1] === "and" && tokens[i - 3] === "between";
}

function variable(index: number): string {
  return "XYZUVW"[index] ?? `X${index}`;
}

type Placed = readonly [subject: number, landmark: number, step: Step];

const PAIR_INTRO =
  /^#(\d) and #(\d) are (?:both there with|parallel and|side by side with|next to each other with|(?:over )?there \.|(horizontal|vertical) and|in a (horizontal|vertical) line with) (.*)$/;
const SINGLE_INTRO =
  /^(?:#(\d) is (?:over )?there (?:and|with)|if #(\d) is the center of a clock face) (.*)$/;

/** Sentences repeat: what was read of one without its names is kept, within bounds. */
const READ = new Map<string, Placed | null>();
const READ_LIMIT = 1 << 12;

function readPlain(plain: string): Placed | null {
  let placed = READ.get(plain);
  if (placed === undefined) {
    placed = parsePlain(plain);
    if (READ.size >= READ_LIMIT) READ.clear();
    READ.set(plain, placed);
  }
  return placed;
}

function parsePlain(plain: string): Placed | null {
  const pair = PAIR_INTRO.exec(plain);
  if (pair !== null) {
    const [, first, second, one, other, clause] = pair;
    const placed = readClause(clause!, [Number(first), Number(second)]);
    const axis = one ?? other;
    if (placed === null || axis === undefined) return placed;
    const [dx, dy] = placed[2];
    return (axis === "horizontal" ? dy : dx) === 0 ? placed : null;
  }
  const single = SINGLE_INTRO.exec(plain);
  if (single === null) return readClause(plain, []);
  const [, there, clock, clause] = single;
  const landmark = Number(there ?? clock);
  const placed = readClause(clause!, [landmark]);
  return placed?.[1] === landmark ? placed : null;
}

const TO_LANDMARK =
  /^#(\d) (?:is |presents )?(.*\b(?:of|to|above|over|below|beneath|under|underneath|clock face)|at) #(\d)('s)?(?: (.*))?$/;
const TWO_CLAUSES = /^#(\d) (?:is )?([^#]*?)(?: and)? #(\d) (?:is )?([^#]*)$/;
const ONE_CLAUSE = /^#(\d) (?:is )?([^#]*)$/;

/** A clause on one or both of those introduced before. */
function readClause(clause: string, introduced: readonly number[]): Placed | null {
  // "above #1 and to the left of #1": the landmark named again is the landmark.
  const toLandmark = TO_LANDMARK.exec(clause.replace(/(#\d)(.*)\1(?= |$)/, backReference));
  if (toLandmark !== null) {
    const [, subject, before, landmark, , behind = ""] = toLandmark;
    return place(Number(subject), Number(landmark), readDirection(`${before} ${behind}`));
  }
  const two = TWO_CLAUSES.exec(clause);
  if (two !== null) return placeBoth(two);
  const one = ONE_CLAUSE.exec(clause);
  if (one === null) return null;
  const subject = Number(one[1]);
  const landmark = introduced.find((name) => name !== subject);
  return landmark === undefined ? null : place(subject, landmark, readDirection(one[2]!));
}

function backReference(whole: string, name: string, between: string): string {
  return between.includes("#") ? whole : `${name}${between}it`;
}

function place(subject: number, landmark: number, step: Step | null): Placed | null {
  return step === null ? null : [subject, landmark, step];
}

/** "#0 at the bottom and #1 on the top": each tells the same, from its own side. */
function placeBoth([, one, phrase, other, opposite]: RegExpExecArray): Placed | null {
  const step = readDirection(phrase!);
  const back = readDirection(opposite!);
  if (step === null || back === null) return null;
  if (step[0] !== -back[0] || step[1] !== -back[1]) return null;
  return [Number(one), Number(other), step];
}
