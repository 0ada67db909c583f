/** A phrase found in a text. */
export interface FoundPhrase {
  /** Its number among the phrases. */
  readonly phrase: number;
  /** Where it begins. */
  readonly from: number;
  /** Behind its last character. */
  readonly to: number;
}

/** Letters, digits and the apostrophe, numbered from 2; 1 is what parts words, 0 all else. */
const CODES = new Uint8Array(128);
const PART = 1;
for (const [i, char] of [..."abcdefghijklmnopqrstuvwxyz0123456789'"].entries()) {
  CODES[char.charCodeAt(0)] = i + 2;
}
for (let i = 0; i < 26; i++) CODES[65 + i] = CODES[97 + i]!;
for (const char of " -\t\n") CODES[char.charCodeAt(0)] = PART;

const WIDTH = 40;

/**
 * Finds phrases of whole words in texts, the longest first, in one pass over the letters: a trie
 * in one flat array. Capitals do not matter; a hyphen is a space.
 *
 * @example
 * ```ts
 * import { PhraseFinder } from "@alidade/core/text";
 * import { assertEquals } from "@std/assert";
 *
 * const phrases = ["on", "on top of"];
 * const found = new PhraseFinder(phrases).find("A cup on top of a box on Onassis' table");
 * assertEquals(found.map(({ phrase, from }) => [phrases[phrase], from]), [["on top of", 6], ["on", 22]]);
 * ```
 */
export class PhraseFinder {
  /** The next node, by node and letter; 0 where there is none. */
  #next: Int32Array = new Int32Array(WIDTH * 64);
  /** The phrase that ends at a node, from 1. */
  #ends: Int32Array = new Int32Array(64);
  #nodes = 1;

  /**
   * Builds the trie.
   *
   * @param phrases letters, digits, apostrophes and single spaces
   * @throws RangeError for a phrase of other characters, which it names
   */
  constructor(phrases: readonly string[]) {
    phrases.forEach((phrase, i) => this.#add(phrase, i));
  }

  #add(phrase: string, number: number): void {
    let node = 0;
    for (let i = 0; i < phrase.length; i++) {
      const code = codeAt(phrase, i);
      if (code === 0) {
        throw new RangeError(
          `Cannot find phrase ${JSON.stringify(phrase)}: it has ${JSON.stringify(phrase[i])}, ` +
            "must have letters, digits, apostrophes and spaces",
        );
      }
      node = this.#next[node * WIDTH + code] || this.#grow(node * WIDTH + code);
    }
    this.#ends[node] ||= number + 1;
  }

  /** A new node, to which a place of the table leads. */
  #grow(place: number): number {
    const node = this.#nodes++;
    if (node === this.#ends.length) {
      this.#next = doubled(this.#next);
      this.#ends = doubled(this.#ends);
    }
    this.#next[place] = node;
    return node;
  }

  /**
   * The phrases of a text, from left to right; where several begin, the longest, and none inside
   * another.
   *
   * @param text the text
   * @returns the phrases found
   */
  find(text: string): FoundPhrase[] {
    const found: FoundPhrase[] = [];
    this.each(text, (phrase, from, to) => found.push({ phrase, from, to }));
    return found;
  }

  /** As {@link find}, telling each phrase as it is found. */
  each(text: string, tell: (phrase: number, from: number, to: number) => void): void {
    const next = this.#next;
    const ends = this.#ends;
    const { length } = text;
    for (let at = 0; at < length;) {
      let node = 0;
      let phrase = 0;
      let end = at;
      let i = at;
      for (; i < length; i++) {
        node = next[node * WIDTH + codeAt(text, i)]!;
        if (node === 0) break;
        if (ends[node] !== 0 && (i + 1 === length || codeAt(text, i + 1) < 2)) {
          phrase = ends[node]!;
          end = i + 1;
        }
      }
      if (phrase !== 0) {
        tell(phrase - 1, at, end);
        at = end;
      } else {
        while (at < length && codeAt(text, at) >= 2) at++;
      }
      while (at < length && codeAt(text, at) < 2) at++;
    }
  }
}

function codeAt(text: string, i: number): number {
  const code = text.charCodeAt(i);
  return code < 128 ? CODES[code]! : code === 0x2019 ? CODES[39]! : code > 0xbf ? WIDTH - 1 : 0;
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
