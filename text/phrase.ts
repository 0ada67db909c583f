/** A phrase with named places, as a function of what they hold. */
export type Phrase = (...held: readonly string[]) => string;

/**
 * Makes ready a phrase with named places: `"Where is {b}, seen from {a}?"`. Phrases are plain
 * strings, so that a translator needs no code; `{{` and `}}` stand for braces.
 *
 * @param words the phrase
 * @param names its places, in the order of the arguments of what is returned
 * @returns what fills the places
 * @throws SyntaxError for a place that no name has, or a lone brace
 */
export function phrase(words: string, names: readonly string[]): Phrase {
  const pieces = words.split(/(\{\{|\}\}|\{\w+\})/).map((piece) => {
    if (piece === "{{" || piece === "}}") return piece[0]!;
    const place = /^\{\w+\}$/.test(piece) ? names.indexOf(piece.slice(1, -1)) : -1;
    if (place >= 0) return place;
    if (!/[{}]/.test(piece)) return piece;
    const must = names.map((name) => `{${name}}`).join(", ");
    throw new SyntaxError(`Cannot read "${words}": ${piece} stands there, must be one of ${must}`);
  });
  return (...held) => {
    let text = "";
    for (const piece of pieces) text += typeof piece === "string" ? piece : held[piece]!;
    return text;
  };
}

/**
 * A phrase of each wording, made ready when it is first asked for.
 *
 * @param words what the wordings hold, by name
 * @param pick the phrase among it
 * @param names its places
 * @returns the phrase of a wording
 */
export function phraseOf<W extends string, T>(
  words: Readonly<Record<W, T>>,
  pick: (words: T) => string,
  names: readonly string[],
): (wording: string) => Phrase {
  const made = new Map<string, Phrase>();
  return (wording) => {
    let ready = made.get(wording);
    if (ready === undefined) {
      made.set(wording, ready = phrase(pick(words[wording as W]), names));
    }
    return ready;
  };
}
