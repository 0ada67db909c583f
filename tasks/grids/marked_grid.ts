import type { FormParts } from "../loop/forms.ts";
import { drawGrid } from "./draw_grid.ts";
import { type MarkedGrid, readMarkedGrid } from "./read_grid.ts";
import { readFields } from "../_instance.ts";
import type { Parts, Task } from "../task.ts";
import { fill, type Shape, type Text } from "../../lines/template.ts";
import type { GridWords } from "../../text/wordings/grid.ts";

/** Demands an instance that is a grid with a start and a goal, and nothing else. */
export function readGridAlone(instance: unknown): MarkedGrid {
  return readMarkedGrid(readFields(instance, ["rows"]).rows);
}

/** Draws an instance that is a grid with a start and a goal. */
export const drawGridAlone: NonNullable<Task["draw"]> = (instance, alt) =>
  drawGrid(readGridAlone(instance).rows, { alt });

/** The parts of a record about a grid, whose question and answer are made already. */
export function gridParts(
  asked: FormParts,
  { words, slots, instance }: {
    readonly words: GridWords;
    readonly slots: Readonly<Record<string, Text>>;
    readonly instance: Shape;
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
