import {
  Cursor,
  type NounPhrase,
  readBlock,
  readNoun,
  readSpatial,
  type SpatialPhrase,
} from "./_blocks_phrases.ts";
import { fitting, type Thing } from "./_blocks_story.ts";
import { tokensOf } from "./_blocks_words.ts";
import { type BlocksWorld, every, not, some, type Truth } from "./_blocks_world.ts";
import { UnsupportedError } from "./_judging.ts";

/** Things that words stand for, and whether one of them, or all, must do. */
interface Meant {
  readonly things: readonly Thing[];
  readonly all: boolean;
}

/** Answers questions on one story; each is refused where it is not understood whole. */
export class BlocksQuestions {
  readonly #world: BlocksWorld;
  #text = "";

  constructor(world: BlocksWorld) {
    this.#world = world;
  }

  /** "Is the circle to the left of a square?" */
  yesNo(question: string): Truth {
    const cursor = this.#begin(question);
    const isThere = cursor.take("is", "there") || cursor.take("are", "there");
    if (!isThere && !cursor.take("is") && !cursor.take("are")) this.#fail();
    const noun = readNoun(cursor, this.#blocks());
    if (noun === null) this.#fail();
    if (isThere && cursor.isEnd) return this.#isThere(noun);
    const subjects = this.#meant(isThere ? { ...noun, determiner: "a" } : noun);
    const phrase = this.#phrase(cursor);
    if (cursor.take("each", "other") && cursor.isEnd) return this.#eachOther(subjects, phrase);
    return this.#relate(subjects, phrase, cursor);
  }

  /** "What block does not have any circles inside of it?": the blocks, as tokens. */
  blocks(question: string): readonly string[] {
    const cursor = this.#begin(question);
    if (!cursor.take("which") && !cursor.take("what")) this.#fail();
    if (!cursor.take("block") && !cursor.take("blocks")) this.#fail();
    cursor.take("is");
    const isNot = cursor.take("does", "not", "have") || cursor.take("do", "not", "have");
    if (!isNot) {
      cursor.take("does");
      if (!cursor.take("has") && !cursor.take("have") && !cursor.take("contains")) this.#fail();
    }
    const noun = readNoun(cursor, this.#blocks());
    if (noun === null || noun.block !== null) this.#fail();
    const isAtEdge = this.#edge(cursor);
    this.#inside(cursor);
    const things = this.#certain(noun).filter(({ id }) =>
      !isAtEdge || this.#world.story.atEdge.has(id)
    );
    const has = (block: string) => things.some((thing) => thing.block === block);
    const blocks = [...this.#blocks()];
    if (isNot) return blocks.filter((block) => !has(block));
    if (noun.determiner !== "all") return blocks.filter(has);
    const whole = blocks.filter((block) => has(block) && things.every((t) => t.block === block));
    // "all triangles" may be all that there are, or all that the block has.
    const only = blocks.filter((block) => {
      const inside = this.#world.story.things.filter((thing) => thing.block === block);
      return inside.length > 0 && inside.every((thing) => things.includes(thing));
    });
    if (/\ball of the\b/.test(question) || whole.join() === only.join()) return whole;
    this.#fail('it is not said of what "all" is');
  }

  /** "What is the relation between the circle and the square?": the names of the relations. */
  relations(question: string): readonly string[] | "untold" {
    const cursor = this.#begin(question);
    if (!cursor.take("what", "is", "the")) this.#fail();
    if (!["relation", "relationship"].includes(cursor.peek())) this.#fail();
    cursor.at++;
    if (cursor.peek() !== "between") this.#fail();
    cursor.at++;
    const first = this.#named(cursor);
    if (!cursor.take("and")) this.#fail();
    const second = this.#named(cursor);
    if (!cursor.isEnd) this.#fail();
    const each = first.flatMap((a) => second.map((b) => this.#relationsOf(a, b)));
    const [one, ...others] = each.map((list) => list === "untold" ? list : list.join());
    return others.every((other) => other === one) ? each[0]! : "untold";
  }

  #relationsOf(a: Thing, b: Thing): readonly string[] | "untold" {
    if (a === b) this.#fail();
    const distance = this.#world.told(a, b);
    // How far they are is not told, so that not all that holds can be named.
    if (distance === null) return "untold";
    const held = [
      ["left", "x", -1],
      ["right", "x", 1],
      ["above", "y", 1],
      ["below", "y", -1],
    ] as const;
    const directions = held.filter(([, axis, sign]) =>
      this.#world.direction(axis, sign, a, b) === "yes"
    ).map(([name]) => name);
    const far = { near: "near to", far: "far from", touching: "touching" }[distance];
    return [...directions, far];
  }

  /** "What object is near the circle, the square or the triangle?": whether each of two does. */
  choose(question: string, candidates: readonly [string, string]): readonly [Truth, Truth] {
    const cursor = this.#begin(question);
    if (!cursor.take("what") && !cursor.take("which")) this.#fail();
    cursor.at++;
    if (!cursor.take("is")) this.#fail();
    const isNot = cursor.take("not");
    const phrase = this.#phrase(cursor);
    const reference = this.#named(cursor);
    const start = cursor.at;
    return candidates.map((candidate) => {
      cursor.at = start;
      const own = new Cursor(tokensOf(candidate));
      const [thing, ...more] = this.#named(own);
      if (more.length > 0 || !own.isEnd || reference.includes(thing!)) this.#fail();
      const truth = every(reference.map((other) => this.#world.holds(thing!, phrase, other)));
      return isNot ? not(truth) : truth;
    }) as unknown as readonly [Truth, Truth];
  }

  #begin(question: string): Cursor {
    this.#text = question;
    return new Cursor(tokensOf(question));
  }

  #fail(why?: string): never {
    const what = why === undefined ? "does not understand the question" : `${why}:`;
    throw new UnsupportedError(`${what} ${JSON.stringify(this.#text)}`);
  }

  #blocks(): ReadonlySet<string> {
    return this.#world.story.blocks;
  }

  #phrase(cursor: Cursor): SpatialPhrase {
    const phrase = readSpatial(cursor);
    return phrase ?? this.#fail();
  }

  /** "touching the edge of it", "touching an edge of a block". */
  #edge(cursor: Cursor): boolean {
    const start = cursor.at;
    cursor.take("that", "is");
    if (
      cursor.take("touching") && (cursor.take("the") || cursor.take("an") || cursor.take("any"))
    ) {
      if (cursor.take("edge") || cursor.take("edges") || cursor.take("side")) {
        if (!cursor.take("of", "it") && !cursor.take("of", "a", "block")) {
          cursor.take("of", "the", "block");
        }
        return true;
      }
      this.#fail();
    }
    cursor.at = start;
    return false;
  }

