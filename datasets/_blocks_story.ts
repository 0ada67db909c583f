import {
  Cursor,
  type NounPhrase,
  readNoun,
  readSpatial,
  type SpatialPhrase,
} from "./_blocks_phrases.ts";
import { single, tokensOf } from "./_blocks_words.ts";
import { UnsupportedError } from "./_judging.ts";

/** A thing of a story. What is not told of it is null. */
export interface Thing {
  readonly id: string;
  readonly size: string | null;
  readonly colour: string | null;
  readonly shape: string | null;
  readonly block: string;
}

/** A sentence on two things, or on two blocks. */
export interface BlocksFact {
  readonly subject: string;
  readonly reference: string;
  readonly phrase: SpatialPhrase;
  readonly text: string;
}

/** A story on shapes in blocks, read. */
export interface BlocksStory {
  /** The blocks, as tokens. */
  readonly blocks: ReadonlySet<string>;
  readonly things: readonly Thing[];
  readonly facts: readonly BlocksFact[];
  /** The things that are told to touch an edge of their block. */
  readonly atEdge: ReadonlySet<string>;
}

/**
 * Reads a story.
 *
 * @throws UnsupportedError for a sentence that is not understood whole: one that is left out would
 * leave things out
 */
export function readBlocksStory(text: string): BlocksStory {
  const reader = new Reader();
  for (const sentence of text.split(/(?<=[.?!])\s+|\n+|\.(?=[A-Z])/)) {
    if (sentence.trim() !== "") reader.read(sentence.trim());
  }
  return reader.story();
}

/** The things that words fit: for sure, and those of which not enough is told. */
export function fitting(
  { size, colour, shape, block }: NounPhrase,
  things: readonly Thing[],
): { readonly sure: readonly Thing[]; readonly maybe: readonly Thing[] } {
  const sure: Thing[] = [];
  const maybe: Thing[] = [];
  for (const thing of things) {
    if (block !== null && thing.block !== block) continue;
    const told = [[size, thing.size], [colour, thing.colour], [shape, thing.shape]] as const;
    if (told.some(([asked, has]) => asked !== null && has !== null && asked !== has)) continue;
    const isSure = told.every(([asked, has]) => asked === null || has !== null);
    (isSure ? sure : maybe).push(thing);
  }
  return { sure, maybe };
}

/** How blocks are brought in. */
const INTRODUCTIONS = ["there is", "there are", "we have", "i see"].map((words) =>
  words.split(" ")
);

const THERE = ["there is", "there are", "there exists", "there exist", "we have", "i see"]
  .map((words) => words.split(" "));

const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 };

class Reader {
  readonly #blocks = new Set<string>();
  readonly #things: Thing[] = [];
  readonly #facts: BlocksFact[] = [];
  readonly #atEdge = new Set<string>();
  /** The block that the story is in. */
  #block: string | null = null;
  #text = "";

  story(): BlocksStory {
    return {
      blocks: this.#blocks,
      things: this.#things,
      facts: this.#facts,
      atEdge: this.#atEdge,
    };
  }

  read(sentence: string): void {
    this.#text = sentence;
    const cursor = new Cursor(tokensOf(sentence));
    const isRead = this.#readBlocks(cursor) || this.#readBlockRelations(cursor) ||
      this.#readPlaced(cursor);
    while (cursor.take(",")) { /* a comma at the end */ }
    if (!isRead || !cursor.isEnd) this.#fail();
  }

