import { toScaled } from "../geometry/decimal.ts";
import type { ExactInterval } from "../solvers/mod.ts";
import type { SourceFile } from "./dataset.ts";

/** A box with its numbers as written and as exact intervals of one scale. */
export interface WrittenBox {
  /** Centre x, y, size along x and y, as written. */
  readonly written: readonly string[];
  /** From its least to its greatest x, and y, in half units of the scale. */
  readonly axes: readonly [ExactInterval, ExactInterval];
}

/** The boxes of one row of a table by name, or what is wrong with the row. */
export type BoxRow = ReadonlyMap<string, WrittenBox> | string;

const COLUMNS = 5;

/** Reads a table of boxes, `name, x, y, size, size` each, any number a row; a heading is skipped. */
export async function readBoxes(file: SourceFile): Promise<BoxRow[]> {
  const rows: BoxRow[] = [];
  let line = 0;
  for await (const text of file.lines()) {
    line++;
    if (text.trim() === "" || line === 1 && /x1/.test(text)) continue;
    rows.push(readRow(text, line));
  }
  return rows;
}

function readRow(text: string, line: number): BoxRow {
  const cells = text.split(",").map((cell) => cell.trim());
  if (cells.length % COLUMNS !== 0) {
    return `line ${line} of the boxes has ${cells.length} columns, must have ${COLUMNS} a box`;
  }
  try {
    const boxes = new Map<string, WrittenBox>();
    // One scale for the row, so that its boxes can be compared.
    const { values } = toScaled(
      cells.map((cell, i) => i % COLUMNS === 0 ? "0" : cell),
      `line ${line} of the boxes`,
    );
    for (let at = 0; at < cells.length; at += COLUMNS) {
      const [x, y, w, h] = values.slice(at + 1, at + COLUMNS) as [bigint, bigint, bigint, bigint];
      if (w < 0n || h < 0n) {
        return `line ${line} of the boxes has a size below 0, must be 0 or more`;
      }
      const written = cells.slice(at + 1, at + COLUMNS);
      const axes = [[2n * x - w, 2n * x + w], [2n * y - h, 2n * y + h]] as const;
      boxes.set(cells[at]!, { written, axes });
    }
    return boxes;
  } catch (error) {
    return (error as Error).message;
  }
}
