import { type Box, isTower, type Thing, wallsOf } from "./_nlvr_world.ts";

/** What a sentence leaves open, and how it is taken. */
export interface Senses {
  /** "Two": exactly two, or two and more. */
  readonly isPlainExact: boolean;
  /** "With two blocks": exactly two, or two and more. */
  readonly isWithExact: boolean;
  /** "Over": right on it, or anywhere above. */
  readonly isRightOver: boolean;
  /** "The wall": any of the four, or those at the sides. */
  readonly isAnyWall: boolean;
}

/** Whether a sentence holds of a picture, in some senses. */
export type Meaning = (boxes: readonly Box[], senses: Senses) => boolean;

/** All combinations of senses. */
const SENSES: readonly Senses[] = Array.from({ length: 16 }, (_, i) => ({
  isPlainExact: (i & 1) > 0,
  isWithExact: (i & 2) > 0,
  isRightOver: (i & 4) > 0,
  isAnyWall: (i & 8) > 0,
}));

/** Whether a sentence holds: null where that depends on what it leaves open. */
export function holdsIn(meaning: Meaning, boxes: readonly Box[]): boolean | null {
  const first = meaning(boxes, SENSES[0]!);
  return SENSES.every((senses) => meaning(boxes, senses) === first) ? first : null;
}

/** A number of things: whether so many are as many as is said. */
type Count = (n: number, isExact: boolean) => boolean;

type Of<T> = (x: T, senses: Senses) => boolean;

const DIGITS: Readonly<Record<string, string>> = {
  ...{ one: "1", two: "2", three: "3", four: "4", five: "5", six: "6", seven: "7" },
};

const COLOUR = "black|blue|yellow";
const NOUN = "circle|triangle|square|block|item|object|shape";
const QUANT = "exactly \\d|only \\d|at least \\d|more than \\d|at most \\d|\\d|an?|no|at least an?";

/** What a sentence means; null where it is not of a form that is read. */
export function meaningOf(sentence: string): Meaning | null {
  const words = plain(sentence);
  return ofTowers(words) ?? ofBoxes(words) ?? ofThings(words);
}

function plain(sentence: string): string {
  return sentence.toLowerCase().trim().replace(/\s*\.$/, "").replace(/\s+/g, " ")
    .replace(/\b(?:one|two|three|four|five|six|seven)\b/g, (word) => DIGITS[word]!)
    .replace(/^t least\b|\batleast\b/g, "at least").replace(/\bcolour(s|ed)?\b/g, "color$1");
}

function countOf(words: string | undefined): Count {
  const text = words ?? "a";
  const n = Number(/\d/.exec(text)?.[0] ?? 1);
  if (text === "no") return (m) => m === 0;
  if (/^(?:exactly|only)/.test(text)) return (m) => m === n;
  if (/^at least/.test(text)) return (m) => m >= n;
  if (/^more than/.test(text)) return (m) => m > n;
  if (/^at most/.test(text)) return (m) => m <= n;
  if (/^an?$/.test(text)) return (m) => m >= 1;
  return (m, isExact) => isExact ? m === n : m >= n;
}

/** "Yellow triangles": of which things it is said. */
function thingNamed(words: string): ((thing: Thing) => boolean) | null {
  const match = new RegExp(`^(?:(${COLOUR}) )?(${NOUN})s?$`).exec(words.trim());
  if (match === null) return null;
  const [, color, noun] = match;
  const shape = /^(?:circle|triangle|square)$/.test(noun!) ? noun : undefined;
  return (thing) =>
    (color === undefined || thing.color === color) &&
    (shape === undefined || thing.shape === shape);
}

/** "There are exactly two yellow circles touching the edge." */
function ofThings(words: string): Meaning | null {
  const match = new RegExp(
    `^there (?:is|are) (${QUANT}) ((?:(?:${COLOUR}) )?(?:${NOUN})s?)` +
      `(?: (?:(?:that|which) (?:is|are) )?(not )?(?:closely )?touching (?:the|an?|any) ` +
      `(edges?|walls?|base|bottom|corner)(?: of (?:a|the) box)?)?$`,
  ).exec(words);
  if (match === null) return null;
  const [, quant, noun, not, wall] = match;
  const is = thingNamed(noun!);
  if (is === null) return null;
  const count = countOf(quant);
  return (boxes, senses) => {
    const found = boxes.flat().filter((thing) =>
      is(thing) && (wall === undefined || touches(thing, wall, senses) === (not === undefined))
    );
    return count(found.length, senses.isPlainExact);
  };
}

