import { glyphsOf } from "./_font.ts";

/**
 * How wide a text is in the bundled font.
 *
 * @param text one line of Latin, Greek or Cyrillic text
 * @param size the font size in pixels
 * @returns the width in pixels, the space around the letters included
 * @throws RangeError for a character that the font has not
 *
 * @example
 * ```ts
 * import { textWidth } from "@alidade/core/render";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(textWidth("00", 20), 2 * textWidth("0", 20));
 * ```
 */
export function textWidth(text: string, size: number): number {
  return glyphsOf(text).reduce((sum, glyph) => sum + glyph.advance, 0) * size;
}
