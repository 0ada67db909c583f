import { EDGES, type Marks } from "./marks.ts";
import { fill, type Text } from "../lines/template.ts";
import { COMMON_WORDS, type WordingName } from "../text/wordings/common.ts";

/** Marks are drawn at whole eighths of a pixel, so that the box of each is known in integers. */
export const PARTS = 8;

/**
 * A part of a length, in the nearest eighths of a pixel, halves up.
 *
 * @param offset an integer of 0 to `span`
 * @param span what the whole length stands for, an integer above 0
 * @param length the length in pixels
 */
export function eighths(offset: number, span: number, length: number): number {
  return Math.floor((2 * PARTS * length * offset + span) / (2 * span));
}

/**
 * The edges of the pixels that a round mark is painted on.
 *
 * @param x the centre in eighths of a pixel
 * @param y the same from above
 * @param reach the radius and half the outline, in eighths
 */
export function writeRoundBox(
  boxes: Int32Array,
  to: number,
  x: number,
  y: number,
  reach: number,
): void {
  boxes[to] = (x - reach) >> 3;
  boxes[to + 1] = (y - reach) >> 3;
  boxes[to + 2] = (x + reach + PARTS - 1) >> 3;
  boxes[to + 3] = (y + reach + PARTS - 1) >> 3;
}

/** Round marks that stand at the same places in every picture. */
export function fixedMarks(
  { names, size, ask }: Pick<Marks, "names" | "size" | "ask">,
  centres: readonly (readonly [x: number, y: number])[],
  reach: number,
): Marks {
  const all = new Int32Array(EDGES * names.length);
  centres.forEach(([x, y], i) => writeRoundBox(all, EDGES * i, x, y, reach));
  return {
    ...{ names, size, ask },
    locate: (_rows, _at, boxes, to) => boxes.set(all, to),
  };
}

/** Asks for marks by name. */
export function askIn(wording: WordingName): Marks["ask"] {
  return (names: Text) => fill(COMMON_WORDS[wording].find, { names });
}