function touches(thing: Thing, wall: string, { isAnyWall }: Senses): boolean {
  const walls = wallsOf(thing);
  switch (wall) {
    case "base":
    case "bottom":
      return walls.includes("bottom");
    case "corner":
      return walls.length >= 2;
    case "wall":
    case "walls":
      return isAnyWall ? walls.length > 0 : walls.includes("left") || walls.includes("right");
    default:
      return walls.length > 0;
  }
}

/** "There is a tower with a blue block at the top." */
function ofTowers(words: string): Meaning | null {
  return towersThat(words) ?? blocksAsEnd(words) ?? theTower(words) ?? blockOverBlock(words);
}

function towersOf(boxes: readonly Box[]): readonly Box[] {
  return boxes.filter(isTower);
}

function towersThat(words: string): Meaning | null {
  const match = new RegExp(
    `^there (?:is|are) (${QUANT}) (?:(${COLOUR}) )?towers?` +
      `(?:,? (?:with|having|(?:that|which) (?:has|have|contains?)) (.+))?$`,
  ).exec(words);
  if (match === null) return null;
  const [, quant, color, said] = match;
  const has = said === undefined ? () => true : towerThat(said);
  if (has === null) return null;
  const count = countOf(quant);
  return (boxes, senses) => {
    const found = towersOf(boxes).filter((tower) =>
      has(tower, senses) && (color === undefined || tower.every((block) => block.color === color))
    );
    return count(found.length, senses.isPlainExact);
  };
}

/** What a tower must have, part by part. */
function towerThat(said: string): Of<Box> | null {
  const whole = towerPart(said);
  if (whole !== null) return whole;
  const parts = said.split(/,? and (?:it has )?|, | (?:having|with) /).map(towerPart);
  if (parts.length < 2 || parts.includes(null)) return null;
  return (tower, senses) => parts.every((part) => part!(tower, senses));
}

function towerPart(said: string): Of<Box> | null {
  const end = new RegExp(`^(?:an? )?(${COLOUR}) block at (?:the )?(top|base|bottom)$`).exec(said);
  if (end !== null) return (tower) => endOf(tower, end[2]!).color === end[1];
  const over = new RegExp(`^an? (${COLOUR}) block (?:over|above) an? (${COLOUR}) block$`).exec(
    said,
  );
  if (over !== null) return (tower, senses) => hasOver(tower, over[1]!, over[2]!, senses);
  const many = new RegExp(`^(${QUANT}) (?:(${COLOUR}) )?blocks?$`).exec(said);
  if (many !== null) {
    const count = countOf(many[1]);
    return (tower, { isWithExact }) =>
      count(
        tower.filter(({ color }) => many[2] === undefined || color === many[2]).length,
        isWithExact,
      );
  }
  const only = new RegExp(`^only (${COLOUR})(?: and (${COLOUR}))? blocks?$`).exec(said);
  if (only === null) return null;
  return (tower) => hasOnly(tower, only.slice(1).filter((color) => color !== undefined));
}

/** "Only blue and yellow": no other color, and each of these. */
function hasOnly(things: Box, colors: readonly string[]): boolean {
  return things.every(({ color }) => colors.includes(color)) &&
    colors.every((color) => things.some((thing) => thing.color === color));
}

function endOf(tower: Box, end: string): Thing {
  return end === "top" ? tower.at(-1)! : tower[0]!;
}

function hasOver(tower: Box, upper: string, lower: string, { isRightOver }: Senses): boolean {
  return tower.some((block, i) =>
    block.color === lower &&
    (isRightOver
      ? tower[i + 1]?.color === upper
      : tower.slice(i + 1).some((b) => b.color === upper))
  );
}

/** "There are two blue blocks as the base of a tower with exactly three blocks." */
function blocksAsEnd(words: string): Meaning | null {
  const match = new RegExp(
    `^there (?:is|are) (${QUANT}) (${COLOUR}) blocks? as the (base|top) of a tower` +
      `(?: with (${QUANT}) blocks?)?$`,
  ).exec(words);
  if (match === null) return null;
  const [, quant, color, end, size] = match;
  const [count, high] = [countOf(quant), size === undefined ? null : countOf(size)];
  return (boxes, senses) => {
    const found = towersOf(boxes).filter((tower) =>
      endOf(tower, end!).color === color &&
      (high === null || high(tower.length, senses.isWithExact))
    );
    return count(found.length, senses.isPlainExact);
  };
}