  #fail(): never {
    throw new UnsupportedError(`does not understand ${JSON.stringify(this.#text)}`);
  }

  /** "There are three blocks called A, B, and C", "... called B, which is to the right of A". */
  #readBlocks(cursor: Cursor): boolean {
    const start = cursor.at;
    if (!INTRODUCTIONS.some((words) => cursor.take(...words))) return false;
    while (
      ["a", "another", "also", "one", "two", "three", "four", "five"].includes(cursor.peek())
    ) {
      cursor.at++;
    }
    const isBlock = single(cursor.peek()) === "block";
    if (!isBlock) {
      cursor.at = start;
      return false;
    }
    cursor.at++;
    cursor.take(",");
    if (!cursor.take("called") && !cursor.take("named")) { /* "blocks A, B and C" */ }
    let last: string | null = null;
    while (cursor.peek().startsWith("#") || last !== null && this.#isJoin(cursor)) {
      if (cursor.peek().startsWith("#")) {
        last = cursor.peek();
        this.#blocks.add(last);
      }
      cursor.at++;
    }
    if (last !== null && !this.#readWhich(cursor, last)) this.#fail();
    // "There is a block." names none.
    return true;
  }

  #isJoin(cursor: Cursor): boolean {
    return (cursor.peek() === "," || cursor.peek() === "and") &&
      (cursor.peek(1).startsWith("#") ||
        cursor.peek(1) === "and" && cursor.peek(2).startsWith("#"));
  }

  /** "which is to the right of A" behind a block, or nothing. */
  #readWhich(cursor: Cursor, block: string): boolean {
    const start = cursor.at;
    cursor.take(",");
    if (!cursor.take("which", "is") && !cursor.take("that", "is")) {
      cursor.at = start;
      return true;
    }
    return this.#relateBlocks(cursor, block);
  }

  #relateBlocks(cursor: Cursor, block: string): boolean {
    const phrase = readSpatial(cursor);
    if (phrase === null) return false;
    let count = 0;
    do {
      cursor.take("the");
      if (single(cursor.peek()) === "block") cursor.at++;
      const reference = cursor.peek();
      if (!reference.startsWith("#")) return false;
      cursor.at++;
      count++;
      for (const name of [block, reference]) this.#blocks.add(name);
      this.#facts.push({ subject: block, reference, phrase, text: this.#text });
    } while (
      cursor.peek() === "and" && cursor.peek(1).startsWith("#") &&
      !["is", ","].includes(cursor.peek(2)) && cursor.take("and")
    );
    return count > 0;
  }

  /** "A is to the right of B and B is to the right of C." */
  #readBlockRelations(cursor: Cursor): boolean {
    const start = cursor.at;
    let count = 0;
    do {
      cursor.take("block");
      const block = cursor.peek();
      if (!block.startsWith("#") || !["is", ","].includes(cursor.peek(1))) break;
      cursor.at++;
      cursor.take(",");
      cursor.take("is");
      if (!this.#relateBlocks(cursor, block)) this.#fail();
      count++;
      cursor.take(",");
    } while (cursor.take("and") || cursor.peek().startsWith("#"));
    if (count === 0) cursor.at = start;
    return count > 0;
  }

  /** A sentence on things, maybe behind "In A,". */
  #readPlaced(cursor: Cursor): boolean {
    if (cursor.peek() === "in" || cursor.peek() === "inside") {
      cursor.at++;
      cursor.take("of");
      cursor.take("the");
      cursor.take("block");
      const block = cursor.peek();
      if (!block.startsWith("#")) return false;
      cursor.at++;
      this.#blocks.add(block);
      this.#block = block;
      if (!this.#readWhich(cursor, block)) return false;
      cursor.take(",");
      if (cursor.isEnd) return true;
    }
    if (THERE.some((words) => cursor.take(...words))) {
      cursor.take("also");
      return this.#readThere(cursor);
    }
    if (this.#readHas(cursor)) return this.#readThere(cursor);
    const phrase = readSpatial(cursor);
    return phrase === null ? this.#readIs(cursor) : this.#readInverted(cursor, phrase);
  }

  /** "Block A has", "it has". */
  #readHas(cursor: Cursor): boolean {
    const start = cursor.at;
    if (cursor.take("it", "has")) return this.#block !== null;
    cursor.take("block");
    const block = cursor.peek();
    if (block.startsWith("#") && cursor.peek(1) === "has") {
      cursor.at += 2;
      this.#blocks.add(block);
      this.#block = block;
      return true;
    }
    cursor.at = start;
    return false;
  }

  /** "... a large circle, a blue square, and a triangle near the circle". */
  #readThere(cursor: Cursor): boolean {
    const brought: string[] = [];
    let whole: NounPhrase | null = null;
    do {
      while (cursor.take("and")) { /* ", and" */ }
      const count = COUNTS[cursor.peek()] ?? 1;
      const noun = readNoun(cursor, this.#blocks);
      if (noun === null || !["a", "count", "none"].includes(noun.determiner)) return false;
      if (count > 1 && noun.shape !== null && this.#isParted(cursor)) {
        whole = noun;
        continue;
      }
      // "three triangles, a large black one, a blue one": the ones are the three.
      const { size, colour, shape } = whole ?? noun;
      const own = {
        ...noun,
        size: noun.size ?? size,
        colour: noun.colour ?? colour,
        shape: noun.shape ?? shape,
      };
      for (let i = 0; i < count; i++) brought.push(this.#bring(own));
    } while (cursor.take(",") || cursor.take("and"));
    if (cursor.isEnd) return true;
    if (brought.length === 2 && this.#readEachOther(cursor, brought)) return true;
    return brought.length === 1 && this.#readRelations(cursor, brought[0]!);
  }

  /** Whether "one" or "ones" come next: the parts of what was named. */
  #isParted(cursor: Cursor): boolean {
    const ahead = new Cursor(cursor.tokens.slice(cursor.at));
    if (!ahead.take(",")) return false;
    const noun = readNoun(ahead, this.#blocks);
    return noun !== null && noun.shape === null;
  }

  /** "... that are near each other". */
  #readEachOther(cursor: Cursor, [a, b]: readonly string[]): boolean {
    const start = cursor.at;
    if (cursor.take("that", "are") || cursor.take("which", "are")) { /* "that are near" */ }
    const phrase = readSpatial(cursor);
    if (phrase !== null && phrase.x === 0 && phrase.y === 0 && cursor.take("each", "other")) {
      this.#learn(a!, phrase, b!);
      return true;
    }
    cursor.at = start;
    return false;
  }

  /** "Near and to the right of the circle is a triangle." */
  #readInverted(cursor: Cursor, phrase: SpatialPhrase): boolean {
    const reference = this.#take(cursor);
    cursor.take(",");
    cursor.take("there");
    if (!cursor.take("is") && !cursor.take("are")) return false;
    cursor.take("there");
    const subject = this.#take(cursor);
    if (reference === null || subject === null) return false;
    this.#learn(subject, phrase, reference);
    return cursor.isEnd || this.#readRelations(cursor, subject);
  }

  /** "The circle is near the square and is above the triangle." */
  #readIs(cursor: Cursor): boolean {
    const subject = this.#take(cursor);
    return subject !== null && this.#readRelations(cursor, subject);
  }

  /** What a thing is to others, one after another; a new sentence may begin behind "and". */
  #readRelations(cursor: Cursor, subject: string): boolean {
    for (let isFirst = true; !cursor.isEnd; isFirst = false) {
      while (cursor.take(",") || !isFirst && cursor.take("and")) { /* the next one */ }
      if (cursor.take("that") || cursor.take("which")) { /* "that is near" */ }
      if (cursor.take("is") || cursor.take("are")) { /* "is near" */ }
      const phrase = readSpatial(cursor);
      if (phrase === null) return !isFirst && this.#readIs(cursor);
      if (phrase.touches && this.#takeBlock(cursor) !== null) {
        this.#atEdge.add(subject);
        continue;
      }
      const references = this.#takeAll(cursor);
      if (references === null) return false;
      for (const reference of references) this.#learn(subject, phrase, reference);
    }
    return true;
  }

  /** The thing, or the things, that are named next: "both the circle and the square". */
  #takeAll(cursor: Cursor): string[] | null {
    if (!cursor.take("both")) {
      const one = this.#take(cursor);
      return one === null ? null : [one];
    }
    const start = cursor.at;
    const first = this.#take(cursor, "the");
    if (first !== null && cursor.take("and")) {
      const second = this.#take(cursor, "the");
      return second === null ? null : [first, second];
    }
    cursor.at = start;
    const noun = readNoun(cursor, this.#blocks);
    if (noun === null || !noun.isPlural) return null;
    const { sure, maybe } = fitting({ ...noun, block: noun.block ?? this.#block }, this.#things);
    return sure.length === 2 && maybe.length === 0 ? sure.map(({ id }) => id) : null;
  }

  /** "of B", "of the block", behind an edge; null where a thing comes. */
  #takeBlock(cursor: Cursor): string | null {
    const start = cursor.at;
    const isThe = cursor.take("the");
    const isBlock = cursor.take("block");
    if (cursor.peek().startsWith("#")) return cursor.tokens[cursor.at++]!;
    if (isThe && isBlock && this.#block !== null) return this.#block;
    cursor.at = start;
    return null;
  }

  #learn(subject: string, phrase: SpatialPhrase, reference: string): void {
    if (subject === reference) this.#fail();
    this.#facts.push({ subject, reference, phrase, text: this.#text });
  }

  /** The thing that is named next: a new one by "a", the one of the block that fits by "the". */
  #take(cursor: Cursor, determiner?: "the"): string | null {
    const noun = readNoun(cursor, this.#blocks);
    if (noun === null || noun.isPlural) return null;
    const kind = noun.determiner === "none" ? determiner : noun.determiner;
    if (kind === "a") return this.#bring(noun);
    if (kind !== "the") return null;
    const here = noun.block ?? this.#block;
    const inside = fitting({ ...noun, block: here }, this.#things);
    // What the block lacks may stand in another one.
    const isThere = noun.block !== null || inside.sure.length + inside.maybe.length > 0;
    const { sure, maybe } = isThere ? inside : fitting(noun, this.#things);
    return sure.length === 1 && maybe.length === 0 ? sure[0]!.id : null;
  }

  #bring({ size, colour, shape, block }: NounPhrase): string {
    const here = block ?? this.#block;
    if (here === null) this.#fail();
    const id = `thing ${this.#things.length + 1}`;
    this.#things.push({ id, size, colour, shape, block: here });
    return id;
  }
}
