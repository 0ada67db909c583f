import type { FormParts } from "../loop/forms.ts";
import type { Parts } from "../task.ts";
import { fill, type LineShape, type Text } from "../../lines/template.ts";
import type { GridWords } from "../../text/wordings/grid.ts";

/** The parts of a record about a grid, whose question and answer are made already. */
export function gridParts(
  asked: FormParts,
  { words, slots, instance }: {
    readonly words: GridWords;
    readonly slots: Readonly<Record<string, Text>>;
    readonly instance: LineShape;
  },
): Parts {
  return {
    ...asked,
    frame: "y-down",
    margin: null,
    unit: null,
    instance,
    alt: fill(words.alt, slots),
  };
}
