import type { Outcome } from "../solvers/outcome.ts";
import type { FormParts } from "./_forms.ts";
import { drawGrid, type MarkedGrid, readMarkedGrid } from "./_grid_rows.ts";
import { readFields } from "./_instance.ts";
import type { Parts, Task } from "./task.ts";
import { fill, type JsonValue, type Shape, type Text } from "./template.ts";
import type { GridWords } from "./words/grid.ts";

/** Demands an instance that is a grid with a start and a goal, and nothing else. */
export function readGridAlone(instance: unknown): MarkedGrid {
  return readMarkedGrid(readFields(instance, ["rows"]).rows);
}

/** Draws an instance that is a grid with a start and a goal. */
export const drawGridAlone: Task["draw"] = (instance, alt) =>
  drawGrid(readGridAlone(instance).rows, { alt });

/** Whether an answer is the one an outcome names, or one of those that tie. */
export function isAnswer(outcome: Outcome<JsonValue>, answer: JsonValue): boolean {
  if (outcome.status === "tie") return outcome.values.includes(answer);
  return outcome.status === "exact" && outcome.value === answer;
}

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