  #inside(cursor: Cursor): void {
    if (cursor.take("inside") || cursor.take("in")) {
      cursor.take("of");
      cursor.take("it");
    }
    if (!cursor.isEnd) this.#fail();
  }

  /** All that words fit; refused where of some thing not enough is told to say. */
  #certain(noun: NounPhrase): readonly Thing[] {
    const { sure, maybe } = fitting(noun, this.#world.story.things);
    if (maybe.length > 0) this.#fail("it is not told what all things are");
    return sure;
  }

  #meant(noun: NounPhrase): Meant {
    const things = this.#certain(noun);
    if (noun.determiner === "a" || noun.determiner === "any") return { things, all: false };
    if (noun.isPlural && noun.determiner !== "none" || noun.determiner === "all") {
      if (things.length === 0) this.#fail("there are no such things");
      return { things, all: true };
    }
    if (noun.determiner !== "the" || things.length !== 1) {
      this.#fail(things.length === 0 ? "there is no such thing" : "it is not said which is meant");
    }
    return { things, all: true };
  }

  /** Things named by "the": one, or all of several. */
  #named(cursor: Cursor): readonly Thing[] {
    const noun = readNoun(cursor, this.#blocks());
    if (noun === null) this.#fail();
    const { things, all } = this.#meant(noun);
    return all ? things : this.#fail();
  }

  /** Closed world: what no sentence brings in is not there. */
  #isThere(noun: NounPhrase): Truth {
    return this.#certain(noun).length > 0 ? "yes" : "no";
  }

  #relate(subjects: Meant, phrase: SpatialPhrase, cursor: Cursor): Truth {
    if (phrase.edge) {
      const block = this.#edgeBlock(cursor);
      const { atEdge } = this.#world.story;
      const at = subjects.things.filter((thing) => block === null || thing.block === block)
        .map(({ id }): Truth => atEdge.has(id) ? "yes" : "untold");
      return subjects.all ? every(at) : some(at);
    }
    const noun = readNoun(cursor, this.#blocks());
    if (noun === null || readBlock(cursor, this.#blocks()) !== null || !cursor.isEnd) this.#fail();
    const references = this.#meant(noun);
    const one = (a: Thing) => {
      const parts = references.things.filter((b) => b !== a || references.all).map((b) =>
        a === b ? this.#fail("a thing is asked about with itself") : this.#world.holds(a, phrase, b)
      );
      return references.all ? every(parts) : some(parts);
    };
    const parts = subjects.things.map(one);
    return subjects.all ? every(parts) : some(parts);
  }

  #edgeBlock(cursor: Cursor): string | null {
    cursor.take("the");
    cursor.take("a");
    cursor.take("block");
    const block = cursor.peek().startsWith("#") ? cursor.tokens[cursor.at++]! : null;
    if (!cursor.isEnd) this.#fail();
    return block;
  }

  #eachOther({ things }: Meant, phrase: SpatialPhrase): Truth {
    if (things.length !== 2) this.#fail("it is not said which are meant");
    return this.#world.holds(things[0]!, phrase, things[1]!);
  }
}
