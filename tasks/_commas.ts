import type { Text } from "../lines/template.ts";

/** Texts with commas between them. */
export function commas(texts: readonly Text[]): Text {
  return texts.flatMap((t, i) => i === 0 ? [t] : [", ", t]);
}
