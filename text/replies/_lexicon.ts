import { type Token, tokensOf } from "./_tokens.ts";

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value?: T;
}

/** What stands at a token, and how many tokens it takes. */
export interface Match<T> {
  readonly value: T;
  readonly length: number;
}

/**
 * Phrases and what they mean. The longest phrase at a token counts; its words may be joined by
 * hyphens, and Chinese is matched character by character.
 */
export class Lexicon<T> {
  readonly #root: Node<T> = { next: new Map() };

  /** Adds phrases of one meaning; a phrase that is there keeps the meaning it has. */
  add(value: T, phrases: Iterable<string>): this {
    for (const phrase of phrases) {
      let node = this.#root;
      const tokens = tokensOf(phrase);
      for (const [i, { text }] of tokens.entries()) {
        if (text === "-" && tokens[i - 1]?.kind === "word") continue;
        let next = node.next.get(text);
        if (next === undefined) node.next.set(text, next = { next: new Map() });
        node = next;
      }
      node.value ??= value;
    }
    return this;
  }

  /** The longest phrase that begins at a token. Cost: at most the longest phrase there is. */
  at(tokens: readonly Token[], from: number): Match<T> | null {
    let node = this.#root.next.get(tokens[from]!.text);
    if (node === undefined) return null;
    let found: Match<T> | null = null;
    for (let i = from + 1; node !== undefined; i++) {
      if (node.value !== undefined) found = { value: node.value, length: i - from };
      if (node.next.size === 0 || i >= tokens.length) break;
      const isHyphen = tokens[i]!.text === "-" && i + 1 < tokens.length && !node.next.has("-");
      if (isHyphen) i++;
      node = node.next.get(tokens[i]!.text);
    }
    return found;
  }
}
