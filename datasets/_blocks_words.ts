/** The words of stories on blocks of shapes, as classes. */
export const SIZES = new Set(["small", "medium", "large", "big", "little", "tiny"]);
export const COLOURS = new Set(
  "black blue yellow red green white orange purple pink brown grey gray".split(" "),
);
export const SHAPES = new Set(
  "triangle square circle rectangle pentagon hexagon star diamond oval cross".split(" "),
);
const GENERIC = new Set("thing object shape item one".split(" "));
const GRAMMAR =
  ("a an the another other there is are in which that and or to left right of above " +
    "below under over beneath underneath near far from away touching edge edges side sides corner top " +
    "bottom block blocks called named two three four five i we see exists exist relation relationship between which contains do both all any not does has have have what " +
    "inside it its each also be on with close").split(" ");

/** Every word that a typing error may stand for. */
const KNOWN = new Set([...SIZES, ...COLOURS, ...SHAPES, ...GENERIC, ...GRAMMAR]);

/** A word in its single form, `circles` as `circle`. */
export function single(word: string): string {
  const bare = word.endsWith("s") ? word.slice(0, -1) : word;
  return SHAPES.has(bare) || GENERIC.has(bare) || bare === "block" ? bare : word;
}

/** Whether a word is a thing's kind that tells no shape. */
export function isGeneric(word: string): boolean {
  return GENERIC.has(single(word));
}

/** The token of a block: its letter behind a mark, so that block A is no article. */
export function blockToken(name: string): string {
  return `#${name.trim().toUpperCase()}`;
}

/**
 * The tokens of a text: words in small letters, blocks as `#A`, and commas. A word that is none of
 * the language, and from which one slip of the keys leads to a single word that is, is taken for
 * that word.
 */
export function tokensOf(text: string): string[] {
  const words = (text.match(/[A-Za-z]+|,/g) ?? []).map((word) =>
    /^[A-Z]$/.test(word) ? word : mended(word.toLowerCase())
  );
  return words.map((word, i) => {
    if (!/^[A-HJ-Za-hj-z]$/.test(word)) return word.toLowerCase();
    const [before, after] = [words[i - 1] ?? "", words[i + 1] ?? ""];
    const isPlace = ["in", "block", "inside", "called", "named"].includes(before);
    // "A" before a kind of thing is an article, wherever it stands; "a" is a block only in a place.
    if (/^a$/i.test(word) && (isKind(after) || word === "a" && (!isPlace || after !== ""))) {
      return "a";
    }
    return blockToken(word);
  });
}

/** Whether a word may stand between an article and the end of a name. */
function isKind(word: string): boolean {
  return SIZES.has(word) || COLOURS.has(word) || SHAPES.has(single(word)) || isGeneric(word) ||
    single(word) === "block";
}

function mended(word: string): string {
  if (word === "," || KNOWN.has(word) || KNOWN.has(single(word)) || word.length < 2) return word;
  const near = [...KNOWN, ...[...SHAPES].map((shape) => `${shape}s`)].filter((known) =>
    isOneSlip(word, known)
  );
  return near.length === 1 ? near[0]! : word;
}

/** Whether one letter left out, put in, changed or swapped with its neighbour makes one of the other. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.max(a.length, b.length) < 4) {
    return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
  }
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  let k = 0;
  while (k < Math.min(a.length, b.length) - i && a.at(-1 - k) === b.at(-1 - k)) k++;
  const [restA, restB] = [a.slice(i, a.length - k), b.slice(i, b.length - k)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
