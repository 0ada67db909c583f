import { list } from "./_side_words.ts";

/** Colours by other names. */
export const COLOUR_NAMES: Readonly<Record<string, readonly string[]>> = {
  gray: list("grey|灰|灰色"),
  grey: list("gray|灰|灰色"),
  purple: list("violet|紫|紫色"),
  cyan: list("turquoise|aqua|青|青色"),
  pink: list("rosa|粉|粉色|粉红|粉红色"),
  red: list("红|红色"),
  green: list("绿|绿色"),
  blue: list("蓝|蓝色"),
  orange: list("橙|橙色|橘色"),
  brown: list("棕|棕色|褐色"),
  olive: list("橄榄|橄榄色|橄榄绿"),
  black: list("黑|黑色"),
  yellow: list("黄|黄色"),
  lila: list("violett"),
  rosa: list("pink"),
  oliv: list("olive|olivgrün"),
  türkis: list("cyan"),
  grau: list("gray|grey"),
};
