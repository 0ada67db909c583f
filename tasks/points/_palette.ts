import type { PointSettings } from "./point_knobs.ts";
import { COLOUR_IDS, type ColourId, COMMON_WORDS } from "../../text/wordings/common.ts";

/** The most points a row may hold. */
const MOST_POINTS = COLOUR_IDS.length;

/** Sparkle's colours: of what is asked about, and of distractors. */
const SPARKLE_COLOURS = {
  "sparkle": [["yellow", "red", "green", "brown"], ["gray", "olive"]],
  "sparkle-tour": [["yellow", "red", "green", "blue", "purple", "black", "brown"], [
    "gray",
    "olive",
  ]],
} as const;

/** The names, those of what is asked about first, and how many there are of either kind. */
export interface Palette {
  readonly names: readonly string[];
  readonly pools: readonly [own: number, noise: number];
}

/** The names points may have by the knobs. */
export function paletteOf({ objects, distractors, names, wording }: PointSettings): Palette {
  const { colours } = COMMON_WORDS[wording];
  if (names === "sparkle" || names === "sparkle-tour") {
    const [own, noise] = SPARKLE_COLOURS[names];
    if (objects > own.length || distractors > noise.length) {
      throw new RangeError(
        `Cannot name ${objects} objects and ${distractors} distractors by Sparkle's colours, ` +
          `must be at most ${own.length} and ${noise.length}`,
      );
    }
    const word = (id: ColourId) => colours[COLOUR_IDS.indexOf(id)]!;
    return { names: [...own, ...noise].map(word), pools: [own.length, noise.length] };
  }
  const count = objects + distractors;
  if (count > MOST_POINTS) {
    throw new RangeError(`Cannot name ${count} points, must be at most ${MOST_POINTS}`);
  }
  if (names === "colours") return { names: colours, pools: [colours.length, 0] };
  return { names: Array.from({ length: count }, (_, i) => `N${i + 1}`), pools: [count, 0] };
}