/** "The tower with two blocks has a blue block at the top": there is one, or it is not read. */
function theTower(words: string): Meaning | null {
  const match = new RegExp(
    `^the tower with (\\d) blocks has an? (${COLOUR}) block at the (top|base)$`,
  )
    .exec(words);
  if (match === null) return null;
  const [, size, color, end] = match;
  return (boxes, { isPlainExact }) => {
    const found = towersOf(boxes).filter(({ length }) => length === Number(size));
    // "The" of several is said of some, or of all; of none it is not true.
    const is = (tower: Box): boolean => endOf(tower, end!).color === color;
    return found.length > 0 && (isPlainExact ? found.every(is) : found.some(is));
  };
}

/** "There is a blue block on a yellow block." */
function blockOverBlock(words: string): Meaning | null {
  const match = new RegExp(
    `^there (?:is|are) (an?|no|at least 1) (${COLOUR}) (?:block|object) (?:on|above|over) an? (${COLOUR}) (?:block|object)$`,
  ).exec(words);
  if (match === null) return null;
  const [, quant, upper, lower] = match;
  return (boxes, senses) =>
    towersOf(boxes).some((tower) => hasOver(tower, upper!, lower!, senses)) === (quant !== "no");
}

/** "There is a box with only two items of blue and yellow color." */
function ofBoxes(words: string): Meaning | null {
  const some = new RegExp(`^there (?:is|are) (${QUANT}) box(?:es)? with (.+)$`).exec(words);
  if (some !== null) return boxesThat(some[1]!, some[2]!);
  const of = new RegExp(
    `^(\\d) of the gr[ea]y (?:boxe?s?|squares?) (?:has|have|contains?) (exactly \\d objects?(?: which (?:is|are) (?:${COLOUR}))?)$`,
  )
    .exec(words);
  if (of !== null) return boxesThat(of[1]!, of[2]!);
  const each = new RegExp(
    `^each (?:gr[ea]y )?box (?:has|contains) (at least \\d (?:${COLOUR}) (?:${NOUN})s?)$`,
  )
    .exec(words);
  if (each === null) return null;
  const has = boxPart(each[1]!);
  return has === null ? null : (boxes, senses) => boxes.every((box) => has(box, senses));
}

function boxesThat(quant: string, said: string): Meaning | null {
  const whole = boxPart(said);
  const parts = whole === null ? said.split(/,? and |, /).map(boxPart) : [whole];
  if (parts.includes(null)) return null;
  const count = countOf(quant);
  return (boxes, senses) => {
    const found = boxes.filter((box) => parts.every((part) => part!(box, senses)));
    return count(found.length, senses.isPlainExact);
  };
}

function boxPart(said: string): Of<Box> | null {
  const colors = (box: Box): number => new Set(box.map(({ color }) => color)).size;
  const oneColor = /^(?:items|objects) of only (\d) (?:different )?colors?$/.exec(said);
  if (oneColor !== null) return (box) => colors(box) === Number(oneColor[1]);
  const all = /^(?:(\d) )?items of (?:all )?(\d) different colors$/.exec(said);
  if (all !== null) {
    const count = all[1] === undefined ? null : countOf(all[1]);
    return (box, { isWithExact }) =>
      colors(box) === Number(all[2]) && (count === null || count(box.length, isWithExact));
  }
  const only = new RegExp(
    `^(?:only (${COLOUR})(?: and (${COLOUR}))? items?|items of only (${COLOUR})(?: and (${COLOUR}))? color)$`,
  ).exec(said);
  if (only !== null) {
    const asked = only.slice(1).filter((color) => color !== undefined);
    return (box) => box.length > 0 && hasOnly(box, asked);
  }
  const many = new RegExp(
    `^(${QUANT}) ((?:(?:${COLOUR}) )?(?:${NOUN})s?)(?: which (?:is|are) (${COLOUR}))?$`,
  ).exec(said);
  const is = many === null ? null : thingNamed(many[2]!);
  if (many === null || is === null) return null;
  const count = countOf(many[1]);
  return (box, { isWithExact }) => {
    const found = box.filter((thing) =>
      is(thing) && (many[3] === undefined || thing.color === many[3])
    );
    return count(found.length, isWithExact);
  };
}
