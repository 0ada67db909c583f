import type { Text } from "../lines/template.ts";

/**
 * How boxes are measured. All are `[left, top, right, bottom]` of the edges around what is painted,
 * from the picture's top left corner, x to the right and y down: the first pixel from the left lies
 * between the edges 0 and 1, so that right and bottom are not part of the box.
 *
 * - `pixels`: whole pixels.
 * - `thousandths`: thousandths of the width and of the height, 0 to 1000.
 * - `fractions`: fractions of the width and of the height, 0 to 1, in steps of 0.0001.
 *
 * Edges are whole pixels; the other conventions round them to the nearest step, halves up. For
 * pictures up to 500 (or 5,000) pixels wide no two edges are rounded to the same.
 */
export type BoxConvention = "pixels" | "thousandths" | "fractions";

/** Every convention. */
export const BOX_CONVENTIONS: readonly BoxConvention[] = ["pixels", "thousandths", "fractions"];

/** The steps of a convention over the whole width or height. */
const STEPS = { thousandths: 1000, fractions: 10_000 } as const;

/**
 * An edge of a box by a convention.
 *
 * @param convention how it is measured
 * @param edge the edge in whole pixels
 * @param length the picture's width or height in pixels
 */
export function edgeIn(convention: BoxConvention, edge: number, length: number): number {
  if (convention === "pixels") return edge;
  const steps = STEPS[convention];
  const rounded = Math.floor((2 * steps * edge + length) / (2 * length));
  return convention === "thousandths" ? rounded : rounded / steps;
}

/** The edges of a box. */
export const EDGES = 4;

/**
 * The named things that a picture shows: where the mark of each is painted, without the label that
 * may stand beside it.
 */
export interface Marks {
  /** Their names, in the order of their boxes. */
  readonly names: readonly Text[];
  /** The picture's width and height in pixels. */
  readonly size: readonly [width: number, height: number];
  /**
   * Asks for them in words.
   *
   * @param names the names, as they are to be shown
   */
  ask(names: Text): Text;
  /**
   * Finds the smallest box of whole pixels around each mark. Allocates nothing.
   *
   * @param rows where the item's row stands, sampled and solved
   * @param at where it begins
   * @param boxes where the edges go in pixels: left, top, right and bottom of each mark in turn
   * @param to where they begin
   */
  locate(rows: Int32Array, at: number, boxes: Int32Array, to: number): void;
}
