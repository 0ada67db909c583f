import { UnsupportedError } from "./_judging.ts";

/** A statement on places in a row, 0 for the first from the low end. */
type Holds = (places: readonly number[]) => boolean;

/** More things than this are not permuted. */
const MOST = 9;

/** Words that compare: -1 where the first is nearer to the low end. */
const COMPARE: Readonly<Record<string, 1 | -1>> = {
  "is to the left of": -1,
  "is to the right of": 1,
  "is older than": -1,
  "is newer than": 1,
  "is cheaper than": -1,
  "is less expensive than": -1,
  "is more expensive than": 1,
  "finished above": -1,
  "finished below": 1,
};

const ORDINALS = ["", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];

/** Words that name an end: -1 the low one. */
const ENDS: Readonly<Record<string, 1 | -1>> = {
  leftmost: -1,
  rightmost: 1,
  oldest: -1,
  newest: 1,
  cheapest: -1,
  "most expensive": 1,
};

/**
 * The names of the options that follow from a paragraph on things in a fixed order, such as BIG-bench's
 * logical_deduction: by trying every order.
 *
 * @throws UnsupportedError for a sentence that is not understood
 */
export function deduce(
  body: string,
  options: ReadonlyMap<string, string>,
): { readonly right: readonly string[]; readonly orders: number } {
  const [list, ...statements] = sentencesOf(body);
  const things = thingsOf(list ?? "");
  const facts = statements.map((text) => read(text, things));
  const asked = [...options].map(([name, text]) => [name, read(text, things)] as const);
  const open = new Set(asked.map(([name]) => name));
  let orders = 0;
  permute(things.length, (places) => {
    if (!facts.every((holds) => holds(places))) return;
    orders++;
    for (const [name, holds] of asked) if (!holds(places)) open.delete(name);
  });
  return { right: orders === 0 ? [] : [...open], orders };
}

/** The sentences, without the ones that every paragraph begins with. */
function sentencesOf(body: string): string[] {
  return body.split(/\.\s*/).map((text) => text.trim())
    .filter((text) => text !== "" && !/^The (?:following paragraphs|statements are)/.test(text));
}

function thingsOf(text: string): readonly string[] {
  const list = /^[^:]*:\s*(.*)$/s.exec(text)?.[1];
  const things =
    list?.split(/,\s*(?:and\s+)?|\s+and\s+/).map((thing) =>
      thing.replace(/^(?:a|an|the)\s+/i, "").trim().toLowerCase()
    ) ?? [];
  const isSound = things.length >= 2 && things.length <= MOST && !things.includes("") &&
    new Set(things).size === things.length;
  if (isSound) return things;
  throw new UnsupportedError(`does not understand the list ${JSON.stringify(text)}`);
}

function read(text: string, things: readonly string[]): Holds {
  const words = text.trim().replace(/\.$/, "").replace(/^the\s+/i, "").toLowerCase();
  const first = longestFirst(things).find((thing) => words.startsWith(`${thing} `));
  // Fruits are many.
  const rest = first === undefined ? "" : words.slice(first.length + 1).replace(/^are /, "is ");
  const holds = first === undefined ? null : readRest(rest, things.indexOf(first), things);
  if (holds !== null) return holds;
  throw new UnsupportedError(`does not understand ${JSON.stringify(text)}`);
}

function readRest(rest: string, a: number, things: readonly string[]): Holds | null {
  for (const [words, sign] of Object.entries(COMPARE)) {
    if (!rest.startsWith(`${words} `)) continue;
    const b = things.indexOf(rest.slice(words.length + 1).replace(/^the /, ""));
    return b < 0 ? null : (places) => (places[a]! - places[b]!) * sign > 0;
  }
  const place = placeOf(rest, things.length);
  return place === null ? null : (places) => places[a] === place;
}

/** Which place from the low end is named. */
function placeOf(rest: string, count: number): number | null {
  const from = (steps: number, end: 1 | -1) => {
    if (steps < 0 || steps >= count) return null;
    return end < 0 ? steps : count - 1 - steps;
  };
  const golf = /^finished (first|last|([a-z]+)(-to-last)?)$/.exec(rest);
  if (golf !== null) {
    if (golf[1] === "first") return 0;
    if (golf[1] === "last") return count - 1;
    return from(ORDINALS.indexOf(golf[2]!), golf[3] === undefined ? -1 : 1);
  }
  const side = /^is the ([a-z]+) from the (left|right)$/.exec(rest);
  if (side !== null) return from(ORDINALS.indexOf(side[1]!), side[2] === "left" ? -1 : 1);
  const end = /^is the (?:([a-z]+)-)?(.+)$/.exec(rest);
  if (end === null || !Object.hasOwn(ENDS, end[2]!)) return null;
  return from(end[1] === undefined ? 0 : ORDINALS.indexOf(end[1]), ENDS[end[2]!]!);
}

function longestFirst(things: readonly string[]): readonly string[] {
  return [...things].sort((a, b) => b.length - a.length);
}

/** Visits every order of places, by Heap's algorithm. */
function permute(count: number, visit: (places: readonly number[]) => void): void {
  const places = Array.from({ length: count }, (_, i) => i);
  const turns = new Array<number>(count).fill(0);
  visit(places);
  for (let i = 1; i < count;) {
    if (turns[i]! < i) {
      const j = i % 2 === 0 ? 0 : turns[i]!;
      [places[i], places[j]] = [places[j]!, places[i]!];
      visit(places);
      turns[i]!++;
      i = 1;
    } else turns[i++] = 0;
  }
}
