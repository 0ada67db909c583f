import type { WordingName } from "./common.ts";

/** What else a direction or a part of a map may be called, by the word of the wording. */
export interface SideNames {
  /** Names that say it as clearly: "upper right" for "top right". */
  readonly clear: Readonly<Record<string, readonly string[]>>;
  /** Words that may say something else too, and count where nothing clearer stands: "above". */
  readonly loose: Readonly<Record<string, readonly string[]>>;
}

/** "upper", "up" and so on for each of the wording's words of height. */
const HEIGHTS = {
  top: ["top", "upper", "up", "above"],
  bottom: ["bottom", "lower", "down", "below"],
  down: ["bottom", "lower", "down", "below"],
};

const GERMAN_HEIGHTS = { oben: ["oben", "oberhalb"], unten: ["unten", "unterhalb"] };

const EN: SideNames = {
  clear: corners(HEIGHTS, ["left", "right"], (height, side) => [
    `${height} ${side}`,
    `${side} ${height}`,
    `${height} and ${side}`,
    `${height} and to the ${side}`,
    `to the ${side} and ${height}`,
  ], (height, side) => [`${height} ${side}`]),
  loose: {
    top: ["up", "above", "upper", "upwards"],
    bottom: ["down", "below", "lower", "downwards"],
    down: ["bottom", "below", "lower", "downwards"],
    center: ["centre", "middle", "central"],
  },
};

const COMPASS: SideNames = {
  clear: corners(
    { north: ["north"], south: ["south"] },
    ["east", "west"],
    (height, side) => [`${height} ${side}`],
    (height, side) => [`${height}${side}`],
  ),
  loose: EN.loose,
};

/** By wording. */
export const SIDE_NAMES: Readonly<Record<WordingName, SideNames>> = {
  "en": EN,
  "en-compass": COMPASS,
  "en-sparkle": EN,
  "de": {
    clear: corners(
      GERMAN_HEIGHTS,
      ["links", "rechts"],
      (height, side) => [
        `${height} ${side}`,
        `${side} ${height}`,
        `${height} und ${side}`,
        `${side} und ${height}`,
      ],
      (height, side) => [`${height} ${side}`, `${side} ${height}`],
    ),
    loose: {
      oben: ["oberhalb", "darüber"],
      unten: ["unterhalb", "darunter"],
      Mitte: ["mittig", "zentrum", "zentral"],
    },
  },
};

/** What a corner may be called, under each word a wording has for it. */
function corners(
  heights: Readonly<Record<string, readonly string[]>>,
  sides: readonly string[],
  names: (height: string, side: string) => readonly string[],
  words: (height: string, side: string) => readonly string[],
): Record<string, readonly string[]> {
  const found: Record<string, readonly string[]> = {};
  for (const [height, said] of Object.entries(heights)) {
    for (const side of sides) {
      const all = said.flatMap((h) => names(h, side));
      for (const word of words(height, side)) found[word] = all.filter((name) => name !== word);
    }
  }
  return found;
}
